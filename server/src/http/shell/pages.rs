//! The pages that the client knows, and what the shell says on each.

/// A page with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// The portal's first page.
    Home,
    /// The first step of a reset, with its form.
    Identify,
    /// The first step of unlocking, with the same form.
    Unlock,
    /// A later step: its name in the address, and the message of its heading.
    Step(&'static str, &'static str),
    /// An address that is nobody's.
    NotFound,
}

/// The heading of a step that is named only when the client knows more: by which method a code
/// went, or what the flow is for.
pub(super) const WAIT: &str = "common-wait";

/// The later steps. The client decides which of them is due; until then each has its heading.
const STEPS: [(&str, &str); 15] = [
    ("method", "reset-method-title"),
    ("email", "reset-email-title"),
    ("sms", "reset-sms-title"),
    ("code", WAIT),
    ("authenticator", "reset-authenticator-title"),
    ("password", "reset-password-title"),
    ("unlock", WAIT),
    ("writing", WAIT),
    ("done", WAIT),
    ("refused", WAIT),
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
            "/unlock" => Some(Self::Unlock),
            _ => {
                let name = path.strip_prefix("/reset/")?;
                STEPS
                    .into_iter()
                    .find(|(step, _)| *step == name)
                    .map(|(step, title)| Self::Step(step, title))
            }
        }
    }

    /// The page that stands here: without unlocking, its door leads into the reset.
    pub const fn where_unlocking(self, is_on: bool) -> Self {
        match self {
            Self::Unlock if !is_on => Self::Identify,
            page => page,
        }
    }

    /// The message of its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Home => "home-title",
            Self::Identify => "reset-identify-title",
            Self::Unlock => "reset-unlock-start-title",
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
        assert_eq!(Page::from_path("/unlock"), Some(Page::Unlock));
        assert_eq!(
            Page::from_path("/reset/password"),
            Some(Page::Step("password", "reset-password-title"))
        );
        assert_eq!(Page::from_path("/reset/done"), Some(Page::Step("done", WAIT)));
        for path in [
            "",
            "/reset/",
            "/reset/Done",
            "/reset/done/",
            "/reset/admin",
            "/RESET",
            "/unlock/",
            "/unlock/method",
            "//reset",
        ] {
            assert_eq!(Page::from_path(path), None, "{path}");
        }
    }
}
