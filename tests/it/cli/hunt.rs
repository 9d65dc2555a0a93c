//! Hunting from the command line.

use sandbox::Fault;

use super::program::{Program, fixed};

const QUERY: &str =
    "DeviceInfo | project DeviceName, OSBuild, IsAzureADJoined | sort by DeviceName asc | take 3";

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_printed_in_the_order_of_the_querys_columns() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    for (format, first) in [
        ("csv", "DeviceName,OSBuild,IsAzureADJoined"),
        ("ndjson", "{\"DeviceName\":"),
    ] {
        let outcome = Program::new(&["hunt", "-e", QUERY, "-o", format])
            .at(&sandbox)
            .run()
            .await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert!(outcome.stdout.starts_with(first), "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_comes_from_standard_input() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let outcome = Program::new(&["hunt", "-", "-o", "ndjson", "--param", "os=Windows11"])
        .at(&sandbox)
        .run_with("DeviceInfo // all of them\n| where OSPlatform == os\n| count")
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stdout.starts_with("{\"Count\":"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_query_names_the_place() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let outcome = Program::new(&["hunt", "-e", "DeviceInfo | frobnicate"])
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stderr.contains("Position: 14"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_lost_is_told_of_and_the_rest_is_printed() {
    // Few enough to stay within the budget of calls, which the program would wait for in real time.
    let sandbox = fixed().devices(20).alerts(12).start().await.unwrap();
    let ids = Program::line("graph alerts list -o id")
        .at(&sandbox)
        .run()
        .await;
    let poison = ids.lines()[0].to_owned();
    sandbox.fault(Fault::on("graph.alerts.list").poison(&poison).always());
    let outcome = Program::line("graph alerts list -o ndjson --page-size 2 --columns id")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(outcome.lines().len() + 1, ids.lines().len());
    assert!(outcome.stderr.contains("record_lost"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn ready_hunts_are_listed_and_run_with_their_values() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let list = Program::line("hunt --list -o json")
        .at(&sandbox)
        .run()
        .await;
    let rows = list.json();
    let rows = rows.as_array().unwrap();
    assert!(rows.len() >= 10, "{list}");
    let clicks = rows.iter().find(|row| row["name"] == "url-clicks").unwrap();
    assert_eq!(clicks["takes"], "url");
    assert_eq!(
        (&clicks["parameters"][0]["name"], &clicks["source"]),
        (&"url".into(), &"built in".into())
    );

    let run = ["hunt", "@mail-from-sender", "-o", "ndjson", "-q", "--param"];
    let found = Program::new(&[&run[..], &["sender=NEWS@news.example.net"]].concat())
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(found.code, Some(0), "{found}");
    assert!(!found.lines().is_empty(), "{found}");
    let sent = sandbox.requests("graph.hunting.run").len();
    for (words, said) in [
        (&["hunt", "@no-such-hunt"][..], "hunt --list"),
        (&["hunt", "@url-clicks"], "`url` is missing"),
        (&["hunt", "@url-clicks", "--param", "link=x"], "it has url"),
    ] {
        let wrong = Program::new(words).at(&sandbox).run().await;
        assert_eq!(wrong.code, Some(2), "{wrong}");
        assert!(wrong.stderr.contains(said), "{wrong}");
    }
    assert_eq!(
        sandbox.requests("graph.hunting.run").len(),
        sent,
        "nothing was sent for these"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_own_hunts_go_before_those_of_the_program() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let hunts = home.path().join("hunts");
    std::fs::create_dir(&hunts).unwrap();
    let mine =
        "// title: Mine\n// param most: long = 2\nDeviceInfo | project DeviceName | take most";
    std::fs::write(hunts.join("mine.kql"), mine).unwrap();
    std::fs::write(
        hunts.join("url-clicks.kql"),
        "// title: Other clicks\nUrlClickEvents | count",
    )
    .unwrap();
    std::fs::write(hunts.join("broken.kql"), "// param x\nDeviceInfo").unwrap();
    let run = async |words: &[&str]| {
        Program::new(words)
            .at(&sandbox)
            .home(home.path())
            .run()
            .await
    };
    let list = run(&["hunt", "--list", "-o", "json"]).await;
    let rows = list.json();
    let titles: Vec<_> = rows
        .as_array()
        .unwrap()
        .iter()
        .take(2)
        .map(|row| &row["title"])
        .collect();
    assert_eq!(titles, ["Mine", "Other clicks"]);
    assert_eq!(list.stdout.matches("\"url-clicks\"").count(), 1);
    assert!(list.stderr.contains("broken.kql"), "{list}");
    for (most, rows) in [(None, 2), (Some("most=3"), 3)] {
        let mut words = vec!["hunt", "@mine", "-o", "ndjson"];
        words.extend(most.into_iter().flat_map(|value| ["--param", value]));
        let outcome = run(&words).await;
        assert_eq!(outcome.lines().len(), rows, "{outcome}");
    }
    let broken = run(&["hunt", "@broken"]).await;
    assert_eq!(broken.code, Some(2), "{broken}");
    assert!(broken.stderr.contains("line 1"), "{broken}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schema_that_was_pulled_advises_and_never_refuses() {
    let sandbox = fixed().devices(20).limits(false).start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let run = async |words: &[&str]| {
        Program::new(words)
            .at(&sandbox)
            .home(home.path())
            .run()
            .await
    };
    let shown = run(&[
        "hunt",
        "schema",
        "--live",
        "DeviceInfo",
        "Nowhere",
        "-o",
        "csv",
    ])
    .await;
    assert!(
        shown
            .stdout
            .starts_with("table,column,type\nDeviceInfo,Timestamp,datetime\n"),
        "{shown}"
    );
    assert!(shown.stderr.contains("no table `Nowhere`"), "{shown}");

    let query = ["hunt", "-e", "IdentityInfo | count", "-o", "ndjson"];
    let before = run(&query).await;
    assert!(!before.stderr.contains("schema"), "{before}");
    let pulled = run(&["hunt", "schema", "pull", "DeviceInfo", "-o", "json"]).await;
    assert_eq!(
        (pulled.code, &pulled.json()["tables"]),
        (Some(0), &1.into()),
        "{pulled}"
    );
    let advised = run(&query).await;
    assert_eq!(advised.code, Some(0), "{advised}");
    assert!(
        advised
            .stderr
            .contains("table `IdentityInfo` is not in the schema"),
        "{advised}"
    );
    assert_eq!(advised.lines().len(), 1);

    // More tables than the service answers queries in a minute.
    let pull = [
        "hunt",
        "schema",
        "pull",
        "--rate-limit",
        "off",
        "-o",
        "json",
    ];
    let whole = run(&pull).await;
    assert!(whole.json()["tables"].as_u64().unwrap() > 10, "{whole}");
    let quiet = run(&query).await;
    assert!(!quiet.stderr.contains("schema"), "{quiet}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_the_service_does_not_look_at_is_refused() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let old = ["hunt", "-e", "DeviceInfo | count", "--since", "60d"];
    let refused = Program::new(&old).at(&sandbox).run().await;
    assert_eq!(refused.code, Some(2), "{refused}");
    assert!(refused.stderr.contains("last 30 days"), "{refused}");
    assert!(sandbox.requests("graph.hunting.run").is_empty());
    let meant = Program::new(&[&old[..], &["--any-age"]].concat())
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(meant.code, Some(0), "{meant}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_is_the_argument_itself_a_file_or_a_table() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a b"), "DeviceInfo | take 2").unwrap();
    for (query, rows) in [
        ("DeviceInfo | take 1", 1),
        ("DeviceInfo|take 3", 3),
        ("a b", 2),
        ("DeviceInfo", 20),
    ] {
        let outcome = Program::new(&["hunt", query, "-o", "ndjson", "-q"])
            .at(&sandbox)
            .within(folder.path())
            .run()
            .await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert!(outcome.lines().len() >= rows, "{query}: {outcome}");
        assert!(
            rows == 20 || outcome.lines().len() == rows,
            "{query}: {outcome}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_a_hunt_is_refused_with_what_to_give() {
    let sandbox = fixed().devices(5).start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let hunts = home.path().join("hunts");
    std::fs::create_dir(&hunts).unwrap();
    let query = "DeviceInfo | where DeviceName == dev";
    std::fs::write(hunts.join("mine.kql"), query).unwrap();
    let take = "DeviceInfo | take 1";
    for (words, said) in [
        (&["hunt", "-e", ""][..], "the query is empty"),
        (&["hunt", " "], "the query is empty"),
        (&["hunt", "logons"], "hunt --list"),
        (&["hunt", "my logons.kql"], "FILE"),
        (&["hunt", take, "--split"], "--split needs --since"),
        (&["hunt", take, "--until", "now"], "--until needs --since"),
        (
            &["hunt", take, "--param", "foo=1"],
            "the query does not use `foo`",
        ),
        (
            &["hunt", "@mine", "--param", "dev=x"],
            "`// param dev: text`",
        ),
    ] {
        let outcome = Program::new(words)
            .at(&sandbox)
            .home(home.path())
            .run()
            .await;
        assert!(matches!(outcome.code, Some(1 | 2)), "{outcome}");
        assert!(outcome.stderr.contains(said), "{said}: {outcome}");
    }
    assert!(sandbox.requests("graph.hunting.run").is_empty());
}
