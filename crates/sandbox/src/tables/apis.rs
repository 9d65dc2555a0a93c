//! The APIs behind the services: their names in each cloud, and their permissions.

use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::service::Service;

/// The cloud of an emulator that is not set to another one.
pub(crate) const WORLDWIDE: &str = "worldwide";

/// An entry of `services.json`.
#[derive(Debug, Deserialize)]
pub(crate) struct Api {
    host: String,
    clouds: Vec<ApiCloud>,
}

/// The API in one cloud.
#[derive(Debug, Deserialize)]
struct ApiCloud {
    cloud: String,
    /// The identity service. Clouds that share it share its directories.
    login: String,
    audiences: Vec<String>,
}

/// An entry of `permissions.json`.
#[derive(Debug, Deserialize)]
struct Permission {
    host: String,
    name: String,
    kind: String,
}

static APIS: LazyLock<Vec<Api>> = LazyLock::new(|| all(|product| product.services));
static PERMISSIONS: LazyLock<Vec<Permission>> =
    LazyLock::new(|| all(|product| product.permissions));

/// Reads a table of every product. A table that cannot be read is empty, see [`load`](super::load).
fn all<T: DeserializeOwned>(table: fn(&reference::Product) -> &'static str) -> Vec<T> {
    let tables = reference::PRODUCTS.iter().map(table);
    tables
        .filter_map(|text| serde_json::from_str::<Vec<T>>(text).ok())
        .flatten()
        .collect()
}

/// Whether the tables have a cloud of this name.
pub(crate) fn is_cloud(name: &str) -> bool {
    let mut clouds = APIS.iter().flat_map(|api| &api.clouds);
    clouds.any(|entry| entry.cloud == name)
}

/// The identity service of a cloud.
pub(crate) fn login(cloud: &str) -> Option<&'static str> {
    let mut clouds = APIS.iter().flat_map(|api| &api.clouds);
    let found = clouds.find(|entry| entry.cloud == cloud);
    found.map(|entry| entry.login.as_str())
}

/// The API with this name in the directories of a cloud, and the name as the tables have it. Letter case and a slash at
/// the end make no difference.
pub(crate) fn named(name: &str, cloud: &str) -> Option<(&'static Api, &'static str)> {
    let name = name.trim_end_matches('/');
    APIS.iter().find_map(|api| {
        let login = api
            .clouds
            .iter()
            .find(|entry| entry.cloud == cloud)
            .map(|entry| &entry.login)?;
        let shared = api.clouds.iter().filter(|entry| entry.login == *login);
        let mut names = shared.flat_map(|entry| &entry.audiences);
        let found = names.find(|known| known.eq_ignore_ascii_case(name))?;
        Some((api, found.as_str()))
    })
}

impl Api {
    /// The service that answers for the API.
    pub(crate) fn service(&self) -> Service {
        Service::of_host(&self.host)
    }

    /// Whether the API of a cloud accepts tokens for an audience.
    pub(crate) fn accepts(&self, audience: &str, cloud: &str) -> bool {
        let mut clouds = self.clouds.iter().filter(|entry| entry.cloud == cloud);
        clouds.any(|entry| entry.audiences.iter().any(|known| known == audience))
    }

    /// The permissions of one kind, `Role` or `Scope`.
    pub(crate) fn permissions(&self, kind: &str) -> impl Iterator<Item = &'static str> {
        PERMISSIONS
            .iter()
            .filter(move |one| one.host == self.host && one.kind == kind)
            .map(|one| one.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_directory_has_the_names_of_the_clouds_that_share_it() {
        let gcc = "https://api-gcc.securitycenter.microsoft.us";
        let (api, name) = named("HTTPS://api-gcc.securitycenter.microsoft.us/", WORLDWIDE).unwrap();
        assert_eq!((api.service(), name), (Service::Mde, gcc));
        assert!(!api.accepts(gcc, WORLDWIDE), "the API is another one");
        assert!(api.accepts(gcc, "gcc"));
        assert!(named(gcc, "gcc-high").is_none());
        assert!(named(gcc, "mars").is_none());
    }

    #[test]
    fn the_three_misprints_are_no_permissions() {
        let (api, _) = named("https://api.securitycenter.microsoft.com", WORLDWIDE).unwrap();
        let all = |kind| api.permissions(kind).collect::<Vec<_>>();
        for (kind, name) in [
            ("Role", "URL.Read.All"),
            ("Scope", "RemediationTask.Read"),
            ("Scope", "RemediationTask.Read.Read"),
            ("Scope", "Machine.Read.All"),
        ] {
            assert!(!all(kind).contains(&name), "{name}");
        }
        assert!(all("Role").contains(&"Machine.Read.All"));
    }
}
