//! What a client must know about this portal before anybody typed anything.

use serde::{Deserialize, Serialize};

use crate::Method;

/// The portal, as everybody may see it. The shell carries the same document, so the first
/// screen needs no request for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SiteInfo {
    /// The organisation's name.
    pub organisation: String,
    /// Where to turn when nothing works.
    pub help_desk: HelpDesk,
    /// Every language on offer, in the order of the switcher.
    pub locales: Vec<LocaleInfo>,
    /// The organisation's methods for a reset, strongest first; never a person's.
    pub methods: Vec<Method>,
    /// Classes that the organisation asks for: 1 or 2.
    pub required_methods: u8,
    /// Rules that are shown before typing.
    pub password: PasswordRules,
    /// Digits of a code that is sent, 6–10.
    pub code_digits: u8,
    /// Whether an account can be unlocked without a new password.
    pub unlock: bool,
    /// Whether this is `postern demo`: the page then links to the messages that were "sent".
    pub demonstration: bool,
}

/// The help desk, in the order in which every page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpDesk {
    /// Telephone number as people write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// `https` address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Opening hours, in the language of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
}

/// One language on offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LocaleInfo {
    /// BCP 47 tag, `zh-Hans` for example.
    pub tag: String,
    /// The language's own name for itself.
    pub name: String,
    /// Which way it is written.
    pub direction: TextDirection,
    /// Address of its message table.
    pub table: String,
}

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum TextDirection {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl TextDirection {
    /// The value of the HTML attribute `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The rules that a browser can show and check by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PasswordRules {
    /// Code points after NFC, 8–64.
    pub min_length: u32,
    /// Code points after NFC, 64–256.
    pub max_length: u32,
    /// Whether names, the organisation and common passwords are refused.
    pub protection: bool,
    /// Kinds of characters that are asked for, of four: 0 or 3.
    pub kinds: u8,
}
