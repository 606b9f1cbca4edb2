//! What the demonstration's people registered, when they live in an outside directory.

use jiff::Timestamp;

use crate::compose::StartError;
use crate::domain::account::{Authenticator, AuthenticatorKind};
use crate::domain::directory::Directory;
use crate::domain::identifier::Identifier;
use crate::domain::ids::AuthenticatorId;
use crate::domain::methods::MethodStore;
use crate::domain::people::{ImportError, NewPerson};
use crate::domain::random::Random;

/// Keeps a person's methods under the id that the directory gave them; once.
///
/// # Errors
/// When the directory or the store does not answer.
pub async fn register(
    directory: &dyn Directory,
    methods: &dyn MethodStore,
    random: &dyn Random,
    person: NewPerson,
    now: Timestamp,
) -> Result<(), StartError> {
    let identifier = Identifier::parse(&person.user_name).map_err(|_| ImportError::UnusableName)?;
    let Some(account) = directory.find_account(&identifier).await? else {
        return Err(ImportError::Storage("somebody is not in the directory".to_owned()).into());
    };
    if !methods.list_authenticators(&account.subject).await?.is_empty() {
        return Ok(());
    }
    let registered_at = person.confirmed_at.unwrap_or(now);
    let addresses = person
        .recovery_addresses
        .into_iter()
        .map(AuthenticatorKind::Email);
    let numbers = person.mobile_numbers.into_iter().map(AuthenticatorKind::Mobile);
    let seeds = person
        .totp_seed
        .into_iter()
        .map(|seed| AuthenticatorKind::Totp { seed, last_step: 0 });
    for kind in addresses.chain(numbers).chain(seeds) {
        let authenticator = Authenticator {
            id: AuthenticatorId::generate(random),
            kind,
            verified: true,
        };
        methods
            .add_authenticator(&account.subject, authenticator, registered_at)
            .await?;
    }
    Ok(())
}
