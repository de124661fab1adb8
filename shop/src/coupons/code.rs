//! A coupon's code.

/// Crockford's base 32: no I, L, O or U, so that a code can be read out loud.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUP_CHARS: usize = 4;
const GROUPS: usize = 3;

/// `XXXX-XXXX-XXXX` from random bytes, five bits of each: 60 bits, so that a million codes do
/// not help to guess one.
pub fn new_code(random: [u8; GROUP_CHARS * GROUPS]) -> String {
    let mut code = String::with_capacity(GROUPS * (GROUP_CHARS + 1));
    for (i, byte) in random.iter().enumerate() {
        if i > 0 && i % GROUP_CHARS == 0 {
            code.push('-');
        }
        code.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    code
}

#[cfg(test)]
mod tests {
    use super::new_code;

    #[test]
    fn a_code_is_three_groups_of_four() {
        let code = new_code([0, 9, 10, 31, 32, 63, 255, 18, 19, 20, 21, 22]);
        assert_eq!(code, "09AZ-0ZZJ-KMNP");
    }
}
