//! How long a text message is for the network (3GPP TS 23.038): in GSM-7 as long as it fits that
//! alphabet, else in UCS-2.

/// Characters of the GSM 7-bit default alphabet that take one septet.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Characters of its extension table, which take two.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// What a message is sent in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// Seven bits a character; 160 in one part, 153 in each of several.
    Gsm7,
    /// Sixteen bits a unit; 70 in one part, 67 in each of several.
    Ucs2,
}

/// The length of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// What it is sent in.
    pub alphabet: Alphabet,
    /// Septets or 16-bit units.
    pub units: usize,
    /// Parts that are paid for.
    pub parts: usize,
}

impl Length {
    /// Measures a text.
    pub fn of(text: &str) -> Self {
        let septets: Option<usize> = text.chars().map(septets).sum();
        let (alphabet, units, one, each) = match septets {
            Some(septets) => (Alphabet::Gsm7, septets, 160, 153),
            None => (Alphabet::Ucs2, text.encode_utf16().count(), 70, 67),
        };
        let parts = if units <= one { 1 } else { units.div_ceil(each) };
        Self {
            alphabet,
            units,
            parts,
        }
    }
}

fn septets(character: char) -> Option<usize> {
    if BASIC.contains(character) {
        Some(1)
    } else {
        EXTENDED.contains(character).then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_decides_what_fits_into_one_part() {
        let measured = |text: &str| {
            let length = Length::of(text);
            (length.alphabet, length.units, length.parts)
        };
        assert_eq!(measured(&"a".repeat(160)), (Alphabet::Gsm7, 160, 1));
        assert_eq!(measured(&"a".repeat(161)), (Alphabet::Gsm7, 161, 2));
        assert_eq!(measured(&"€".repeat(80)), (Alphabet::Gsm7, 160, 1));
        assert_eq!(measured("’"), (Alphabet::Ucs2, 1, 1));
        assert_eq!(measured(&"ش".repeat(70)), (Alphabet::Ucs2, 70, 1));
        assert_eq!(measured(&"ش".repeat(71)), (Alphabet::Ucs2, 71, 2));
        assert_eq!(measured("🔑"), (Alphabet::Ucs2, 2, 1));
    }
}
