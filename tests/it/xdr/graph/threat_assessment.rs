//! Threat assessments: the older way to submit an email, a file or a URL.

use std::time::Duration;

use serde_json::json;
use xdr_api::Finished;
use xdr_api::graph::threat_assessment::{
    ThreatAssessmentCategory as Category, ThreatAssessmentRequest,
    ThreatAssessmentStatus as Status, ThreatExpectedAssessment as Expected,
};

use crate::support::Bench;

const URL: &str = "#microsoft.graph.urlAssessmentRequest";
const FILE: &str = "#microsoft.graph.fileAssessmentRequest";

async fn bench() -> (Bench, xdr_api::graph::Graph) {
    let bench = Bench::with(sandbox::Sandbox::builder().limits(false)).await;
    let graph = crate::support::xdr_client(&bench.sandbox, &bench.user()).graph();
    (bench, graph)
}

#[tokio::test(start_paused = true)]
async fn a_url_is_assessed_and_its_results_are_read() {
    let (_bench, graph) = bench().await;
    let assessment = graph.threat_assessment();
    let create = assessment.create(URL, Category::Phishing, Expected::Block);
    let started = create.url("https://bad.example/").begin().await.unwrap();
    let ThreatAssessmentRequest::UrlAssessment(made) = &started.action else {
        panic!("{started:?}");
    };
    assert_eq!(made.status, Some(Status::Pending));
    let get = assessment.get(made.id.as_str());
    let ThreatAssessmentRequest::UrlAssessment(early) =
        get.clone().expand("results").send().await.unwrap()
    else {
        panic!();
    };
    assert!(early.results.is_empty());
    let Finished::Succeeded(_) = started.wait(Duration::from_secs(600)).await.unwrap() else {
        panic!();
    };
    let ThreatAssessmentRequest::UrlAssessment(plain) = get.clone().send().await.unwrap() else {
        panic!();
    };
    assert_eq!(plain.status, Some(Status::Completed));
    assert!(plain.results.is_empty(), "only where they are expanded");
    let ThreatAssessmentRequest::UrlAssessment(whole) = get.expand("results").send().await.unwrap()
    else {
        panic!();
    };
    let kinds = whole
        .results
        .iter()
        .map(|one| one.result_type.clone().unwrap());
    let kinds: Vec<_> = kinds.map(|kind| kind.as_str().to_owned()).collect();
    assert_eq!(kinds, ["checkPolicy", "rescan"]);
    let listed = assessment.list().items().collect_all().await.unwrap();
    let ThreatAssessmentRequest::UrlAssessment(newest) = &listed[0] else {
        panic!("{listed:?}");
    };
    assert_eq!(newest.url.as_deref(), Some("https://bad.example/"));
    let error = assessment.get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn content_is_not_given_back_and_members_belong_to_their_type() {
    let (_bench, graph) = bench().await;
    let assessment = graph.threat_assessment();
    let create = assessment.create(FILE, Category::Malware, Expected::Block);
    let create = create.file_name("a.pdf").content_data("QQ==");
    let ThreatAssessmentRequest::FileAssessment(made) = create.send().await.unwrap() else {
        panic!();
    };
    assert_eq!(made.content_data.as_deref(), Some(""));
    assert_eq!(made.file_name.as_deref(), Some("a.pdf"));
    let foreign = assessment.create(FILE, Category::Malware, Expected::Block);
    let error = foreign.url("https://x.example/").send().await.unwrap_err();
    assert_eq!(error.status().map(|one| one.as_u16()), Some(400));
    let kind = "#microsoft.graph.threatAssessmentRequest";
    let of_base = assessment.create(kind, Category::Spam, Expected::Unblock);
    let error = of_base.send().await.unwrap_err();
    assert_eq!(error.status().map(|one| one.as_u16()), Some(400));
}

#[tokio::test(start_paused = true)]
async fn an_application_may_read_and_not_ask() {
    let bench = Bench::new().await;
    let assessment = bench.xdr().graph().threat_assessment();
    assert!(assessment.list().send().await.is_ok());
    let create = assessment.create(URL, Category::Spam, Expected::Block);
    let error = create.send().await.unwrap_err();
    assert!(error.is_denied(), "{error}");
    let body = json!({"@odata.type": URL, "category": "spam", "expectedAssessment": "maybe"});
    let path = "/v1.0/informationProtection/threatAssessmentRequests";
    let caller = bench.caller();
    let heard = caller
        .send(sandbox::Service::Graph, "POST", path, Some(&body))
        .await;
    assert_eq!(heard.status, 403, "{}", heard.text);
}
