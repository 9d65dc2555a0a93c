//! The validity period of assertions: `exp` and `nbf`, with a tolerance for clock skew.

use serde_json::Value;

use super::error::TokenError;

/// Tolerated clock difference, in seconds.
const SKEW: i64 = 300;

/// Checks `exp` and `nbf` of an assertion.
///
/// # Errors
///
/// `AADSTS700024` if the assertion has expired, is not valid yet, or has no `exp`.
pub(crate) fn check(claims: &Value, now: i64) -> Result<(), TokenError> {
    // Accepted: some clients write times as text or with a fraction.
    let time = |name: &str| {
        let value = claims.get(name)?;
        let whole = value.as_i64().or_else(|| value.as_str()?.parse().ok());
        whole.or_else(|| value.as_f64().map(|seconds| seconds as i64))
    };
    let (Some(exp), begin) = (time("exp"), time("nbf").unwrap_or(now)) else {
        return Err(TokenError::assertion_outside_its_time());
    };
    if exp + SKEW <= now || begin > now + SKEW {
        return Err(TokenError::assertion_outside_its_time());
    }
    Ok(())
}
