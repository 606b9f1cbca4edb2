//! The portal itself: what everybody may know about it, and its texts.

use postern_api::{SiteInfo, paths};

use super::ApiError;
use super::client::{Request, answer};
use crate::i18n::table::Table;

/// What everybody may know, in the language of the cookie.
pub async fn site() -> Result<SiteInfo, ApiError> {
    answer(&Request::get(paths::SITE).send().await?)
}

/// The texts of one language.
pub async fn table(address: &str) -> Result<Table, ApiError> {
    let source = Request::get(address).send().await?;
    // A table of another build: the page is older than the server, and loading it again helps.
    Table::parse(&source).map_err(|_| ApiError::Unexpected {
        status: 200,
        reference: String::new(),
    })
}
