//! The list against a simulated service with the faults that were observed.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use crate::client::Client;
use crate::error::{ErrorKind, Result};
use crate::list::continuation::Continuation;
use crate::list::paging::Gap;
use crate::operation::{Kind, Operation, Paging, Param};
use crate::pipeline::retry::RetryConfig;
use crate::request::Request;
use crate::transport::body::Body;
use crate::transport::{Transport, TransportError};
use url::Url;

static LIST: Operation = Operation::get("t.things.list", "/things")
    .inputs(&[
        Param::query("$filter"),
        Param::query("$orderby"),
        Param::query("$expand"),
        Param::query("$skip").kind(Kind::Integer),
        Param::query("$top").kind(Kind::Integer),
    ])
    .collection("value")
    .paging(Paging::TimeBoundary {
        property: "changed",
    })
    .unique_by("id")
    .page_size(10);

/// A service with the faults that were observed.
#[derive(Debug, Default)]
struct Service {
    /// Key and second of the change.
    rows: Mutex<Vec<(String, u32)>>,
    /// Rows per page, whatever `$top` says.
    most: usize,
    links: bool,
    /// The row that makes a page fail, and whether only with `$expand`.
    poison: Option<(&'static str, bool)>,
    down: bool,
    /// Newest first, whatever order was requested.
    disorder: bool,
    /// `$filter` is ignored.
    unfiltered: bool,
    /// A change that happens after the first page.
    meanwhile: Mutex<Option<(&'static str, u32)>>,
    asked: Mutex<Vec<String>>,
}

impl Service {
    fn new(seconds: impl IntoIterator<Item = u32>) -> Self {
        let rows = seconds.into_iter().enumerate();
        Self {
            rows: Mutex::new(rows.map(|(n, second)| (format!("r{n}"), second)).collect()),
            most: 1000,
            ..Self::default()
        }
    }

    fn answer(&self, url: &Url) -> (u16, Value) {
        let option = |name: &str| {
            let mut pairs = url.query_pairs();
            pairs
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.into_owned())
        };
        self.asked
            .lock()
            .unwrap()
            .push(url.query().unwrap_or_default().to_owned());
        let number = |name| option(name).map(|text| text.parse::<usize>().unwrap());
        let skip = number("$skip").unwrap_or(0);
        if self.down || skip > 500 {
            return (if self.down { 500 } else { 400 }, json!({}));
        }
        let mut rows = self.rows.lock().unwrap().clone();
        rows.sort_by_key(|(_, second)| *second);
        if self.disorder {
            rows.reverse();
        }
        if let Some(filter) = option("$filter") {
            let since = |word| filter.split_once(word).map(|(_, time)| time.to_owned());
            if let Some(time) = since("changed ge ").filter(|_| !self.unfiltered) {
                rows.retain(|(_, second)| time_of(*second) >= time);
            }
            if let Some(time) = since("changed gt ").filter(|_| !self.unfiltered) {
                rows.retain(|(_, second)| time_of(*second) > time);
            }
        }
        let size = number("$top").unwrap_or(100).min(self.most);
        let after = number("after").unwrap_or(skip);
        let page: Vec<_> = rows.iter().skip(after).take(size).collect();
        let expanded = option("$expand").is_some();
        if let Some((id, only_expanded)) = self.poison
            && page.iter().any(|(known, _)| known == id)
            && (expanded || !only_expanded)
        {
            return (500, json!({}));
        }
        let value: Vec<_> = page
            .iter()
            .map(
                |(id, second)| json!({"id": id, "changed": time_of(*second), "expanded": expanded}),
            )
            .collect();
        let mut body = json!({"value": value});
        if self.links && after + page.len() < rows.len() {
            let query = url.query().unwrap_or_default();
            let query = query.split("&after=").next().unwrap();
            let link = format!(
                "https://h.example/things?{query}&after={}",
                after + page.len()
            );
            body["@odata.nextLink"] = link.into();
        }
        if let Some((id, second)) = self.meanwhile.lock().unwrap().take() {
            let mut rows = self.rows.lock().unwrap();
            rows.iter_mut().find(|(known, _)| known == id).unwrap().1 = second;
        }
        (200, body)
    }
}

fn time_of(second: u32) -> String {
    format!(
        "2026-01-01T00:{:02}:{:02}.1234567Z",
        second / 60,
        second % 60
    )
}

impl Transport for Service {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        async move {
            let (status, body) = self.answer(&Url::parse(&request.uri().to_string()).unwrap());
            let answer = http::Response::builder().status(status);
            Ok(answer
                .body(Body::from(Bytes::from(body.to_string())))
                .unwrap())
        }
        .boxed()
    }
}

