//! The portal with its own folder, clock, randomness and mailbox, and browsers to use it with.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use altcha::{Payload, SolveChallengeOptions};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request};
use axum::routing::MethodRouter;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use postern_api::paths;
use postern_server::assets::Assets;
use postern_server::compose::{App, Ports};
use postern_server::config::Config;
use postern_server::directory::embedded::Hasher;
use postern_server::domain::address::EmailAddress;
use postern_server::domain::clock::{Clock, StoppedClock};
use postern_server::domain::directory::{Directory, PasswordVerdict};
use postern_server::domain::identifier::Identifier;
use postern_server::domain::ids::SubjectId;
use postern_server::domain::message::{MailContent, TextContent};
use postern_server::domain::people::NewPerson;
use postern_server::domain::phone::PhoneNumber;
use postern_server::domain::random::{Random, SeededRandom};
use postern_server::domain::reset::{Channel, Dispatcher, ResetService, recover_writes};
use postern_server::domain::secret::{SecretBytes, SecretText};
use postern_server::domain::totp;
use postern_server::http::LookUps;
use postern_server::jobs::keep_house_once;
use postern_server::l10n::Texts;
use postern_server::notify::sms::SmsGateway;
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use super::{Answer, CapturedMail, CapturedText, CapturingMailer, CapturingTexter, FaultyDirectory};

/// The folder of the workspace.
pub const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

const ORIGIN: &str = "https://reset.example";
const SEED: &[u8; 20] = b"a seed of twenty byt";

const CONFIGURATION: &str = r#"
public_url = "https://reset.example"
listen = "127.0.0.1:0"
trusted_proxies = ["10.0.0.0/8"]
answer_deadline_ms = 0

[organisation]
name = "Contoso"
locales = ["en", "ar"]

[help_desk]
phone = "+1 202 555 0199"

[reset]
scope = "selected"
include = ["staff"]

[roles]
sspr_administrator = ["sspr-admins"]
password_administrator = ["helpdesk"]

[smtp]
host = "127.0.0.1"
port = 2525
security = "plain"
from = "Contoso <reset@contoso.example>"

[methods.sms]
enabled = true
default_region = "US"

[sms]
url = "http://127.0.0.1:1/messages"
secret = "hush"

[sms.fields]
to = "{to}"
text = "{text}"

[sms.headers]
Authorization = "Bearer {secret}"

[challenge]
cost = 1
counter_min = 1
counter_max = 2
"#;

/// Puts a portal together.
pub struct TestAppBuilder {
    overrides: Vec<(String, String)>,
    people: Vec<NewPerson>,
    extra: Option<Router>,
    gateway: bool,
}

/// A portal.
pub struct TestApp {
    pub router: Router,
    pub service: ResetService,
    pub clock: Arc<StoppedClock>,
    pub mailer: Arc<CapturingMailer>,
    pub texter: Arc<CapturingTexter>,
    pub directory: Arc<FaultyDirectory>,
    look_ups: Arc<LookUps>,
    dispatcher: Dispatcher,
    config: Arc<Config>,
    folder: Arc<tempfile::TempDir>,
}

/// Describes a person.
pub struct PersonBuilder(NewPerson);

impl PersonBuilder {
    /// Somebody of the staff, with a recovery address and an authenticator app.
    pub fn named(name: &str) -> Self {
        Self(NewPerson {
            user_name: format!("{name}@demo.example"),
            primary_mail: Some(EmailAddress::parse(&format!("{name}@demo.example")).unwrap()),
            given_name: Some(name.to_owned()),
            family_name: None,
            display_name: None,
            locale: None,
            groups: BTreeSet::from(["staff".to_owned()]),
            enabled: true,
            locked_until: None,
            must_change: false,
            password: Some(SecretText::new("correct horse battery staple")),
            recovery_addresses: vec![EmailAddress::parse(&format!("{name}@home.example")).unwrap()],
            mobile_numbers: Vec::new(),
            totp_seed: Some(SecretBytes::new(*SEED)),
            confirmed_at: None,
        })
    }

    pub fn without_authenticator(mut self) -> Self {
        self.0.totp_seed = None;
        self
    }

    pub fn with_mobile(mut self, number: &str) -> Self {
        self.0
            .mobile_numbers
            .push(PhoneNumber::parse(number, None).unwrap());
        self
    }

