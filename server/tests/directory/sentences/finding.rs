//! Who is found, and who is nobody.

use std::collections::BTreeSet;
use std::sync::Arc;

use postern_server::domain::directory::Directory as _;
use postern_server::domain::ids::SubjectId;

use crate::world::{World, account, find, subject};

pub async fn an_account_is_found_by_every_spelling(world: Arc<World>) {
    let directory = world.directory();
    let ada = world
        .person_with(
            "Spelled.Ada",
            &[
                ("preferredLanguage", &["ar, en;q=0.5"]),
                ("displayName", &["Ada B."]),
            ],
        )
        .await;
    let mut spellings = vec![
        ada.name.clone(),
        ada.name.to_uppercase(),
        format!("  {} ", ada.name.to_lowercase()),
        ada.mail.clone(),
        ada.mail.to_uppercase(),
    ];
    if world.is_samba {
        spellings.push("spelled.ada".to_owned());
    }
    let first = account(&directory, &ada).await;
    for spelling in spellings {
        let found = find(&directory, &spelling)
            .await
            .unwrap_or_else(|| panic!("{spelling:?} finds nobody"));
        assert_eq!(found.subject, first.subject, "{spelling:?}");
    }
    assert_eq!(first.subject.as_str().len(), 36, "{}", first.subject);
    assert_eq!(first.user_name, ada.name);
    assert_eq!(
        first
            .primary_mail
            .as_ref()
            .map(postern_server::domain::address::EmailAddress::as_str),
        Some("spelled.ada@mail.example")
    );
    assert_eq!(first.given_name.as_deref(), Some("Ada"));
    assert_eq!(first.family_name.as_deref(), Some("Byron"));
    assert_eq!(first.display_name.as_deref(), Some("Ada B."));
    assert_eq!(first.locale.as_deref(), Some("ar"));
    assert!(first.enabled && !first.must_change && !first.protected && first.locked_until.is_none());

    let again = directory
        .get_account(&first.subject)
        .await
        .expect("answers")
        .expect("somebody");
    assert_eq!(again.user_name, first.user_name);
    for unknown in ["nobody", "00000000-0000-0000-0000-000000000000", "*", ""] {
        let unknown = SubjectId::from_stored(unknown);
        assert!(directory.get_account(&unknown).await.expect("answers").is_none());
    }
    assert!(find(&directory, "nobody@demo.example").await.is_none());
}

pub async fn a_name_that_two_entries_have_finds_nobody(world: Arc<World>) {
    let directory = world.directory();
    let one = world
        .person_with("twin1", &[("mail", &["twins@mail.example"])])
        .await;
    assert!(find(&directory, "twins@mail.example").await.is_some());
    world
        .person_with("twin2", &[("mail", &["twins@mail.example"])])
        .await;
    assert!(find(&directory, "twins@mail.example").await.is_none());
    assert!(
        find(&directory, &one.name).await.is_some(),
        "their own names still do"
    );
}

pub async fn what_looks_like_a_filter_finds_nobody(world: Arc<World>) {
    let directory = world.directory();
    let lone = world.person("lone").await;
    for typed in [
        "*",
        "lon*",
        "lone)(mail=*",
        ")(uid=*",
        "*)(objectClass=*",
        "admin)(|(a=b",
        "\\00",
        "\\2a",
        "lone\\",
        "(&)",
        "#lone",
        "cn=lone,dc=demo",
        &"(".repeat(250),
    ] {
        assert!(find(&directory, typed).await.is_none(), "{typed:?}");
    }
    let starred = world
        .person_with("starred", &[("mail", &["(*\\)@mail.example"])])
        .await;
    let found = find(&directory, "(*\\)@mail.example")
        .await
        .expect("its own value is a value");
    assert_eq!(found.subject, subject(&directory, &starred).await);
    assert!(find(&directory, &lone.name).await.is_some());
}

pub async fn nested_groups_are_resolved_and_cycles_end(world: Arc<World>) {
    let directory = world.directory();
    let ned = world.person("ned").await;
    let other = world.person("notned").await;
    let inner = world.group("inner", &[&ned.dn]).await;
    let middle = world.group("middle", &[&inner]).await;
    let outer = world.group("outer", &[&middle]).await;
    world.group("elsewhere", &[&other.dn]).await;
    let mut expected = BTreeSet::from(["inner", "middle", "outer"].map(str::to_owned));
    if world.is_samba {
        expected.insert("Domain Users".to_owned());
    }
    assert_eq!(account(&directory, &ned).await.groups, expected);
    let mut admin = world.admin().await;
    admin
        .replace(&inner, "member", &[ned.dn.as_bytes(), outer.as_bytes()])
        .await
        .expect("a cycle");
    assert_eq!(account(&directory, &ned).await.groups, expected);
}

pub async fn members_of_nested_groups_are_listed_without_the_disabled(world: Arc<World>) {
    let directory = world.directory();
    let (direct, nested, gone) = (
        world.person("lia").await,
        world.person("lib").await,
        world.person("lic").await,
    );
    let below = world.group("list-below", &[&nested.dn, &gone.dn]).await;
    world.group("list-above", &[&direct.dn, &below]).await;
    world.disable(&gone).await;
    let list = async |groups: &[&str], limit| {
        let groups = groups.iter().map(|group| (*group).to_owned()).collect();
        let members = directory.list_members(&groups, limit).await.expect("answers");
        members
            .into_iter()
            .map(|member| member.user_name)
            .collect::<BTreeSet<_>>()
    };
    let both = BTreeSet::from([direct.name.clone(), nested.name.clone()]);
    assert_eq!(list(&["list-above"], 10).await, both);
    assert_eq!(list(&["list-above", "list-below"], 10).await, both);
    assert_eq!(
        list(&["list-below"], 10).await,
        BTreeSet::from([nested.name.clone()])
    );
    assert_eq!(list(&["list-above"], 1).await.len(), 1);
    assert!(list(&["no-such-group", "*"], 10).await.is_empty());
}

pub async fn people_outside_the_filter_are_nobody(world: Arc<World>) {
    let narrow = world.directory_with("user_filter = \"(title=Engineer)\"");
    let in_it = world.person_with("titled", &[("title", &["Engineer"])]).await;
    let outside = world.person("untitled").await;
    let id = subject(&world.directory(), &outside).await;
    assert!(find(&narrow, &in_it.name).await.is_some());
    assert!(find(&narrow, &outside.name).await.is_none());
    assert!(narrow.get_account(&id).await.expect("answers").is_none());
    let service = find(&world.directory(), "postern").await;
    assert!(service.is_none(), "the service account is not below the base");
}
