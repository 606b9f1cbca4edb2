//! The names between WebAssembly and JavaScript: what nobody calls is dropped, the rest is shortened.
//!
//! `wasm-bindgen` names each function after what it does and a hash, in the module and in the glue:
//! three kilobytes that do not compress. The glue also holds classes that crates export, of which the
//! client makes none, and a loader for every way to get at a module.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use walrus::{ImportKind, Module};

/// The module's name for its imports.
const PLACEHOLDER: &str = "./portal_bg.js";

/// Around the functions that the module asks for.
const BEGIN: &str = "__proto__: null,\n";
const END: &str = "\n};\n        return {";

/// Where the loader of `wasm-bindgen` begins.
const LOADER: &str = "let wasmModule, wasmInstance, wasm;";

/// The only way that the client is loaded.
const OUR_LOADER: &str = r"let wasm;
export default async (address) => {
  const { instance } = await WebAssembly.instantiateStreaming(fetch(address), __wbg_get_imports());
  wasm = instance.exports;
  wasm.__wbindgen_start();
};
";

/// Drops and shortens what only the two of them know.
pub fn shorten(glue: &mut String, module: &mut Module) -> Result<()> {
    let classes = drop_classes(glue)?;
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| classes.iter().any(|class| belongs_to(&export.name, class)))
        .map(walrus::Export::id)
        .collect();
    for export in unused {
        module.exports.delete(export);
    }
    walrus::passes::gc::run(module);

    let loader = glue.find(LOADER).context("the glue has no loader")?;
    glue.replace_range(loader.., OUR_LOADER);

    let mut imports = HashMap::new();
    for import in module.imports.iter_mut() {
        if import.module != PLACEHOLDER || !matches!(import.kind, ImportKind::Function(_)) {
            continue;
        }
        let short = short(imports.len());
        imports.insert(import.name.clone(), short.clone());
        import.name = short;
        "p".clone_into(&mut import.module);
    }
    *glue = rename_imports(glue, &imports)?;

    let mut exports = Vec::new();
    for export in module.exports.iter_mut() {
        // The second module knows these.
        if is_shared(&export.name) {
            continue;
        }
        let short = short(exports.len());
        exports.push((export.name.clone(), short.clone()));
        export.name = short;
    }
    *glue = rename_exports(glue, &exports);
    Ok(())
}

/// Whether the split-off module imports it by this name.
fn is_shared(name: &str) -> bool {
    name == "memory" || name == "__indirect_function_table" || name.starts_with("__wasm_split")
}

/// `intounderlyingsource_pull` and `__wbg_intounderlyingsource_free` belong to `IntoUnderlyingSource`.
fn belongs_to(export: &str, class: &str) -> bool {
    export
        .strip_prefix("__wbg_")
        .unwrap_or(export)
        .strip_prefix(class.to_ascii_lowercase().as_str())
        .is_some_and(|rest| rest.starts_with('_'))
}

/// Takes the exported classes out of the glue; says which they were.
fn drop_classes(glue: &mut String) -> Result<Vec<String>> {
    let mut classes = Vec::new();
    while let Some(start) = glue.find("export class ") {
        let name: String = glue[start + "export class ".len()..]
            .chars()
            .take_while(|c| c.is_alphanumeric())
            .collect();
        // The line after the class is about it too. Methods end as classes do.
        let disposal = format!("\nif (Symbol.dispose) {name}.");
        let length = glue[start..]
            .find(&disposal)
            .with_context(|| format!("the glue has no end of the class {name}"))?;
        glue.replace_range(start..=start + length, "");
        drop_range(glue, start, ";\n")?;
        let finalization = format!("const {name}Finalization = ");
        if let Some(start) = glue.find(&finalization) {
            drop_range(glue, start, ");\n")?;
        }
        classes.push(name);
    }
    Ok(classes)
}

fn drop_range(glue: &mut String, start: usize, end: &str) -> Result<()> {
    let length = glue[start..]
        .find(end)
        .with_context(|| format!("the glue has no end of {:.60}", &glue[start..]))?;
    glue.replace_range(start..start + length + end.len(), "");
    Ok(())
}

