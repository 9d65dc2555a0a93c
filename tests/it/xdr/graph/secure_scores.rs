//! Secure scores and their control profiles.

use std::collections::BTreeSet;

use http_core::Gap;
use sandbox::Fault;
use xdr_api::graph::secure_score_control_profiles::SecureScoreControlProfileState;

use super::{bench, vendor};

#[tokio::test(start_paused = true)]
async fn the_newest_score_comes_first_and_its_controls_are_described() {
    let (_bench, graph) = bench().await;
    let days = graph.secure_scores().list().items();
    let days = days.collect_all().await.unwrap();
    let times: Vec<_> = days
        .iter()
        .map(|one| one.created_date_time.clone())
        .collect();
    let times: Vec<_> = times
        .into_iter()
        .map(|one| one.unwrap().to_string())
        .collect();
    assert!(times.len() > 1 && times.is_sorted_by(|one, other| one > other));
    let today = graph.secure_scores().get(&days[0].id).send().await.unwrap();
    assert_eq!(today.current_score, days[0].current_score);
    let controls = graph.secure_score_control_profiles().list().items();
    let controls = controls.collect_all().await.unwrap();
    let known: BTreeSet<_> = controls.iter().map(|one| one.id.as_str()).collect();
    let named = today.control_scores.iter();
    let named = named.filter_map(|one| one.control_name.as_deref());
    assert!(named.clone().any(|name| known.contains(name)));
    let error = graph.secure_scores().get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_change_of_a_control_is_told_among_its_updates() {
    let (_bench, graph) = bench().await;
    let controls = graph.secure_score_control_profiles();
    let id = controls.list().send().await.unwrap().items.remove(0).id;
    let state = SecureScoreControlProfileState::Ignored;
    let update = controls.update(&id, &vendor()).state(state);
    update.comment("not used here").send().await.unwrap();
    let got = controls.get(&id).send().await.unwrap();
    let update = got.control_state_updates.last().unwrap();
    assert_eq!(update.comment.as_deref(), Some("not used here"));
    assert_eq!(update.state.as_deref(), Some("Ignored"));
}

#[tokio::test(start_paused = true)]
async fn a_list_that_is_answered_in_part_says_who_is_missing() {
    let (bench, graph) = bench().await;
    let warning = "199 - \"Microsoft/SecureScore/504/10000\"";
    let part = r#"{"value":[{"id":"a_2026-03-01"}]}"#;
    let fault = Fault::on("graph.secure_scores.list").status(206).body(part);
    bench.sandbox.fault(fault.header("warning", warning));
    let scores = graph.secure_scores().list().items();
    let gaps = scores.gaps();
    assert_eq!(scores.collect_all().await.unwrap().len(), 1);
    let [Gap::Partial { warning: told, .. }] = &gaps.get()[..] else {
        panic!("{gaps:?}");
    };
    assert_eq!(told, warning);
    let whole = graph.secure_scores().list().items();
    let gaps = whole.gaps();
    assert!(whole.collect_all().await.unwrap().len() > 1);
    assert!(gaps.is_empty());
}
