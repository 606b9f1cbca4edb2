//! Stub: the HTTP side.

pub mod openapi;
