//! `$skip`: raised by the rows received until a page is not full.

use http_core::{Paging, Url};
use serde_json::json;

use super::{ids, lists, page, request};
use crate::support::{Script, Step, read};

/// The number of rows that a request leaves out.
pub(super) fn skipped(url: &str) -> u64 {
    let url = Url::parse(url).unwrap();
    let skip = url.query_pairs().find(|(name, _)| name == "$skip");
    skip.map_or(0, |(_, rows)| rows.parse().unwrap())
}

#[tokio::test(start_paused = true)]
async fn rows_are_counted_until_a_page_is_not_full() {
    for row in lists(Paging::Skip) {
        if row.input("$top").is_none() {
            continue;
        }
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], json!({}))),
            Step::ok(page(row, &["c", "d"], json!({}))),
            Step::ok(page(row, &["e"], json!({}))),
        ]);
        let read = read(&script.client(), request(row).set("$top", 2)).await;
        assert_eq!(ids(&read), ["a", "b", "c", "d", "e"], "{}", row.id);
        let skips = script.each(|sent| skipped(&sent.url));
        assert_eq!(skips, [0, 2, 4], "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_list_that_fills_its_last_page_ends_with_an_empty_one() {
    for row in lists(Paging::Skip) {
        if row.input("$top").is_none() {
            continue;
        }
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], json!({}))),
            Step::ok(page(row, &[], json!({}))),
        ]);
        let read = read(&script.client(), request(row).set("$top", 2)).await;
        assert_eq!(ids(&read), ["a", "b"], "{}", row.id);
        assert_eq!(script.count(), 2, "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_the_service_cut_is_full() {
    for row in lists(Paging::Skip) {
        let largest = u64::from(row.list.page_size);
        if row.input("$top").is_none() || largest == 0 {
            continue;
        }
        let first: Vec<String> = (0..largest).map(|id| id.to_string()).collect();
        let first: Vec<&str> = first.iter().map(String::as_str).collect();
        let script = Script::new([
            Step::ok(page(row, &first, json!({}))),
            Step::ok(page(row, &["last"], json!({}))),
        ]);
        let request = request(row).set("$top", largest + 1);
        let read = read(&script.client(), request).await;
        assert_eq!(read.rows.len() as u64, largest + 1, "{}", row.id);
        assert_eq!(script.each(|sent| skipped(&sent.url)), [0, largest]);
    }
}

#[tokio::test(start_paused = true)]
async fn the_first_page_may_begin_further_on() {
    for row in lists(Paging::Skip) {
        if row.input("$top").is_none() || row.input("$skip").is_none() {
            continue;
        }
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], json!({}))),
            Step::ok(page(row, &["c"], json!({}))),
        ]);
        let request = request(row).set("$top", 2).set("$skip", 10);
        read(&script.client(), request).await;
        let skips = script.each(|sent| skipped(&sent.url));
        assert_eq!(skips, [10, 12], "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_that_does_not_count_along_is_found_out() {
    for row in lists(Paging::Skip) {
        if row.input("$top").is_none() || row.input("$skip").is_none() {
            continue;
        }
        let script = Script::new([Step::ok(page(row, &["a", "b"], json!({})))]);
        let read = read(&script.client(), request(row).set("$top", 2)).await;
        let error = read.error.unwrap();
        assert_eq!(error.kind(), http_core::ErrorKind::Paging, "{}", row.id);
        assert_eq!(script.count(), 2, "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_next_link_wins_over_counting() {
    for row in lists(Paging::Skip) {
        let link = json!({"@odata.nextLink": "https://service.example/more?$skiptoken=x"});
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], link)),
            Step::ok(page(row, &[], json!({}))),
        ]);
        read(&script.client(), request(row)).await;
        let urls = script.each(|sent| sent.url.clone());
        assert_eq!(urls[1], "https://service.example/more?$skiptoken=x");
    }
}

#[tokio::test(start_paused = true)]
async fn rows_that_came_by_links_are_counted_too() {
    for row in lists(Paging::Skip) {
        if row.input("$top").is_none() || row.input("$skip").is_none() {
            continue;
        }
        let link = json!({"@odata.nextLink": "https://service.example/more?$skiptoken=x"});
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], link)),
            Step::ok(page(row, &["c", "d"], json!({}))),
            Step::ok(page(row, &["e"], json!({}))),
        ]);
        let read = read(&script.client(), request(row).set("$top", 2)).await;
        assert_eq!(ids(&read), ["a", "b", "c", "d", "e"], "{}", row.id);
        let urls = script.each(|sent| sent.url.clone());
        assert_eq!(skipped(&urls[2]), 4, "{}", row.id);
    }
}
