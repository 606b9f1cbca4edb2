//! The pages: they put components together and act.

mod home;
mod not_found;
pub mod reset;
mod screens;

pub use home::Home;
pub use not_found::NotFound;
pub use screens::Screens;
