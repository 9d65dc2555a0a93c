//! Device codes and refresh tokens that were given out.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::error::TokenError;
use crate::random;

/// How long a device code is good for, and how often a client may ask after it, in seconds.
pub(crate) const CODE_LIFE: i64 = 900;
pub(crate) const INTERVAL: i64 = 5;

/// What the person does who is shown a device code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Person {
    /// Signs in, between the client's first question and its second.
    #[default]
    Approves,
    /// Refuses, at the same time.
    Declines,
    /// Never comes.
    Away,
}

#[derive(Debug, Default)]
pub(crate) struct Sessions {
    given: Mutex<Given>,
}

#[derive(Debug, Default)]
struct Given {
    codes: HashMap<String, Code>,
    /// By refresh token, the application it was issued to.
    refresh_tokens: HashMap<String, String>,
}

#[derive(Debug)]
struct Code {
    client_id: String,
    begun: i64,
    polled: Option<i64>,
}

impl Sessions {
    /// A new device code for an application.
    pub(crate) fn new_code(&self, client_id: &str, now: Timestamp) -> String {
        let device_code = format!("D{}", random::request_id());
        let code = Code {
            client_id: client_id.to_owned(),
            begun: now.as_second(),
            polled: None,
        };
        self.lock().codes.insert(device_code.clone(), code);
        device_code
    }

    /// Whether the sign-in by this code is done.
    pub(crate) fn poll(
        &self,
        device_code: &str,
        client_id: &str,
        person: Person,
        now: Timestamp,
    ) -> Result<(), TokenError> {
        let now = now.as_second();
        let mut given = self.lock();
        let code = given.codes.get_mut(device_code);
        let code = code
            .filter(|code| code.client_id.eq_ignore_ascii_case(client_id))
            .ok_or_else(TokenError::unknown_device_code)?;
        if now >= code.begun + CODE_LIFE {
            return Err(TokenError::expired_device_code());
        }
        let before = code.polled.replace(now);
        if now < before.unwrap_or(code.begun) + INTERVAL {
            return Err(TokenError::slow_down());
        }
        match (before, person) {
            (Some(_), Person::Approves) => {}
            (Some(_), Person::Declines) => return Err(TokenError::declined()),
            _ => return Err(TokenError::authorization_pending()),
        }
        given.codes.remove(device_code);
        Ok(())
    }

    /// A new refresh token of an application's user.
    pub(crate) fn new_refresh_token(&self, client_id: &str) -> String {
        let token = format!("1.sandbox.{}", random::request_id());
        let mut given = self.lock();
        given
            .refresh_tokens
            .insert(token.clone(), client_id.to_owned());
        token
    }

    /// Whether a refresh token is good for this application. Its use does not end it.
    pub(crate) fn check(&self, refresh_token: &str, client_id: &str) -> Result<(), TokenError> {
        match self.lock().refresh_tokens.get(refresh_token) {
            Some(owner) if owner.eq_ignore_ascii_case(client_id) => Ok(()),
            _ => Err(TokenError::unknown_refresh_token()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Given> {
        self.given.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
