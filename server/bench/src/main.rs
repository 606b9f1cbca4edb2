//! What `cargo xtask bench server` needs beside the portal: the probes that say what the machine
//! gives without it, and a folder of data to measure with.
//!
//! ```text
//! bench probe <port> <file>      bare axum, and bare axum with grouped commits
//! bench argon2 <hashes>          argon2id alone, on every core
//! bench prepare <folder> <out> <people> <starts> <codes> <passwords>
//! bench crowd <folder> <people> <sessions>
//! ```

#![expect(
    clippy::print_stdout,
    reason = "what the driver asked for goes to standard output"
)]

mod argon;
mod crowd;
mod prepare;
mod probe;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match arguments[..] {
        ["probe", port, file] => runtime.block_on(probe::serve(port.parse()?, file.as_ref())),
        ["argon2", hashes] => {
            println!("{}", argon::hashes_per_second(hashes.parse()?));
            Ok(())
        }
        ["prepare", folder, out, people, starts, codes, passwords] => {
            let counts = prepare::Counts {
                people: people.parse()?,
                starts: starts.parse()?,
                codes: codes.parse()?,
                passwords: passwords.parse()?,
            };
            runtime.block_on(prepare::prepare(folder, out.as_ref(), &counts))
        }
        ["crowd", folder, people, sessions] => {
            crowd::add(folder.as_ref(), people.parse()?, sessions.parse()?)
        }
        _ => Err("the head of main.rs says what can be asked for".into()),
    }
}
