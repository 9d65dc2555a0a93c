//! The settings of object stores, from the environment, and what is wrong with them.
//!
//! `object_store` reads the same names. They are read here, because it panics at an endpoint that is no address, answers a setting that is
//! missing with an error of the store, and for Azure ranks the secret of an application above a shared access signature: an application
//! that is meant for the services would be used for the storage.
//!
//! Nothing here is printed but names: values may be secrets.

use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::azure::{AzureConfigKey, AzureCredential, MicrosoftAzureBuilder};
use object_store::gcp::GoogleCloudStorageBuilder;
use object_store::{BackoffConfig, CredentialProvider, ObjectStore, RetryConfig};
use secrecy::ExposeSecret as _;
use url::Url;

use super::AzureTokens;
use crate::error::{Error, ErrorKind};

/// The longest that one call of a store is tried again.
const RETRY: Duration = Duration::from_secs(30);

/// Settings that are addresses. A store may be reached over HTTP without TLS only where [`is_on`] says so.
const ADDRESSES: &[&str] = &[
    "AWS_ENDPOINT_URL",
    "AWS_ENDPOINT_URL_S3",
    "AWS_ENDPOINT_URL_STS",
    "AWS_ENDPOINT",
    "AWS_METADATA_ENDPOINT",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AZURE_STORAGE_ENDPOINT",
    "AZURE_ENDPOINT",
    "AZURE_MSI_ENDPOINT",
    "AZURE_IDENTITY_ENDPOINT",
    "AZURITE_BLOB_STORAGE_URL",
    "IDENTITY_ENDPOINT",
    "GOOGLE_BASE_URL",
];

/// Those of them that are the store itself, with the setting that allows HTTP.
const STORES: &[(&str, &str, &str)] = &[
    (
        "AWS_ENDPOINT",
        "AWS_ALLOW_HTTP",
        "set AWS_ALLOW_HTTP=true to send requests without TLS",
    ),
    (
        "AZURE_STORAGE_ENDPOINT",
        "AZURE_ALLOW_HTTP",
        "set AZURE_ALLOW_HTTP=true to send requests without TLS",
    ),
    (
        "AZURE_ENDPOINT",
        "AZURE_ALLOW_HTTP",
        "set AZURE_ALLOW_HTTP=true to send requests without TLS",
    ),
    (
        "GOOGLE_BASE_URL",
        "GOOGLE_ALLOW_HTTP",
        "set GOOGLE_ALLOW_HTTP=true to send requests without TLS",
    ),
];

/// Words of a setting that mean yes.
const YES: &[&str] = &["1", "true", "on", "yes", "y"];

/// What to do about keys of Amazon.
const S3_KEYS: &str = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or neither of them for the role of the machine";

/// What to do about settings of Azure.
const AZURE_KEYS: &str =
    "check AZURE_STORAGE_ACCOUNT_NAME, and AZURE_STORAGE_ACCOUNT_KEY or AZURE_STORAGE_SAS_TOKEN";

/// What to do about the key of Google.
const GOOGLE_KEY: &str = "give in GOOGLE_SERVICE_ACCOUNT the path of a key in JSON, or leave it out for the identity of the machine";

/// The settings of one kind of store: names as in the environment, and values.
#[derive(Clone, Default)]
pub(super) struct Settings {
    /// The address of the lake, for messages.
    place: String,
    values: Vec<(String, String)>,
}

impl Settings {
    /// The settings of the environment whose names begin with one of these.
    pub(super) fn of_environment(place: &str, begins: &[&str]) -> Self {
        let all = std::env::vars_os();
        let texts =
            all.filter_map(|(name, value)| name.into_string().ok().zip(value.into_string().ok()));
        Self::new(
            place,
            texts.filter(|(name, _)| begins.iter().any(|begin| name.starts_with(begin))),
        )
    }

    /// An empty value counts as none, but for an address: what was meant is the store at that address, and not one at Amazon.
    fn new(place: &str, all: impl Iterator<Item = (String, String)>) -> Self {
        let is_there = |(name, value): &(String, String)| {
            !value.is_empty() || ADDRESSES.contains(&name.as_str())
        };
        Self {
            place: place.to_owned(),
            values: all.filter(is_there).collect(),
        }
    }

