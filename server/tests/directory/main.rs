//! The LDAP connector against real servers: slapd with its password policy, and Samba as a domain
//! controller. The same sentences for both, on one server of each kind, which ends with the run.
//!
//! `cargo xtask test directory` installs the servers and runs this; by hand:
//! `cargo test -p postern-server --test directory`.

mod proxy;
mod samba;
mod sentences;
mod slapd;
mod world;

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime::Runtime;
use tokio::sync::OnceCell;

use world::World;

type Sentence = fn(Arc<World>) -> Pin<Box<dyn Future<Output = ()> + Send>>;

/// Names sentences once, for a list of what to run.
macro_rules! sentences {
    ($($module:ident :: $name:ident),* $(,)?) => {
        vec![$((stringify!($name), (|world| Box::pin(sentences::$module::$name(world))) as Sentence)),*]
    };
}

/// The servers, started by the first sentence that needs them.
#[derive(Default)]
struct Worlds {
    slapd: OnceCell<Started>,
    samba: OnceCell<Started>,
}

type Started = Result<Arc<World>, String>;

impl Worlds {
    async fn slapd(&self) -> Started {
        let start = || async { slapd::start().await.map(Arc::new) };
        self.slapd.get_or_init(start).await.clone()
    }

    async fn samba(&self) -> Started {
        let start = || async { samba::start().await.map(Arc::new) };
        self.samba.get_or_init(start).await.clone()
    }

    fn stop(&self) {
        for started in [&self.slapd, &self.samba] {
            if let Some(Ok(world)) = started.get() {
                world.stop();
            }
        }
    }
}

fn main() {
    let arguments = Arguments::from_args();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let (runtime, worlds) = (Arc::new(runtime), Arc::new(Worlds::default()));
    let conclusion = libtest_mimic::run(&arguments, trials(&runtime, &worlds));
    worlds.stop();
    conclusion.exit();
}

fn trials(runtime: &Arc<Runtime>, worlds: &Arc<Worlds>) -> Vec<Trial> {
    let both = sentences![
        finding::an_account_is_found_by_every_spelling,
        finding::a_name_that_two_entries_have_finds_nobody,
        finding::what_looks_like_a_filter_finds_nobody,
        finding::nested_groups_are_resolved_and_cycles_end,
        finding::members_of_nested_groups_are_listed_without_the_disabled,
        finding::people_outside_the_filter_are_nobody,
        passwords::a_password_is_set_and_verified,
        passwords::a_password_is_changed_by_its_owner,
        passwords::a_short_password_is_refused_with_the_length,
        passwords::an_old_password_is_refused_to_its_owner,
        passwords::a_reset_keeps_to_the_history_exactly_if_the_capability_says_so,
        passwords::a_locked_account_is_unlocked_without_a_new_password,
        passwords::a_reset_lifts_the_lockout,
        passwords::somebody_who_must_change_is_told_so_and_a_reset_ends_it,
        passwords::a_disabled_account_is_revived_by_nothing,
        passwords::without_writeback_nothing_is_written,
        passwords::a_service_account_without_rights_is_a_misconfiguration,
        import::what_people_registered_is_added_once_and_a_dry_run_touches_nothing,
        import::what_the_directory_keeps_is_not_imported,
        resets::law_6_a_reset_whose_answer_is_lost_is_unknown_and_recovery_completes_it,
        resets::law_6_a_reset_that_is_lost_on_its_way_stays_unknown_while_it_may_arrive,
        connection::tls_and_starttls_are_verified,
        connection::another_authority_is_not_believed,
        connection::a_host_that_the_certificate_does_not_name_is_not_believed,
        connection::a_wrong_service_password_is_a_misconfiguration,
        connection::the_next_server_is_asked_when_one_is_gone,
        connection::a_server_that_is_gone_is_unavailable_and_one_that_is_back_answers,
        connection::a_silent_server_is_given_up_in_time,
        connection::few_connections_serve_many,
        connection::a_response_that_is_lost_after_the_write_is_unknown_and_found_later,
        connection::a_write_that_is_lost_on_its_way_is_unknown_and_not_found_later,
    ];
    let only_slapd = sentences![
        openldap::a_young_password_is_refused_on_a_reset,
        openldap::a_killed_server_is_unavailable,
        openldap::a_temporary_lockout_ends_when_the_policy_says,
        openldap::members_of_posix_groups_are_found,
        openldap::groups_that_lie_too_deep_are_a_misconfiguration,
    ];
    let only_samba = sentences![
        active_directory::a_simple_password_is_refused,
        active_directory::a_young_password_is_refused_to_its_owner,
        active_directory::a_protected_account_is_marked_and_not_written,
        active_directory::whoever_rules_the_domain_is_protected_without_being_marked,
        active_directory::the_primary_group_is_a_group_with_its_parents,
        active_directory::an_expired_account_is_disabled,
    ];
    let mut trials = Vec::new();
    for (is_samba, own) in [(false, only_slapd), (true, only_samba)] {
        let kind = if is_samba { "active_directory" } else { "openldap" };
        for (name, sentence) in both.iter().copied().chain(own) {
            let (runtime, worlds) = (Arc::clone(runtime), Arc::clone(worlds));
            trials.push(Trial::test(format!("{kind}::{name}"), move || {
                let started = runtime.block_on(async {
                    if is_samba {
                        worlds.samba().await
                    } else {
                        worlds.slapd().await
                    }
                });
                let outcome = runtime.block_on(runtime.spawn(sentence(started?)));
                outcome.map_err(|error| match error.try_into_panic() {
                    Ok(panic) => Failed::from(message(&*panic)),
                    Err(error) => Failed::from(error),
                })
            }));
        }
    }
    trials
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
        .unwrap_or_else(|| "it panicked".to_owned())
}
