//! Kinds of authentication methods and the classes that gates count (law 2).

/// A way to prove something in a reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// A code from an authenticator app (RFC 6238).
    AuthenticatorCode,
    /// A code or link in a mail.
    Email,
    /// A code in a text message to a mobile number.
    Sms,
}

impl Method {
    /// Every method, strongest first.
    pub const ALL: [Self; 3] = [Self::AuthenticatorCode, Self::Email, Self::Sms];

    /// The class that it counts for: one class fills one gate.
    pub const fn class(self) -> MethodClass {
        match self {
            Self::AuthenticatorCode => MethodClass::AuthenticatorDevice,
            Self::Email => MethodClass::Mailbox,
            Self::Sms => MethodClass::PhoneNumber,
        }
    }

    /// The name in the configuration, the store and the evidence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AuthenticatorCode => "authenticator-code",
            Self::Email => "email",
            Self::Sms => "sms",
        }
    }

    /// The method behind a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }
}

/// What gates count, however many methods of it are registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MethodClass {
    /// Push, code and token of one device.
    AuthenticatorDevice,
    /// Something that only the owner of a mailbox sees.
    Mailbox,
    /// Something that only the holder of a number receives.
    PhoneNumber,
}

impl MethodClass {
    /// The name in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AuthenticatorDevice => "authenticator-device",
            Self::Mailbox => "mailbox",
            Self::PhoneNumber => "phone-number",
        }
    }

    /// The class behind a name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::AuthenticatorDevice, Self::Mailbox, Self::PhoneNumber]
            .into_iter()
            .find(|class| class.name() == name)
    }
}
