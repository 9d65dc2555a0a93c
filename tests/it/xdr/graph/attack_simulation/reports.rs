//! Reports: of one simulation, and of the tenant over all of them.

use std::collections::HashMap;

use xdr_api::graph::attack_simulation::SimulationReportOverview;

use super::*;

async fn overview(graph: &Graph, id: &str) -> SimulationReportOverview {
    let training = graph.attack_simulation();
    let report = training.simulation_report_overview_get(id);
    report.send().await.unwrap()
}

/// The count of an event in a report.
fn count(report: &SimulationReportOverview, event: &str) -> i64 {
    let content = report.simulation_events_content.as_ref().unwrap();
    let found = content
        .events
        .iter()
        .find(|one| one.event_name.as_deref() == Some(event));
    found.unwrap().count.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_report_follows_its_simulation() {
    let (bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let draft = training.simulation_create("Draft", Technique::CredentialHarvesting);
    let draft = draft.included_account_target(&targets());
    let draft = id_of(&ended(draft.begin().await.unwrap()).await);
    let report = overview(&graph, &draft).await;
    // An address of nobody is no target, and a user is one once.
    assert_eq!(report.resolved_targets_count, Some(3));
    assert_eq!(count(&report, "SuccessfullyDeliveredMail"), 0);

    let id = scheduled(&graph).await.id.to_string();
    let early = overview(&graph, &id).await;
    assert_eq!(count(&early, "SuccessfullyDeliveredMail"), 3);
    let graph = later(&bench, DAY * 3);
    let late = overview(&graph, &id).await;
    let (clicked, reported) = (
        count(&late, "EmailLinkClicked"),
        count(&late, "ReportedEmail"),
    );
    assert!(clicked >= count(&early, "EmailLinkClicked"));
    assert!(clicked + reported <= 3, "{late:?}");
    let rate = late
        .simulation_events_content
        .as_ref()
        .unwrap()
        .compromised_rate;
    assert!(rate.unwrap() <= 100.0 * clicked as f64 / 3.0);
    let graph = later(&bench, DAY * 30);
    assert_eq!(overview(&graph, &id).await, late, "no event after the end");
    let training = graph.attack_simulation();
    let error = training.simulation_report_overview_get("none").send().await;
    assert!(error.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn reports_of_the_tenant_agree_with_those_of_the_simulations() {
    let (_bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let simulations = training.simulations_list().items().collect_all().await;
    let mut delivered = 0;
    let mut clicked = 0;
    for simulation in simulations.unwrap() {
        if simulation.status == Some(Status::Excluded) {
            continue;
        }
        let report = overview(&graph, simulation.id.as_str()).await;
        delivered += count(&report, "SuccessfullyDeliveredMail");
        clicked += count(&report, "EmailLinkClicked");
    }
    assert!(delivered > 0 && clicked > 0);
    let reports = graph.attack_simulation_reports();
    let users = reports
        .list_simulation_coverage()
        .items()
        .collect_all()
        .await;
    let users = users.unwrap();
    let sum = |of: fn(
        &xdr_api::graph::attack_simulation_reports::AttackSimulationSimulationUserCoverage,
    ) -> Option<i64>| { users.iter().filter_map(of).sum::<i64>() };
    assert_eq!(sum(|one| one.simulation_count), delivered);
    assert_eq!(sum(|one| one.click_count), clicked);

    let fell: HashMap<_, _> = users
        .iter()
        .filter_map(|one| {
            let user = one.attack_simulation_user.as_ref()?.user_id.clone()?;
            Some((user, one.compromised_count.filter(|count| *count > 1)?))
        })
        .collect();
    let offenders = reports.list_repeat_offenders().items().collect_all().await;
    let offenders: HashMap<_, _> = offenders
        .unwrap()
        .into_iter()
        .map(|one| {
            let user = one.attack_simulation_user.unwrap().user_id.unwrap();
            (user, one.repeat_offence_count.unwrap())
        })
        .collect();
    assert_eq!(offenders, fell);
    let trained = reports.list_training_coverage().items().collect_all().await;
    let trained = trained.unwrap();
    assert!(trained.iter().all(|one| !one.user_trainings.is_empty()));
}

#[tokio::test(start_paused = true)]
async fn an_excluded_simulation_leaves_the_reports_of_the_tenant() {
    let (bench, graph) = bench().await;
    let reports = graph.attack_simulation_reports();
    let delivered = async || {
        let users = reports
            .list_simulation_coverage()
            .items()
            .collect_all()
            .await;
        let users = users.unwrap();
        users
            .iter()
            .filter_map(|one| one.simulation_count)
            .sum::<i64>()
    };
    let before = delivered().await;
    let id = scheduled(&graph).await.id.to_string();
    assert_eq!(delivered().await, before + 3);
    let training = graph.attack_simulation();
    for status in [Status::Cancelled, Status::Excluded] {
        let update = training.simulation_update(id.as_str()).status(status);
        ended(update.begin().await.unwrap()).await;
        bench.sandbox.advance(Duration::from_secs(1));
    }
    assert_eq!(delivered().await, before);
    assert_eq!(
        count(&overview(&graph, &id).await, "SuccessfullyDeliveredMail"),
        3
    );
}
