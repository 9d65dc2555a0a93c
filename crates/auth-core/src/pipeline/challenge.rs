//! The claims challenge in a `WWW-Authenticate` header.
//!
//! An API that supports continuous access evaluation refuses a revoked token with 401 and
//!
//! ```text
//! WWW-Authenticate: Bearer realm="", authorization_uri="…", error="insufficient_claims",
//!     claims="<base64 of JSON>"
//! ```
//!
//! The JSON goes into the `claims` parameter of the next token request. `http-auth` reads the
//! header by the grammar of RFC 9110, section 11; decision 25 lists what was measured.
//!
//! Source: entra-docs, `claims-challenge.md`.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::HeaderMap;
use http::header::WWW_AUTHENTICATE;
use http_auth::ChallengeRef;
use http_auth::parser::ChallengeParser;
use serde_json::Value;

/// Returns the JSON text of the claims that a refusal demands of the next token.
///
/// `None` without a `Bearer` challenge that has `error="insufficient_claims"` and decodable
/// `claims`. Several header lines and several challenges per line are read; a syntax error ends its
/// line, but challenges before it count.
pub(crate) fn claims(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(WWW_AUTHENTICATE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(ChallengeParser::new)
        .filter_map(Result::ok)
        .find_map(|challenge| claims_of(&challenge))
}

/// The decoded claims of a challenge, if it is a claims challenge.
fn claims_of(challenge: &ChallengeRef<'_>) -> Option<String> {
    let param = |name: &str| {
        let mut params = challenge.params.iter();
        let found = params.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(found.1.to_unescaped())
    };
    let is_claims_challenge = challenge.scheme.eq_ignore_ascii_case("bearer")
        && param("error").as_deref() == Some("insufficient_claims");
    is_claims_challenge.then(|| decode(&param("claims")?))?
}

/// Lenient about padding and trailing bits, which services encode differently.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// Decodes a JSON object from base64 of the standard or the URL-safe alphabet, with or without padding.
fn decode(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('=');
    let text = text.replace('-', "+").replace('_', "/");
    let json = String::from_utf8(BASE64.decode(text).ok()?).ok()?;
    let value: Value = serde_json::from_str(&json).ok()?;
    value.is_object().then_some(json)
}

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::{
        STANDARD as PADDED, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD,
    };
    use http::HeaderValue;
    use proptest::prelude::*;

    use super::*;

    /// Its base64 has every character in which the two alphabets differ, and padding.
    const DEMAND: &str = r#"{"access_token":{"acrs":{"essential":true,"value":"c1?>~ÿþ"}}}"#;

    fn read(lines: &[&str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(WWW_AUTHENTICATE, HeaderValue::from_str(line).unwrap());
        }
        claims(&headers)
    }

    #[test]
    fn all_four_forms_of_base64_are_read() {
        let forms = [
            PADDED.encode(DEMAND),
            STANDARD_NO_PAD.encode(DEMAND),
            URL_SAFE.encode(DEMAND),
            URL_SAFE_NO_PAD.encode(DEMAND),
        ];
        assert!(
            forms[0].contains(['+', '/']) && forms[0].ends_with('='),
            "{}",
            forms[0]
        );
        for form in forms {
            let quoted = format!(r#"Bearer error="insufficient_claims", claims="{form}""#);
            assert_eq!(read(&[&quoted]).as_deref(), Some(DEMAND), "{form}");
        }
        // Without quotes only a token is valid: no `/`, no padding.
        let bare = URL_SAFE_NO_PAD.encode(DEMAND);
        let bare = format!("Bearer error=insufficient_claims, claims={bare}");
        assert_eq!(read(&[&bare]).as_deref(), Some(DEMAND));
    }

    #[test]
    fn the_challenge_is_found_among_others() {
        let claims = URL_SAFE_NO_PAD.encode(DEMAND);
        for lines in [
            vec![format!(
                r#"Bearer realm="", authorization_uri="https://login.example/common/oauth2/authorize", client_id="0", error="insufficient_claims", claims="{claims}""#
            )],
            vec![format!(
                r#"PoP nonce="a, b", Basic, bearer CLAIMS = "{claims}" , Error="insufficient_claims""#
            )],
            vec![
                "Basic realm=/no/token.key".to_owned(),
                "Negotiate dG9rZW4=".to_owned(),
                format!(r#"Bearer error="insufficient_claims",claims="{claims}""#),
            ],
            vec![format!(
                r#"Negotiate, NTLM, Bearer realm="say \"hi\"", error="insufficient_claims", claims={claims}"#
            )],
            // A syntax error after the challenge does not hide it.
            vec![format!(
                r#"Bearer error="insufficient_claims", claims="{claims}", NTLM abc/d=="#
            )],
            // As Microsoft Graph sends it.
            vec![format!(
                r#"PoP realm="", authorization_uri="https://login.example/common", client_id="0", nonce="e30=", Bearer realm="", authorization_uri="https://login.example/common", client_id="0", errorDescription="Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp", error="insufficient_claims", claims="{claims}""#
            )],
        ] {
            let lines: Vec<_> = lines.iter().map(String::as_str).collect();
            assert_eq!(read(&lines).as_deref(), Some(DEMAND), "{lines:?}");
        }
    }

    #[test]
    fn anything_else_is_no_challenge() {
        let claims = URL_SAFE_NO_PAD.encode(DEMAND);
        for line in [
            String::new(),
            "Bearer".to_owned(),
            r#"Bearer error="invalid_token""#.to_owned(),
            r#"Bearer error="insufficient_claims""#.to_owned(),
            r#"Bearer error="insufficient_claims", claims="%%%""#.to_owned(),
            format!(
                r#"Bearer error="insufficient_claims", claims="{}""#,
                URL_SAFE.encode("[]")
            ),
            format!(r#"PoP error="insufficient_claims", claims="{claims}""#),
            format!(r#"Bearer error="insufficient_claims", PoP claims="{claims}""#),
            format!(r#"Bearer claims="{claims}""#),
        ] {
            assert_eq!(read(&[&line]), None, "{line}");
        }
    }

    proptest! {
        #[test]
        fn no_line_does_harm(line in "[ -~\\t]{0,80}") {
            let _ = read(&[&line]);
        }

        /// Other parameters, in any order and with any text, never hide or fake the claims.
        #[test]
        fn claims_are_found_among_any_parameters(
            before in prop::collection::vec(("x[a-z_]{0,8}", "[ -~]{0,20}"), 0..4),
            after in prop::collection::vec(("x[a-z_]{0,8}", "[ -~]{0,20}"), 0..4),
        ) {
            let claims = URL_SAFE.encode(DEMAND);
            let own = [("error", "insufficient_claims"), ("claims", &*claims)];
            let all = before.iter().chain(&after).map(|(name, value)| (&**name, &**value));
            let text: Vec<_> = all
                .clone()
                .take(before.len())
                .chain(own)
                .chain(all.skip(before.len()))
                .map(|(name, value)| {
                    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
                    format!("{name}=\"{escaped}\"")
                })
                .collect();
            let line = format!("Bearer {}", text.join(", "));
            let found = read(&[&line]);
            prop_assert_eq!(found.as_deref(), Some(DEMAND), "{}", line);
        }
    }
}
