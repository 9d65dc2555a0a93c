//! `@odata.nextLink`: followed on our own base and nowhere else.

use http_core::{ErrorKind, Operation, Paging, Param, Url};
use serde_json::json;

use super::{ids, lists, page, request};
use crate::support::{Script, Step, read};

static FILTERED: Operation = Operation::get("t.things.list", "/things")
    .inputs(&[
        Param::query("$filter"),
        Param::query("$expand"),
        Param::query("$skip"),
    ])
    .collection("value")
    .paging(Paging::NextLink);

fn link(query: &str) -> serde_json::Value {
    json!({"@odata.nextLink": format!("https://service.example/things?{query}")})
}

#[tokio::test(start_paused = true)]
async fn pages_are_followed_and_an_empty_one_does_not_end_the_list() {
    for row in lists(Paging::NextLink) {
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], link("$skiptoken=1"))),
            Step::ok(page(row, &[], link("$skiptoken=2"))),
            Step::ok(page(row, &["c"], json!({}))),
        ]);
        let read = read(&script.client(), request(row)).await;
        assert!(read.error.is_none(), "{}: {:?}", row.id, read.error);
        assert_eq!(ids(&read), ["a", "b", "c"], "{}", row.id);
        let urls = script.each(|sent| sent.url.clone());
        assert_eq!(
            urls[1..],
            [
                "https://service.example/things?$skiptoken=1",
                "https://service.example/things?$skiptoken=2"
            ],
            "{}",
            row.id
        );
    }
}

