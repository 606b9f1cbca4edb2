//! What can come back instead of an answer.

use postern_api::{Problem, ProblemDocument, ProblemKind};

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// The server was not reached.
    Offline,
    /// The server did not answer in time.
    Timeout,
    /// The answer is none that this client knows; a newer server, or something in between.
    Unexpected {
        /// The HTTP status.
        status: u16,
        /// The id of the request, if it has one.
        reference: String,
    },
    /// The server refused.
    Problem(Problem),
}

impl ApiError {
    /// Reads a refusal. A problem of an unknown type falls back on the class of its status.
    pub fn from_document(status: u16, document: Option<ProblemDocument>) -> Self {
        let reference = document
            .as_ref()
            .map(|document| document.instance.clone())
            .unwrap_or_default();
        let retry_after_seconds = document
            .as_ref()
            .and_then(|document| document.retry_after_seconds);
        if let Some(problem) = document.and_then(ProblemDocument::into_problem) {
            return Self::Problem(problem);
        }
        let retry_after_seconds = retry_after_seconds.unwrap_or(30);
        let kind = match status {
            429 => ProblemKind::RateLimited { retry_after_seconds },
            503 => ProblemKind::Busy { retry_after_seconds },
            500..=599 => ProblemKind::Internal,
            _ => return Self::Unexpected { status, reference },
        };
        Self::Problem(Problem {
            kind,
            instance: reference,
        })
    }

    /// The refusal, if it is one.
    pub fn kind(&self) -> Option<&ProblemKind> {
        match self {
            Self::Problem(problem) => Some(&problem.kind),
            _ => None,
        }
    }

    /// The id by which the help desk finds the log line; only where somebody should mention it.
    pub fn reference(&self) -> &str {
        match self {
            Self::Problem(Problem {
                kind: ProblemKind::Internal,
                instance,
            }) => instance,
            Self::Unexpected { reference, .. } => reference,
            _ => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_problem_is_taken_as_it_is() {
        let problem = Problem {
            kind: ProblemKind::ChallengeFailed,
            instance: "r1".to_owned(),
        };
        let error = ApiError::from_document(422, Some(ProblemDocument::from(&problem)));
        assert_eq!(error, ApiError::Problem(problem));
        assert_eq!(error.reference(), "");
    }

    #[test]
    fn an_unknown_problem_falls_back_on_the_class_of_its_status() {
        let from = |status| {
            let document = ProblemDocument {
                r#type: "urn:postern:problem:new".to_owned(),
                instance: "r2".to_owned(),
                ..Default::default()
            };
            ApiError::from_document(status, Some(document))
        };
        assert_eq!(
            from(429).kind(),
            Some(&ProblemKind::RateLimited {
                retry_after_seconds: 30
            })
        );
        assert_eq!(from(502).kind(), Some(&ProblemKind::Internal));
        assert_eq!(from(502).reference(), "r2");
        assert_eq!(
            from(418),
            ApiError::Unexpected {
                status: 418,
                reference: "r2".to_owned()
            }
        );
    }

    #[test]
    fn an_answer_of_something_in_between_has_no_reference() {
        assert_eq!(ApiError::from_document(404, None).reference(), "");
    }
}
