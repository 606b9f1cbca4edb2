//! Samba as a real domain controller on a loopback address of its own. Its ports are fixed, so it
//! needs root; several run at once on further addresses.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::ServerError;
use super::certificate::Certificates;
use super::process::{ServerProcess, find_program};

/// What the domain's tree begins with.
pub const SUFFIX: &str = "DC=demo,DC=example";
/// The administrator.
pub const ADMINISTRATOR: &str = "CN=Administrator,CN=Users,DC=demo,DC=example";
/// Its password. The server listens on this machine only.
pub const ADMINISTRATOR_PASSWORD: &str = "Demonstration-1-root";

const REALM: &str = "DEMO.EXAMPLE";
const DOMAIN: &str = "DEMO";
const LDAP: u16 = 389;
const LDAPS: u16 = 636;
/// Addresses 127.0.0.20 to 127.0.0.99 are tried.
const ADDRESSES: std::ops::Range<u8> = 20..100;

/// A running domain controller.
pub struct Samba {
    /// Its address.
    pub address: Ipv4Addr,
    /// The certificates that it uses.
    pub certificates: Certificates,
    /// Whether the domain is new: nothing but what every domain has is in it.
    pub is_new: bool,
    folder: PathBuf,
    process: ServerProcess,
}

impl Samba {
    /// Makes a domain in a folder if there is none, and starts it.
    ///
    /// # Errors
    /// [`ServerError::NotInstalled`] names the packages.
    pub async fn start(folder: &Path) -> Result<Self, ServerError> {
        let (tool, program) = (program("samba-tool")?, program("samba")?);
        std::fs::create_dir_all(folder)?;
        let address = free_address()?;
        let is_new = !folder.join("private/sam.ldb").exists();
        if is_new {
            provision(&tool, folder, address).await?;
        }
        let certificates = Certificates::make(folder, &["localhost", &address.to_string()])?;
        let process = run(&program, folder, address, &certificates).await?;
        Ok(Self {
            address,
            certificates,
            is_new,
            folder: folder.to_owned(),
            process,
        })
    }

    /// `ldap://`, for `StartTLS`.
    pub fn plain(&self) -> SocketAddr {
        (self.address, LDAP).into()
    }

    /// `ldaps://`.
    pub fn tls(&self) -> SocketAddr {
        (self.address, LDAPS).into()
    }

    /// Gives an account rights below an organisational unit, in the words of SDDL.
    ///
    /// # Errors
    /// [`ServerError::Failed`] with what the tool said.
    pub async fn grant(&self, unit: &str, sddl: &str) -> Result<(), ServerError> {
        let database = self.folder.join("private/sam.ldb");
        let mut command = Command::new(program("samba-tool")?);
        command
            .args(["dsacl", "set", "--action=allow", "-H"])
            .arg(database)
            .arg("-s")
            .arg(self.folder.join("etc/smb.conf"))
            .arg(format!("--objectdn={unit}"))
            .arg(format!("--sddl={sddl}"));
        quietly("samba-tool dsacl", command).await
    }

    /// Ends it.
    pub fn stop(&mut self) {
        self.process.stop();
    }

    /// Starts it again at the same address.
    ///
    /// # Errors
    /// [`ServerError::Failed`].
    pub async fn start_again(&mut self) -> Result<(), ServerError> {
        let program = program("samba")?;
        self.process = run(&program, &self.folder, self.address, &self.certificates).await?;
        Ok(())
    }
}

fn program(name: &'static str) -> Result<PathBuf, ServerError> {
    find_program(name).ok_or(ServerError::NotInstalled {
        name,
        packages: "samba samba-ad-dc samba-ad-provision samba-dsdb-modules samba-vfs-modules winbind python3-samba",
    })
}

/// An address whose ports are free, and ours to take.
fn free_address() -> Result<Ipv4Addr, ServerError> {
    let mut refused = None;
    for last in ADDRESSES {
        let address = Ipv4Addr::new(127, 0, 0, last);
        match [LDAP, LDAPS].map(|port| TcpListener::bind((address, port))) {
            [Ok(_), Ok(_)] => return Ok(address),
            [Err(error), _] | [_, Err(error)] => refused = Some(error),
        }
    }
    let why = match refused {
        Some(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
            "a domain controller's ports are 389 and 636: start this as root".to_owned()
        }
        _ => "no loopback address has its ports 389 and 636 free".to_owned(),
    };
    Err(ServerError::Failed { name: "samba", why })
}

async fn provision(tool: &Path, folder: &Path, address: Ipv4Addr) -> Result<(), ServerError> {
    let mut command = Command::new(tool);
    command
        .args(["domain", "provision", "--server-role=dc", "--dns-backend=NONE"])
        .args([format!("--realm={REALM}"), format!("--domain={DOMAIN}")])
        .arg(format!("--adminpass={ADMINISTRATOR_PASSWORD}"))
        .arg(format!("--host-ip={address}"))
        .arg(format!("--targetdir={}", folder.display()))
        // Nothing of a Samba that this machine may have for itself.
        .args(["--configfile=/dev/null", "--host-name=directory"])
        .arg(format!(
            "--option=log file={}",
            folder.join("samba.log").display()
        ))
        .args(interfaces(address));
    quietly("samba-tool domain provision", command).await
}

fn interfaces(address: Ipv4Addr) -> [String; 2] {
    [
        format!("--option=interfaces={address}/8"),
        "--option=bind interfaces only=yes".to_owned(),
    ]
}

async fn run(
    program: &Path,
    folder: &Path,
    address: Ipv4Addr,
    certificates: &Certificates,
) -> Result<ServerProcess, ServerError> {
    let log = folder.join("start.log");
    let path = |name: &str, path: &Path| format!("--option={name}={}", path.display());
    let mut command = Command::new(program);
    command
        // The group that it is started in is ours to end; it needs none of its own.
        .args(["-F", "--no-process-group", "-s"])
        .arg(folder.join("etc/smb.conf"))
        .args(interfaces(address))
        .args(["--option=server services=ldap", "--option=log level=0"])
        .arg(path("log file", &folder.join("samba.log")))
        .arg(path("pid directory", folder))
        .arg(path("ncalrpc dir", &folder.join("ncalrpc")))
        .arg(path("tls cafile", &certificates.authority))
        .arg(path("tls certfile", &certificates.certificate))
        .arg(path("tls keyfile", &certificates.key));
    let mut process = ServerProcess::start("samba", &mut command, &log)?;
    process.listens_on((address, LDAP).into(), &log).await?;
    process.listens_on((address, LDAPS).into(), &log).await?;
    Ok(process)
}

/// Runs a tool that takes seconds; what it says is shown only if it fails.
async fn quietly(name: &'static str, mut command: Command) -> Result<(), ServerError> {
    let failed = |why: String| ServerError::Failed { name, why };
    let output = tokio::task::spawn_blocking(move || command.stdin(Stdio::null()).output())
        .await
        .map_err(|error| failed(error.to_string()))?
        .map_err(|error| failed(error.to_string()))?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(failed(String::from_utf8_lossy(&said).trim().to_owned()))
}