    pub fn without_mail(mut self) -> Self {
        self.0.recovery_addresses.clear();
        self
    }

    pub fn without_methods(mut self) -> Self {
        self.0.totp_seed = None;
        self.0.recovery_addresses.clear();
        self
    }

    pub fn in_groups(mut self, groups: &[&str]) -> Self {
        self.0.groups = groups.iter().map(|&group| group.to_owned()).collect();
        self
    }

    pub fn disabled(mut self) -> Self {
        self.0.enabled = false;
        self
    }

    pub fn locked_until(mut self, until: Timestamp) -> Self {
        self.0.locked_until = Some(until);
        self
    }

    pub fn speaking(mut self, locale: &str) -> Self {
        self.0.locale = Some(locale.to_owned());
        self
    }

    /// Makes the recovery address the mailbox that the password opens.
    pub fn recovering_to_primary(mut self) -> Self {
        self.0.recovery_addresses = self.0.primary_mail.iter().cloned().collect();
        self
    }
}

impl TestAppBuilder {
    pub fn with(mut self, person: PersonBuilder) -> Self {
        self.people.push(person.0);
        self
    }

    /// Overrides a setting, `reset.required_methods` for example.
    pub fn setting(mut self, path: &str, value: &str) -> Self {
        let name = format!("POSTERN__{}", path.to_uppercase().replace('.', "__"));
        self.overrides.push((name, value.to_owned()));
        self
    }

    /// Text messages go to a gateway at this address instead of being kept.
    pub fn with_gateway(mut self, url: &str) -> Self {
        self.gateway = true;
        self.setting("sms.url", url).setting("sms.timeout_seconds", "1")
    }

    /// Adds a route of the test's own.
    pub fn with_route(mut self, path: &str, route: MethodRouter) -> Self {
        self.extra = Some(Router::new().route(path, route));
        self
    }

    pub async fn build(self) -> TestApp {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let clock = Arc::new(StoppedClock::at(Timestamp::from_second(1_800_000_000).unwrap()));
        TestApp::start(folder, clock, self).await
    }
}

impl TestApp {
    #[expect(clippy::new_ret_no_self, reason = "reads like a story")]
    pub fn new() -> TestAppBuilder {
        TestAppBuilder {
            overrides: Vec::new(),
            people: Vec::new(),
            extra: None,
            gateway: false,
        }
    }

    /// Ada, of the staff, with two methods.
    pub async fn with_ada() -> Self {
        Self::new().with(PersonBuilder::named("ada")).build().await
    }

    async fn start(
        folder: Arc<tempfile::TempDir>,
        clock: Arc<StoppedClock>,
        builder: TestAppBuilder,
    ) -> Self {
        let TestAppBuilder {
            mut overrides,
            people,
            extra,
            gateway,
        } = builder;
        overrides.push((
            "POSTERN__DATA_DIR".to_owned(),
            folder.path().display().to_string(),
        ));
        let config =
            Config::parse(CONFIGURATION, &overrides).unwrap_or_else(|problems| panic!("{problems:?}"));
        let config = Arc::new(config);
        Self::compose(folder, clock, config, people, extra, gateway).await
    }

    async fn compose(
        folder: Arc<tempfile::TempDir>,
        clock: Arc<StoppedClock>,
        config: Arc<Config>,
        people: Vec<NewPerson>,
        extra: Option<Router>,
        gateway: bool,
    ) -> Self {
        // A restarted portal must not repeat what it drew before.
        let seed = u64::try_from(clock.now().as_millisecond()).unwrap();
        let random: Arc<dyn Random> = Arc::new(SeededRandom::new(seed));
        let mailer = Arc::new(CapturingMailer::default());
        let texter = Arc::new(CapturingTexter::default());
        let directory = Arc::new(FaultyDirectory::default());
        let hasher = Hasher::cheap(Arc::clone(&random));
        let ports = Ports {
            clock: clock.clone(),
            random,
            hasher,
            mailer: mailer.clone(),
            texter: if gateway {
                let gateway = SmsGateway::new(&config, Arc::new(Texts::load()))
                    .unwrap()
                    .unwrap();
                Some(Arc::new(gateway))
            } else {
                Some(texter.clone())
            },
            assets: Assets::for_tests(),
            texts: Arc::new(Texts::load()),
        };
        let wrapped = Arc::clone(&directory);
        let app = App::build_around(
            &config,
            ports,
            move |_, _| extra,
            move |inner| {
                wrapped.wrap(inner);
                wrapped
            },
        )
        .unwrap();
        for person in people {
            app.importer.import(person, clock.now()).await.unwrap();
        }
        recover_writes(&app.service, true).await.unwrap();
        Self {
            router: app.router,
            service: app.service,
            clock,
            mailer,
            texter,
            directory,
            look_ups: app.look_ups,
            dispatcher: app.dispatcher,
            config,
            folder,
        }
    }

