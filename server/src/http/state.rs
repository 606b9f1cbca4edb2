//! What every handler may use.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// What every handler may use. It is cloned several times a request: one count, not one for each
/// of its parts, which all cores would take turns at.
#[derive(Clone)]
pub struct AppState(Arc<AppParts>);

impl AppState {
    /// Shares the parts.
    pub fn new(parts: AppParts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for AppState {
    type Target = AppParts;

    fn deref(&self) -> &AppParts {
        &self.0
    }
}

/// How many look-ups behind answers are under way.
#[derive(Debug, Default)]
pub struct LookUps(AtomicUsize);

impl LookUps {
    /// How many.
    pub fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }

    /// Runs one, counted from now on.
    pub(super) fn run(self: &Arc<Self>, look_up: impl Future<Output = ()> + Send + 'static) {
        self.0.fetch_add(1, Ordering::SeqCst);
        let counted = Arc::clone(self);
        tokio::spawn(async move {
            look_up.await;
            counted.0.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

/// The parts of [`AppState`].
pub struct AppParts {
    /// The reset.
    pub service: ResetService,
    /// For the readiness check.
    pub store: SqliteStore,
    /// The price of a start.
    pub proof_of_work: ProofOfWork,
    /// Look-ups behind answers.
    pub look_ups: Arc<LookUps>,
    /// The moment at which answers leave.
    pub deadline: Deadline,
    /// The site.
    pub site: SiteSettings,
    /// The texts of pages.
    pub texts: Arc<Texts>,
    /// The client's files.
    pub assets: Assets,
    /// Pages that were drawn before.
    pub shells: ShellCache,
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
