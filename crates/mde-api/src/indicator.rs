//! Indicators that cannot be right, and indicators that end.

use std::time::Duration;

use http_core::{Request, Result, Timestamp};

use crate::indicators::{IMPORT, Indicator};

impl Indicator {
    /// Whether the indicator can be right: it has what the service requires, its value fits its type, and its time is not
    /// over. [`import`](crate::indicators::Indicators::import) and [`submit`](crate::indicators::Indicators::submit)
    /// check the same before they send anything.
    ///
    /// ```
    /// use mde_api::indicators::{Indicator, IndicatorAction, IndicatorType};
    ///
    /// let mut indicator = Indicator::default();
    /// indicator.indicator_type = Some(IndicatorType::IpAddress);
    /// indicator.indicator_value = Some("198.51.100.0/24".to_owned());
    /// indicator.action = Some(IndicatorAction::Block);
    /// indicator.title = Some("test".to_owned());
    /// indicator.description = Some("test".to_owned());
    /// assert!(indicator.check().unwrap_err().message().contains("no range"));
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`](http_core::ErrorKind::Usage) naming the member.
    pub fn check(&self) -> Result<()> {
        let request = Request::new(&IMPORT).set_json("Indicators", &[self]);
        request.check_at(std::time::SystemTime::now())
    }

    /// How much time the indicator has left at an instant: nothing once it is over, `None` where it never ends.
    ///
    /// The service removes expired indicators some time after their end; no page says when. Treat one with no time left
    /// as absent.
    ///
    /// ```
    /// use mde_api::Timestamp;
    /// use mde_api::indicators::Indicator;
    ///
    /// let mut indicator = Indicator::default();
    /// indicator.expiration_time = Some("2026-03-02T06:00:00Z".into());
    /// let left = indicator.time_left(&Timestamp::from("2026-03-02T05:59:00Z"));
    /// assert_eq!(left.map(|left| left.as_secs()), Some(60));
    /// ```
    pub fn time_left(&self, at: &Timestamp) -> Option<Duration> {
        let end = self.expiration_time.as_ref()?.instant()?;
        let seconds = end.as_second().saturating_sub(at.instant()?.as_second());
        Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
    }

    /// Whether its time is over.
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
            let indicator = Indicator {
                expiration_time: Some(text.into()),
                ..Indicator::default()
            };
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
