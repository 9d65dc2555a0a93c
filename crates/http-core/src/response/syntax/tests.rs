//! The checker against another reader of the same texts.

use proptest::prelude::*;
use serde_json::value::RawValue;

use super::*;

fn check(text: &[u8]) -> Result<(), Flaw> {
    Checker::new(&Limits::default()).check(text)
}

/// Whether serde_json accepts the text. It follows the grammar strictly, except for surrogates.
fn is_json(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| serde_json::from_str::<Box<RawValue>>(text).is_ok())
}

#[test]
fn what_the_grammar_allows_is_taken() {
    for text in [
        "null",
        " true ",
        "false",
        "0",
        "-0",
        "10",
        "1.038518E+07",
        "-0.5e-3",
        "1e400",
        "\"\"",
        "[]",
        "{}",
        "[ ]",
        "{ }",
        "\t[\r\n1 , [ ] , { \"a\" : { } }\n] ",
        r#""\"\\\/\b\f\n\r\tA😀é""#,
        r#"{"a":{"b":[{"c":[[],{}]}]},"a":1}"#,
        "12345678901234567890123456789012345.123",
    ] {
        assert_eq!(check(text.as_bytes()), Ok(()), "{text}");
        assert!(is_json(text.as_bytes()), "{text}");
    }
}

