//! Splitting of texts that arrive in pieces of any size.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::list::paging::Gaps;

fn split(text: &str, piece: usize) -> Result<(Vec<String>, Extra), SplitError> {
    let mut splitter = Splitter::new("value");
    let mut rows = Vec::new();
    for piece in text.as_bytes().chunks(piece) {
        let batch = splitter.feed(&Bytes::copy_from_slice(piece))?;
        rows.extend(
            batch
                .iter()
                .map(|row| String::from_utf8(row.to_vec()).unwrap()),
        );
    }
    splitter.finish().map(|members| (rows, members))
}

/// The same answer whatever the size of the pieces.
fn split_any(text: &str) -> Result<(Vec<String>, Extra), SplitError> {
    let whole = split(text, text.len().max(1));
    for piece in [1, 2, 3, 7, 16, 63, 64, 65] {
        assert_eq!(split(text, piece), whole, "pieces of {piece}");
    }
    whole
}

#[test]
fn rows_are_their_own_bytes() {
    let text = r#"{"@odata.context":"c","value":[{"a":1.50},{"b":"\"}]\\"},[1,[2]],"x",12 ,null],"@odata.nextLink":"n"}"#;
    let (rows, members) = split_any(text).unwrap();
    assert_eq!(
        rows,
        [
            r#"{"a":1.50}"#,
            r#"{"b":"\"}]\\"}"#,
            "[1,[2]]",
            r#""x""#,
            "12",
            "null"
        ]
    );
    assert_eq!(
        Value::from(members),
        json!({"@odata.context": "c", "@odata.nextLink": "n"})
    );
}

#[test]
fn pretty_printing_changes_nothing_but_the_rows_white_space() {
    let text = "\u{feff} {\r\n \"value\" : [\n  {\n \"a\" : 1 }\n ,\n 2\n ]\n, \"n\" : { \"value\" : [1] } }\n";
    let (rows, members) = split_any(text).unwrap();
    assert_eq!(rows, ["{\n \"a\" : 1 }", "2"]);
    assert_eq!(Value::from(members), json!({"n": {"value": [1]}}));
}

