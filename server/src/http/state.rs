//! What every handler may use.

use std::sync::Arc;

use ipnet::IpNet;
use postern_api as wire;

use super::deadline::Deadline;
use super::shell::ShellCache;
use super::surface::Surface;
use crate::assets::Assets;
use crate::domain::random::Random;
use crate::domain::reset::ResetService;
use crate::l10n::Texts;
use crate::proof_of_work::ProofOfWork;
use crate::storage::sqlite::SqliteStore;

/// What every handler may use.
#[derive(Clone)]
pub struct AppState {
    /// The reset.
    pub service: ResetService,
    /// For the readiness check.
    pub store: SqliteStore,
    /// The price of a start.
    pub proof_of_work: Arc<ProofOfWork>,
    /// The moment at which answers leave.
    pub deadline: Deadline,
    /// The site.
    pub site: Arc<SiteSettings>,
    /// The texts of pages.
    pub texts: Arc<Texts>,
    /// The client's files.
    pub assets: Arc<Assets>,
    /// Pages that were drawn before.
    pub shells: Arc<ShellCache>,
    /// Cookies and framing.
    pub surface: Surface,
    /// For request ids.
    pub random: Arc<dyn Random>,
}

/// What the configuration says about the site.
pub struct SiteSettings {
    /// Scheme, host and port that people use; writes come from nowhere else.
    pub public_origin: String,
    /// Whether the public address is https.
    pub secure: bool,
    /// The organisation's name.
    pub organisation: String,
    /// Tags of the languages on offer, in the order of the switcher.
    pub locales: Vec<String>,
    /// The language for everybody whose own is not on offer.
    pub default_locale: String,
    /// The help desk in each language.
    pub help_desk: Box<dyn Fn(&str) -> wire::HelpDesk + Send + Sync>,
    /// Proxies whose word on the client's address counts.
    pub trusted_proxies: Vec<IpNet>,
    /// Whether this is `postern demo`.
    pub demonstration: bool,
}
