//! Puts the demonstration's people into a directory, oddities included.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};

use super::ServerError;
use super::client::{Administrator, unicode_password};
use super::samba::{self, Samba};
use super::slapd::{self, Slapd};
use crate::domain::people::NewPerson;

/// The password of the service account; the server listens on this machine only.
const SERVICE_PASSWORD: &str = "demonstration-service";
/// Wrong passwords until a lockout, and the wrong password.
const TRIES: usize = 5;
const WRONG: &str = "not the password";

/// People, groups, a policy and a service account for `OpenLDAP`.
pub(super) async fn openldap(slapd: &Slapd, people: &[NewPerson]) -> Result<(), ServerError> {
    let url = format!("ldap://{}", slapd.plain);
    let mut admin = Administrator::connect(&url, None, slapd::ROOT_DN, slapd::ROOT_PASSWORD).await?;
    let suffix = slapd::SUFFIX;
    admin
        .add(
            suffix,
            &[
                ("objectClass", &["dcObject", "organization"]),
                ("dc", &["demo"]),
                ("o", &["Contoso"]),
            ],
        )
        .await?;
    for unit in ["people", "groups", "services", "policies"] {
        let dn = format!("ou={unit},{suffix}");
        admin
            .add(&dn, &[("objectClass", &["organizationalUnit"]), ("ou", &[unit])])
            .await?;
    }
    let tries = TRIES.to_string();
    admin
        .add(
            slapd::POLICY_DN,
            &[
                ("objectClass", &["pwdPolicy", "applicationProcess"]),
                ("cn", &["default"]),
                ("pwdAttribute", &["userPassword"]),
                ("pwdMinLength", &["8"]),
                ("pwdCheckQuality", &["2"]),
                ("pwdInHistory", &["5"]),
                ("pwdLockout", &["TRUE"]),
                // Until a reset or an administrator.
                ("pwdLockoutDuration", &["0"]),
                ("pwdMaxFailure", &[&tries]),
            ],
        )
        .await?;
    admin
        .add(
            slapd::SERVICE_DN,
            &[
                ("objectClass", &["organizationalRole", "simpleSecurityObject"]),
                ("cn", &["postern"]),
                ("userPassword", &[SERVICE_PASSWORD]),
            ],
        )
        .await?;
    let mut groups: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for person in people {
        let dn = format!("uid={},ou=people,{suffix}", person.user_name);
        add_person(&mut admin, &dn, person).await?;
        for group in &person.groups {
            groups.entry(group).or_default().push(dn.clone());
        }
        if person.locked_until.is_some() {
            for _ in 0..TRIES {
                // Refused, which is what it is for.
                let _ = Administrator::connect(&url, None, &dn, WRONG).await;
            }
        }
        if !person.enabled {
            admin
                .replace(&dn, "pwdAccountLockedTime", &[b"000001010000Z"])
                .await?;
        }
    }
    for (group, members) in groups {
        let dn = format!("cn={group},ou=groups,{suffix}");
        let members: Vec<&str> = members.iter().map(String::as_str).collect();
        admin
            .add(
                &dn,
                &[
                    ("objectClass", &["groupOfNames"]),
                    ("cn", &[group]),
                    ("member", &members),
                ],
            )
            .await?;
    }
    Ok(())
}

async fn add_person(admin: &mut Administrator, dn: &str, person: &NewPerson) -> Result<(), ServerError> {
    let display = person.display_name.as_deref().unwrap_or(&person.user_name);
    let mail = person
        .primary_mail
        .as_ref()
        .map(crate::domain::address::EmailAddress::as_str);
    let mut attributes: Vec<(&str, Vec<&str>)> = vec![
        ("objectClass", vec!["inetOrgPerson"]),
        ("uid", vec![&person.user_name]),
        ("cn", vec![display]),
        ("displayName", vec![display]),
        ("sn", vec![person.family_name.as_deref().unwrap_or(display)]),
    ];
    let password = person
        .password
        .as_ref()
        .map(crate::domain::secret::SecretText::expose);
    let optional = [
        ("mail", mail),
        ("givenName", person.given_name.as_deref()),
        ("preferredLanguage", person.locale.as_deref()),
        ("userPassword", password),
    ];
    attributes.extend(
        optional
            .into_iter()
            .filter_map(|(name, value)| Some((name, vec![value?]))),
    );
    let attributes: Vec<(&str, &[&str])> = attributes
        .iter()
        .map(|(name, values)| (*name, values.as_slice()))
        .collect();
    admin.add(dn, &attributes).await
}

