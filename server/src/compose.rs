//! Puts the portal together: the one place that knows every adapter.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use postern_api as wire;
use tokio::net::TcpListener;

use crate::assets::{Assets, AssetsError};
use crate::config::{Config, Mode};
use crate::data_folder::{self, FolderLock};
use crate::demo::{self, DemoAssets, DemoState, Demonstration};
use crate::directory::embedded::{EmbeddedDirectory, Hasher};
use crate::directory::ldap::{LdapDirectory, LdapTlsError};
use crate::domain::clock::{Clock, SystemClock};
use crate::domain::directory::Directory;
use crate::domain::message::{Mailer, Texter};
use crate::domain::methods::MethodStore;
use crate::domain::people::{ImportError, PeopleImporter, RegisterError, register_outside};
use crate::domain::policy::{FixedPolicy, PolicySource};
use crate::domain::random::{OsRandom, Random};
use crate::domain::reset::{Deps, Dispatcher, ResetService, recover_writes};
use crate::http::serve::Transport;
use crate::http::{self, AppParts, AppState, Deadline, LookUps, ShellCache, SiteSettings, Surface};
use crate::jobs;
use crate::l10n::{self, Texts};
use crate::notify::sms::{SmsGateway, SmsGatewayError};
use crate::notify::{SmtpMailer, SmtpMailerError};
use crate::proof_of_work::{Difficulty, ProofOfWork};
use crate::storage::sqlite::{MigrationError, SqliteImporter, SqliteStore};
use crate::tls::{self, TlsError};
use crate::vault::{self, KeyFileError, Vault};

