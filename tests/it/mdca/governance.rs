//! The governance log, and the apps that people gave permissions to.

use mdca_api::governance::{GovernanceFilters, GovernanceSortField};
use sandbox::Sandbox;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn the_log_is_filtered_and_an_entry_found_again() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let governance = bench.mdca().governance();
    let failed = GovernanceFilters::new().status_eq(false);
    let found = governance
        .query()
        .filters(&failed)
        .items()
        .collect_all()
        .await;
    let found = found.unwrap();
    assert!(!found.is_empty());
    let is_failed = |one: &mdca_api::governance::GovernanceLogEntry| {
        one.status.as_ref().and_then(|status| status.is_success) == Some(false)
    };
    assert!(found.iter().all(is_failed));
    let same = governance.get(&found[0].id_).send().await.unwrap();
    assert_eq!(same, found[0]);
    assert!(
        governance
            .get("none")
            .send()
            .await
            .unwrap_err()
            .is_not_found()
    );
    let sorted = governance
        .query()
        .sort_field(GovernanceSortField::Timestamp);
    let sorted = sorted.limit(3).items().collect_all().await.unwrap();
    let times: Vec<_> = sorted.iter().map(|one| one.timestamp.clone()).collect();
    assert!(times.is_sorted_by(|one, two| one >= two), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn an_uploaded_log_leaves_an_entry() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let client = bench.mdca();
    let parsed = GovernanceFilters::new().type_eq(["DiscoveryParseLogTask"]);
    let count = async || {
        let query = client.governance().query().filters(&parsed);
        query.items().collect_all().await.unwrap().len()
    };
    let before = count().await;
    let discovery = client.discovery();
    let begun = discovery
        .initiate_upload("a.log", "GENERIC_CEF")
        .send()
        .await;
    let url = begun.unwrap().url.to_string();
    let put = discovery.perform_upload(&url, &b"a line"[..]);
    put.send().await.unwrap();
    discovery
        .finalize_upload(url, "stream")
        .send()
        .await
        .unwrap();
    assert_eq!(count().await, before + 1);
    // The answer says that the log was taken; its entry says later how the parsing ended.
    let newest = async || {
        let governance = client.governance();
        let page = governance.query().filters(&parsed).limit(1);
        let entry = page.items().collect_all().await.unwrap().remove(0);
        governance.get(&entry.id_).send().await.unwrap()
    };
    let pending = newest().await;
    assert!(pending.status.is_none(), "{pending:?}");
    assert_eq!(pending.timestamp, pending.update_timestamp);
    bench.sandbox.advance(std::time::Duration::from_secs(90));
    let ended = newest().await;
    assert_eq!(ended.id_, pending.id_);
    assert!(ended.update_timestamp > pending.update_timestamp);
    let status = ended.status.unwrap();
    assert_eq!(status.is_success, Some(true));
    assert!(status.template_message.unwrap().template.is_some());
    let later = GovernanceFilters::new().timestamp_gte(ended.timestamp.unwrap());
    let since = client.governance().query().filters(&later);
    assert_eq!(since.items().collect_all().await.unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn apps_are_listed_with_the_newest_first() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let apps = bench.mdca().app_permissions().query();
    let apps = apps.items().collect_all().await.unwrap();
    let times: Vec<_> = apps.iter().map(|one| one.last_installed.clone()).collect();
    assert!(
        times.len() > 1 && times.is_sorted_by(|one, two| one >= two),
        "{times:?}"
    );
    // A record has what microsoft/MCAS shows of one, each member in its type.
    for app in &apps {
        assert!(
            app.publisher.is_some() && app.client_id.is_some(),
            "{app:?}"
        );
        assert!(!app.scopes.is_empty() && app.first_installed <= app.last_installed);
        assert!(app.extra.is_empty(), "{:?}", app.extra);
    }
}
