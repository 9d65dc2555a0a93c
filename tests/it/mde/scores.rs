//! Scores: of the whole organisation and of each device group.

use std::collections::BTreeSet;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn each_group_of_devices_has_a_score_beside_that_of_all() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let exposure = client.scores().get_exposure().send().await.unwrap();
    let secure = client.scores().get_device_secure().send().await.unwrap();
    for score in [exposure, secure] {
        assert!(score.score.is_some() && score.time.is_some(), "{score:?}");
        assert_eq!(score.rbac_group_name, None);
    }
    let machines = client
        .machines()
        .list()
        .items()
        .collect_all()
        .await
        .unwrap();
    let groups = machines.into_iter().filter_map(|one| one.rbac_group_name);
    let scores = client.scores().list_exposure_by_machine_group().items();
    let scores = scores.collect_all().await.unwrap().into_iter();
    let scored = scores.filter_map(|score| score.rbac_group_name);
    assert_eq!(
        scored.collect::<BTreeSet<_>>(),
        groups.collect::<BTreeSet<_>>()
    );
}
