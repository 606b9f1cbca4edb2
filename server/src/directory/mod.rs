//! Adapters of the directory port ([`crate::domain::directory::Directory`]).

pub mod embedded;
pub mod ldap;
