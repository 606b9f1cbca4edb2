//! What happens around every route.

pub mod access_log;
pub mod problem_documents;
pub mod request_id;
pub mod same_origin;
pub mod security_headers;
