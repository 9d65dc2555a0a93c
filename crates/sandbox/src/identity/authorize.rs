//! The pages for a browser: sign-in, and the consent of an administrator.
//!
//! There is no user: the page answers at once, as
//! [`Builder::person`](crate::Builder::person) says. A request whose application or
//! redirect address is not valid gets an error page, because nothing may be sent to an
//! address that is not registered. All other errors are sent to the redirect address.
//!
//! Supported: the authorization code flow with `query`, `fragment` and `form_post`, PKCE,
//! and both addresses of admin consent. Not supported: the implicit and hybrid flows,
//! `prompt`, `login_hint`, `claims`.
//!
//! Source: entra-docs, `v2-oauth2-auth-code-flow.md`, `v2-admin-consent.md`,
//! `reply-url.md`.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::application::Application;
use super::error::TokenError;
use super::sessions::{Challenge, Person, SignedIn};
use super::{Identity, TokenContext};
use crate::answer::Answer;
use crate::random;

type Query = BTreeMap<String, String>;

/// A query parameter. An empty one counts as missing.
fn parameter<'a>(query: &'a Query, name: &str) -> Option<&'a str> {
    let value = query.get(name).map(String::as_str);
    value.filter(|value| !value.is_empty())
}

fn required<'a>(query: &'a Query, name: &str) -> Result<&'a str, TokenError> {
    parameter(query, name).ok_or_else(|| TokenError::missing_parameter(name))
}

/// Answers a request for the sign-in page.
pub(crate) fn sign_in(context: &TokenContext<'_>, query: &Query) -> Answer {
    let get = |name: &str| parameter(query, name);
    let (application, redirect_uri) = match application_and_redirect(context, query) {
        Ok(found) => found,
        Err(error) => return error_page(&error),
    };
    let back = RedirectTarget {
        redirect_uri,
        mode: get("response_mode").unwrap_or("query"),
        state: get("state"),
    };
    match requested(context, application, query) {
        Err(error) => back.refuse(&error, context.now),
        Ok(signed_in) => match context.identity.person {
            Person::Away => page(200, "Sign in"),
            Person::Declines => back.refuse(&TokenError::consent_declined(), context.now),
            Person::Approves => {
                let code = context.identity.sessions.new_authorization(signed_in);
                back.with(vec![
                    ("code", code),
                    ("session_state", random::request_id()),
                ])
            }
        },
    }
}

/// Answers a request for the consent of an administrator. `v2` is set at
/// `/v2.0/adminconsent`, whose parameters and errors differ.
pub(crate) fn consent(context: &TokenContext<'_>, query: &Query, v2: bool) -> Answer {
    let get = |name: &str| parameter(query, name);
    let (application, redirect_uri) = match consent_application_and_redirect(context, query) {
        Ok(found) => found,
        Err(error) => return error_page(&error),
    };
    let back = RedirectTarget {
        redirect_uri,
        mode: "query",
        state: get("state"),
    };
    if v2 && get("scope").is_none() {
        return error_page(&TokenError::missing_parameter("scope"));
    }
    let tenant = match context.tenant {
        "organizations" => application.tenant_id.as_str(),
        tenant => tenant,
    };
    let add_outcome = |fields: &mut Vec<(&'static str, String)>| {
        // The v2 address sends this even if consent was declined.
        fields.push(("admin_consent", "True".to_owned()));
        fields.push(("tenant", tenant.to_owned()));
    };
    match context.identity.person {
        Person::Away => page(200, "Permissions requested"),
        Person::Declines => {
            let error = TokenError::consent_declined();
            let word = if v2 {
                "consent_required"
            } else {
                "permission_denied"
            };
            let mut fields = vec![
                ("error", word.to_owned()),
                (
                    "error_description",
                    error.description(context.now, &random::request_id()),
                ),
            ];
            if v2 {
                add_outcome(&mut fields);
            }
            back.with(fields)
        }
        Person::Approves => {
            context
                .identity
                .sessions
                .consent(tenant, &application.client_id);
            let mut fields = Vec::new();
            add_outcome(&mut fields);
            if v2 {
                fields.push(("scope", get("scope").unwrap_or_default().to_owned()));
            }
            back.with(fields)
        }
    }
}

/// The application of a sign-in, and its redirect address.
fn application_and_redirect<'a>(
    context: &TokenContext<'a>,
    query: &'a Query,
) -> Result<(&'a Application, &'a str), TokenError> {
    let get = |name: &str| required(query, name);
    let application = context
        .identity
        .sign_in_application(context.tenant, get("client_id")?)?;
    let redirect_uri = get("redirect_uri")?;
    registered(application, redirect_uri, false)
}

/// The application of a consent, and its redirect address. The application may come from
/// another tenant: consent is what brings it into this one.
fn consent_application_and_redirect<'a>(
    context: &TokenContext<'a>,
    query: &'a Query,
) -> Result<(&'a Application, &'a str), TokenError> {
    let get = |name: &str| required(query, name);
    if context.tenant != "organizations" {
        context.identity.check_tenant(context.tenant)?;
    }
    let (client_id, redirect_uri) = (get("client_id")?, get("redirect_uri")?);
    let named = |one: &&Application| one.client_id.eq_ignore_ascii_case(client_id);
    let here = |one: &&Application| one.tenant_id.eq_ignore_ascii_case(context.tenant);
    let mut all = context.identity.applications.iter().filter(named);
    let found = match context
        .identity
        .applications
        .iter()
        .filter(named)
        .find(here)
    {
        Some(one) => Some(one),
        None => all.find(|one| one.multi_tenant),
    };
    let application =
        found.ok_or_else(|| TokenError::unknown_application(client_id, context.tenant))?;
    // Admin consent allows further path segments.
    registered(application, redirect_uri, true)
}

