//! Violations as messages: the only place where a violation code meets a text.

use postern_api::{FieldViolationCode, PasswordViolation};

use super::messages as m;
use super::table::Message;

/// What is wrong with a new password.
pub fn password_violation(violation: PasswordViolation) -> Message {
    match violation {
        PasswordViolation::TooShort { min } => m::violation_password_too_short(min),
        PasswordViolation::TooLong { max } => m::violation_password_too_long(max),
        PasswordViolation::Common => m::violation_password_common(),
        PasswordViolation::ContainsName => m::violation_password_contains_name(),
        PasswordViolation::ContainsOrganisation => m::violation_password_contains_organisation(),
        PasswordViolation::ControlCharacter => m::violation_password_control_character(),
        PasswordViolation::ReusedInDirectory => m::violation_password_reused(),
        PasswordViolation::ChangedTooRecently => m::violation_password_changed_too_recently(),
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
        FieldViolationCode::NotACode { digits } => m::violation_field_not_a_code(digits),
    }
}
