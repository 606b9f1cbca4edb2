//! Drawn pages, kept with their compressed twins. There are only so many: languages times pages
//! times two.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Mutex, PoisonError};

use axum::body::Bytes;

use super::Page;

/// Pages that were drawn before.
#[derive(Default)]
pub struct ShellCache {
    drawn: Mutex<HashMap<(String, Page, bool), Shell>>,
}

/// One page as it is sent.
#[derive(Clone)]
pub(super) struct Shell {
    pub(super) identity: Bytes,
    pub(super) brotli: Bytes,
}

impl ShellCache {
    pub(super) fn get_or_draw(
        &self,
        locale: &str,
        page: Page,
        no_flow: bool,
        draw: impl FnOnce(bool) -> String,
    ) -> Shell {
        let key = (locale.to_owned(), page, no_flow);
        let found = self
            .drawn
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&key)
            .cloned();
        if let Some(shell) = found {
            return shell;
        }
        let html = draw(no_flow);
        let shell = Shell {
            brotli: compress(&html),
            identity: Bytes::from(html),
        };
        self.drawn
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key, shell.clone());
        shell
    }
}

/// There is no secret and nothing of the request in a shell, so that compressing it tells nothing
/// (BREACH).
fn compress(html: &str) -> Bytes {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4_096, 9, 20);
    // Writing to a vector does not fail.
    drop(writer.write_all(html.as_bytes()));
    Bytes::from(writer.into_inner())
}
