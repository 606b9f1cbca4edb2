//! The pages and their addresses.

/// A page with an address of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The portal's first page.
    Home,
    /// Step 1: which account; or what to do with a reset that is open already.
    Identify,
    /// Choose a method.
    Method,
    /// Type the address that gets a code.
    Email,
    /// Type the code from the mail.
    Code,
    /// Type the code of an authenticator app.
    Authenticator,
    /// Choose the new password.
    Password,
    /// The directory has not answered yet.
    Writing,
    /// It is done.
    Done,
    /// Proven, but refused.
    Refused,
    /// Too many wrong answers.
    Exhausted,
    /// The time is up.
    Expired,
    /// The person cancelled.
    Cancelled,
    /// The help desk, as a step of its own.
    Help,
    /// Opened from a mail; the token stands in the fragment.
    Link,
}

impl Page {
    /// Every page.
    pub const ALL: [Self; 15] = [
        Self::Home,
        Self::Identify,
        Self::Method,
        Self::Email,
        Self::Code,
        Self::Authenticator,
        Self::Password,
        Self::Writing,
        Self::Done,
        Self::Refused,
        Self::Exhausted,
        Self::Expired,
        Self::Cancelled,
        Self::Help,
        Self::Link,
    ];

    /// Its address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::Identify => "/reset",
            Self::Method => "/reset/method",
            Self::Email => "/reset/email",
            Self::Code => "/reset/code",
            Self::Authenticator => "/reset/authenticator",
            Self::Password => "/reset/password",
            Self::Writing => "/reset/writing",
            Self::Done => "/reset/done",
            Self::Refused => "/reset/refused",
            Self::Exhausted => "/reset/exhausted",
            Self::Expired => "/reset/expired",
            Self::Cancelled => "/reset/cancelled",
            Self::Help => "/reset/help",
            Self::Link => postern_api::paths::LINK_PAGE,
        }
    }

    /// The page behind an address; a slash at the end does not matter.
    pub fn from_path(path: &str) -> Option<Self> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let path = if path.is_empty() { "/" } else { path };
        Self::ALL.into_iter().find(|page| page.path() == path)
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn every_page_is_found_by_its_address() {
        for page in Page::ALL {
            assert_eq!(Page::from_path(page.path()), Some(page));
            assert_eq!(Page::from_path(&format!("{}/", page.path())), Some(page));
        }
        assert_eq!(Page::from_path("/reset/nowhere"), None);
    }

    #[test]
    fn the_addresses_are_the_ones_that_mails_and_bookmarks_hold() {
        let paths: Vec<&str> = Page::ALL.into_iter().map(Page::path).collect();
        assert_eq!(
            paths,
            [
                "/",
                "/reset",
                "/reset/method",
                "/reset/email",
                "/reset/code",
                "/reset/authenticator",
                "/reset/password",
                "/reset/writing",
                "/reset/done",
                "/reset/refused",
                "/reset/exhausted",
                "/reset/expired",
                "/reset/cancelled",
                "/reset/help",
                "/reset/link",
            ]
        );
    }
}