#[test]
fn the_list_may_come_last_be_empty_or_be_the_whole_answer() {
    let (rows, members) = split_any(r#"{"value":[]}"#).unwrap();
    assert!(rows.is_empty() && members.is_empty());
    let (rows, members) = split_any(r#"{"hasNext":true,"note":"value","value":[1]}"#).unwrap();
    assert_eq!((rows.len(), members.len()), (1, 2));
    assert_eq!(split_any("[{},{}]").unwrap().0, ["{}", "{}"]);
    assert!(split_any(r#"{"value":null}"#).unwrap().0.is_empty());
}

#[test]
fn a_missing_list_names_what_is_there() {
    let error = split_any(r#"{"id":"a","status":"b"}"#).unwrap_err();
    assert_eq!(
        error,
        SplitError::NoList(vec!["id".to_owned(), "status".to_owned()])
    );
}

#[test]
fn a_text_that_ends_early_is_truncated_wherever_it_ends() {
    let text = r#"{"value":[{"a":"\u00e9"},{"b":[1,2]}],"n":{"x":"y"}}"#;
    for end in 0..text.len() {
        assert_eq!(
            split(&text[..end], 5).unwrap_err(),
            SplitError::Truncated,
            "cut at {end}"
        );
    }
}

#[test]
fn a_page_of_markup_is_not_json() {
    for piece in [1, 5, 100] {
        let error = split("<html><body>Sign in</body></html>", piece).unwrap_err();
        assert!(
            matches!(&error, SplitError::NotJson(what) if what.starts_with("a page of HTML") || what == "markup"),
            "{error}"
        );
    }
}

#[test]
fn at_most_one_row_is_held_back() {
    let mut splitter = Splitter::new("value");
    let row = json!({"id": "x".repeat(900)}).to_string() + ",";
    splitter
        .feed(&Bytes::from_static(br#"{"value":["#))
        .unwrap();
    for _ in 0..5000 {
        for piece in row.as_bytes().chunks(256) {
            splitter.feed(&Bytes::copy_from_slice(piece)).unwrap();
            assert!(splitter.begun.len() < row.len());
        }
    }
    assert_eq!(splitter.rows(), 5000);
}

/// Rows, and the numbers of those that are not JSON with what is wrong with them.
type JudgedRows = (Vec<String>, Vec<(u64, String)>);

fn judged(text: &[u8], piece: usize) -> Result<JudgedRows, SplitError> {
    let mut splitter = Splitter::new("value");
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    for piece in text.chunks(piece) {
        let batch = splitter.feed(&Bytes::copy_from_slice(piece))?;
        for part in batch.split_at_faults() {
            match part {
                Ok(batch) => rows.extend(
                    batch
                        .iter()
                        .map(|row| String::from_utf8(row.to_vec()).unwrap()),
                ),
                Err(fault) => {
                    let error = fault.into_error(0);
                    faults.push((error.row().unwrap(), error.message().to_owned()));
                }
            }
        }
    }
    splitter.finish().map(|_| (rows, faults))
}

#[test]
fn an_invalid_row_is_an_error_in_its_place_and_the_list_continues() {
    for bad in [
        "{\"a\":[1}]",
        "NaN",
        "nulltrue",
        "{\"a\":01}",
        "}",
        ":",
        "{]",
        "{\"a\":\"x\"y\"\"}",
        "{\"a\":undefined}",
    ] {
        let text = format!("{{\"value\":[{{\"id\":1}},{bad},{{\"id\":3}}],\"n\":1}}");
        for piece in [1, 2, 7, 64, 1000] {
            let (rows, faults) = judged(text.as_bytes(), piece).unwrap();
            assert_eq!(rows, ["{\"id\":1}", "{\"id\":3}"], "{bad}");
            assert_eq!(faults.len(), 1, "{bad}");
            assert_eq!(faults[0].0, 2, "{bad}");
            assert!(faults[0].1.starts_with("the row is not JSON"), "{faults:?}");
        }
    }
}

#[test]
fn a_list_that_is_broken_between_its_rows_ends_with_an_error() {
    for text in [
        "[{},,{}]",
        "[,{}]",
        "[{},]",
        "[{}{}]",
        "[{} garbage]",
        "[1 2]",
        "[{}]]",
        "[{}] x",
        "{\"value\":[]}{\"value\":[]}",
        "[\"a\"\"b\"]",
        "\u{feff}\u{feff}[]",
        "{\0\"\0v\0",
    ] {
        for piece in [1, 3, 1000] {
            let error = judged(text.as_bytes(), piece).unwrap_err();
            assert!(matches!(error, SplitError::NotJson(_)), "{text}: {error:?}");
        }
    }
}

#[test]
fn an_answer_that_is_not_json_is_described_without_quoting_it() {
    for (text, what) in [
        (
            &b"<!DOCTYPE html><title>secret</title>"[..],
            "a page of HTML",
        ),
        (b"<Error>secret</Error>", "markup"),
        (b"\xff\xfe{\0\"\0", "UTF-16"),
        (b"\x1f\x8b\x08secret", "packed"),
        (b"secret", "other text"),
    ] {
        let error = judged(text, 1000).unwrap_err().to_string();
        assert!(error.contains(what) && !error.contains("secret"), "{error}");
    }
}

#[test]
fn invalid_json_text_is_repaired_and_counted() {
    let text = b"[{\"a\":\"x\"},{\"a\":\"\x1b[2J\"},{\"a\":\"\xff\\ud800\"},\"\t\"]";
    for piece in [1, 5, 100] {
        let mut splitter = Splitter::new("value");
        let gaps = Gaps::default();
        let mut rows = Vec::new();
        for piece in text.chunks(piece) {
            let mut batch = splitter.feed(&Bytes::copy_from_slice(piece)).unwrap();
            batch.report_mended(&gaps, 100);
            rows.extend(batch);
        }
        let expected = [
            r#"{"a":"x"}"#.to_owned(),
            r#"{"a":"\u001b[2J"}"#.to_owned(),
            "{\"a\":\"\u{fffd}\\ufffd\"}".to_owned(),
            r#""\u0009""#.to_owned(),
        ];
        assert_eq!(rows, expected);
        assert_eq!(
            gaps.get(),
            [crate::Gap::Mended {
                rows: 3,
                first: 102,
                what: Flaw::Control.to_string()
            }]
        );
    }
}

#[test]
fn rows_cells_depth_and_members_have_limits() {
    let limits = Limits::default()
        .with_row(40)
        .with_cell(8)
        .with_depth(3)
        .with_members(60);
    let feed = |text: &str, piece: usize| {
        let mut splitter = Splitter::new("value").with_limits(&limits);
        let mut faults = Vec::new();
        for piece in text.as_bytes().chunks(piece) {
            let batch = splitter.feed(&Bytes::copy_from_slice(piece))?;
            faults.extend(batch.split_at_faults().into_iter().filter_map(Result::err));
        }
        let faults = faults.into_iter().map(|fault| fault.into_error(0));
        Ok(faults.map(|error| error.to_string()).collect::<Vec<_>>())
    };
    let long = "1,".repeat(30);
    for piece in [1, 7, 1000] {
        let name = |text: &str| match feed(text, piece).unwrap_err() {
            SplitError::TooLarge(limit) => limit.name,
            other => panic!("{other:?}"),
        };
        assert_eq!(name(&format!("[[{long}1]]")), "row");
        assert_eq!(name(&format!("[1{}]", "1".repeat(60))), "row");
        assert_eq!(name(&format!("[\"{}\"]", "1".repeat(60))), "row");
        assert_eq!(name(&format!("{{\"a\":[{long}1]")), "members");
        for (text, limit) in [
            ("[{\"a\":\"123456789\"},1]", "`cell` of 8 B"),
            ("[[[[[]]]],1]", "`depth` of 3 levels"),
        ] {
            let faults = feed(text, piece).unwrap();
            assert!(faults.len() == 1 && faults[0].contains(limit), "{faults:?}");
        }
        assert!(
            feed("[{\"a\":\"12345678\"},[[[]]]]", piece)
                .unwrap()
                .is_empty()
        );
    }
}

#[test]
fn strings_of_any_length_end_at_their_quote() {
    for length in 0..150 {
        for backslashes in 0..4 {
            let text = "x".repeat(length) + &r"\\".repeat(backslashes) + r#"\"}"#;
            let row = format!(r#"{{"a":"{text}","b":[{{}}]}}"#);
            let (rows, _) = split_any(&format!(r#"{{"value":[{row},"{text}"]}}"#)).unwrap();
            assert_eq!(rows, [row, format!(r#""{text}""#)]);
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "[\"\\\\{}\\[\\],:]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z\"\\\\]{1,5}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// Bytes with a meaning in the grammar, more often than at random.
fn near_list() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        6 => prop::sample::select(&[
            "{", "}", "[", "]", ",", ",", ":", "\"", "\"a\":1", "\"value\":[", "{\"b\":[1,2]}", "1", "true", "nul", "\\", " ", "\n", "{}", "{},",
        ][..]).prop_map(|text| text.as_bytes().to_vec()),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
    ];
    let parts = prop::collection::vec(part, 0..10).prop_map(|parts| parts.concat());
    (
        prop::sample::select(&["", "[", "{\"value\":[", "{\"a\":1,\"value\":["][..]),
        parts,
        prop::sample::select(&["", "]", "]}"][..]),
    )
        .prop_map(|(begin, parts, end)| [begin.as_bytes(), &parts, end.as_bytes()].concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_list_passes_exactly_if_serde_json_accepts_it(text in near_list(), piece in 1_usize..40) {
        let is_json = std::str::from_utf8(&text)
            .is_ok_and(|text| serde_json::from_str::<Box<serde_json::value::RawValue>>(text).is_ok());
        let list: Option<Vec<Box<serde_json::value::RawValue>>> = serde_json::from_slice(&text).ok().or_else(|| {
            let mut members: std::collections::BTreeMap<String, Box<serde_json::value::RawValue>> = serde_json::from_slice(&text).ok()?;
            serde_json::from_str(members.remove("value")?.get()).ok()
        });
        let outcome = judged(&text, piece);
        // Repairs are tested elsewhere. Without backslashes every second part between quotes is a string.
        let is_broken_line = |string: &[u8]| string.contains(&b'\n');
        let mended = text.iter().any(|byte| *byte < b' ' && *byte != b'\n')
            || std::str::from_utf8(&text).is_err()
            || text.contains(&b'\\')
            || text.split(|byte| *byte == b'"').skip(1).step_by(2).any(is_broken_line);
        match (outcome, list) {
            (Ok((rows, faults)), list) if faults.is_empty() && !mended => {
                prop_assert!(is_json, "{}", String::from_utf8_lossy(&text));
                let list = list.unwrap_or_default();
                let list: Vec<_> = list.iter().map(|row| row.get()).collect();
                prop_assert_eq!(rows, list);
            }
            (Ok(_), _) => prop_assert!(mended || !is_json),
            (Err(SplitError::NoList(_)), list) => prop_assert!(list.is_none()),
            (Err(_), list) => prop_assert!(list.is_none() || !is_json || mended, "{}", String::from_utf8_lossy(&text)),
        }
        // The size of the pieces makes no difference.
        prop_assert_eq!(judged(&text, piece).is_ok(), judged(&text, 10_000).is_ok());
    }

    #[test]
    fn rows_equal_what_serde_json_reads(
        rows in prop::collection::vec(any_json(), 0..6),
        other in any_json(),
        piece in 1_usize..200,
        pretty: bool,
        last: bool,
    ) {
        let mut whole = Extra::new();
        if !last { whole.insert("zz".into(), other.clone()); }
        whole.insert("value".into(), Value::from(rows.clone()));
        whole.insert("zzz".into(), other.clone());
        let whole = Value::Object(whole);
        let text = if pretty { serde_json::to_string_pretty(&whole) } else { serde_json::to_string(&whole) };
        let (found, members) = split(&text.unwrap(), piece).unwrap();
        let found: Vec<Value> = found.iter().map(|row| serde_json::from_str(row).unwrap()).collect();
        prop_assert_eq!(found, rows);
        prop_assert_eq!(&members["zzz"], &other);
    }
}
