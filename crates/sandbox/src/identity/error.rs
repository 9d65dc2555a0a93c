//! Errors of the token endpoint. Those about users and consent are in `error/user.rs`.
//!
//! Every error has an OAuth error, an AADSTS code and a text. Clients should decide by the
//! first two; the texts follow the documented ones and may change at any time.
//!
//! Source: entra-docs, `reference-error-codes.md`; observed responses.

mod user;

use jiff::Timestamp;
use serde_json::json;

use crate::answer::Answer;
use crate::random;

/// An error of the token endpoint.
#[derive(Debug)]
pub(crate) struct TokenError {
    status: u16,
    /// The OAuth error, such as `invalid_client` (RFC 6749, section 5.2).
    error: &'static str,
    /// The number behind `AADSTS`.
    code: u32,
    text: String,
}

impl TokenError {
    fn new(status: u16, error: &'static str, code: u32, text: impl Into<String>) -> TokenError {
        TokenError {
            status,
            error,
            code,
            text: text.into(),
        }
    }

    /// The tenant does not exist in this cloud.
    pub(crate) fn unknown_tenant(tenant: &str) -> TokenError {
        let text = format!(
            "Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into \
             the correct cloud. Check with your subscription administrator, this may happen if there are no active \
             subscriptions for the tenant."
        );
        TokenError::new(400, "invalid_request", 90002, text)
    }

    /// Client credentials were sent to `common`, `organizations` or `consumers`.
    pub(crate) fn no_tenant() -> TokenError {
        let text = "No tenant-identifying information found in either the request or implied by any provided credentials.";
        TokenError::new(400, "invalid_request", 50059, text)
    }

    /// The application is not registered in the tenant and was not consented to.
    pub(crate) fn unknown_application(client_id: &str, tenant: &str) -> TokenError {
        let text = format!(
            "Application with identifier '{client_id}' was not found in the directory '{tenant}'. This can happen if \
             the application has not been installed by the administrator of the tenant or consented to by any user in \
             the tenant. You may have sent your authentication request to the wrong tenant."
        );
        TokenError::new(400, "unauthorized_client", 700_016, text)
    }

    /// The secret is wrong. Often the id of the secret was sent instead of its value.
    pub(crate) fn wrong_secret(client_id: &str) -> TokenError {
        let text = format!(
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, \
             not the client secret ID, for a secret added to app '{client_id}'."
        );
        TokenError::new(401, "invalid_client", 7_000_215, text)
    }

    /// The secret is right and past its date.
    pub(crate) fn expired_secret(client_id: &str) -> TokenError {
        let text = format!("The provided client secret keys for app '{client_id}' are expired.");
        TokenError::new(401, "invalid_client", 7_000_222, text)
    }

    /// A confidential client sent neither secret nor assertion.
    pub(crate) fn no_client_credential() -> TokenError {
        let text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
        TokenError::new(401, "invalid_client", 7_000_218, text)
    }

    /// The assertion type is not `jwt-bearer`.
    pub(crate) fn unknown_assertion_type(kind: &str) -> TokenError {
        let text = format!(
            "The value '{kind}' of the request parameter 'client_assertion_type' is not supported."
        );
        TokenError::new(400, "invalid_request", 90023, text)
    }

    /// The assertion is not a JWT.
    pub(crate) fn malformed_assertion() -> TokenError {
        let text = "Invalid JWT token. Token format not valid: a signed JWT is expected as the client assertion.";
        TokenError::new(401, "invalid_client", 50027, text)
    }

    /// The thumbprint in the header belongs to no certificate of the application.
    pub(crate) fn unknown_key(thumbprint: &str) -> TokenError {
        let text = format!(
            "The certificate with identifier used to sign the client assertion is not registered on application. \
             [Reason - The key was not found., Thumbprint of key used by client: '{thumbprint}']"
        );
        TokenError::new(401, "invalid_client", 700_027, text)
    }

    /// The certificate is registered, but its key did not sign the assertion.
    pub(crate) fn wrong_signature(thumbprint: &str) -> TokenError {
        let text = format!(
            "Client assertion failed signature validation. [Reason - The key was found, but use of the key to verify \
             the signature failed., Thumbprint of key used by client: '{thumbprint}']"
        );
        TokenError::new(401, "invalid_client", 700_027, text)
    }

    /// The certificate has expired. Entra uses the same code as for a wrong signature.
    pub(crate) fn expired_certificate(thumbprint: &str) -> TokenError {
        let text = format!(
            "Client assertion contains an invalid signature. [Reason - The key used is expired., Thumbprint of key \
             used by client: '{thumbprint}']"
        );
        TokenError::new(401, "invalid_client", 700_027, text)
    }

    /// The keys of a federated issuer cannot be fetched, or the signature is wrong.
    pub(crate) fn issuer_without_key() -> TokenError {
        let text = "Unable to fetch the signing keys of the client assertion's issuer, or its signature is invalid.";
        TokenError::new(401, "invalid_client", 5_002_730, text)
    }

    /// No federated credential of the application has this issuer.
    pub(crate) fn unknown_issuer(issuer: &str) -> TokenError {
        let text = format!(
            "No matching federated identity record found for presented assertion issuer '{issuer}'."
        );
        TokenError::new(401, "invalid_client", 700_211, text)
    }

