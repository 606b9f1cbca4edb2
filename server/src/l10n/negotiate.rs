//! Which language a page is shown in: the address, then the saved choice, then the browser.

/// Longest `Accept-Language` that is looked at, in bytes; browsers stay far below.
const MAX_HEADER: usize = 1_000;

/// The offered language that fits best: `?lang=` or `?mkt=`, then the saved choice, then
/// `Accept-Language`, then the default.
pub fn negotiate<'a>(
    query: Option<&str>,
    saved: Option<&str>,
    accept_language: Option<&str>,
    offered: &'a [String],
    default: &'a str,
) -> &'a str {
    query
        .and_then(|tag| best_match(tag, offered))
        .or_else(|| saved.and_then(|tag| best_match(tag, offered)))
        .or_else(|| {
            wishes(accept_language?)
                .into_iter()
                .find_map(|tag| best_match(tag, offered))
        })
        .unwrap_or(default)
}

/// The tags of an `Accept-Language` header (RFC 9110 section 12.5.4), most wanted first.
fn wishes(header: &str) -> Vec<&str> {
    if header.len() > MAX_HEADER {
        return Vec::new();
    }
    let mut wishes: Vec<(u16, &str)> = header
        .split(',')
        .filter_map(|item| {
            let mut parts = item.split(';').map(str::trim);
            let tag = parts.next().filter(|tag| !tag.is_empty() && *tag != "*")?;
            let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
            let weight = weight.map_or(Some(1_000), thousandths)?;
            (weight > 0).then_some((weight, tag))
        })
        .collect();
    // Stable: among equals the first one wins.
    wishes.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wishes.into_iter().map(|(_, tag)| tag).collect()
}

/// A weight between 0 and 1 with at most three decimals, as thousandths.
fn thousandths(weight: &str) -> Option<u16> {
    let (whole, decimals) = weight.trim().split_once('.').unwrap_or((weight.trim(), ""));
    if decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let rest: u16 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(rest),
        "1" if rest == 0 => Some(1_000),
        _ => None,
    }
}

/// The offered language that serves somebody who wants this tag.
pub fn best_match<'a>(wanted: &str, offered: &'a [String]) -> Option<&'a str> {
    let wanted = canonical(wanted)?;
    let find = |tag: &str| {
        offered
            .iter()
            .find(|one| one.eq_ignore_ascii_case(tag))
            .map(String::as_str)
    };
    // The tag itself, then shorter and shorter.
    let mut tag = wanted.as_str();
    loop {
        if let Some(found) = find(tag) {
            return Some(found);
        }
        match tag.rsplit_once('-') {
            Some((shorter, _)) => tag = shorter,
            None => break,
        }
    }
    let language = tag;
    if let Some(sibling) = close_language(language).and_then(find) {
        return Some(sibling);
    }
    // Another region of the same language and script (pt-AO is served by pt-PT, pt by pt-BR).
    let script = script_of(&wanted);
    offered
        .iter()
        .find(|one| {
            let mut parts = one.split('-');
            parts.next().is_some_and(|own| own.eq_ignore_ascii_case(language))
                && script_of(one).map(str::to_lowercase) == script.map(str::to_lowercase)
                && !is_pseudo(one)
        })
        .map(String::as_str)
}

/// A tag in one spelling: retired codes replaced, the script of Chinese and Serbian made explicit.
fn canonical(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let usable = !tag.is_empty()
        && tag.len() <= 35
        && tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !usable {
        return None;
    }
    let lower = tag.to_ascii_lowercase();
    let (language, rest) = lower.split_once('-').unwrap_or((&lower, ""));
    let has = |part: &str| rest.split('-').any(|one| one == part);
    let canonical = match language {
        "zh" | "cmn" if has("hant") || (!has("hans") && ["tw", "hk", "mo"].into_iter().any(has)) => {
            "zh-Hant".to_owned()
        }
        "zh" | "cmn" => "zh-Hans".to_owned(),
        "yue" => "zh-Hant".to_owned(),
        "no" => join("nb", rest),
        "iw" => join("he", rest),
        "in" => join("id", rest),
        "ji" => join("yi", rest),
        "tl" => join("fil", rest),
        "mo" => join("ro", rest),
        "sh" => "sr-Latn".to_owned(),
        "sr" if has("latn") || has("me") => "sr-Latn".to_owned(),
        "sr" => join("sr", rest.trim_start_matches("cyrl").trim_start_matches('-')),
        _ => lower.clone(),
    };
    Some(canonical)
}