    /// The same portal after a stop and a start: same folder, same clock.
    pub async fn restart(self) -> Self {
        let Self {
            folder,
            clock,
            config,
            ..
        } = self;
        clock.advance_ms(1);
        Self::compose(folder, clock, config, Vec::new(), None, false).await
    }

    /// A fresh browser, without a cookie.
    pub fn browser(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            look_ups: Arc::clone(&self.look_ups),
            cookie: Arc::default(),
            flow: Arc::default(),
        }
    }

    pub fn advance(&self, seconds: i64) {
        self.clock.advance_ms(seconds * 1_000);
    }

    /// Lets the background do what is due, once.
    pub async fn run_jobs(&self) {
        for channel in Channel::ALL {
            self.dispatcher.run_once(channel).await.unwrap();
        }
        keep_house_once(&self.service).await.unwrap();
    }

    /// Starts what is due on a channel, and leaves it under way.
    pub async fn start_due(&self, channel: Channel) -> JoinSet<()> {
        let mut tasks = JoinSet::new();
        self.dispatcher.start_due(channel, &mut tasks).await.unwrap();
        tasks
    }

    pub async fn run_channel(&self, channel: Channel) {
        self.dispatcher.run_once(channel).await.unwrap();
    }

    /// Lets the look-ups behind answers come to their end.
    pub async fn settle(&self) {
        settle(&self.look_ups).await;
    }

    pub fn texts(&self) -> Vec<CapturedText> {
        self.texter.sent()
    }

    /// The newest code that went to a number.
    #[track_caller]
    pub fn texted_code(&self, number: &str) -> String {
        let texts = self.texts().into_iter().rev();
        texts
            .filter(|text| text.to == number)
            .find_map(|text| match text.content {
                TextContent::ResetCode { code, .. } => Some(code.expose().to_owned()),
                TextContent::ResetRefused { .. } => None,
            })
            .unwrap_or_else(|| panic!("no code went to {number}"))
    }

    pub fn mails(&self) -> Vec<CapturedMail> {
        self.mailer.sent()
    }

    /// The newest code and link that went to an address.
    #[track_caller]
    pub fn code_for(&self, address: &str) -> (String, String) {
        self.find_code_for(address)
            .unwrap_or_else(|| panic!("no code went to {address}"))
    }

    pub fn find_code_for(&self, address: &str) -> Option<(String, String)> {
        self.mails()
            .into_iter()
            .rev()
            .find_map(|mail| match mail.content {
                MailContent::ResetCode { code, link_token, .. } if mail.to == address => {
                    Some((code.expose().to_owned(), link_token.expose().to_owned()))
                }
                _ => None,
            })
    }

    /// The code that Ada's app shows.
    pub fn totp(&self) -> String {
        let step = totp::step_at(self.clock.now());
        totp::code_at(&SecretBytes::new(*SEED), step).expose().to_owned()
    }

    pub async fn subject(&self, user_name: &str) -> SubjectId {
        let identifier = Identifier::parse(user_name).unwrap();
        self.directory
            .find_account(&identifier)
            .await
            .unwrap()
            .unwrap()
            .subject
    }

    /// What a sign-in would say.
    pub async fn try_password(&self, user_name: &str, password: &str) -> PasswordVerdict {
        let subject = self.subject(user_name).await;
        self.directory
            .verify_password(&subject, &SecretText::new(password))
            .await
            .unwrap()
    }

    /// Reasons in the evidence, oldest first.
    pub fn reasons(&self) -> Vec<String> {
        self.rows("SELECT reason FROM audit_events WHERE flow IS NOT NULL ORDER BY seq")
    }

    /// The first column of a query over the store's file, as text.
    pub fn rows(&self, sql: &str) -> Vec<String> {
        let connection = rusqlite::Connection::open(self.folder.path().join("postern.db")).unwrap();
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement
            .query_map([], |row| row.get::<_, rusqlite::types::Value>(0))
            .unwrap();
        rows.map(|value| match value.unwrap() {
            rusqlite::types::Value::Text(text) => text,
            rusqlite::types::Value::Integer(number) => number.to_string(),
            other => format!("{other:?}"),
        })
        .collect()
    }

    pub fn execute(&self, sql: &str) {
        rusqlite::Connection::open(self.folder.path().join("postern.db"))
            .unwrap()
            .execute_batch(sql)
            .unwrap();
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

async fn settle(look_ups: &LookUps) {
    let idle = async {
        while look_ups.count() > 0 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), idle)
        .await
        .expect("a look-up hangs");
}

