//! Device codes, authorization codes and refresh tokens that were state out, and consents that were state.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;

use super::error::TokenError;
use crate::random;

/// How long a device code is good for, and how often a client may ask after it, in seconds.
pub(crate) const CODE_LIFE: i64 = 900;
pub(crate) const INTERVAL: i64 = 5;

/// How long an authorization code is good for, in seconds.
const AUTHORIZATION_LIFE: i64 = 600;

/// What the person does who is shown a device code, or sits before the page to sign in or to consent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Person {
    /// Signs in and consents: at once on a page, between the client's first question and its second by a device code.
    #[default]
    Approves,
    /// Refuses, at the same time.
    Declines,
    /// Never comes.
    Away,
}

#[derive(Debug, Default)]
pub(crate) struct Sessions {
    state: Mutex<SessionState>,
    /// Whether a refresh token ends with its first use.
    single_use: bool,
}

#[derive(Debug, Default)]
struct SessionState {
    codes: HashMap<String, Code>,
    /// By refresh token, the application it was issued to.
    refresh_tokens: HashMap<String, String>,
    /// By authorization code; `None` once it was redeemed.
    authorizations: HashMap<String, Option<SignedIn>>,
    /// Tenant and application, in lower case.
    consents: HashSet<(String, String)>,
}

/// What an authorization code stands for.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    pub(crate) client_id: String,
    /// As it stood in the address of the page.
    pub(crate) tenant: String,
    pub(crate) redirect_uri: String,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) nonce: Option<String>,
    /// In seconds since 1970.
    pub(crate) started: i64,
}

/// What the code verifier has to match (RFC 7636).
#[derive(Clone, Debug)]
pub(crate) enum Challenge {
    Plain(String),
    Sha256(String),
}

impl Challenge {
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

#[derive(Debug)]
struct Code {
    client_id: String,
    /// What was asked for; the request for the tokens need not say it again.
    scope: String,
    started: i64,
    polled: Option<i64>,
}

impl Sessions {
    pub(crate) fn with_single_use(self, single_use: bool) -> Self {
        Self { single_use, ..self }
    }

    /// A new device code for an application.
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

    /// The scopes of a code whose sign-in is done.
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

    /// A new authorization code.
    pub(crate) fn new_authorization(&self, signed_in: SignedIn) -> String {
        let code = format!("1.code.{}", random::request_id());
        self.lock()
            .authorizations
            .insert(code.clone(), Some(signed_in));
        code
    }

    /// What a code stands for; it is good once, whatever comes of it.
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

    /// An administrator of a tenant lets an application in.
    pub(crate) fn consent(&self, tenant: &str, client_id: &str) {
        self.lock().consents.insert(consent_key(tenant, client_id));
    }

    pub(crate) fn has_consented(&self, tenant: &str, client_id: &str) -> bool {
        self.lock()
            .consents
            .contains(&consent_key(tenant, client_id))
    }

    /// A new refresh token of an application's user.
    pub(crate) fn new_refresh_token(&self, client_id: &str) -> String {
        let token = format!("1.sandbox.{}", random::request_id());
        let mut state = self.lock();
        state
            .refresh_tokens
            .insert(token.clone(), client_id.to_owned());
        token
    }

    /// Whether a refresh token is good for this application. Its use does not end it, unless it is for single use.
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
