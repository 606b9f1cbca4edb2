//! One way to send a request: headers, time limit, and the decoding of refusals.

use gloo_net::http::{Method, RequestBuilder, Response};
use postern_api::paths::FLOW_HEADER;
use serde::de::DeserializeOwned;
use web_sys::{AbortSignal, RequestCredentials};

use super::{ApiError, json};
use crate::rest;

/// How long the server may take, in milliseconds.
const TIME_LIMIT: u32 = 15_000;

/// A request before it is sent.
pub struct Request<'a> {
    /// The HTTP method.
    pub method: Method,
    /// The address.
    pub path: &'a str,
    /// The flow that a write belongs to.
    pub flow: Option<&'a str>,
    /// JSON.
    pub body: Option<String>,
}

impl<'a> Request<'a> {
    /// Reads an address.
    pub fn get(path: &'a str) -> Self {
        Self {
            method: Method::GET,
            path,
            flow: None,
            body: None,
        }
    }

    /// Sends it and gives the body of the answer as text.
    pub async fn send(self) -> Result<String, ApiError> {
        let response = self.answer().await.map_err(|error| failure(&error))?;
        let text = response.text().await.map_err(|error| failure(&error))?;
        if response.ok() {
            return Ok(text);
        }
        let rest = rest::fetch().await?;
        let document = (rest.read_problem)(&text);
        Err(ApiError::from_document(response.status(), document))
    }

    async fn answer(self) -> Result<Response, gloo_net::Error> {
        let mut request = RequestBuilder::new(self.path)
            .method(self.method)
            .credentials(RequestCredentials::SameOrigin)
            .abort_signal(Some(&AbortSignal::timeout_with_u32(TIME_LIMIT)));
        if let Some(flow) = self.flow {
            request = request.header(FLOW_HEADER, flow);
        }
        let request = match self.body {
            Some(body) => request.header("content-type", "application/json").body(body),
            None => request.build(),
        };
        request?.send().await
    }
}

fn failure(error: &gloo_net::Error) -> ApiError {
    match error {
        gloo_net::Error::JsError(error) if error.name == "TimeoutError" => ApiError::Timeout,
        _ => ApiError::Offline,
    }
}

/// The body of a successful answer as a value of the contract.
pub fn answer<T: DeserializeOwned>(text: &str) -> Result<T, ApiError> {
    readable(json::read(text))
}

/// A successful answer that could be read.
pub fn readable<T>(answer: Option<T>) -> Result<T, ApiError> {
    answer.ok_or(ApiError::Unexpected {
        status: 200,
        reference: String::new(),
    })
}
