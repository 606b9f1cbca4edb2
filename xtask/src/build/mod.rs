//! `cargo xtask build`: texts, client and style sheets into the dist folder, the dist folder into
//! the server. Every step is passed over if its inputs did not change.

mod bindgen;
mod client;
pub mod compress;
pub mod dist;
mod javascript;
pub mod judge;
pub mod layout;
mod names;
mod server;
mod split;
pub mod stamp;
mod standard;
mod styles;

use std::path::Path;

use anyhow::Result;

use self::dist::{Dist, Manifest};
use self::layout::Layout;
pub use self::stamp::files_below;
use crate::l10n::{self, Texts, pseudo};
use crate::steps::{Step, Steps};

/// Builds everything; says where the server is.
pub fn run(root: &Path, pseudo: bool) -> Result<()> {
    let layout = Layout::new(root, pseudo);
    all(&layout, &Steps)?;
    println!("\n  {}", layout.binary().display());
    Ok(())
}

/// Whether `POSTERN_PSEUDO` asks for the pseudo-locales.
pub fn pseudo_from_environment() -> bool {
    std::env::var_os("POSTERN_PSEUDO").is_some_and(|value| !value.is_empty() && value != "0")
}

/// All steps of a build.
pub fn all(layout: &Layout, steps: &Steps) -> Result<()> {
    dist(layout, steps)?;
    steps.run("server", |step| server::build(layout, step))
}

/// Everything but the server.
pub fn dist(layout: &Layout, steps: &Steps) -> Result<Manifest> {
    let tables = steps.run("texts", |step| texts(layout, step))?;
    let client = steps.run("client", |step| client::build(layout, step))?;
    let judge = steps.run("judge", |step| judge::build(layout, step))?;
    steps.run("assets", |step| {
        let mut dist = Dist::default();
        let styles = styles::build(&layout.root)?;
        dist.critical_css = styles.critical;
        for (name, css) in styles.separate {
            let path = dist.add_hashed(&name, "css", css.into_bytes());
            dist.entries.stylesheets.insert(name, path);
        }
        dist.entries.boot = dist.add_hashed("boot", "js", client.boot);
        dist.entries.rest = dist.add_hashed("rest", "wasm", client.rest);
        let glue = split::address_rest(&client.glue, &dist.entries.rest)?;
        dist.entries.glue = dist.add_hashed("portal", "js", glue);
        dist.entries.wasm = dist.add_hashed("portal", "wasm", client.wasm);
        dist.entries.judge = dist.add_hashed("judge", "js", judge.glue);
        dist.entries.rules = dist.add_hashed("judge", "wasm", judge.wasm);
        dist.entries.worker = dist.add_hashed("proof-of-work", "js", client.worker);
        for (tag, table) in tables {
            let path = dist.add_hashed(&format!("l10n/{tag}"), "txt", table.into_bytes());
            dist.entries.tables.insert(tag, path);
        }
        dist.is_stock = client.is_stock;
        dist.add_folder(&layout.root.join("public"))?;
        let manifest = dist.write(&layout.dist(), &layout.target.join("compressed"))?;
        step.outcome(format!("{} files", manifest.files.len()));
        Ok(manifest)
    })
}

/// Generates `messages.rs` and the tables. Gaps do not stop a build: English fills them, and
/// `cargo xtask l10n --check` reports them.
fn texts(layout: &Layout, step: &mut Step) -> Result<Vec<(String, String)>> {
    let mut texts = Texts::read(&layout.root)?;
    texts.require_compiled()?;
    l10n::write_messages(&layout.root, &texts, false)?;
    if layout.pseudo {
        pseudo::write(&texts.locales[0], &layout.pseudo_locales())?;
        texts.add_folder(&layout.target, &layout.pseudo_locales())?;
        texts.require_compiled()?;
    }
    let (tables, gaps) = texts.tables();
    let tags: Vec<&str> = tables.iter().map(|(tag, _)| tag.as_str()).collect();
    step.outcome(tags.join(", "));
    if !gaps.is_empty() {
        step.say(&format!(
            "{} messages are missing and shown in English (cargo xtask l10n --check)",
            gaps.len()
        ));
    }
    Ok(tables)
}
