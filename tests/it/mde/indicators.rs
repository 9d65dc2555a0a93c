//! Indicators: any number of them, bad ones among them.

use http_core::ErrorKind;
use mde_api::indicators::{Indicator, IndicatorAction, IndicatorType};
use sandbox::Fault;

use crate::support::Bench;

fn indicator(value: &str) -> Indicator {
    let mut indicator = Indicator::default();
    indicator.indicator_value = Some(value.to_owned());
    indicator.indicator_type = Some(IndicatorType::IpAddress);
    indicator.action = Some(IndicatorAction::Block);
    indicator.title = Some("test".to_owned());
    indicator.description = Some("test".to_owned());
    indicator
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
    assert_eq!(imported.results.len(), 1_201);
    let failed: Vec<_> = imported
        .failed()
        .map(|one| one.indicator.clone().unwrap())
        .collect();
    assert_eq!(failed, ["198.18.0.0/24"], "no ranges");
    assert_eq!(bench.count("mde.indicators.import"), 3);
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
