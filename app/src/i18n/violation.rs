//! Violations as messages: the only place where a violation code meets a text.

use postern_api::{FieldViolationCode, PasswordViolation};

use super::messages as m;
use super::table::Message;

/// A number of the range that is reserved for fiction. It stands in sentences as an argument,
/// which keeps it in one piece where they run from right to left; at the end of a line, no-break
/// spaces do.
pub const PHONE_EXAMPLE: &str = "+1\u{a0}202\u{a0}555\u{a0}0101";

/// What is wrong with a new password.
pub fn password_violation(violation: PasswordViolation) -> Message {
    match violation {
        PasswordViolation::TooShort { min } => m::violation_password_too_short(min),
        PasswordViolation::TooLong { max } => m::violation_password_too_long(max),
        PasswordViolation::Common => m::violation_password_common(),
        PasswordViolation::EasilyGuessed => m::violation_password_easily_guessed(),
        PasswordViolation::BannedTerm => m::violation_password_banned_term(),
        PasswordViolation::TooFewKinds { required } => m::violation_password_too_few_kinds(required),
        PasswordViolation::ContainsName => m::violation_password_contains_name(),
        PasswordViolation::ContainsOrganisation => m::violation_password_contains_organisation(),
        PasswordViolation::ControlCharacter => m::violation_password_control_character(),
        PasswordViolation::ReusedInDirectory => m::violation_password_reused(),
        PasswordViolation::ChangedTooRecently => m::violation_password_changed_too_recently(),
        PasswordViolation::TooShortForDirectory { min } => m::violation_password_too_short_for_directory(min),
        PasswordViolation::DirectoryComplexity => m::violation_password_directory_complexity(),
        PasswordViolation::DirectoryPolicy => m::violation_password_directory_policy(),
    }
}

/// What is wrong with a field.
pub fn field_violation(code: FieldViolationCode) -> Message {
    match code {
        FieldViolationCode::Empty => m::violation_field_empty(),
        FieldViolationCode::TooLong { max } => m::violation_field_too_long(max),
        FieldViolationCode::UnusableCharacters => m::violation_field_unusable_characters(),
        FieldViolationCode::NotAnAddress => m::violation_field_not_an_address(),
        FieldViolationCode::NotAPhoneNumber => m::violation_field_not_a_phone_number(PHONE_EXAMPLE),
        FieldViolationCode::NotRegistered => m::violation_field_not_registered(),
        FieldViolationCode::NotACode { digits } => m::violation_field_not_a_code(digits),
    }
}