/// A browser: keeps its flow cookie, and says which flow it believes to be in.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    look_ups: Arc<LookUps>,
    cookie: Arc<Mutex<Option<String>>>,
    flow: Arc<Mutex<Option<String>>>,
}

impl Browser {
    /// Another tab of the same browser: same cookie, its own idea of the flow.
    pub fn tab(&self) -> Self {
        let flow = self.flow.lock().unwrap().clone();
        Self {
            router: self.router.clone(),
            look_ups: Arc::clone(&self.look_ups),
            cookie: Arc::clone(&self.cookie),
            flow: Arc::new(Mutex::new(flow)),
        }
    }

    pub fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    pub fn set_cookie(&self, cookie: Option<String>) {
        *self.cookie.lock().unwrap() = cookie;
    }

    pub fn forget_flow(&self) {
        *self.flow.lock().unwrap() = None;
    }

    /// A request as the portal's own page would send it.
    pub async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let body = body.map(|body| body.to_string().into_bytes());
        self.send_raw(method, path, HeaderMap::new(), body).await
    }

    /// A request with a body of any bytes; headers given here replace the usual ones.
    pub async fn send_raw(
        &self,
        method: Method,
        path: &str,
        headers: HeaderMap,
        body: Option<Vec<u8>>,
    ) -> Answer {
        let mut request = Request::builder().method(method.clone()).uri(path);
        let own = request.headers_mut().unwrap();
        let mut put = |name: &'static str, value: &str| {
            own.insert(
                HeaderName::from_static(name),
                HeaderValue::from_str(value).unwrap(),
            );
        };
        if !matches!(method, Method::GET | Method::HEAD) {
            put("origin", ORIGIN);
            put("sec-fetch-site", "same-origin");
            put("content-type", "application/json");
        }
        if let Some(cookie) = self.cookie() {
            put("cookie", &format!("__Host-postern-flow={cookie}"));
        }
        if let Some(flow) = self.flow.lock().unwrap().as_deref() {
            put(paths::FLOW_HEADER, flow);
        }
        for (name, value) in headers {
            match name {
                Some(name) if value.is_empty() => drop(own.remove(name)),
                Some(name) => drop(own.insert(name, value)),
                None => {}
            }
        }
        let request = request.body(Body::from(body.unwrap_or_default())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        let answer = Answer {
            status: parts.status,
            headers: parts.headers,
            body,
        };
        self.remember(&answer);
        answer
    }

    fn remember(&self, answer: &Answer) {
        if let Some(set) = answer
            .header("set-cookie")
            .filter(|set| set.starts_with("__Host-postern-flow="))
        {
            let value = set.split(['=', ';']).nth(1).unwrap_or_default();
            *self.cookie.lock().unwrap() = (!value.is_empty()).then(|| value.to_owned());
        }
        if let Ok(state) = serde_json::from_slice::<postern_api::ResetState>(&answer.body) {
            *self.flow.lock().unwrap() = Some(state.flow);
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    /// A solved proof of work.
    pub async fn proof_of_work(&self) -> String {
        let challenge: altcha::Challenge =
            serde_json::from_value(self.get(paths::PROOF_OF_WORK).await.json()).unwrap();
        let solution = altcha::solve_challenge(SolveChallengeOptions::new(&challenge))
            .unwrap()
            .unwrap();
        STANDARD.encode(serde_json::to_vec(&Payload { challenge, solution }).unwrap())
    }

    pub async fn start_reset(&self, identifier: &str) -> Answer {
        self.start(identifier, "reset").await
    }

    pub async fn start_unlock(&self, identifier: &str) -> Answer {
        self.start(identifier, "unlock").await
    }

    async fn start(&self, identifier: &str, purpose: &str) -> Answer {
        let proof_of_work = self.proof_of_work().await;
        // A new flow does not speak for the old one.
        self.forget_flow();
        let body = json!({
            "identifier": identifier, "proof_of_work": proof_of_work, "locale": "en", "time_zone": "Europe/Berlin",
            "purpose": purpose,
        });
        self.post(paths::RESET_SESSIONS, body).await
    }

    pub async fn state(&self) -> Answer {
        self.get(paths::RESET_SESSION).await
    }

    pub async fn send_code(&self, target: &str) -> Answer {
        self.post(
            paths::RESET_CHALLENGES,
            json!({"method": "email", "target": target}),
        )
        .await
    }

    pub async fn submit_code(&self, code: &str) -> Answer {
        self.post(paths::RESET_ATTEMPTS, json!({"method": "email", "code": code}))
            .await
    }

    pub async fn send_text(&self, target: &str) -> Answer {
        self.post(
            paths::RESET_CHALLENGES,
            json!({"method": "sms", "target": target}),
        )
        .await
    }

    pub async fn submit_texted(&self, code: &str) -> Answer {
        self.post(paths::RESET_ATTEMPTS, json!({"method": "sms", "code": code}))
            .await
    }

    pub async fn unlock(&self) -> Answer {
        self.post(paths::RESET_UNLOCK, json!({})).await
    }

    pub async fn change_purpose(&self, purpose: &str) -> Answer {
        self.send(
            Method::PUT,
            paths::RESET_PURPOSE,
            Some(json!({"purpose": purpose})),
        )
        .await
    }

    /// Nobody reads a code off a telephone before the directory has said whose account it is.
    pub async fn submit_totp(&self, code: &str) -> Answer {
        settle(&self.look_ups).await;
        self.submit_totp_at_once(code).await
    }

    pub async fn submit_totp_at_once(&self, code: &str) -> Answer {
        self.post(
            paths::RESET_ATTEMPTS,
            json!({"method": "authenticator-code", "code": code}),
        )
        .await
    }

    pub async fn check_link(&self, token: &str) -> Answer {
        self.post(paths::RESET_LINK_CHECKS, json!({"token": token})).await
    }

    pub async fn submit_link(&self, token: &str) -> Answer {
        self.post(paths::RESET_LINK_ATTEMPTS, json!({"token": token}))
            .await
    }

    pub async fn set_password(&self, password: &str) -> Answer {
        self.post(paths::RESET_PASSWORD, json!({"new_password": password}))
            .await
    }

    pub async fn extend(&self) -> Answer {
        self.post(paths::RESET_EXTENSIONS, json!({})).await
    }

    pub async fn cancel(&self) -> Answer {
        self.send(Method::DELETE, paths::RESET_SESSION, None).await
    }

    /// Start, mailed code, authenticator code: both gates are passed.
    pub async fn pass_both_gates(&self, app: &TestApp, name: &str) {
        self.start_reset(&format!("{name}@demo.example")).await.state();
        self.pass_mail_gate(app, name).await;
        self.submit_totp(&app.totp())
            .await
            .assert_step(&postern_api::Step::NewPassword);
    }

    /// The texted code of a started flow.
    pub async fn pass_text_gate(&self, app: &TestApp, number: &str) {
        self.send_text(number).await.assert_verify();
        app.run_jobs().await;
        self.submit_texted(&app.texted_code(number)).await.state();
    }

    /// The mailed code of a started flow.
    pub async fn pass_mail_gate(&self, app: &TestApp, name: &str) {
        let address = format!("{name}@home.example");
        self.send_code(&address).await.assert_verify();
        app.run_jobs().await;
        let (code, _) = app.code_for(&address);
        self.submit_code(&code).await.state();
    }
}
