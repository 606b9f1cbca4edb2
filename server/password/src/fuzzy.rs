//! The score of a password (Entra sections 5.3, 5.5 and 5.6), with one improvement.
//!
//! A *cover* is a choice of places in the normalised password that do not overlap and at each of
//! which a term stands. Its score is the number of **different** terms in it and the number of
//! characters outside it. The score of a password is the lowest score of any cover. Entra counts a
//! repeated term each time; here it counts once, so that five times the same term scores 1.
//!
//! Counting different terms makes this a search instead of a plain table, because what a term
//! costs depends on what was used before. Three things keep the search small:
//!
//! - Only scores below [`PASSING_SCORE`] matter. [`score`] is capped there, so that no more than
//!   four terms are ever chosen.
//! - A table says how many characters of each suffix no term can cover at all. A state that cannot
//!   stay below the cap for that reason alone is dropped; an ordinary password ends at the start.
//! - States (a position, the set of terms used) are visited cheapest first and once each.
//!
//! At most [`MAX_STATES`] states are queued; each asks the terms that start at its position, one
//! for a length at most. Terms that are nested on purpose (`aaaa`, `aaaaa`, …) can exhaust that.
//! Then the score with repetitions counted is given, which a plain table finds. So the outcome is
//! never higher than Entra's score, never lower than the true one, and equal to the true one
//! whenever the search ends by itself.

use std::collections::HashSet;

/// The lowest score that is accepted (Entra section 5.5).
pub const PASSING_SCORE: u32 = 5;
/// States that are queued for one password: a megabyte.
const MAX_STATES: usize = 50_000;
/// Terms in a cover that stays below [`PASSING_SCORE`].
const MAX_TERMS: usize = PASSING_SCORE as usize - 1;

/// A term that stands somewhere in a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Code points.
    pub length: usize,
    /// Which term, below `u32::MAX`.
    pub term: u32,
}

/// The terms that start at each position of a password.
pub type Places = [Vec<Place>];

/// The score of a password, [`PASSING_SCORE`] at most.
pub fn score(places: &Places) -> u32 {
    bounded_score(places, MAX_STATES)
}

fn bounded_score(places: &Places, max_states: usize) -> u32 {
    search(places, max_states).unwrap_or_else(|| counting_repetitions(places).min(PASSING_SCORE))
}

/// The terms of a cover, in ascending order and filled up.
type Used = [u32; MAX_TERMS];

const NONE_USED: Used = [u32::MAX; MAX_TERMS];

fn with(mut used: Used, term: u32) -> Used {
    if let Some(free) = used.iter_mut().find(|each| **each == u32::MAX) {
        *free = term;
    }
    used.sort_unstable();
    used
}

/// Visits covers from the left, cheapest first. `None` means that there were too many.
fn search(places: &Places, max_states: usize) -> Option<u32> {
    let never_covered = never_covered(places);
    let can_pass_at = |cost: usize, at: usize| {
        never_covered
            .get(at)
            .is_none_or(|&more| cost + more as usize > MAX_TERMS)
    };
    if can_pass_at(0, 0) {
        return Some(PASSING_SCORE);
    }
    let mut waiting: [Vec<(usize, Used)>; MAX_TERMS + 1] = Default::default();
    waiting[0].push((0, NONE_USED));
    let mut seen = HashSet::new();
    let mut queued = 1;
    for cost in 0..=MAX_TERMS {
        while let Some((at, used)) = waiting[cost].pop() {
            if !seen.insert((at, used)) {
                continue;
            }
            let Some(here) = places.get(at) else {
                return u32::try_from(cost).ok();
            };
            let by_term = here.iter().map(|place| {
                let (paid, used) = if used.contains(&place.term) {
                    (0, used)
                } else {
                    (1, with(used, place.term))
                };
                (cost + paid, at + place.length, used)
            });
            for (cost, at, used) in by_term.chain([(cost + 1, at + 1, used)]) {
                if can_pass_at(cost, at) {
                    continue;
                }
                if queued == max_states {
                    return None;
                }
                queued += 1;
                waiting[cost].push((at, used));
            }
        }
    }
    Some(PASSING_SCORE)
}

/// For each suffix the score if every term cost nothing.
fn never_covered(places: &Places) -> Vec<u32> {
    cheapest(places, 0)
}

/// Entra's own score, which counts a repeated term each time.
fn counting_repetitions(places: &Places) -> u32 {
    cheapest(places, 1).first().copied().unwrap_or(0)
}

/// For each suffix, the empty one included, the lowest score if a term costs `price`.
fn cheapest(places: &Places, price: u32) -> Vec<u32> {
    let mut cheapest = vec![0; places.len() + 1];
    for (at, here) in places.iter().enumerate().rev() {
        cheapest[at] = here
            .iter()
            .map(|place| price + cheapest[at + place.length])
            .fold(1 + cheapest[at + 1], u32::min);
    }
    cheapest
}

