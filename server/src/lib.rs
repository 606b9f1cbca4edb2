//! The Postern server.

pub mod domain;
