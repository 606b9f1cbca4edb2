//! The wire contract between the Postern client and server.
//!
//! Both sides depend on this crate and on nothing else of each other, so it must compile for
//! `wasm32-unknown-unknown` and stay small: `serde` and `zeroize`, no more. OpenAPI schemas are
//! derived behind the feature `openapi`, which only the server turns on.
//!
//! # Rules
//! * members are `snake_case`, enum codes `kebab-case`, times relative seconds (the two clocks
//!   need not agree);
//! * requests refuse unknown members, responses do not;
//! * what a person typed in confidence is a [`Secret`];
//! * a refusal is a [`Problem`], never an English sentence to be shown or parsed.
//!
//! # How do I add one more…
//! * *problem*: a variant of [`ProblemKind`] and its line in [`ProblemType::ALL`]; the compiler
//!   and the tests name every other place.
//! * *request*: a struct with `deny_unknown_fields` here, its path in [`paths`], a route in the
//!   server; the OpenAPI test prints what is stale.

pub mod paths;
mod problem;
mod proof_of_work;
mod reset;
mod secret;
mod site;
mod violation;

pub use problem::{IneligibleReason, Problem, ProblemDocument, ProblemKind, ProblemType, ProofOfWorkFailure};
pub use proof_of_work::{ProofOfWorkChallenge, ProofOfWorkParameters};
pub use reset::{
    Challenge, ChangePurpose, Completion, Gates, HelpReason, LinkStanding, LinkState, Lockout, Method,
    MethodClass, Offer, Purpose, RequestHelp, ResetState, SendCode, SetPassword, StartReset, Step,
    SubmitCode, SubmitLink,
};
pub use secret::Secret;
pub use site::{HelpDesk, LocaleInfo, PasswordRules, SiteInfo, TextDirection};
pub use violation::{FieldViolation, FieldViolationCode, PasswordViolation};
