//! Speaks to the server: one thin function per request, errors as values.

mod client;
mod error;
pub mod json;
mod reset;
mod site;

pub use error::ApiError;
pub use reset::{Call, cancel, check_link, current, proof_of_work, request_help, write};
pub use site::{site, table};
