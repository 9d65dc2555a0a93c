//! Settings of the streaming API: listed, saved under a name, removed.

use mde_api::data_export_settings::{DataExportLog, DataExportWorkspace};

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_setting_is_saved_replaced_and_removed() {
    let bench = Bench::new().await;
    let settings = bench.mde().data_export_settings();
    let log = |enabled| {
        let mut log = DataExportLog::default();
        log.category = Some("AdvancedHunting-DeviceInfo".to_owned());
        log.enabled = Some(enabled);
        vec![log]
    };
    let mut place = DataExportWorkspace::default();
    place.name = Some("soc".to_owned());
    for enabled in [true, false] {
        let save = settings.save("to-sentinel").logs(log(enabled));
        save.workspace_properties(&place).send().await.unwrap();
    }
    let all = settings.list().items().collect_all().await.unwrap();
    let found: Vec<_> = all
        .iter()
        .filter(|one| one.id.as_str() == "to-sentinel")
        .collect();
    assert_eq!(found.len(), 1, "a setting of the same name is replaced");
    assert_eq!(found[0].logs, log(false));
    settings.delete("to-sentinel").send().await.unwrap();
    let again = settings.delete("to-sentinel").send().await.unwrap_err();
    assert!(again.is_not_found());
}
