//! Reading a claims challenge out of `WWW-Authenticate`.
//!
//! Source: entra-docs, `claims-challenge.md`; the grammar is RFC 9110's, section 11.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use http::HeaderMap;
use http::header::WWW_AUTHENTICATE;
use serde_json::Value;

/// The JSON text of the claims that a refusal demands of the next token.
pub(crate) fn claims(headers: &HeaderMap) -> Option<String> {
    headers
        .get_all(WWW_AUTHENTICATE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(challenges)
        .find_map(|challenge| challenge.claims())
}

/// One scheme with its parameters.
#[derive(Debug, Default, PartialEq)]
struct Challenge {
    scheme: String,
    params: Vec<(String, String)>,
}

impl Challenge {
    fn param(&self, name: &str) -> Option<&str> {
        let found = self
            .params
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(&found.1)
    }

    fn claims(&self) -> Option<String> {
        if !self.scheme.eq_ignore_ascii_case("bearer")
            || self.param("error") != Some("insufficient_claims")
        {
            return None;
        }
        decode(self.param("claims")?)
    }
}

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
        .with_decode_allow_trailing_bits(true),
);

/// JSON in base64, of the standard or the URL-safe alphabet, padded or not.
fn decode(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('=');
    let text = text.replace('-', "+").replace('_', "/");
    let json = String::from_utf8(BASE64.decode(text).ok()?).ok()?;
    let value: Value = serde_json::from_str(&json).ok()?;
    value.is_object().then_some(json)
}

/// The challenges of one header line. What fits no rule is passed over.
fn challenges(line: &str) -> Vec<Challenge> {
    let mut found: Vec<Challenge> = Vec::new();
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        if rest.is_empty() {
            return found;
        }
        let (word, after) = token(rest);
        if word.is_empty() {
            rest = past_comma(rest);
        } else if let Some((value, after)) = value(after) {
            if let Some(challenge) = found.last_mut() {
                challenge.params.push((word.to_owned(), value));
            }
            rest = after;
        } else {
            found.push(Challenge {
                scheme: word.to_owned(),
                params: Vec::new(),
            });
            rest = after;
        }
    }
}

/// The longest beginning that is a token.
fn token(text: &str) -> (&str, &str) {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    let end = text.find(|c| !is_token(c)).unwrap_or(text.len());
    text.split_at(end)
}

/// `= value` at the beginning of a text: quoted, or up to the next comma or blank.
fn value(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches([' ', '\t']).strip_prefix('=')?;
    let text = text.trim_start_matches([' ', '\t']);
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([',', ' ', '\t']).unwrap_or(text.len());
        return Some((text[..end].to_owned(), &text[end..]));
    };
    let mut value = String::new();
    let mut chars = quoted.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, &quoted[at + 1..])),
            '\\' => value.extend(chars.next().map(|(_, escaped)| escaped)),
            _ => value.push(c),
        }
    }
    Some((value, ""))
}

fn past_comma(text: &str) -> &str {
    text.split_once(',').map_or("", |(_, rest)| rest)
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
            let bare = format!("Bearer error=insufficient_claims, claims={form}");
            assert_eq!(read(&[&bare]).as_deref(), Some(DEMAND), "{form}");
        }
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
                "Negotiate dG9rZW4=".to_owned(),
                format!(r#"Bearer error="insufficient_claims",claims="{claims}""#),
            ],
            vec![format!(
                r#"NTLM abc/d==, Bearer realm="say \"hi\"", error="insufficient_claims", claims={claims}"#
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
            let _ = challenges(&line);
        }

        #[test]
        fn any_parameters_come_back(
            scheme in "[A-Za-z]{1,8}",
            params in prop::collection::vec(("[a-z_]{1,8}", "[ -~]{0,20}"), 1..5),
        ) {
            let text: Vec<_> = params
                .iter()
                .map(|(name, value)| {
                    let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
                    format!("{name}=\"{escaped}\"")
                })
                .collect();
            let line = format!("{scheme} {}", text.join(", "));
            prop_assert_eq!(challenges(&line), vec![Challenge { scheme, params }]);
        }
    }
}
