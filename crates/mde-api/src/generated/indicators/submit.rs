//! `mde.indicators.submit`: Create or update an indicator.

use http_core::{
    AnswerKind, BodyKind, Checks, Client, Effect, EffectKind, Fits, Form, Kind, Operation, Param,
    RateLimit, Request, Result, Timestamp, Undo,
};

use crate::indicators::Indicator;
use crate::indicators::IndicatorAction;
use crate::indicators::IndicatorSeverity;
use crate::indicators::IndicatorType;

/// `mde.indicators.submit`: Create or update an indicator.
pub static SUBMIT: Operation = Operation::post("mde.indicators.submit", "/api/indicators")
    .host("mde")
    .summary("Create or update an indicator")
    .help(
        "An indicator with the same value is updated. A tenant holds 15,000 active \
indicators at most.",
    )
    .inputs(&[
        Param::body("indicatorValue")
            .required()
            .help("Value to look for. Ranges of addresses (CIDR) are not accepted.")
            .example("da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        Param::body("indicatorType")
            .kind(Kind::Enum(&[
                "FileSha1",
                "FileMd5",
                "CertificateThumbprint",
                "FileSha256",
                "IpAddress",
                "DomainName",
                "Url",
            ]))
            .required()
            .help("Type of the value."),
        Param::body("action")
            .kind(Kind::Enum(&[
                "Alert",
                "Warn",
                "Block",
                "Audit",
                "BlockAndRemediate",
                "AlertAndBlock",
                "Allowed",
            ]))
            .required()
            .help("What happens when the indicator is seen. `Audit` needs `generateAlert`."),
        Param::body("application")
            .help("Application the indicator belongs to. Ignored if the indicator exists.")
            .example("installer.exe"),
        Param::body("title")
            .required()
            .help("Title of the alert of a match.")
            .example("Ticket 4711"),
        Param::body("description")
            .required()
            .help("Description of the indicator.")
            .example("Dropped by the installer of ticket 4711"),
        Param::body("expirationTime")
            .kind(Kind::Time)
            .until()
            .help("When the indicator ends."),
        Param::body("severity")
            .kind(Kind::Enum(&["Informational", "Low", "Medium", "High"]))
            .help("Severity of the alert of a match."),
        Param::body("recommendedActions").help("What to do about the alert."),
        Param::body("rbacGroupNames")
            .kind(Kind::List)
            .help("Device groups that the indicator applies to. Default: all.")
            .aliases(&["rbacGroups"]),
        Param::body("educateUrl")
            .help("Address that a user is sent to by a block or a warning on a URL."),
        Param::body("generateAlert")
            .kind(Kind::Bool)
            .help("Whether a match raises an alert."),
        Param::body("externalId").help("Id of the indicator in your own system."),
    ])
    .body(BodyKind::Json)
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &["Ti.ReadWrite"])
    .checks(
        &Checks::new()
            .required(&[
                "indicatorValue",
                "indicatorType",
                "action",
                "title",
                "description",
            ])
            .until(&["expirationTime"])
            .fits(Fits::new(
                "indicatorValue",
                "indicatorType",
                &[
                    ("CertificateThumbprint", Form::Hex(40)),
                    ("DomainName", Form::Domain),
                    ("FileMd5", Form::Hex(32)),
                    ("FileSha1", Form::Hex(40)),
                    ("FileSha256", Form::Hex(64)),
                    ("IpAddress", Form::Ip),
                    ("Url", Form::Url),
                ],
            ))
            .needs(&[("action", "Audit", "generateAlert")]),
    )
    .effect(
        Effect::new(EffectKind::Reversible).felt().undo(
            &Undo::by("mde.indicators.delete")
                .created("indicator_id", "id")
                .lost(
                    "an indicator of the same value was overwritten; its former content is not \
restored",
                ),
        ),
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/post-ti-indicator.md");

/// Create or update an indicator.
///
/// An indicator with the same value is updated. A tenant holds 15,000 active indicators at
/// most.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/post-ti-indicator.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.indicators().submit().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SubmitIndicator {
    client: Client,
    request: Request,
}

impl SubmitIndicator {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&SUBMIT);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Value to look for. Ranges of addresses (CIDR) are not accepted. Required.
    pub fn indicator_value(mut self, indicator_value: impl Into<String>) -> Self {
        let indicator_value: String = indicator_value.into();
        self.request = self.request.set("indicatorValue", indicator_value);
        self
    }

    /// Type of the value. Required.
    pub fn indicator_type(mut self, indicator_type: impl Into<IndicatorType>) -> Self {
        let indicator_type: IndicatorType = indicator_type.into();
        self.request = self.request.set("indicatorType", indicator_type);
        self
    }

    /// What happens when the indicator is seen. `Audit` needs `generateAlert`. Required.
    pub fn action(mut self, action: impl Into<IndicatorAction>) -> Self {
        let action: IndicatorAction = action.into();
        self.request = self.request.set("action", action);
        self
    }

    /// Application the indicator belongs to. Ignored if the indicator exists.
    pub fn application(mut self, application: impl Into<String>) -> Self {
        let application: String = application.into();
        self.request = self.request.set("application", application);
        self
    }

    /// Title of the alert of a match. Required.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        let title: String = title.into();
        self.request = self.request.set("title", title);
        self
    }

    /// Description of the indicator. Required.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// When the indicator ends.
    pub fn expiration_time(mut self, expiration_time: impl Into<Timestamp>) -> Self {
        let expiration_time: Timestamp = expiration_time.into();
        self.request = self.request.set("expirationTime", expiration_time);
        self
    }

    /// Severity of the alert of a match.
    pub fn severity(mut self, severity: impl Into<IndicatorSeverity>) -> Self {
        let severity: IndicatorSeverity = severity.into();
        self.request = self.request.set("severity", severity);
        self
    }

    /// What to do about the alert.
    pub fn recommended_actions(mut self, recommended_actions: impl Into<String>) -> Self {
        let recommended_actions: String = recommended_actions.into();
        self.request = self.request.set("recommendedActions", recommended_actions);
        self
    }

    /// Device groups that the indicator applies to. Default: all.
    pub fn rbac_group_names(
        mut self,
        rbac_group_names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "rbacGroupNames",
            rbac_group_names
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Address that a user is sent to by a block or a warning on a URL.
    pub fn educate_url(mut self, educate_url: impl Into<String>) -> Self {
        let educate_url: String = educate_url.into();
        self.request = self.request.set("educateUrl", educate_url);
        self
    }

    /// Whether a match raises an alert.
    pub fn generate_alert(mut self, generate_alert: bool) -> Self {
        self.request = self.request.set("generateAlert", generate_alert);
        self
    }

    /// Id of the indicator in your own system.
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        let external_id: String = external_id.into();
        self.request = self.request.set("externalId", external_id);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Indicator> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(SubmitIndicator);
