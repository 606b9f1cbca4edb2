//! What a client must know before anybody typed anything.

use axum::Json;
use axum::extract::{Query, State};
use postern_api as wire;
use serde::Deserialize;

use crate::http::shell::site_info;
use crate::http::state::AppState;
use crate::l10n;

/// Which language the texts in it are wanted in.
#[derive(Deserialize, utoipa::IntoParams)]
pub struct SiteQuery {
    /// BCP 47 tag.
    lang: Option<String>,
}

/// The portal, as everybody may see it.
#[utoipa::path(
    get, path = wire::paths::SITE, tag = "site", params(SiteQuery),
    responses((status = 200, description = "The portal.", body = wire::SiteInfo))
)]
pub async fn get_site(State(state): State<AppState>, Query(query): Query<SiteQuery>) -> Json<wire::SiteInfo> {
    let site = &state.site;
    let locale = l10n::negotiate(
        query.lang.as_deref(),
        None,
        None,
        &site.locales,
        &site.default_locale,
    );
    Json(site_info(&state, locale))
}
