//! The `claims` parameter of a token request: the client's capability and the API's challenge.
//!
//! The capability `xms_cc: ["cp1"]` says that the client handles claims challenges. APIs with
//! continuous access evaluation then accept tokens of up to 28 hours, which they can revoke at
//! once.
//!
//! Source: entra-docs, `app-resilience-continuous-access-evaluation.md`, `claims-challenge.md`.

use serde_json::{Map, Value, json};

use crate::token::credential::TokenRequestOptions;

impl TokenRequestOptions {
    /// Builds the `claims` parameter from capability and challenge; `None` if there is neither.
    ///
    /// A challenge that is not a JSON object is sent unchanged, for the identity service to refuse.
    pub(crate) fn wanted_claims(&self) -> Option<String> {
        if !self.enable_cae {
            return self.claims.clone();
        }
        let mut all = json!({"access_token": {"xms_cc": {"values": ["cp1"]}}});
        let Some(challenge) = &self.claims else {
            return Some(all.to_string());
        };
        match (serde_json::from_str(challenge), &mut all) {
            (Ok(Value::Object(challenge)), Value::Object(all)) => merge(all, challenge),
            _ => return Some(challenge.clone()),
        }
        Some(all.to_string())
    }
}

/// Merges a challenge into an object, member by member. On conflict the challenge wins.
fn merge(into: &mut Map<String, Value>, demand: Map<String, Value>) {
    for (name, value) in demand {
        match (into.get_mut(&name), value) {
            (Some(Value::Object(into)), Value::Object(value)) => merge(into, value),
            (_, value) => {
                into.insert(name, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wanted(options: &TokenRequestOptions) -> Value {
        serde_json::from_str(&options.wanted_claims().unwrap()).unwrap()
    }

    #[test]
    fn nothing_is_declared_unless_told() {
        let plain = TokenRequestOptions::default();
        assert_eq!(plain.wanted_claims(), None);
        let challenged = plain.with_claims("{}");
        assert_eq!(challenged.wanted_claims().as_deref(), Some("{}"));
    }

    #[test]
    fn capability_and_challenge_are_one() {
        let options = TokenRequestOptions::default().with_cae();
        let capability = json!({"access_token": {"xms_cc": {"values": ["cp1"]}}});
        assert_eq!(wanted(&options), capability);
        let challenge =
            r#"{"access_token":{"nbf":{"essential":true,"value":"1"}},"id_token":{"a":null}}"#;
        assert_eq!(
            wanted(&options.with_claims(challenge)),
            json!({
                "access_token": {"xms_cc": {"values": ["cp1"]}, "nbf": {"essential": true, "value": "1"}},
                "id_token": {"a": null},
            })
        );
    }

    #[test]
    fn the_challenge_wins() {
        let options = TokenRequestOptions::default().with_cae();
        let challenge = r#"{"access_token":{"xms_cc":{"values":["cp2"]}}}"#;
        let challenged = options.clone().with_claims(challenge);
        assert_eq!(
            wanted(&challenged),
            serde_json::from_str::<Value>(challenge).unwrap()
        );
        for text in ["no JSON", "[1]", ""] {
            let odd = options.clone().with_claims(text);
            assert_eq!(odd.wanted_claims().as_deref(), Some(text));
        }
    }

    proptest! {
        #[test]
        fn whatever_is_demanded_is_there(
            members in prop::collection::btree_map("[a-z_]{1,10}", "[ -~]{0,10}", 0..6),
        ) {
            let challenge = json!({"access_token": members});
            let options = TokenRequestOptions::default().with_cae().with_claims(challenge.to_string());
            let wanted = wanted(&options);
            for (name, value) in members {
                prop_assert_eq!(&wanted["access_token"][name.as_str()], &Value::from(value));
            }
        }
    }
}
