//! What only slapd does.

use std::collections::BTreeSet;
use std::sync::Arc;

use postern_server::domain::directory::{Directory as _, DirectoryError, DirectoryRefusal, SetPasswordError};

use crate::slapd::{self, AGED, TEMPORARY};
use crate::world::{NEXT, Server, World, account, attempt, find, now, parsed, secret, subject};

pub async fn a_young_password_is_refused_on_a_reset(world: Arc<World>) {
    let directory = world.directory();
    let id = subject(
        &directory,
        &world
            .person_with("young", &[("pwdPolicySubentry", &[AGED])])
            .await,
    )
    .await;
    let refused = Err(SetPasswordError::Refused(DirectoryRefusal::MinimumAge));
    assert_eq!(
        directory
            .set_password(&id, &secret(NEXT), &attempt(), now())
            .await,
        refused
    );
}

pub async fn a_temporary_lockout_ends_when_the_policy_says(world: Arc<World>) {
    let directory = world.directory();
    let person = world
        .person_with("briefly", &[("pwdPolicySubentry", &[TEMPORARY])])
        .await;
    world.lock(&directory, &person).await;
    let until = account(&directory, &person).await.locked_until.expect("locked");
    let minutes = until.duration_since(now()).as_mins();
    assert!((58..=60).contains(&minutes), "{minutes}");
}

pub async fn members_of_posix_groups_are_found(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("posix").await;
    let dn = format!("cn=unix,{}", world.groups);
    let attributes: [(&str, &[&str]); 4] = [
        ("objectClass", &["posixGroup"]),
        ("cn", &["unix"]),
        ("gidNumber", &["100"]),
        ("memberUid", &["posix"]),
    ];
    world.admin().await.add(&dn, &attributes).await.expect("added");
    let groups = BTreeSet::from(["unix".to_owned()]);
    assert_eq!(account(&directory, &person).await.groups, groups);
    let members = directory.list_members(&groups, 10).await.expect("answers");
    assert_eq!(members.len(), 1);
}

pub async fn groups_that_lie_too_deep_are_a_misconfiguration(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("diver").await;
    let mut below = person.dn.clone();
    for depth in 1..=10 {
        below = world.group(&format!("depth-{depth}"), &[&below]).await;
    }
    assert_eq!(account(&directory, &person).await.groups.len(), 10);
    let list = async |group: &str| {
        directory
            .list_members(&BTreeSet::from([group.to_owned()]), 10)
            .await
    };
    assert_eq!(list("depth-10").await.map(|members| members.len()), Ok(1));
    world.group("depth-11", &[&below]).await;
    let found = directory.find_account(&parsed(&person.name)).await;
    assert_eq!(found.err(), Some(DirectoryError::Misconfigured));
    assert_eq!(list("depth-11").await.err(), Some(DirectoryError::Misconfigured));
}

pub async fn a_killed_server_is_unavailable(_: Arc<World>) {
    let world = slapd::another().await;
    let directory = world.directory();
    let person = world.person("survivor").await;
    assert!(find(&directory, &person.name).await.is_some());
    let stopped = world.server.lock().expect("not poisoned").take();
    let Some(Server::Slapd(mut server)) = stopped else {
        panic!("slapd")
    };
    server.stop();
    let found = directory.find_account(&parsed(&person.name)).await.err();
    assert_eq!(found, Some(DirectoryError::Unavailable));
    server.start_again().await.expect("starts again");
    assert!(find(&directory, &person.name).await.is_some());
}
