//! Attack simulation training: simulations and automations.

use super::bench;

#[tokio::test(start_paused = true)]
async fn each_run_of_an_automation_leads_to_its_simulation() {
    let (_bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let automations = training.automations_list().send().await.unwrap().items;
    let automation = training.automation_get(&automations[0].id).send().await;
    let automation = automation.unwrap();
    let runs = training.automation_runs_list(&automation.id).items();
    let runs = runs.collect_all().await.unwrap();
    assert!(!runs.is_empty());
    for run in runs {
        let id = run.simulation_id.unwrap();
        let simulation = training.simulation_get(&id).send().await.unwrap();
        assert_eq!(simulation.id, id);
    }
    let error = training.simulation_get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_simulation_has_a_report() {
    let (_bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let listed = training.simulations_list().send().await.unwrap().items;
    let report = training.simulation_report_overview_get(&listed[0].id);
    assert!(report.send().await.unwrap().is_object());
    let error = training.simulation_report_overview_get("none").send().await;
    assert!(error.unwrap_err().is_not_found());
}
