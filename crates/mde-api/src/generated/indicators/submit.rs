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
        "Keyed on indicatorValue: a second submit updates (there is no PATCH). At \
most 15,000 active indicators a tenant; what going over it answers is not \
said. The sample response is the entity page's. Undocumented fields are \
accepted too.",
    )
    .inputs(&[
        Param::body("indicatorValue").required().help("no CIDR"),
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
            .required(),
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
            .help("Alert and AlertAndBlock are the old names; Audit needs generateAlert true"),
        Param::body("application").help("ignored when the indicator exists"),
        Param::body("title").required(),
        Param::body("description").required(),
        Param::body("expirationTime").kind(Kind::Time).until(),
        Param::body("severity").kind(Kind::Enum(&["Informational", "Low", "Medium", "High"])),
        Param::body("recommendedActions"),
        Param::body("rbacGroupNames")
            .kind(Kind::List)
            .help("the table says comma-separated string, the sample sends an array"),
        Param::body("educateUrl").help("Block and Warn on URL indicators"),
        Param::body("generateAlert")
            .kind(Kind::Bool)
            .help("the table calls it Enum; users sent the string TRUE as well"),
        Param::body("externalId").help("from the entity page; not in this page's table"),
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
/// Keyed on indicatorValue: a second submit updates (there is no PATCH). At most 15,000 active
/// indicators a tenant; what going over it answers is not said. The sample response is the
/// entity page's. Undocumented fields are accepted too.
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

    /// Indicator value. No CIDR. Required.
    pub fn indicator_value(mut self, indicator_value: impl Into<String>) -> Self {
        let indicator_value: String = indicator_value.into();
        self.request = self.request.set("indicatorValue", indicator_value);
        self
    }

    /// Indicator type. Required.
    pub fn indicator_type(mut self, indicator_type: impl Into<IndicatorType>) -> Self {
        let indicator_type: IndicatorType = indicator_type.into();
        self.request = self.request.set("indicatorType", indicator_type);
        self
    }

    /// Action. Alert and AlertAndBlock are the old names; Audit needs generateAlert true. Required.
    pub fn action(mut self, action: impl Into<IndicatorAction>) -> Self {
        let action: IndicatorAction = action.into();
        self.request = self.request.set("action", action);
        self
    }

    /// Application. Ignored when the indicator exists.
    pub fn application(mut self, application: impl Into<String>) -> Self {
        let application: String = application.into();
        self.request = self.request.set("application", application);
        self
    }

    /// Title. Required.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        let title: String = title.into();
        self.request = self.request.set("title", title);
        self
    }

    /// Description. Required.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// Expiration time.
    pub fn expiration_time(mut self, expiration_time: impl Into<Timestamp>) -> Self {
        let expiration_time: Timestamp = expiration_time.into();
        self.request = self.request.set("expirationTime", expiration_time);
        self
    }

    /// Severity.
    pub fn severity(mut self, severity: impl Into<IndicatorSeverity>) -> Self {
        let severity: IndicatorSeverity = severity.into();
        self.request = self.request.set("severity", severity);
        self
    }

    /// Recommended actions.
    pub fn recommended_actions(mut self, recommended_actions: impl Into<String>) -> Self {
        let recommended_actions: String = recommended_actions.into();
        self.request = self.request.set("recommendedActions", recommended_actions);
        self
    }

    /// Rbac group names. The table says comma-separated string, the sample sends an array.
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

    /// Educate url. Block and Warn on URL indicators.
    pub fn educate_url(mut self, educate_url: impl Into<String>) -> Self {
        let educate_url: String = educate_url.into();
        self.request = self.request.set("educateUrl", educate_url);
        self
    }

    /// Generate alert. The table calls it Enum; users sent the string TRUE as well.
    pub fn generate_alert(mut self, generate_alert: bool) -> Self {
        self.request = self.request.set("generateAlert", generate_alert);
        self
    }

    /// External id. From the entity page; not in this page's table.
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
