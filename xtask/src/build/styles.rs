//! The style sheets: `style/tokens.css`, `style/base.css` and the components become the one that
//! the shell carries inline; `demo.css` stays a file of its own.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// The finished style sheets.
#[derive(Debug)]
pub struct Styles {
    /// Inline in the shell.
    pub critical: String,
    /// Served beside it, by name.
    pub separate: Vec<(String, String)>,
}

/// Components that only the demonstration uses.
const SEPARATE: [&str; 1] = ["demo"];

/// Reads `style/` and minifies it.
pub fn build(root: &Path) -> Result<Styles> {
    let folder = root.join("style");
    let mut critical = read(&folder.join("tokens.css"))?;
    critical.push_str(&read(&folder.join("base.css"))?);
    let mut separate = Vec::new();
    let mut components: Vec<_> = fs::read_dir(folder.join("components"))
        .context("cannot read style/components")?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    components.sort();
    for path in components {
        let name = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let css = read(&path)?;
        if SEPARATE.contains(&name.as_str()) {
            let minified = minify(&css).with_context(|| format!("style/components/{name}.css"))?;
            separate.push((name, minified));
        } else {
            // Alone first, so that an error names the file.
            minify(&css).with_context(|| format!("style/components/{name}.css"))?;
            critical.push_str(&css);
        }
    }
    Ok(Styles {
        critical: minify(&critical).context("style/")?,
        separate,
    })
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Minifies for browsers from about 2023 on, which is also what the WebAssembly needs.
fn minify(css: &str) -> Result<String> {
    let version = |major: u32, minor: u32| Some((major << 16) | (minor << 8));
    let targets = Targets::from(Browsers {
        chrome: version(111, 0),
        edge: version(111, 0),
        firefox: version(114, 0),
        safari: version(16, 4),
        ios_saf: version(16, 4),
        ..Browsers::default()
    });
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| anyhow!("{error}"))?;
    let printed = sheet
        .to_css(PrinterOptions {
            minify: true,
            targets,
            ..PrinterOptions::default()
        })
        .map_err(|error| anyhow!("{error}"))?;
    Ok(printed.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_are_minified() {
        let css = ".field {\n  margin-inline: 0px auto;\n  /* a comment */\n  color: #ff0000;\n}\n";
        assert_eq!(
            minify(css).expect("valid"),
            ".field{color:red;margin-inline:0 auto}"
        );
    }

    #[test]
    fn broken_style_sheets_are_refused() {
        assert!(minify(".a { color: red; } }").is_err());
    }
}