/// The application and its redirect address, if the address is registered.
fn registered<'a>(
    application: &'a Application,
    redirect_uri: &'a str,
    more_segments: bool,
) -> Result<(&'a Application, &'a str), TokenError> {
    let is_it = |known: &String| matches(known, redirect_uri, more_segments);
    if !application.redirect_uris.iter().any(is_it) {
        return Err(TokenError::unknown_redirect(redirect_uri));
    }
    Ok((application, redirect_uri))
}

/// Whether a redirect address is a registered one. The port of `localhost` is ignored. With
/// `more_segments` further path segments are allowed, as in admin consent.
pub(crate) fn matches(registered: &str, requested: &str, more_segments: bool) -> bool {
    let without_port = |text: &str| {
        let Some(rest) = text.strip_prefix("http://localhost") else {
            return text.to_owned();
        };
        let rest = rest.strip_prefix(':').map_or(rest, |port| {
            port.trim_start_matches(|c: char| c.is_ascii_digit())
        });
        format!("http://localhost{rest}")
    };
    let (registered, requested) = (without_port(registered), without_port(requested));
    let below = format!("{}/", registered.trim_end_matches('/'));
    requested == registered || (more_segments && requested.starts_with(&below))
}

/// Checks the parameters of a sign-in.
///
/// # Errors
///
/// `AADSTS900144` for a missing parameter, `90023` for an unsupported response type or
/// mode. Public clients must send a PKCE challenge.
fn requested(
    context: &TokenContext<'_>,
    application: &Application,
    query: &Query,
) -> Result<SignedIn, TokenError> {
    let get = |name: &str| parameter(query, name).map(str::to_owned);
    let needed = |name: &str| required(query, name).map(str::to_owned);
    if needed("response_type")? != "code" {
        return Err(TokenError::malformed("The response type is not supported."));
    }
    let mode = get("response_mode").unwrap_or_else(|| "query".to_owned());
    if !matches!(mode.as_str(), "query" | "fragment" | "form_post") {
        return Err(TokenError::malformed("The response mode is not supported."));
    }
    needed("scope")?;
    let challenge = match (get("code_challenge"), get("code_challenge_method")) {
        (None, _) if application.public_client => {
            return Err(TokenError::missing_parameter("code_challenge"));
        }
        (None, _) => None,
        (Some(text), Some(method)) if method == "S256" => Some(Challenge::Sha256(text)),
        (Some(text), _) => Some(Challenge::Plain(text)),
    };
    Ok(SignedIn {
        client_id: application.client_id.clone(),
        tenant: context.tenant.to_owned(),
        redirect_uri: needed("redirect_uri")?,
        challenge,
        nonce: get("nonce"),
        started: context.now.as_second(),
    })
}

/// Where and how the result is sent back.
struct RedirectTarget<'a> {
    redirect_uri: &'a str,
    mode: &'a str,
    state: Option<&'a str>,
}

impl RedirectTarget<'_> {
    /// Sends an error back.
    fn refuse(&self, error: &TokenError, now: Timestamp) -> Answer {
        self.with(vec![
            ("error", error.redirect_word().to_owned()),
            (
                "error_description",
                error.description(now, &random::request_id()),
            ),
        ])
    }

    /// Sends fields back, with the `state` of the request.
    fn with(&self, mut fields: Vec<(&str, String)>) -> Answer {
        fields.extend(self.state.map(|state| ("state", state.to_owned())));
        if self.mode == "form_post" {
            return form_page(self.redirect_uri, &fields);
        }
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        let mark = if self.mode == "fragment" { '#' } else { '?' };
        // A browser adds the path of an address that has none.
        let bare = self.redirect_uri.matches('/').count() == 2;
        let slash = if bare { "/" } else { "" };
        let location = format!("{}{slash}{mark}{}", self.redirect_uri, pairs.join("&"));
        Answer::empty(302).header("location", location)
    }
}

/// A page whose form posts itself to the application (`form_post`).
fn form_page(address: &str, fields: &[(&str, String)]) -> Answer {
    let inputs: Vec<_> = fields
        .iter()
        .map(|(name, value)| {
            format!(
                "<input type=\"hidden\" name=\"{name}\" value=\"{}\">",
                escape(value)
            )
        })
        .collect();
    let html = format!(
        "<html><head><title>Working...</title></head><body><form method=\"POST\" action=\"{}\">{}</form>\
         <script>document.forms[0].submit();</script></body></html>",
        escape(address),
        inputs.join("")
    );
    Answer::bytes(200, "text/html; charset=utf-8", html)
}

fn error_page(error: &TokenError) -> Answer {
    page(400, &error.text())
}

fn page(status: u16, text: &str) -> Answer {
    let html = format!(
        "<html><head><title>Sign in</title></head><body>{}</body></html>",
        escape(text)
    );
    Answer::bytes(status, "text/html; charset=utf-8", html)
}

/// Text for HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

impl Identity {
    /// The application that users of a tenant sign in to. With `common` and `organizations`
    /// the tenant is that of the application.
    pub(crate) fn sign_in_application(
        &self,
        tenant: &str,
        client_id: &str,
    ) -> Result<&Application, TokenError> {
        let any = matches!(tenant, "common" | "organizations");
        if !any {
            self.check_tenant(tenant)?;
        }
        let is_it = |one: &&Application| {
            let is_here = any || one.tenant_id.eq_ignore_ascii_case(tenant);
            is_here && one.client_id.eq_ignore_ascii_case(client_id) && self.is_present(one)
        };
        let found = self.applications.iter().find(is_it);
        let application =
            found.ok_or_else(|| TokenError::unknown_application(client_id, tenant))?;
        application.check_enabled()?;
        Ok(application)
    }
}
