//! Admin consent: a customer's administrator admits a partner's application to the tenant.

#[cfg(test)]
mod tests;

use std::fmt;

use http_core::{Operation, Param, Request};
use secrecy::{ExposeSecret, SecretString};
use serde_json::json;
use url::Url;

use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::random::{is_same, unguessable};
use crate::text::guid::is_guid;
use crate::token::application::Application;
use crate::token::endpoint::{Grant, Proofs, TokenEndpoint, error_from};

/// The consent page. Source: entra-docs, `v2-admin-consent.md`.
static ADMIN_CONSENT: Operation =
    Operation::get("auth.admin_consent", "/{tenant}/v2.0/adminconsent")
        .summary("Ask an administrator for consent")
        .inputs(&[
            Param::path("tenant"),
            Param::query("client_id").required(),
            Param::query("redirect_uri").required(),
            Param::query("scope").required(),
            Param::query("state").required(),
        ]);

/// Asks administrators of customers' tenants to consent to a multitenant application, and reads
/// their answers.
///
/// The app registration must allow accounts in any organizational directory and list the redirect
/// URI. For application permissions the scope is `<API>/.default`: the administrator then consents
/// to all permissions of that API that the registration lists. A permission that is added later
/// needs a new consent in each tenant.
///
/// The browser is sent to
///
/// ```text
/// https://login.microsoftonline.com/<tenant>/v2.0/adminconsent
///     ?client_id=<application>&scope=<scopes>&redirect_uri=<URI>&state=<random>
/// ```
///
/// and comes back to the redirect URI with `admin_consent=True&tenant=<GUID>&scope=…&state=…`, or
/// with `error` and `error_description`.
///
/// ```
/// use auth_core::AdminConsent;
/// # fn main() -> auth_core::Result<()> {
/// let consent = AdminConsent::new(
///     "11111111-2222-3333-4444-555555555555",
///     "https://partner.example/consented",
///     ["https://api.securitycenter.microsoft.com/.default"],
/// )?;
/// // Send the administrator to the address, and keep the state.
/// let request = consent.request("contoso.onmicrosoft.com")?;
/// // When the browser comes back, read where it was sent.
/// # let came_back = "https://partner.example/consented?error=access_denied&state=x";
/// match consent.read(came_back, request.state()) {
///     Ok(consented) => eprintln!("consented in {}", consented.tenant_id),
///     Err(error) => eprintln!("{error}"),
/// }
/// # Ok(())
/// # }
/// ```
///
/// Source: entra-docs, `v2-admin-consent.md`.
#[derive(Clone)]
pub struct AdminConsent {
    client_id: String,
    redirect_uri: String,
    scope: String,
    endpoint: TokenEndpoint,
}

/// One request for consent: the address of the page and its state.
#[derive(Clone)]
#[non_exhaustive]
pub struct ConsentRequest {
    url: Url,
    state: SecretString,
}

impl ConsentRequest {
    /// The address that the administrator has to open.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The value that the answer must repeat. Keep it in the administrator's session and accept it
    /// once.
    pub fn state(&self) -> &SecretString {
        &self.state
    }
}

impl fmt::Debug for ConsentRequest {
    /// Prints everything but the state.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConsentRequest")
            .field("host", &self.url.host_str())
            .field("path", &self.url.path())
            .finish_non_exhaustive()
    }
}

/// The answer of an administrator who has consented.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Consented {
    /// The GUID of the tenant, as the browser reports it. Only a token of that tenant proves it.
    pub tenant_id: String,
    /// The scopes that were consented to, separated by blanks, if the service reports them.
    pub scope: Option<String>,
}

impl AdminConsent {
    /// Creates requests for an application, one of its registered redirect URIs, and the scopes.
    /// Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an invalid client id, for a redirect URI that is neither
    /// `https` nor `http` to this machine, and without a scope.
    pub fn new<'a>(
        client_id: &str,
        redirect_uri: &str,
        scopes: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self> {
        Application::of_user("organizations", client_id)?;
        let wrong = |message: &str| Err(Error::new(ErrorKind::Configuration, message));
        let is_usable = |url: &Url| {
            let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1"));
            url.scheme() == "https" || (url.scheme() == "http" && is_here)
        };
        if !Url::parse(redirect_uri).is_ok_and(|url| is_usable(&url)) {
            return wrong("the redirect URI is neither https nor http to this machine");
        }
        let scopes: Vec<_> = scopes.into_iter().collect();
        if scopes.is_empty() {
            return wrong("consent needs a scope: for application permissions `<API>/.default`");
        }
        Ok(Self {
            client_id: client_id.to_owned(),
            redirect_uri: redirect_uri.to_owned(),
            scope: scopes.join(" "),
            endpoint: TokenEndpoint::new(Cloud::default().authority()),
        })
    }

