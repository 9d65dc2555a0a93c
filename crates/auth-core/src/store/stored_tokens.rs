//! The contents of a store, in the format that the vendor's libraries share.

use std::fmt;
use std::io;
use std::time::Duration;

use jiff::Timestamp;
use secrecy::zeroize::{Zeroize, Zeroizing};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Map, Value, json};
use url::Url;

use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::endpoint::{Account, Issued};

/// Sections of the cache, as the vendor's libraries name them.
const ACCESS_TOKENS: &str = "AccessToken";
const REFRESH_TOKENS: &str = "RefreshToken";
const ID_TOKENS: &str = "IdToken";
const ACCOUNTS: &str = "Account";
/// A section of this crate's own, which other libraries ignore.
const CLIENT_SECRETS: &str = "ClientSecret";

/// A member of this crate's own: marks access tokens with continuous access evaluation.
const CAE: &str = "defender_cae";

/// Least remaining lifetime, in seconds, of a stored access token that is used.
const MARGIN_S: i64 = 300;

/// Tokens and accounts of users: the "unified cache" that the vendor's libraries (MSAL) read and
/// write.
///
/// Entries are found by their members, not by their keys, because each library builds keys
/// differently. Unknown entries and members are preserved. Secrets are wiped from memory on drop,
/// and `Debug` prints only counts.
///
/// ```
/// use auth_core::StoredTokens;
/// # fn main() -> auth_core::Result<()> {
/// let mut tokens = StoredTokens::from_json(br#"{"Account": {}}"#)?;
/// tokens.keep_client_secret("11111111-2222-3333-4444-555555555555", &"the-secret".into());
/// assert!(tokens.accounts().is_empty() && !tokens.is_empty());
/// # Ok(())
/// # }
/// ```
///
/// Source: microsoft-authentication-library-for-python, `token_cache.py`; …-for-go, `items.go`.
#[derive(Default)]
pub struct StoredTokens(Map<String, Value>);

/// A user with a session in the store.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StoredAccount {
    /// The user's id in all tenants, `<object id>.<home tenant>`. Pass it to `with_account`.
    pub home_account_id: String,
    /// The host of the authority that the user signed in at.
    pub environment: String,
    /// The user principal name; empty if the identity service did not send it.
    pub username: String,
}

impl fmt::Debug for StoredAccount {
    /// Prints nothing about the person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredAccount")
            .field("environment", &self.environment)
            .finish_non_exhaustive()
    }
}

/// The user, application and authority of tokens.
#[derive(Clone, Debug)]
pub(crate) struct Owner {
    /// The authority's host, then its aliases.
    environments: Vec<String>,
    client_id: String,
    home_account_id: Option<String>,
}

/// The API, tenant and kind of an access token.
#[derive(Debug)]
pub(crate) struct Target<'a> {
    /// The tenant of the token.
    pub(crate) tenant: &'a str,
    /// Scopes of the API, without those of OpenID Connect.
    pub(crate) scopes: Vec<&'a str>,
    /// Whether the caller handles claims challenges; such tokens live longer.
    pub(crate) is_cae: bool,
}

impl Target<'_> {
    /// Whether a stored access token satisfies the target.
    fn is_of(&self, entry: &Value) -> bool {
        let is_cae = entry.get(CAE).and_then(Value::as_bool).unwrap_or_default();
        text(entry, "realm").eq_ignore_ascii_case(self.tenant)
            && has_scopes(text(entry, "target"), &self.scopes)
            && is_cae == self.is_cae
    }
}

impl Owner {
    /// The user of an application at an authority, or any user if no account is chosen.
    pub(crate) fn new(authority: &Url, client_id: &str, home_account_id: Option<&str>) -> Self {
        let host = authority.host_str().unwrap_or_default();
        let named = match authority.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        };
        let mut environments = vec![named];
        if let Some(cloud) = Cloud::of_authority_host(host) {
            environments.push(cloud.authority_host().to_owned());
            let aliases = cloud.authority_aliases().iter();
            environments.extend(aliases.map(|&alias| alias.to_owned()));
        }
        Self {
            environments,
            client_id: client_id.to_owned(),
            home_account_id: home_account_id.map(str::to_owned),
        }
    }

    /// The authority's own host.
    fn environment(&self) -> &str {
        self.environments.first().map_or("", String::as_str)
    }

    /// Whether an entry belongs to the user, under any name of the authority.
    fn has(&self, entry: &Value) -> bool {
        let environment = text(entry, "environment");
        let is_here = self
            .environments
            .iter()
            .any(|name| name.eq_ignore_ascii_case(environment));
        let is_theirs = self.home_account_id.as_deref();
        is_here
            && is_theirs.is_none_or(|id| id.eq_ignore_ascii_case(text(entry, "home_account_id")))
    }

    /// Whether an entry belongs to the user and the application.
    fn has_of_client(&self, entry: &Value) -> bool {
        self.has(entry) && text(entry, "client_id").eq_ignore_ascii_case(&self.client_id)
    }
}

