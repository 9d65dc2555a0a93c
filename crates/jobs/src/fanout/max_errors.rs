//! How many tenants may fail.

use std::str::FromStr;

/// A number of tenants, or a share of them: `5`, `10%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MaxErrors {
    /// This many.
    Count(usize),
    /// This many of a hundred, rounded down.
    Percent(u8),
}

impl MaxErrors {
    /// The number for a number of tenants.
    ///
    /// ```
    /// use jobs::MaxErrors;
    ///
    /// let most: MaxErrors = "10%".parse()?;
    /// assert_eq!((most.of(500), most.of(9)), (50, 0));
    /// # Ok::<(), String>(())
    /// ```
    pub fn of(self, tenants: usize) -> usize {
        match self {
            Self::Count(count) => count,
            Self::Percent(percent) => tenants.saturating_mul(percent.into()) / 100,
        }
    }
}

impl FromStr for MaxErrors {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("expected a number such as 5 or a share such as 10%, not `{text}`");
        match text.strip_suffix('%') {
            Some(number) => match number.parse() {
                Ok(percent @ 0..=100) => Ok(Self::Percent(percent)),
                _ => Err(wrong()),
            },
            None => text.parse().map(Self::Count).map_err(|_| wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_a_share() {
        assert_eq!("5".parse(), Ok(MaxErrors::Count(5)));
        assert_eq!("0".parse(), Ok(MaxErrors::Count(0)));
        assert_eq!("100%".parse(), Ok(MaxErrors::Percent(100)));
        for text in ["", "%", "101%", "-1", "5 %", "x"] {
            assert!(text.parse::<MaxErrors>().is_err(), "{text}");
        }
    }
}