/// The section `directory` for it.
pub(super) fn openldap_document(slapd: &Slapd) -> String {
    let suffix = slapd::SUFFIX;
    format!(
        "[directory]\nkind = \"openldap\"\nurls = [\"ldaps://{}\"]\nca_file = {}\nbind_dn = \"{}\"\nbind_password = \"{SERVICE_PASSWORD}\"\nbase_dn = \"ou=people,{suffix}\"\ngroup_base_dn = \"ou=groups,{suffix}\"\npassword_policy_dn = \"{}\"\n",
        slapd.tls,
        quoted(&slapd.certificates.authority),
        slapd::SERVICE_DN,
        slapd::POLICY_DN,
    )
}

/// People, groups and a policy for Active Directory.
pub(super) async fn active_directory(samba: &Samba, people: &[NewPerson]) -> Result<(), ServerError> {
    let tls = trusting(&samba.certificates.authority)?;
    let url = format!("ldaps://{}", samba.tls());
    let connect = |dn: String, password: &'static str| {
        let (url, tls) = (url.clone(), Arc::clone(&tls));
        async move { Administrator::connect(&url, Some(tls), &dn, password).await }
    };
    let mut admin = connect(samba::ADMINISTRATOR.to_owned(), samba::ADMINISTRATOR_PASSWORD).await?;
    let suffix = samba::SUFFIX;
    // The demonstration's password has one kind of characters; locked until a reset or an administrator.
    let policy: [(&str, &str); 5] = [
        ("pwdProperties", "0"),
        ("minPwdLength", "8"),
        ("minPwdAge", "0"),
        ("lockoutDuration", "-9223372036854775808"),
        ("lockoutThreshold", "5"),
    ];
    for (attribute, value) in policy {
        admin.replace(suffix, attribute, &[value.as_bytes()]).await?;
    }
    let unit = format!("OU=People,{suffix}");
    admin
        .add(
            &unit,
            &[("objectClass", &["organizationalUnit"]), ("ou", &["People"])],
        )
        .await?;
    let mut groups: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for person in people {
        let account = person.user_name.split('@').next().unwrap_or_default();
        let dn = format!("CN={account},{unit}");
        let mail = person
            .primary_mail
            .as_ref()
            .map(crate::domain::address::EmailAddress::as_str);
        let optional = [
            ("mail", mail),
            ("displayName", person.display_name.as_deref()),
            ("givenName", person.given_name.as_deref()),
            ("sn", person.family_name.as_deref()),
            ("preferredLanguage", person.locale.as_deref()),
        ];
        let control = if person.enabled { "512" } else { "514" };
        let mut attributes: Vec<(&str, Vec<&str>)> = vec![
            ("objectClass", vec!["user"]),
            ("sAMAccountName", vec![account]),
            ("userPrincipalName", vec![&person.user_name]),
            ("userAccountControl", vec![control]),
        ];
        attributes.extend(
            optional
                .into_iter()
                .filter_map(|(name, value)| Some((name, vec![value?]))),
        );
        let attributes: Vec<(&str, &[&str])> = attributes
            .iter()
            .map(|(name, values)| (*name, values.as_slice()))
            .collect();
        let password = person
            .password
            .as_ref()
            .map(|password| unicode_password(password.expose()));
        let password: Vec<(&str, Vec<u8>)> =
            password.map(|bytes| ("unicodePwd", bytes)).into_iter().collect();
        admin.add_with(&dn, &attributes, &password).await?;
        for group in &person.groups {
            groups.entry(group).or_default().insert(dn.clone());
        }
        if person.locked_until.is_some() {
            for _ in 0..TRIES {
                // Refused, which is what it is for.
                let _ = connect(dn.clone(), WRONG).await;
            }
        }
    }
    for (group, members) in groups {
        let dn = format!("CN={group},{unit}");
        let members: Vec<&str> = members.iter().map(String::as_str).collect();
        admin
            .add(
                &dn,
                &[
                    ("objectClass", &["group"]),
                    ("sAMAccountName", &[group]),
                    ("member", &members),
                ],
            )
            .await?;
    }
    Ok(())
}

/// The section `directory` for it.
pub(super) fn active_directory_document(samba: &Samba) -> String {
    format!(
        "[directory]\nkind = \"active-directory\"\nurls = [\"ldaps://{}\"]\nca_file = {}\nbind_dn = \"{}\"\nbind_password = \"{}\"\nbase_dn = \"OU=People,{}\"\n",
        samba.tls(),
        quoted(&samba.certificates.authority),
        samba::ADMINISTRATOR,
        samba::ADMINISTRATOR_PASSWORD,
        samba::SUFFIX,
    )
}

fn quoted(path: &Path) -> String {
    toml::Value::String(path.display().to_string()).to_string()
}

/// TLS that believes one authority.
fn trusting(authority: &Path) -> Result<Arc<ClientConfig>, ServerError> {
    let failed = |why: String| ServerError::Failed { name: "TLS", why };
    let certificate = CertificateDer::from_pem_file(authority).map_err(|error| failed(error.to_string()))?;
    let mut roots = RootCertStore::empty();
    roots
        .add(certificate)
        .map_err(|error| failed(error.to_string()))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| failed(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}
