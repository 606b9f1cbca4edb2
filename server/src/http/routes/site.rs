//! What a client must know before anybody typed anything.

use axum::Json;
use axum::extract::{RawQuery, State};
use postern_api as wire;

use crate::http::shell::{query_language, site_info};
use crate::http::state::AppState;
use crate::l10n;

/// The portal, as everybody may see it.
#[utoipa::path(
    get, path = wire::paths::SITE, tag = "site",
    params(("lang" = Option<String>, Query, description = "Language of the texts in it (BCP 47).")),
    responses((status = 200, description = "The portal.", body = wire::SiteInfo))
)]
pub async fn get_site(State(state): State<AppState>, RawQuery(query): RawQuery) -> Json<wire::SiteInfo> {
    let (site, wanted) = (&state.site, query_language(query.as_deref()));
    let locale = l10n::negotiate(wanted.as_deref(), None, None, &site.locales, &site.default_locale);
    Json(site_info(&state, locale))
}