#[test]
fn what_the_grammar_does_not_allow_is_refused() {
    for text in [
        "",
        " ",
        "nul",
        "nulltrue",
        "NaN",
        "-Infinity",
        "Infinity",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "0x1",
        "1 2",
        "{\"a\":[1}]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "[",
        "{",
        "]",
        "}",
        "\"",
        "\"a",
        "\"a\\",
        "'a'",
        "{}{}",
        "{} x",
        "[1]]",
        "\u{feff}{}",
        "<html>",
        "[\u{b}1]",
        "\u{a0}1",
        "True",
        "/**/1",
    ] {
        let flaw = check(text.as_bytes()).unwrap_err();
        assert!(matches!(flaw, Flaw::Grammar(_)), "{text}: {flaw:?}");
        assert!(
            !flaw.is_mendable() && check(&mend(text.as_bytes())).is_err(),
            "{text}"
        );
    }
}

#[test]
fn what_is_wrong_within_a_string_is_named_and_mended() {
    let long = "x".repeat(40);
    for (text, flaw, mended) in [
        (&b"\"a\x1b[2J\""[..], Flaw::Control, r#""a\u001b[2J""#),
        (b"\"\0\"", Flaw::Control, r#""\u0000""#),
        (b"[\"a\nb\"]", Flaw::Control, r#"["a\u000ab"]"#),
        (b"\"a\xff\"", Flaw::Encoding, "\"a\u{fffd}\""),
        (
            b"\"\xed\xa0\x80\"",
            Flaw::Encoding,
            "\"\u{fffd}\u{fffd}\u{fffd}\"",
        ),
        (b"\"\xc0\xaf\"", Flaw::Encoding, "\"\u{fffd}\u{fffd}\""),
        (br#""C:\Users""#, Flaw::Escape, r#""C:\\Users""#),
        (br#""\u12""#, Flaw::Escape, r#""\\u12""#),
        (br#""\ud800""#, Flaw::Surrogate, r#""\ufffd""#),
        (br#""\udc00x""#, Flaw::Surrogate, r#""\ufffdx""#),
        (br#""\ud800A""#, Flaw::Surrogate, r#""\ufffdA""#),
        (
            br#""\ud83d\ud83d\ude00""#,
            Flaw::Surrogate,
            r#""\ufffd\ud83d\ude00""#,
        ),
    ] {
        for around in ["", &long] {
            let with = |text: &[u8]| {
                let text = [b"[\"", around.as_bytes(), b"\",", text, b"]"].concat();
                (check(&text), mend(&text), text)
            };
            let (found, by_us, _) = with(text);
            assert_eq!(found, Err(flaw), "{}", String::from_utf8_lossy(text));
            assert_eq!(by_us, with(mended.as_bytes()).2, "{mended}");
            assert_eq!(check(&by_us), Ok(()), "{mended}");
        }
    }
}

#[test]
fn depth_and_length_have_limits_that_are_named() {
    let limits = Limits::default().with_depth(3).with_cell(5);
    let mut checker = Checker::new(&limits);
    assert_eq!(checker.check(br#"[{"a":["12345"]}]"#), Ok(()));
    let limit = |checked: Result<(), Flaw>| match checked {
        Err(Flaw::Limit(limit)) => limit.name,
        other => panic!("{other:?}"),
    };
    assert_eq!(limit(checker.check(br#"[[[[]]]]"#)), "depth");
    assert_eq!(limit(checker.check(br#"["123456"]"#)), "cell");
    assert_eq!(limit(checker.check(br#"{"123456":1}"#)), "cell");
    // The deepest that is taken by default is the deepest that records are decoded from.
    let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    for levels in [126, 127, 128] {
        let decodes = serde_json::from_str::<serde_json::Value>(&nested(levels)).is_ok();
        assert_eq!(
            check(nested(levels).as_bytes()).is_ok(),
            decodes,
            "{levels}"
        );
    }
}

#[test]
fn members_are_compared_with_those_that_are_expected() {
    let mut checker = Checker::new(&Limits::default());
    checker.expect(["a", "b"].map(|name| name.as_bytes().into()).into_iter());
    for (text, expected) in [
        (r#"{"a":1,"b":{"c":1}}"#, true),
        (r#"{ "a" : {"a":1} , "b":2 }"#, true),
        (r#"{"b":1,"a":1}"#, false),
        (r#"{"a":1}"#, false),
        (r#"{"a":1,"b":1,"c":1}"#, false),
        (r#"{"a":1,"a@odata.type":"t","b":1}"#, false),
        ("{}", false),
        ("1", false),
    ] {
        assert_eq!(checker.check(text.as_bytes()), Ok(()));
        assert_eq!(checker.was_as_expected(), expected, "{text}");
    }
}

/// Bytes of the grammar, more often than at random.
fn near_json() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        4 => prop::sample::select(&[
            "{", "}", "[", "]", ",", ":", "\"", "\"a\":", "\"a\"", "1", "-0.5e1", "true", "null", "\\", "\\u0041", "\\ud800", " ", "\n",
            "{\"a\":1}", "[1,2]", "\u{e9}", "\u{1f600}",
        ][..]).prop_map(|text| text.as_bytes().to_vec()),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn without_surrogates(text: &[u8]) -> bool {
    !String::from_utf8_lossy(text)
        .to_ascii_lowercase()
        .contains("\\ud8")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn a_text_is_taken_exactly_where_another_reader_takes_it(text in near_json()) {
        let taken = check(&text);
        if taken != Err(Flaw::Surrogate) {
            prop_assert_eq!(taken.is_ok(), is_json(&text), "{:?} {:?}", taken, String::from_utf8_lossy(&text));
        }
        if taken.is_ok() && without_surrogates(&text) && !text.contains(&b'e') {
            prop_assert!(serde_json::from_slice::<serde_json::Value>(&text).is_ok());
        }
    }

    #[test]
    fn a_value_that_is_found_ends_where_another_reader_ends_it(text in near_json(), behind in near_json()) {
        let text = [b"[", &text[..], b"] ", &behind].concat();
        if let Some(end) = Checker::new(&Limits::default()).end_of(&text) {
            let mut values = serde_json::Deserializer::from_slice(&text).into_iter::<Box<RawValue>>();
            prop_assert!(values.next().is_some_and(|value| value.is_ok()));
            prop_assert_eq!(values.byte_offset(), end, "{:?}", String::from_utf8_lossy(&text));
            prop_assert_eq!(check(&text[..end]), Ok(()));
        }
    }

    #[test]
    fn whatever_a_string_holds_it_can_be_mended(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        // No quote ends it early, and no backslash hides the closing one.
        let inner: Vec<u8> = bytes.into_iter().filter(|byte| !b"\"".contains(byte)).collect();
        let text = [b"[\"", &inner[..], b" \"]"].concat();
        let mended = mend(&text);
        prop_assert_eq!(check(&mended), Ok(()), "{:?}", String::from_utf8_lossy(&text));
        prop_assert!(serde_json::from_slice::<Vec<String>>(&mended).is_ok());
        match check(&text) {
            Ok(()) => prop_assert_eq!(mended, text),
            Err(flaw) => prop_assert!(flaw.is_mendable(), "{flaw:?}"),
        }
    }

    #[test]
    fn a_byte_that_is_changed_is_noticed_where_another_reader_notices_it(
        at in 0_usize..1000,
        byte: u8,
    ) {
        let mut text = br#"{"id":"a\u00e9","n":[-1.5e3,0,true,false,null],"o":{"x":"0123456789012345678901234567890123456789","y":{}},"z":[]}"#.to_vec();
        let at = at % text.len();
        text[at] = byte;
        let taken = check(&text);
        if taken != Err(Flaw::Surrogate) {
            prop_assert_eq!(taken.is_ok(), is_json(&text), "{:?}", String::from_utf8_lossy(&text));
        }
    }
}
