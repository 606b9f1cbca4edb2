//! Passwords that are common as a whole: the bundled list and the operator's own;
//! `data/README.md` says where the bundled one comes from.

use crate::filter::{Filter, hash};
use crate::normal::lower;

/// Read by the compiler: a file that is no filter does not compile.
static BUNDLED: Filter<'static> = match Filter::parse(include_bytes!("../data/common.filter")) {
    Some(filter) => filter,
    None => panic!("data/common.filter is not a filter"),
};

/// Whether a lower-case password stands on the bundled list as a whole.
pub fn is_common(lower: &str) -> bool {
    BUNDLED.contains(lower)
}

/// The bundled list and lines of the operator's. `Send` and `Sync`: shared with an `Arc`.
#[derive(Debug, Clone, Default)]
pub struct CommonPasswords {
    /// The hashes of the lines, ascending: eight bytes for each, and never a false one in practice.
    own: Vec<u64>,
}

impl CommonPasswords {
    /// The bundled list.
    pub const fn bundled() -> Self {
        Self { own: Vec::new() }
    }

    /// And these lines, in NFC; case does not count, line ends neither, and empty lines are nothing.
    #[must_use]
    pub fn with_lines(mut self, lines: impl IntoIterator<Item: AsRef<str>>) -> Self {
        for line in lines {
            let line = line.as_ref().trim_end_matches(['\r', '\n']);
            if !line.is_empty() {
                self.own.push(hash(&lower(line)));
            }
        }
        self.own.sort_unstable();
        self.own.dedup();
        self.own.shrink_to_fit();
        self
    }

    /// How many passwords there are; one that is on both lists counts twice.
    pub fn count(&self) -> usize {
        BUNDLED.count() + self.own.len()
    }

    /// Whether a lower-case password stands on a list as a whole.
    pub fn contains(&self, lower: &str) -> bool {
        self.own.binary_search(&hash(lower)).is_ok() || is_common(lower)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::Rng as _;
    use proptest::test_runner::{RngAlgorithm, TestRng};

    use super::*;

    #[test]
    fn common_passwords_and_dictionary_words_are_found() {
        for password in [
            "password",
            "password1",
            "qwertyuiop",
            "iloveyou",
            "1q2w3e4r",
            "trustno1",
            "football",
            "1234567890",
            "baseball",
            "constantinople",
            "lawrence",
            "пароль12",
        ] {
            assert_eq!(is_common(password), password != "пароль12", "{password}");
        }
        assert_eq!(BUNDLED.count(), 497_301);
    }

    #[test]
    fn what_is_not_a_line_is_not_found() {
        for word in [
            "",
            "passwor",
            "password1 ",
            "zzzzzzzzzzzzzzzz~",
            "correct horse battery staple",
        ] {
            assert!(!is_common(word), "{word:?}");
        }
    }

    #[test]
    fn the_operators_lines_are_added() {
        let common =
            CommonPasswords::bundled().with_lines(["Hunter-Of-The-Lake\r\n", "", "hunter-of-the-lake"]);
        assert!(common.contains("hunter-of-the-lake"));
        assert!(common.contains("password1"));
        assert!(!common.contains("hunter-of-the-lak"));
        assert_eq!(common.count(), BUNDLED.count() + 1);
    }

    #[test]
    fn random_strings_are_hardly_ever_found() {
        const STRINGS: u32 = 1_000_000;
        let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
        let found = (0..STRINGS)
            .filter(|_| is_common(&format!("{:016x}", random.next_u64())))
            .count();
        // The rate is 0.45 in a million; more than 5 come with a chance of about 7 in a million.
        assert!(found <= 5, "{found} of {STRINGS}");
    }
}
