//! State of sign-ins: device codes, authorization codes, refresh tokens, consents.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;

use super::error::TokenError;
use crate::random;

/// Lifetime of a device code, in seconds.
pub(crate) const CODE_LIFE: i64 = 900;
/// Polling interval of a device code, in seconds.
pub(crate) const INTERVAL: i64 = 5;

/// Lifetime of an authorization code, in seconds.
const AUTHORIZATION_LIFE: i64 = 600;

/// What the user does at a sign-in page, at a consent page, or with a device code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Person {
    /// Signs in and consents: at once on a page, between the first and the second poll with
    /// a device code.
    #[default]
    Approves,
    /// Declines, at the same time.
    Declines,
    /// Does nothing. A device code expires after 15 minutes.
    Away,
}

/// All sign-ins of an emulator.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    state: Mutex<SessionState>,
    /// Whether a refresh token ends with its first use.
    single_use: bool,
}

/// All state, behind one lock.
#[derive(Debug, Default)]
struct SessionState {
    /// By device code.
    codes: HashMap<String, Code>,
    /// Client id, by refresh token.
    refresh_tokens: HashMap<String, String>,
    /// By authorization code. `None` after it was redeemed.
    authorizations: HashMap<String, Option<SignedIn>>,
    /// Tenant and client id, in lower case.
    consents: HashSet<(String, String)>,
}

/// A sign-in that an authorization code stands for.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    pub(crate) client_id: String,
    /// As in the address of the page: it may be `common`.
    pub(crate) tenant: String,
    /// Must be repeated in the token request.
    pub(crate) redirect_uri: String,
    pub(crate) challenge: Option<Challenge>,
    /// Returned in the id token.
    pub(crate) nonce: Option<String>,
    /// In seconds since 1970.
    pub(crate) started: i64,
}

/// A PKCE challenge (RFC 7636).
#[derive(Clone, Debug)]
pub(crate) enum Challenge {
    Plain(String),
    Sha256(String),
}

impl Challenge {
    /// Whether a verifier matches the challenge.
    pub(crate) fn is_met_by(&self, verifier: &str) -> bool {
        match self {
            Challenge::Plain(text) => text == verifier,
            Challenge::Sha256(text) => {
                let hash =
                    aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, verifier.as_bytes());
                *text == URL_SAFE_NO_PAD.encode(hash)
            }
        }
    }
}

/// A device code.
#[derive(Debug)]
struct Code {
    client_id: String,
    /// Scopes of the request for the code. The token request need not repeat them.
    scope: String,
    started: i64,
    /// Time of the last poll, in seconds since 1970.
    polled: Option<i64>,
}

impl Sessions {
    pub(crate) fn with_single_use(self, single_use: bool) -> Self {
        Self { single_use, ..self }
    }

    /// Issues a device code to an application.
    pub(crate) fn new_code(&self, client_id: &str, scope: &str, now: Timestamp) -> String {
        let device_code = format!("D{}", random::request_id());
        let code = Code {
            client_id: client_id.to_owned(),
            scope: scope.to_owned(),
            started: now.as_second(),
            polled: None,
        };
        self.lock().codes.insert(device_code.clone(), code);
        device_code
    }

    /// The scopes of a device code after the user has signed in.
    ///
    /// # Errors
    ///
    /// `authorization_pending`, `slow_down`, `authorization_declined`, `expired_token`, or
    /// `bad_verification_code` for a code of another application.
    pub(crate) fn poll(
        &self,
        device_code: &str,
        client_id: &str,
        person: Person,
        now: Timestamp,
    ) -> Result<String, TokenError> {
        let now = now.as_second();
        let mut state = self.lock();
        let code = state.codes.get_mut(device_code);
        let code = code
            .filter(|code| code.client_id.eq_ignore_ascii_case(client_id))
            .ok_or_else(TokenError::unknown_device_code)?;
        if now >= code.started + CODE_LIFE {
            return Err(TokenError::expired_device_code());
        }
        let before = code.polled.replace(now);
        if now < before.unwrap_or(code.started) + INTERVAL {
            return Err(TokenError::slow_down());
        }
        match (before, person) {
            (Some(_), Person::Approves) => {}
            (Some(_), Person::Declines) => return Err(TokenError::declined()),
            _ => return Err(TokenError::authorization_pending()),
        }
        let code = state.codes.remove(device_code);
        Ok(code.map(|code| code.scope).unwrap_or_default())
    }

    /// Issues an authorization code.
    pub(crate) fn new_authorization(&self, signed_in: SignedIn) -> String {
        let code = format!("1.code.{}", random::request_id());
        self.lock()
            .authorizations
            .insert(code.clone(), Some(signed_in));
        code
    }

    /// The sign-in of an authorization code. The code is used up even if the caller then
    /// refuses the request.
    pub(crate) fn redeem(&self, code: &str, now: Timestamp) -> Result<SignedIn, TokenError> {
        let mut state = self.lock();
        let entry = state.authorizations.get_mut(code);
        let entry = entry.ok_or_else(TokenError::unknown_code)?;
        let signed_in = entry.take().ok_or_else(TokenError::used_code)?;
        if now.as_second() >= signed_in.started + AUTHORIZATION_LIFE {
            return Err(TokenError::expired_code());
        }
        Ok(signed_in)
    }

    /// Records the consent of an administrator.
    pub(crate) fn consent(&self, tenant: &str, client_id: &str) {
        self.lock().consents.insert(consent_key(tenant, client_id));
    }

    /// Whether an administrator of the tenant has consented to the application.
    pub(crate) fn has_consented(&self, tenant: &str, client_id: &str) -> bool {
        self.lock()
            .consents
            .contains(&consent_key(tenant, client_id))
    }

    /// Issues a refresh token to an application.
    pub(crate) fn new_refresh_token(&self, client_id: &str) -> String {
        let token = format!("1.sandbox.{}", random::request_id());
        let mut state = self.lock();
        state
            .refresh_tokens
            .insert(token.clone(), client_id.to_owned());
        token
    }

    /// Checks a refresh token of an application. Uses it up if refresh tokens are for
    /// single use.
    pub(crate) fn check(&self, refresh_token: &str, client_id: &str) -> Result<(), TokenError> {
        let mut state = self.lock();
        match state.refresh_tokens.get(refresh_token) {
            Some(owner) if owner.eq_ignore_ascii_case(client_id) => {}
            _ => return Err(TokenError::unknown_refresh_token()),
        }
        if self.single_use {
            state.refresh_tokens.remove(refresh_token);
        }
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, SessionState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn consent_key(tenant: &str, client_id: &str) -> (String, String) {
    (tenant.to_ascii_lowercase(), client_id.to_ascii_lowercase())
}
