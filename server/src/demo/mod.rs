//! `postern demo`: the portal on this machine, with people to try it with and a page that shows
//! what was "sent". Nothing of this exists in `postern serve`.

mod accounts;
mod api;
pub mod directory;
mod mailbox;
mod page;
mod router;
mod run;
mod sink;
#[cfg(test)]
mod tests;
mod text_sink;

pub use accounts::{ACCOUNTS, CONFIGURATION, DemoAccount, PASSWORD, people};
pub use directory::DemoDirectory;
pub use mailbox::{Mailbox, Message};
pub use router::{DemoAssets, DemoState, router};
pub use run::{Demonstration, Options, RunError, run, welcome};
pub use sink::Sink;
pub use text_sink::TextSink;
