//! Cases: opened, changed, deleted with all that is below them; comments, tasks, links, attachments.

use http_core::ErrorKind;
use sandbox::{Fault, Service};
use serde_json::{Value, json};
use xdr_api::graph::Graph;
use xdr_api::graph::case_activities::CaseActivity;
use xdr_api::graph::case_attachments::CaseAttachmentScanResult as Scan;
use xdr_api::graph::case_tasks::{CaseTaskCategory, CaseTaskPriority, CaseTaskStatus};
use xdr_api::graph::cases::{Case, GenericCase, IncidentCase};

use super::bench;
use crate::support::Bench;

const GENERIC: &str = "#microsoft.graph.security.caseManagement.genericCase";

/// After so long a scan has ended.
const SCANNED: std::time::Duration = std::time::Duration::from_secs(60);

fn generic(case: Case) -> GenericCase {
    match case {
        Case::Generic(case) => *case,
        other => panic!("{other:?}"),
    }
}

async fn opened(graph: &Graph) -> GenericCase {
    let create = graph.cases().create(GENERIC, "Ticket 4711", "open");
    generic(create.priority("high").send().await.unwrap())
}

async fn incident_case(graph: &Graph) -> IncidentCase {
    let all = graph.cases().list().items().collect_all().await.unwrap();
    let mut found = all.into_iter().filter_map(|case| match case {
        Case::Incident(case) => Some(*case),
        _ => None,
    });
    found.next().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_case_is_opened_changed_and_found_by_its_status() {
    let (_bench, graph) = bench().await;
    let cases = graph.cases();
    let made = opened(&graph).await;
    assert_eq!(made.priority.as_deref(), Some("high"));
    cases
        .update(made.id.as_str())
        .status("on hold")
        .send()
        .await
        .unwrap();
    let got = generic(cases.get(made.id.as_str()).send().await.unwrap());
    assert_eq!(got.status.as_deref(), Some("on hold"));
    assert_eq!(got.display_name, made.display_name);
    let found = cases.list().filter("status eq 'on hold'").send().await;
    let found: Vec<_> = found.unwrap().items.into_iter().map(generic).collect();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].id, made.id);
    let log = graph
        .case_activities()
        .list(made.id.as_str())
        .send()
        .await
        .unwrap();
    let actions: Vec<_> = log
        .items
        .iter()
        .map(|one| match one {
            CaseActivity::CaseAuditLog(log) => log.action.clone().unwrap().to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(actions, ["create", "update"]);
}

#[tokio::test(start_paused = true)]
async fn what_is_below_a_case_goes_with_it() {
    let (_bench, graph) = bench().await;
    let (made, other) = (opened(&graph).await, opened(&graph).await);
    let tasks = graph.case_tasks();
    let task = tasks
        .create(made.id.as_str())
        .display_name("Call back")
        .status(CaseTaskStatus::New)
        .priority(CaseTaskPriority::Low)
        .category(CaseTaskCategory::Triage)
        .send()
        .await
        .unwrap();
    assert_eq!(
        tasks.get(made.id.as_str(), &task.id).send().await.unwrap(),
        task
    );
    // It is below its own case alone.
    let elsewhere = tasks
        .get(other.id.as_str(), &task.id)
        .send()
        .await
        .unwrap_err();
    assert!(elsewhere.is_not_found());
    assert!(
        tasks
            .list(other.id.as_str())
            .send()
            .await
            .unwrap()
            .items
            .is_empty()
    );
    graph.cases().delete(made.id.as_str()).send().await.unwrap();
    let gone = tasks
        .get(made.id.as_str(), &task.id)
        .send()
        .await
        .unwrap_err();
    assert!(gone.is_not_found());
    let again = graph
        .cases()
        .delete(made.id.as_str())
        .send()
        .await
        .unwrap_err();
    assert!(again.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_comment_can_be_changed_but_an_audit_log_cannot() {
    let (_bench, graph) = bench().await;
    let made = opened(&graph).await;
    let activities = graph.case_activities();
    let comment = activities
        .create(made.id.as_str(), "one")
        .send()
        .await
        .unwrap();
    let CaseActivity::CaseComment(comment) = comment else {
        panic!("{comment:?}");
    };
    let id = comment.id.as_str();
    let changed = activities.update(made.id.as_str(), id, "two").send().await;
    let CaseActivity::CaseComment(changed) = changed.unwrap() else {
        panic!("no comment");
    };
    assert_eq!(changed.message.as_deref(), Some("two"));
    activities
        .delete(made.id.as_str(), id)
        .send()
        .await
        .unwrap();
    let log = activities
        .list(made.id.as_str())
        .send()
        .await
        .unwrap()
        .items
        .remove(0);
    let CaseActivity::CaseAuditLog(log) = log else {
        panic!("{log:?}");
    };
    let refused = activities
        .delete(made.id.as_str(), log.id.as_str())
        .send()
        .await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Refused);
    let of_incident = incident_case(&graph).await;
    let said = activities
        .create(of_incident.id.as_str(), "three")
        .send()
        .await;
    let CaseActivity::CaseComment(said) = said.unwrap() else {
        panic!("no comment");
    };
    let refused = activities.update(of_incident.id.as_str(), said.id.as_str(), "four");
    assert_eq!(refused.send().await.unwrap_err().kind(), ErrorKind::Refused);
}

#[tokio::test(start_paused = true)]
async fn an_incident_and_its_case_change_together() {
    let (_bench, graph) = bench().await;
    let case = incident_case(&graph).await;
    let number = case.incident_id.unwrap().to_string();
    let update = graph.cases().update(case.id.as_str());
    update
        .display_name("Seen by two teams")
        .send()
        .await
        .unwrap();
    let incident = graph.incidents().get(number.as_str()).send().await.unwrap();
    assert_eq!(incident.display_name.as_deref(), Some("Seen by two teams"));
    let update = graph.incidents().update(number.as_str());
    update.assigned_to("ada@contoso.com").send().await.unwrap();
    let Case::Incident(now) = graph.cases().get(case.id.as_str()).send().await.unwrap() else {
        panic!("no incident case");
    };
    assert_eq!(now.assigned_to.as_deref(), Some("ada@contoso.com"));
    let refused = graph.cases().update(case.id.as_str()).closing_notes("done");
    assert_eq!(refused.send().await.unwrap_err().kind(), ErrorKind::Refused);
}

#[tokio::test(start_paused = true)]
async fn an_attachment_is_sent_in_parts_scanned_and_fetched() {
    let (bench, graph) = bench().await;
    let made = opened(&graph).await;
    let attachments = graph.case_attachments();
    let create = attachments.create(made.id.as_str(), "mail.eml", Scan::Unscanned);
    let new = create.file_size(11).send().await.unwrap();
    let early = attachments
        .get_content(made.id.as_str(), &new.id)
        .send()
        .await;
    assert_eq!(early.unwrap_err().kind(), ErrorKind::Refused);
    let send = async |range: &str, part: &'static [u8]| {
        let upload = attachments.upload_content(made.id.as_str(), &new.id, range, part);
        upload.send().await
    };
    send("bytes 6-10/11", b"world").await.unwrap();
    send("bytes 0-5/11", b"hello ").await.unwrap();
    let read = async || {
        attachments
            .get(made.id.as_str(), &new.id)
            .send()
            .await
            .unwrap()
    };
    assert_eq!(read().await.scan_result, Some(Scan::Unscanned));
    let early = attachments
        .get_content(made.id.as_str(), &new.id)
        .send()
        .await;
    assert_eq!(early.unwrap_err().kind(), ErrorKind::Refused);
    bench.sandbox.advance(SCANNED);
    assert_eq!(read().await.scan_result, Some(Scan::NoThreatsFound));
    let content = attachments
        .get_content(made.id.as_str(), &new.id)
        .send()
        .await;
    assert_eq!(&content.unwrap().body()[..], b"hello world");
    for (range, part) in [
        ("bytes 0-5/12", &b"hello "[..]),
        ("bytes 0-4/11", b"hello "),
        ("hello", b"hello "),
    ] {
        assert!(send(range, part).await.is_err(), "{range}");
    }
}

#[tokio::test(start_paused = true)]
async fn malware_is_not_handed_out() {
    let (bench, graph) = bench().await;
    let made = opened(&graph).await;
    let attachments = graph.case_attachments();
    let create = attachments.create(made.id.as_str(), "mail.eml", Scan::Unscanned);
    let new = create.send().await.unwrap();
    let fault = Fault::on("graph.case_attachments.upload_content").action_ends("malicious");
    bench.sandbox.fault(fault);
    let upload = attachments.upload_content(made.id.as_str(), &new.id, "bytes 0-2/3", &b"abc"[..]);
    upload.send().await.unwrap();
    bench.sandbox.advance(SCANNED);
    let got = attachments
        .get(made.id.as_str(), &new.id)
        .send()
        .await
        .unwrap();
    assert_eq!(
        (got.scan_result, got.file_size),
        (Some(Scan::Malicious), Some(3))
    );
    let refused = attachments
        .get_content(made.id.as_str(), &new.id)
        .send()
        .await;
    assert!(refused.is_err());
}

/// What the service refuses, sent without the SDK.
#[tokio::test(start_paused = true)]
async fn a_case_that_does_not_fit_is_refused() {
    let bench = Bench::new().await;
    let caller = bench.caller();
    let path = "/beta/security/caseManagement/cases";
    let send = async |method: &str, path: &str, body: Value| {
        let heard = caller.send(Service::Graph, method, path, Some(&body)).await;
        heard.status
    };
    let incident = "#microsoft.graph.security.caseManagement.incidentCase";
    for body in [
        json!({"@odata.type": incident, "displayName": "x", "status": "open"}),
        json!({"@odata.type": GENERIC, "displayName": 7, "status": "open"}),
        json!({"@odata.type": GENERIC, "status": "open"}),
    ] {
        assert_eq!(send("POST", path, body.clone()).await, 400, "{body}");
    }
    let first = caller.get(Service::Graph, path).await.rows()[0]["id"].clone();
    let first = format!("{path}/{}", first.as_str().unwrap());
    let wrong = json!({"classification": "truePositive"});
    assert_eq!(send("PATCH", &first, wrong).await, 400);
    let kind = "#microsoft.graph.security.caseManagement.userRelation";
    let relation = json!({"@odata.type": kind, "displayName": "x"});
    assert_eq!(
        send("POST", &format!("{first}/relations"), relation).await,
        400
    );
    let none = format!("{path}/none/tasks");
    assert_eq!(caller.get(Service::Graph, &none).await.status, 404);
    // What belongs to which case is the emulator's own business.
    let rows = caller
        .get(Service::Graph, &format!("{first}/attachments"))
        .await;
    assert!(!rows.text.contains("sandbox."), "{}", rows.text);
}

#[tokio::test(start_paused = true)]
async fn statuses_of_case_types_come_when_asked_for() {
    let (_bench, graph) = bench().await;
    let types = graph.cases().list_type_configurations();
    let plain = types.clone().send().await.unwrap().items;
    assert!(plain.iter().all(|one| one.statuses.is_empty()));
    let full = types.expand("statuses").send().await.unwrap().items;
    let generic = full.iter().find(|one| one.id.as_str() == "genericCase");
    let generic = generic.unwrap();
    let default = generic.default_status_id.as_deref().unwrap();
    let mut ids = generic.statuses.iter().map(|one| one.id.as_str());
    assert!(ids.any(|id| id == default));
    assert!(generic.custom_fields.is_empty());
}
