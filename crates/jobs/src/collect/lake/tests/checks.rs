//! Lakes beside their receipts and beside the service: what is gone is found, from whichever side.

use http_core::{Operation, Record, RecordKind, Since, SinceForm};

use super::*;

/// A list without a word about its records.
const PLAIN: Operation = Operation::get("t.things.list", "/alerts")
    .collection("value")
    .inputs(&[http_core::Param::query("$filter")]);

impl Place {
    fn store(&self) -> Store {
        Store::open(&self.path().display().to_string(), None).unwrap()
    }

    async fn checked(&self, stream: &Stream) -> (Checked, Said) {
        let store = self.store();
        let said = said(&store).await.unwrap();
        let streams = std::slice::from_ref(stream);
        let found = verify(&store, stream.name(), streams, &said).await;
        (found.unwrap(), said)
    }

    async fn problems(&self) -> Vec<String> {
        self.checked(&Stream::of(&LIST).unwrap()).await.0.problems
    }

    /// Day, records of the service, those of them in the lake, and those that it lacks.
    async fn compared(
        &self,
        stream: &Stream,
        tenant: &str,
        records: &Value,
    ) -> Option<Vec<(String, u64, u64, u64)>> {
        let (found, said) = self.checked(stream).await;
        assert_eq!(found.problems, [""; 0]);
        let client = Script::new([answer(&json!({"value": records}).to_string())]);
        let client = client.client().unwrap();
        let days = compare(&client, stream, tenant, &found, &said).await;
        let days = days.unwrap()?.into_iter();
        Some(
            days.map(|day| (day.day, day.service, day.lake, day.missing))
                .collect(),
        )
    }
}

fn days(days: &[(&str, u64, u64, u64)]) -> Option<Vec<(String, u64, u64, u64)>> {
    let day = |&(day, service, lake, missing): &(&str, u64, u64, u64)| {
        (day.to_owned(), service, lake, missing)
    };
    Some(days.iter().map(day).collect())
}

#[tokio::test]
async fn what_the_service_has_and_the_lake_lacks_is_counted_by_day() {
    let place = Place::new();
    let rows = [("a", "2026-02-28T10:00:00Z"), ("b", "2026-03-01T10:00:00Z")];
    pass(&place.lake(), "t1", &rows).await.unwrap();
    let stream = Stream::of(&LIST).unwrap();
    // The service has another version of `a`, a record that was never collected, and a new one.
    let records = json!([
        {"id": "a", "changed": "2026-02-28T11:00:00Z"}, {"id": "b", "changed": "2026-03-01T10:00:00Z"},
        {"id": "c", "changed": "2026-03-01T09:00:00Z"}, {"id": "d", "changed": "2026-03-01T10:00:01Z"}]);
    assert_eq!(
        place.compared(&stream, "t1", &records).await,
        days(&[("2026-02-28", 1, 0, 1), ("2026-03-01", 2, 1, 1)])
    );
    // Of another tenant nothing is there, which is not the same as nothing missing.
    assert_eq!(place.compared(&stream, "t2", &records).await, None);
}

#[tokio::test]
async fn what_no_pass_was_asked_for_is_not_missing() {
    let place = Place::new();
    let page = |id: &str, changed: &str| json!({"value": [{"id": id, "changed": changed}]});
    let begin = "2026-03-01T00:00:00Z";
    for (id, changed, since) in [
        ("a", "2026-03-01T10:00:00Z", Some(begin)),
        ("b", "2026-03-01T11:00:00Z", None),
    ] {
        let client = Script::new([answer(&page(id, changed).to_string())]);
        let stream = Stream::of(&LIST).unwrap();
        let mut collector = Collector::new(client.client().unwrap(), stream, "t1");
        if let Some(since) = since {
            collector = collector.since(since.parse().unwrap());
        }
        collector.pass(&place.lake(), pending()).await.unwrap();
    }
    let records = json!([
        {"id": "a", "changed": "2026-03-01T10:00:00Z"}, {"id": "b", "changed": "2026-03-01T11:00:00Z"},
        {"id": "old", "changed": "2026-02-28T23:59:59Z"}, {"id": "c", "changed": "2026-03-01T00:00:01Z"}]);
    let stream = Stream::of(&LIST).unwrap();
    assert_eq!(
        place.compared(&stream, "t1", &records).await,
        days(&[("2026-03-01", 3, 2, 1)])
    );
}

