//! The pages that the client knows, and what the shell says on each.

/// A page with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// The portal's first page.
    Home,
    /// The first step, with its form.
    Identify,
    /// A later step: its name in the address, and the message of its heading.
    Step(&'static str, &'static str),
    /// An address that is nobody's.
    NotFound,
}

/// The later steps. The client decides which of them is due; until then each has its heading.
const STEPS: [(&str, &str); 13] = [
    ("method", "reset-method-title"),
    ("email", "reset-email-title"),
    ("code", "reset-code-title"),
    ("authenticator", "reset-authenticator-title"),
    ("password", "reset-password-title"),
    ("writing", "reset-writing-title"),
    ("done", "reset-done-title"),
    ("refused", "reset-refused-title"),
    ("exhausted", "reset-exhausted-title"),
    ("expired", "reset-expired-title"),
    ("cancelled", "reset-cancelled-title"),
    ("help", "reset-help-title"),
    ("link", "reset-link-checking-title"),
];

impl Page {
    /// The page at an address.
    pub fn from_path(path: &str) -> Option<Self> {
        match path {
            "/" => Some(Self::Home),
            "/reset" => Some(Self::Identify),
            _ => {
                let name = path.strip_prefix("/reset/")?;
                STEPS
                    .into_iter()
                    .find(|(step, _)| *step == name)
                    .map(|(step, title)| Self::Step(step, title))
            }
        }
    }

    /// The message of its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Home => "home-title",
            Self::Identify => "reset-identify-title",
            Self::Step(_, title) => title,
            Self::NotFound => "problem-not-found-title",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_by_their_address_and_by_nothing_like_it() {
        assert_eq!(Page::from_path("/"), Some(Page::Home));
        assert_eq!(Page::from_path("/reset"), Some(Page::Identify));
        assert_eq!(
            Page::from_path("/reset/done"),
            Some(Page::Step("done", "reset-done-title"))
        );
        for path in [
            "",
            "/reset/",
            "/reset/Done",
            "/reset/done/",
            "/reset/admin",
            "/RESET",
            "//reset",
        ] {
            assert_eq!(Page::from_path(path), None, "{path}");
        }
    }
}
