//! The list of common passwords; `data/README.md` says where it comes from.

/// Sorted, one a line, lower case.
static LIST: &str = include_str!("../data/common.txt");

/// Whether a lower-case password stands on the list as a whole.
pub fn is_common(lower: &str) -> bool {
    // A binary search over the text itself: no table is built, nothing is allocated.
    let bytes = LIST.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = bytes[..middle]
            .iter()
            .rposition(|&byte| byte == b'\n')
            .map_or(0, |at| at + 1);
        let end = bytes[middle..]
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(bytes.len(), |at| middle + at);
        match bytes[start..end].cmp(lower.as_bytes()) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_found_and_the_list_is_sorted() {
        let lines: Vec<&str> = LIST.lines().collect();
        assert!(lines.len() > 10_000, "{} lines", lines.len());
        assert!(lines.is_sorted());
        for line in lines {
            assert!(is_common(line), "{line}");
        }
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
}
