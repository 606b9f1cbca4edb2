//! Cookie attributes and framing, chosen per surface in this one place.
//!
//! Today there is one surface, and nobody may frame it. An embedded one will come: it needs a
//! variant here (`SameSite=None; Partitioned`, its own `frame-ancestors`), not another session.

/// Where the portal is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surface {
    /// A page of its own, over https.
    Portal,
    /// A page of its own, over http on this machine: the demonstration. `WebKit` drops `Secure`
    /// cookies there, so the cookie has neither the attribute nor the prefix that asks for it.
    LoopbackPortal,
}

/// Longest that a browser keeps the flow cookie, in seconds: eleven lifetimes of an hour, the
/// most that a flow can last. The server decides when it ends.
const MAX_AGE: u32 = 12 * 3_600;

impl Surface {
    /// Name of the flow cookie.
    pub const fn flow_cookie(self) -> &'static str {
        match self {
            Self::Portal => "__Host-postern-flow",
            Self::LoopbackPortal => "postern-flow",
        }
    }

    /// A `Set-Cookie` value that binds a flow to the browser.
    pub fn set_flow_cookie(self, token: &str) -> String {
        format!(
            "{}={token}; Path=/; Max-Age={MAX_AGE}; HttpOnly; SameSite=Strict{}",
            self.flow_cookie(),
            self.secure()
        )
    }

    /// A `Set-Cookie` value that removes it.
    pub fn clear_flow_cookie(self) -> String {
        format!(
            "{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict{}",
            self.flow_cookie(),
            self.secure()
        )
    }

    /// Who may frame it, as a CSP source list.
    pub const fn frame_ancestors(self) -> &'static str {
        match self {
            Self::Portal | Self::LoopbackPortal => "'none'",
        }
    }

    const fn secure(self) -> &'static str {
        match self {
            Self::Portal => "; Secure",
            Self::LoopbackPortal => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_41_the_production_cookie_has_every_attribute() {
        assert_eq!(
            Surface::Portal.set_flow_cookie("token"),
            "__Host-postern-flow=token; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure"
        );
        assert_eq!(
            Surface::Portal.clear_flow_cookie(),
            "__Host-postern-flow=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure"
        );
    }

    #[test]
    fn the_demonstrations_cookie_differs_only_where_browsers_force_it_to() {
        let demonstration = Surface::LoopbackPortal.set_flow_cookie("token");
        let production = Surface::Portal.set_flow_cookie("token");
        assert_eq!(format!("__Host-{demonstration}; Secure"), production);
    }

    #[test]
    fn s_46_every_surface_refuses_framing() {
        for surface in [Surface::Portal, Surface::LoopbackPortal] {
            assert_eq!(surface.frame_ancestors(), "'none'");
        }
    }
}
