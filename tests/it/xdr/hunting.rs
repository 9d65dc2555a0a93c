//! Hunting: typed rows, truncated answers, queries split by time, errors with a position.

use http_core::ErrorKind;
use sandbox::{Fault, Sandbox};
use xdr_api::graph::Graph;
use xdr_api::hunting::{Cell, ColumnType, Hunt, library};

use crate::support::{Bench, Script, Step};

const QUERY: &str = "DeviceProcessEvents | project Timestamp, ReportId, AdditionalFields";

fn hunt(bench: &Bench, query: &str) -> Hunt {
    bench.xdr().graph().hunting().hunt(query)
}

/// The last thirty days of the emulator.
fn last_month(bench: &Bench) -> (String, String) {
    let now = bench.sandbox.now();
    let from = now
        .checked_sub(jiff::SignedDuration::from_hours(24 * 30))
        .unwrap();
    (from.to_string(), now.to_string())
}

fn reports(table: &xdr_api::hunting::HuntingTable) -> Vec<i64> {
    let mut reports: Vec<_> = table
        .rows
        .iter()
        .map(|row| row.long("ReportId").unwrap())
        .collect();
    reports.sort_unstable();
    reports
}

#[tokio::test(start_paused = true)]
async fn rows_are_typed_by_the_schema() {
    let bench = Bench::new().await;
    let table = hunt(&bench, QUERY).send().await.unwrap();
    let kinds: Vec<_> = table
        .columns
        .iter()
        .map(|column| column.kind.clone())
        .collect();
    assert_eq!(
        kinds,
        [ColumnType::Time, ColumnType::Long, ColumnType::Dynamic]
    );
    let cells: Vec<_> = table.cells(&table.rows[0]).collect();
    assert!(matches!(cells[0], Cell::Time(_)), "{cells:?}");
    assert!(matches!(cells[1], Cell::Long(_)), "{cells:?}");
    let Cell::Dynamic(more) = &cells[2] else {
        panic!("{cells:?}");
    };
    assert_eq!(more["IsInteractive"], true);
    assert!(!table.is_truncated);
}

#[tokio::test(start_paused = true)]
async fn parameters_cannot_become_part_of_the_query() {
    let bench = Bench::new().await;
    let query = "DeviceInfo | where DeviceName == device | count";
    let count = |device: &str| hunt(&bench, query).parameter("device", device).send();
    let table = count("\" or true //").await.unwrap();
    assert_eq!(table.rows[0].long("Count"), Some(0));
    let name = hunt(&bench, "DeviceInfo | take 1")
        .send()
        .await
        .unwrap()
        .rows[0]
        .text("DeviceName")
        .unwrap()
        .to_owned();
    assert_eq!(count(&name).await.unwrap().rows[0].long("Count"), Some(1));
}

#[tokio::test(start_paused = true)]
async fn an_answer_of_the_greatest_length_is_taken_for_cut() {
    let bench = Bench::with(Sandbox::builder().hunting_rows(10)).await;
    let table = hunt(&bench, QUERY).row_limit(10).send().await.unwrap();
    assert_eq!((table.rows.len(), table.is_truncated), (10, true));
}

#[tokio::test(start_paused = true)]
async fn a_cut_answer_is_asked_for_in_parts_that_share_nothing() {
    let whole = Bench::with(Sandbox::builder().limits(false)).await;
    let (from, to) = last_month(&whole);
    let expected = hunt(&whole, QUERY)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap();
    assert!(expected.rows.len() > 40, "{}", expected.rows.len());

    let cut = Bench::with(Sandbox::builder().limits(false).hunting_rows(10)).await;
    let table = hunt(&cut, QUERY)
        .within(&*from, &*to)
        .row_limit(10)
        .split()
        .send()
        .await
        .unwrap();
    assert_eq!(reports(&table), reports(&expected));
    assert!(!table.is_truncated);
    let times: Vec<_> = table
        .rows
        .iter()
        .map(|row| row.time("Timestamp").unwrap().instant())
        .collect();
    assert_eq!(table.columns, expected.columns);
    assert_eq!(times.len(), expected.rows.len());
}