    fn get(&self, name: &str) -> Option<&str> {
        let mut values = self.values.iter();
        values
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    fn is_on(&self, name: &str) -> bool {
        self.get(name)
            .is_some_and(|value| YES.contains(&value.to_ascii_lowercase().as_str()))
    }

    fn wrong(&self, why: impl Into<String>, hint: &'static str) -> Error {
        let why = why.into();
        Error::new(self.place.as_str(), ErrorKind::Settings { why, hint })
    }

    /// The failure to make a store of these settings. Values of settings are taken out of what the library says.
    fn failed(&self, error: &object_store::Error, hint: &'static str) -> Error {
        let mut why = crate::error::in_words(error);
        let is_secret = |(name, value): &&(String, String)| {
            let is_named = ["KEY", "SECRET", "TOKEN", "SAS"]
                .iter()
                .any(|word| name.contains(word));
            // A key in the place of its path.
            is_named || value.trim_start().starts_with('{')
        };
        for (_, value) in self.values.iter().filter(is_secret) {
            why = why.replace(value.as_str(), "…");
        }
        self.wrong(why, hint)
    }

    /// Refuses addresses that are none, and HTTP where nothing allows it.
    fn check_addresses(&self) -> Result<(), Error> {
        for (name, value) in &self.values {
            if name == "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI" && !value.starts_with('/') {
                return Err(self.wrong(format!("{name} does not begin with `/`"), "give a path"));
            }
            if !ADDRESSES.contains(&name.as_str()) {
                continue;
            }
            let is_address = |url: &Url| {
                matches!(url.scheme(), "http" | "https") && url.has_host() && is_bare(url)
            };
            let Some(url) = Url::parse(value).ok().filter(is_address) else {
                return Err(self.wrong(
                    format!("{name} is no address"),
                    "give http:// or https://, a host and a port, such as https://minio.example.com:9000",
                ));
            };
            let store = STORES.iter().find(|(store, ..)| name.starts_with(store));
            let store = store.filter(|_| name != "AWS_ENDPOINT_URL_STS");
            if let Some((_, allows, hint)) = store
                && url.scheme() == "http"
                && !self.is_on(allows)
            {
                return Err(self.wrong(format!("{name} is an address without TLS"), hint));
            }
        }
        Ok(())
    }

    /// The settings that a kind of store has, by the names of the library.
    fn known<K: FromStr>(&self) -> impl Iterator<Item = (K, &String)> {
        self.values.iter().filter_map(|(name, value)| {
            let key = name.to_ascii_lowercase().parse().ok()?;
            Some((key, value))
        })
    }

    /// The store of an address `s3://BUCKET/PREFIX`.
    pub(super) fn s3(&self) -> Result<Arc<dyn ObjectStore>, Error> {
        self.check_addresses()?;
        let known = self.known();
        let builder = known.fold(AmazonS3Builder::new(), |builder, (key, value)| {
            builder.with_config(key, value)
        });
        let is_set = |key| builder.get_config_value(&key).is_some();
        let keys = [
            AmazonS3ConfigKey::AccessKeyId,
            AmazonS3ConfigKey::SecretAccessKey,
        ];
        if let [true, false] | [false, true] = keys.map(is_set) {
            return Err(self.wrong("one half of a key is set, and not the other", S3_KEYS));
        }
        let region = builder.get_config_value(&AmazonS3ConfigKey::Region);
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if region.is_some_and(|region| !region.chars().all(is_plain)) {
            let why = "AWS_REGION is no region";
            return Err(self.wrong(why, "give a name such as eu-central-1"));
        }
        let store = builder
            .with_url(self.place.as_str())
            .with_retry(retry())
            .build();
        let store = store.map_err(|error| self.failed(&error, S3_KEYS))?;
        Ok(Arc::new(store))
    }

    /// The store of an address `gs://BUCKET/PREFIX`.
    pub(super) fn google(&self) -> Result<Arc<dyn ObjectStore>, Error> {
        self.check_addresses()?;
        let known = self.known();
        let builder = known.fold(GoogleCloudStorageBuilder::new(), |builder, (key, value)| {
            builder.with_config(key, value)
        });
        let store = builder
            .with_url(self.place.as_str())
            .with_retry(retry())
            .build();
        let store = store.map_err(|error| self.failed(&error, GOOGLE_KEY))?;
        Ok(Arc::new(store))
    }

    /// The store of an address `az://CONTAINER/PREFIX`, signed in by the first of these that there is:
    ///
    /// | | settings |
    /// | --- | --- |
    /// | the key of the account | `AZURE_STORAGE_ACCOUNT_KEY` |
    /// | a shared access signature | `AZURE_STORAGE_SAS_TOKEN` |
    /// | a token for storage | `AZURE_STORAGE_TOKEN` |
    /// | nothing: the container is public | `AZURE_SKIP_SIGNATURE=true` |
    /// | the caller | `tokens` |
    /// | the identity of the machine | |
    ///
    /// `AZURE_CLIENT_ID` and its like are of the application that reads the services. The caller's tokens may be of it; the library never
    /// sees them.
    pub(super) fn azure(
        &self,
        tokens: Option<Arc<dyn AzureTokens>>,
    ) -> Result<Arc<dyn ObjectStore>, Error> {
        self.check_addresses()?;
        let mut builder = MicrosoftAzureBuilder::new();
        let known = self.known();
        let known: Vec<(AzureConfigKey, _)> =
            known.filter(|(key, _)| !is_of_services(key)).collect();
        let has = |wanted: AzureConfigKey| known.iter().any(|(key, _)| *key == wanted);
        let way = WAYS.into_iter().find(|way| has(*way));
        for &(key, value) in &known {
            if !WAYS.contains(&key) || Some(key) == way {
                builder = builder.with_config(key, value);
            }
        }
        let is_emulator = self.is_on("AZURE_STORAGE_USE_EMULATOR");
        if !is_emulator && !has(AzureConfigKey::AccountName) {
            let hint = "set AZURE_STORAGE_ACCOUNT_NAME: the address has the container alone";
            return Err(self.wrong("no storage account is named", hint));
        }
        let is_public = self.is_on("AZURE_SKIP_SIGNATURE");
        if let Some(tokens) = tokens.filter(|_| way.is_none() && !is_public && !is_emulator) {
            builder = builder.with_credentials(Arc::new(Bearer(tokens)));
        }
        let store = builder
            .with_url(self.place.as_str())
            .with_retry(retry())
            .build();
        let store = store.map_err(|error| self.failed(&error, AZURE_KEYS))?;
        Ok(Arc::new(store))
    }
}

/// Ways to sign in to Azure storage, in their order.
const WAYS: [AzureConfigKey; 3] = [
    AzureConfigKey::AccessKey,
    AzureConfigKey::SasKey,
    AzureConfigKey::Token,
];

/// Whether a setting says who reads the services.
fn is_of_services(key: &AzureConfigKey) -> bool {
    matches!(
        key,
        AzureConfigKey::ClientId
            | AzureConfigKey::ClientSecret
            | AzureConfigKey::AuthorityId
            | AzureConfigKey::AuthorityHost
            | AzureConfigKey::FederatedTokenFile
            | AzureConfigKey::UseAzureCli
            | AzureConfigKey::CredentialType
    )
}

/// Whether an address has nothing but a host and a path.
pub(super) fn is_bare(url: &Url) -> bool {
    let has_more = url.query().is_some() || url.fragment().is_some();
    !has_more && url.username().is_empty() && url.password().is_none()
}

fn retry() -> RetryConfig {
    RetryConfig {
        backoff: BackoffConfig::default(),
        max_retries: 6,
        retry_timeout: RETRY,
    }
}

/// Tokens of the caller, as the store asks for them.
#[derive(Debug)]
struct Bearer(Arc<dyn AzureTokens>);

#[async_trait]
impl CredentialProvider for Bearer {
    type Credential = AzureCredential;

    async fn get_credential(&self) -> object_store::Result<Arc<AzureCredential>> {
        match self.0.token().await {
            Ok(token) => {
                let token = token.expose_secret().to_owned();
                Ok(Arc::new(AzureCredential::BearerToken(token)))
            }
            Err(source) => Err(object_store::Error::Unauthenticated {
                path: String::new(),
                source,
            }),
        }
    }
}

#[cfg(test)]
mod tests;
