//! One entry as the server gave it, and the forms that servers write times and ids in.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use ldap3::SearchEntry;

/// An entry, its attributes under lower-case names.
pub(super) struct Entry {
    /// Its DN: from the server, never from what somebody typed.
    pub(super) dn: String,
    attributes: HashMap<String, Vec<Vec<u8>>>,
}

impl Entry {
    /// Takes what the client library read.
    pub(super) fn new(entry: SearchEntry) -> Self {
        let texts = entry
            .attrs
            .into_iter()
            .map(|(name, values)| (name, values.into_iter().map(String::into_bytes).collect()));
        let attributes = texts
            .chain(entry.bin_attrs)
            .map(|(name, values): (String, Vec<Vec<u8>>)| (name.to_ascii_lowercase(), values))
            .collect();
        Self {
            dn: entry.dn,
            attributes,
        }
    }

    /// All values.
    pub(super) fn values(&self, name: &str) -> &[Vec<u8>] {
        self.attributes
            .get(&name.to_ascii_lowercase())
            .map_or(&[], Vec::as_slice)
    }

    /// All values that are text and not empty.
    pub(super) fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        self.values(name)
            .iter()
            .filter_map(|value| std::str::from_utf8(value).ok())
            .map(str::trim)
            .filter(|value| !value.is_empty())
    }

    /// The first value as text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.texts(name).next()
    }

    /// The first value as a number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.text(name)?.parse().ok()
    }

    /// Whether the first value is `TRUE`.
    pub(super) fn is_true(&self, name: &str) -> bool {
        self.text(name)
            .is_some_and(|value| value.eq_ignore_ascii_case("TRUE"))
    }
}

/// Seconds from 1601 to 1970.
const FILETIME_EPOCH_SECONDS: i64 = 11_644_473_600;
/// Steps of 100 ns in a second.
const FILETIME_STEPS: i64 = 10_000_000;

/// A moment of Active Directory: steps of 100 ns since 1601; 0 and the largest number mean never.
pub(super) fn from_filetime(steps: i64) -> Option<Timestamp> {
    if steps <= 0 || steps == i64::MAX {
        return None;
    }
    let second = steps / FILETIME_STEPS - FILETIME_EPOCH_SECONDS;
    let nanosecond = i32::try_from(steps % FILETIME_STEPS * 100).ok()?;
    Timestamp::new(second, nanosecond).ok()
}

/// A duration of Active Directory: negative steps of 100 ns; `None` for one that never ends.
pub(super) fn from_interval(steps: i64) -> Option<SignedDuration> {
    let steps = steps.checked_neg()?;
    let nanosecond = i32::try_from(steps % FILETIME_STEPS * 100).ok()?;
    Some(SignedDuration::new(steps / FILETIME_STEPS, nanosecond))
}

/// A `GeneralizedTime` in UTC as LDAP servers write it (RFC 4517 section 3.3.13):
/// `20261120125209Z`, with or without a fraction.
pub(super) fn from_generalized_time(text: &str) -> Option<Timestamp> {
    let text = text.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |range: std::ops::Range<usize>| {
        whole
            .get(range)
            .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
    };
    if whole.len() != 14 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (date, time) = (
        [digits(0..4)?, digits(4..6)?, digits(6..8)?].join("-"),
        [digits(8..10)?, digits(10..12)?, digits(12..14)?].join(":"),
    );
    let fraction = if fraction.is_empty() { "0" } else { fraction };
    format!("{date}T{time}.{}Z", &fraction[..fraction.len().min(9)])
        .parse()
        .ok()
}

/// The text of a GUID (RFC 9562 in its form, with Microsoft's order of bytes): the first three
/// fields are little-endian in the directory. Lower case, so that one account has one text.
pub(super) fn guid_to_text(bytes: &[u8]) -> Option<String> {
    let bytes: &[u8; 16] = bytes.try_into().ok()?;
    let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
    let hex: String = order
        .iter()
        .map(|index| data_encoding::HEXLOWER.encode(&bytes[*index..=*index]))
        .collect();
    Some([&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-"))
}

/// The bytes of a GUID in the directory's order.
pub(super) fn guid_from_text(text: &str) -> Option<[u8; 16]> {
    if !is_uuid(text) {
        return None;
    }
    let hex: String = text.chars().filter(|character| *character != '-').collect();
    let bytes: [u8; 16] = data_encoding::HEXLOWER
        .decode(hex.as_bytes())
        .ok()?
        .try_into()
        .ok()?;
    let order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
    Some(order.map(|index| bytes[index]))
}

/// Whether a text is a UUID in lower case with its hyphens.
pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => matches!(byte, b'0'..=b'9' | b'a'..=b'f'),
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn times_of_active_directory_are_understood() {
        // 116444736000000000 is 1970-01-01T00:00:00Z.
        let time = from_filetime(116_444_736_000_000_000 + 15_000_000).expect("a time");
        assert_eq!(time.to_string(), "1970-01-01T00:00:01.5Z");
        assert_eq!(from_filetime(0), None);
        assert_eq!(from_filetime(i64::MAX), None);
        assert_eq!(
            from_interval(-18_000_000_000),
            Some(SignedDuration::from_mins(30))
        );
        assert_eq!(from_interval(i64::MIN), None);
    }

    #[test]
    fn generalized_times_are_understood() {
        let read = |text: &str| from_generalized_time(text).map(|time| time.to_string());
        assert_eq!(read("20261120125209Z").as_deref(), Some("2026-11-20T12:52:09Z"));
        assert_eq!(
            read("20261120125209.25Z").as_deref(),
            Some("2026-11-20T12:52:09.25Z")
        );
        for odd in [
            "",
            "Z",
            "20261120125209",
            "2026112012520Z",
            "2026112o125209Z",
            "20261120125209.xZ",
        ] {
            assert_eq!(read(odd), None, "{odd}");
        }
        // What an administrator's lock looks like; it is compared as text before it gets here.
        assert_eq!(read("000001010000Z"), None);
    }

    #[test]
    fn a_guid_has_one_text() {
        let bytes = [
            0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xaa, 0xbb, 0xcc, 0xdd, 0xee, 0xff,
        ];
        let text = "00112233-4455-6677-8899-aabbccddeeff";
        assert_eq!(guid_to_text(&bytes).as_deref(), Some(text));
        assert_eq!(guid_from_text(text), Some(bytes));
        for odd in [
            "",
            "00112233445566778899aabbccddeeff",
            "00112233-4455-6677-8899-AABBCCDDEEFF",
            "*",
        ] {
            assert_eq!(guid_from_text(odd), None, "{odd}");
        }
        assert_eq!(guid_to_text(&bytes[1..]), None);
    }

    proptest! {
        #[test]
        fn any_guid_reads_back(bytes in any::<[u8; 16]>()) {
            let text = guid_to_text(&bytes).expect("16 bytes");
            prop_assert!(is_uuid(&text));
            prop_assert_eq!(guid_from_text(&text), Some(bytes));
        }
    }
}
