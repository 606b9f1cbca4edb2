//! Whole resets, with the portal's own store, while the line to the server breaks.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use postern_server::assets::Assets;
use postern_server::compose::{App, Ports};
use postern_server::config::Config;
use postern_server::directory::embedded::Hasher;
use postern_server::directory::ldap::LdapDirectory;
use postern_server::domain::account::{Account, AuthenticatorKind};
use postern_server::domain::audit::Origin;
use postern_server::domain::clock::Clock;
use postern_server::domain::directory::{
    Capabilities, Directory, DirectoryError, PasswordVerdict, SetPasswordError, WriteEvidence, WriteMark,
    Written,
};
use postern_server::domain::identifier::Identifier;
use postern_server::domain::ids::{SubjectId, WriteAttemptId};
use postern_server::domain::message::{DeliveryError, Mail, Mailer, RenderedMail};
use postern_server::domain::method::Method;
use postern_server::domain::random::OsRandom;
use postern_server::domain::reset::{
    FlowToken, Purpose, ResetError, ResetRefusal, ResetService, SessionStatus, Start, recover_writes,
};
use postern_server::domain::secret::{SecretBytes, SecretText};
use postern_server::domain::totp;
use postern_server::l10n::Texts;

use crate::proxy::{Proxy, StormClock, Weather};
use crate::world::{NEXT, World, now, parsed, secret, subject};

const SEED: &[u8; 20] = b"12345678901234567890";

const CONFIGURATION: &str = r#"
public_url = "http://localhost:1"
[organisation]
name = "a"
[reset]
required_methods = 1
[smtp]
host = "localhost"
from = "a@b.example"
"#;

pub async fn law_6_a_reset_whose_answer_is_lost_is_unknown_and_recovery_completes_it(world: Arc<World>) {
    let reset = reset(&world, "resetter", Weather::LosesAnswers).await;
    let done = reset.settle().await;
    assert!(matches!(&done, (1, SessionStatus::Completed(_))), "{done:?}");
    assert_eq!(reset.verdict(NEXT).await, PasswordVerdict::Right);
    let done = reset.settle().await;
    assert!(matches!(&done, (0, SessionStatus::Completed(_))), "{done:?}");
}

pub async fn law_6_a_reset_that_is_lost_on_its_way_stays_unknown_while_it_may_arrive(world: Arc<World>) {
    let reset = reset(&world, "waiter", Weather::LosesRequests).await;
    for _ in 0..2 {
        let (settled, status) = reset.settle().await;
        assert_eq!(settled, 0);
        assert!(matches!(status, SessionStatus::Writing(_)), "{status:?}");
    }
    assert_eq!(reset.verdict(NEXT).await, PasswordVerdict::Wrong);
}

/// A reset that came to its write, during which the line broke.
struct Reset {
    service: ResetService,
    token: FlowToken,
    subject: SubjectId,
    _folder: tempfile::TempDir,
}

impl Reset {
    /// How many writes recovery settles, and how the flow stands then.
    async fn settle(&self) -> (usize, SessionStatus) {
        let settled = recover_writes(&self.service, true)
            .await
            .expect("the store answers");
        let opened = self.service.look(&self.token).await;
        let opened = opened.unwrap_or_else(|error| panic!("{error:?}"));
        (settled, opened.session.status)
    }

    async fn verdict(&self, password: &str) -> PasswordVerdict {
        let directory = &self.service.deps().directory;
        let verdict = directory.verify_password(&self.subject, &secret(password)).await;
        verdict.expect("the directory answers")
    }
}