    /// Uses the consent page of this cloud. Default: [`Cloud::Worldwide`].
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Uses the consent page of another authority, `https` or `http` to this machine. Default: the
    /// commercial cloud.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.endpoint = self.endpoint.with_authority(authority);
        self
    }

    /// Creates a request for the administrator of a tenant, by GUID or domain, or `organizations`
    /// if the tenant is unknown. Each request has a new random state.
    ///
    /// ```
    /// use auth_core::{AdminConsent, ExposeSecret};
    /// # fn main() -> auth_core::Result<()> {
    /// let client_id = "11111111-2222-3333-4444-555555555555";
    /// let scope = ["https://api.securitycenter.microsoft.com/.default"];
    /// let consent = AdminConsent::new(client_id, "https://partner.example/consented", scope)?;
    /// let request = consent.request("contoso.onmicrosoft.com")?;
    /// assert_eq!(request.url().path(), "/contoso.onmicrosoft.com/v2.0/adminconsent");
    /// assert_eq!(request.state().expose_secret().len(), 43);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an invalid tenant, including `common`, and for an authority
    /// that is not `https`.
    pub fn request(&self, tenant_id: &str) -> Result<ConsentRequest> {
        if ["common", "consumers"].contains(&tenant_id.to_ascii_lowercase().as_str()) {
            let message = format!("consent needs a single tenant, not `{tenant_id}`");
            return Err(Error::new(ErrorKind::Configuration, message)
                .with_hint("name the customer's tenant, or `organizations`"));
        }
        let application = Application::of_user(tenant_id, &self.client_id)?;
        let state = unguessable()?;
        let page = Request::new(&ADMIN_CONSENT)
            .set("tenant", &*application.tenant_id)
            .set("client_id", self.client_id.as_str())
            .set("redirect_uri", self.redirect_uri.as_str())
            .set("scope", self.scope.as_str())
            .set("state", state.expose_secret());
        Ok(ConsentRequest {
            url: self.endpoint.page(&page)?,
            state,
        })
    }

    /// Reads the answer: the address that the browser came back to, or its query. `state` is that
    /// of the request.
    ///
    /// An answer with `error` is a refusal even if it contains `admin_consent=True`, which the
    /// service sends in both cases.
    ///
    /// # Errors
    /// - [`ErrorKind::Refused`] if the state is missing or another one: the answer belongs to
    ///   another request.
    /// - [`ErrorKind::ConsentRequired`] and other kinds for the `error` of the answer.
    /// - [`ErrorKind::UnexpectedAnswer`] if the answer repeats a parameter, or has neither consent
    ///   nor error.
    pub fn read(&self, address: &str, state: &SecretString) -> Result<Consented> {
        let query = address.split_once('?').map_or(address, |(_, query)| query);
        let query = query.split('#').next().unwrap_or_default();
        let pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).collect();
        let unreadable = |message: &str| Err(Error::new(ErrorKind::UnexpectedAnswer, message));
        let count = |name: &str| pairs.iter().filter(|(known, _)| known == name).count();
        if pairs.iter().any(|(name, _)| count(name) > 1) {
            return unreadable("the answer to the request for consent repeats a parameter");
        }
        let get = |name: &str| {
            let found = pairs.iter().find(|(known, _)| known == name);
            found
                .map(|(_, value)| &**value)
                .filter(|value| !value.is_empty())
        };
        if !is_same(get("state").unwrap_or_default(), state.expose_secret()) {
            let message = "the answer to the request for consent belongs to another request";
            return Err(Error::new(ErrorKind::Refused, message)
                .with_hint("ask the administrator again, and stay in one browser"));
        }
        let tenant_id = get("tenant");
        if let Some(word) = get("error") {
            return Err(self.refused(tenant_id, word, get("error_description")));
        }
        let is_given = get("admin_consent").is_some_and(|given| given.eq_ignore_ascii_case("true"));
        match tenant_id {
            Some(tenant_id) if is_given && is_guid(tenant_id) => Ok(Consented {
                tenant_id: tenant_id.to_owned(),
                scope: get("scope").map(str::to_owned),
            }),
            _ => unreadable("the answer to the request for consent has neither consent nor error"),
        }
    }

    /// The error for a refusal of the administrator or of the page.
    fn refused(&self, tenant_id: Option<&str>, word: &str, description: Option<&str>) -> Error {
        let tenant_id = tenant_id
            .filter(|id| is_guid(id))
            .unwrap_or("organizations");
        let grant = Grant {
            application: Application {
                tenant_id: tenant_id.into(),
                client_id: self.client_id.as_str().into(),
            },
            grant_type: "admin_consent",
            scope: self.scope.clone(),
            claims: None,
            once: false,
            proofs: Proofs::new(),
        };
        let body = json!({"error": word, "error_description": description.unwrap_or_default()});
        let error = error_from(&body, &grant);
        match word {
            "access_denied" | "permission_denied" | "consent_required" => {
                let ours = Error::new(
                    ErrorKind::ConsentRequired,
                    "the administrator did not consent",
                );
                ours.with_tenant(tenant_id)
                    .with_hint(
                        "ask again; only an administrator who may consent for all users can do it",
                    )
                    .with_source(error)
            }
            _ => error,
        }
    }
}

impl fmt::Debug for AdminConsent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AdminConsent")
            .field("client_id", &self.client_id)
            .field("redirect_uri", &self.redirect_uri)
            .field("scope", &self.scope)
            .field("endpoint", &self.endpoint)
            .finish()
    }
}
