//! Texts: from `locales/<lang>/*.ftl` to the client's tables and functions, and the checks.

mod agreement;
pub mod check;
pub mod compile;

pub mod generate;
mod plurals;
pub mod pseudo;
pub mod source;
mod usage;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use self::compile::Compiled;
use self::generate::Catalogue;
use self::source::{Locale, Problem};
use crate::tools;

/// The language that all others are held against.
pub const REFERENCE: &str = "en";

/// Everything that the files of `locales/` say, compiled.
#[derive(Debug)]
pub struct Texts {
    /// The languages, English first.
    pub locales: Vec<Locale>,
    /// Per language, in the same order, the compiled messages.
    pub compiled: Vec<BTreeMap<String, Compiled>>,
    /// The client's messages.
    pub catalogue: Catalogue,
    /// What stands in the way of compiling.
    pub problems: Vec<Problem>,
}

impl Texts {
    /// Reads and compiles `locales/`; a language without any file is not shipped yet.
    pub fn read(root: &Path) -> Result<Self> {
        let mut problems = Vec::new();
        let mut locales = vec![Locale::read(
            root,
            &root.join("locales").join(REFERENCE),
            &mut problems,
        )?];
        for folder in subfolders(&root.join("locales"))?
            .iter()
            .filter(|path| !path.ends_with(REFERENCE))
        {
            let locale = Locale::read(root, folder, &mut problems)?;
            if !locale.sources.is_empty() {
                locales.push(locale);
            }
        }
        let compiled: Vec<_> = locales
            .iter()
            .map(|locale| compile::compile(locale, &mut problems))
            .collect();
        let catalogue = Catalogue::new(&compiled[0]);
        Ok(Self {
            locales,
            compiled,
            catalogue,
            problems,
        })
    }

    /// Adds languages from another folder, which are shown relative to `base`.
    pub fn add_folder(&mut self, base: &Path, folder: &Path) -> Result<()> {
        for folder in subfolders(folder)? {
            let locale = Locale::read(base, &folder, &mut self.problems)?;
            self.compiled.push(compile::compile(&locale, &mut self.problems));
            self.locales.push(locale);
        }
        Ok(())
    }

    /// The table of each language as `(tag, table)`, and what had to be taken from English.
    pub fn tables(&self) -> (Vec<(String, String)>, Vec<Problem>) {
        let mut gaps = Vec::new();
        let tables = self
            .locales
            .iter()
            .zip(&self.compiled)
            .map(|(locale, messages)| {
                let mut missing = Vec::new();
                let table = self.catalogue.table(messages, &self.compiled[0], &mut missing);
                gaps.extend(missing.into_iter().map(|id| Problem {
                    path: locale.folder(),
                    line: 0,
                    text: format!("{id}: missing, English is shown"),
                }));
                (locale.tag.clone(), table)
            })
            .collect();
        (tables, gaps)
    }

    /// Fails with every problem that prevents compiling.
    pub fn require_compiled(&self) -> Result<()> {
        fail_with(&self.problems)
    }
}

/// `cargo xtask l10n`: writes `messages.rs`, or with `check` proves it fresh and runs all checks.
pub fn run(root: &Path, check: bool) -> Result<()> {
    let texts = Texts::read(root)?;
    if check {
        let mut problems = texts.problems.clone();
        problems.extend(check::check(&texts));
        problems.extend(usage::check(root, &texts)?);
        problems.sort();
        problems.dedup();
        fail_with(&problems)?;
        if !write_messages(root, &texts, true)? {
            bail!("app/src/i18n/messages.rs is stale: run `cargo xtask l10n` and commit it");
        }
        let tags: Vec<&str> = texts.locales.iter().map(|locale| locale.tag.as_str()).collect();
        println!(
            "l10n: {} messages in {} are in order",
            texts.compiled[0].len(),
            tags.join(", ")
        );
        return Ok(());
    }
    texts.require_compiled()?;
    let fresh = write_messages(root, &texts, false)?;
    let state = if fresh { "is up to date" } else { "written" };
    println!(
        "app/src/i18n/messages.rs {state}: {} messages",
        texts.catalogue.entries.len()
    );
    Ok(())
}

/// Writes `messages.rs` unless `only_compare`; says whether it was already right.
pub fn write_messages(root: &Path, texts: &Texts, only_compare: bool) -> Result<bool> {
    let path = root.join("app/src/i18n/messages.rs");
    let wanted = tools::rustfmt(root, &texts.catalogue.rust())?;
    let fresh = fs::read_to_string(&path).is_ok_and(|present| present == wanted);
    if !fresh && !only_compare {
        fs::write(&path, wanted).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(fresh)
}

fn subfolders(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    Ok(folders)
}

fn fail_with(problems: &[Problem]) -> Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    for problem in problems {
        eprintln!("{problem}");
    }
    bail!("problems in the texts: {}", problems.len());
}