/// Ids and whether they were expanded, the gaps, the outcome, and the queries.
struct Outcome {
    rows: Vec<(String, bool)>,
    gaps: Vec<Gap>,
    error: Option<ErrorKind>,
    asked: Vec<String>,
    stopped: Option<Continuation>,
}

impl Outcome {
    fn ids(&self) -> Vec<&str> {
        self.rows.iter().map(|(id, _)| id.as_str()).collect()
    }
}

async fn read(
    service: Service,
    request: Request,
    resume: Option<&Continuation>,
) -> (Outcome, Arc<Service>) {
    let service = Arc::new(service);
    let retry = RetryConfig {
        attempts: 1,
        ..RetryConfig::default()
    };
    let client = Client::builder(Url::parse("https://h.example").unwrap())
        .transport(Arc::clone(&service) as Arc<dyn Transport>)
        .retry(retry)
        .build()
        .unwrap();
    let mut list = client.rows(request);
    if let Some(place) = resume {
        list = list.resume(place);
    }
    let (mut rows, mut error, mut stopped) = (Vec::new(), None, None);
    while let Some(batch) = list.next_batch().await {
        match batch {
            Ok(batch) => rows.extend(batch.iter().map(|row| {
                let row: Value = serde_json::from_slice(row).unwrap();
                (
                    row["id"].as_str().unwrap().to_owned(),
                    row["expanded"] == true,
                )
            })),
            Err(failed) => error = Some(failed.kind()),
        }
        if list.pages() == 1 && stopped.is_none() {
            stopped = list.continuation();
        }
    }
    let outcome = Outcome {
        rows,
        gaps: list.gaps().get(),
        error,
        asked: service.asked.lock().unwrap().clone(),
        stopped,
    };
    (outcome, service)
}

fn all(count: usize) -> Vec<String> {
    let mut all: Vec<_> = (0..count).map(|n| format!("r{n}")).collect();
    all.sort();
    all
}

async fn comes_whole(name: &str, service: Service) {
    let count = service.rows.lock().unwrap().len();
    let (outcome, _) = read(service, Request::new(&LIST), None).await;
    assert_eq!(outcome.error, None, "{name}");
    let mut ids = outcome.ids();
    ids.sort_unstable();
    assert_eq!(ids, all(count), "{name}");
    assert!(outcome.gaps.is_empty(), "{name}");
}

#[tokio::test(start_paused = true)]
async fn each_row_comes_once_whatever_the_services_paging_does() {
    let spread = || (0..95).map(|n| n / 3);
    let tied = || (0..60).map(|n| if n < 45 { 7 } else { 9 });
    for count in [0, 1, 2, 9, 10, 11, 20] {
        comes_whole("short lists", Service::new(0..count)).await;
        comes_whole("one instant", Service::new((0..count).map(|_| 5))).await;
    }
    comes_whole("no links", Service::new(spread())).await;
    comes_whole("ties without links", Service::new(tied())).await;
    for most in [1, 4, 7] {
        let service = |mut service: Service, links| {
            (service.most, service.links) = (most, links);
            service
        };
        comes_whole("cut pages", service(Service::new(0..50), false)).await;
        comes_whole("cut pages, links", service(Service::new(spread()), true)).await;
        comes_whole(
            "cut pages, ties, links",
            service(Service::new(tied()), true),
        )
        .await;
        comes_whole("cut pages, ties", service(Service::new(tied()), false)).await;
    }
}

#[tokio::test(start_paused = true)]
async fn pages_are_requested_from_the_last_time_on_without_skip() {
    let request = Request::new(&LIST).set("$filter", "a eq 1 or b eq 2");
    let (outcome, _) = read(Service::new(0..12), request, None).await;
    assert_eq!(outcome.error, None);
    let asked: Vec<_> = outcome
        .asked
        .iter()
        .map(|query| {
            percent_encoding::percent_decode_str(query)
                .decode_utf8_lossy()
                .into_owned()
        })
        .collect();
    assert!(
        asked.iter().all(|query| !query.contains("$skip")),
        "{asked:?}"
    );
    assert!(
        asked[0].contains("$orderby=changed asc") && asked[0].contains("$top=10"),
        "{asked:?}"
    );
    let expected = format!("$filter=(a eq 1 or b eq 2) and changed ge {}", time_of(9));
    assert!(asked[1].contains(&expected), "{asked:?}");
}

