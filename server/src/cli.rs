//! The command line: `postern serve`, `demo`, `check-config`, `import` and two that print.
//!
//! What operators read here is English and stands in code; only people of the portal are spoken
//! to in their own language.

#![expect(
    clippy::print_stdout,
    reason = "what a command was asked for goes to standard output"
)]
#![expect(clippy::print_stderr, reason = "what went wrong goes to standard error")]

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};

use crate::config::{Config, ConfigProblem, Log};
use crate::demo::{self, DemoDirectory};
use crate::directory::ldap::{LdapDirectory, client_config};
use crate::domain::clock::{Clock, SystemClock};
use crate::domain::directory::Directory;
use crate::domain::methods::MethodStore;
use crate::domain::people::{NewPerson, find_outside, register_outside};
use crate::import::Home;
use crate::l10n::Texts;
use crate::{compose, http, import, telemetry, tls};

/// Self-service password reset for anybody's own directory.
#[derive(Debug, Parser)]
#[command(name = "postern", version, about, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal.
    Serve(WithConfig),
    /// Try the portal on this machine: people, messages and a clock to play with.
    Demo(Demo),
    /// Print every problem of a configuration, or the configuration in force.
    CheckConfig(WithConfig),
    /// Take people into the embedded directory from a CSV file, or add what people of an LDAP directory
    /// registered.
    Import(Import),
    /// Print the `OpenAPI` document.
    PrintOpenapi,
    /// Print the list of problems that the API answers with, as Markdown.
    PrintProblems,
}

#[derive(Debug, Args)]
struct WithConfig {
    /// The configuration, a TOML file.
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
}

#[derive(Debug, Args)]
struct Demo {
    /// Port on this machine.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Folder of the data; it can be deleted at any time.
    #[arg(long, value_name = "DIR", default_value = "postern-demo")]
    data: PathBuf,
    /// Where people live, if not in the embedded directory. The server is started here and ends with the
    /// demonstration; a domain controller needs root.
    #[arg(long, value_enum)]
    directory: Option<DemoDirectory>,
    /// A partial configuration over the demonstration's own.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Import {
    /// The people. The columns are `user_name`, `primary_mail`, `given_name`, `family_name`, `display_name`,
    /// `locale`, `groups`, `enabled`, `password`, `recovery_addresses`, `mobile_numbers` and `totp_seed` (base32);
    /// several values of one field are separated by semicolons. With a directory of one's own, only the last three
    /// and a name to find somebody by.
    #[arg(value_name = "CSV")]
    people: PathBuf,
    /// The configuration, a TOML file.
    #[arg(long, value_name = "FILE")]
    config: PathBuf,
    /// Only look for problems.
    #[arg(long)]
    dry_run: bool,
}

impl Cli {
    /// Does what it is told.
    pub fn run(self) -> ExitCode {
        let done = match self.command {
            Command::Serve(options) => serve(&options.config),
            Command::Demo(options) => demonstrate(options),
            Command::CheckConfig(options) => check_config(&options.config),
            Command::Import(options) => import_people(&options),
            Command::PrintOpenapi => {
                println!("{}", http::openapi::document().trim_end());
                Ok(())
            }
            Command::PrintProblems => {
                println!("{}", http::openapi::problems_markdown().trim_end());
                Ok(())
            }
        };
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(Failed) => ExitCode::FAILURE,
        }
    }
}

/// A command failed, and said why.
struct Failed;

/// Says why.
fn failed(error: impl Display) -> Failed {
    eprintln!("postern: {error}");
    Failed
}

fn failed_with(problems: &[impl Display]) -> Failed {
    for problem in problems {
        eprintln!("{problem}");
    }
    Failed
}

fn load(file: &Path) -> Result<Config, Failed> {
    Config::load(file).map_err(|problems| failed_with(&problems))
}

/// Runs something until it ends.
fn block_on<T>(future: impl Future<Output = T>) -> Result<T, Failed> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(failed)?;
    Ok(runtime.block_on(future))
}

fn serve(file: &Path) -> Result<(), Failed> {
    let config = load(file)?;
    telemetry::init(&config.log).map_err(failed)?;
    block_on(compose::serve(config))?.map_err(failed)
}

