//! What only Active Directory does.

use std::collections::BTreeSet;
use std::sync::Arc;

use postern_server::demo::directory::Administrator;
use postern_server::directory::ldap::LdapDirectory;
use postern_server::domain::directory::{
    Directory as _, DirectoryRefusal, PasswordVerdict, SetPasswordError,
};

use crate::samba::AGED;
use crate::world::{NEXT, PASSWORD, Person, World, account, attempt, change, find, now, secret, subject};

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

pub async fn whoever_rules_the_domain_is_protected_without_being_marked(world: Arc<World>) {
    let directory = world.directory();
    let mut admin = world.admin().await;
    let suffix = "DC=demo,DC=example";
    let groups = [
        ("domain-admin", format!("CN=Domain Admins,CN=Users,{suffix}")),
        (
            "enterprise-admin",
            format!("CN=Enterprise Admins,CN=Users,{suffix}"),
        ),
        ("schema-admin", format!("CN=Schema Admins,CN=Users,{suffix}")),
        ("builtin-admin", format!("CN=Administrators,CN=Builtin,{suffix}")),
    ];
    for (name, group) in &groups {
        let person = world.person(name).await;
        join(&mut admin, group, &person.dn).await;
        assert_refused(&directory, &person).await;
    }
    // Through another group, and by the primary one.
    let deep = world.person("deep-admin").await;
    let inner = world.group("inner-admins", &[&deep.dn]).await;
    join(&mut admin, &groups[0].1, &inner).await;
    assert_refused(&directory, &deep).await;
    let primary = world.person("primary-admin").await;
    join(&mut admin, &groups[0].1, &primary.dn).await;
    admin
        .replace(&primary.dn, "primaryGroupID", &[b"512"])
        .await
        .expect("primary");
    assert_refused(&directory, &primary).await;
    // The domain's own.
    let everywhere = world.directory_with(&format!("base_dn = {suffix:?}"));
    let administrator = find(&everywhere, "Administrator").await.expect("somebody");
    assert!(administrator.protected);
    assert!(
        !account(&directory, &world.person("commoner").await)
            .await
            .protected
    );
}

async fn join(admin: &mut Administrator, group: &str, member: &str) {
    let mut members = admin.read(group, "member").await.expect("members");
    members.push(member.as_bytes().to_vec());
    let members: Vec<&[u8]> = members.iter().map(Vec::as_slice).collect();
    admin.replace(group, "member", &members).await.expect("a member");
}

async fn assert_refused(directory: &LdapDirectory, person: &Person) {
    let account = account(directory, person).await;
    assert!(account.protected, "{}", person.name);
    let written = directory
        .set_password(&account.subject, &secret(NEXT), &attempt(), now())
        .await;
    let refused = Err(SetPasswordError::Refused(DirectoryRefusal::NotAllowed));
    assert_eq!(written, refused, "{}", person.name);
}

pub async fn the_primary_group_is_a_group_with_its_parents(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("primary").await;
    let groups = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(
        account(&directory, &person).await.groups,
        groups(&["Domain Users"])
    );
    let mut admin = world.admin().await;
    let staff = world.group("primary-staff", &[&person.dn]).await;
    world.group("primary-all", &[&staff]).await;
    let id = admin.read(&staff, "objectSid").await.expect("a SID");
    let id = id[0].last_chunk::<4>().expect("a relative id");
    let id = u32::from_le_bytes(*id).to_string();
    admin
        .replace(&person.dn, "primaryGroupID", &[id.as_bytes()])
        .await
        .expect("primary");
    let found = account(&directory, &person).await.groups;
    // The server makes the former primary group an ordinary one, outside of where groups are.
    assert_eq!(found, groups(&["primary-all", "primary-staff"]));
    for group in ["primary-all", "primary-staff"] {
        let members = directory
            .list_members(&groups(&[group]), 10)
            .await
            .expect("answers");
        let names: Vec<_> = members.iter().map(|member| member.user_name.as_str()).collect();
        assert_eq!(names, [person.name.as_str()], "{group}");
    }
    let users = directory
        .list_members(&groups(&["Domain Users"]), 100)
        .await
        .expect("answers");
    assert!(!users.is_empty() && users.iter().all(|user| user.user_name != person.name));
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
