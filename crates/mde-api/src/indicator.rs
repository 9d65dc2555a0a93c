//! Constructors, checks and the expiry of indicators.

use std::time::Duration;

use http_core::{Request, Result, Timestamp};

use crate::indicators::{IMPORT, Indicator, IndicatorAction, IndicatorSeverity, IndicatorType};

/// Indicators are made of their type and value; the service also requires an action, a title and a description, and
/// refuses an alert without a severity. A field without a setter is set by its name.
impl Indicator {
    /// An indicator that is not complete yet: [`action`](Self::action), [`title`](Self::title) and
    /// [`description`](Self::description) are required as well.
    ///
    /// ```
    /// use mde_api::indicators::{Indicator, IndicatorAction, IndicatorType};
    ///
    /// let indicator = Indicator::new(IndicatorType::IpAddress, "198.51.100.7")
    ///     .action(IndicatorAction::Block)
    ///     .title("Command and control")
    ///     .description("Seen in incident 7");
    /// assert!(indicator.check().is_ok());
    /// ```
    pub fn new(kind: impl Into<IndicatorType>, value: impl Into<String>) -> Self {
        Self {
            indicator_type: Some(kind.into()),
            indicator_value: Some(value.into()),
            ..Self::default()
        }
    }

    /// The action of a device that matches the indicator. The vendor's documentation lists the actions of each type;
    /// the service refuses others for each indicator by itself.
    #[must_use]
    pub fn action(mut self, action: impl Into<IndicatorAction>) -> Self {
        self.action = Some(action.into());
        self
    }

    /// Title of the alert and of the indicator in the portal.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Description in the portal, such as the origin of the indicator.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Raises an alert of this severity when a device matches the indicator.
    #[must_use]
    pub fn alert(mut self, severity: impl Into<IndicatorSeverity>) -> Self {
        self.severity = Some(severity.into());
        self.generate_alert = Some(true);
        self
    }

    /// When the indicator ends. Default: never.
    #[must_use]
    pub fn expires(mut self, at: impl Into<Timestamp>) -> Self {
        self.expiration_time = Some(at.into());
        self
    }

    /// Names of the device groups that the indicator applies to. Default: all devices.
    #[must_use]
    pub fn groups(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.rbac_group_names = names.into_iter().map(Into::into).collect();
        self
    }

    /// Checks that the indicator has what the service requires, that its value fits its type, and that it has not
    /// expired. [`import`](crate::indicators::Indicators::import) and [`submit`](crate::indicators::Indicators::submit)
    /// check the same before they send anything.
    ///
    /// ```
    /// use mde_api::indicators::{Indicator, IndicatorAction, IndicatorType};
    ///
    /// let indicator = Indicator::new(IndicatorType::IpAddress, "198.51.100.0/24")
    ///     .action(IndicatorAction::Block)
    ///     .title("test")
    ///     .description("test");
    /// assert!(indicator.check().unwrap_err().message().contains("no range"));
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](http_core::ErrorKind::Usage) naming the member.
    pub fn check(&self) -> Result<()> {
        let request = Request::new(&IMPORT).set_json("Indicators", &[self]);
        request.check_at(std::time::SystemTime::now())
    }

    /// Time left until the indicator ends: zero once it has expired, `None` if it never ends.
    ///
    /// The service removes expired indicators some time after their end; no page says when. Treat one with no time left
    /// as absent.
    ///
    /// ```
    /// use mde_api::Timestamp;
    /// use mde_api::indicators::Indicator;
    ///
    /// let indicator = Indicator::default().expires("2026-03-02T06:00:00Z");
    /// let left = indicator.time_left(&Timestamp::from("2026-03-02T05:59:00Z"));
    /// assert_eq!(left.map(|left| left.as_secs()), Some(60));
    /// ```
    pub fn time_left(&self, at: &Timestamp) -> Option<Duration> {
        let end = self.expiration_time.as_ref()?.instant()?;
        let seconds = end.as_second().saturating_sub(at.instant()?.as_second());
        Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
    }

    /// Whether the indicator has expired. `false` for a time that cannot be read.
    pub fn is_expired(&self, at: &Timestamp) -> bool {
        self.time_left(at).is_some_and(|left| left.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_without_an_end_does_not_expire_and_one_at_its_end_has() {
        let at = Timestamp::from("2026-03-02T06:00:00Z");
        let ending = |text: &str| {
            let indicator = Indicator::default().expires(text);
            (indicator.time_left(&at), indicator.is_expired(&at))
        };
        assert_eq!(Indicator::default().time_left(&at), None);
        assert!(!Indicator::default().is_expired(&at));
        let second = Duration::from_secs(1);
        assert_eq!(ending("2026-03-02T06:00:01Z"), (Some(second), false));
        for over in ["2026-03-02T06:00:00Z", "2020-01-01T00:00:00Z"] {
            assert_eq!(ending(over), (Some(Duration::ZERO), true));
        }
        assert_eq!(ending("some day"), (None, false));
    }
}
