//! People, and sessions that stand where a measurement begins: made by the portal's own domain in
//! the portal's own folder, so that nothing about them is special.

use std::collections::{BTreeSet, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use altcha::{Payload, SolveChallengeOptions};
use async_trait::async_trait;
use data_encoding::BASE64;
use jiff::{SignedDuration, Timestamp};
use postern_server::assets::Assets;
use postern_server::compose::{App, Ports};
use postern_server::config::Config;
use postern_server::directory::embedded::Hasher;
use postern_server::domain::address::EmailAddress;
use postern_server::domain::audit::Origin;
use postern_server::domain::clock::{Clock, SystemClock};
use postern_server::domain::identifier::Identifier;
use postern_server::domain::message::{DeliveryError, Mail, MailContent, Mailer, RenderedMail};
use postern_server::domain::method::Method;
use postern_server::domain::people::NewPerson;
use postern_server::domain::random::{OsRandom, Random};
use postern_server::domain::reset::{Channel, FlowToken, Purpose, Start};
use postern_server::domain::secret::{SecretBytes, SecretText};
use postern_server::domain::totp;
use postern_server::l10n::Texts;
use postern_server::proof_of_work::{Difficulty, ProofOfWork};
use postern_server::vault;
use tokio::task::JoinSet;

/// The policy of the demonstration, as far as sessions see it; sessions live long enough for all
/// measurements.
const CONFIGURATION: &str = r#"
public_url = "https://reset.example"
listen = "127.0.0.1:0"
trusted_proxies = ["10.0.0.0/8"]
[organisation]
name = "Contoso"
[reset]
scope = "selected"
include = ["staff"]
[flow]
lifetime_seconds = 3600
[smtp]
host = "127.0.0.1"
port = 2525
security = "plain"
from = "Contoso <reset@contoso.example>"
"#;

/// So that checking a guess is what costs, not finding it.
const EASY: Difficulty = Difficulty {
    cost: 1,
    counter_min: 1,
    counter_max: 2,
    lifetime_seconds: 3_600,
};

/// The seed of everybody's authenticator app.
const SEED: &[u8; 20] = b"a seed of twenty byt";

/// Operations that are on their way together, so that their commits are grouped.
const TOGETHER: usize = 64;

/// How many of each.
pub struct Counts {
    /// People in the directory.
    pub people: usize,
    /// Bodies for starts.
    pub starts: usize,
    /// Sessions that wait for a code.
    pub codes: usize,
    /// Sessions that wait for the new password.
    pub passwords: usize,
}

/// A mailer that keeps the codes.
#[derive(Default)]
struct Codes(Mutex<HashMap<String, String>>);

#[async_trait]
impl Mailer for Codes {
    fn render(&self, mail: &Mail) -> Result<RenderedMail, DeliveryError> {
        if let MailContent::ResetCode { code, .. } = &mail.content {
            let mut codes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            codes.insert(mail.to.as_str().to_owned(), code.expose().to_owned());
        }
        Ok(RenderedMail {
            to: mail.to.clone(),
            subject: String::new(),
            text: String::new(),
            html: String::new(),
        })
    }

    async fn send(&self, _: RenderedMail) -> Result<(), DeliveryError> {
        Ok(())
    }
}

/// Fills the folder, and writes what the driver sends: `starts`, `codes` and `passwords`, a line
/// for each request.
pub async fn prepare(folder: &str, out: &Path, counts: &Counts) -> Result<(), Box<dyn Error>> {
    let environment = [("POSTERN__DATA_DIR".to_owned(), folder.to_owned())];
    let config = Config::parse(CONFIGURATION, &environment).map_err(|problems| format!("{problems:?}"))?;
    let random: Arc<dyn Random> = Arc::new(OsRandom);
    let codes = Arc::new(Codes::default());
    let ports = Ports {
        clock: Arc::new(SystemClock),
        hasher: Hasher::cheap(Arc::clone(&random)),
        mailer: codes.clone(),
        texter: None,
        assets: Assets::default(),
        texts: Arc::new(Texts::load()),
        random: Arc::clone(&random),
    };
    let app = Arc::new(App::build(&Arc::new(config), ports, |_, _| None)?);
    import(&app, counts.people).await?;
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("starts"), starts(Path::new(folder), counts, &random)?)?;

    let tokens = sessions(&app, counts.codes + counts.passwords).await?;
    while app.dispatcher.run_once(Channel::Mail).await? > 0 {}
    let codes = codes.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let mut waiting = String::new();
    let mut proven = String::new();
    for (index, token) in tokens.iter().enumerate() {
        let code = codes.get(&recovery(index)).ok_or("a code did not leave")?;
        if index < counts.codes {
            writeln!(waiting, "{} {code}", token.to_text())?;
        } else {
            prove(&app, token, code).await?;
            writeln!(proven, "{}", token.to_text())?;
        }
    }
    std::fs::write(out.join("codes"), waiting)?;
    std::fs::write(out.join("passwords"), proven)?;
    Ok(())
}

