//! What has to be true.

pub mod active_directory;
pub mod connection;
pub mod finding;
pub mod import;
pub mod openldap;
pub mod passwords;
pub mod resets;
