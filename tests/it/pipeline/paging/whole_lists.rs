//! Whole lists of the emulator, read in small pages and compared with an independent client that reads large ones.

use std::collections::HashSet;

use http_core::{Operation, Request};
use jiff::Timestamp;
use sandbox::{Builder, Fault, Sandbox, Service};
use serde_json::{Value, json};

use crate::support::{Bench, Caller, read, text};

/// A list and how to ask for small pages of it.
struct List {
    operation: &'static Operation,
    service: Service,
    host: &'static str,
    key: &'static str,
    options: &'static [(&'static str, &'static str)],
    /// Rows on a page.
    page: u16,
    /// The option for this page size, where the emulator's own page size does not apply.
    size: Option<&'static str>,
}

const LISTS: &[List] = &[
    List {
        operation: &mde_api::alerts::LIST,
        service: Service::Mde,
        host: "mde",
        key: "id",
        options: &[],
        page: 7,
        size: None,
    },
    List {
        operation: &mde_api::alerts::LIST,
        service: Service::Mde,
        host: "mde",
        key: "id",
        options: &[("$filter", "severity eq 'High' and status ne 'Resolved'")],
        page: 7,
        size: None,
    },
    List {
        operation: &mde_api::machines::LIST,
        service: Service::Mde,
        host: "mde",
        key: "id",
        options: &[],
        page: 100,
        size: Some("$top"),
    },
    List {
        operation: &mde_api::software::LIST,
        service: Service::Mde,
        host: "mde",
        key: "id",
        options: &[],
        page: 7,
        size: Some("$top"),
    },
    List {
        operation: &xdr_api::incidents::LIST,
        service: Service::Xdr,
        host: "xdr",
        key: "incidentId",
        options: &[],
        page: 7,
        size: Some("$top"),
    },
    List {
        operation: &xdr_api::graph::alerts::LIST,
        service: Service::Graph,
        host: "graph",
        key: "id",
        // Without `$orderby`, the list is read by last change: see xdr::lists.
        options: &[("$orderby", "createdDateTime desc")],
        page: 7,
        size: None,
    },
    List {
        operation: &mdca_api::activities::QUERY,
        service: Service::Mdca,
        host: "mdca_portal",
        key: "_id",
        options: &[],
        page: 100,
        size: Some("limit"),
    },
    List {
        operation: &mdca_api::activities::SCAN,
        service: Service::Mdca,
        host: "mdca_portal",
        key: "_id",
        options: &[("isScan", "true")],
        page: 100,
        size: None,
    },
];

impl List {
    fn request(&self) -> Request {
        let options = self.options.iter();
        let request = options.fold(Request::new(self.operation), |request, (name, value)| {
            request.set_text(name, value)
        });
        match self.size {
            Some(name) => request.set(name, self.page),
            None => request,
        }
    }

    fn small_pages(&self) -> Builder {
        same_data().page_size(self.page.into())
    }

    /// The keys of all rows, read without the SDK from an emulator with the same data and usual pages.
    async fn all(&self) -> Vec<String> {
        let caller = Caller::new(same_data().start().await.unwrap());
        let rows = match self.service {
            Service::Mdca => all_by_skip(&caller).await,
            Service::Xdr => all_by_dollar_skip(&caller, self.operation.http.path).await,
            service => all_by_link(&caller, service, self).await,
        };
        rows.iter().map(|row| text(&row[self.key])).collect()
    }
}

fn same_data() -> Builder {
    let now: Timestamp = "2026-03-01T12:00:00Z".parse().unwrap();
    Sandbox::builder().now(now).limits(false)
}

async fn all_by_link(caller: &Caller, service: Service, list: &List) -> Vec<Value> {
    let options = list.options.iter();
    let query: Vec<_> = options
        .map(|(name, value)| format!("{name}={}", value.replace(' ', "%20")))
        .collect();
    let mut path = format!("{}?{}", list.operation.http.path, query.join("&"));
    let mut rows = Vec::new();
    loop {
        let heard = caller.get(service, &path).await;
        rows.extend(heard.rows());
        let Some(link) = heard.body["@odata.nextLink"].as_str() else {
            return rows;
        };
        let (_, rest) = link.split_once("//").unwrap();
        path = rest[rest.find('/').unwrap()..].to_owned();
    }
}

async fn all_by_dollar_skip(caller: &Caller, path: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    loop {
        let path = format!("{path}?$top=100&$skip={}", rows.len());
        let page = caller.get(Service::Xdr, &path).await.rows();
        if page.is_empty() {
            return rows;
        }
        rows.extend(page);
    }
}

async fn all_by_skip(caller: &Caller) -> Vec<Value> {
    let mut rows = Vec::new();
    loop {
        let body = json!({"filters": {}, "skip": rows.len(), "limit": 100});
        let path = "/api/v1/activities/";
        let heard = caller.send(Service::Mdca, "POST", path, Some(&body)).await;
        rows.extend(heard.rows());
        if heard.body["hasNext"] != true {
            return rows;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn every_row_comes_once_and_in_order() {
    for list in LISTS {
        let bench = Bench::with(list.small_pages()).await;
        let read = read(&bench.host(list.host), list.request()).await;
        assert!(
            read.error.is_none(),
            "{}: {:?}",
            list.operation.id,
            read.error
        );
        let keys = read.keys(list.key);
        let once: HashSet<_> = keys.iter().collect();
        assert_eq!(once.len(), keys.len(), "{}", list.operation.id);
        assert_eq!(keys, list.all().await, "{}", list.operation.id);
        let pages = bench.count(list.operation.id);
        assert!(
            pages >= keys.len() / usize::from(list.page) && pages > 1,
            "{}: {} rows in {pages} requests",
            list.operation.id,
            keys.len()
        );
    }
}

#[tokio::test(start_paused = true)]
async fn names_lost_on_any_page_lose_no_row_and_double_none() {
    for page in 1..=3 {
        let bench = Bench::with(same_data().page_size(7)).await;
        bench
            .sandbox
            .fault(Fault::on("mde.alerts.list").nth(page).nameless_next_link());
        let list = &LISTS[1];
        let read = read(&bench.host("mde"), list.request()).await;
        assert!(read.error.is_none(), "page {page}: {:?}", read.error);
        assert_eq!(read.keys("id"), list.all().await, "page {page}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_failing_page_in_the_middle_costs_time_and_no_row() {
    for list in LISTS {
        let (name, all) = (list.operation.id, list.all().await);
        let bench = Bench::with(list.small_pages()).await;
        let client = bench.host(list.host);
        for fault in [
            Fault::on(name).nth(2).status(503),
            Fault::on(name).nth(2).status(429).retry_after(9),
            Fault::on(name).nth(2).truncate(0),
            Fault::on(name).nth(2).html_502(),
        ] {
            bench.sandbox.fault(fault.clone());
            let read = read(&client, list.request()).await;
            assert!(read.error.is_none(), "{name} {fault:?}: {:?}", read.error);
            assert_eq!(read.keys(list.key), all, "{name} {fault:?}");
        }
    }
}
