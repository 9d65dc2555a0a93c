//! The one user that everybody here is, and how users of a domain sign in.

use serde_json::{Value, json};

/// The user's name. Every tenant has this one user.
pub(crate) const USER_NAME: &str = "alex@sandbox.example";
/// Holds characters that a client must encode in a form.
pub(crate) const PASSWORD: &str = "sandbox Password+1&=%";

/// A domain whose users sign in at a service of their own.
const FEDERATED: &str = "federated.example";

/// What is known of a user's domain.
pub(crate) fn of(user_name: &str) -> Value {
    let domain = user_name.rsplit_once('@').map_or("", |(_, domain)| domain);
    let known = USER_NAME.rsplit_once('@').map_or("", |(_, domain)| domain);
    let kind = match domain {
        FEDERATED => "Federated",
        domain if domain.eq_ignore_ascii_case(known) => "Managed",
        _ => "Unknown",
    };
    let mut realm = json!({
        "ver": "1.0", "account_type": kind, "domain_name": domain,
        "cloud_instance_name": "sandbox.invalid", "cloud_audience_urn": "urn:federation:Sandbox",
    });
    if kind == "Federated" {
        realm["federation_protocol"] = "WSTrust".into();
        realm["federation_metadata_url"] =
            format!("https://sts.{FEDERATED}/adfs/services/trust/mex").into();
    }
    realm
}
