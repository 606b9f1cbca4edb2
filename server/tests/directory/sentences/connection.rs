//! What the line does, and what is said of it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::future::join_all;
use postern_server::demo::directory::Certificates;
use postern_server::domain::clock::Clock;
use postern_server::domain::directory::{
    Directory as _, DirectoryError, PasswordVerdict, SetPasswordError, WriteEvidence, Written,
};
use tokio::time::Instant;

use crate::proxy::{Proxy, StormClock, Weather};
use crate::world::{NEXT, PASSWORD, Person, World, account, attempt, find, now, parsed, secret, subject};

pub async fn tls_and_starttls_are_verified(world: Arc<World>) {
    for (name, url) in [
        ("secure", world.ldaps()),
        ("upgraded", format!("ldap://{}", world.plain)),
    ] {
        let directory = world.directory_at(std::slice::from_ref(&url), "");
        let id = subject(&directory, &world.person(name).await).await;
        let verdict = directory.verify_password(&id, &secret(PASSWORD)).await;
        assert_eq!(verdict, Ok(PasswordVerdict::Right), "{url}");
        let written = directory
            .set_password(&id, &secret(NEXT), &attempt(), now())
            .await;
        assert!(written.is_ok(), "{url}: {written:?}");
    }
}

pub async fn another_authority_is_not_believed(world: Arc<World>) {
    let folder = tempfile::tempdir().expect("a folder");
    let other = Certificates::make(folder.path(), &["localhost"]).expect("certificates");
    let ca = format!("ca_file = {:?}", other.authority.display().to_string());
    for url in [world.ldaps(), format!("ldap://{}", world.plain)] {
        let directory = world.directory_at(&[url], &ca);
        let found = directory.find_account(&parsed("anybody")).await.err();
        assert_eq!(found, Some(DirectoryError::Misconfigured));
    }
}

pub async fn a_host_that_the_certificate_does_not_name_is_not_believed(world: Arc<World>) {
    // The proxy passes everything to the right server, under an address that is not the server's.
    let proxy = Proxy::start_on("127.0.0.9", world.tls).await;
    let directory = world.directory_at(&[proxy.url()], "");
    let found = directory.find_account(&parsed("anybody")).await.err();
    assert_eq!(found, Some(DirectoryError::Misconfigured));
}

pub async fn a_wrong_service_password_is_a_misconfiguration(world: Arc<World>) {
    let directory = world.directory_with("bind_password = \"not it\"");
    let found = directory.find_account(&parsed("anybody")).await.err();
    assert_eq!(found, Some(DirectoryError::Misconfigured));
    let nowhere = world.directory_with("base_dn = \"ou=nowhere,dc=demo,dc=example\"");
    let found = nowhere.find_account(&parsed("anybody")).await.err();
    assert_eq!(found, Some(DirectoryError::Misconfigured));
}

pub async fn the_next_server_is_asked_when_one_is_gone(world: Arc<World>) {
    let person = world.person("fallback").await;
    let dead = "ldaps://127.0.0.1:1".to_owned();
    let directory = world.directory_at(&[dead, world.ldaps()], "");
    assert!(find(&directory, &person.name).await.is_some());
    assert!(find(&directory, &person.mail).await.is_some());
}

pub async fn a_server_that_is_gone_is_unavailable_and_one_that_is_back_answers(world: Arc<World>) {
    let (proxy, directory) = behind_proxy(&world).await;
    let person = world.person("patient").await;
    let id = subject(&directory, &person).await;
    proxy.set(Weather::Down);
    tokio::time::sleep(Duration::from_millis(100)).await;
    let found = directory.find_account(&parsed(&person.name)).await.err();
    assert_eq!(found, Some(DirectoryError::Unavailable));
    let written = directory
        .set_password(&id, &secret(NEXT), &attempt(), now())
        .await;
    assert_eq!(written, Err(SetPasswordError::Unavailable));
    assert_eq!(directory.unlock(&id).await, Err(DirectoryError::Unavailable));
    let verdict = directory.verify_password(&id, &secret(PASSWORD)).await;
    assert_eq!(verdict, Err(DirectoryError::Unavailable));
    proxy.set(Weather::Fair);
    assert!(find(&directory, &person.name).await.is_some());
    assert!(
        directory
            .set_password(&id, &secret(NEXT), &attempt(), now())
            .await
            .is_ok()
    );
}