#[tokio::test(start_paused = true)]
async fn further_pages_are_asked_for_like_the_first() {
    for row in lists(Paging::NextLink) {
        let script = Script::new([
            Step::ok(page(row, &["a"], link("$skiptoken=1"))),
            Step::ok(page(row, &["b"], json!({}))),
        ]);
        read(&script.client(), request(row)).await;
        let sent = script.each(|sent| (sent.method.clone(), sent.headers.clone()));
        assert_eq!(sent[0], sent[1], "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_is_asked_for_that_nobody_takes() {
    for row in lists(Paging::NextLink) {
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], link("$skiptoken=1"))),
            Step::ok(page(row, &["c"], json!({}))),
        ]);
        let client = script.client();
        let mut items = client
            .rows(request(row))
            .into_raw_items::<serde_json::Value>();
        assert_eq!(script.count(), 0, "{}: lazy", row.id);
        items.next_row().await.unwrap().unwrap();
        items.next_row().await.unwrap().unwrap();
        assert_eq!(script.count(), 1, "{}: two rows are on page one", row.id);
        items.next_row().await.unwrap().unwrap();
        assert_eq!(script.count(), 2, "{}", row.id);
        drop(items);
        assert_eq!(script.count(), 2, "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_circle_of_links_is_refused() {
    for row in lists(Paging::NextLink) {
        let script = Script::new([
            Step::ok(page(row, &["a"], link("$skiptoken=1"))),
            Step::ok(page(row, &["b"], link("$skiptoken=2"))),
            Step::ok(page(row, &["c"], link("$skiptoken=1"))),
        ]);
        let read = read(&script.client(), request(row)).await;
        let error = read.error.as_ref().unwrap();
        assert_eq!(error.kind(), ErrorKind::Paging, "{}", row.id);
        assert_eq!(error.rows(), Some(3), "{}", row.id);
        assert_eq!(ids(&read), ["a", "b", "c"], "{}", row.id);
        assert_eq!(script.count(), 3, "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn the_same_page_under_another_link_is_refused() {
    for row in lists(Paging::NextLink) {
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], link("$skiptoken=1"))),
            Step::ok(page(row, &["a", "b"], link("$skiptoken=2"))),
            Step::ok(page(row, &["a", "b"], link("$skiptoken=3"))),
        ]);
        let read = read(&script.client(), request(row)).await;
        let error = read.error.unwrap();
        assert_eq!(error.kind(), ErrorKind::Paging, "{}", row.id);
        assert!(error.to_string().contains("same page"), "{error}");
        assert_eq!(script.count(), 2, "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_link_to_another_host_is_refused() {
    let foreign = [
        "https://elsewhere.example/things?$skip=2",
        "https://service.example.elsewhere.example/things?$skip=2",
        "https://service.example@elsewhere.example/things?$skip=2",
        "//elsewhere.example/things?$skip=2",
    ];
    for link in foreign {
        let script = Script::new([Step::ok(page(
            &FILTERED,
            &["a", "b"],
            json!({"@odata.nextLink": link}),
        ))]);
        let read = read(&script.client(), request(&FILTERED)).await;
        let error = read.error.as_ref().unwrap();
        assert_eq!(error.kind(), ErrorKind::Paging, "{link}");
        assert!(error.to_string().contains("elsewhere.example"), "{error}");
        assert_eq!(ids(&read), ["a", "b"]);
        assert_eq!(script.count(), 1, "{link}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_link_to_a_host_of_the_family_is_asked_for_on_our_own_base() {
    let hosts = ["region.service.example", "OLD.service.example"];
    for host in hosts {
        let next = json!({"@odata.nextLink": format!("https://{host}/things?$skip=2")});
        let script = Script::new([
            Step::ok(page(&FILTERED, &["a", "b"], next)),
            Step::ok(page(&FILTERED, &["c"], json!({}))),
        ]);
        let client = script.client_with(|builder| builder.hosts(hosts));
        let read = read(&client, request(&FILTERED)).await;
        assert_eq!(ids(&read), ["a", "b", "c"]);
        let urls = script.each(|sent| sent.url.clone());
        assert_eq!(urls[1], "https://service.example/things?$skip=2");
    }
}

#[tokio::test(start_paused = true)]
async fn a_base_with_a_path_keeps_it() {
    let base = Url::parse("https://gateway.example/defender/").unwrap();
    for next in [
        "https://gateway.example/defender/things?$skip=1",
        "https://gateway.example/things?$skip=1",
        "/things?$skip=1",
    ] {
        let script = Script::new([
            Step::ok(page(&FILTERED, &["a"], json!({"@odata.nextLink": next}))),
            Step::ok(page(&FILTERED, &["b"], json!({}))),
        ]);
        let transport = std::sync::Arc::clone(&script) as std::sync::Arc<dyn http_core::Transport>;
        let client = http_core::Client::builder(base.clone())
            .transport(transport)
            .build()
            .unwrap();
        read(&client, request(&FILTERED)).await;
        let urls = script.each(|sent| sent.url.clone());
        assert_eq!(urls[0], "https://gateway.example/defender/things");
        assert_eq!(urls[1], "https://gateway.example/defender/things?$skip=1");
    }
}

/// What Defender for Endpoint was seen to do: the link comes back with values and without their names, and the next
/// page is the first one again, unfiltered.
#[tokio::test(start_paused = true)]
async fn a_link_that_lost_its_names_is_replaced_by_counting() {
    for (name, value) in [("$filter", "severity eq 'High'"), ("$expand", "evidence")] {
        let nameless = link(&format!("={}&=2&$skip=2", value.replace(' ', "%20")));
        let script = Script::new([
            Step::ok(page(
                &FILTERED,
                &["a", "b"],
                link("$filter=x&$expand=y&$skip=2"),
            )),
            Step::ok(page(&FILTERED, &["c", "d"], nameless.clone())),
            Step::ok(page(&FILTERED, &["e"], nameless)),
            Step::ok(page(&FILTERED, &[], json!({}))),
        ]);
        let read = read(&script.client(), request(&FILTERED).set(name, value)).await;
        assert!(read.error.is_none(), "{name}: {:?}", read.error);
        assert_eq!(ids(&read), ["a", "b", "c", "d", "e"], "{name}");
        let urls = script.each(|sent| sent.url.clone());
        assert!(urls[2].contains("$skip=4"), "{name}: {}", urls[2]);
        assert!(urls[3].contains("$skip=5"), "{name}: {}", urls[3]);
        assert!(urls[2].contains(name), "{name}: {}", urls[2]);
    }
}

#[tokio::test(start_paused = true)]
async fn with_a_page_size_of_ones_own_rows_are_counted() {
    for row in lists(Paging::NextLink) {
        if row.input("$top").is_none() || row.input("$skip").is_none() {
            continue;
        }
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], json!({}))),
            Step::ok(page(row, &["c", "d"], json!({}))),
            Step::ok(page(row, &["e"], json!({}))),
        ]);
        let read = read(&script.client(), request(row).set("$top", 2)).await;
        assert_eq!(ids(&read), ["a", "b", "c", "d", "e"], "{}", row.id);
        let skips = script.each(|sent| super::skip::skipped(&sent.url));
        assert_eq!(skips, [0, 2, 4], "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_stored_place_goes_on_where_the_list_stopped() {
    for row in lists(Paging::NextLink) {
        let script = Script::new([Step::ok(page(row, &["a"], link("$skiptoken=1")))]);
        let first = script
            .client()
            .page::<serde_json::Value>(request(row))
            .await;
        let stored = first.unwrap().continuation.unwrap().to_string();
        assert!(!stored.contains("service.example"), "{}: {stored}", row.id);

        let script = Script::new([Step::ok(page(row, &["b"], json!({})))]);
        let mut rest = script
            .client()
            .rows(request(row))
            .resume(&stored.parse().unwrap());
        assert_eq!(rest.next_batch().await.unwrap().unwrap().len(), 1);
        assert!(rest.next_batch().await.is_none());
        let urls = script.each(|sent| sent.url.clone());
        assert_eq!(urls, ["https://service.example/things?$skiptoken=1"]);
    }
}