#[tokio::test(start_paused = true)]
async fn a_query_that_is_too_slow_is_asked_for_in_halves() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let (from, to) = last_month(&bench);
    let expected = hunt(&bench, QUERY)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap();
    // All four attempts for the whole time fail, those for the halves succeed.
    bench
        .sandbox
        .fault(Fault::on("graph.hunting.run").times(4).status(504));
    let table = hunt(&bench, QUERY)
        .within(&*from, &*to)
        .split()
        .send()
        .await
        .unwrap();
    assert_eq!(reports(&table), reports(&expected));

    bench
        .sandbox
        .fault(Fault::on("graph.hunting.run").times(4).status(504));
    let error = hunt(&bench, QUERY)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.hint().unwrap().contains("narrow the time"));
}

#[tokio::test(start_paused = true)]
async fn options_of_a_hunt_are_those_of_each_part() {
    let bench = Bench::with(Sandbox::builder().limits(false).hunting_rows(10)).await;
    let (from, to) = last_month(&bench);
    hunt(&bench, QUERY)
        .within(&*from, &*to)
        .row_limit(10)
        .split()
        .header("x-correlation", "CHG-7")
        .send()
        .await
        .unwrap();
    let requests = bench.sandbox.requests("graph.hunting.run");
    assert!(requests.len() > 2, "{}", requests.len());
    let is_marked = |one: &sandbox::Received| one.header("x-correlation") == Some("CHG-7");
    assert!(requests.iter().all(is_marked));

    // With a single attempt, the first failure halves the time.
    let once = http_core::RetryConfig::never();
    let bench = Bench::new().await;
    let fault = Fault::on("graph.hunting.run").times(1).status(504);
    bench.sandbox.fault(fault);
    let parts = hunt(&bench, QUERY).within(&*from, &*to).split().retry(once);
    parts.send().await.unwrap();
    assert_eq!(bench.count("graph.hunting.run"), 3);
}

#[tokio::test(start_paused = true)]
async fn a_sum_is_not_split() {
    let bench = Bench::new().await;
    let (from, to) = last_month(&bench);
    let query = "DeviceProcessEvents | summarize count() by DeviceName";
    let error = hunt(&bench, query)
        .within(&*from, &*to)
        .split()
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert_eq!(bench.count("graph.hunting.run"), 0);
    let table = hunt(&bench, query)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap();
    assert!(table.rows.iter().all(|row| row.long("count_").is_some()));
}

