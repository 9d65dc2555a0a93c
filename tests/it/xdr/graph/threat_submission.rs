//! Threat submission: emails, URLs and files sent to Microsoft.

use xdr_api::graph::threat_submission::{
    EmailThreatSubmission, FileThreatSubmission, ThreatSubmissionCategory as Category,
};

use super::bench;

#[tokio::test(start_paused = true)]
async fn a_link_that_is_handed_in_is_listed() {
    let (_bench, graph) = bench().await;
    let submission = graph.threat_submission();
    let create = submission.url_create(Category::Phishing, "https://bad.example/");
    let made = create.send().await.unwrap();
    let got = submission.url_get(&made.id).send().await.unwrap();
    assert_eq!(got.web_url.as_deref(), Some("https://bad.example/"));
    let all = submission.url_list().items().collect_all().await.unwrap();
    assert!(all.iter().any(|one| one.id == made.id));
    let error = submission.url_get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_mail_is_handed_in_and_reviewed() {
    let (_bench, graph) = bench().await;
    let submission = graph.threat_submission();
    let kind = "#microsoft.graph.security.emailContentThreatSubmission";
    let create = submission.email_create(kind, Category::Spam, "user@contoso.com");
    let made = create.file_content("UmVjZWl2ZWQ6").send().await.unwrap();
    let EmailThreatSubmission::EmailContentThreat(made) = made else {
        panic!("{made:?}");
    };
    let review = submission.email_review(made.id.as_str(), "phishing");
    review.send().await.unwrap();
    let got = submission.email_get(made.id.as_str()).send().await.unwrap();
    let EmailThreatSubmission::EmailContentThreat(got) = got else {
        panic!("{got:?}");
    };
    let verdict = got.admin_review.unwrap().review_result.unwrap();
    assert_eq!(verdict.as_str(), "phishing");
    let all = submission.email_list().items().collect_all().await.unwrap();
    assert!(all.iter().any(|one| matches!(one,
        EmailThreatSubmission::EmailContentThreat(one) if one.id == made.id)));
}

#[tokio::test(start_paused = true)]
async fn a_policy_is_made_changed_and_removed() {
    let (_bench, graph) = bench().await;
    let submission = graph.threat_submission();
    let made = submission.policy_create(true).send().await.unwrap();
    let update = submission.policy_update(&made.id);
    let update = update.is_ask_me_enabled_for_users(true).send();
    update.await.unwrap();
    let got = submission.policy_get(&made.id).send().await.unwrap();
    assert_eq!(got.is_ask_me_enabled_for_users, Some(true));
    assert_eq!(got.is_report_to_microsoft_enabled, Some(true));
    submission.policy_delete(&made.id).send().await.unwrap();
    let error = submission.policy_get(&made.id).send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_file_is_handed_in_and_found_again() {
    let (_bench, graph) = bench().await;
    let submission = graph.threat_submission();
    let create = submission.file_create(Category::Malware, "UmVjZWl2ZWQ6");
    let made = create.file_name("invoice.exe").send().await.unwrap();
    let FileThreatSubmission::FileContentThreat(made) = made else {
        panic!("{made:?}");
    };
    let got = submission.file_get(made.id.as_str()).send().await.unwrap();
    let FileThreatSubmission::FileContentThreat(got) = got else {
        panic!("{got:?}");
    };
    assert_eq!(got.file_name.as_deref(), Some("invoice.exe"));
    assert_eq!(got.category, Some(Category::Malware));
    let all = submission.file_list().items().collect_all().await.unwrap();
    assert!(all.iter().any(|one| matches!(one,
        FileThreatSubmission::FileContentThreat(one) if one.id == made.id)));
    let error = submission.file_get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}