    /// The federated token is not for `api://AzureADTokenExchange`.
    pub(crate) fn unknown_audience(audience: &str) -> TokenError {
        let text = format!(
            "No matching federated identity record found for presented assertion audience '{audience}'."
        );
        TokenError::new(401, "invalid_client", 700_212, text)
    }

    /// The issuer is trusted, but not for this subject.
    pub(crate) fn unknown_subject(subject: &str) -> TokenError {
        let text = format!(
            "No matching federated identity record found for presented assertion subject '{subject}'."
        );
        TokenError::new(401, "invalid_client", 700_213, text)
    }

    /// The assertion has expired or is not valid yet.
    pub(crate) fn assertion_outside_its_time() -> TokenError {
        let text = "Client assertion is not within its valid time range. Review the documentation for the time \
                    claims of a client assertion.";
        TokenError::new(401, "invalid_client", 700_024, text)
    }

    /// The audience is not the token endpoint of this tenant.
    pub(crate) fn assertion_for_another(audience: &str) -> TokenError {
        let text = format!(
            "Client assertion audience claim does not match Realm issuer. It is '{audience}'."
        );
        TokenError::new(401, "invalid_client", 700_023, text)
    }

    /// Issuer and subject of a client assertion must both be the client id.
    pub(crate) fn issuer_is_not_subject() -> TokenError {
        let text = "Subject must match Issuer claim in the client assertion.";
        TokenError::new(401, "invalid_client", 50048, text)
    }

    /// A required field of the form is missing or empty.
    pub(crate) fn missing_parameter(name: &str) -> TokenError {
        let text = format!("The request body must contain the following parameter: '{name}'.");
        TokenError::new(400, "invalid_request", 900_144, text)
    }

    /// The grant type is unknown or not allowed for the application.
    pub(crate) fn unsupported_grant(grant: &str) -> TokenError {
        let text = format!("The app requested an unsupported grant type '{grant}'.");
        TokenError::new(400, "unsupported_grant_type", 70003, text)
    }

    /// The scope is malformed, or names several resources.
    pub(crate) fn invalid_scope(scope: &str) -> TokenError {
        let text = format!(
            "The provided value for the input parameter 'scope' is not valid. The scope '{scope}' is not valid."
        );
        TokenError::new(400, "invalid_scope", 70011, text)
    }

    /// Client credentials need a scope that ends with `/.default`.
    pub(crate) fn scope_without_default(scope: &str) -> TokenError {
        let text = format!(
            "The provided value for scope {scope} is not valid. Client credential flows must have a scope value with \
             /.default suffixed to the resource identifier (application ID URI)."
        );
        TokenError::new(400, "invalid_scope", 1_002_012, text)
    }

    /// `resource` was sent to the v2.0 endpoint, which takes `scope`.
    pub(crate) fn resource_on_v2() -> TokenError {
        let text = "The 'resource' request parameter isn't supported with the v2.0 endpoint.";
        TokenError::new(400, "invalid_request", 901_002, text)
    }

    /// The resource of the scope does not exist in the tenant.
    pub(crate) fn unknown_resource(resource: &str, tenant: &str) -> TokenError {
        let text = format!(
            "The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if \
             the application has not been installed by the administrator of the tenant or consented to by any user in \
             the tenant. You might have sent your authentication request to the wrong tenant."
        );
        TokenError::new(400, "invalid_resource", 500_011, text)
    }

    /// Code and text, as an error page shows them.
    pub(crate) fn text(&self) -> String {
        format!("AADSTS{}: {}", self.code, self.text)
    }

    /// The OAuth error for a redirect. It differs from the one of the token endpoint if the
    /// user declined.
    pub(crate) fn redirect_word(&self) -> &'static str {
        match self.code {
            65004 => "access_denied",
            _ => self.error,
        }
    }

    /// `error_description`: code, text, ids and time.
    pub(crate) fn description(&self, now: Timestamp, correlation_id: &str) -> String {
        self.describe(now, correlation_id, &random::request_id())
    }

    fn describe(&self, now: Timestamp, correlation_id: &str, trace_id: &str) -> String {
        let timestamp = timestamp_text(now);
        format!(
            "{} Trace ID: {trace_id} Correlation ID: {correlation_id} Timestamp: {timestamp}",
            self.text()
        )
    }

    /// The error body. Trace id, correlation id and time are members and part of the
    /// description.
    pub(crate) fn answer(&self, now: Timestamp, correlation_id: &str, host: &str) -> Answer {
        let trace_id = random::request_id();
        let timestamp = timestamp_text(now);
        let code = self.code;
        let description = self.describe(now, correlation_id, &trace_id);
        Answer::json(
            self.status,
            json!({
                "error": self.error,
                "error_description": description,
                "error_codes": [code],
                "timestamp": timestamp,
                "trace_id": trace_id,
                "correlation_id": correlation_id,
                "error_uri": format!("{host}/error?code={code}"),
            }),
        )
    }
}

/// A time as error bodies write it.
fn timestamp_text(now: Timestamp) -> String {
    now.strftime("%Y-%m-%d %H:%M:%SZ").to_string()
}
