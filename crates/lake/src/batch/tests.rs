//! Values of records, and the columns that they go to.

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array as _, RecordBatch};

use super::*;

fn columns() -> Vec<Column> {
    vec![
        Column::new("id", Kind::Text),
        Column::new("score", Kind::Long),
        Column::new("share", Kind::Double),
        Column::new("active", Kind::Bool),
        Column::new("seen", Kind::Time),
        Column::new("evidence", Kind::Json),
        Column::new("_version", Kind::Label),
    ]
}

fn batch(rows: &[&str]) -> (RecordBatch, u64) {
    batch_of(&columns(), rows)
}

fn batch_of(columns: &[Column], rows: &[&str]) -> (RecordBatch, u64) {
    let mut batch = Batch::new(columns, &[("_tenant".to_owned(), "t".to_owned())]);
    for row in rows {
        batch
            .push(row.as_bytes(), || row.as_bytes().to_vec())
            .unwrap();
    }
    let misfits = batch.misfits();
    (batch.finish("t").unwrap(), misfits)
}

/// The texts of a column.
fn texts(batch: &RecordBatch, name: &str) -> Vec<Option<String>> {
    let column = batch.column_by_name(name).unwrap().as_string::<i32>();
    column.iter().map(|text| text.map(str::to_owned)).collect()
}

fn some(texts: &[&str]) -> Vec<Option<String>> {
    texts.iter().map(|text| Some((*text).to_owned())).collect()
}

