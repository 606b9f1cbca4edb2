//! Text as HTML, for the pages and mails that the server writes.

/// Escapes a text for elements and for quoted attributes.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_that_means_something_in_html_gets_through() {
        assert_eq!(
            super::escape("<a href=\"x\" b='y'>&amp;ü"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;ü"
        );
    }
}
