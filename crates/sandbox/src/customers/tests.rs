//! Tenants of customers: data, faults, and the request log.

use axum::http::Request;
use serde_json::Value;

use super::*;
use crate::{Sandbox, Service};

async fn post_token(sandbox: &Sandbox, tenant: &str) -> (u16, Value) {
    let address = format!("{}/{tenant}/oauth2/v2.0/token", sandbox.url(Service::Login));
    let secret = percent_encoding::utf8_percent_encode(
        sandbox.client_secret(),
        percent_encoding::NON_ALPHANUMERIC,
    );
    let body = format!(
        "grant_type=client_credentials&client_id={}&client_secret={secret}&scope=https%3A%2F%2Fapi.securitycenter.microsoft.com%2F.default",
        sandbox.client_id()
    );
    let request = Request::post(address)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(body.into_bytes())
        .unwrap();
    let answer = sandbox.call(request).await;
    let status = answer.status().as_u16();
    (status, serde_json::from_slice(answer.body()).unwrap())
}

async fn machines(sandbox: &Sandbox, token: &str) -> axum::http::Response<Vec<u8>> {
    let address = sandbox.url(Service::Mde) + "/api/machines";
    let request = Request::get(address)
        .header("authorization", format!("Bearer {token}"))
        .body(Vec::new())
        .unwrap();
    sandbox.call(request).await
}

async fn token(sandbox: &Sandbox, tenant: &str) -> String {
    let (status, answer) = post_token(sandbox, tenant).await;
    assert_eq!(status, 200, "{answer}");
    answer["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn each_customer_has_records_of_its_own() {
    let sandbox = Sandbox::builder().customers(3).start().await.unwrap();
    let mut seen: Vec<String> = Vec::new();
    for customer in sandbox.customers() {
        let token = token(&sandbox, &customer.domain).await;
        let answer = machines(&sandbox, &token).await;
        let body: Value = serde_json::from_slice(answer.body()).unwrap();
        let rows = body["value"].as_array().unwrap();
        assert_eq!(rows.len(), 20, "a customer is small");
        seen.extend(
            rows.iter()
                .map(|row| row["id"].as_str().unwrap().to_owned()),
        );
    }
    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), count, "ids of tenants differ");
    let file = sandbox.tenants_file().unwrap().to_owned();
    assert_eq!(
        fs::read_to_string(&file)
            .unwrap()
            .matches("[[tenant]]")
            .count(),
        3
    );
    drop(sandbox);
    assert!(!file.exists());
}

#[tokio::test]
async fn faults_of_a_sign_in_are_those_of_the_identity_service() {
    let sandbox = Sandbox::builder()
        .customers(3)
        .tenant_fault("tenant1", TenantFault::DeadSecret)
        .tenant_fault("tenant2", TenantFault::Unconsented)
        .start()
        .await
        .unwrap();
    let ids: Vec<_> = sandbox
        .customers()
        .iter()
        .map(|one| one.id.clone())
        .collect();
    for (id, code) in [(&ids[0], 7_000_222), (&ids[1], 700_016)] {
        let (_, answer) = post_token(&sandbox, id).await;
        assert_eq!(answer["error_codes"][0], code, "{answer}");
    }
    token(&sandbox, &ids[2]).await;
}

#[tokio::test]
async fn a_throttled_tenant_is_served_after_five_minutes() {
    let sandbox = Sandbox::builder()
        .speed(0.0)
        .customers(2)
        .tenant_fault("tenant1", TenantFault::Throttled)
        .tenant_fault("tenant2", TenantFault::Html)
        .start()
        .await
        .unwrap();
    let throttled = token(&sandbox, "tenant1.example").await;
    for _ in 0..2 {
        let answer = machines(&sandbox, &throttled).await;
        assert_eq!(answer.status(), 429);
        assert_eq!(answer.headers()["retry-after"], "300");
        sandbox.advance(Duration::from_secs(299));
        let answer = machines(&sandbox, &throttled).await;
        if answer.status() == 200 {
            break;
        }
    }
    sandbox.advance(Duration::from_secs(2));
    assert_eq!(machines(&sandbox, &throttled).await.status(), 200);
    let page = token(&sandbox, "tenant2.example").await;
    let answer = machines(&sandbox, &page).await;
    assert_eq!(answer.status(), 200);
    assert!(answer.body().starts_with(b"<html>"));
}

#[tokio::test]
async fn a_fault_of_no_tenant_is_refused() {
    let started = Sandbox::builder()
        .customers(2)
        .tenant_fault("tenant3", TenantFault::Html)
        .start()
        .await;
    let error = started.unwrap_err();
    assert!(error.to_string().contains("tenant1 to tenant2"), "{error}");
    let error = "slow".parse::<TenantFault>().unwrap_err();
    assert!(error.contains("dead-secret, unconsented"), "{error}");
}

#[tokio::test]
async fn the_log_names_tenants_and_holds_no_token() {
    let sandbox = Sandbox::builder().customers(1).start().await.unwrap();
    let token = token(&sandbox, "tenant1.example").await;
    machines(&sandbox, &token).await;
    let address = sandbox.url(Service::Login) + "/__sandbox/requests";
    let request = Request::get(address).body(Vec::new()).unwrap();
    let answer = sandbox.call(request).await;
    let text = String::from_utf8(answer.body().clone()).unwrap();
    let log: Value = serde_json::from_str(&text).unwrap();
    let requests = log["requests"].as_array().unwrap();
    let names = requests
        .iter()
        .map(|one| one["operation"].as_str().unwrap());
    assert_eq!(names.collect::<Vec<_>>(), ["token", "mde.machines.list"]);
    for request in requests {
        assert_eq!(request["tenant"], sandbox.customers()[0].id.as_str());
        assert_eq!(request["status"], 200);
    }
    assert_eq!(requests[1]["service"], "mde");
    assert!(!text.contains(&token) && !text.contains("eyJ"));
}