/// Keeps the functions that the module still asks for, under their short names.
fn rename_imports(glue: &str, names: &HashMap<String, String>) -> Result<String> {
    let (head, rest) = glue
        .split_once(BEGIN)
        .context("the glue has no functions for the module")?;
    let (functions, tail) = rest
        .split_once(END)
        .context("the glue has no end of the functions for the module")?;
    let mut out = head.to_owned();
    out.push_str(BEGIN);
    let (mut found, mut kept) = (0, false);
    for line in functions.split_inclusive('\n') {
        let name = line
            .trim_start()
            .split_once(": function(")
            .filter(|(name, _)| name.starts_with("__wb"));
        if let Some((name, body)) = name {
            kept = names.contains_key(name);
            if let Some(short) = names.get(name) {
                found += 1;
                for part in [short, ": function(", body] {
                    out.push_str(part);
                }
            }
        } else if kept {
            out.push_str(line);
        }
    }
    if found != names.len() {
        bail!("the glue holds {found} of {} functions", names.len());
    }
    let import = format!("\"{PLACEHOLDER}\": ");
    if !tail.contains(&import) {
        bail!("the glue does not name its functions {PLACEHOLDER}");
    }
    out.push_str(END);
    out.push_str(&tail.replace(&import, "p: "));
    Ok(out)
}

fn rename_exports(glue: &str, names: &[(String, String)]) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut pieces = glue.split("wasm.");
    out.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let end = piece
            .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'))
            .unwrap_or(piece.len());
        let (name, rest) = piece.split_at(end);
        let short = names.iter().find(|(long, _)| long == name);
        out.push_str("wasm.");
        out.push_str(short.map_or(name, |(_, short)| short));
        out.push_str(rest);
    }
    out
}

/// `a`, `b`, … `z`, `aa`, …
fn short(mut number: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'a' + u8::try_from(number % 26).unwrap_or_default());
        number /= 26;
        if number == 0 {
            break;
        }
        number -= 1;
    }
    name.reverse();
    String::from_utf8(name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class Sink {
free() {
wasm.__wbg_sink_free(1);
}
}
if (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;
export function start() { return wasm.start(); }
function __wbg_get_imports() {
            const import0 = {
            __proto__: null,
        __wbg_used_1: function(arg0) {
handleError(function () {
}, arguments);
},
__wbg_gone_2: function() {
let x = {
};
y();
},
__wbindgen_cast: function() {
},
};
        return { \"./portal_bg.js\": import0 };
}
const SinkFinalization = (typeof FinalizationRegistry === 'undefined')
? { register: () => {}, unregister: () => {} }
: new FinalizationRegistry(ptr => wasm.__wbg_sink_free(ptr, 1));
let x = wasm.start_other;
";

    #[test]
    fn classes_go_with_all_that_belongs_to_them() {
        let mut glue = GLUE.to_owned();
        assert_eq!(drop_classes(&mut glue).expect("well formed"), ["Sink"]);
        assert!(
            !glue.contains("Sink") && glue.contains("function start"),
            "{glue}"
        );
        assert!(belongs_to("__wbg_sink_free", "Sink") && belongs_to("sink_pull", "Sink"));
        assert!(!belongs_to("sinker", "Sink"));
    }

    #[test]
    fn functions_that_nobody_asks_for_go() {
        let names = [("__wbg_used_1", "a"), ("__wbindgen_cast", "b")];
        let names = names
            .map(|(long, short)| (long.to_owned(), short.to_owned()))
            .into();
        let renamed = rename_imports(GLUE, &names).expect("well formed");
        assert!(
            renamed.contains(
                "a: function(arg0) {\nhandleError(function () {\n}, arguments);\n},\nb: function() {\n},\n};"
            ),
            "{renamed}"
        );
        assert!(
            !renamed.contains("y();") && renamed.contains("p: import0"),
            "{renamed}"
        );
        let more = [("__wbg_missing_3".to_owned(), "c".to_owned())].into();
        assert!(rename_imports(GLUE, &more).is_err());
    }

    #[test]
    fn only_whole_names_are_renamed() {
        let renamed = rename_exports(GLUE, &[("start".to_owned(), "a".to_owned())]);
        assert!(
            renamed.contains("return wasm.a();") && renamed.contains("wasm.start_other"),
            "{renamed}"
        );
    }

    #[test]
    fn short_names_are_all_different() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!(
            (short(0), short(25), short(26), short(702)),
            ("a".into(), "z".into(), "aa".into(), "aaa".into())
        );
    }
}
