//! The user, and home realm discovery: how users of a domain sign in.
//!
//! Every tenant has one user. Users of the domain `federated.example` would sign in with
//! WS-Trust at a server of their own, which does not exist.

use serde_json::{Value, json};

/// User principal name of the user of every tenant.
pub(crate) const USER_NAME: &str = "alex@sandbox.example";
/// Contains characters that must be encoded in a form.
pub(crate) const PASSWORD: &str = "sandbox Password+1&=%";

/// Domain of federated users.
const FEDERATED: &str = "federated.example";

/// The realm of a user name: `Managed`, `Federated` or `Unknown`.
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
