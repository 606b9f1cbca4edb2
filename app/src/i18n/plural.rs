//! Plural categories, by the browser's own CLDR data.

use js_sys::{Array, Intl, JsString, Object};
use wasm_bindgen::JsCast;

use super::table::PluralCategory;

/// The plural rules of one language.
pub struct Plurals(Intl::PluralRules);

impl Plurals {
    /// The rules of the language behind a BCP 47 tag.
    pub fn new(tag: &str) -> Self {
        Self(Intl::PluralRules::new(&Array::of1(&tag.into()), &Object::new()))
    }

    /// The category of a number.
    pub fn category(&self, number: i64) -> PluralCategory {
        #[expect(
            clippy::cast_precision_loss,
            reason = "counts of seconds and characters are small"
        )]
        let name: JsString = self.0.select(number as f64).unchecked_into();
        PluralCategory::from_name(&String::from(name)).unwrap_or(PluralCategory::Other)
    }
}