/// Whether two texts are at most one inserted, deleted or replaced character apart.
pub fn is_within_one_edit(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    match (short, long) {
        (_, []) => true,
        (short, [_, rest @ ..]) if short.len() == rest.len() => short == rest,
        ([_, a @ ..], [_, b @ ..]) => a == b,
        ([], _) => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn places(password: &str, terms: &[&str]) -> Vec<Vec<Place>> {
        let password: Vec<char> = password.chars().collect();
        (0..password.len())
            .map(|at| {
                (0..)
                    .zip(terms)
                    .filter(|(_, term)| {
                        let term: Vec<char> = term.chars().collect();
                        password[at..].starts_with(&term)
                    })
                    .map(|(index, term)| Place {
                        length: term.chars().count(),
                        term: index,
                    })
                    .collect()
            })
            .collect()
    }

    /// Every cover there is.
    fn brute_force(places: &Places, at: usize, used: &BTreeSet<u32>) -> u32 {
        let Some(here) = places.get(at) else {
            return u32::try_from(used.len()).unwrap();
        };
        let covered = here.iter().map(|place| {
            let mut used = used.clone();
            used.insert(place.term);
            brute_force(places, at + place.length, &used)
        });
        let uncovered = 1 + brute_force(places, at + 1, used);
        covered.fold(uncovered, u32::min)
    }

    #[test]
    fn a_repeated_term_counts_once() {
        assert_eq!(score(&places(&"contoso".repeat(5), &["contoso"])), 1);
        assert_eq!(
            counting_repetitions(&places(&"contoso".repeat(5), &["contoso"])),
            5
        );
        assert_eq!(score(&places("abcdxabcdyabcdz", &["abcd"])), 4);
    }

    #[test]
    fn more_characters_are_covered_if_a_repetition_makes_it_cheaper() {
        // With repetitions counted, two terms of two are as good as one of four.
        assert_eq!(score(&places("ababab", &["ab", "abab"])), 1);
        assert_eq!(score(&places("abcabcxyxy", &["abcabc", "abc", "xyx", "xy"])), 2);
    }

    #[test]
    fn the_score_is_capped() {
        assert_eq!(score(&places("", &[])), 0);
        assert_eq!(score(&places("abcd", &[])), 4);
        assert_eq!(score(&places("abcdefghij", &[])), PASSING_SCORE);
    }

    #[test]
    fn nested_terms_end_with_the_score_that_counts_repetitions() {
        let terms: Vec<String> = (4..=64).map(|length| "a".repeat(length)).collect();
        let mut terms: Vec<&str> = terms.iter().map(String::as_str).collect();
        let words = ["wordb", "wordc", "wordd", "worde", "wordf"];
        terms.extend(words);
        let password = format!("{}{}", "a".repeat(200), words.concat());
        let places = places(&password, &terms);
        assert_eq!(search(&places, MAX_STATES), None);
        assert_eq!(score(&places), PASSING_SCORE);
    }

    #[test]
    fn one_edit_is_one_edit() {
        let is_close = |a: &str, b: &str| {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            is_within_one_edit(&a, &b) && is_within_one_edit(&b, &a)
        };
        for close in [
            "abcdef", "abcdeg", "abcdefg", "abcde", "bcdef", "xabcdef", "abxcdef",
        ] {
            assert!(is_close("abcdef", close), "{close}");
        }
        for far in ["abcd", "abcdefgh", "abcdge", "badcef", "", "abcegh"] {
            assert!(!is_close("abcdef", far), "{far}");
        }
        assert!(is_close("", "a") && is_close("", ""));
    }

    /// The textbook's table.
    fn distance(a: &[char], b: &[char]) -> usize {
        let mut row: Vec<usize> = (0..=b.len()).collect();
        for (i, from) in a.iter().enumerate() {
            let mut diagonal = std::mem::replace(&mut row[0], i + 1);
            for (j, to) in b.iter().enumerate() {
                let replaced = diagonal + usize::from(from != to);
                diagonal = row[j + 1];
                row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
            }
        }
        row[b.len()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_score_is_the_true_minimum(
            password in "[abc]{0,14}",
            terms in prop::collection::btree_set("[abc]{1,4}", 0..7),
        ) {
            let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
            let places = places(&password, &terms);
            let truth = brute_force(&places, 0, &BTreeSet::new());
            prop_assert_eq!(score(&places), truth.min(PASSING_SCORE));
        }

        #[test]
        fn a_search_that_is_cut_short_stays_between_the_truth_and_the_score_with_repetitions(
            password in "[ab]{0,14}",
            terms in prop::collection::btree_set("[ab]{1,4}", 0..7),
            max_states in 1_usize..40,
        ) {
            let terms: Vec<&str> = terms.iter().map(String::as_str).collect();
            let places = places(&password, &terms);
            let truth = brute_force(&places, 0, &BTreeSet::new()).min(PASSING_SCORE);
            let repeated = counting_repetitions(&places).min(PASSING_SCORE);
            let cut = bounded_score(&places, max_states);
            prop_assert!(truth <= cut && cut <= repeated, "{truth} {cut} {repeated}");
        }

        #[test]
        fn the_edit_distance_is_the_textbooks(a in "[ab]{0,6}", b in "[ab]{0,6}") {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            prop_assert_eq!(is_within_one_edit(&a, &b), distance(&a, &b) <= 1);
        }
    }
}
