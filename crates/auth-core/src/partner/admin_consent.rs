//! A customer's administrator lets a partner's application into the customer's tenant.

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
use crate::token::endpoint::{Grant, Proofs, TokenEndpoint, told};

/// Source: entra-docs, `v2-admin-consent.md`.
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

/// Asks administrators of customers' tenants for consent to an application of several tenants, and reads their answers.
///
/// The application's registration has to allow accounts of any organization and to name the redirect address, and for
/// application permissions the scope is `<API>/.default`: consent is then given to all that the registration lists of
/// that API. A permission that is added later needs consent again, in each tenant.
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

/// What one administrator is asked.
#[derive(Clone)]
#[non_exhaustive]
pub struct ConsentRequest {
    url: Url,
    state: SecretString,
}

impl ConsentRequest {
    /// The page that the administrator has to open.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// What the answer has to bring back. Keep it with the administrator's session, and take it for one answer.
    pub fn state(&self) -> &SecretString {
        &self.state
    }
}

impl fmt::Debug for ConsentRequest {
    /// Everything but the state.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ConsentRequest")
            .field("host", &self.url.host_str())
            .field("path", &self.url.path())
            .finish_non_exhaustive()
    }
}

/// Where an administrator has consented.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Consented {
    /// The tenant, by its GUID, as the browser says it. Only a token of that tenant proves it.
    pub tenant_id: String,
    /// What was consented to.
    pub scope: Option<String>,
}

impl AdminConsent {
    /// An application, one of its registered redirect addresses, and the scopes to consent to. Nothing is sent.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an application that cannot be one, an address that is neither https nor http to
    /// this machine, and no scope at all.
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
            return wrong("the redirect address is neither https nor http to this machine");
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

    /// Asks where tenants of this cloud sign in.
    #[must_use]
    pub fn with_cloud(self, cloud: Cloud) -> Self {
        self.with_authority(cloud.authority())
    }

    /// Asks at another address.
    #[must_use]
    pub fn with_authority(mut self, authority: Url) -> Self {
        self.endpoint = self.endpoint.with_authority(authority);
        self
    }

    /// The page for an administrator of a tenant, given by GUID or domain, or as `organizations` where it is not known
    /// before. Its state is new each time.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for what is no tenant, `common` included, and an authority that is not https.
    pub fn request(&self, tenant_id: &str) -> Result<ConsentRequest> {
        if ["common", "consumers"].contains(&tenant_id.to_ascii_lowercase().as_str()) {
            let message = format!("nobody can consent for `{tenant_id}`");
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

    /// Reads the address, or its query alone, at which the browser came back. The state is the one that the request had.
    ///
    /// An answer with an error is none, whatever it says beside: the service writes `admin_consent=True` in both cases.
    ///
    /// # Errors
    /// [`ErrorKind::Refused`] for an answer with another state or without one, [`ErrorKind::ConsentRequired`] and others
    /// for what the answer tells, [`ErrorKind::UnexpectedAnswer`] for one that tells nothing or the same thing twice.
    pub fn read(&self, address: &str, state: &SecretString) -> Result<Consented> {
        let query = address.split_once('?').map_or(address, |(_, query)| query);
        let query = query.split('#').next().unwrap_or_default();
        let pairs: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).collect();
        let unreadable = |message: &str| Err(Error::new(ErrorKind::UnexpectedAnswer, message));
        let count = |name: &str| pairs.iter().filter(|(known, _)| known == name).count();
        if pairs.iter().any(|(name, _)| count(name) > 1) {
            return unreadable("the answer to the request for consent says something twice");
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
                .with_hint("ask the administrator again, in one browser from beginning to end"));
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
            _ => unreadable(
                "the answer to the request for consent does not say that there is consent, and where",
            ),
        }
    }

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
        let error = told(&body, &grant);
        match word {
            "access_denied" | "permission_denied" | "consent_required" => {
                let ours = Error::new(
                    ErrorKind::ConsentRequired,
                    "the administrator did not consent",
                );
                ours.with_tenant(tenant_id)
                    .with_hint(
                        "ask again; the page wants an administrator who may consent for all users",
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
