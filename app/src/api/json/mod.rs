//! JSON by the browser's own parser, and the contract's types out of and into it.
//!
//! `serde-wasm-bindgen` does the same for every type that serde knows, and explains every mistake
//! in words; this does it for the types of the contract and explains none, which keeps the
//! formatting of numbers out of the module.

mod read;
mod write;

use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

/// The value is not what the contract says.
#[derive(Debug)]
pub struct Unreadable;

impl std::fmt::Display for Unreadable {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Unreadable {}

impl serde::de::Error for Unreadable {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

impl serde::ser::Error for Unreadable {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Parses JSON into what JavaScript makes of it.
pub fn parse(text: &str) -> Option<JsValue> {
    js_sys::JSON::parse(text).ok()
}

/// Parses JSON into a value of the contract.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    T::deserialize(read::Value(parse(text)?)).ok()
}

/// A request of the contract as JSON.
pub fn write<T: Serialize>(value: &T) -> String {
    let object = value.serialize(write::Value).ok();
    object
        .and_then(|object| js_sys::JSON::stringify(&object).ok())
        .map(String::from)
        .unwrap_or_default()
}
