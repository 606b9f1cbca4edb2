//! `wasm-bindgen` as a library: the version that the lock file names, nothing to install.

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::{Bindgen, Output};

use super::names;

/// The client after `wasm-bindgen`.
#[derive(Debug)]
pub struct Bound {
    /// The JavaScript glue, an ES module; `boot.js` tells it where the WebAssembly is.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: Vec<u8>,
}

/// Makes the glue for a compiled client, with everything that is served nowhere taken out.
pub fn bind(wasm: Vec<u8>) -> Result<Bound> {
    let mut output = generate(wasm)?;
    let mut glue = output.js().to_owned();
    let module = output.wasm_mut();
    names::shorten(&mut glue, module)?;
    let wasm = module.emit_wasm();
    Ok(Bound { glue, wasm })
}

/// Makes the glue for a module that tests use, as `wasm-bindgen` writes it.
pub fn bind_whole(wasm: Vec<u8>) -> Result<Bound> {
    let mut output = generate(wasm)?;
    let wasm = output.wasm_mut().emit_wasm();
    Ok(Bound {
        glue: output.js().to_owned(),
        wasm,
    })
}

fn generate(wasm: Vec<u8>) -> Result<Output> {
    let output = Bindgen::new()
        .input_bytes("portal", wasm)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        // What the split-off module takes from this one.
        .keep_lld_exports(true)
        .generate_output()
        .context("wasm-bindgen could not make the glue")?;
    // Crates that only could have brought some are listed with nothing.
    let inline = output
        .snippets()
        .iter()
        .filter(|(_, snippets)| !snippets.is_empty());
    let brought: Vec<&String> = inline
        .map(|(name, _)| name)
        .chain(output.local_modules().keys())
        .collect();
    if !brought.is_empty() {
        bail!("the build does not place JavaScript that crates bring along: {brought:?}");
    }
    Ok(output)
}
