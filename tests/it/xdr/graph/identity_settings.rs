//! Settings of Defender for Identity.

use super::bench;

#[tokio::test(start_paused = true)]
async fn automatic_auditing_is_switched() {
    let (_bench, graph) = bench().await;
    let settings = graph.identity_settings();
    for is_automatic in [true, false] {
        let update = settings.update_auto_auditing(is_automatic);
        update.send().await.unwrap();
        let got = settings.get_auto_auditing().send().await.unwrap();
        assert_eq!(got.is_automatic, Some(is_automatic));
    }
}
