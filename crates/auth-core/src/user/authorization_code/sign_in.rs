//! One sign-in: the address for the browser, the code that it returns, the tokens for the code.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http_core::{Operation, Param, Request};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use url::Url;

use super::browser::BrowserOptions;
use super::connection::{Answer, Expected};
use super::listener::Listener;
use crate::error::{Error, ErrorKind, Result};
use crate::random::{is_same, sha256_text, unguessable};
use crate::text::guid::is_guid;
use crate::token::endpoint::{AUTHORIZATION_CODE, Issued, error_from};
use crate::user::flow::UserFlow;
use crate::user::session::UserRequest;

/// The address of the sign-in page. Source: entra-docs, `v2-oauth2-auth-code-flow.md`.
static AUTHORIZE: Operation = Operation::get("auth.authorize", "/{tenant}/oauth2/v2.0/authorize")
    .summary("Sign a user in")
    .inputs(&[
        Param::path("tenant"),
        Param::query("client_id").required(),
        Param::query("response_type").required(),
        Param::query("redirect_uri").required(),
        Param::query("response_mode").required(),
        Param::query("scope").required(),
        Param::query("state").required(),
        Param::query("nonce").required(),
        Param::query("code_challenge").required(),
        Param::query("code_challenge_method").required(),
        Param::query("prompt"),
        Param::query("login_hint"),
        Param::query("claims"),
    ]);

/// Random values that bind the browser's answer, the code and the tokens to this sign-in.
struct PkceState {
    state: SecretString,
    nonce: SecretString,
    code_verifier: SecretString,
}

/// Opens the browser, waits for its redirect, and exchanges the code for tokens.
pub(super) async fn sign_in(
    browser: &BrowserOptions,
    flow: &UserFlow,
    request: UserRequest,
) -> Result<Issued> {
    let pkce = PkceState {
        state: unguessable()?,
        nonce: unguessable()?,
        code_verifier: unguessable()?,
    };
    let listener = Listener::bind(&browser.redirect_uri).await?;
    let redirect_uri = browser.redirect_uri.at(listener.port());
    let address = address(browser, flow, &request, &pkce, &redirect_uri)?;
    (browser.open)(&address);
    let expected = Expected {
        port: listener.port(),
        path: browser.redirect_uri.path(),
        state: &pkce.state,
    };
    let answer = tokio::time::timeout(browser.deadline, listener.answer(&expected)).await;
    drop(listener);
    let code = match answer.map_err(|_| nobody(browser))?? {
        Answer::Code(code) => code,
        Answer::Refused(word, description) => return Err(refused(&request, &word, &description)),
    };
    let fields = vec![
        ("code", code),
        ("redirect_uri", redirect_uri.into()),
        ("code_verifier", pkce.code_verifier),
    ];
    let grant = request.grant(AUTHORIZATION_CODE, fields);
    let issued = flow.proof.ask(&flow.endpoint, &grant).await?;
    check(&issued, &pkce.nonce, &request)?;
    Ok(issued)
}

/// Builds the address for the browser.
fn address(
    browser: &BrowserOptions,
    flow: &UserFlow,
    request: &UserRequest,
    pkce: &PkceState,
    redirect_uri: &str,
) -> Result<Url> {
    let verifier = pkce.code_verifier.expose_secret();
    let mut call = Request::new(&AUTHORIZE)
        .set("tenant", &*request.application.tenant_id)
        .set("client_id", &*request.application.client_id)
        .set("response_type", "code")
        .set("redirect_uri", redirect_uri)
        .set("response_mode", browser.response_mode.as_str())
        .set("scope", request.scope.as_str())
        .set("state", pkce.state.expose_secret())
        .set("nonce", pkce.nonce.expose_secret())
        .set("code_challenge", sha256_text(verifier))
        .set("code_challenge_method", "S256");
    for (name, value) in [
        ("prompt", &browser.prompt),
        ("login_hint", &browser.login_hint),
        ("claims", &request.claims),
    ] {
        if let Some(value) = value {
            call = call.set(name, value.as_str());
        }
    }
    flow.endpoint.page(&call)
}

/// The error for an authorization response with `error`.
fn refused(request: &UserRequest, word: &str, description: &str) -> Error {
    let grant = request.grant(AUTHORIZATION_CODE, Vec::new());
    let body = json!({"error": word, "error_description": description});
    let error = error_from(&body, &grant);
    match word {
        "access_denied" => Error::new(
            ErrorKind::InteractionRequired,
            "the user declined to sign in",
        )
        .with_hint("sign in again, and approve")
        .with_source(error),
        _ => error,
    }
}

/// The error if the user did not finish in time.
fn nobody(browser: &BrowserOptions) -> Error {
    let message = format!("no user signed in within {} s", browser.deadline.as_secs());
    Error::new(ErrorKind::InteractionRequired, message)
        .with_hint("sign in again, or with a device code if no browser can be opened")
}

/// Checks that the tokens belong to this sign-in. The signature is not verified: the ID token came
/// directly from the identity service (OpenID Connect Core, section 3.1.3.7).
fn check(issued: &Issued, nonce: &SecretString, request: &UserRequest) -> Result<()> {
    let wrong = |message: &str| {
        Err(Error::new(ErrorKind::UnexpectedAnswer, message)
            .with_tenant(&*request.application.tenant_id)
            .with_hint("sign in again; if it happens twice, check for a proxy that answers in place of the identity service"))
    };
    let claims = issued.id_token.as_ref().and_then(payload);
    let Some(claims) = claims else {
        return wrong("the response to the sign-in names no user");
    };
    let get = |name: &str| claims.get(name).and_then(Value::as_str).unwrap_or_default();
    let application = &request.application;
    let is_elsewhere =
        is_guid(&application.tenant_id) && !get("tid").eq_ignore_ascii_case(&application.tenant_id);
    if !is_same(get("nonce"), nonce.expose_secret()) {
        return wrong("the tokens belong to another sign-in and are not used");
    }
    if !get("aud").eq_ignore_ascii_case(&application.client_id) || is_elsewhere {
        return wrong(
            "the user signed in to another application or tenant; the tokens are not used",
        );
    }
    Ok(())
}

/// The payload of the ID token.
fn payload(token: &SecretString) -> Option<Value> {
    let part = token.expose_secret().split('.').nth(1)?;
    let bytes = URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).ok()?;
    serde_json::from_slice(&bytes).ok()
}
