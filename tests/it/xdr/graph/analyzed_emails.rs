//! Analyzed emails: read, and removed from mailboxes.

use serde_json::json;
use xdr_api::graph::analyzed_emails::{AnalyzedEmailAction, AnalyzedEmailSeverity};

use super::bench;

#[tokio::test(start_paused = true)]
async fn a_mail_is_found_and_taken_out_of_the_mailbox() {
    let (_bench, graph) = bench().await;
    let emails = graph.analyzed_emails();
    let list = emails.list().start_time("2020-01-01T00:00:00Z");
    let listed = list.send().await.unwrap().items.remove(0);
    let got = emails.get(&listed.id).send().await.unwrap();
    assert_eq!(got.internet_message_id, listed.internet_message_id);
    let mail = json!({
        "networkMessageId": got.network_message_id, "recipientEmailAddress": got.recipient_email_address,
    });
    let remediate = emails
        .remediate()
        .display_name("take out")
        .description("a test");
    let remediate = remediate
        .severity(AnalyzedEmailSeverity::High)
        .action(AnalyzedEmailAction::SoftDelete)
        .remediate_senders_copy(false)
        .analyzed_emails([mail]);
    remediate.send().await.unwrap();
    let after = emails.get(&listed.id).send().await.unwrap();
    let place = after.latest_delivery.unwrap().location.unwrap();
    assert_eq!(place.as_str(), "others", "it is in no folder any more");
    let error = emails.get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_verdict_goes_out_with_no_more_than_is_known_of_it() {
    let (bench, graph) = bench().await;
    // No page describes its body, so the operation has no inputs.
    graph.analyzed_emails().set_verdict().send().await.unwrap();
    let sent = &bench.sandbox.requests("graph.analyzed_emails.set_verdict")[0];
    assert_eq!((sent.method.as_str(), sent.body.len()), ("POST", 0));
}
