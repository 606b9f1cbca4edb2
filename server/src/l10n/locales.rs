//! The languages that Postern speaks.

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// One language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47 tag, the name of its folder.
    pub tag: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
    /// Which way it is written.
    pub direction: Direction,
    /// Made by a machine to find mistakes; on offer only where an operator lists it.
    pub pseudo: bool,
}

/// The language whose messages stand in for missing ones.
pub const FALLBACK: &str = "en";

const SUPPORTED: [Locale; 7] = [
    Locale {
        tag: "en",
        name: "English",
        direction: Direction::Ltr,
        pseudo: false,
    },
    Locale {
        tag: "de",
        name: "Deutsch",
        direction: Direction::Ltr,
        pseudo: false,
    },
    Locale {
        tag: "ja",
        name: "日本語",
        direction: Direction::Ltr,
        pseudo: false,
    },
    Locale {
        tag: "zh-Hans",
        name: "简体中文",
        direction: Direction::Ltr,
        pseudo: false,
    },
    Locale {
        tag: "ar",
        name: "العربية",
        direction: Direction::Rtl,
        pseudo: false,
    },
    Locale {
        tag: "en-XA",
        name: "[Éñĝļîšĥ]",
        direction: Direction::Ltr,
        pseudo: true,
    },
    Locale {
        tag: "ar-XB",
        name: "[ʜsiʅǫnƎ]",
        direction: Direction::Rtl,
        pseudo: true,
    },
];

/// Every language, in the order of the switcher.
pub const fn supported() -> &'static [Locale] {
    &SUPPORTED
}

/// What is on offer where the operator lists nothing: every real language.
pub fn default_offer() -> Vec<&'static Locale> {
    SUPPORTED.iter().filter(|locale| !locale.pseudo).collect()
}

/// The language with this tag, in any case.
pub fn find_supported(tag: &str) -> Option<&'static Locale> {
    SUPPORTED
        .iter()
        .find(|locale| locale.tag.eq_ignore_ascii_case(tag.trim()))
}
