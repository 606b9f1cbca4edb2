//! What happens around every route: [`frame`] puts the parts together.

mod access_log;
mod frame;
mod problem_documents;
mod request_id;
mod same_origin;
mod security_headers;

pub use frame::FrameLayer;