/// The portal did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder.
    #[error("the data folder {0} cannot be used: {1}")]
    DataFolder(String, #[source] std::io::Error),
    /// Somebody serves from it already.
    #[error("another postern serves from the data folder {0}: stop it first, or choose another folder")]
    AlreadyServed(String),
    /// The key file.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The store.
    #[error(transparent)]
    Store(#[from] MigrationError),
    /// The section `smtp`.
    #[error(transparent)]
    Mail(#[from] SmtpMailerError),
    /// The section `sms`.
    #[error(transparent)]
    Texts(#[from] SmsGatewayError),
    /// The section `tls`.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// The section `directory`.
    #[error(transparent)]
    Directory(#[from] LdapTlsError),
    /// The client's files.
    #[error(transparent)]
    Assets(#[from] AssetsError),
    /// The address is taken, or not ours.
    #[error("cannot listen on {0}: {1}; stop what runs there, or choose another port")]
    Listen(SocketAddr, #[source] std::io::Error),
    /// The demonstration's people.
    #[error("the demonstration's accounts could not be made: {0}")]
    People(#[from] ImportError),
    /// The same in an outside directory.
    #[error("what the demonstration's people registered could not be kept: {0}")]
    Demonstration(#[from] RegisterError),
    /// Writes that were cut off.
    #[error("the store cannot be read: {0}")]
    Recovery(#[from] crate::domain::reset::StorageError),
}

/// What a start-up brings from outside; tests bring their own.
pub struct Ports {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
    /// Password hashes.
    pub hasher: Hasher,
    /// Who carries mail.
    pub mailer: Arc<dyn Mailer>,
    /// Who carries text messages, if anybody.
    pub texter: Option<Arc<dyn Texter>>,
    /// The client's files.
    pub assets: Assets,
    /// The texts.
    pub texts: Arc<Texts>,
}

/// The portal, put together.
pub struct App {
    /// All routes.
    pub router: Router,
    /// The reset.
    pub service: ResetService,
    /// The dispatch of messages.
    pub dispatcher: Dispatcher,
    /// Accounts.
    pub directory: Arc<dyn Directory>,
    /// Takes people in.
    pub importer: Arc<dyn PeopleImporter>,
    /// The store.
    pub store: SqliteStore,
    /// Look-ups behind answers.
    pub look_ups: Arc<LookUps>,
}

impl App {
    /// Puts it together. `demonstration` adds the routes that only a demonstration has.
    ///
    /// # Errors
    /// [`StartError`] says what cannot be used.
    pub fn build(
        config: &Arc<Config>,
        ports: Ports,
        demonstration: impl FnOnce(&Arc<dyn Directory>, &Assets) -> Option<Router>,
    ) -> Result<Self, StartError> {
        Self::build_around(config, ports, demonstration, |directory| directory)
    }

    /// The same with something laid around the directory: what tests make it fail with.
    ///
    /// # Errors
    /// [`StartError`] says what cannot be used.
    pub fn build_around(
        config: &Arc<Config>,
        ports: Ports,
        demonstration: impl FnOnce(&Arc<dyn Directory>, &Assets) -> Option<Router>,
        around: impl FnOnce(Arc<dyn Directory>) -> Arc<dyn Directory>,
    ) -> Result<Self, StartError> {
        let Ports {
            clock,
            random,
            hasher,
            mailer,
            texter,
            assets,
            texts,
        } = ports;
        let (vault, store) = open_store(&config.data_dir, &random)?;
        let directory = around(directory(config, &store, &hasher, &clock)?);
        let policy: Arc<dyn PolicySource> = Arc::new(FixedPolicy(Arc::new(config.policy())));
        let deps = Deps {
            store: Arc::new(store.clone()),
            directory: Arc::clone(&directory),
            methods: Arc::new(store.clone()),
            policy,
            clock: Arc::clone(&clock),
            random: Arc::clone(&random),
            vault: Arc::clone(&vault),
            match_locale: {
                let offered = config.organisation.locales.clone();
                Arc::new(move |tag| l10n::best_match(tag, &offered).map(str::to_owned))
            },
            default_locale: config.organisation.default_locale.clone(),
        };
        let service = ResetService::new(deps.clone());
        let challenge = &config.challenge;
        let difficulty = Difficulty {
            cost: challenge.cost,
            counter_min: challenge.counter_min,
            counter_max: challenge.counter_max,
            lifetime_seconds: challenge.lifetime_seconds,
        };
        let extra = demonstration(&directory, &assets);
        let look_ups = Arc::new(LookUps::default());
        let state = AppState::new(AppParts {
            look_ups: Arc::clone(&look_ups),
            service: service.clone(),
            store: store.clone(),
            proof_of_work: ProofOfWork::new(difficulty, &vault, clock, Arc::clone(&random)),
            deadline: Deadline::milliseconds(config.answer_deadline_ms),
            site: site_settings(config),
            texts,
            assets,
            shells: ShellCache::default(),
            surface: if is_https(config) {
                Surface::Portal
            } else {
                Surface::LoopbackPortal
            },
            random,
        });
        let outbox = Arc::new(store.clone());
        Ok(Self {
            router: http::router(state, extra),
            service,
            dispatcher: Dispatcher::new(deps, outbox, mailer, texter),
            directory,
            importer: Arc::new(SqliteImporter::new(store.clone(), hasher)),
            store,
            look_ups,
        })
    }
}

/// Serves until it is told to stop.
///
/// # Errors
/// [`StartError`] says why it did not start.
pub async fn serve(config: Config) -> Result<(), StartError> {
    let config = Arc::new(config);
    let random: Arc<dyn Random> = Arc::new(OsRandom);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let texts = Arc::new(Texts::load());
    let ports = ports(&config, clock, random, texts)?;
    let app = App::build(&config, ports, |_, _| None)?;
    run(&config, app, |_| {}).await
}

/// Serves a demonstration until it is told to stop; `ready` is called when it listens.
///
/// # Errors
/// [`StartError`] says why it did not start.
pub async fn demonstrate(
    config: Config,
    demonstration: Demonstration,
    ready: Box<dyn FnOnce(&Config) + Send>,
) -> Result<(), StartError> {
    let config = Arc::new(config);
    let random: Arc<dyn Random> = Arc::new(OsRandom);
    let Demonstration { clock, mailbox } = demonstration;
    let texts = Arc::new(Texts::load());
    let ports = ports(&config, clock.clone(), random, Arc::clone(&texts))?;
    let app = App::build(&config, ports, |directory, assets| {
        Some(demo::router(DemoState {
            clock: Arc::clone(&clock),
            directory: Arc::clone(directory),
            mailbox,
            texts,
            locales: config.organisation.locales.clone(),
            default_locale: config.organisation.default_locale.clone(),
            organisation: config.organisation.name.clone(),
            origin: config.public_origin(),
            assets: DemoAssets {
                critical_css: assets.critical_css().to_owned(),
                demo_css_path: assets.stylesheet("demo").map(str::to_owned),
            },
        }))
    })?;
    for person in demo::people(clock.now()) {
        if config.directory.ldap().is_some() {
            register_outside(&*app.directory, &app.store, &person, clock.now()).await?;
            continue;
        }
        match app.importer.import(person, clock.now()).await {
            Ok(_) | Err(ImportError::Exists) => {}
            Err(error) => return Err(error.into()),
        }
    }
    run(&config, app, ready).await
}

/// Opens the embedded directory and the method store for an import.
///
/// # Errors
/// [`StartError`] says what cannot be used.
pub fn importer(config: &Config) -> Result<Arc<dyn PeopleImporter>, StartError> {
    let random: Arc<dyn Random> = Arc::new(OsRandom);
    let (_, store) = open_store(&config.data_dir, &random)?;
    Ok(Arc::new(SqliteImporter::new(store, Hasher::new(random))))
}

/// Opens the method store for people of an outside directory.
///
/// # Errors
/// [`StartError`] says what cannot be used.
pub fn method_store(config: &Config) -> Result<Arc<dyn MethodStore>, StartError> {
    let random: Arc<dyn Random> = Arc::new(OsRandom);
    let (_, store) = open_store(&config.data_dir, &random)?;
    Ok(Arc::new(store))
}

fn ports(
    config: &Config,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    texts: Arc<Texts>,
) -> Result<Ports, StartError> {
    let mailer = SmtpMailer::new(
        config,
        Arc::clone(&texts),
        Arc::clone(&clock),
        Arc::clone(&random),
    )?;
    let texter = SmsGateway::new(config, Arc::clone(&texts))?;
    Ok(Ports {
        hasher: Hasher::new(Arc::clone(&random)),
        mailer: Arc::new(mailer),
        texter: texter.map(|texter| Arc::new(texter) as Arc<dyn Texter>),
        assets: Assets::embedded()?,
        clock,
        random,
        texts,
    })
}

async fn run(config: &Config, app: App, ready: impl FnOnce(&Config)) -> Result<(), StartError> {
    let transport = match &config.tls {
        Some(tls) => Transport::Tls(tls::acceptor(tls)?),
        None => Transport::Plain(config.trusted_proxies.clone()),
    };
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|error| StartError::Listen(config.listen, error))?;
    let _lock: FolderLock = data_folder::lock(&config.data_dir)
        .map_err(|error| StartError::DataFolder(config.data_dir.display().to_string(), error))?
        .ok_or_else(|| StartError::AlreadyServed(config.data_dir.display().to_string()))?;
    let settled = recover_writes(&app.service, true).await?;
    if settled > 0 {
        tracing::warn!(writes = settled, "password writes that were cut off are settled");
    }
    let jobs = jobs::start(app.service.clone(), &app.dispatcher);
    tracing::info!(listen = %config.listen, public_url = %config.public_origin(), "serving");
    ready(config);
    http::serve::serve(listener, transport, app.router, stop_signal()).await;
    jobs.stop().await;
    tracing::info!("stopped");
    Ok(())
}

/// Ends when the process is told to stop.
async fn stop_signal() {
    let interrupt = async {
        // Without a handler the signal ends the process by itself.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}

fn open_store(folder: &Path, random: &Arc<dyn Random>) -> Result<(Arc<Vault>, SqliteStore), StartError> {
    data_folder::prepare(folder)
        .map_err(|error| StartError::DataFolder(folder.display().to_string(), error))?;
    let vault = Arc::new(vault::load_or_create(&folder.join("keys"), &**random)?);
    let store = SqliteStore::open(&folder.join("postern.db"), Arc::clone(&vault), Arc::clone(random))?;
    Ok((vault, store))
}

fn directory(
    config: &Config,
    store: &SqliteStore,
    hasher: &Hasher,
    clock: &Arc<dyn Clock>,
) -> Result<Arc<dyn Directory>, LdapTlsError> {
    let clock = Arc::clone(clock);
    Ok(match config.directory.ldap() {
        None => Arc::new(EmbeddedDirectory::new(store.clone(), hasher.clone(), clock)),
        Some(ldap) => Arc::new(LdapDirectory::new(ldap, clock)?),
    })
}

fn is_https(config: &Config) -> bool {
    config.public_url.scheme() == "https"
}

fn site_settings(config: &Arc<Config>) -> SiteSettings {
    let help_desk = Arc::clone(config);
    SiteSettings {
        public_origin: config.public_origin(),
        secure: is_https(config),
        organisation: config.organisation.name.clone(),
        locales: config.organisation.locales.clone(),
        default_locale: config.organisation.default_locale.clone(),
        help_desk: Box::new(move |locale| {
            let entry = help_desk.help_desk.for_locale(locale);
            wire::HelpDesk {
                phone: entry.phone,
                email: entry.email,
                link: entry.link,
                hours: entry.hours,
            }
        }),
        trusted_proxies: config.trusted_proxies.clone(),
        demonstration: config.mode == Mode::Demonstration,
    }
}
