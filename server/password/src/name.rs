//! Names inside a password (Entra section 5.4): refused outright, after normalisation.

use crate::normal::substitute;

/// Shortest name that is looked for inside a password, in code points (Entra section 5.4).
pub const MIN_NAME_LENGTH: usize = 4;

/// Whether the name as a whole, or a part of it, stands in the password. Both are in lower case;
/// the substitutions are made in passing, so nothing is allocated.
pub fn is_inside(password: &str, name: &str) -> bool {
    parts(name).any(|part| contains(password, part))
}

/// The name and what it is made of, as far as it is long enough to be looked for.
pub fn parts(name: &str) -> impl Iterator<Item = &str> {
    core::iter::once(name.trim_matches(is_separator))
        .chain(name.split(is_separator))
        .filter(|part| part.chars().count() >= MIN_NAME_LENGTH)
}

fn contains(password: &str, part: &str) -> bool {
    let mut rest = password.chars();
    loop {
        if starts_with(rest.clone(), part) {
            return true;
        }
        if rest.next().is_none() {
            return false;
        }
    }
}

fn starts_with(mut password: core::str::Chars<'_>, part: &str) -> bool {
    part.chars()
        .all(|wanted| password.next().map(substitute) == Some(substitute(wanted)))
}

/// What stands between the parts of a name: punctuation, symbols and spaces of the blocks that
/// names are written with. A list, because the tables of all of Unicode would be most of the
/// browser's module; marks that belong to a letter (viramas, joiners) are not among them.
fn is_separator(character: char) -> bool {
    match character {
        '\0'..='\x7f' => !character.is_ascii_alphanumeric(),
        'ª' | 'µ' | 'º' | '\u{200c}' | '\u{200d}' | '々' | '〆' | '〇' => false,
        '\u{80}'..='\u{bf}'
        | '×'
        | '÷'
        // Hebrew and Arabic punctuation.
        | '\u{5be}' | '\u{5f3}' | '\u{5f4}' | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{6d4}'
        // General punctuation, currency; CJK punctuation and its wide forms.
        | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20cf}'
        | '\u{3000}'..='\u{3020}'
        | '\u{30fb}'
        | '\u{ff00}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_its_parts_of_four_code_points_and_more() {
        let name = "ada.lovelace@demo.example";
        assert!(is_inside("my-lovelace-pass", name));
        assert!(is_inside("a demo thing", name));
        assert!(!is_inside("adamant thing", name));
    }

    #[test]
    fn a_name_of_short_parts_is_found_as_a_whole() {
        assert!(is_inside("xxjo annxx", "jo ann"));
        assert!(!is_inside("jo and ann", "jo ann"));
        assert!(!is_inside("anything", " - "));
    }

    #[test]
    fn substitutions_do_not_hide_a_name_on_either_side() {
        assert!(is_inside("c0nt0s0 words", "contoso"));
        assert!(is_inside("agent oo7l words", "007l"));
    }

    #[test]
    fn names_of_other_scripts_are_split_at_their_own_punctuation() {
        assert!(is_inside("xneillx", "o’neill"));
        assert!(is_inside("محمدية", "محمد،على"));
        // The virama is no letter, and yet it divides nothing.
        assert!(!is_inside("विद्", "विद्या"));
        assert!(is_inside("xविद्याx", "विद्या"));
    }
}