/// Records without a member that changes: what a machine says of itself, an event with its time in the key, and a number of milliseconds.
#[tokio::test]
async fn records_without_a_version_are_found_by_key_and_time() {
    static SEEN: Record = Record::new(RecordKind::Mutable)
        .key(&["id"])
        .since(Since::new("changed", SinceForm::Filter("changed")));
    static EVENT: Record = Record::new(RecordKind::Event)
        .key(&["id", "changed"])
        .since(Since::new("changed", SinceForm::Filter("changed")));
    static MACHINES: Operation = PLAIN.record(&SEEN);
    static EVENTS: Operation = PLAIN.record(&EVENT);
    for (operation, known, new) in [
        (
            &MACHINES,
            json!("2026-03-01T10:00:00Z"),
            json!("2026-03-01T09:00:00Z"),
        ),
        (
            &EVENTS,
            json!("2026-03-01T10:00:00.1234567Z"),
            json!("2026-03-01T10:00:00.1234557Z"),
        ),
        (
            &MACHINES,
            json!(1_772_359_200_000_u64),
            json!(1_772_359_100_000_u64),
        ),
    ] {
        let place = Place::new();
        let stream = Stream::of(operation).unwrap();
        let page = json!({"value": [{"id": "a", "changed": known}]}).to_string();
        let client = Script::new([answer(&page)]).client().unwrap();
        let collector = Collector::new(client, stream.clone(), "t1");
        collector.pass(&place.lake(), pending()).await.unwrap();
        let records = json!([{"id": "a", "changed": known}, {"id": "a", "changed": new}]);
        assert_eq!(
            place.compared(&stream, "t1", &records).await,
            days(&[("2026-03-01", 2, 1, 1)]),
            "{stream}"
        );
    }
}

/// A key whose column is not described, and one that does not fit its column.
#[tokio::test]
async fn keys_are_found_in_whatever_column_they_are() {
    static RECORD: Record = Record::new(RecordKind::Mutable)
        .key(&["id", "part"])
        .version("changed")
        .since(Since::new("changed", SinceForm::Filter("changed")));
    static PARTS: Operation = PLAIN.record(&RECORD);
    let place = Place::new();
    let stream = Stream::of(&PARTS).unwrap();
    let records = json!([
        {"id": "a", "part": "x", "changed": "2026-03-01T10:00:00Z"},
        {"id": 5, "part": 6, "changed": "2026-03-01T10:00:00Z"},
        {"id": 7, "part": {"a": [1]}, "changed": "2026-03-01T10:00:00Z"}]);
    let page = json!({"value": records}).to_string();
    let client = Script::new([answer(&page)]).client().unwrap();
    let collector = Collector::new(client, stream.clone(), "t1");
    let receipt = collector.pass(&place.lake(), pending()).await.unwrap();
    assert_eq!(receipt.misfits, 2);
    assert_eq!(
        place.compared(&stream, "t1", &records).await,
        days(&[("2026-03-01", 3, 3, 0)])
    );
}

#[tokio::test]
async fn rows_without_a_receipt_are_a_problem() {
    let place = Place::new();
    pass(&place.lake(), "t1", &[("a", "2026-02-28T10:00:00Z")])
        .await
        .unwrap();
    std::fs::remove_dir_all(place.path().join("_runs")).unwrap();
    assert_eq!(
        place.problems().await,
        ["tenant t1 has 1 rows, and its receipts say 0"]
    );
}

#[tokio::test]
async fn a_table_that_receipts_name_and_the_lake_lacks_is_a_problem() {
    let place = Place::new();
    pass(&place.lake(), "t1", &[("a", "2026-02-28T10:00:00Z")])
        .await
        .unwrap();
    std::fs::remove_dir_all(place.path().join("t.alerts")).unwrap();
    let (found, said) = place.checked(&Stream::of(&LIST).unwrap()).await;
    assert_eq!(said.tables().into_iter().collect::<Vec<_>>(), ["t.alerts"]);
    assert_eq!((found.version, found.problem_count), (-1, 2));
    assert_eq!(
        found.problems,
        [
            "receipts name this table, and the lake has none of this name",
            "tenant t1 has 0 rows, and its receipts say 1"
        ]
    );
}