#[test]
fn values_go_to_the_column_of_their_member() {
    let (batch, misfits) = batch(&[
        r#"{"id":"a\"b","score":9007199254740993,"share":0.5,"active":true,"seen":"2026-03-01T00:00:00.5Z","evidence":[{"x": 1}],"_version":"v"}"#,
        r#"{"_tenant":"t","_version":17,"evidence":"text","seen":1500,"share":3}"#,
    ]);
    assert_eq!(misfits, 0);
    assert_eq!(texts(&batch, "id"), [Some("a\"b".to_owned()), None]);
    assert_eq!(
        texts(&batch, "evidence"),
        some(&[r#"[{"x": 1}]"#, r#""text""#])
    );
    assert_eq!(texts(&batch, "_version"), some(&["v", "17"]));
    let numbers = batch
        .column_by_name("score")
        .unwrap()
        .as_primitive::<Int64Type>();
    assert_eq!(
        numbers.iter().collect::<Vec<_>>(),
        [Some(9_007_199_254_740_993), None]
    );
    let shares = batch
        .column_by_name("share")
        .unwrap()
        .as_primitive::<Float64Type>();
    assert_eq!(shares.iter().collect::<Vec<_>>(), [Some(0.5), Some(3.0)]);
    let seen = batch.column_by_name("seen").unwrap();
    let seen = seen.as_primitive::<TimestampMicrosecondType>();
    assert_eq!(
        seen.iter().collect::<Vec<_>>(),
        [Some(1_772_323_200_500_000), Some(1_500_000)]
    );
    assert_eq!(texts(&batch, RAW), [None, None]);
}

#[test]
fn a_value_that_does_not_fit_leaves_its_column_empty_and_the_record_whole() {
    let rows = [
        r#"{"id":5}"#,
        r#"{"id":"a","score":"7"}"#,
        r#"{"id":"a","score":1.5}"#,
        r#"{"id":"a","share":9007199254740993}"#,
        r#"{"id":"a","seen":"yesterday"}"#,
        r#"{"id":"a","active":1}"#,
        r#"{"id":"a","_version":{"n":1}}"#,
        r#"{"id":"a","id":"b"}"#,
        r#"{"id":"a","_Tenant":"x"}"#,
        r#"{"id":"a","_raw":"x"}"#,
        r#"{"id":"a","_tenant":"x"}"#,
        r#"{"id":"a","two words":"x"}"#,
        r#"{"id":"a","":1}"#,
    ];
    let (batch, misfits) = batch(&rows);
    assert_eq!(misfits, rows.len() as u64);
    assert_eq!(texts(&batch, RAW), some(&rows));
    assert_eq!(
        batch.column_by_name("score").unwrap().null_count(),
        rows.len()
    );
    assert!(batch.column_by_name("two words").is_none());
}

#[test]
fn a_time_finer_than_a_microsecond_keeps_its_record_and_is_no_misfit() {
    let row = r#"{"seen":"2026-03-01T00:00:00.1234567Z"}"#;
    let (batch, misfits) = batch(&[row]);
    assert_eq!(misfits, 0);
    assert_eq!(texts(&batch, RAW), some(&[row]));
    assert_eq!(batch.column_by_name("seen").unwrap().null_count(), 0);
}

#[test]
fn a_new_member_is_a_new_column_from_its_first_record_on() {
    let (batch, misfits) = batch(&[
        r#"{"id":"a"}"#,
        r#"{"new":{"b":1},"id":"b"}"#,
        r#"{"id":"c","new":"text"}"#,
        r#"{"gone":null}"#,
    ]);
    assert_eq!(misfits, 0);
    let expected = [
        None,
        Some(r#"{"b":1}"#.to_owned()),
        Some("text".to_owned()),
        None,
    ];
    assert_eq!(texts(&batch, "new"), expected);
}

/// Whichever comes first: files of two writers are columns of one table.
#[test]
fn a_member_that_was_not_expected_looks_the_same_in_any_order() {
    let rows = [
        r#"{"new":"hi\"gh"}"#,
        r#"{"new":{"a": "b"}}"#,
        r#"{"new":5}"#,
        r#"{"new":"5"}"#,
        r#"{"new":[]}"#,
        r#"{"new":"\ud800"}"#,
        r#"{"new":true}"#,
    ];
    let expected = [
        "hi\"gh",
        r#"{"a": "b"}"#,
        "5",
        "5",
        "[]",
        r#""\ud800""#,
        "true",
    ];
    for begin in 0..rows.len() {
        let (mut rows, mut expected) = (rows, expected);
        rows.rotate_left(begin);
        expected.rotate_left(begin);
        let (batch, misfits) = batch(&rows);
        assert_eq!(misfits, 0);
        assert_eq!(texts(&batch, "new"), some(&expected));
    }
}

#[test]
fn a_record_that_is_none_changes_nothing() {
    let mut batch = Batch::new(&columns(), &[]);
    let broken: [&[u8]; 5] = [
        b"[1]",
        br#"{"id":"a""#,
        br#"{"id":"a"} x"#,
        b"{\"id\":\"\xff\"}",
        b"",
    ];
    for broken in broken {
        let text = String::from_utf8_lossy(broken).into_owned();
        assert!(batch.push(broken, Vec::new).is_err(), "{text}");
    }
    batch.push(br#"{"id":"b"}"#, Vec::new).unwrap();
    assert_eq!(texts(&batch.finish("t").unwrap(), "id"), some(&["b"]));
}

#[test]
fn names_that_differ_in_case_alone_have_two_columns() {
    let (batch, misfits) = batch(&[
        r#"{"fTags":["a"],"ftags":["b"]}"#,
        r#"{"ftags":["c"]}"#,
        r#"{"ID":"x","id":"y"}"#,
    ]);
    assert_eq!(misfits, 0);
    let tags = |text: &str| Some(text.to_owned());
    assert_eq!(texts(&batch, "fTags"), [tags(r#"["a"]"#), None, None]);
    assert_eq!(
        texts(&batch, "ftags_2"),
        [tags(r#"["b"]"#), tags(r#"["c"]"#), None]
    );
    assert_eq!(
        (
            texts(&batch, "ID_2")[2].clone(),
            texts(&batch, "id")[2].clone()
        ),
        (tags("x"), tags("y"))
    );
}

/// Files write the names of members in another letter case than the tables have them.
#[test]
fn a_column_in_any_case_takes_a_member_however_it_is_written() {
    let columns = columns().into_iter().map(Column::in_any_case);
    let columns: Vec<_> = columns.collect();
    let rows = [
        r#"{"Id":"a","Score":7}"#,
        r#"{"id":"b","SCORE":8}"#,
        r#"{"Id":"c","id":"d","Other":1}"#,
    ];
    let (batch, misfits) = batch_of(&columns, &rows);
    assert_eq!(texts(&batch, "id"), some(&["a", "b", "c"]));
    let scores = batch.column_by_name("score").unwrap();
    let scores: Vec<_> = scores.as_primitive::<Int64Type>().iter().collect();
    assert_eq!(scores, [Some(7), Some(8), None]);
    // A record with both is kept whole.
    assert_eq!(misfits, 1);
    assert_eq!(texts(&batch, RAW)[2].as_deref(), Some(rows[2]));
    assert!(batch.column_by_name("Id").is_none() && batch.column_by_name("Id_2").is_none());
}
