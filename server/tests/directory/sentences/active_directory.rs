//! What only Active Directory does.

use std::sync::Arc;

use postern_server::domain::directory::{
    Directory as _, DirectoryRefusal, PasswordVerdict, SetPasswordError,
};

use crate::samba::AGED;
use crate::world::{NEXT, PASSWORD, World, account, attempt, change, now, secret, subject};

pub async fn a_simple_password_is_refused(world: Arc<World>) {
    let directory = world.directory();
    let id = subject(&directory, &world.person("simple").await).await;
    let refused = Err(SetPasswordError::Refused(DirectoryRefusal::Complexity));
    let simple = secret("all lower case letters");
    assert_eq!(
        directory.set_password(&id, &simple, &attempt(), now()).await,
        refused
    );
    let changed = change(&directory, &id, PASSWORD, "all lower case letters");
    assert_eq!(changed.await, refused);
}

pub async fn a_young_password_is_refused_to_its_owner(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("youth").await;
    let id = subject(&directory, &person).await;
    let mut admin = world.admin().await;
    admin
        .replace(AGED, "msDS-PSOAppliesTo", &[person.dn.as_bytes()])
        .await
        .expect("applies");
    let changed = change(&directory, &id, PASSWORD, NEXT);
    assert_eq!(
        changed.await,
        Err(SetPasswordError::Refused(DirectoryRefusal::MinimumAge))
    );
    let verdict = directory.verify_password(&id, &secret(PASSWORD)).await;
    assert_eq!(verdict, Ok(PasswordVerdict::Right));
}

pub async fn a_protected_account_is_marked_and_not_written(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("crown").await;
    let mut admin = world.admin().await;
    admin
        .replace(&person.dn, "adminCount", &[b"1"])
        .await
        .expect("set");
    let account = account(&directory, &person).await;
    assert!(account.protected);
    let written = directory
        .set_password(&account.subject, &secret(NEXT), &attempt(), now())
        .await;
    assert_eq!(
        written,
        Err(SetPasswordError::Refused(DirectoryRefusal::NotAllowed))
    );
}

pub async fn an_expired_account_is_disabled(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("bygone").await;
    let mut admin = world.admin().await;
    admin
        .replace(&person.dn, "accountExpires", &[b"130000000000000000"])
        .await
        .expect("set");
    assert!(!account(&directory, &person).await.enabled);
}
