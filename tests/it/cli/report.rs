//! An incident as one text.

use sandbox::Fault;

use super::program::{Program, fixed};

#[tokio::test(flavor = "multi_thread")]
async fn an_incident_is_one_text_or_one_object() {
    let sandbox = fixed().devices(50).start().await.unwrap();
    let run = async |line: String| Program::line(&line).at(&sandbox).run().await;
    let ids = run("graph incidents list -o id -q".to_owned()).await;
    let id = ids.stdout.lines().next().unwrap().to_owned();
    let text = run(format!("report incident {id}")).await;
    assert_eq!((text.code, text.stderr.as_str()), (Some(0), ""), "{text}");
    let same = run(format!("report incident {id} -o md")).await;
    assert_eq!(same.stdout, text.stdout);
    let object = run(format!("report incident {id} -o json")).await;
    let report = object.json();
    let listed = run(format!("graph incidents list-alerts {id} -o id -q")).await;
    let alerts = report["alerts"].as_array().unwrap();
    assert_eq!(alerts.len(), listed.stdout.lines().count(), "{object}");
    assert_eq!(report["complete"], true, "{object}");
    let title = format!("# Incident {id}: ");
    assert!(text.stdout.starts_with(&title), "{text}");
    let heading = format!("## Alerts ({})", alerts.len());
    assert!(text.stdout.contains(&heading), "{text}");
    for kind in ["devices", "users", "evidence"] {
        let all = report[kind].as_array().unwrap();
        assert!(!all.is_empty(), "{kind}: {object}");
        for one in all {
            assert!(!one["alerts"].as_array().unwrap().is_empty(), "{one}");
            assert!(!one["name"].as_str().unwrap().is_empty(), "{one}");
        }
    }
    assert_eq!(sandbox.requests("graph.incidents.get").len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_incident_that_cannot_be_read_is_a_failure_without_text() {
    let sandbox = fixed().devices(5).start().await.unwrap();
    let line = "report incident 999999999";
    let outcome = Program::line(line).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(6), "{outcome}");
    assert!(outcome.stdout.is_empty(), "{outcome}");
    sandbox.fault(Fault::on("graph.incidents.get").status(403));
    let refused = Program::line(line).at(&sandbox).run().await;
    assert_eq!(refused.code, Some(5), "{refused}");
}
