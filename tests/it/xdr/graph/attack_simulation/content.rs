//! What attacks and trainings consist of, and the types of nested members.

use super::*;

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

macro_rules! listed_and_got {
    ($training:ident: $($list:ident, $get:ident;)+) => { $(
        let all = $training.$list().items().collect_all().await.unwrap();
        assert!(!all.is_empty(), stringify!($list));
        for one in all {
            assert!(one.display_name.is_some() && one.source.is_some());
            let got = $training.$get(&one.id).send().await.unwrap();
            assert_eq!((got.id, got.display_name), (one.id, one.display_name));
        }
        let error = $training.$get("none").send().await.unwrap_err();
        assert!(error.is_not_found(), stringify!($get));
        let own = $training.$list().filter(http_core::odata::Filter::raw("source eq 'tenant'"));
        let own = own.items().collect_all().await.unwrap();
        assert!(own.iter().all(|one| one.source.as_ref().unwrap().as_str() == "tenant"));
        assert!(!own.is_empty());
    )+ };
}

#[tokio::test(start_paused = true)]
async fn what_is_listed_is_got_under_its_id() {
    let (_bench, graph) = bench().await;
    let training = graph.attack_simulation();
    listed_and_got! { training:
        payloads_list, payload_get;
        landing_pages_list, landing_page_get;
        login_pages_list, login_page_get;
        trainings_list, training_get;
        end_user_notifications_list, end_user_notification_get;
    }
    let error = training.operation_get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_training_has_its_own_languages() {
    let (bench, graph) = bench().await;
    let training = graph.attack_simulation();
    let path = "/v1.0/security/attackSimulation/trainings?$top=2&$expand=languageDetails";
    let caller = bench.caller();
    let rows = caller.get(sandbox::Service::Graph, path).await.rows();
    let [one, other] = &rows[..] else {
        panic!("{rows:?}");
    };
    for detail in one["languageDetails"].as_array().unwrap() {
        let id = detail["id"].as_str().unwrap();
        let of = |training: &Value| training["id"].as_str().unwrap().to_owned();
        let got = training.training_language_detail_get(of(one), id);
        let got = got.send().await.unwrap();
        assert_eq!(got.locale.as_deref(), detail["locale"].as_str());
        let foreign = training.training_language_detail_get(of(other), id);
        assert!(foreign.send().await.unwrap_err().is_not_found());
    }
}

#[tokio::test(start_paused = true)]
async fn a_simulation_shows_what_it_was_made_of_when_expanded() {
    let (bench, graph) = bench().await;
    let made = scheduled(&graph).await;
    let bound = payload(&graph).await;
    let path = format!("/v1.0/security/attackSimulation/simulations/{}", made.id);
    let caller = bench.caller();
    let plain = caller.get(sandbox::Service::Graph, &path).await.body;
    assert!(plain.get("payload").is_none());
    let path = format!("{path}?$expand=payload");
    let expanded = caller.get(sandbox::Service::Graph, &path).await.body;
    let id = expanded["payload"]["id"].as_str().unwrap();
    assert!(bound.ends_with(id), "{bound} {id}");
}

/// Abstract types never come without the name of a concrete one.
#[tokio::test(start_paused = true)]
async fn members_of_abstract_types_name_their_type() {
    let (bench, _graph) = bench().await;
    let described = crate::tables::entities("xdr");
    let caller = bench.caller();
    let mut count = 0;
    for (path, entity) in [
        ("/v1.0/security/attackSimulation/simulations", "Simulation"),
        ("/v1.0/security/attackSimulation/payloads", "Payload"),
        (
            "/beta/security/attackSimulation/trainingCampaigns",
            "TrainingCampaign",
        ),
    ] {
        for row in caller.get(sandbox::Service::Graph, path).await.rows() {
            for field in described[entity]["fields"].as_array().unwrap() {
                let kind = field["type"].as_str().unwrap().strip_prefix("object:");
                let family = kind.map_or(&Value::Null, |kind| &described[kind]["family"]);
                let value = &row[field["name"].as_str().unwrap()];
                let Some(family) = family.as_array().filter(|_| !value.is_null()) else {
                    continue;
                };
                count += 1;
                let is_named = family.iter().any(|one| one["type"] == value["@odata.type"]);
                assert!(is_named, "{path}: {value}");
            }
        }
    }
    assert!(count > 20, "{count}");
    let queries = caller
        .get(sandbox::Service::Graph, "/v1.0/security/auditLog/queries")
        .await;
    let id = queries.rows()[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/v1.0/security/auditLog/queries/{id}/records");
    for record in caller.get(sandbox::Service::Graph, &path).await.rows() {
        let data = &record["auditData"];
        let concrete = "#microsoft.graph.security.defaultAuditData";
        assert!(data.is_null() || data["@odata.type"] == concrete, "{data}");
    }
}
