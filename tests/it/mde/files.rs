//! Files: one file by any of its hashes, and where it was seen.

use http_core::ErrorKind;

use super::first_alert;
use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn the_file_of_an_alert_is_found_by_each_hash_and_leads_back_to_the_alert() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let alert = first_alert(&client).await;
    let files = client.alerts().list_files(&alert.id).send().await.unwrap();
    let file = &files.items[0];
    let hashes = [
        Some(file.sha1.as_str()),
        file.sha256.as_deref(),
        file.md5.as_deref(),
    ];
    for hash in hashes {
        let same = client.files().get(hash.unwrap()).send().await.unwrap();
        assert_eq!(same.sha1, file.sha1);
    }
    let sha1 = file.sha1.as_str();
    let alerts = client.files().list_alerts(sha1).items();
    let alerts = alerts.collect_all().await.unwrap();
    assert!(alerts.iter().any(|one| one.id == alert.id));
    let machines = client.files().list_machines(sha1).items();
    let machines = machines.collect_all().await.unwrap();
    assert!(
        machines
            .iter()
            .any(|one| Some(&one.id) == alert.machine_id.as_ref())
    );
    let stats = client.files().stats(sha1).send().await.unwrap();
    assert_eq!(
        stats.organization_prevalence,
        i64::try_from(machines.len()).ok()
    );
    assert!(!stats.top_file_names.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_hash_that_nothing_has_is_not_found_and_what_is_no_hash_is_refused() {
    let bench = Bench::new().await;
    let files = bench.mde().files();
    let error = files.get("0".repeat(40)).send().await.unwrap_err();
    assert!(error.is_not_found());
    let error = files.get("notepad.exe").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
}