#[tokio::test(start_paused = true)]
async fn a_record_that_changes_meanwhile_comes_in_its_new_state() {
    let service = Service::new(0..30);
    *service.meanwhile.lock().unwrap() = Some(("r20", 50));
    let (outcome, _) = read(service, Request::new(&LIST), None).await;
    let mut ids = outcome.ids();
    assert_eq!(ids.last(), Some(&"r20"));
    ids.sort_unstable();
    assert_eq!(ids, all(30));
}

#[tokio::test(start_paused = true)]
async fn a_record_that_cannot_be_expanded_is_returned_without_expansion() {
    for poison in ["r0", "r13", "r24"] {
        let mut service = Service::new(0..25);
        service.links = poison != "r24";
        service.poison = Some((poison, true));
        let (outcome, _) = read(service, Request::new(&LIST).set("$expand", "x"), None).await;
        assert_eq!(outcome.error, None, "{poison}");
        let mut ids = outcome.ids();
        ids.sort_unstable();
        assert_eq!(ids, all(25), "{poison}");
        let bare: Vec<_> = outcome
            .rows
            .iter()
            .filter(|(_, expanded)| !expanded)
            .collect();
        assert_eq!(bare, [&(poison.to_owned(), false)]);
        let key = poison.to_owned();
        assert_eq!(outcome.gaps, [Gap::NotExpanded { key }]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_record_the_service_fails_on_is_skipped_and_reported() {
    for (poison, expand) in [
        ("r0", None),
        ("r13", None),
        ("r13", Some("x")),
        ("r24", None),
    ] {
        let mut service = Service::new(0..25);
        service.links = poison != "r24";
        service.poison = Some((poison, false));
        let (outcome, _) = read(service, Request::new(&LIST).set("$expand", expand), None).await;
        assert_eq!(outcome.error, None, "{poison}");
        let mut expected = all(25);
        expected.retain(|id| id != poison);
        let mut ids = outcome.ids();
        ids.sort_unstable();
        assert_eq!(ids, expected, "{poison}");
        assert!(
            matches!(&outcome.gaps[..], [Gap::Missing { .. }]),
            "{poison}: {:?}",
            outcome.gaps
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_that_is_down_is_an_error_and_not_a_gap() {
    let mut service = Service::new(0..25);
    service.down = true;
    let (outcome, _) = read(service, Request::new(&LIST).set("$expand", "x"), None).await;
    assert_eq!(outcome.error, Some(ErrorKind::Service));
    assert!(outcome.gaps.is_empty() && outcome.rows.is_empty());
}

fn disordered(count: u32, links: bool, unfiltered: bool) -> Service {
    let mut service = Service::new(0..count);
    (service.disorder, service.links, service.unfiltered) = (true, links, unfiltered);
    service
}

/// Each row once, in whatever order.
fn assert_whole(name: &str, outcome: &Outcome, count: usize) {
    assert_eq!(outcome.error, None, "{name}");
    let mut ids = outcome.ids();
    ids.sort_unstable();
    assert_eq!(ids, all(count), "{name}");
}

#[tokio::test(start_paused = true)]
async fn a_single_page_is_complete_in_any_order() {
    for unfiltered in [false, true] {
        for count in [1, 2, 9] {
            let service = disordered(count, true, unfiltered);
            let (outcome, _) = read(service, Request::new(&LIST), None).await;
            let name = format!("{count} rows, unfiltered: {unfiltered}");
            assert_whole(&name, &outcome, count as usize);
            assert!(outcome.gaps.is_empty(), "{name}: {:?}", outcome.gaps);
        }
    }
}

/// A service that returns the same page for every request.
#[tokio::test(start_paused = true)]
async fn a_single_page_that_comes_again_is_complete() {
    let mut service = Service::new(0..9);
    service.unfiltered = true;
    let (outcome, _) = read(service, Request::new(&LIST), None).await;
    assert_whole("the same page again", &outcome, 9);
    assert!(outcome.gaps.is_empty(), "{:?}", outcome.gaps);
}

#[tokio::test(start_paused = true)]
async fn without_order_the_service_links_are_followed_and_a_gap_is_reported() {
    let property = "changed";
    for unfiltered in [false, true] {
        let service = disordered(35, true, unfiltered);
        let (outcome, _) = read(service, Request::new(&LIST), None).await;
        assert_whole("links", &outcome, 35);
        assert_eq!(outcome.gaps, [Gap::NotInOrder { property }]);
        assert_eq!(outcome.asked.len(), 4, "{:?}", outcome.asked);
    }
    // The first page is in order by chance; the filter of the second is ignored.
    let mut service = Service::new(0..35);
    (service.links, service.unfiltered) = (true, true);
    let (outcome, _) = read(service, Request::new(&LIST), None).await;
    assert_whole("a filter that is not looked at", &outcome, 35);
    assert_eq!(outcome.gaps, [Gap::NotInOrder { property }]);
}

#[tokio::test(start_paused = true)]
async fn without_order_and_links_rows_are_counted() {
    let (outcome, _) = read(disordered(35, false, false), Request::new(&LIST), None).await;
    assert_whole("counted", &outcome, 35);
    let property = "changed";
    assert_eq!(outcome.gaps, [Gap::NotInOrder { property }]);
}

#[tokio::test(start_paused = true)]
async fn after_more_ties_than_skip_allows_the_list_continues_with_a_gap() {
    let seconds = (0..1125).map(|n| {
        if n < 5 {
            1
        } else if n < 1105 {
            3
        } else {
            4 + n % 7
        }
    });
    let service = Service::new(seconds);
    let (outcome, _) = read(service, Request::new(&LIST), None).await;
    assert_eq!(outcome.error, None);
    let [Gap::SameInstant { at, read: came }] = &outcome.gaps[..] else {
        panic!("{:?}", outcome.gaps);
    };
    assert_eq!(*at, time_of(3));
    let ids = outcome.ids();
    let tied = ids
        .iter()
        .filter(|id| (5..1105).contains(&number(id)))
        .count();
    assert_eq!((*came, tied), (510, 510));
    assert_eq!(ids.len(), 5 + 510 + 20, "all before and behind it came");
    let once: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(once.len(), ids.len());
}

fn number(id: &str) -> usize {
    id[1..].parse().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_continuation_after_a_gap_resumes_after_it() {
    let place = r#"from:{"time":"2026-01-01T00:00:03.1234567Z","skip":0,"read":[],"past":true}"#;
    let place: Continuation = place.parse().unwrap();
    assert_eq!(place.to_string().parse::<Continuation>().unwrap(), place);
    let (outcome, _) = read(Service::new(0..9), Request::new(&LIST), Some(&place)).await;
    assert_eq!(outcome.ids(), ["r4", "r5", "r6", "r7", "r8"]);
}

#[tokio::test(start_paused = true)]
async fn endless_ties_are_an_error() {
    let mut service = Service::new((0..700).map(|_| 3));
    service.unfiltered = true;
    let (outcome, _) = read(service, Request::new(&LIST), None).await;
    assert_eq!(outcome.error, Some(ErrorKind::Paging));
}

#[tokio::test(start_paused = true)]
async fn an_order_of_the_caller_is_paged_by_links() {
    let mut service = Service::new(0..25);
    service.links = true;
    let request = Request::new(&LIST)
        .set("$orderby", "changed desc")
        .set("$top", 5);
    let (outcome, _) = read(service, request, None).await;
    assert_eq!(outcome.rows.len(), 25);
    assert!(!outcome.asked[0].contains("filter"), "{:?}", outcome.asked);
}

#[tokio::test(start_paused = true)]
async fn a_stored_continuation_resumes_without_a_repeated_row() {
    let seconds = || (0..25).map(|n| n / 4);
    let (first, _) = read(Service::new(seconds()), Request::new(&LIST), None).await;
    let place: Continuation = first.stopped.clone().unwrap().to_string().parse().unwrap();
    let (rest, _) = read(Service::new(seconds()), Request::new(&LIST), Some(&place)).await;
    assert_eq!(rest.ids(), first.ids()[10..]);
}
