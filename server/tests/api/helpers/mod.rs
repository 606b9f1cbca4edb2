//! One vocabulary for all tests: [`TestApp`] reads like a story.

mod app;
mod directory;
mod mail;
mod response;

pub use app::{Browser, PersonBuilder, TestApp, WORKSPACE};
pub use directory::{Fault, FaultyDirectory};
pub use mail::{CapturedMail, CapturingMailer};
pub use response::Answer;