impl StoredTokens {
    /// Parses a cache in JSON.
    ///
    /// # Errors
    /// [`ErrorKind::Store`] if it is not a JSON object. The text is not in the error.
    pub fn from_json(json: &[u8]) -> Result<Self> {
        serde_json::from_slice(json).map(Self).map_err(|_| {
            Error::new(
                ErrorKind::Store,
                "the stored sign-ins are not a JSON object",
            )
        })
    }

    /// Serializes the cache as JSON. It contains secrets in plain text: encrypt it before it is
    /// stored.
    pub fn to_json(&self) -> Zeroizing<Vec<u8>> {
        // Sized beforehand: a growing buffer leaves copies of secrets behind.
        let mut size = Size(0);
        let measured = serde_json::to_writer(&mut size, &self.0);
        let mut text = Zeroizing::new(Vec::with_capacity(size.0));
        let written = serde_json::to_writer(&mut *text, &self.0);
        debug_assert!(measured.is_ok() && written.is_ok(), "writing to memory");
        text
    }

    /// The users with a session, each once.
    pub fn accounts(&self) -> Vec<StoredAccount> {
        let account = |entry: &Value| StoredAccount {
            home_account_id: text(entry, "home_account_id").to_owned(),
            environment: text(entry, "environment").to_owned(),
            username: text(entry, "username").to_owned(),
        };
        let mut found: Vec<_> = self.entries(ACCOUNTS).map(account).collect();
        found.dedup_by(|a, b| {
            a.home_account_id == b.home_account_id && a.environment == b.environment
        });
        found
    }

    /// Whether there are no entries at all.
    pub fn is_empty(&self) -> bool {
        self.0
            .values()
            .all(|section| section.as_object().is_some_and(Map::is_empty))
    }

    /// Removes all tokens and the secret of an application, and users without tokens. Entries of
    /// other applications stay. The tokens are not revoked.
    ///
    /// ```
    /// use auth_core::StoredTokens;
    /// let client_id = "11111111-2222-3333-4444-555555555555";
    /// let mut tokens = StoredTokens::default();
    /// tokens.keep_client_secret(client_id, &"the-secret".into());
    /// tokens.sign_out(client_id);
    /// assert!(tokens.client_secret(client_id).is_none());
    /// ```
    pub fn sign_out(&mut self, client_id: &str) {
        let is_its = |entry: &Value| text(entry, "client_id").eq_ignore_ascii_case(client_id);
        for section in [ACCESS_TOKENS, REFRESH_TOKENS, ID_TOKENS, CLIENT_SECRETS] {
            self.remove(section, is_its);
        }
        let kept: Vec<_> = self.entries(REFRESH_TOKENS).map(home).collect();
        self.remove(ACCOUNTS, |entry| !kept.contains(&home(entry)));
    }

    /// The secret of an application that was kept with
    /// [`keep_client_secret`](Self::keep_client_secret).
    pub fn client_secret(&self, client_id: &str) -> Option<SecretString> {
        let is_its = |entry: &&Value| text(entry, "client_id").eq_ignore_ascii_case(client_id);
        secret(self.entries(CLIENT_SECRETS).find(is_its)?)
    }

    /// Keeps the secret of an application, in a section that other libraries ignore.
    pub fn keep_client_secret(&mut self, client_id: &str, secret: &SecretString) {
        let is_its = |entry: &Value| text(entry, "client_id").eq_ignore_ascii_case(client_id);
        let values = json!({"client_id": client_id, "secret": secret.expose_secret()});
        self.put(CLIENT_SECRETS, client_id, is_its, [values]);
    }

    /// Adds the entries of another cache, replacing those with the same keys.
    pub fn merge(&mut self, mut other: Self) {
        for (name, section) in std::mem::take(&mut other.0) {
            let held = self.0.entry(name).or_insert_with(|| json!({}));
            match (held, section) {
                (Value::Object(held), Value::Object(section)) => held.extend(section),
                (held, section) => *held = section,
            }
        }
    }

