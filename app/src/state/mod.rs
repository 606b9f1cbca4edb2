//! Decisions of the client as plain values, tested natively. No signals, no browser.

pub mod clock;
pub mod code;
pub mod failure;
pub mod password;
pub mod screen;
pub mod steps;
