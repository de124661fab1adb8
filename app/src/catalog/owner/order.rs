//! The pictures of the form in their order: those that the product has, and those just chosen.

/// A picture in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    /// Its own for as long as the page lives.
    pub key: u32,
    /// What is sent for it.
    pub picture: Picture,
    /// Where the browser finds it; for a new one, in its own memory.
    pub address: String,
}

/// What is sent for a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Picture {
    /// The name of one that the product has.
    Kept(String),
    /// A file, by the number that [`files`](super::files) keeps it under.
    New(u32),
}

/// Moves a picture to where another one is.
pub(super) fn move_to(slots: &mut Vec<Slot>, key: u32, other: u32) {
    if let (Some(from), Some(to)) = (place(slots, key), place(slots, other)) {
        let slot = slots.remove(from);
        slots.insert(to, slot);
    }
}

/// Moves a picture one place towards the first.
pub(super) fn forward(slots: &mut [Slot], key: u32) {
    if let Some(index) = place(slots, key).filter(|index| *index > 0) {
        slots.swap(index, index - 1);
    }
}

/// Moves a picture one place towards the last.
pub(super) fn back(slots: &mut [Slot], key: u32) {
    if let Some(index) = place(slots, key).filter(|index| index + 1 < slots.len()) {
        slots.swap(index, index + 1);
    }
}

/// Where a picture is, from 0.
pub(super) fn place(slots: &[Slot], key: u32) -> Option<usize> {
    slots.iter().position(|slot| slot.key == key)
}

/// After somebody else saved the product: its pictures as they are now where the owner had left
/// them, those that are gone left out, those that came at the end.
pub(super) fn follow(slots: &mut Vec<Slot>, current: Vec<Slot>) {
    let is_there = |slot: &Slot| match slot.picture {
        Picture::Kept(_) => current.iter().any(|other| other.picture == slot.picture),
        Picture::New(_) => true,
    };
    slots.retain(is_there);
    for slot in current {
        if slots.iter().all(|other| other.picture != slot.picture) {
            slots.push(slot);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(names: &str) -> Vec<Slot> {
        let slot = |name: char| Slot {
            key: u32::from(name),
            picture: match name.is_lowercase() {
                true => Picture::Kept(name.to_string()),
                false => Picture::New(u32::from(name)),
            },
            address: name.to_string(),
        };
        names.chars().map(slot).collect()
    }

    fn names(slots: &[Slot]) -> String {
        slots.iter().map(|slot| slot.address.as_str()).collect()
    }

    #[test]
    fn a_picture_is_moved_to_where_another_is() {
        let mut list = slots("abcd");
        move_to(&mut list, u32::from('d'), u32::from('b'));
        assert_eq!(names(&list), "adbc");
        move_to(&mut list, u32::from('a'), u32::from('c'));
        assert_eq!(names(&list), "dbca");
    }

    #[test]
    fn the_first_goes_no_further_and_the_last_neither() {
        let mut list = slots("abc");
        forward(&mut list, u32::from('a'));
        back(&mut list, u32::from('c'));
        assert_eq!(names(&list), "abc");
        forward(&mut list, u32::from('b'));
        back(&mut list, u32::from('a'));
        assert_eq!(names(&list), "bca");
    }

    #[test]
    fn what_another_admin_did_to_the_pictures_is_taken_over() {
        let mut list = slots("cNa");
        follow(&mut list, slots("abd"));
        assert_eq!(names(&list), "Nabd");
    }
}
