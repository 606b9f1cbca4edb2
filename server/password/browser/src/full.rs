//! The server's judgement with everything it knows, for the comparison of native and WebAssembly.

use postern_password::{CommonPasswords, Rules, Terms, Violation};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::composition;

/// The lists, prepared once.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Judge {
    terms: Terms,
    common: CommonPasswords,
    organisation: String,
}

#[wasm_bindgen]
impl Judge {
    /// With banned terms, one a line, and what the organisation is called. Nothing if a term cannot
    /// be banned.
    pub fn prepare(custom: &str, organisation: &str) -> Option<Self> {
        let terms = Terms::new()
            .with_base()
            .with_organisation([organisation])
            .with_custom(custom.lines())
            .ok()?;
        Some(Self {
            terms,
            common: CommonPasswords::bundled(),
            organisation: organisation.to_owned(),
        })
    }

    /// One bit for each kind of violation.
    pub fn judge(
        &self,
        password: &str,
        identifier: &str,
        min_length: u32,
        max_length: u32,
        three_of_four: bool,
    ) -> u32 {
        let rules = Rules {
            min_length,
            max_length,
            composition: composition(three_of_four),
            protection: true,
            names: &[identifier],
            organisation: &[&self.organisation],
            terms: Some(&self.terms),
        };
        postern_password::judge(password, &rules, |lower| self.common.contains(lower))
            .into_iter()
            .fold(0, |bits, violation| bits | bit(violation))
    }
}

const fn bit(violation: Violation) -> u32 {
    match violation {
        Violation::TooShort { .. } => 1,
        Violation::TooLong { .. } => 1 << 1,
        Violation::ControlCharacter => 1 << 2,
        Violation::TooFewKinds { .. } => 1 << 3,
        Violation::Common => 1 << 4,
        Violation::EasilyGuessed => 1 << 5,
        Violation::BannedTerm => 1 << 6,
        Violation::ContainsName => 1 << 7,
        Violation::ContainsOrganisation => 1 << 8,
    }
}
