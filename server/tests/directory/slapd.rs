//! slapd, with the policies that the sentences need.

use std::sync::{Arc, Mutex};

use postern_server::demo::directory::slapd::{POLICY_DN, ROOT_DN, ROOT_PASSWORD, SERVICE_DN, SUFFIX, Slapd};
use postern_server::demo::directory::{Administrator, ServerError};

use crate::world::{MIN_LENGTH, Server, TRIES, World};

/// A policy whose passwords have to be a day old.
pub const AGED: &str = "cn=aged,ou=policies,dc=demo,dc=example";
/// A policy whose lockouts end after an hour.
pub const TEMPORARY: &str = "cn=temporary,ou=policies,dc=demo,dc=example";

const SERVICE_PASSWORD: &str = "service";

/// Starts one with an empty tree and the service account.
pub async fn start() -> Result<World, String> {
    try_start().await.map_err(|error| error.to_string())
}

async fn try_start() -> Result<World, ServerError> {
    let folder = tempfile::tempdir()?;
    let slapd = Slapd::start(folder.path()).await?;
    fill(&slapd).await?;
    Ok(World {
        is_samba: false,
        ca: slapd.certificates.authority.clone(),
        plain: slapd.plain,
        tls: slapd.tls,
        people: format!("ou=people,{SUFFIX}"),
        groups: format!("ou=groups,{SUFFIX}"),
        admin: (ROOT_DN.to_owned(), ROOT_PASSWORD.to_owned()),
        service: (SERVICE_DN.to_owned(), SERVICE_PASSWORD.to_owned()),
        keys: format!("password_policy_dn = {POLICY_DN:?}\n"),
        server: Mutex::new(Some(Server::Slapd(slapd))),
        _folder: folder,
    })
}

async fn fill(slapd: &Slapd) -> Result<(), ServerError> {
    let url = format!("ldap://{}", slapd.plain);
    let mut admin = Administrator::connect(&url, None, ROOT_DN, ROOT_PASSWORD).await?;
    let suffix: [(&str, &[&str]); 3] = [
        ("objectClass", &["dcObject", "organization"]),
        ("dc", &["demo"]),
        ("o", &["x"]),
    ];
    admin.add(SUFFIX, &suffix).await?;
    for unit in ["people", "groups", "services", "policies"] {
        let attributes: [(&str, &[&str]); 2] = [("objectClass", &["organizationalUnit"]), ("ou", &[unit])];
        admin.add(&format!("ou={unit},{SUFFIX}"), &attributes).await?;
    }
    for (dn, age, duration) in [
        (POLICY_DN, "0", "0"),
        (AGED, "86400", "0"),
        (TEMPORARY, "0", "3600"),
    ] {
        let (length, tries) = (MIN_LENGTH.to_string(), TRIES.to_string());
        let name = dn.split([',', '=']).nth(1).unwrap_or_default();
        let attributes: [(&str, &[&str]); 11] = [
            ("objectClass", &["pwdPolicy", "applicationProcess"]),
            ("cn", &[name]),
            ("pwdAttribute", &["userPassword"]),
            ("pwdCheckQuality", &["2"]),
            ("pwdMinLength", &[&length]),
            ("pwdInHistory", &["5"]),
            ("pwdMinAge", &[age]),
            ("pwdLockout", &["TRUE"]),
            // The server sets pwdReset with every reset that is not the owner's own.
            ("pwdMustChange", &["TRUE"]),
            ("pwdLockoutDuration", &[duration]),
            ("pwdMaxFailure", &[&tries]),
        ];
        admin.add(dn, &attributes).await?;
    }
    let service: [(&str, &[&str]); 3] = [
        ("objectClass", &["organizationalRole", "simpleSecurityObject"]),
        ("cn", &["postern"]),
        ("userPassword", &[SERVICE_PASSWORD]),
    ];
    admin.add(SERVICE_DN, &service).await
}

/// One of its own for a sentence that kills it.
pub async fn another() -> Arc<World> {
    Arc::new(start().await.expect("slapd starts"))
}
