//! What Postern decides, in its own words: no HTTP, no SQL, no SMTP, no wire types.
//!
//! Ports (traits that adapters implement) stand beside the decisions that need them:
//! [`directory::Directory`], [`reset::ResetStore`], [`methods::MethodStore`],
//! [`message::Mailer`], [`policy::PolicySource`], [`clock::Clock`], [`random::Random`].

pub mod account;
pub mod address;
pub mod audit;
pub mod clock;
pub mod code;
pub mod directory;
pub mod identifier;
pub mod ids;
pub mod message;
pub mod method;
pub mod methods;
pub mod people;
pub mod phone;
pub mod policy;
pub mod random;
pub mod reset;
pub mod secret;
pub mod totp;
