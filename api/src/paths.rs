//! The addresses of the API, used by the router and by the client.

/// Everything under here is the API: JSON, `no-store`, problems as RFC 9457 documents.
pub const API: &str = "/api/v1";
/// What a client must know about this portal (`GET`).
pub const SITE: &str = "/api/v1/site";
/// A fresh ALTCHA v2 challenge (`GET`).
pub const PROOF_OF_WORK: &str = "/api/v1/proof-of-work-challenges/reset";
/// Reset sessions: `POST` starts one and binds it to the browser by a cookie.
pub const RESET_SESSIONS: &str = "/api/v1/reset-sessions";
/// The browser's own reset session: `GET` its state, `DELETE` cancels it.
pub const RESET_SESSION: &str = "/api/v1/reset-sessions/current";
/// Codes and links: `POST` has one sent to the typed target.
pub const RESET_CHALLENGES: &str = "/api/v1/reset-sessions/current/challenges";
/// Codes typed: `POST` submits one.
pub const RESET_ATTEMPTS: &str = "/api/v1/reset-sessions/current/attempts";
/// Mailed links: `POST` asks where a link was opened; consumes nothing.
pub const RESET_LINK_CHECKS: &str = "/api/v1/reset-sessions/current/link-checks";
/// Mailed links: `POST` completes the gate in the flow's own browser.
pub const RESET_LINK_ATTEMPTS: &str = "/api/v1/reset-sessions/current/link-attempts";
/// `POST` asks for more time.
pub const RESET_EXTENSIONS: &str = "/api/v1/reset-sessions/current/extensions";
/// `POST` tells that the person turned to the help desk.
pub const RESET_HELP_REQUESTS: &str = "/api/v1/reset-sessions/current/help-requests";
/// `POST` sets the new password.
pub const RESET_PASSWORD: &str = "/api/v1/reset-sessions/current/password";
/// `PUT` changes what the flow is for: a new password, or only to unlock.
pub const RESET_PURPOSE: &str = "/api/v1/reset-sessions/current/purpose";
/// `POST` lifts the lockout of the account; the password stays.
pub const RESET_UNLOCK: &str = "/api/v1/reset-sessions/current/unlock";
/// Header in which a client names the flow that it believes to be in, so that an older tab
/// cannot act on a newer flow.
pub const FLOW_HEADER: &str = "postern-flow";
/// The page that a mailed link opens; the token stands in the fragment.
pub const LINK_PAGE: &str = "/reset/link";