fn join(language: &str, rest: &str) -> String {
    if rest.is_empty() {
        language.to_owned()
    } else {
        format!("{language}-{rest}")
    }
}

/// A language that its readers take when their own is not on offer.
fn close_language(language: &str) -> Option<&'static str> {
    match language {
        "nn" => Some("nb"),
        _ => None,
    }
}

/// The script of a tag: a part of four letters.
fn script_of(tag: &str) -> Option<&str> {
    tag.split('-')
        .skip(1)
        .find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

fn is_pseudo(tag: &str) -> bool {
    tag.ends_with("-XA") || tag.ends_with("-XB")
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFERED: [&str; 14] = [
        "en", "ar", "de", "es", "pt-BR", "pt-PT", "zh-Hans", "zh-Hant", "nb", "he", "sr", "sr-Latn", "en-XA",
        "ar-XB",
    ];

    fn offered() -> Vec<String> {
        OFFERED.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_tag_finds_the_language_that_serves_its_reader() {
        for (wanted, expected) in [
            ("en", Some("en")),
            ("EN", Some("en")),
            ("en-GB", Some("en")),
            ("en_US", Some("en")),
            ("es-us", Some("es")),
            ("ar-EG", Some("ar")),
            ("ar-arab-eg", Some("ar")),
            ("zh", Some("zh-Hans")),
            ("zh-CN", Some("zh-Hans")),
            ("zh-SG", Some("zh-Hans")),
            ("zh-TW", Some("zh-Hant")),
            ("zh-hk", Some("zh-Hant")),
            ("zh-MO", Some("zh-Hant")),
            ("zh-Hant-CN", Some("zh-Hant")),
            ("zh-Hans-HK", Some("zh-Hans")),
            ("yue-HK", Some("zh-Hant")),
            ("no", Some("nb")),
            ("no-NO", Some("nb")),
            ("nb-NO", Some("nb")),
            ("nn-NO", Some("nb")),
            ("iw-IL", Some("he")),
            ("pt", Some("pt-BR")),
            ("pt-pt", Some("pt-PT")),
            ("pt-AO", Some("pt-BR")),
            ("sr-RS", Some("sr")),
            ("sr-Cyrl-RS", Some("sr")),
            ("sr-Latn-RS", Some("sr-Latn")),
            ("en-XA", Some("en-XA")),
            ("ar-xb", Some("ar-XB")),
            ("fr", None),
            ("", None),
            ("en\r\nx", None),
            ("../../etc", None),
            (&"en-".repeat(20), None),
        ] {
            assert_eq!(best_match(wanted, &offered()), expected, "{wanted:?}");
        }
    }

    #[test]
    fn a_script_is_never_swapped_for_another() {
        let only_traditional = ["zh-Hant".to_owned()];
        assert_eq!(best_match("zh-CN", &only_traditional), None);
        assert_eq!(best_match("zh-TW", &only_traditional), Some("zh-Hant"));
    }

    #[test]
    fn the_address_wins_then_the_saved_choice_then_the_browser() {
        let offered = offered();
        let chosen = |query, saved, header| negotiate(query, saved, header, &offered, "en");
        assert_eq!(chosen(Some("ar"), Some("de"), Some("es")), "ar");
        assert_eq!(chosen(Some("fr"), Some("de"), Some("es")), "de");
        assert_eq!(chosen(None, Some("xx"), Some("es")), "es");
        assert_eq!(chosen(None, None, None), "en");
    }

    #[test]
    fn the_browsers_weights_are_kept() {
        let offered = offered();
        for (header, expected) in [
            ("de-CH, de;q=0.9, en;q=0.8", "de"),
            ("en;q=0.3, ar;q=0.7", "ar"),
            ("fr-FR, fr;q=0.9, *;q=0.5", "en"),
            ("fr, de;q=0, es;q=0.1", "es"),
            ("de;q=0.5, ar;q=0.5", "de"),
            ("de;q=2, ar", "ar"),
            ("de;q=0.1234, ar;q=0.001", "ar"),
            (";;;,,,q=1", "en"),
            ("zh-TW,zh;q=0.9", "zh-Hant"),
            ("de ; q=0.2 , ar ; Q=0.9", "ar"),
        ] {
            assert_eq!(
                negotiate(None, None, Some(header), &offered, "en"),
                expected,
                "{header:?}"
            );
        }
        assert_eq!(
            negotiate(None, None, Some(&"de,".repeat(1_000)), &offered, "en"),
            "en"
        );
    }
}