pub async fn a_silent_server_is_given_up_in_time(world: Arc<World>) {
    let proxy = proxy(&world).await;
    let quick = "connect_timeout_seconds = 1\noperation_timeout_seconds = 1";
    let directory = world.directory_at(&[proxy.url()], quick);
    let person = world.person("silent").await;
    assert!(find(&directory, &person.name).await.is_some());
    proxy.set(Weather::Silent);
    for expected in [1, 2] {
        let started = Instant::now();
        let found = directory.find_account(&parsed(&person.name)).await.err();
        assert_eq!(found, Some(DirectoryError::Unavailable));
        let took = started.elapsed();
        assert!(
            took < Duration::from_secs(expected) + Duration::from_millis(800),
            "{took:?}"
        );
    }
}

pub async fn few_connections_serve_many(world: Arc<World>) {
    let directory = world.directory_with("pool_size = 2");
    let person = world.person("popular").await;
    let (name, id) = (parsed(&person.name), subject(&directory, &person).await);
    let password = secret(PASSWORD);
    let finds = join_all((0..60).map(|_| directory.find_account(&name)));
    let binds = join_all((0..20).map(|_| directory.verify_password(&id, &password)));
    let (finds, binds) = tokio::join!(finds, binds);
    assert!(
        finds
            .into_iter()
            .all(|found| found.is_ok_and(|account| account.is_some()))
    );
    assert!(
        binds
            .into_iter()
            .all(|verdict| verdict == Ok(PasswordVerdict::Right))
    );
}

pub async fn a_response_that_is_lost_after_the_write_is_unknown_and_found_later(world: Arc<World>) {
    let storm = storm(&world, "stormy", Weather::LosesAnswers).await;
    assert_eq!(storm.written, Err(SetPasswordError::Unknown));
    let found = Ok(WriteEvidence::Found(Written { unlocked: false }));
    assert_eq!((storm.evidence, storm.later), (found, found));
    assert_eq!(storm.verdict, Ok(PasswordVerdict::Right), "it had arrived");
}

pub async fn a_write_that_is_lost_on_its_way_is_unknown_and_not_found_later(world: Arc<World>) {
    let storm = storm(&world, "becalmed", Weather::LosesRequests).await;
    assert_eq!(storm.written, Err(SetPasswordError::Unknown));
    assert_eq!(
        storm.evidence,
        Ok(WriteEvidence::Unknown),
        "it might still be on its way"
    );
    assert_eq!(storm.later, Ok(WriteEvidence::NotFound));
    assert_eq!(storm.verdict, Ok(PasswordVerdict::Wrong), "it had not arrived");
}

struct Storm {
    written: Result<Written, SetPasswordError>,
    evidence: Result<WriteEvidence, DirectoryError>,
    /// The same, when nothing can arrive any more.
    later: Result<WriteEvidence, DirectoryError>,
    verdict: Result<PasswordVerdict, DirectoryError>,
}

/// A reset during which the line breaks, and what is said of it when the line is back.
async fn storm(world: &World, name: &str, weather: Weather) -> Storm {
    let proxy = proxy(world).await;
    let clock = Arc::new(StormClock {
        proxy: Arc::clone(&proxy),
        weather: Mutex::new(None),
    });
    let directory = world.directory_timed(&[proxy.url()], "", Arc::clone(&clock) as Arc<dyn Clock>);
    let person: Person = world.person(name).await;
    // slapd counts seconds: the password should not be of the same one.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let id = account(&directory, &person).await.subject;
    let (mark, attempt, since) = (directory.read_mark(&id).await.expect("a mark"), attempt(), now());
    *clock.weather.lock().expect("not poisoned") = Some(weather);
    let written = directory.set_password(&id, &secret(NEXT), &attempt, since).await;
    proxy.set(Weather::Fair);
    Storm {
        written,
        evidence: directory.find_write(&id, &attempt, &mark, since).await,
        later: directory
            .find_write(&id, &attempt, &mark, since - directory.longest_write())
            .await,
        verdict: directory.verify_password(&id, &secret(NEXT)).await,
    }
}

async fn proxy(world: &World) -> Arc<Proxy> {
    Proxy::start_on(&world.tls.ip().to_string(), world.tls).await
}

async fn behind_proxy(world: &World) -> (Arc<Proxy>, postern_server::directory::ldap::LdapDirectory) {
    let proxy = proxy(world).await;
    let directory = world.directory_at(&[proxy.url()], "");
    (proxy, directory)
}