async fn reset(world: &World, name: &str, weather: Weather) -> Reset {
    let proxy = Proxy::start_on(&world.tls.ip().to_string(), world.tls).await;
    let clock = Arc::new(StormClock {
        proxy: Arc::clone(&proxy),
        weather: Mutex::new(None),
    });
    let directory = world.directory_timed(&[proxy.url()], "", Arc::clone(&clock) as Arc<dyn Clock>);
    let person = world.person(name).await;
    let subject = subject(&directory, &person).await;
    // slapd counts seconds: the password should not be of the same one.
    tokio::time::sleep(std::time::Duration::from_millis(1_100)).await;
    let folder = tempfile::tempdir().expect("a folder");
    let data = format!(
        "data_dir = {:?}",
        folder.path().join("data").display().to_string()
    );
    let config = Config::parse_demonstration(&[&data, CONFIGURATION]);
    let config = Arc::new(config.unwrap_or_else(|problems| panic!("{problems:?}")));
    let random = Arc::new(OsRandom);
    let ports = Ports {
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        random: random.clone(),
        hasher: Hasher::cheap(random),
        mailer: Arc::new(NoMailer),
        texter: None,
        assets: Assets::for_tests(),
        texts: Arc::new(Texts::load()),
    };
    let breaking = Arc::new(Breaking {
        inner: directory,
        clock,
        weather,
    });
    let app = App::build_around(&config, ports, |_, _| None, |_| breaking).expect("a portal");
    let service = app.service;
    let seed = AuthenticatorKind::Totp {
        seed: SecretBytes::new(*SEED),
        last_step: 0,
    };
    let methods = &service.deps().methods;
    methods
        .import_authenticators(&subject, vec![seed], now(), now())
        .await
        .expect("registered");
    let start = Start {
        purpose: Purpose::Reset,
        typed: person.name.clone(),
        identifier: parsed(&person.name),
        locale: "en".to_owned(),
        time_zone: None,
        proof_of_work_nonce: name.to_owned(),
        nonce_expires_at: Timestamp::MAX,
        previous: None,
        origin: Origin::default(),
    };
    let started = service
        .start(start)
        .await
        .unwrap_or_else(|error| panic!("{error:?}"));
    let answered = service
        .look_up(&parsed(&person.name))
        .await
        .unwrap_or_else(|error| panic!("{error:?}"));
    let kept = service.keep(&started.flow, &answered).await;
    assert!(kept.is_ok(), "{kept:?}");
    let token = started.token;
    let code = totp::code_at(&SecretBytes::new(*SEED), totp::step_at(now()));
    let proved = service.attempt_code(&token, None, Method::AuthenticatorCode, &code, Origin::default());
    assert_eq!(proved.await.err().map(|error| format!("{error:?}")), None);
    let written = service
        .set_password(&token, None, &secret(NEXT), Origin::default())
        .await;
    assert!(
        matches!(written, Err(ResetError::Refused(ResetRefusal::WriteUnknown))),
        "{written:?}"
    );
    proxy.set(Weather::Fair);
    Reset {
        service,
        token,
        subject,
        _folder: folder,
    }
}

/// The connector, with weather that breaks in during a write.
struct Breaking {
    inner: LdapDirectory,
    clock: Arc<StormClock>,
    weather: Weather,
}

#[async_trait]
impl Directory for Breaking {
    fn capabilities(&self) -> Capabilities {
        self.inner.capabilities()
    }

    async fn find_account(&self, identifier: &Identifier) -> Result<Option<Account>, DirectoryError> {
        self.inner.find_account(identifier).await
    }

    async fn get_account(&self, subject: &SubjectId) -> Result<Option<Account>, DirectoryError> {
        self.inner.get_account(subject).await
    }

    async fn list_members(
        &self,
        groups: &BTreeSet<String>,
        limit: usize,
    ) -> Result<Vec<Account>, DirectoryError> {
        self.inner.list_members(groups, limit).await
    }

    async fn verify_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
    ) -> Result<PasswordVerdict, DirectoryError> {
        self.inner.verify_password(subject, password).await
    }

    async fn read_mark(&self, subject: &SubjectId) -> Result<WriteMark, DirectoryError> {
        self.inner.read_mark(subject).await
    }

    async fn set_password(
        &self,
        subject: &SubjectId,
        password: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        *self.clock.weather.lock().expect("not poisoned") = Some(self.weather);
        self.inner.set_password(subject, password, attempt, now).await
    }

    async fn change_password(
        &self,
        subject: &SubjectId,
        current: &SecretText,
        new: &SecretText,
        attempt: &WriteAttemptId,
        now: Timestamp,
    ) -> Result<Written, SetPasswordError> {
        self.inner
            .change_password(subject, current, new, attempt, now)
            .await
    }

    async fn unlock(&self, subject: &SubjectId) -> Result<(), DirectoryError> {
        self.inner.unlock(subject).await
    }

    fn longest_write(&self) -> SignedDuration {
        self.inner.longest_write()
    }

    async fn find_write(
        &self,
        subject: &SubjectId,
        attempt: &WriteAttemptId,
        mark: &WriteMark,
        since: Timestamp,
    ) -> Result<WriteEvidence, DirectoryError> {
        self.inner.find_write(subject, attempt, mark, since).await
    }
}

/// Nothing is sent here; what would be waits in the outbox.
struct NoMailer;

#[async_trait]
impl Mailer for NoMailer {
    fn render(&self, _: &Mail) -> Result<RenderedMail, DeliveryError> {
        Err(DeliveryError::Permanent("nothing is sent here".to_owned()))
    }

    async fn send(&self, _: RenderedMail) -> Result<(), DeliveryError> {
        Err(DeliveryError::Permanent("nothing is sent here".to_owned()))
    }
}
