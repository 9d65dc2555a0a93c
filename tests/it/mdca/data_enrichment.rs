//! Address ranges: created, found by category, updated, deleted.

use mdca_api::Client;
use mdca_api::data_enrichment::{IpRange, IpRangeFilters};
use sandbox::Sandbox;

use crate::support::Bench;

async fn of_category(client: &Client, category: i64) -> Vec<IpRange> {
    let filters = IpRangeFilters::new().category_eq([category]);
    let query = client.data_enrichment().query().filters(&filters);
    query.items().collect_all().await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_range_is_made_changed_and_removed() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let client = bench.mdca();
    let ranges = client.data_enrichment();
    let create = ranges.create("branch office", 1, ["192.0.2.0/24"]);
    let id = create.tags(["corporate"]).send().await.unwrap();
    let made = of_category(&client, 1).await;
    let made = made.iter().find(|one| one.id_.as_str() == id).unwrap();
    assert_eq!(made.name.as_deref(), Some("branch office"));
    assert_eq!(made.subnets[0].original_string.as_str(), "192.0.2.0/24");
    let update = ranges.update(id.as_str(), "branch office", 3, ["198.51.100.0/24"]);
    update.send().await.unwrap();
    let changed = of_category(&client, 3).await;
    let changed = changed.iter().find(|one| one.id_.as_str() == id).unwrap();
    assert_eq!(
        changed.subnets[0].original_string.as_str(),
        "198.51.100.0/24"
    );
    ranges.delete(id.as_str()).send().await.unwrap();
    let left = ranges.list().items().collect_all().await.unwrap();
    assert!(left.iter().all(|one| one.id_.as_str() != id));
    let error = ranges.delete(id.as_str()).send().await.unwrap_err();
    assert!(error.is_not_found());
}
