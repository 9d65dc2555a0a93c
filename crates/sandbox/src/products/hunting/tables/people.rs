//! Tables of what people did: sign-ins, mails, clicks.

use jiff::SignedDuration;

use super::{Columns, before, of_alerts, text};
use crate::seed::{AlertFact, Estate};
use kql::Cell;

/// `IdentityLogonEvents`.
const SIGN_INS: Columns = &[
    "Timestamp",
    "ActionType",
    "Application",
    "LogonType",
    "Protocol",
    "FailureReason",
    "AccountName",
    "AccountDomain",
    "AccountUpn",
    "AccountObjectId",
    "DeviceName",
    "IPAddress",
    "Location",
    "ReportId",
];

/// `EmailEvents`.
const MAILS: Columns = &[
    "Timestamp",
    "NetworkMessageId",
    "SenderMailFromAddress",
    "SenderFromAddress",
    "SenderFromDomain",
    "RecipientEmailAddress",
    "Subject",
    "EmailDirection",
    "DeliveryAction",
    "DeliveryLocation",
    "ThreatTypes",
    "UrlCount",
    "AttachmentCount",
    "ReportId",
];

/// `UrlClickEvents`.
const CLICKS: Columns = &[
    "Timestamp",
    "Url",
    "ActionType",
    "AccountUpn",
    "Workload",
    "NetworkMessageId",
    "IPAddress",
    "IsClickedThrough",
    "ReportId",
];

/// The rows of a table by its name.
pub(super) fn table(estate: &Estate, name: &str) -> Option<(Columns, Vec<Vec<Cell>>)> {
    Some(match name {
        "IdentityLogonEvents" => (SIGN_INS, of_alerts(estate, sign_in)),
        "EmailEvents" => (MAILS, of_alerts(estate, mail)),
        "UrlClickEvents" => (CLICKS, of_alerts(estate, click)),
        _ => return None,
    })
}

/// Id of the mail that an alert began with. Mail and click share it.
fn message(alert: &AlertFact) -> String {
    let mut name = crate::random::rng(crate::random::hash(&alert.id), "message");
    crate::random::guid(&mut name)
}

/// A sign-in at the domain controller. Every fourth one failed.
fn sign_in(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let (person, device) = (estate.person_of(alert), estate.device_of(alert));
    let failed = alert.process_id % 4 == 0;
    vec![
        before(alert, SignedDuration::from_mins(7)),
        text(if failed {
            "LogonFailed"
        } else {
            "LogonSuccess"
        }),
        text("Active Directory"),
        text("Credentials validation"),
        text("Kerberos"),
        text(if failed { "WrongPassword" } else { "" }),
        text(&person.account),
        text(person.domain),
        text(&person.upn),
        text(&person.object_id),
        text(&device.dns_name),
        text(&device.ip),
        text("US"),
        text(format!("{}-s", alert.process_id)),
    ]
}

/// The mail with the link. Every third one was blocked.
fn mail(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let person = estate.person_of(alert);
    let blocked = alert.process_id % 3 == 0;
    vec![
        before(alert, SignedDuration::from_mins(30)),
        text(message(alert)),
        text("bounce@news.example.net"),
        text("news@news.example.net"),
        text("news.example.net"),
        text(&person.upn),
        text(format!("Your invoice {}", alert.process_id)),
        text("Inbound"),
        text(if blocked { "Blocked" } else { "Delivered" }),
        text(if blocked {
            "Quarantine"
        } else {
            "Inbox/folder"
        }),
        text(if blocked { "Phish" } else { "" }),
        Cell::Long(1),
        Cell::Long(0),
        text(format!("{}-m", alert.process_id)),
    ]
}

/// The click on the link. It was blocked if the mail was.
fn click(estate: &Estate, alert: &AlertFact) -> Vec<Cell> {
    let (person, device) = (estate.person_of(alert), estate.device_of(alert));
    let blocked = alert.process_id % 3 == 0;
    vec![
        before(alert, SignedDuration::from_mins(20)),
        text(&alert.url),
        text(if blocked {
            "ClickBlocked"
        } else {
            "ClickAllowed"
        }),
        text(&person.upn),
        text("Email"),
        text(message(alert)),
        text(&device.external_ip),
        Cell::Bool(!blocked),
        text(format!("{}-c", alert.process_id)),
    ]
}
