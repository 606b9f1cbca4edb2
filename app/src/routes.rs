//! The pages and their addresses.

use postern_api::Purpose;

/// A page with an address of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The portal's first page.
    Home,
    /// Step 1: which account; or what to do with a flow that is open already. Each purpose has a
    /// door of its own.
    Identify(Purpose),
    /// Choose a method.
    Method,
    /// Type the address that gets a code.
    Email,
    /// Type the number that gets a code.
    Sms,
    /// Type the code that was sent.
    Code,
    /// Type the code of an authenticator app.
    Authenticator,
    /// Choose the new password.
    Password,
    /// Unlock the account, or hear that it is not locked.
    Unlock,
    /// The directory has not answered yet.
    Writing,
    /// It is done.
    Done,
    /// Policy refuses.
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
    pub const ALL: [Self; 18] = [
        Self::Home,
        Self::Identify(Purpose::Reset),
        Self::Identify(Purpose::Unlock),
        Self::Method,
        Self::Email,
        Self::Sms,
        Self::Code,
        Self::Authenticator,
        Self::Password,
        Self::Unlock,
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
            Self::Identify(Purpose::Reset) => "/reset",
            Self::Identify(Purpose::Unlock) => "/unlock",
            Self::Method => "/reset/method",
            Self::Email => "/reset/email",
            Self::Sms => "/reset/sms",
            Self::Code => "/reset/code",
            Self::Authenticator => "/reset/authenticator",
            Self::Password => "/reset/password",
            Self::Unlock => "/reset/unlock",
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

    /// The page that stands here: without unlocking, its door leads into the reset.
    #[must_use]
    pub fn where_unlocking(self, is_on: bool) -> Self {
        match self {
            Self::Identify(_) if !is_on => Self::Identify(Purpose::Reset),
            page => page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
                "/unlock",
                "/reset/method",
                "/reset/email",
                "/reset/sms",
                "/reset/code",
                "/reset/authenticator",
                "/reset/password",
                "/reset/unlock",
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

    #[test]
    fn without_unlocking_its_door_leads_into_the_reset() {
        let door = Page::Identify(Purpose::Unlock);
        assert_eq!(door.where_unlocking(true), door);
        assert_eq!(door.where_unlocking(false), Page::Identify(Purpose::Reset));
        assert_eq!(Page::Method.where_unlocking(false), Page::Method);
    }
}
