//! An API as data: its application, its names and addresses in each cloud, and the ids of its permissions.
//!
//! The values are in the reference tables (`services.json`, `permissions.json`), from which the constants of a product
//! crate are generated.

use url::Url;

use crate::cloud::Cloud;
use crate::pipeline::endpoint::Endpoint;
use crate::pipeline::permission::Permission;

/// The address and the names of an API in one cloud.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ApiAddress {
    /// The cloud.
    pub cloud: Cloud,
    /// The base URL. Empty if every tenant has its own.
    pub base: &'static str,
    /// Audiences of tokens for the API. The first is requested, unless a setting names another.
    pub audiences: &'static [&'static str],
    /// Hosts that next links may name, as in [`Endpoint::hosts`].
    pub hosts: &'static [&'static str],
}

impl ApiAddress {
    /// An address with its audiences. Links may name the host of the base only.
    pub const fn new(cloud: Cloud, base: &'static str, audiences: &'static [&'static str]) -> Self {
        Self {
            cloud,
            base,
            audiences,
            hosts: &[],
        }
    }

    /// Adds hosts that next links may name.
    #[must_use]
    pub const fn with_hosts(mut self, hosts: &'static [&'static str]) -> Self {
        self.hosts = hosts;
        self
    }
}

/// An API: the application behind a host family, and where each cloud has it.
///
/// ```
/// use auth_core::Cloud;
/// use auth_core::services::{Api, ApiAddress, Permission};
///
/// const X: Api = Api::new(&[ApiAddress::new(
///     Cloud::Gcc,
///     "https://x-gcc.example",
///     &["https://x-gcc.example", "22222222-3333-4444-5555-666666666666"],
/// )])
/// .with_permissions(&[Permission::role("Alert.Read.All", "71fe6b80-7034-4028-9ed8-0f316df9c3ff")]);
///
/// let endpoint = X.endpoint(Cloud::Gcc).expect("the cloud has it");
/// assert_eq!(endpoint.scope, "https://x-gcc.example/.default");
/// assert_eq!(endpoint.audiences.len(), 2);
/// assert!(X.endpoint(Cloud::Worldwide).is_none());
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Api {
    /// One for each cloud that offers the API.
    pub addresses: &'static [ApiAddress],
    /// The permissions that the product's operations name.
    pub permissions: &'static [Permission],
}

impl Api {
    /// An API without known permissions.
    pub const fn new(addresses: &'static [ApiAddress]) -> Self {
        Self {
            addresses,
            permissions: &[],
        }
    }

    /// Sets the permissions.
    #[must_use]
    pub const fn with_permissions(mut self, permissions: &'static [Permission]) -> Self {
        self.permissions = permissions;
        self
    }

    /// The endpoint in a cloud. `None` if the cloud does not offer the API, and if every tenant has its own address.
    pub fn endpoint(&self, cloud: Cloud) -> Option<Endpoint> {
        let mut addresses = self.addresses.iter();
        let address = addresses.find(|address| address.cloud == cloud)?;
        let (first, others) = address.audiences.split_first()?;
        let base = Url::parse(address.base).ok()?;
        let endpoint = Endpoint::new(base, format!("{first}/.default"))
            .with_audiences(others.iter().copied())
            .with_hosts(address.hosts.iter().copied());
        Some(endpoint.with_permissions(self.permissions))
    }
}
