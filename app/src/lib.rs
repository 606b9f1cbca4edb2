//! The Postern portal in the browser: a Leptos client of the API in `postern_api`.
//!
//! `start` takes over the page that the server drew. From there, `app` draws the frame and the
//! routes, `pages` act, `components` show and emit, `state` decides what is shown (pure, tested
//! natively), `api` speaks to the server, and `i18n` gives every word that a person reads.
//!
//! # How do I add one more…
//! * *screen*: a [`routes::Page`] with its path, a `Screen` and its guard in `state::screen`, a page
//!   made of components under `pages`, and its texts in `locales/en`;
//! * *method that sends a code*: its words in `pages::reset::{target, code, method}` and its page in
//!   `state::screen`; the compiler names the places;
//! * *problem*: the compiler names the matches in `i18n::problem` and `state::failure`.

mod a11y;
mod api;
mod app;
mod browser;
mod components;
pub mod i18n;
mod pages;
mod rest;
pub mod routes;
mod start;
mod state;

pub use start::start;
