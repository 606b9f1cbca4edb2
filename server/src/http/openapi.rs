//! Stub: generated reference documents.

/// The `OpenAPI` document.
pub fn document() -> String {
    String::new()
}

/// The list of problems as Markdown.
pub fn problems_markdown() -> String {
    String::new()
}
