//! What a pass does at the limits: of the service's past, of its clock, of its answers, and of what can be remembered.

use http_core::jiff::{SignedDuration, Timestamp};

use super::*;

/// A list that looks back two weeks.
static CHANGES: Record = Record::new(RecordKind::Event)
    .key(&["id"])
    .created("changed")
    .since(Since::new("changed", SinceForm::Input("sinceTime")));
static BOUNDED: Operation = Operation::get("t.changes.list", "/changes")
    .collection("value")
    .inputs(&[http_core::Param::query("sinceTime")
        .kind(http_core::Kind::Time)
        .required()
        .within_days(14)])
    .record(&CHANGES);

fn bounded(script: &Script) -> Collector {
    let stream = Stream::of(&BOUNDED).unwrap();
    Collector::new(script.client().unwrap(), stream, "t1")
}

fn at(date: &str, body: &str) -> Step {
    Step::new(200, body.to_owned()).header("date", date)
}

/// A time as the header `Date` has it.
fn http_date(time: Timestamp) -> String {
    time.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// A page with a record that changed so long ago, by this machine's clock, which is the service's too.
fn ago(id: &str, time: SignedDuration) -> Step {
    let now = Timestamp::now();
    let changed = now - time;
    let body = format!(r#"{{"value":[{{"id":"{id}","changed":"{changed}"}}]}}"#);
    at(&http_date(now), &body)
}

#[tokio::test(start_paused = true)]
async fn what_the_service_no_longer_returns_is_said_and_the_cursor_moves_on() {
    let memory = Memory::default();
    // In March, and not again until now.
    passes(&memory, [page(&[("a", 0)])]).await;
    // The first answer shows that a day has to be asked for.
    let script = Script::new([1, 1].map(|hours| ago("b", SignedDuration::from_hours(hours))));
    let second = bounded(&script).pass(&memory, pending()).await.unwrap();
    assert_eq!(second.end, End::Partial);
    let message = second.message.unwrap();
    assert!(
        message.starts_with("records from 2026-02-28T10:00:00Z to "),
        "{message}"
    );
    assert!(second.newest.unwrap() > Timestamp::now() - SignedDuration::from_hours(2));
    assert_eq!(memory.ids(), "ab");
}

#[tokio::test(start_paused = true)]
async fn a_begin_before_the_reach_of_the_service_is_said() {
    let memory = Memory::default();
    let script = Script::new([ago("a", SignedDuration::from_hours(1))]);
    let begin = Timestamp::now() - SignedDuration::from_hours(24 * 30);
    let collector = bounded(&script).since(begin);
    let receipt = collector.pass(&memory, pending()).await.unwrap();
    assert_eq!(receipt.end, End::Partial);
    assert!(receipt.message.unwrap().contains("looks back only so far"));
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_behind_that_of_the_service_keeps_nothing_from_being_asked_for() {
    let memory = Memory::default();
    let ahead = Timestamp::now() + SignedDuration::from_hours(30);
    let date = http_date(ahead);
    let refused = Step::new(
        400,
        r#"{"error":{"code":"InvalidInput","message":"too old"}}"#,
    );
    let script = Script::new([
        refused.clone().header("date", &date),
        at(
            &date,
            r#"{"value":[{"id":"a","changed":"2026-03-01T10:00:00Z"}]}"#,
        ),
    ]);
    let receipt = bounded(&script).pass(&memory, pending()).await.unwrap();
    assert_eq!((receipt.end, receipt.message), (End::Done, None));
    let since = receipt.since.unwrap();
    let reach = ahead - SignedDuration::from_hours(24 * 14);
    assert!(
        since > reach && since.duration_since(reach) < SignedDuration::from_mins(2),
        "{since}"
    );
    assert_eq!((memory.ids().as_str(), script.left()), ("a", 0));
    // A refusal for another reason is one, and nothing is asked for twice.
    let script = Script::new([refused.header("date", http_date(Timestamp::now()))]);
    let other = Memory::default();
    let failed = bounded(&script).pass(&other, pending()).await;
    assert!(matches!(failed, Err(CollectError::Call(_))), "{failed:?}");
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_ahead_of_that_of_the_service_is_said() {
    let memory = Memory::default();
    let script = Script::new([page(&[("a", 0)])]);
    let receipt = bounded(&script).pass(&memory, pending()).await.unwrap();
    assert_eq!((receipt.end, receipt.rows_written), (End::Partial, 1));
    let message = receipt.message.unwrap();
    assert!(
        message.starts_with("records from 2026-02-15T12:01:00Z to "),
        "{message}"
    );
    assert!(
        message.ends_with("clock is ahead of the service's"),
        "{message}"
    );
}

/// Nothing is missing where nothing has happened.
#[tokio::test(start_paused = true)]
async fn a_stream_without_news_for_longer_than_the_reach_is_complete() {
    let memory = Memory::default();
    let (script, none) = (
        Script::new([ago("a", SignedDuration::from_hours(24 * 20))]),
        || ago("a", SignedDuration::from_hours(24 * 20)),
    );
    let first = bounded(&script).pass(&memory, pending()).await.unwrap();
    assert_eq!(first.rows_written, 1);
    let second = bounded(&Script::new([none()]))
        .pass(&memory, pending())
        .await
        .unwrap();
    assert_eq!((second.end, second.message), (End::Done, None));
}

/// Some services round the time down, to the begin of a run of six hours.
#[tokio::test(start_paused = true)]
async fn what_is_older_than_asked_for_and_perhaps_written_is_counted() {
    let memory = Memory::default();
    let old = r#"{"id":"a","changed":"2026-03-01T10:00:00Z"}"#;
    let new = |id: &str| format!(r#"{{"id":"{id}","changed":"2026-03-02T12:00:00Z"}}"#);
    let day = |rows: &[&str]| {
        let body = format!("{{\"value\":[{}]}}", rows.join(","));
        at("Mon, 02 Mar 2026 13:00:00 GMT", &body)
    };
    let (b, c) = (new("b"), new("c"));
    let (_, ended) = passes(&memory, [day(&[old, &b]), day(&[old, &b, &c])]).await;
    assert_eq!(memory.ids(), "abc", "{ended:?}");
    assert_eq!(
        (memory.receipts()[1].older, memory.receipts()[1].duplicates),
        (1, 1)
    );
    assert!(
        ended[1].contains("1 older than what was asked for"),
        "{ended:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_sweep_is_begun_when_the_first_answer_shows_that_it_is_due() {
    let memory = Memory::default();
    let later = |body: &str| at("Mon, 02 Mar 2026 00:00:00 GMT", body);
    let body = r#"{"value":[{"id":"b","changed":"2026-03-01T23:00:00Z"}]}"#;
    let swept = r#"{"value":[{"id":"c","changed":"2026-03-01T08:00:00Z"},{"id":"b","changed":"2026-03-01T23:00:00Z"}]}"#;
    let script = Script::new([page(&[("a", 0)]), later(body), later(swept)]);
    for _ in 0..2 {
        collector(&script).pass(&memory, pending()).await.unwrap();
    }
    assert_eq!((memory.ids().as_str(), script.left()), ("acb", 0));
    let filters = filters(&script);
    assert!(
        filters[1].contains("ge 2026-03-01T09:45:00Z"),
        "{filters:?}"
    );
    assert!(
        filters[2].contains("ge 2026-02-28T10:00:00Z"),
        "{filters:?}"
    );
    let receipt = &memory.receipts()[1];
    assert_eq!((receipt.is_sweep, receipt.rows_read), (true, 2));
}

#[tokio::test(start_paused = true)]
async fn a_record_from_the_future_does_not_come_again_with_each_day() {
    let memory = Memory::default();
    for day in 1..=9 {
        let date = format!("Sun, 0{day} Mar 2026 12:00:00 GMT");
        let body = format!(
            r#"{{"value":[{{"id":"{day}","changed":"2026-03-0{day}T11:00:00Z"}},{{"id":"z","changed":"2099-01-01T00:00:00Z"}}]}}"#
        );
        // The first answer shows that a sweep is due.
        let script = Script::new([at(&date, &body), at(&date, &body)]);
        collector(&script).pass(&memory, pending()).await.unwrap();
    }
    assert_eq!(memory.ids(), "1z23456789");
}

#[tokio::test(start_paused = true)]
async fn a_gap_is_asked_for_again_for_a_day_and_a_mended_row_is_not() {
    let partial = |records: &[(&str, u32)]| {
        let rows: Vec<_> = records
            .iter()
            .map(|(id, hour)| format!(r#"{{"id":"{id}","changed":"2026-03-01T{hour:02}:00:00Z"}}"#))
            .collect();
        Step::new(206, format!("{{\"value\":[{}]}}", rows.join(","))).header("date", DATE)
    };
    let memory = Memory::default();
    let (_, ended) = passes(&memory, [page(&[("a", 0)]), partial(&[("b", 11)])]).await;
    assert!(ended[1].contains("partial result (206)"), "{ended:?}");
    let receipt = &memory.receipts()[1];
    assert_eq!(receipt.end, End::Partial);
    assert_eq!(receipt.newest.unwrap().to_string(), "2026-03-01T10:00:00Z");

    let mended = answer("{\"value\":[{\"id\":\"m\u{1}\",\"changed\":\"2026-03-01T11:00:00Z\"}]}");
    let (_, ended) = passes(&memory, [mended]).await;
    assert!(ended[0].contains("repaired"), "{ended:?}");
    let receipt = &memory.receipts()[2];
    assert_eq!(receipt.end, End::Partial);
    assert_eq!(receipt.newest.unwrap().to_string(), "2026-03-01T11:00:00Z");
}

/// What cannot be remembered would be written again, so it is not written at all.
#[tokio::test(start_paused = true)]
async fn a_later_pass_that_breaks_off_with_more_than_can_be_remembered_keeps_nothing() {
    let memory = Memory::default();
    passes(&memory, [page(&[("a", 0)])]).await;
    let rows: Vec<_> = (0..=MOST_KNOWN)
        .map(|number| format!(r#"{{"id":"{number}","changed":"2026-03-01T11:00:00Z"}},"#))
        .collect();
    let body = format!("{{\"value\":[{}", rows.concat());
    let (_, ended) = passes(&memory, [answer(&body).cut()]).await;
    assert!(ended[0].contains("broke off"), "{ended:?}");
    assert_eq!((memory.ids().as_str(), memory.receipts().len()), ("a", 1));
    // A whole one is written, and the receipt says what can no longer be told apart.
    let (_, ended) = passes(
        &memory,
        [answer(&format!("{}]}}", body.trim_end_matches(',')))],
    )
    .await;
    assert!(
        ended[0].contains("more in a day than can be remembered"),
        "{ended:?}"
    );
    let receipt = &memory.receipts()[1];
    assert!(receipt.is_degraded && receipt.rows_written == MOST_KNOWN as u64 + 1);
    let (_, _) = passes(&memory, [page(&[("late", 59), ("equal", 60), ("new", 61)])]).await;
    let receipt = &memory.receipts()[2];
    assert_eq!(
        (receipt.older, receipt.rows_written, receipt.is_degraded),
        (2, 1, true)
    );
}
