//! Facts about a tenant from a token or a refusal.

use serde_json::{Value, json};

use super::*;
use crate::ClientSecret;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, jwt, token};

const CUSTOMER: &str = "bbbbbbbb-0000-0000-0000-000000000002";

static ISOLATE: Operation =
    Operation::post("mde.machines.isolate", "/isolate").permissions(&["Machine.Isolate"], &[]);
static LIST: Operation = Operation::get("mde.alerts.list", "/alerts")
    .permissions(&["Alert.Read.All", "Alert.ReadWrite.All"], &["Alert.Read"]);
static OPEN: Operation = Operation::get("mde.open", "/open");

fn preflight(script: &Arc<Script>) -> Preflight {
    let partner = ClientSecret::new(TENANT, CLIENT, "s3cret".into()).unwrap();
    let partner = partner.with_transport(Arc::clone(script) as Arc<_>);
    let consent = AdminConsent::new(CLIENT, "https://partner.example/in", [SCOPE]).unwrap();
    Preflight::new(Arc::new(partner), SCOPE)
        .for_operations([&ISOLATE, &LIST, &OPEN])
        .with_consent(consent)
}

fn refusal(code: u32) -> Step {
    let body = json!({"error": "invalid_request", "error_codes": [code], "error_description": format!("AADSTS{code}: x")});
    Step::Answer(400, body)
}

fn of(claims: &Value) -> Step {
    Step::Answer(200, token(&jwt(claims), 3599))
}

async fn report(step: Step) -> TenantReport {
    preflight(&Script::new([step]))
        .check([CUSTOMER])
        .await
        .remove(0)
}

#[tokio::test]
async fn a_token_is_compared_with_what_is_planned() {
    let all = json!({"tid": CUSTOMER, "roles": ["machine.isolate", "Alert.ReadWrite.All"]});
    assert_eq!(report(of(&all)).await.status, TenantStatus::Reachable);
    let some = json!({"tid": CUSTOMER, "roles": ["Alert.Read.All"]});
    let report_of_some = report(of(&some)).await;
    let missing = MissingPermission {
        operation: "mde.machines.isolate",
        any_of: &["Machine.Isolate"],
    };
    assert_eq!(
        report_of_some.status,
        TenantStatus::MissingPermissions(vec![missing])
    );
    assert_eq!(
        report_of_some.status.to_string(),
        "missing permissions: mde.machines.isolate needs Machine.Isolate"
    );
    let request = report_of_some.consent.unwrap();
    assert_eq!(
        request.url().path(),
        format!("/{CUSTOMER}/v2.0/adminconsent")
    );
    let user = json!({"tid": CUSTOMER, "scp": "Alert.Read"});
    let shown = report(of(&user)).await.status.to_string();
    assert!(
        shown.contains("mde.machines.isolate cannot be called this way"),
        "{shown}"
    );
}

#[tokio::test]
async fn a_refusal_is_told_by_its_number() {
    for (code, status, can_consent) in [
        (700_016, TenantStatus::NotConsented, true),
        (65_001, TenantStatus::NotConsented, true),
        (90_099, TenantStatus::NotConsented, true),
        (7_000_112, TenantStatus::Disabled, false),
        (90_038, TenantStatus::WrongCloud, false),
        (90_002, TenantStatus::UnknownTenant, false),
        (7_000_222, TenantStatus::Failed, false),
    ] {
        let report = report(refusal(code)).await;
        assert_eq!(report.status, status, "{code}");
        assert_eq!(report.consent.is_some(), can_consent, "{code}");
        assert_eq!(report.error.unwrap().codes(), [code]);
    }
}

#[tokio::test]
async fn a_token_of_another_tenant_opens_nothing() {
    let other = json!({"tid": TENANT, "roles": ["Machine.Isolate", "Alert.Read.All"]});
    assert_eq!(
        report(of(&other)).await.status,
        TenantStatus::WrongTenant(TENANT.to_owned())
    );
    let opaque = report(Step::Answer(200, token("opaque", 3599))).await;
    assert_eq!(opaque.status, TenantStatus::Reachable);
}

#[tokio::test]
async fn one_dead_secret_stops_the_fleet_after_one_answer() {
    let script = Script::new([refusal(7_000_222)]);
    let tenants: Vec<_> = (0..300).map(|n| format!("t{n}.example.com")).collect();
    let reports = preflight(&script)
        .check(tenants.iter().map(String::as_str))
        .await;
    assert_eq!(script.count(), 1);
    assert_eq!(reports.len(), 300);
    for (report, tenant) in reports.iter().zip(&tenants) {
        assert_eq!(&report.tenant, tenant);
        assert_eq!(report.error.as_ref().unwrap().codes(), [7_000_222]);
    }
    assert!(preflight(&script).check([]).await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn some_tenants_are_asked_at_once() {
    let slow = || Step::Slow(std::time::Duration::from_secs(1), token("t", 3599));
    let script = Script::new((0..9).map(|_| slow()));
    let tenants: Vec<_> = (0..9).map(|n| format!("t{n}.example.com")).collect();
    let begun = tokio::time::Instant::now();
    let preflight = preflight(&script).with_at_once(4);
    preflight.check(tenants.iter().map(String::as_str)).await;
    assert_eq!(begun.elapsed().as_secs(), 3, "one, then four and four");
}
