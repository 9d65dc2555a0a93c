//! A partner's application in customer tenants: consent, tokens, and checks before the first call.

use std::sync::Arc;

use auth_core::{
    AdminConsent, ClientSecret, ErrorKind, Preflight, RefreshToken, SecretString, TenantStatus,
    TokenCredential, TokenRequestOptions,
};
use sandbox::{Application, Builder, Person, Sandbox, Service};

use crate::support::{Bench, scope};

const PARTNER: &str = "11111111-aaaa-4aaa-8aaa-0000000000a1";
const CONSENTED: &str = "22222222-bbbb-4bbb-8bbb-0000000000b1";
const NOT_CONSENTED: &str = "22222222-bbbb-4bbb-8bbb-0000000000b2";
const NARROW: &str = "22222222-bbbb-4bbb-8bbb-0000000000b3";
const DISABLED: &str = "22222222-bbbb-4bbb-8bbb-0000000000b4";
const ELSEWHERE: &str = "22222222-bbbb-4bbb-8bbb-0000000000b5";
const NOWHERE: &str = "22222222-bbbb-4bbb-8bbb-0000000000b6";
const BACK: &str = "https://partner.example/consented";

fn customers(secret: &str) -> Builder {
    let partner = || Application::new(PARTNER, secret).redirect_uri(BACK);
    Sandbox::builder()
        .application(partner().multi_tenant().public_client())
        .application(partner().tenant(CONSENTED).public_client())
        .application(partner().tenant(NARROW).roles(["Alert.Read.All"]))
        .application(partner().tenant(DISABLED).disabled())
        .tenant(NOT_CONSENTED)
        .foreign_tenant(ELSEWHERE)
}

fn partner(bench: &Bench, secret: &str) -> Arc<dyn TokenCredential> {
    let secret = SecretString::from(secret);
    let credential = ClientSecret::new(bench.sandbox.tenant_id(), PARTNER, secret).unwrap();
    Arc::new(
        credential
            .with_authority(bench.url(Service::Login))
            .with_transport(Arc::clone(&bench.transport)),
    )
}

fn consent(bench: &Bench) -> AdminConsent {
    AdminConsent::new(PARTNER, BACK, [scope(Service::Mde)])
        .unwrap()
        .with_authority(bench.url(Service::Login))
}

fn preflight(bench: &Bench, secret: &str) -> Preflight {
    Preflight::new(partner(bench, secret), scope(Service::Mde))
        .for_operations([&mde_api::alerts::LIST, &mde_api::machines::ISOLATE])
        .with_consent(consent(bench))
}

/// The final address of the administrator's browser.
async fn administrator(bench: &Bench, page: &http_core::Url) -> String {
    let request = http::Request::get(page.as_str()).body(Vec::new()).unwrap();
    let answer = bench.sandbox.call(request).await;
    answer.headers()["location"].to_str().unwrap().to_owned()
}

#[tokio::test(start_paused = true)]
async fn every_customer_is_told_apart_and_the_page_that_is_named_repairs() {
    let bench = Bench::with(customers("s")).await;
    let preflight = preflight(&bench, "s");
    let tenants = [
        CONSENTED,
        NOT_CONSENTED,
        NARROW,
        DISABLED,
        ELSEWHERE,
        NOWHERE,
    ];
    let reports = preflight.check(tenants).await;
    let statuses: Vec<_> = reports.iter().map(|report| report.status.clone()).collect();
    assert_eq!(statuses[0], TenantStatus::Reachable);
    assert_eq!(statuses[1], TenantStatus::NotConsented);
    assert_eq!(
        statuses[2].to_string(),
        "missing permissions: mde.machines.isolate needs Machine.Isolate"
    );
    assert_eq!(
        statuses[3..],
        [
            TenantStatus::Disabled,
            TenantStatus::WrongCloud,
            TenantStatus::UnknownTenant
        ]
    );

    let request = reports[1].consent.as_ref().unwrap();
    let back = administrator(&bench, request.url()).await;
    let consented = consent(&bench).read(&back, request.state()).unwrap();
    assert_eq!(consented.tenant_id, NOT_CONSENTED);
    tokio::time::advance(std::time::Duration::from_secs(60)).await;
    let again = preflight.check([NOT_CONSENTED]).await;
    assert_eq!(again[0].status, TenantStatus::Reachable);
}

#[tokio::test(start_paused = true)]
async fn an_administrator_who_declines_has_not_consented() {
    let bench = Bench::with(customers("s").person(Person::Declines)).await;
    let request = consent(&bench).request(NOT_CONSENTED).unwrap();
    let back = administrator(&bench, request.url()).await;
    assert!(back.contains("admin_consent=True"), "{back}");
    let error = consent(&bench).read(&back, request.state()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ConsentRequired);
}

#[tokio::test(start_paused = true)]
async fn one_dead_secret_is_sent_once_for_all_customers() {
    let bench = Bench::with(customers("s")).await;
    let tenants = [CONSENTED, NARROW, CONSENTED, NARROW];
    for report in preflight(&bench, "wrong").check(tenants).await {
        assert_eq!(report.status, TenantStatus::Failed);
        assert_eq!(report.error.unwrap().kind(), ErrorKind::InvalidClient);
    }
    assert_eq!(bench.count("token"), 1);
}

#[tokio::test(start_paused = true)]
async fn each_customer_has_data_of_its_own() {
    let bench = Bench::with(customers("s").alerts(5)).await;
    let partner = partner(&bench, "s");
    let mut seen = Vec::new();
    for customer in [CONSENTED, NARROW] {
        let connector = bench.connector_of(Arc::clone(&partner));
        let connector = connector.in_tenant(customer).unwrap();
        let mde = crate::support::mde_client(&bench.sandbox, &connector);
        let alerts = mde.alerts().list().send().await.unwrap();
        seen.push(format!("{:?}", alerts.items.first()));
    }
    assert_ne!(seen[0], seen[1]);
}

/// The user of the partner has one session for all customers (GDAP).
#[tokio::test(start_paused = true)]
async fn one_refresh_token_serves_every_customer_that_has_the_application() {
    let bench = Bench::with(customers("s")).await;
    let session = SecretString::from(bench.caller().refresh_token_of(PARTNER).await);
    let kept = Arc::new(std::sync::Mutex::new(0));
    let count = Arc::clone(&kept);
    let user = RefreshToken::new(bench.sandbox.tenant_id(), PARTNER, session)
        .unwrap()
        .with_rotation(move |_| *count.lock().unwrap() += 1)
        .with_authority(bench.url(Service::Login))
        .with_transport(Arc::clone(&bench.transport));
    let ask = |tenant: &str| {
        let options = TokenRequestOptions::default().with_tenant_id(tenant);
        let user = user.clone();
        async move { user.get_token(&[scope(Service::Mde)], &options).await }
    };
    let home = bench.sandbox.tenant_id().to_owned();
    for tenant in [&home, CONSENTED] {
        let token = ask(tenant).await.unwrap();
        assert_eq!(token.claims().unwrap().tenant_id.as_deref(), Some(tenant));
    }
    let error = ask(NOT_CONSENTED).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.codes()),
        (ErrorKind::ConsentRequired, &[90_099][..])
    );
    assert_eq!(*kept.lock().unwrap(), 2, "each new one is handed out");
}
