//! What becomes of passwords and lockouts.

use std::sync::Arc;

use postern_server::domain::directory::{
    Directory as _, DirectoryError, DirectoryRefusal, PasswordVerdict, SetPasswordError, WriteEvidence,
    WriteMark, Written,
};

use crate::world::{
    MIN_LENGTH, NEXT, PASSWORD, THIRD, World, account, attempt, change, now, secret, subject,
};

pub async fn a_password_is_set_and_verified(world: Arc<World>) {
    let directory = world.directory();
    let id = subject(&directory, &world.person("setter").await).await;
    let verify = async |password: &str| directory.verify_password(&id, &secret(password)).await;
    assert_eq!(verify(PASSWORD).await, Ok(PasswordVerdict::Right));
    assert_eq!(verify("wrong").await, Ok(PasswordVerdict::Wrong));
    assert_eq!(
        verify("").await,
        Ok(PasswordVerdict::Wrong),
        "never an anonymous bind"
    );

    let (mark, attempt, since) = (directory.read_mark(&id).await.expect("a mark"), attempt(), now());
    assert_ne!(mark, WriteMark::default());
    let written = directory.set_password(&id, &secret(NEXT), &attempt, since).await;
    assert_eq!(written, Ok(Written { unlocked: false }));
    assert_eq!(verify(NEXT).await, Ok(PasswordVerdict::Right));
    // A domain lets the previous password bind for an hour more (OldPasswordAllowedPeriod).
    let old = if world.is_samba {
        PasswordVerdict::Right
    } else {
        PasswordVerdict::Wrong
    };
    assert_eq!(verify(PASSWORD).await, Ok(old));
    let found = directory.find_write(&id, &attempt, &mark, since).await;
    assert_eq!(found, Ok(WriteEvidence::Found(Written { unlocked: false })));
    // Letters of any script, and what a filter or a shell would trip over.
    let odd = "Ünï¢ödé \"пароль\" \\ * ( ) 密碼 1843";
    assert!(
        directory
            .set_password(&id, &secret(odd), &attempt, now())
            .await
            .is_ok()
    );
    assert_eq!(verify(odd).await, Ok(PasswordVerdict::Right));
    assert_eq!(verify(PASSWORD).await, Ok(PasswordVerdict::Wrong));
}

pub async fn a_password_is_changed_by_its_owner(world: Arc<World>) {
    let directory = world.directory();
    let id = subject(&directory, &world.person("owner").await).await;
    let change = async |current: &str, new: &str| change(&directory, &id, current, new).await;
    let wrong = Err(SetPasswordError::Refused(DirectoryRefusal::WrongCurrentPassword));
    assert_eq!(change("wrong", NEXT).await, wrong);
    assert_eq!(change("", NEXT).await, wrong);
    assert_eq!(change(PASSWORD, NEXT).await, Ok(Written { unlocked: false }));
    let verdict = directory.verify_password(&id, &secret(NEXT)).await;
    assert_eq!(verdict, Ok(PasswordVerdict::Right));
}

pub async fn a_short_password_is_refused_with_the_length(world: Arc<World>) {
    let directory = world.directory();
    let id = subject(&directory, &world.person("brief").await).await;
    let refused = Err(SetPasswordError::Refused(DirectoryRefusal::TooShort {
        min: MIN_LENGTH,
    }));
    assert_eq!(
        directory
            .set_password(&id, &secret("Short, 1"), &attempt(), now())
            .await,
        refused
    );
    let changed = change(&directory, &id, PASSWORD, "Short, 1");
    assert_eq!(changed.await, refused);
    let verdict = directory.verify_password(&id, &secret(PASSWORD)).await;
    assert_eq!(verdict, Ok(PasswordVerdict::Right), "nothing was changed");
}

pub async fn an_old_password_is_refused_to_its_owner(world: Arc<World>) {
    let directory = world.directory();
    let id = subject(&directory, &world.person("nostalgic").await).await;
    let change = async |current: &str, new: &str| change(&directory, &id, current, new).await;
    assert!(change(PASSWORD, NEXT).await.is_ok());
    assert!(change(NEXT, THIRD).await.is_ok());
    let refused = Err(SetPasswordError::Refused(DirectoryRefusal::History));
    assert_eq!(change(THIRD, NEXT).await, refused);
    assert_eq!(change(THIRD, THIRD).await, refused);
}

pub async fn a_reset_keeps_to_the_history_exactly_if_the_capability_says_so(world: Arc<World>) {
    let directory = world.directory();
    let id = subject(&directory, &world.person("circular").await).await;
    assert!(
        directory
            .set_password(&id, &secret(NEXT), &attempt(), now())
            .await
            .is_ok()
    );
    let again = directory
        .set_password(&id, &secret(PASSWORD), &attempt(), now())
        .await;
    if directory.capabilities().enforces_history_on_reset {
        assert_eq!(again, Err(SetPasswordError::Refused(DirectoryRefusal::History)));
    } else {
        assert!(again.is_ok(), "{again:?}");
    }
    // What these two can do is known; another server would say it for itself.
    assert_eq!(
        directory.capabilities().enforces_history_on_reset,
        !world.is_samba
    );
}

