//! One vocabulary for all tests: [`TestApp`] reads like a story.

mod app;
mod directory;
mod mail;
mod response;

pub use app::{Browser, PersonBuilder, TestApp, TestAppBuilder, WORKSPACE};
pub use directory::{Fault, FaultyDirectory};
pub use mail::{CapturedMail, CapturedText, CapturingMailer, CapturingTexter};
pub use response::Answer;
