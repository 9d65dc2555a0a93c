//! Mails that were analysed: looked at, and removed from mailboxes.

use serde_json::json;
use xdr_api::graph::analyzed_emails::{AnalyzedEmailAction, AnalyzedEmailSeverity};

use super::bench;

#[tokio::test(start_paused = true)]
async fn a_mail_is_found_and_taken_out_of_the_mailbox() {
    let (bench, graph) = bench().await;
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
    assert_eq!(bench.count("graph.analyzed_emails.remediate"), 1);
    let error = emails.get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}