fn user(index: usize) -> String {
    format!("person-{index}@demo.example")
}

fn recovery(index: usize) -> String {
    format!("person-{index}@home.example")
}

async fn import(app: &Arc<App>, people: usize) -> Result<(), Box<dyn Error>> {
    let (address, now) = (EmailAddress::parse, SystemClock.now());
    let mut tasks = JoinSet::new();
    for index in 0..people {
        let person = NewPerson {
            user_name: user(index),
            primary_mail: Some(address(&user(index)).map_err(|error| format!("{error:?}"))?),
            given_name: Some("Ada".to_owned()),
            family_name: Some("Example".to_owned()),
            display_name: None,
            locale: None,
            groups: BTreeSet::from(["staff".to_owned()]),
            enabled: true,
            locked_until: None,
            must_change: false,
            password: None,
            recovery_addresses: vec![address(&recovery(index)).map_err(|error| format!("{error:?}"))?],
            mobile_numbers: Vec::new(),
            totp_seed: Some(SecretBytes::new(*SEED)),
            confirmed_at: None,
        };
        let importer = Arc::clone(&app.importer);
        tasks.spawn(async move { importer.import(person, now).await });
        if tasks.len() == TOGETHER {
            tasks.join_next().await.transpose()?.transpose()?;
        }
    }
    while let Some(imported) = tasks.join_next().await {
        imported??;
    }
    Ok(())
}

/// Bodies of starts, with challenges that are solved already.
fn starts(folder: &Path, counts: &Counts, random: &Arc<dyn Random>) -> Result<String, Box<dyn Error>> {
    let vault = vault::load_or_create(&folder.join("keys"), &**random)?;
    let proof = ProofOfWork::new(EASY, &vault, Arc::new(SystemClock), Arc::clone(random));
    let mut bodies = String::new();
    for index in 0..counts.starts {
        let challenge = proof.create("reset")?;
        let solution =
            altcha::solve_challenge(SolveChallengeOptions::new(&challenge))?.ok_or("no solution")?;
        let payload = BASE64.encode(&serde_json::to_vec(&Payload { challenge, solution })?);
        let identifier = user(index % counts.people.max(1));
        let body = serde_json::json!({"identifier": identifier, "proof_of_work": payload, "locale": "en"});
        writeln!(bodies, "{body}")?;
    }
    Ok(bodies)
}

/// Sessions, each of another person, that wait for a code.
async fn sessions(app: &Arc<App>, count: usize) -> Result<Vec<FlowToken>, Box<dyn Error>> {
    let mut tasks = JoinSet::new();
    let mut tokens: Vec<Option<FlowToken>> = (0..count).map(|_| None).collect();
    for index in 0..count {
        let app = Arc::clone(app);
        tasks.spawn(async move {
            let begun = begin(&app, index).await.map_err(|error| error.to_string());
            (index, begun)
        });
        if tasks.len() == TOGETHER
            && let Some(joined) = tasks.join_next().await
        {
            let (index, token) = joined?;
            tokens[index] = Some(token?);
        }
    }
    while let Some(joined) = tasks.join_next().await {
        let (index, token) = joined?;
        tokens[index] = Some(token?);
    }
    Ok(tokens.into_iter().flatten().collect())
}

async fn begin(app: &App, index: usize) -> Result<FlowToken, Box<dyn Error + Send + Sync>> {
    let identifier = Identifier::parse(&user(index)).map_err(|error| format!("{error:?}"))?;
    let now = SystemClock.now();
    let started = app
        .service
        .start(Start {
            purpose: Purpose::Reset,
            typed: user(index),
            identifier: identifier.clone(),
            locale: "en".to_owned(),
            time_zone: None,
            proof_of_work_nonce: format!("prepared-{index}"),
            nonce_expires_at: later(now),
            previous: None,
            origin: Origin::default(),
        })
        .await
        .map_err(|error| format!("{error:?}"))?;
    let service = &app.service;
    let answered = service
        .look_up(&identifier)
        .await
        .map_err(|error| format!("{error:?}"))?;
    service
        .keep(&started.flow, &answered)
        .await
        .map_err(|error| format!("{error:?}"))?;
    service
        .request_code(
            &started.token,
            None,
            Method::Email,
            &recovery(index),
            Origin::default(),
        )
        .await
        .map_err(|error| format!("{error:?}"))?;
    Ok(started.token)
}

/// Passes both gates.
async fn prove(app: &App, token: &FlowToken, code: &str) -> Result<(), Box<dyn Error>> {
    let totp = totp::code_at(&SecretBytes::new(*SEED), totp::step_at(SystemClock.now()));
    for (method, code) in [
        (Method::Email, SecretText::new(code)),
        (Method::AuthenticatorCode, totp),
    ] {
        app.service
            .attempt_code(token, None, method, &code, Origin::default())
            .await
            .map_err(|error| format!("{error:?}"))?;
    }
    Ok(())
}

fn later(now: Timestamp) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(1)).unwrap_or(now)
}