    /// The refresh token of the user; `None` if there is none, or several users match.
    pub(crate) fn refresh_token(&self, owner: &Owner) -> Option<SecretString> {
        let mut found = self
            .entries(REFRESH_TOKENS)
            .filter(|entry| owner.has_of_client(entry));
        let first = found.next()?;
        let mut rest = found;
        if rest.any(|entry| home(entry) != home(first)) {
            tracing::warn!("several users are signed in to this application; none is chosen");
            return None;
        }
        secret(first)
    }

    /// An access token of the user for the tenant and all scopes that is valid for at least five
    /// minutes.
    pub(crate) fn access_token(&self, owner: &Owner, target: &Target<'_>) -> Option<Issued> {
        // Without a refresh token the user is unknown or has signed out.
        self.refresh_token(owner)?;
        let now = now_s();
        let is_it = |entry: &&Value| {
            owner.has_of_client(entry)
                && target.is_of(entry)
                && seconds(entry, "cached_at").is_none_or(|cached| cached <= now)
                && seconds(entry, "expires_on").is_some_and(|end| end > now + MARGIN_S)
        };
        let entry = self.entries(ACCESS_TOKENS).find(is_it)?;
        let left = |name| {
            let seconds = seconds(entry, name)?.saturating_sub(now);
            Some(Duration::from_secs(u64::try_from(seconds).unwrap_or(0)))
        };
        let time = |name| Timestamp::from_second(seconds(entry, name)?).ok();
        let mut token = AccessToken::new(secret(entry)?);
        if let Some(end) = time("expires_on") {
            token = token.with_expires_on(end);
        }
        if let Some(refresh_on) = time("refresh_on") {
            token = token.with_refresh_on(refresh_on);
        }
        Some(Issued {
            token,
            life: left("expires_on")?,
            refresh_in: left("refresh_on"),
            refresh_token: None,
            account: None,
            id_token: None,
        })
    }

    /// Stores the account, the refresh token in place of the previous one, and the access token.
    pub(crate) fn keep(&mut self, owner: &Owner, target: &Target<'_>, kept: &Persisted) {
        let account = kept.account.as_ref();
        let home = account.map_or_else(
            || owner.home_account_id.clone().unwrap_or_default(),
            |account| account.home_account_id.clone(),
        );
        let owner = Owner {
            home_account_id: Some(home.clone()),
            ..owner.clone()
        };
        let (environment, client_id) = (owner.environment(), owner.client_id.as_str());
        let common = json!({
            "home_account_id": home, "environment": environment, "client_id": client_id,
        });
        let now = now_s().to_string();
        if let Some(account) = account {
            let realm = account.realm.as_deref().unwrap_or(target.tenant);
            let values = json!({
                "home_account_id": home, "environment": environment, "realm": realm,
                "local_account_id": account.local_account_id, "username": account.username, "authority_type": "MSSTS",
            });
            let key = format!("{home}-{environment}-{realm}");
            let is_it = |entry: &Value| owner.has(entry) && text(entry, "realm") == realm;
            self.put(ACCOUNTS, &key, is_it, [values]);
        }
        if let Some(refresh_token) = &kept.refresh_token {
            let values = json!({
                "credential_type": REFRESH_TOKENS, "last_modification_time": now,
                "secret": refresh_token.expose_secret(),
            });
            let key = format!("{home}-{environment}-refreshtoken-{client_id}--");
            let is_it = |entry: &Value| owner.has_of_client(entry);
            self.put(REFRESH_TOKENS, &key, is_it, [common.clone(), values]);
        }
        let (tenant, scopes) = (target.tenant, target.scopes.join(" "));
        let values = json!({
            "credential_type": ACCESS_TOKENS, "realm": tenant, "target": scopes, "token_type": "Bearer",
            "cached_at": now, "expires_on": kept.expires_on.to_string(),
            "extended_expires_on": kept.expires_on.to_string(),
            "refresh_on": kept.refresh_on.map(|time| time.to_string()),
            "secret": kept.access_token.expose_secret(), (CAE): target.is_cae.then_some(true),
        });
        let key = format!("{home}-{environment}-accesstoken-{client_id}-{tenant}-{scopes}");
        let key = if target.is_cae {
            format!("{key}-cae")
        } else {
            key
        };
        self.remove(ACCESS_TOKENS, |entry| {
            owner.has_of_client(entry) && is_over(entry)
        });
        let is_it = |entry: &Value| owner.has_of_client(entry) && target.is_of(entry);
        self.put(ACCESS_TOKENS, &key, is_it, [common, values]);
    }

