//! Normalisation (Entra section 5.2): lower case, then the substitutions `0→o 1→l $→s @→a`.

/// Lower case, character by character: unlike `str::to_lowercase` the outcome does not depend on
/// what stands next to a character, so that what is contained stays contained.
pub fn lower(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Lower case with the substitutions.
pub fn normalise(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(substitute)
        .collect()
}

/// The substitutions for one lower-case character.
pub const fn substitute(character: char) -> char {
    match character {
        '0' => 'o',
        '1' => 'l',
        '$' => 's',
        '@' => 'a',
        // Browsers lower a capital sigma at the end of a word to this one.
        'ς' => 'σ',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_documentation_are_normalised_as_documented() {
        for (password, normalised) in [
            ("Bl@nK", "blank"),
            ("p0LL23fb", "poll23fb"),
            ("C0ntos0Blank12", "contosoblankl2"),
            ("ContoS0Bl@nkf9!", "contosoblankf9!"),
        ] {
            assert_eq!(normalise(password), normalised);
        }
    }

    #[test]
    fn both_forms_of_the_small_sigma_are_one() {
        assert_eq!(normalise("ΟΔΥΣΣΕΥΣ"), normalise("οδυσσευς"));
    }
}
