//! Indicators: large imports, some with invalid items.

use http_core::ErrorKind;
use mde_api::indicators::{Indicator, IndicatorAction, IndicatorType};
use sandbox::{Fault, Sandbox};

use crate::support::Bench;

fn indicator(value: &str) -> Indicator {
    Indicator::new(IndicatorType::IpAddress, value)
        .action(IndicatorAction::Block)
        .title("test")
        .description("test")
}

fn many(count: usize) -> Vec<Indicator> {
    let value = |number: usize| format!("198.18.{}.{}", number / 250, number % 250);
    (0..count).map(|number| indicator(&value(number))).collect()
}

#[tokio::test(start_paused = true)]
async fn any_number_is_imported_in_batches_and_a_bad_one_fails_alone() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let mut wanted = many(1_200);
    wanted.insert(700, indicator("198.18.0.0/24"));
    let imported = client.indicators().import_all(wanted).await;
    assert!(imported.error.is_none() && imported.left.is_empty());
    assert_eq!(imported.results.len(), 1_200);
    let [(refused, why)] = &imported.not_taken[..] else {
        panic!("{imported:?}");
    };
    assert_eq!(refused.indicator_value.as_deref(), Some("198.18.0.0/24"));
    assert!(why.message().contains("no range"), "{why}");
    assert_eq!(bench.count("mde.indicators.import"), 3);
    assert_eq!(imported.all().unwrap_err().kind(), ErrorKind::Partial);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_fails_tells_what_is_left() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.indicators.import").nth(2).status(403));
    let imported = bench.mde().indicators().import_all(many(1_200)).await;
    assert_eq!(imported.results.len(), 500);
    assert_eq!(imported.left.len(), 700);
    assert_eq!(imported.error.unwrap().kind(), ErrorKind::Denied);
}

const IMPORT: &str = "mde.indicators.import";
const NO_WORD: &str = r#"{"error":{"code":"UnknownError","message":""}}"#;

#[tokio::test(start_paused = true)]
async fn a_call_that_fails_without_a_word_is_halved_until_it_is_taken() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let fault = Fault::on(IMPORT).times(2).status(400).body(NO_WORD);
    bench.sandbox.fault(fault);
    let imported = bench.mde().indicators().import_all(many(600)).await;
    assert!(imported.error.is_none() && imported.not_taken.is_empty());
    assert_eq!(imported.results.len(), 600);
    let sizes: Vec<_> = bench.sandbox.requests(IMPORT).iter().map(sent).collect();
    assert_eq!(sizes, [500, 250, 125, 250, 225]);
}

fn sent(request: &sandbox::Received) -> usize {
    request.json()["Indicators"].as_array().unwrap().len()
}

#[tokio::test(start_paused = true)]
async fn an_indicator_that_the_service_fails_on_is_told_of_and_left_out() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    // 3 → 1, then the one of it alone, then the rest.
    let fault = Fault::on(IMPORT).times(2).status(400).body(NO_WORD);
    bench.sandbox.fault(fault);
    let imported = bench.mde().indicators().import_all(many(3)).await;
    assert!(imported.error.is_none() && imported.left.is_empty());
    let (left_out, error) = &imported.not_taken[0];
    assert_eq!(left_out.indicator_value.as_deref(), Some("198.18.0.0"));
    assert_eq!(error.code(), Some("UnknownError"));
    assert_eq!((imported.not_taken.len(), imported.results.len()), (1, 2));
}

#[tokio::test(start_paused = true)]
async fn a_service_that_is_down_is_not_asked_for_every_indicator() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let fault = Fault::on(IMPORT).always().status(400).body(NO_WORD);
    bench.sandbox.fault(fault);
    let imported = bench.mde().indicators().import_all(many(500)).await;
    assert_eq!(imported.error.unwrap().code(), Some("UnknownError"));
    assert_eq!((imported.not_taken.len(), imported.left.len()), (2, 498));
    assert!(bench.count(IMPORT) <= 12);
}

#[tokio::test(start_paused = true)]
async fn ids_that_are_unknown_do_not_keep_the_others() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let imported = client.indicators().import_all(many(9)).await;
    let mut ids: Vec<_> = imported
        .results
        .iter()
        .map(|one| one.id.as_str().to_owned())
        .collect();
    ids.insert(4, "999999".to_owned());
    let removed = client.indicators().delete_all(ids).await.unwrap();
    assert_eq!(removed.removed, 9);
    assert_eq!(removed.unknown, ["999999".into()]);
}

#[tokio::test(start_paused = true)]
async fn one_value_has_one_indicator_and_goes_alone() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let submit = |title: &str| {
        let submit = client
            .indicators()
            .submit()
            .indicator_value("198.51.100.77");
        let submit = submit.indicator_type(IndicatorType::IpAddress);
        let submit = submit.action(IndicatorAction::Block).title(title);
        submit.description("a test").send()
    };
    let first = submit("first").await.unwrap();
    let second = submit("second").await.unwrap();
    assert_eq!(second.id, first.id);
    let all = async || {
        client
            .indicators()
            .list()
            .items()
            .collect_all()
            .await
            .unwrap()
    };
    let found: Vec<_> = all()
        .await
        .into_iter()
        .filter(|one| one.id == first.id)
        .collect();
    assert_eq!(found[0].title.as_deref(), Some("second"));
    let before = all().await.len();
    let unknown = client.indicators().batch_delete([first.id.as_str(), "0"]);
    assert!(unknown.send().await.unwrap_err().is_not_found());
    assert_eq!(all().await.len(), before, "all of them or none");
    client.indicators().delete(&first.id).send().await.unwrap();
    assert_eq!(all().await.len(), before - 1);
}
