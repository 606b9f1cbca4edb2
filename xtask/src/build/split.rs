//! Takes the screens after the first out of the module, into one that is fetched when they are near.
//!
//! Functions under `#[wasm_split(rest, …)]` and what only they use go there. Both modules share the
//! memory and the table of functions; the glue fetches the second one when the first asks for it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

/// What stands in the glue for the address of the second module.
const ADDRESS: &str = "__postern_rest__";

/// Fetches the second module. A fetch that failed is tried again the next time; the callback says
/// whether it worked.
///
/// The fetch begins when somebody types, and at once for somebody who has a session.
const LOADER: &str = r#"let rest, fetched;
const begin = () => {
  fetched ??= fetch("__postern_rest__");
  fetched.catch(() => { fetched = undefined; });
};
if (document.querySelector("meta[name=postern-flow]")) addEventListener("input", begin, { once: true });
else begin();
const loader = {
  async __wasm_split_load_rest(callback, data) {
    let isHere = true;
    try {
      begin();
      rest ??= WebAssembly.instantiateStreaming(fetched, { __wasm_split: wasm });
      await rest;
    } catch (error) {
      // The browser has reported a failed fetch already.
      if (!(error instanceof TypeError)) console.error(error);
      rest = fetched = undefined;
      isHere = false;
    }
    wasm.__indirect_function_table.get(callback)(data, isHere);
  },
};
"#;

/// The two modules.
#[derive(Debug)]
pub struct Split {
    /// The first screen, and everything that both use.
    pub first: Vec<u8>,
    /// The rest.
    pub rest: Vec<u8>,
}

/// Splits a module that was linked with `--emit-relocs`.
pub fn split(module: &[u8], folder: &Path) -> Result<Split> {
    let folder = folder.join("split");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let main = folder.join("first.wasm");
    let mut options = Options::new(module);
    options.output_dir = &folder;
    options.main_out_path = &main;
    // Its JavaScript is not used: the glue holds a shorter one.
    let split = transform(options).map_err(|error| anyhow!("cannot split the client: {error:#}"))?;
    let [rest] = split.split_modules.as_slice() else {
        bail!("the client should be split in two: {:?}", split.split_modules);
    };
    let read = |path: &Path| fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    Ok(Split {
        first: read(&main)?,
        rest: read(rest)?,
    })
}

/// Puts the loader in the place of the import that `wasm-bindgen` made of it.
pub fn place_loader(glue: &str) -> Result<String> {
    let import = "import * as import1 from \"./__wasm_split.js\"";
    let uses = "\"./__wasm_split.js\": import1";
    if !glue.contains(import) || !glue.contains(uses) {
        bail!("the glue does not ask for the rest as expected");
    }
    Ok(glue
        .replace(import, LOADER)
        .replace(uses, "\"./__wasm_split.js\": loader"))
}

/// Puts the address of the second module into the finished glue.
pub fn address_rest(glue: &[u8], address: &str) -> Result<Vec<u8>> {
    let glue = std::str::from_utf8(glue).context("the glue is not text")?;
    if glue.matches(ADDRESS).count() != 1 {
        bail!("the glue should name the rest once");
    }
    Ok(glue.replace(ADDRESS, address).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_takes_the_place_of_the_import() {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nf({ \"./__wasm_split.js\": import1, });";
        let placed = place_loader(glue).expect("an import to replace");
        assert!(!placed.contains("import1"), "{placed}");
        let addressed = address_rest(placed.as_bytes(), "/a/rest.wasm").expect("one address");
        assert!(String::from_utf8_lossy(&addressed).contains("fetch(\"/a/rest.wasm\")"));
        assert!(place_loader("start()").is_err());
    }
}
