//! Search filters (RFC 4515). Every value that somebody typed goes through [`equals`]; no DN is
//! ever built from one (S-59).

use std::fmt::Write as _;

use ldap3::ldap_escape;

/// `(attribute=value)`, whatever the value is.
pub(super) fn equals(attribute: &str, value: &str) -> String {
    format!("({attribute}={})", ldap_escape(value))
}

/// `(attribute=value)` with every byte escaped.
pub(super) fn equals_bytes(attribute: &str, value: &[u8]) -> String {
    let mut filter = format!("({attribute}=");
    for byte in value {
        let _ = write!(filter, "\\{byte:02x}");
    }
    filter.push(')');
    filter
}

/// Any of them.
pub(super) fn any(filters: impl IntoIterator<Item = String>) -> String {
    combine('|', filters)
}

/// All of them.
pub(super) fn all(filters: impl IntoIterator<Item = String>) -> String {
    combine('&', filters)
}

fn combine(operator: char, filters: impl IntoIterator<Item = String>) -> String {
    let mut combined = format!("({operator}");
    combined.extend(filters);
    combined.push(')');
    combined
}

/// One of the attributes is what was typed.
pub(super) fn named(attributes: &[String], typed: &str) -> String {
    any(attributes.iter().map(|attribute| equals(attribute, typed)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    /// What a filter says, read by nothing of what wrote it.
    #[derive(Debug, PartialEq, Eq)]
    enum Filter {
        And(Vec<Filter>),
        Or(Vec<Filter>),
        Equals(String, Vec<u8>),
    }

    /// RFC 4515, the part that is used here. Anything else is `None`.
    fn parse(text: &[u8]) -> Option<(Filter, &[u8])> {
        let text = text.strip_prefix(b"(")?;
        match text.first()? {
            b'&' => list(&text[1..]).map(|(parts, rest)| (Filter::And(parts), rest)),
            b'|' => list(&text[1..]).map(|(parts, rest)| (Filter::Or(parts), rest)),
            _ => equality(text),
        }
    }

    fn list(mut rest: &[u8]) -> Option<(Vec<Filter>, &[u8])> {
        let mut parts = Vec::new();
        while rest.first()? == &b'(' {
            let (part, after) = parse(rest)?;
            parts.push(part);
            rest = after;
        }
        Some((parts, rest.strip_prefix(b")")?))
    }

    fn equality(text: &[u8]) -> Option<(Filter, &[u8])> {
        let end = text.iter().position(|byte| *byte == b'=')?;
        let name = std::str::from_utf8(&text[..end]).ok()?;
        if !name.chars().all(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let mut value = Vec::new();
        let mut rest = &text[end + 1..];
        loop {
            match *rest.first()? {
                b')' => return Some((Filter::Equals(name.to_owned(), value), &rest[1..])),
                b'\\' => {
                    let digits = std::str::from_utf8(rest.get(1..3)?).ok()?;
                    value.push(u8::from_str_radix(digits, 16).ok()?);
                    rest = &rest[3..];
                }
                // A bare star is a presence or substring filter, a bare bracket another filter.
                b'*' | b'(' | 0 => return None,
                byte => {
                    value.push(byte);
                    rest = &rest[1..];
                }
            }
        }
    }

    fn read(filter: &str) -> Option<Filter> {
        match parse(filter.as_bytes())? {
            (filter, []) => Some(filter),
            _ => None,
        }
    }

    #[track_caller]
    fn assert_one_equality(typed: &str) {
        let expected = Filter::Equals("uid".to_owned(), typed.as_bytes().to_vec());
        assert_eq!(read(&equals("uid", typed)), Some(expected), "{typed:?}");
        assert!(ldap3::parse_filter(equals("uid", typed)).is_ok(), "{typed:?}");
    }

    #[test]
    fn s_59_injections_are_values() {
        for typed in [
            "*",
            ")(uid=*",
            "\\00",
            "\\2a",
            "admin)(|(a=b",
            "*)(objectClass=*",
            "a\u{0}b",
            "#leading hash",
            " leading and trailing space ",
            "cn=admin,dc=example,dc=org",
            "a,b+c=\"d\"<e>;f",
            "ünïcödé",
            "",
            "a:=b",
            "&",
            "|(",
            "!",
        ] {
            assert_one_equality(typed);
        }
        assert_one_equality(&"(*\\)".repeat(20_000));
    }

    #[test]
    fn s_59_bytes_that_are_no_text_are_values() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(
            read(&equals_bytes("objectGUID", &bytes)),
            Some(Filter::Equals("objectGUID".to_owned(), bytes))
        );
    }

    #[test]
    fn s_59_several_attributes_are_alternatives() {
        let names = ["uid".to_owned(), "mail".to_owned()];
        assert_eq!(
            read(&named(&names, "*")),
            Some(Filter::Or(vec![
                Filter::Equals("uid".to_owned(), b"*".to_vec()),
                Filter::Equals("mail".to_owned(), b"*".to_vec()),
            ]))
        );
        assert_eq!(
            read(&all([equals("a", "1"), equals("b", "2")])),
            Some(Filter::And(vec![
                Filter::Equals("a".to_owned(), b"1".to_vec()),
                Filter::Equals("b".to_owned(), b"2".to_vec()),
            ]))
        );
    }

    proptest! {
        #[test]
        fn s_59_any_text_is_exactly_one_equality(typed in "\\PC{0,40}|[()*\\\\\u{0}=&|!a-f0-9 #]{0,40}") {
            assert_one_equality(&typed);
        }

        #[test]
        fn s_59_any_bytes_are_exactly_one_equality(bytes in proptest::collection::vec(0u8..=255, 0..64)) {
            prop_assert_eq!(
                read(&equals_bytes("objectGUID", &bytes)),
                Some(Filter::Equals("objectGUID".to_owned(), bytes))
            );
        }
    }
}
