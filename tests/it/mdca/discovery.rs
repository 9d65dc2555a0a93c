//! Cloud discovery: streams, categories, tags of apps, and rules for an appliance.

use sandbox::Sandbox;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn an_app_is_tagged_and_untagged() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let discovery = bench.mdca().discovery();
    let tagged = async || {
        let tags = discovery
            .list_app_tags()
            .items()
            .collect_all()
            .await
            .unwrap();
        let tag = tags
            .into_iter()
            .find(|tag| tag.name.as_str() == "for review");
        tag.is_some_and(|tag| tag.app_ids.contains(&11161))
    };
    assert!(!tagged().await);
    discovery
        .add_app_tag("11161", "for review")
        .send()
        .await
        .unwrap();
    assert!(tagged().await);
    discovery
        .remove_app_tag("11161", "for review")
        .send()
        .await
        .unwrap();
    assert!(!tagged().await);
}

#[tokio::test(start_paused = true)]
async fn a_stream_has_categories() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let discovery = bench.mdca().discovery();
    let streams = discovery.list_streams().send().await.unwrap().items;
    let stream = streams[0].id_.as_str();
    let categories = discovery.list_categories(stream).send().await.unwrap();
    assert!(categories.items.iter().all(|one| one.total > Some(0)));
    assert!(!categories.items.is_empty());
}

#[tokio::test(start_paused = true)]
async fn rules_for_an_appliance_come_as_text() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let script = bench.mdca().discovery().generate_block_script(102);
    let script = script.send().await.unwrap();
    let text = std::str::from_utf8(script.body()).unwrap().to_owned();
    assert!(text.lines().count() > 1);
}

#[tokio::test(start_paused = true)]
async fn an_upload_in_its_three_calls_shows_at_its_stream() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let discovery = bench.mdca().discovery();
    let logs = async || {
        let streams = discovery.list_streams().send().await.unwrap().items;
        let stream = streams.into_iter().next().unwrap();
        (
            stream.display_name.unwrap(),
            stream.log_files_history_count.unwrap_or(0),
        )
    };
    let (name, before) = logs().await;
    for stream in [name.as_str(), "no such stream"] {
        let begun = discovery
            .initiate_upload("a.log", "GENERIC_CEF")
            .send()
            .await;
        let url = begun.unwrap().url.to_string();
        let early = discovery.finalize_upload(&url, stream).send().await;
        assert!(early.is_err(), "nothing has been put there yet");
        discovery
            .perform_upload(&url, &b"a line"[..])
            .send()
            .await
            .unwrap();
        discovery.finalize_upload(url, stream).send().await.unwrap();
    }
    assert_eq!(logs().await, (name, before + 1));
}
