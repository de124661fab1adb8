//! Where a browser finds a picture, and in which sizes.
//!
//! An uploaded picture is kept in three sizes under the hash of its content; its row holds the
//! hash, `9f…`, and its files are `9f…-400.webp` and so on. A drawn one is a single file that
//! fits every size, and its row holds the file's name, `4b….svg`.

/// The long sides of an uploaded picture's files, in pixels. One that is smaller stays as it is.
pub const PICTURE_SIZES_PX: [u32; 3] = [400, 800, 1_600];
/// The one that an address names; [`picture_srcset`] tells of the others.
const USUAL_SIZE_PX: u32 = 800;

/// The file of an uploaded picture in one of its sizes.
pub fn picture_file(name: &str, size_px: u32) -> String {
    format!("{name}-{size_px}.webp")
}

/// Whether a row's name is an uploaded picture's, and not a drawn one's.
pub fn is_uploaded(name: &str) -> bool {
    !name.contains('.')
}

/// Where a browser finds a picture: among the shop's pictures, or the site's own for a product
/// without.
pub fn picture_address(name: Option<&str>) -> String {
    match name {
        None => "/no-picture.svg".into(),
        Some(name) if is_uploaded(name) => {
            format!("/media/{}", picture_file(name, USUAL_SIZE_PX))
        }
        Some(file_name) => format!("/media/{file_name}"),
    }
}

/// What `srcset` says beside such an address; `None` for a picture of one size.
pub fn picture_srcset(address: &str) -> Option<String> {
    let name = address.strip_suffix(&picture_file("", USUAL_SIZE_PX))?;
    let sizes = PICTURE_SIZES_PX.map(|px| format!("{} {px}w", picture_file(name, px)));
    Some(sizes.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_uploaded_picture_has_an_address_in_every_size() {
        let address = picture_address(Some("9f3c"));
        assert_eq!(address, "/media/9f3c-800.webp");
        let srcset = "/media/9f3c-400.webp 400w, /media/9f3c-800.webp 800w, \
                      /media/9f3c-1600.webp 1600w";
        assert_eq!(picture_srcset(&address).as_deref(), Some(srcset));
    }

    #[test]
    fn a_drawn_picture_is_one_file() {
        for address in [picture_address(Some("4b.svg")), picture_address(None)] {
            assert!(address.ends_with(".svg"));
            assert_eq!(picture_srcset(&address), None);
        }
    }
}
