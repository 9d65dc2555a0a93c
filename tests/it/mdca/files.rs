//! Files: read with the legacy token, which they require.

use std::sync::Arc;

use auth_core::{SecretString, StaticToken};
use http_core::Throttle;
use sandbox::Sandbox;

use crate::support::{Bench, mdca_client};

#[tokio::test(start_paused = true)]
async fn a_file_is_found_by_its_id() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let key = SecretString::from(bench.sandbox.mdca_api_token());
    let token = StaticToken::with_scheme("Token", key).unwrap();
    let connector = bench.connector_of(Arc::new(token));
    let client = mdca_client(&bench.sandbox, &connector.with_throttle(Throttle::off()));
    let listed = client.files().query().limit(1).send().await.unwrap().items;
    let got = client.files().get(&listed[0].id_).send().await.unwrap();
    assert_eq!(got.name, listed[0].name);
    let error = client.files().get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}
