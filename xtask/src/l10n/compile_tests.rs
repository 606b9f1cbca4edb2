//! What the compiler makes of small sources, and what it refuses.

use super::*;

fn pieces(text: &str, id: &str) -> Vec<Piece> {
    let mut problems = Vec::new();
    let locale = Locale::inline("en", &[("reset", text)], &mut problems);
    let compiled = compile(&locale, &mut problems);
    assert_eq!(problems, []);
    compiled[id].pieces.clone()
}

fn refusals(text: &str) -> String {
    let mut problems = Vec::new();
    let locale = Locale::inline("en", &[("reset", text)], &mut problems);
    compile(&locale, &mut problems);
    problems
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn text(text: &str) -> Piece {
    Piece::Text(text.to_owned())
}

fn argument(name: &str) -> Piece {
    Piece::Argument(name.to_owned())
}

#[test]
fn a_placeable_is_isolated_unless_it_is_alone() {
    assert_eq!(pieces("a-b = { $x }", "a-b"), [argument("x")]);
    assert_eq!(
        pieces("a-b = Hi { $x }!", "a-b"),
        [text("Hi \u{2068}"), argument("x"), text("\u{2069}!")]
    );
}

#[test]
fn references_and_string_literals_are_not_isolated_but_numbers_and_nested_placeables_are() {
    let source = "-brand = Postern\na-b = At { -brand }, { \"x\" } { 7 } { { \"y\" } }";
    assert_eq!(
        pieces(source, "a-b"),
        [text("At Postern, x \u{2068}7\u{2069} \u{2068}y\u{2069}")]
    );
}

#[test]
fn references_bring_their_own_marks_and_are_remembered() {
    let source = "a-b = From { a-c } { a-c.label }\na-c = { $x } and\n    .label = { $x }";
    assert_eq!(
        pieces(source, "a-b"),
        [
            text("From \u{2068}"),
            argument("x"),
            text("\u{2069} and "),
            argument("x")
        ]
    );
}

#[test]
fn a_choice_keeps_the_order_of_its_keys_and_ends_with_the_default() {
    let source = "a-b = { $n ->\n    [0] none\n    [one] one\n   *[other] { $n } left\n  }";
    let [Piece::Choice(choice)] = &pieces(source, "a-b")[..] else {
        panic!("not one choice")
    };
    assert!(choice.plural);
    assert_eq!(choice.variants[0], ("0".to_owned(), vec![text("none")]));
    assert_eq!(choice.variants[1].0, "one");
    assert_eq!(
        choice.default,
        [text("\u{2068}"), argument("n"), text("\u{2069} left")]
    );
}

#[test]
fn a_choice_by_text_may_have_other_as_its_default() {
    let source = "a-b = { $method ->\n    [sms] text\n   *[other] mail\n  }";
    let [Piece::Choice(choice)] = &pieces(source, "a-b")[..] else {
        panic!("not one choice")
    };
    assert!(!choice.plural);
}

#[test]
fn what_the_evaluator_cannot_do_is_refused_with_its_place() {
    let cases = [
        ("a-b = { NUMBER($n) }", "NUMBER() is not supported"),
        ("a-b = { DATETIME($n) }", "DATETIME() is not supported"),
        ("-t = T\na-b = { -t(case: \"x\") }", "terms with parameters"),
        ("-t = T { $x }\na-b = { -t }", "a term with the variable $x"),
        (
            "-t = T\n    .g = m\na-b = { -t.g ->\n    [m] m\n   *[f] f\n  }",
            "can only be made by a variable",
        ),
        ("a-b = { a-c }\na-c = { a-b }", "never end"),
        ("a-b = { a-c }", "refers to a-c, which does not exist"),
        ("a-b = { -t }", "refers to -t, which does not exist"),
        ("a-b = { 1.5 }", "1.5 is not an integer"),
        (
            "a-b = { $n ->\n    [1.5] x\n   *[other] y\n  }",
            "[1.5] is not an integer",
        ),
        (
            "a-b = { $n ->\n    [one] x\n    [sms] z\n   *[other] y\n  }",
            "mixes plural categories",
        ),
        (
            "a-b = { $n ->\n   *[other] y\n    [one] x\n  }",
            "must be the last one",
        ),
        (
            "a-b = { $n ->\n    [one] x\n    [one] z\n   *[other] y\n  }",
            "stands twice",
        ),
        ("a-b = A\tB", "contains a control character"),
        ("a-b = { \"\\u0003\" }", "contains a control character"),
        ("a-b = A\na-b = B", "is defined twice"),
    ];
    for (source, expected) in cases {
        let refusals = refusals(source);
        assert!(refusals.contains(expected), "{source}\n gave: {refusals}");
        assert!(refusals.contains("locales/en/reset.ftl:"), "{refusals}");
    }
}
