//! Adapters of the storage ports ([`crate::domain::reset::ResetStore`],
//! [`crate::domain::reset::Outbox`], [`crate::domain::methods::MethodStore`]).

pub mod sqlite;