#[tokio::test(start_paused = true)]
async fn what_the_service_cannot_read_is_refused_with_its_place() {
    let bench = Bench::new().await;
    let error = hunt(&bench, "DeviceInfo\n| evaluate bag_unpack(x)")
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert!(error.message().contains("Line: 2, Position: 3"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn the_older_route_gives_the_same_rows() {
    let bench = Bench::new().await;
    let query = "DeviceInfo | project DeviceName | sort by DeviceName asc | take 3";
    let old = bench
        .xdr()
        .advanced_hunting()
        .run(query)
        .send()
        .await
        .unwrap();
    let new = hunt(&bench, query).send().await.unwrap();
    assert_eq!(old.schema[0].name.as_deref(), Some("DeviceName"));
    let names: Vec<_> = old
        .results
        .iter()
        .map(|row| row["DeviceName"].as_str())
        .collect();
    let expected: Vec<_> = new.rows.iter().map(|row| row.text("DeviceName")).collect();
    assert_eq!(names, expected);
    assert_eq!(names.len(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_time_before_the_last_thirty_days_is_refused_unless_it_is_meant() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let (from, to) = last_month(&bench);
    let long_ago = "2020-01-01T00:00:00Z";
    for old in [
        hunt(&bench, QUERY).within(long_ago, &*to),
        hunt(&bench, QUERY).timespan("P90D"),
    ] {
        let error = old.clone().send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage);
        assert!(error.message().contains("last 30 days"), "{error}");
        assert_eq!(bench.count("graph.hunting.run"), 0);
        assert!(old.any_age().request().is_ok());
    }
    let table = hunt(&bench, QUERY)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap();
    assert!(!table.rows.is_empty());
}

/// A value of some row of the emulator's tables, so that the hunt has a result.
async fn seen(bench: &Bench, query: &str) -> String {
    let table = hunt(bench, &format!("{query} | take 1"))
        .send()
        .await
        .unwrap();
    let column = &table.columns[0].name;
    table.rows[0].text(column).unwrap().to_owned()
}

/// Every hunt with a value that has results: literal, or read by a query.
const FOUND: &[(&str, &str, &str)] = &[
    (
        "connections-to-address",
        "address",
        "DeviceNetworkEvents | project RemoteIP",
    ),
    (
        "connections-to-domain",
        "domain",
        "DeviceNetworkEvents | where isnotempty(RemoteUrl) | project RemoteUrl",
    ),
    (
        "file-by-hash",
        "file_hash",
        "DeviceFileEvents | project SHA256",
    ),
    (
        "logons-of-account",
        "account",
        "DeviceLogonEvents | project AccountName",
    ),
    ("mail-from-sender", "sender", "news@news.example.net"),
    (
        "new-services",
        "device",
        "DeviceEvents | where ActionType == 'ServiceInstalled' | project DeviceName",
    ),
    (
        "processes-on-device",
        "device",
        "DeviceProcessEvents | project DeviceName",
    ),
    (
        "registry-persistence",
        "device",
        "DeviceRegistryEvents | where RegistryKey endswith 'Run' | project DeviceName",
    ),
    ("script-content", "text", "downloadstring"),
    (
        "sign-ins-of-account",
        "account",
        "IdentityLogonEvents | project AccountUpn",
    ),
    ("url-clicks", "url", "UrlClickEvents | project Url"),
];

#[tokio::test(start_paused = true)]
async fn every_hunt_of_the_library_finds_what_is_there_and_nothing_else() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let hunting = bench.xdr().graph().hunting();
    let all: Vec<_> = library::all().iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        FOUND.iter().map(|(name, ..)| *name).collect::<Vec<_>>(),
        all
    );
    for (name, parameter, value) in FOUND {
        let value = if value.contains('|') {
            seen(&bench, value).await
        } else {
            (*value).to_owned()
        };
        // The hunt for domains needs the host of a URL.
        let host = value
            .split("://")
            .last()
            .unwrap()
            .split('/')
            .next()
            .unwrap();
        let value = if *parameter == "domain" { host } else { &value };
        let ready = library::find(name).unwrap();
        let rows = async |value: &str| {
            let hunt = ready.bind(&hunting, [(*parameter, value.into())]).unwrap();
            let table = hunt.send().await;
            table.unwrap_or_else(|error| panic!("{name}: {error}")).rows
        };
        assert!(
            !rows(value).await.is_empty(),
            "{name} does not find {value}"
        );
        assert!(
            rows("\" or true //").await.is_empty(),
            "{name} finds what is not there"
        );
        let wrong = ready.bind(&hunting, [("no_such", "x".into())]).unwrap_err();
        assert_eq!(wrong.kind(), ErrorKind::Usage);
        let number = ready.bind(&hunting, [(*parameter, 7.into())]).unwrap_err();
        assert!(number.message().contains("is a text"), "{number}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_value_that_is_missing_is_asked_for_and_a_default_is_not() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let hunting = bench.xdr().graph().hunting();
    let clicks = library::find("url-clicks").unwrap();
    let error = clicks.bind(&hunting, []).unwrap_err();
    assert!(error.message().contains("`url` is missing"), "{error}");
    let services = library::find("new-services")
        .unwrap()
        .bind(&hunting, [])
        .unwrap();
    assert!(services.send().await.unwrap().rows.len() > 1);
}

#[tokio::test(start_paused = true)]
async fn the_tenant_says_which_columns_a_table_has() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let hunting = bench.xdr().graph().hunting();
    let columns = hunting.columns_of("DeviceInfo").await.unwrap().unwrap();
    let kinds: Vec<_> = columns
        .iter()
        .map(|one| (one.name.as_str(), one.kind.as_str()))
        .collect();
    assert_eq!(kinds[0], ("Timestamp", "datetime"));
    assert!(kinds.contains(&("IsAzureADJoined", "bool")), "{kinds:?}");
    assert!(
        kinds.contains(&("DeviceManualTags", "dynamic")),
        "{kinds:?}"
    );
    assert_eq!(hunting.columns_of("Nowhere").await.unwrap(), None);
    let pasted = hunting.columns_of("DeviceInfo | take 1").await.unwrap_err();
    assert_eq!(pasted.kind(), ErrorKind::Usage);
}

/// A hunt with literal answers.
fn scripted(steps: impl IntoIterator<Item = Step>) -> Hunt {
    let script = Script::new(steps);
    Graph::over(&script.client()).hunting().hunt("T")
}

const STREAM: &[u8] = b"{\"schema\":[{\"name\":\"A\",\"type\":\"String\"},{\"Name\":\"N\",\"Type\":\"Decimal\"}],\"results\":[\
    {\"A\":\"1\",\"N\":0.1234567890123456789012345},{\"N\":2,\"A\":\"2\"},{\"A\":NaN},{\"N@odata.type\":\"#Decimal\",\"A\":\"\xff\",\"N\":4}]}";

#[tokio::test(start_paused = true)]
async fn rows_come_in_the_order_of_the_columns_while_the_answer_arrives() {
    for step in [Step::ok(STREAM), Step::Pieces(7, STREAM.into())] {
        let mut rows = scripted([step]).rows();
        let columns: Vec<_> = rows
            .columns()
            .await
            .unwrap()
            .iter()
            .map(|column| column.name.clone())
            .collect();
        assert_eq!(columns, ["A", "N"]);
        let (mut texts, mut errors) = (Vec::new(), Vec::new());
        while let Some(batch) = rows.next_batch().await {
            match batch {
                Ok(batch) => texts.extend(
                    batch
                        .iter()
                        .map(|row| String::from_utf8(row.to_vec()).unwrap()),
                ),
                Err(error) => errors.push(error),
            }
        }
        assert_eq!(
            texts,
            [
                r#"{"A":"1","N":0.1234567890123456789012345}"#,
                r#"{"A":"2","N":2}"#,
                "{\"A\":\"\u{fffd}\",\"N\":4}",
            ]
        );
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].row(), Some(3));
        assert_eq!(
            (rows.count(), rows.is_truncated(), rows.gaps().len()),
            (3, false, 1)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn rows_are_decoded_one_by_one_and_one_that_does_not_fit_is_named() {
    #[derive(Debug, serde::Deserialize)]
    struct Row {
        #[serde(rename = "A")]
        a: i64,
    }
    let text = r#"{"schema":[{"name":"A"}],"results":[{"A":1},{"A":"x"},{"A":3}]}"#;
    let mut items = scripted([Step::ok(text)]).rows().into_items::<Row>();
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    while let Some(item) = items.next_item().await {
        match item {
            Ok(row) => found.push(row.a),
            Err(error) => errors.push(error.to_string()),
        }
    }
    assert_eq!(found, [1, 3]);
    assert!(
        errors.len() == 1 && errors[0].starts_with("graph.hunting.run: row 2: member `A`: "),
        "{errors:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_hunt_that_is_collected_has_a_limit_of_its_own() {
    let text = format!(
        "{{\"results\":[{}{{}}]}}",
        "{\"A\":\"0123456789\"},".repeat(200)
    );
    let script = Script::new([Step::ok(text)]);
    let client =
        script.client_with(|builder| builder.limits(http_core::Limits::default().with_hunt(1024)));
    let hunt = Graph::over(&client).hunting().hunt("T");
    let error = hunt.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert!(error.to_string().contains("`hunt` of 1 KiB"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_number_that_cannot_be_written_is_refused_before_anything_is_sent() {
    let hunt = scripted([]).parameter("most", f64::INFINITY);
    let error = hunt.request().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert!(hunt.send().await.unwrap_err().is_unsent());
}
