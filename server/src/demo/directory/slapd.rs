//! `OpenLDAP`'s server with the password policy overlay, in a folder and on ports of its own.

use std::fmt::Write as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::ServerError;
use super::certificate::Certificates;
use super::process::{ServerProcess, find_program, write_private};

/// What the tree begins with.
pub const SUFFIX: &str = "dc=demo,dc=example";
/// The account that may do everything; policy does not hold for what it does.
pub const ROOT_DN: &str = "cn=admin,dc=demo,dc=example";
/// Its password. The server listens on this machine only.
pub const ROOT_PASSWORD: &str = "demonstration-root";
/// The service account, with exactly the rights that docs/operations.md asks for.
pub const SERVICE_DN: &str = "cn=postern,ou=services,dc=demo,dc=example";
/// The entry of the default password policy.
pub const POLICY_DN: &str = "cn=default,ou=policies,dc=demo,dc=example";

/// Where distributions put the schemas and the modules.
const SCHEMAS: [&str; 3] = [
    "/etc/ldap/schema",
    "/etc/openldap/schema",
    "/usr/local/etc/openldap/schema",
];
const MODULES: [&str; 4] = [
    "/usr/lib/ldap",
    "/usr/lib64/openldap",
    "/usr/lib/openldap",
    "/usr/local/libexec/openldap",
];

/// A running slapd.
pub struct Slapd {
    /// `ldap://`, plain or `StartTLS`.
    pub plain: SocketAddr,
    /// `ldaps://`.
    pub tls: SocketAddr,
    /// The certificates that it uses.
    pub certificates: Certificates,
    /// Whether its folder was new: nothing is in it yet.
    pub is_new: bool,
    folder: PathBuf,
    process: ServerProcess,
}

impl Slapd {
    /// Starts one in a folder, which it keeps its data in.
    ///
    /// # Errors
    /// [`ServerError::NotInstalled`] names the package.
    pub async fn start(folder: &Path) -> Result<Self, ServerError> {
        let missing = || ServerError::NotInstalled {
            name: "slapd",
            packages: "slapd ldap-utils",
        };
        let program = find_program("slapd").ok_or_else(missing)?;
        let schemas = first_folder(&SCHEMAS).ok_or_else(missing)?;
        let modules = first_folder(&MODULES);
        let data = folder.join("db");
        let is_new = !data.join("data.mdb").exists();
        std::fs::create_dir_all(&data)?;
        let certificates = Certificates::make(folder, &["localhost", "127.0.0.1"])?;
        let configuration = folder.join("slapd.conf");
        write_private(
            &configuration,
            &configure(folder, &schemas, modules.as_deref(), &certificates),
        )?;
        let (plain, tls) = (free_address()?, free_address()?);
        let process = run(&program, folder, plain, tls).await?;
        Ok(Self {
            plain,
            tls,
            certificates,
            is_new,
            folder: folder.to_owned(),
            process,
        })
    }

    /// Ends it, as a power cut would look from outside.
    pub fn stop(&mut self) {
        self.process.stop();
    }

    /// Starts it again at the same addresses.
    ///
    /// # Errors
    /// [`ServerError::Failed`].
    pub async fn start_again(&mut self) -> Result<(), ServerError> {
        let program = find_program("slapd").ok_or(ServerError::NotInstalled {
            name: "slapd",
            packages: "slapd ldap-utils",
        })?;
        self.process = run(&program, &self.folder, self.plain, self.tls).await?;
        Ok(())
    }
}

async fn run(
    program: &Path,
    folder: &Path,
    plain: SocketAddr,
    tls: SocketAddr,
) -> Result<ServerProcess, ServerError> {
    let log = folder.join("slapd.log");
    let mut command = Command::new(program);
    command
        // In the foreground; "0" is its quietest level.
        .args(["-d", "0", "-f"])
        .arg(folder.join("slapd.conf"))
        .args(["-h", &format!("ldap://{plain}/ ldaps://{tls}/")]);
    let mut process = ServerProcess::start("slapd", &mut command, &log)?;
    process.listens_on(plain, &log).await?;
    process.listens_on(tls, &log).await?;
    Ok(process)
}

fn first_folder(folders: &[&str]) -> Option<PathBuf> {
    folders.iter().map(PathBuf::from).find(|folder| folder.is_dir())
}

fn free_address() -> std::io::Result<SocketAddr> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()
}

fn configure(folder: &Path, schemas: &Path, modules: Option<&Path>, certificates: &Certificates) -> String {
    let mut text = String::new();
    for schema in ["core", "cosine", "nis", "inetorgperson"] {
        let _ = writeln!(
            text,
            "include \"{}\"",
            schemas.join(format!("{schema}.schema")).display()
        );
    }
    if let Some(modules) = modules {
        let _ = writeln!(text, "modulepath \"{}\"", modules.display());
        for module in ["back_mdb", "ppolicy"] {
            if modules.join(format!("{module}.so")).exists() {
                let _ = writeln!(text, "moduleload {module}");
            }
        }
    }
    let _ = write!(
        text,
        r#"pidfile "{folder}/slapd.pid"
argsfile "{folder}/slapd.args"
TLSCACertificateFile "{authority}"
TLSCertificateFile "{certificate}"
TLSCertificateKeyFile "{key}"
TLSVerifyClient never

database mdb
suffix "{SUFFIX}"
rootdn "{ROOT_DN}"
rootpw "{ROOT_PASSWORD}"
directory "{folder}/db"
dbnosync
index objectClass,uid,mail,entryUUID,member,memberUid,cn eq

# Exactly what the service account needs.
access to attrs=userPassword
    by dn.exact="{SERVICE_DN}" =w
    by self =xw
    by anonymous auth
access to attrs=pwdAccountLockedTime,pwdReset
    by dn.exact="{SERVICE_DN}" write
access to *
    by dn.exact="{SERVICE_DN}" read
    by self read
    by anonymous auth

overlay ppolicy
ppolicy_default "{POLICY_DN}"
ppolicy_hash_cleartext
"#,
        folder = folder.display(),
        authority = certificates.authority.display(),
        certificate = certificates.certificate.display(),
        key = certificates.key.display(),
    );
    text
}
