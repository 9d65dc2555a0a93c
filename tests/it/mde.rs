//! Defender for Endpoint, operations end to end.

mod alerts;
mod assessments;
mod authenticated_scans;
mod baselines;
mod browser_extensions;
mod device_health;
mod domains;
mod examples;
mod exports;
mod files;
mod indicators;
mod investigations;
mod ips;
mod library_files;
mod live_response;
mod machine_actions;
mod machines;
mod quirks;
mod recommendations;
mod remediation_tasks;
mod samples;
mod scores;
mod software;
mod users;
mod vulnerabilities;

/// The first alert.
async fn first_alert(client: &mde_api::Client) -> mde_api::alerts::Alert {
    let page = client.alerts().list().top(1).send().await.unwrap();
    page.items.into_iter().next().unwrap()
}
