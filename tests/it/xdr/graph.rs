//! Microsoft Graph security, group by group.

mod alerts;
mod analyzed_emails;
mod attack_simulation;
mod audit_log;
mod detection_rules;
mod evidence;
mod health_issues;
mod identity_accounts;
mod identity_settings;
mod incidents;
mod legacy_alerts;
mod secure_scores;
mod security_actions;
mod sensors;
mod subscriptions;
mod threat_intelligence;
mod threat_submission;
mod ti_indicators;

use xdr_api::graph::Graph;
use xdr_api::graph::legacy_alerts::SecurityVendorInformation;

use crate::support::Bench;

async fn bench() -> (Bench, Graph) {
    let bench = Bench::with(sandbox::Sandbox::builder().limits(false)).await;
    let graph = bench.xdr().graph();
    (bench, graph)
}

/// The vendor information that changes of legacy records require.
fn vendor() -> SecurityVendorInformation {
    SecurityVendorInformation::new("SecureScore", "Microsoft")
}
