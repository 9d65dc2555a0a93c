//! Errors about users, their codes and tokens, and consent.

use super::TokenError;

impl TokenError {
    /// The user has not signed in yet. The client continues to poll.
    pub(crate) fn authorization_pending() -> TokenError {
        let text = "OAuth 2.0 device flow error. Authorization is pending. Continue polling.";
        TokenError::new(400, "authorization_pending", 70016, text)
    }

    /// The client polled before the interval was over (RFC 8628, section 3.5).
    pub(crate) fn slow_down() -> TokenError {
        let text = "OAuth 2.0 device flow error. The client polls too often.";
        TokenError::new(400, "slow_down", 70016, text)
    }

    /// The user declined the device code.
    pub(crate) fn declined() -> TokenError {
        let text = "The user declined the authorization request.";
        TokenError::new(400, "authorization_declined", 70016, text)
    }

    /// The device code was not used within its lifetime.
    pub(crate) fn expired_device_code() -> TokenError {
        let text = "Verification code expired. Have the user retry the sign-in.";
        TokenError::new(400, "expired_token", 70019, text)
    }

    /// The device code was never issued, or was issued to another application.
    pub(crate) fn unknown_device_code() -> TokenError {
        let text = "Invalid verification code: the device code is not known.";
        TokenError::new(400, "bad_verification_code", 70018, text)
    }

    /// The refresh token was never issued to this application, or was used up.
    pub(crate) fn unknown_refresh_token() -> TokenError {
        let text = "The provided grant is invalid or malformed: the refresh token is not known for this application.";
        TokenError::new(400, "invalid_grant", 70000, text)
    }

    /// The authorization code was never issued, or for another client or tenant.
    pub(crate) fn unknown_code() -> TokenError {
        let text = "The provided authorization code is malformed, or was issued to another client or tenant.";
        TokenError::new(400, "invalid_grant", 9_002_313, text)
    }

    /// The authorization code was redeemed before.
    pub(crate) fn used_code() -> TokenError {
        let text = "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an \
                    existing refresh token.";
        TokenError::new(400, "invalid_grant", 54005, text)
    }

    /// The authorization code was not redeemed within its lifetime.
    pub(crate) fn expired_code() -> TokenError {
        let text = "The provided authorization code has expired.";
        TokenError::new(400, "invalid_grant", 70008, text)
    }

    /// The redirect address differs from the one of the authorization request.
    pub(crate) fn other_redirect() -> TokenError {
        let text = "The reply address of the token request is not the one the code was issued for.";
        TokenError::new(400, "invalid_grant", 500_112, text)
    }

    /// The authorization request had a PKCE challenge, the token request has no verifier.
    pub(crate) fn no_code_verifier() -> TokenError {
        let text = "A code verifier is needed: the code was asked for with a code challenge.";
        TokenError::new(400, "invalid_grant", 501_481, text)
    }

    /// The PKCE verifier does not match the challenge.
    pub(crate) fn wrong_code_verifier() -> TokenError {
        let text =
            "The code verifier does not match the code challenge of the authorization request.";
        TokenError::new(400, "invalid_grant", 501_481, text)
    }

    /// The redirect address is not registered.
    pub(crate) fn unknown_redirect(address: &str) -> TokenError {
        let text = format!(
            "The redirect URI '{address}' specified in the request does not match the redirect URIs configured for \
             the application."
        );
        TokenError::new(400, "invalid_request", 50011, text)
    }

    /// The user or administrator declined.
    pub(crate) fn consent_declined() -> TokenError {
        let text = "User declined to consent to access the app.";
        TokenError::new(400, "consent_required", 65004, text)
    }

    /// A partner redeems a refresh token in a tenant of a customer who has not consented.
    pub(crate) fn no_delegated_consent(client_id: &str, tenant: &str) -> TokenError {
        let text = format!(
            "The application '{client_id}' you are trying to access has not been authorized in the tenant '{tenant}' \
             in the context of delegated administration. It must be authorized there first."
        );
        TokenError::new(400, "invalid_grant", 90099, text)
    }

    /// An administrator has disabled the application.
    pub(crate) fn disabled_application(client_id: &str) -> TokenError {
        let text = format!("Application '{client_id}' is disabled.");
        TokenError::new(400, "unauthorized_client", 7_000_112, text)
    }

    /// The tenant exists in a national cloud.
    pub(crate) fn tenant_of_another_cloud(tenant: &str) -> TokenError {
        let text = format!(
            "Tenant '{tenant}' request is being redirected to the national cloud it lives in."
        );
        TokenError::new(400, "invalid_request", 90038, text)
    }

    /// No user has this name.
    pub(crate) fn unknown_user() -> TokenError {
        let text = "The user account does not exist in the directory.";
        TokenError::new(400, "invalid_grant", 50034, text)
    }

    /// The password is wrong.
    pub(crate) fn wrong_password() -> TokenError {
        let text = "Error validating credentials due to invalid username or password.";
        TokenError::new(400, "invalid_grant", 50126, text)
    }

    /// The password grant needs a tenant; `common` and `consumers` do not accept it.
    pub(crate) fn no_password_here() -> TokenError {
        let text = "The grant type is not supported over the /common or /consumers endpoints.";
        TokenError::new(400, "invalid_request", 9_001_023, text)
    }

    /// The assertion of the on-behalf-of flow is not a token of a user.
    pub(crate) fn invalid_user_assertion() -> TokenError {
        let text = "Assertion failed signature validation, or is not a token of a user.";
        TokenError::new(400, "invalid_grant", 50013, text)
    }

    /// The assertion was issued for another application.
    pub(crate) fn user_assertion_for_another(audience: &str) -> TokenError {
        let text = format!(
            "Assertion audience does not match the client app presenting the assertion. It is '{audience}'."
        );
        TokenError::new(400, "invalid_grant", 500_131, text)
    }

    /// The assertion has expired.
    pub(crate) fn user_assertion_ended() -> TokenError {
        let text = "Assertion is not within its valid time range.";
        TokenError::new(400, "invalid_grant", 500_133, text)
    }

    /// A parameter has a value that is not supported.
    pub(crate) fn malformed(text: &str) -> TokenError {
        TokenError::new(400, "invalid_request", 90023, text)
    }

    /// Instance discovery for an authority of another host.
    pub(crate) fn unknown_instance() -> TokenError {
        let text = "The authorization endpoint is not one of this cloud.";
        TokenError::new(400, "invalid_instance", 50049, text)
    }
}