pub async fn a_locked_account_is_unlocked_without_a_new_password(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("elias").await;
    let id = subject(&directory, &person).await;
    assert_eq!(
        directory.unlock(&id).await,
        Ok(()),
        "an account that is not locked"
    );
    world.lock(&directory, &person).await;
    let until = account(&directory, &person).await.locked_until.expect("locked");
    if world.is_samba {
        let minutes = until.duration_since(now()).as_mins();
        assert!((28..=30).contains(&minutes), "{minutes}");
    } else {
        assert_eq!(until, jiff::Timestamp::MAX, "it never ends by itself");
    }
    assert_eq!(
        directory.verify_password(&id, &secret(PASSWORD)).await,
        Ok(PasswordVerdict::Locked)
    );
    let mark = directory.read_mark(&id).await;
    assert_eq!(directory.unlock(&id).await, Ok(()));
    assert_eq!(account(&directory, &person).await.locked_until, None);
    assert_eq!(
        directory.verify_password(&id, &secret(PASSWORD)).await,
        Ok(PasswordVerdict::Right)
    );
    assert_eq!(directory.unlock(&id).await, Ok(()), "twice does no harm");
    let found = directory
        .find_write(&id, &attempt(), &mark.expect("a mark"), now())
        .await;
    assert!(
        !matches!(found, Ok(WriteEvidence::Found(_))),
        "an unlock is no write of a password: {found:?}"
    );
}

pub async fn a_reset_lifts_the_lockout(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("relieved").await;
    let id = subject(&directory, &person).await;
    world.lock(&directory, &person).await;
    assert!(account(&directory, &person).await.locked_until.is_some());
    let (mark, attempt, since) = (directory.read_mark(&id).await.expect("a mark"), attempt(), now());
    let written = directory.set_password(&id, &secret(NEXT), &attempt, since).await;
    assert_eq!(written, Ok(Written { unlocked: true }));
    assert_eq!(
        directory.verify_password(&id, &secret(NEXT)).await,
        Ok(PasswordVerdict::Right)
    );
    assert_eq!(account(&directory, &person).await.locked_until, None);
    let found = directory.find_write(&id, &attempt, &mark, since).await;
    assert_eq!(found, Ok(WriteEvidence::Found(Written { unlocked: true })));
    // Failures begin at nothing again.
    assert_eq!(
        directory.verify_password(&id, &secret("wrong")).await,
        Ok(PasswordVerdict::Wrong)
    );
    assert_eq!(
        directory.verify_password(&id, &secret(NEXT)).await,
        Ok(PasswordVerdict::Right)
    );
}

pub async fn somebody_who_must_change_is_told_so_and_a_reset_ends_it(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("fresh").await;
    let id = subject(&directory, &person).await;
    world.require_change(&person).await;
    assert!(account(&directory, &person).await.must_change);
    let verify = async |password: &str| directory.verify_password(&id, &secret(password)).await;
    assert_eq!(verify(PASSWORD).await, Ok(PasswordVerdict::RightButMustChange));
    assert_eq!(verify("wrong").await, Ok(PasswordVerdict::Wrong));
    let change = change(&directory, &id, PASSWORD, NEXT);
    assert!(change.await.is_ok(), "the owner may");
    assert!(!account(&directory, &person).await.must_change);
    world.require_change(&person).await;
    assert!(
        directory
            .set_password(&id, &secret(THIRD), &attempt(), now())
            .await
            .is_ok()
    );
    assert!(
        !account(&directory, &person).await.must_change,
        "who set it has just chosen it"
    );
    assert_eq!(verify(THIRD).await, Ok(PasswordVerdict::Right));
}

pub async fn a_disabled_account_is_revived_by_nothing(world: Arc<World>) {
    let directory = world.directory();
    let person = world.person("gustav").await;
    let id = subject(&directory, &person).await;
    world.disable(&person).await;
    assert!(!account(&directory, &person).await.enabled);
    assert_eq!(
        directory.verify_password(&id, &secret(PASSWORD)).await,
        Ok(PasswordVerdict::Disabled)
    );
    let refused = Err(SetPasswordError::Refused(DirectoryRefusal::NotAllowed));
    assert_eq!(
        directory
            .set_password(&id, &secret(NEXT), &attempt(), now())
            .await,
        refused
    );
    let changed = change(&directory, &id, PASSWORD, NEXT);
    assert_eq!(changed.await, refused);
    let _ = directory.unlock(&id).await;
    assert!(!account(&directory, &person).await.enabled);
}

pub async fn without_writeback_nothing_is_written(world: Arc<World>) {
    let reading = world.directory_with("writeback = false");
    let person = world.person("readonly").await;
    let id = subject(&reading, &person).await;
    let refused = Err(SetPasswordError::Misconfigured);
    assert_eq!(
        reading.set_password(&id, &secret(NEXT), &attempt(), now()).await,
        refused
    );
    let changed = change(&reading, &id, PASSWORD, NEXT);
    assert_eq!(changed.await, refused);
    assert_eq!(reading.unlock(&id).await, Err(DirectoryError::Misconfigured));
    assert_eq!(
        reading.verify_password(&id, &secret(PASSWORD)).await,
        Ok(PasswordVerdict::Right)
    );
}

pub async fn a_service_account_without_rights_is_a_misconfiguration(world: Arc<World>) {
    let powerless = world.person("powerless").await;
    let person = world.person("unreachable").await;
    let id = subject(&world.directory(), &person).await;
    let bind = format!("bind_dn = {:?}\nbind_password = {PASSWORD:?}", powerless.dn);
    let directory = world.directory_with(&bind);
    let written = directory
        .set_password(&id, &secret(NEXT), &attempt(), now())
        .await;
    if world.is_samba {
        assert_eq!(written, Err(SetPasswordError::Misconfigured));
    } else {
        // Here it may not even read other people.
        assert!(
            matches!(
                written,
                Err(SetPasswordError::Misconfigured | SetPasswordError::Refused(DirectoryRefusal::NotAllowed))
            ),
            "{written:?}"
        );
    }
    let verdict = world.directory().verify_password(&id, &secret(PASSWORD)).await;
    assert_eq!(verdict, Ok(PasswordVerdict::Right));
}
