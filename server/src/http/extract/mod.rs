//! What handlers read from a request, each with its refusal as a problem.

mod flow;
mod json;
mod origin;

pub use flow::{ExpectedFlow, Flow, cookie};
pub use json::Json;
pub use origin::ClientOrigin;
