//! What went wrong between the portal and a server, and what follows from it for the caller.

use ldap3::controls::Control;
use ldap3::{LdapError, LdapResult};

use crate::domain::directory::{DirectoryError, SetPasswordError};

/// Result codes (RFC 4511 appendix A).
pub(super) mod code {
    pub(in super::super) const TIME_LIMIT: u32 = 3;
    pub(in super::super) const SIZE_LIMIT: u32 = 4;
    pub(in super::super) const REFERRAL: u32 = 10;
    pub(in super::super) const ADMIN_LIMIT: u32 = 11;
    pub(in super::super) const NO_SUCH_ATTRIBUTE: u32 = 16;
    pub(in super::super) const CONSTRAINT_VIOLATION: u32 = 19;
    pub(in super::super) const NO_SUCH_OBJECT: u32 = 32;
    pub(in super::super) const INVALID_CREDENTIALS: u32 = 49;
    pub(in super::super) const BUSY: u32 = 51;
    pub(in super::super) const UNAVAILABLE: u32 = 52;
    pub(in super::super) const OTHER: u32 = 80;
}

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing was sent.
    Unreachable,
    /// Something was sent, and no answer came.
    Lost,
    /// All connections are in use.
    Busy,
    /// The server answers, and does not let us.
    Misconfigured,
    /// The server answers that it cannot now; nothing was done.
    NotNow,
    /// The entry is not there.
    NoSuchObject,
}

impl Fault {
    /// What the client library says.
    pub(super) fn from_client(error: &LdapError) -> Self {
        match error {
            // The connection had ended before: nothing was written to it.
            LdapError::OpSend { .. } => Self::Unreachable,
            LdapError::FilterParsing => {
                tracing::error!("a filter cannot be used: check directory.user_filter");
                Self::Misconfigured
            }
            // A list that ended with an error.
            LdapError::LdapResult { result } => Self::from_search(result),
            _ => Self::Lost,
        }
    }

    /// What a server says instead of entries.
    pub(super) fn from_search(result: &LdapResult) -> Self {
        match result.rc {
            code::NO_SUCH_OBJECT => Self::NoSuchObject,
            code::BUSY | code::UNAVAILABLE | code::OTHER | code::TIME_LIMIT | code::ADMIN_LIMIT => {
                tracing::warn!(code = result.rc, "the directory did not finish a search");
                Self::NotNow
            }
            rc => {
                if rc == code::REFERRAL {
                    tracing::error!(
                        "the directory refers to another server, which is not followed: check directory.base_dn and directory.urls"
                    );
                } else {
                    tracing::error!(
                        code = rc,
                        "the directory refuses a search: check the service account's rights and directory.base_dn"
                    );
                }
                Self::Misconfigured
            }
        }
    }
}

impl From<Fault> for DirectoryError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Busy => Self::Busy,
            // Where people are searched has to exist.
            Fault::Misconfigured | Fault::NoSuchObject => Self::Misconfigured,
            Fault::Unreachable | Fault::Lost | Fault::NotNow => Self::Unavailable,
        }
    }
}

impl Fault {
    /// What it means before anything was written.
    pub(super) fn before_write(self) -> SetPasswordError {
        match DirectoryError::from(self) {
            DirectoryError::Busy => SetPasswordError::Busy,
            DirectoryError::Misconfigured => SetPasswordError::Misconfigured,
            DirectoryError::Unavailable => SetPasswordError::Unavailable,
        }
    }

    /// What it means when it ends the write itself: an answer that did not come may have been a yes.
    pub(super) fn of_write(self) -> SetPasswordError {
        match self {
            Self::Lost => SetPasswordError::Unknown,
            other => other.before_write(),
        }
    }
}

/// What a server said to an operation.
pub(super) struct Answer {
    /// The result code.
    pub(super) code: u32,
    /// The server's own words: looked at, logged at debug, never shown.
    pub(super) text: String,
    /// Response controls.
    pub(super) controls: Vec<Control>,
}

impl Answer {
    pub(super) fn new(result: LdapResult) -> Self {
        Self {
            code: result.rc,
            text: result.text,
            controls: result.ctrls,
        }
    }

    pub(super) fn is_success(&self) -> bool {
        self.code == 0
    }

    /// A refusal that is not about the password: what the server cannot do now, or never lets us.
    pub(super) fn refusal(&self) -> Fault {
        match self.code {
            code::BUSY | code::UNAVAILABLE | code::OTHER | code::TIME_LIMIT | code::ADMIN_LIMIT => {
                tracing::warn!(code = self.code, "the directory cannot write now");
                Fault::NotNow
            }
            code::NO_SUCH_OBJECT => Fault::NoSuchObject,
            code => {
                tracing::error!(
                    code,
                    "the directory does not let the service account write: check its rights"
                );
                Fault::Misconfigured
            }
        }
    }
}
