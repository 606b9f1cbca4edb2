//! Text messages: written short, in the reader's language, handed to an HTTP gateway.

mod gateway;
mod length;
mod write;

pub use gateway::{SmsGateway, SmsGatewayError};
pub use length::{Alphabet, Length};
pub use write::TextWriter;
