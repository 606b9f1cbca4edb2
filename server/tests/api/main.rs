//! The portal over HTTP: the real router, in process, one binary for all of it.

#![expect(clippy::unwrap_used, reason = "a test ends where an assumption does not hold")]

mod bad_input;
mod contract;
mod explain;
mod headers;
mod helpers;
mod links;
mod pages;
mod policy;
mod races;
mod reset;
mod sessions;
mod sms;
mod uniform;
mod unlock;
mod writes;