fn demonstrate(demo: Demo) -> Result<(), Failed> {
    let overrides = match &demo.config {
        Some(file) => Some(
            std::fs::read_to_string(file)
                .map_err(|error| failed(format!("{} cannot be read: {error}", file.display())))?,
        ),
        None => None,
    };
    let options = demo::Options {
        port: demo.port,
        data_dir: demo.data,
        directory: demo.directory,
        overrides,
    };
    let ready = |config: &Config| println!("{}", demo::welcome(&Texts::load(), &config.public_origin()));
    block_on(demo::run(options, ready))?.map_err(|error| match error {
        demo::RunError::Configuration(problems) => failed_with(&problems),
        other => failed(other),
    })
}

fn check_config(file: &Path) -> Result<(), Failed> {
    let config = load(file)?;
    if let Some(Err(problem)) = config.tls.as_ref().map(tls::acceptor) {
        return Err(failed_with(&[problem]));
    }
    if let Some(Err(problem)) = config.directory.ldap().map(client_config) {
        return Err(failed_with(&[problem]));
    }
    print!("{}", config.effective().map_err(failed)?);
    Ok(())
}

fn import_people(options: &Import) -> Result<(), Failed> {
    let config = Config::load(&options.config);
    let file = std::fs::read(&options.people)
        .map_err(|error| failed(format!("{} cannot be read: {error}", options.people.display())))?;
    let ldap = config.as_ref().ok().and_then(|config| config.directory.ldap());
    let home = if ldap.is_some() {
        Home::Outside
    } else {
        Home::Embedded
    };
    let people = import::read(&file, home);
    // Both are looked at before either is complained about.
    let (config, people) = match (config, people) {
        (Ok(config), Ok(people)) => (config, people),
        (config, people) => {
            let problems: Vec<ConfigProblem> = config.err().unwrap_or_default();
            let lines = people.err().unwrap_or_default();
            let _ = failed_with(&problems);
            return Err(failed_with(&lines));
        }
    };
    let log = Log {
        level: "warn".to_owned(),
        ..config.log.clone()
    };
    if let Some(ldap) = config.directory.ldap() {
        telemetry::init(&log).map_err(failed)?;
        let directory = LdapDirectory::new(ldap, Arc::new(SystemClock)).map_err(failed)?;
        return if options.dry_run {
            block_on(look_up(&directory, people))?
        } else {
            let methods = compose::method_store(&config).map_err(failed)?;
            block_on(register(&directory, &*methods, people))?
        };
    }
    if options.dry_run {
        println!("{} people could be imported; nothing was changed", people.len());
        return Ok(());
    }
    telemetry::init(&log).map_err(failed)?;
    block_on(async {
        let importer = compose::importer(&config).map_err(failed)?;
        let all = people.len();
        let mut refused = 0;
        for (line, person) in people {
            if let Err(error) = importer.import(person, SystemClock.now()).await {
                refused += refuse(line, error);
            }
        }
        println!("{} people imported, {refused} refused", all - refused);
        if refused == 0 { Ok(()) } else { Err(Failed) }
    })?
}

/// Says what is wrong with one line.
fn refuse(line: u64, error: impl Display) -> usize {
    eprintln!("line {line}: {error}");
    1
}

/// Looks whether all people are in the outside directory.
async fn look_up(directory: &dyn Directory, people: Vec<(u64, NewPerson)>) -> Result<(), Failed> {
    let (all, mut refused) = (people.len(), 0);
    for (line, person) in people {
        if let Err(error) = find_outside(directory, &person).await {
            refused += refuse(line, error);
        }
    }
    println!(
        "{} people found, {refused} refused; nothing was changed",
        all - refused
    );
    if refused == 0 { Ok(()) } else { Err(Failed) }
}

/// Adds what people of an outside directory registered.
async fn register(
    directory: &dyn Directory,
    methods: &dyn MethodStore,
    people: Vec<(u64, NewPerson)>,
) -> Result<(), Failed> {
    let (all, mut refused, mut added) = (people.len(), 0, 0);
    for (line, person) in people {
        match register_outside(directory, methods, &person, SystemClock.now()).await {
            Ok(new) => added += new,
            Err(error) => refused += refuse(line, error),
        }
    }
    println!(
        "{added} methods added for {} people, {refused} refused",
        all - refused
    );
    if refused == 0 { Ok(()) } else { Err(Failed) }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_demonstration_needs_no_options() {
        let cli = Cli::try_parse_from(["postern", "demo"]).expect("enough");
        assert!(matches!(
            cli.command,
            Command::Demo(Demo {
                port: 8080,
                config: None,
                ..
            })
        ));
        assert!(
            Cli::try_parse_from(["postern", "serve"]).is_err(),
            "serve needs its configuration"
        );
    }
}