#[tokio::test]
async fn a_tenant_whose_files_are_all_gone_from_the_log_is_a_problem() {
    let place = Place::new();
    let lake = place.lake();
    for tenant in ["t1", "t2"] {
        let rows = [("a", "2026-02-28T10:00:00Z")];
        pass(&lake, tenant, &rows).await.unwrap();
    }
    let log = place.path().join("t.alerts/_delta_log");
    for entry in std::fs::read_dir(&log).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let kept = text
            .lines()
            .filter(|line| !line.contains(r#""add":{"path":"_tenant=t1/"#));
        std::fs::write(&path, kept.collect::<Vec<_>>().join("\n")).unwrap();
    }
    assert_eq!(
        place.problems().await,
        ["tenant t1 has 0 rows, and its receipts say 1"]
    );
}

/// The second table has another id, so its receipts are not those of the first.
#[tokio::test]
async fn a_table_that_was_emptied_and_collected_anew_is_a_problem() {
    let place = Place::new();
    let rows = [("a", "2026-02-28T10:00:00Z")];
    pass(&place.lake(), "t1", &rows).await.unwrap();
    std::fs::remove_dir_all(place.path().join("t.alerts")).unwrap();
    let lake = place.lake();
    pass(&lake, "t1", &rows).await.unwrap();
    assert_eq!(
        place.problems().await,
        ["tenant t1 has 1 rows, and its receipts say 2"]
    );
    // Each pass has one receipt from there on as well.
    pass(&lake, "t1", &rows).await.unwrap();
    pass(&place.lake(), "t1", &rows).await.unwrap();
    assert_eq!(counted(place.path(), "_runs"), 4);
}

#[tokio::test]
async fn a_table_that_cannot_be_read_has_that_as_its_problem() {
    let place = Place::new();
    let rows = [("a", "2026-02-28T10:00:00Z")];
    pass(&place.lake(), "t1", &rows).await.unwrap();
    let first = |table: &str| {
        let log = place.path().join(table).join("_delta_log");
        log.join("00000000000000000000.json")
    };
    let text = std::fs::read(first("_runs")).unwrap();
    std::fs::write(first("_runs"), &text[..text.len() / 2]).unwrap();
    let problems = place.problems().await;
    assert!(
        problems[0].starts_with("not compared with its receipts: `"),
        "{problems:?}"
    );
    std::fs::write(first("t.alerts"), "{").unwrap();
    let problems = place.problems().await;
    assert!(problems[0].contains("is broken: line 1"), "{problems:?}");
    assert!(problems[0].contains("; restore what is broken"));
}

/// Its receipt names a table that was never made, and no time from which on anything was asked for.
#[tokio::test]
async fn a_pass_that_failed_claims_nothing() {
    let place = Place::new();
    let lake = place.lake();
    let begun = "2026-03-01T00:00:00Z".parse().unwrap();
    for stream in ["t.alerts", "t.other"] {
        let failed = Receipt::begin("t1", stream, begun).fail("no token".to_owned());
        lake.note(&failed).await.unwrap();
    }
    lake.settle().await.unwrap();
    let page = json!({"value": [{"id": "a", "changed": "2026-03-01T10:00:00Z"}]});
    let client = Script::new([answer(&page.to_string())]).client().unwrap();
    let stream = Stream::of(&LIST).unwrap();
    let collector = Collector::new(client, stream.clone(), "t1").since(begun);
    collector.pass(&lake, pending()).await.unwrap();
    let (found, said) = place.checked(&stream).await;
    assert_eq!(found.problems, [""; 0]);
    assert_eq!(said.tables().into_iter().collect::<Vec<_>>(), ["t.alerts"]);
    assert_eq!(said.since("t.alerts", "t1"), Some(begun));
}
