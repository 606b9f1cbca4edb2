//! Prints native verdicts for `compare.mjs`: reads a scenario a line, writes the bits of both
//! judgements a line. Texts are in hexadecimal, so that none of them ends a line.
//!
//! The first line is `<banned terms> <organisation>`, the others are
//! `<min> <max> <three of four: 0|1> <password> <identifier>`.

use std::error::Error;
use std::io::{self, BufRead as _, BufWriter, Write as _};

use postern_password_browser::{Judge, judge};

fn main() -> Result<(), Box<dyn Error>> {
    let mut lines = io::stdin().lock().lines();
    let first = lines.next().ok_or("no first line")??;
    let (custom, organisation) = first.split_once(' ').ok_or("a first line of two members")?;
    let organisation = text(organisation)?;
    let full = Judge::prepare(&text(custom)?, &organisation).ok_or("a term cannot be banned")?;
    let mut out = BufWriter::new(io::stdout().lock());
    for line in lines {
        let line = line?;
        let [min, max, three, password, identifier] = line.split(' ').collect::<Vec<_>>()[..] else {
            return Err("a line of five members".into());
        };
        let (min, max, three) = (min.parse()?, max.parse()?, three == "1");
        let (password, identifier) = (text(password)?, text(identifier)?);
        let names = format!("{identifier}\n{organisation}").to_lowercase();
        let typing = judge(&password, &password.to_lowercase(), &names, min, max, three);
        let whole = full.judge(&password, &identifier, min, max, three);
        writeln!(out, "{typing} {whole}")?;
    }
    Ok(())
}

fn text(hex: &str) -> Result<String, Box<dyn Error>> {
    let bytes: Result<Vec<u8>, _> = (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(hex.get(at..at + 2).unwrap_or_default(), 16))
        .collect();
    Ok(String::from_utf8(bytes?)?)
}