    /// The entries of a section.
    fn entries(&self, section: &str) -> impl Iterator<Item = &Value> {
        self.0
            .get(section)
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(Map::values)
    }

    /// Removes and wipes the matching entries of a section.
    fn remove(&mut self, section: &str, is_it: impl Fn(&Value) -> bool) {
        let Some(Value::Object(entries)) = self.0.get_mut(section) else {
            return;
        };
        entries.retain(|_, entry| {
            let stays = !is_it(entry);
            if !stays {
                wipe(entry);
            }
            stays
        });
    }

    /// Writes members into the matching entry, under its key, or into a new one.
    fn put(
        &mut self,
        section: &str,
        key: &str,
        is_it: impl Fn(&Value) -> bool,
        values: impl IntoIterator<Item = Value>,
    ) {
        let section = self.0.entry(section).or_insert_with(|| json!({}));
        if !section.is_object() {
            *section = json!({});
        }
        let Value::Object(entries) = section else {
            return;
        };
        let known = entries.iter().find(|(_, entry)| is_it(entry));
        let key = known.map_or_else(|| key.to_lowercase(), |(key, _)| key.clone());
        let entry = entries.entry(key).or_insert_with(|| json!({}));
        if let Some(Value::String(old)) = entry.get_mut("secret") {
            old.zeroize();
        }
        for value in values {
            let Value::Object(members) = value else {
                continue;
            };
            for (name, value) in members {
                if value.is_null() {
                    if let Value::Object(entry) = &mut *entry {
                        entry.remove(&name);
                    }
                } else {
                    entry[name] = value;
                }
            }
        }
    }
}

/// The stored parts of an issued token.
pub(crate) struct Persisted {
    account: Option<Account>,
    refresh_token: Option<SecretString>,
    access_token: SecretString,
    expires_on: i64,
    refresh_on: Option<i64>,
}

impl Persisted {
    /// The parts of a token to store, with absolute times.
    pub(crate) fn of(issued: &Issued) -> Self {
        let ahead = |life: Duration| now_s().saturating_add_unsigned(life.as_secs());
        Self {
            account: issued.account.clone(),
            refresh_token: issued.refresh_token.clone(),
            access_token: issued.token.secret().clone(),
            expires_on: ahead(issued.life),
            refresh_on: issued.refresh_in.map(ahead),
        }
    }
}

/// The current time in seconds since 1970, as entries have it.
pub(crate) fn now_s() -> i64 {
    Timestamp::now().as_second()
}

/// A string member of an entry; empty if it is missing.
fn text<'a>(entry: &'a Value, name: &str) -> &'a str {
    entry.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The home account id of an entry.
fn home(entry: &Value) -> String {
    text(entry, "home_account_id").to_ascii_lowercase()
}

fn secret(entry: &Value) -> Option<SecretString> {
    let secret = text(entry, "secret");
    (!secret.is_empty()).then(|| SecretString::from(secret))
}

/// Numbers are digits in strings; some libraries write numbers.
fn seconds(entry: &Value, name: &str) -> Option<i64> {
    match entry.get(name)? {
        Value::String(text) => text.parse().ok(),
        value => value.as_i64(),
    }
}

/// Whether an access token has expired.
fn is_over(entry: &Value) -> bool {
    seconds(entry, "expires_on").is_none_or(|end| end <= now_s())
}

/// Whether a list of scopes contains all that are wanted. Case makes no difference.
fn has_scopes(target: &str, wanted: &[&str]) -> bool {
    let held = |scope: &&str| {
        target
            .split_whitespace()
            .any(|one| one.eq_ignore_ascii_case(scope))
    };
    !wanted.is_empty() && wanted.iter().all(held)
}

/// Overwrites all strings of a value.
fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(values) => values.iter_mut().for_each(wipe),
        Value::Object(members) => members.values_mut().for_each(wipe),
        _ => {}
    }
}

impl Drop for StoredTokens {
    fn drop(&mut self) {
        self.0.values_mut().for_each(wipe);
    }
}

impl fmt::Debug for StoredTokens {
    /// Prints the number of entries.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |section| self.entries(section).count();
        f.debug_struct("StoredTokens")
            .field("accounts", &count(ACCOUNTS))
            .field("refresh_tokens", &count(REFRESH_TOKENS))
            .field("access_tokens", &count(ACCESS_TOKENS))
            .finish_non_exhaustive()
    }
}

/// Counts the bytes that are written to it.
struct Size(usize);

impl io::Write for Size {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
