//! The reset flow. Every write names the flow that this page believes to be in.

use gloo_net::http::Method;
use postern_api::{
    ChangePurpose, HelpReason, LinkStanding, LinkState, Purpose, RequestHelp, ResetState, Secret, SendCode,
    SetPassword, StartReset, SubmitCode, SubmitLink, paths,
};
use wasm_bindgen::JsValue;

use super::ApiError;
use super::client::{Request, answer, readable};
use super::json::{parse, write as encode};
use crate::rest;

/// A write that answers with the new state.
pub enum Call {
    /// Begins.
    Start(StartReset),
    /// Has a code sent.
    SendCode(SendCode),
    /// Submits a code.
    SubmitCode(SubmitCode),
    /// Completes a gate by a mailed link.
    SubmitLink(Secret),
    /// Sets the new password.
    SetPassword(Secret),
    /// Changes what the flow is for.
    ChangePurpose(Purpose),
    /// Lifts the lockout.
    Unlock,
    /// Asks for more time.
    Extend,
}

impl Call {
    fn path(&self) -> &'static str {
        match self {
            Self::Start(_) => paths::RESET_SESSIONS,
            Self::SendCode(_) => paths::RESET_CHALLENGES,
            Self::SubmitCode(_) => paths::RESET_ATTEMPTS,
            Self::SubmitLink(_) => paths::RESET_LINK_ATTEMPTS,
            Self::SetPassword(_) => paths::RESET_PASSWORD,
            Self::ChangePurpose(_) => paths::RESET_PURPOSE,
            Self::Unlock => paths::RESET_UNLOCK,
            Self::Extend => paths::RESET_EXTENSIONS,
        }
    }

    fn body(self) -> String {
        match self {
            Self::Start(body) => encode(&body),
            Self::SendCode(body) => encode(&body),
            Self::SubmitCode(body) => encode(&body),
            Self::SubmitLink(token) => encode(&SubmitLink { token }),
            Self::SetPassword(new_password) => encode(&SetPassword { new_password }),
            Self::ChangePurpose(purpose) => encode(&ChangePurpose { purpose }),
            Self::Unlock | Self::Extend => "{}".to_owned(),
        }
    }
}

/// Sends a write.
pub async fn write(flow: Option<&str>, call: Call) -> Result<ResetState, ApiError> {
    let path = call.path();
    let method = match call {
        Call::ChangePurpose(_) => Method::PUT,
        _ => Method::POST,
    };
    state(&send(method, path, flow, call.body()).await?).await
}

/// The browser's own reset session.
pub async fn current() -> Result<ResetState, ApiError> {
    state(&Request::get(paths::RESET_SESSION).send().await?).await
}

/// Reads the state. There is none on the first screen, so the way to read it is fetched.
async fn state(text: &str) -> Result<ResetState, ApiError> {
    readable((rest::fetch().await?.read_state)(text))
}

/// Ends the browser's own reset session.
pub async fn cancel(flow: Option<&str>) -> Result<(), ApiError> {
    let request = Request {
        method: Method::DELETE,
        path: paths::RESET_SESSION,
        flow,
        body: None,
    };
    request.send().await.map(drop)
}

/// Where a mailed link was opened; consumes nothing.
pub async fn check_link(flow: Option<&str>, token: Secret) -> Result<LinkStanding, ApiError> {
    let text = post(paths::RESET_LINK_CHECKS, flow, encode(&SubmitLink { token })).await?;
    answer::<LinkState>(&text).map(|state| state.standing)
}

/// Tells that the person turned to the help desk.
pub async fn request_help(flow: Option<&str>, reason: HelpReason) -> Result<(), ApiError> {
    post(paths::RESET_HELP_REQUESTS, flow, encode(&RequestHelp { reason }))
        .await
        .map(drop)
}

/// A fresh challenge, left exactly as it came: it is signed.
pub async fn proof_of_work() -> Result<JsValue, ApiError> {
    let text = Request::get(paths::PROOF_OF_WORK).send().await?;
    parse(&text).ok_or(ApiError::Unexpected {
        status: 200,
        reference: String::new(),
    })
}

async fn post(path: &str, flow: Option<&str>, body: String) -> Result<String, ApiError> {
    send(Method::POST, path, flow, body).await
}

async fn send(method: Method, path: &str, flow: Option<&str>, body: String) -> Result<String, ApiError> {
    Request {
        method,
        path,
        flow,
        body: Some(body),
    }
    .send()
    .await
}
