//! An answer, with assertions that name the line of the test.

use axum::http::{HeaderMap, StatusCode};
use postern_api::{Problem, ProblemDocument, ProblemKind, ProblemType, ResetState, Step};

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|_| panic!("not JSON: {} {}", self.status, self.text()))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    #[track_caller]
    pub fn assert_problem(&self, expected: ProblemType) -> ProblemKind {
        let document: ProblemDocument = serde_json::from_slice(&self.body).unwrap_or_else(|_| {
            panic!(
                "expected {}, got {} {}",
                expected.name(),
                self.status,
                self.text()
            )
        });
        assert_eq!(document.r#type, expected.as_uri());
        assert_eq!(self.status.as_u16(), expected.status());
        assert_eq!(self.header("content-type"), Some("application/problem+json"));
        let Problem { kind, instance } = document.into_problem().unwrap();
        assert_eq!(self.header("x-request-id"), Some(instance.as_str()));
        assert_eq!(
            self.header("retry-after"),
            kind.retry_after_seconds().map(|s| s.to_string()).as_deref()
        );
        kind
    }

    #[track_caller]
    pub fn state(&self) -> ResetState {
        assert!(self.status.is_success(), "{} {}", self.status, self.text());
        serde_json::from_slice(&self.body).unwrap()
    }

    #[track_caller]
    pub fn assert_step(&self, expected: &Step) -> ResetState {
        let state = self.state();
        assert_eq!(&state.step, expected);
        state
    }

    #[track_caller]
    pub fn assert_verify(&self) -> ResetState {
        let state = self.state();
        assert!(matches!(state.step, Step::Verify(_)), "{:?}", state.step);
        state
    }
}
