//! The LDAP connector against real servers, `OpenLDAP` and Samba as a domain controller, which are
//! installed where they are missing.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use super::browser::is_root;
use crate::steps::{Step, Steps};
use crate::tools;

/// A server that speaks LDAP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Server {
    /// OpenLDAP's slapd.
    Openldap,
    /// Samba as a domain controller.
    ActiveDirectory,
}

impl Server {
    /// What it is called on the command line of the demonstration.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Openldap => "openldap",
            Self::ActiveDirectory => "active-directory",
        }
    }

    /// Debian's packages.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Openldap => &["slapd", "ldap-utils"],
            Self::ActiveDirectory => &[
                "samba",
                "samba-ad-dc",
                "samba-ad-provision",
                "samba-dsdb-modules",
                "samba-vfs-modules",
                "winbind",
                "python3-samba",
            ],
        }
    }

    /// The programs that have to be there.
    const fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Openldap => &["slapd"],
            Self::ActiveDirectory => &["samba", "samba-tool"],
        }
    }

    /// What the packages would start by themselves.
    const fn services(self) -> &'static [&'static str] {
        match self {
            Self::Openldap => &["slapd"],
            Self::ActiveDirectory => &["samba-ad-dc", "smbd", "nmbd", "winbind"],
        }
    }

    fn is_installed(self) -> bool {
        let usual = ["/usr/sbin", "/usr/local/sbin", "/usr/libexec"];
        self.programs().iter().all(|program| {
            tools::exists(program)
                || usual
                    .iter()
                    .any(|folder| Path::new(folder).join(program).is_file())
        })
    }
}

/// Installs both servers where they are missing.
pub fn install_all() -> Result<()> {
    for server in [Server::Openldap, Server::ActiveDirectory] {
        Steps.run("server", |step| install(server, step))?;
    }
    Ok(())
}

/// Installs both servers and runs the tests.
pub fn run(root: &Path) -> Result<()> {
    install_all()?;
    if !is_root() {
        bail!(
            "a domain controller listens on the ports 389 and 636, which needs root: run the step `directory` as root"
        );
    }
    let test = ["test", "--package", "postern-server", "--test", "directory"];
    tools::run_loudly(tools::cargo(root).args(test))
}

/// Installs a server where it is missing, and leaves none of its services running that was not
/// there before.
pub fn install(server: Server, step: &mut Step) -> Result<()> {
    if server.is_installed() {
        step.outcome(format!("{} is there", server.name()));
        return Ok(());
    }
    let packages = server.packages();
    let by_hand = format!("install by hand: apt-get install {}", packages.join(" "));
    if !tools::exists("apt-get") {
        bail!(
            "{} is missing and there is no apt-get: {by_hand} (or what your distribution calls them)",
            server.name()
        );
    }
    if !is_root() {
        bail!(
            "{} is missing and only root can install it: {by_hand}",
            server.name()
        );
    }
    step.say(&format!("apt-get install {}", packages.join(" ")));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        // Services that start with a system are left alone in this one (invoke-rc.d(8)).
        tools::run_quietly(command.env("RUNLEVEL", "1"))
    };
    apt(&["update"])?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt(&[&install, packages].concat())?;
    for service in server.services() {
        stop(service, step);
    }
    if !server.is_installed() {
        bail!(
            "{} is still missing after its installation: {by_hand}",
            server.name()
        );
    }
    step.outcome("installed by apt-get");
    Ok(())
}

/// Ends a service that the installation started. What is not running cannot be stopped, and need not.
fn stop(service: &str, step: &Step) {
    let (program, arguments) = if Path::new("/run/systemd/system").exists() {
        ("systemctl", ["disable", "--now", service].to_vec())
    } else {
        ("service", [service, "stop"].to_vec())
    };
    if tools::run_quietly(Command::new(program).args(arguments)).is_ok() {
        step.say(&format!(
            "stopped the service {service}, which the package had started"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demonstration_names_its_directory_as_the_server_does() {
        use clap::ValueEnum as _;
        for server in Server::value_variants() {
            let value = server.to_possible_value().expect("a name");
            assert_eq!(value.get_name(), server.name());
        }
    }
}
