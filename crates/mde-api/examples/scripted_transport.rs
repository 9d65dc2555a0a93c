//! Tests a function of one's own without a network: a transport that answers from a script, and a credential of one's own.
//!
//! ```sh
//! cargo test -p mde-api --example scripted_transport
//! ```
//!
//! The script needs the feature `testing` of `http-core`, as a dev-dependency.

#![allow(clippy::print_stdout, reason = "examples print what they do")]

use std::sync::Arc;

use mde_api::alerts::{AlertFilter, AlertSeverity};
use mde_api::auth_core::{
    self, AccessToken, Cloud, Connector, SecretString, TokenCredential, TokenRequestOptions,
    async_trait,
};
use mde_api::http_core::testing::{Script, Step};
use mde_api::{Client, Result};

/// What is tested: how many alerts of high severity there are.
async fn high_alerts(client: &Client) -> Result<usize> {
    let high = AlertFilter::severity().eq(AlertSeverity::High);
    let alerts = client.alerts().list().filter(high).items();
    Ok(alerts.collect_all().await?.len())
}

/// A credential that a program makes itself, for tokens that it gets in a way of its own.
#[derive(Debug)]
struct FromVault;

#[async_trait]
impl TokenCredential for FromVault {
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: &TokenRequestOptions,
    ) -> auth_core::Result<Arc<AccessToken>> {
        let token = SecretString::from("the token that the vault holds");
        Ok(Arc::new(AccessToken::new(token)))
    }
}

/// A client that talks to the script, with paging, retries and credential as they are in production.
fn client(script: &Script) -> Result<Client> {
    let connector = Connector::new(FromVault).with_transport(Arc::new(script.clone()));
    Client::connect(&connector, Cloud::Worldwide)
}

/// Two pages, the second of them only at the second attempt.
fn two_pages() -> Script {
    let next = "https://api.security.microsoft.com/api/alerts?$skip=1";
    let first = format!(r#"{{"value":[{{"id":"da1"}}],"@odata.nextLink":"{next}"}}"#);
    Script::new([
        Step::new(200, first),
        Step::new(429, "").header("Retry-After", "1"),
        Step::new(200, r#"{"value":[{"id":"da2"}]}"#),
    ])
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let script = two_pages();
    println!("{} alerts", high_alerts(&client(&script)?).await?);
    println!("{} requests", script.requests().len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    // With a paused clock the pause before the second attempt takes no time.
    #[tokio::test(start_paused = true)]
    async fn alerts_are_counted_over_all_pages() {
        let script = two_pages();
        assert_eq!(high_alerts(&client(&script).unwrap()).await.unwrap(), 2);
        let sent = script.requests();
        assert_eq!(sent.len(), 3);
        assert_eq!(
            sent[0].uri().query(),
            Some("$filter=severity%20eq%20'High'")
        );
        assert!(sent[0].headers().contains_key("authorization"));
    }
}
