//! Names of things, each with a type of its own.

use crate::domain::random::{self, Random};

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// A fresh id: 128 random bits, hex.
            pub fn generate(random: &dyn Random) -> Self {
                Self(data_encoding::HEXLOWER.encode(&random::bytes::<16>(random)))
            }

            /// An id that was stored or given before.
            pub fn from_stored(value: impl Into<String>) -> Self {
                Self(value.into())
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

id!(
    /// A person, as the directory's own immutable id (never a name).
    SubjectId
);
id!(
    /// A reset session. Not a secret: the cookie's token is.
    FlowId
);
id!(
    /// One code (and the link beside it) of a reset session.
    ChallengeId
);
id!(
    /// One registered authenticator: an address, a number, a device.
    AuthenticatorId
);
id!(
    /// One durable attempt to write a password.
    WriteAttemptId
);
