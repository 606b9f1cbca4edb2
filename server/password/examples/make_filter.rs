//! Makes `data/common.filter`: `make_filter <filter> <list>...`. A list has one password a line, in
//! NFC. Lines shorter than eight code points are left out, because no policy accepts them.

use std::collections::BTreeSet;
use std::error::Error;
use std::io::Write as _;
use std::{env, fs, io};

use postern_password::{Filter, build_filter};

const MIN_LENGTH: usize = 8;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let filter = arguments.next().ok_or("usage: make_filter <filter> <list>...")?;
    let mut lines = BTreeSet::new();
    for list in arguments {
        for line in fs::read_to_string(&list)?.lines() {
            let line: String = line.chars().flat_map(char::to_lowercase).collect();
            if line.chars().count() >= MIN_LENGTH {
                lines.insert(line);
            }
        }
    }
    let file = build_filter(&lines);
    let made = Filter::parse(&file).ok_or("what was made is not a filter")?;
    if let Some(missing) = lines.iter().find(|line| !made.contains(line)) {
        return Err(format!("{missing} is missing").into());
    }
    fs::write(&filter, &file)?;
    writeln!(io::stdout(), "{} passwords in {} bytes", made.count(), file.len())?;
    Ok(())
}
