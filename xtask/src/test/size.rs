//! The size of what a person downloads before the first page works.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::build::dist::Manifest;
use crate::build::layout::Layout;
use crate::steps::Steps;

/// The most that the first page may cost, in bytes with brotli and without the HTML around the
/// style sheet.
const BUDGET: usize = 104_000;

/// The same where Rust's library could not be built for size; `build/standard.rs` said why.
const STOCK_BUDGET: usize = 122_000;

/// Builds the client and holds it to the budget.
pub fn run(root: &Path) -> Result<()> {
    let layout = Layout::new(root, false);
    let manifest = build::dist(&layout, &Steps)?;
    let critical = std::fs::read(layout.dist().join("critical.css")).context("critical.css")?;
    let mut parts = downloads(&manifest)?;
    parts.push((
        "inline style sheet",
        critical.len(),
        build::compress::brotli(&critical)?.len(),
    ));
    let total: usize = parts.iter().map(|(_, _, brotli)| brotli).sum();

    println!("\n  {:<20} {:>9} {:>9}", "first page", "bytes", "brotli");
    for (name, bytes, brotli) in &parts {
        println!("  {name:<20} {bytes:>9} {brotli:>9}");
    }
    let budget = if manifest.is_stock { STOCK_BUDGET } else { BUDGET };
    println!("  {:<20} {:>9} {total:>9}  of {budget}", "sum", "");
    let (name, bytes, brotli) = download(&manifest, "later: the rest", &manifest.entries.rest)?;
    println!("  {name:<20} {bytes:>9} {brotli:>9}");
    if total > budget {
        bail!("the first page is {} bytes over its budget", total - budget);
    }
    Ok(())
}

/// Name, size and size with brotli of each file that the first page loads.
fn downloads(manifest: &Manifest) -> Result<Vec<(&'static str, usize, usize)>> {
    let entries = &manifest.entries;
    let table = entries.tables.get("en").context("there is no English table")?;
    let named = [
        ("WebAssembly", &entries.wasm),
        ("glue", &entries.glue),
        ("boot script", &entries.boot),
        ("worker", &entries.worker),
        ("English texts", table),
    ];
    named
        .into_iter()
        .map(|(name, path)| download(manifest, name, path))
        .collect()
}

fn download(manifest: &Manifest, name: &'static str, path: &str) -> Result<(&'static str, usize, usize)> {
    let file = manifest
        .file(path)
        .with_context(|| format!("{path} is not in the manifest"))?;
    Ok((name, file.bytes, file.brotli.unwrap_or(file.bytes)))
}
