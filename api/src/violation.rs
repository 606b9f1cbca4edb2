//! What is wrong with a value, as codes with typed parameters.

use serde::{Deserialize, Serialize};

/// A rule that a new password breaks. The term that was found is never echoed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum PasswordViolation {
    /// Fewer than `min` Unicode code points after NFC.
    TooShort {
        /// Code points, 8–64.
        min: u32,
    },
    /// More than `max` Unicode code points after NFC.
    TooLong {
        /// Code points, 64–256.
        max: u32,
    },
    /// The whole password stands on the list of common passwords.
    Common,
    /// Made of few easily guessed words, or one of them with a slip.
    EasilyGuessed,
    /// Made of words that the organisation does not want in passwords.
    BannedTerm,
    /// Fewer than `required` of the four kinds lower case, upper case, digit, other.
    TooFewKinds {
        /// Kinds, 3.
        required: u32,
    },
    /// Contains the person's own name or user name.
    ContainsName,
    /// Contains the name of the organisation.
    ContainsOrganisation,
    /// Contains a control character.
    ControlCharacter,
    /// The directory refuses a password used before.
    ReusedInDirectory,
    /// The directory refuses because the last change is too recent.
    ChangedTooRecently,
    /// The directory asks for at least `min` characters.
    TooShortForDirectory {
        /// Characters, as the directory counts.
        min: u32,
    },
    /// The directory asks for characters of several kinds, and not for the account's name.
    DirectoryComplexity,
    /// The directory's own rules refuse it, and do not say which.
    DirectoryPolicy,
}

impl PasswordViolation {
    /// One of each, for tests and documents.
    pub const ALL: [Self; 14] = [
        Self::TooShort { min: 15 },
        Self::TooLong { max: 256 },
        Self::Common,
        Self::EasilyGuessed,
        Self::BannedTerm,
        Self::TooFewKinds { required: 3 },
        Self::ContainsName,
        Self::ContainsOrganisation,
        Self::ControlCharacter,
        Self::ReusedInDirectory,
        Self::ChangedTooRecently,
        Self::TooShortForDirectory { min: 7 },
        Self::DirectoryComplexity,
        Self::DirectoryPolicy,
    ];
}

/// A member of a request that cannot be used as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FieldViolation {
    /// JSON pointer (RFC 6901) to the member, `/identifier` for example.
    pub pointer: String,
    /// What is wrong with it.
    pub code: FieldViolationCode,
}

/// Why a member cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum FieldViolationCode {
    /// Nothing was given.
    Empty,
    /// Longer than allowed.
    TooLong {
        /// Code points.
        max: u32,
    },
    /// Contains characters that cannot stand there.
    UnusableCharacters,
    /// Not the form of an e-mail address.
    NotAnAddress,
    /// Not a telephone number that a text can reach.
    NotAPhoneNumber,
    /// Not what is registered; only ever said where the portal explains.
    NotRegistered,
    /// Not the form of a code.
    NotACode {
        /// Decimal digits that a code has.
        digits: u32,
    },
}

impl FieldViolationCode {
    /// One of each, for tests and documents.
    pub const ALL: [Self; 7] = [
        Self::Empty,
        Self::TooLong { max: 256 },
        Self::UnusableCharacters,
        Self::NotAnAddress,
        Self::NotAPhoneNumber,
        Self::NotRegistered,
        Self::NotACode { digits: 6 },
    ];
}
