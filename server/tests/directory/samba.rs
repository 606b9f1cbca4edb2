//! Samba as a domain controller, with the policy that the sentences need and a service account that
//! has exactly the rights that docs/operations.md asks for.

use std::fmt::Write as _;
use std::sync::Mutex;

use postern_server::demo::directory::samba::{ADMINISTRATOR, ADMINISTRATOR_PASSWORD, SUFFIX, Samba};
use postern_server::demo::directory::{ServerError, unicode_password};

use crate::world::{MIN_LENGTH, Server, TRIES, World};

/// A fine-grained policy whose passwords have to be a day old.
pub const AGED: &str = "CN=aged,CN=Password Settings Container,CN=System,DC=demo,DC=example";

const SERVICE_PASSWORD: &str = "Service, 4711";

/// Starts one.
pub async fn start() -> Result<World, String> {
    try_start().await.map_err(|error| error.to_string())
}

async fn try_start() -> Result<World, ServerError> {
    let folder = tempfile::tempdir()?;
    let samba = Samba::start(folder.path()).await?;
    let people = format!("OU=People,{SUFFIX}");
    let world = World {
        is_samba: true,
        ca: samba.certificates.authority.clone(),
        plain: samba.plain(),
        tls: samba.tls(),
        groups: people.clone(),
        people: people.clone(),
        admin: (ADMINISTRATOR.to_owned(), ADMINISTRATOR_PASSWORD.to_owned()),
        service: (
            format!("CN=postern,CN=Users,{SUFFIX}"),
            SERVICE_PASSWORD.to_owned(),
        ),
        keys: String::new(),
        server: Mutex::new(None),
        _folder: folder,
    };
    let mut admin = world.admin().await;
    let (length, tries) = (MIN_LENGTH.to_string(), TRIES.to_string());
    let policy = [
        ("pwdProperties", "1"),
        ("minPwdLength", &length),
        ("pwdHistoryLength", "24"),
        ("minPwdAge", "0"),
        ("lockoutThreshold", &tries),
        ("lockoutDuration", "-18000000000"),
        ("lockOutObservationWindow", "-18000000000"),
    ];
    for (attribute, value) in policy {
        admin.replace(SUFFIX, attribute, &[value.as_bytes()]).await?;
    }
    let aged: [(&str, &[&str]); 11] = [
        ("objectClass", &["msDS-PasswordSettings"]),
        ("msDS-PasswordSettingsPrecedence", &["1"]),
        ("msDS-PasswordReversibleEncryptionEnabled", &["FALSE"]),
        ("msDS-PasswordHistoryLength", &["24"]),
        ("msDS-PasswordComplexityEnabled", &["TRUE"]),
        ("msDS-MinimumPasswordLength", &[&length]),
        ("msDS-MinimumPasswordAge", &["-864000000000"]),
        ("msDS-MaximumPasswordAge", &["-36288000000000"]),
        ("msDS-LockoutThreshold", &[&tries]),
        ("msDS-LockoutObservationWindow", &["-18000000000"]),
        ("msDS-LockoutDuration", &["-18000000000"]),
    ];
    admin.add(AGED, &aged).await?;
    let unit: [(&str, &[&str]); 2] = [("objectClass", &["organizationalUnit"]), ("ou", &["People"])];
    admin.add(&people, &unit).await?;
    let service: [(&str, &[&str]); 3] = [
        ("objectClass", &["user"]),
        ("sAMAccountName", &["postern"]),
        ("userAccountControl", &["512"]),
    ];
    let password = [("unicodePwd", unicode_password(SERVICE_PASSWORD))];
    admin.add_with(&world.service.0, &service, &password).await?;
    let sid = admin.read(&world.service.0, "objectSid").await?;
    let sid = sid_text(sid.first().expect("a SID"));
    samba.grant(&people, &rights(&sid)).await?;
    *world.server.lock().expect("not poisoned") = Some(Server::Samba(samba));
    Ok(world)
}

/// "Reset password" and writing `lockoutTime`, for people below the unit.
fn rights(sid: &str) -> String {
    const PEOPLE: &str = "bf967aba-0de6-11d0-a285-00aa003049e2";
    const RESET_PASSWORD: &str = "00299570-246d-11d0-a768-00aa006e0529";
    const LOCKOUT_TIME: &str = "28630ebf-41d5-11d1-a9c1-0000f80367c1";
    format!("(OA;CIIO;CR;{RESET_PASSWORD};{PEOPLE};{sid})(OA;CIIO;RPWP;{LOCKOUT_TIME};{PEOPLE};{sid})")
}

/// MS-DTYP 2.4.2.
fn sid_text(bytes: &[u8]) -> String {
    let authority = bytes[2..8]
        .iter()
        .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let mut text = format!("S-{}-{authority}", bytes[0]);
    for part in bytes[8..].chunks_exact(4) {
        let number = u32::from_le_bytes(part.try_into().expect("four bytes"));
        let _ = write!(text, "-{number}");
    }
    text
}
