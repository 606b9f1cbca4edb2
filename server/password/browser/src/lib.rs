//! The password rules as a WebAssembly module of their own, small because it brings no table: the
//! caller passes texts that the browser has put into NFC and into lower case.

#[cfg(feature = "full")]
mod full;

#[cfg(feature = "full")]
pub use full::Judge;
use postern_password::{Composition, Form, judge_while_typing};
use wasm_bindgen::prelude::wasm_bindgen;

/// Judges a password while it is typed.
///
/// `password` is in NFC, `lower` the same in lower case, `names` what the account and the
/// organisation are called, in lower case, one a line. Lengths are in code points. The answer has
/// two bits for each rule, from the lowest: length, maximum, characters, name; 0 is open, 1 met,
/// 2 broken.
#[wasm_bindgen]
pub fn judge(
    password: &str,
    lower: &str,
    names: &str,
    min_length: u32,
    max_length: u32,
    three_of_four: bool,
) -> u32 {
    let form = Form {
        min_length,
        max_length,
        composition: composition(three_of_four),
    };
    judge_while_typing(password, lower, names.split('\n'), form).bits()
}

const fn composition(three_of_four: bool) -> Composition {
    if three_of_four {
        Composition::ThreeOfFour
    } else {
        Composition::None
    }
}
