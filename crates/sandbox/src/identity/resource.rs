//! Resources: the APIs that tokens are issued for.
//!
//! A token carries the permissions that some operation of the resource names in the tables.

use std::collections::BTreeSet;

use super::Identity;
use crate::service::Service;
use crate::tables::guests::Guest;
use crate::tables::{self, Operation, Permissions};

/// A resource with an emulated service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resource {
    /// Identifier in a scope, and `aud` of the token.
    pub(crate) identifier: &'static str,
    pub(crate) service: Service,
    /// Token version that the registration of the resource asks for.
    pub(crate) version: &'static str,
    /// The product of a third party behind the resource.
    guest: Option<&'static Guest>,
}

/// The identifiers of each resource of the vendor: names of its service principal, and its
/// application id, in the cloud that the emulator stands for.
///
/// `api.securitycenter.windows.com` is the older name of Defender for Endpoint: pages of the vendor
/// and released clients still ask for it (`run-advanced-query-sample-python.md`).
const IDENTIFIERS: [(Service, &[&str]); 4] = [
    (
        Service::Mde,
        &[
            "https://api.securitycenter.microsoft.com",
            "https://securitycenter.onmicrosoft.com/windowsatpservice",
            "https://api.securitycenter.windows.com",
            "https://api-us.securitycenter.microsoft.com",
            "https://api-eu.securitycenter.microsoft.com",
            "https://api-uk.securitycenter.microsoft.com",
            "https://securitycenter.microsoft.com/mtp",
            "fc780465-2017-40d4-a0c5-307022471b92",
        ],
    ),
    (
        Service::Xdr,
        &[
            "https://api.security.microsoft.com",
            "https://api-us.security.microsoft.com",
            "https://api-eu.security.microsoft.com",
            "https://api-uk.security.microsoft.com",
            "https://security.microsoft.com/mtp",
            "8ee8fdad-f234-4243-8f3b-15c294843740",
        ],
    ),
    (Service::Mdca, &["05a65629-4c1b-48c1-a78b-804c4abdd4af"]),
    (
        Service::Graph,
        &[
            "https://graph.microsoft.com",
            "00000003-0000-0000-c000-000000000000",
        ],
    ),
];

/// The resources of the vendor, one an identifier.
fn of_vendor() -> impl Iterator<Item = Resource> {
    IDENTIFIERS.into_iter().flat_map(|(service, identifiers)| {
        identifiers.iter().map(move |identifier| Resource {
            identifier,
            service,
            version: "1.0",
            guest: None,
        })
    })
}

impl Identity {
    /// The resource with this identifier, in any letter case and with or without a slash at its
    /// end: of the vendor, or of a guest of this emulator.
    pub(crate) fn resource(&self, identifier: &str) -> Option<Resource> {
        let guests = self.guests.iter().map(|guest| Resource {
            identifier: guest.product.audience,
            service: Service::Guest,
            version: "1.0",
            guest: Some(guest),
        });
        let identifier = identifier.trim_end_matches('/');
        of_vendor().chain(guests).find(|resource| {
            let known = resource.identifier.trim_end_matches('/');
            known.eq_ignore_ascii_case(identifier)
        })
    }
}

impl Resource {
    /// Whether a token for this resource is accepted for an operation of a service.
    pub(crate) fn serves(&self, service: Service, operation: &Operation) -> bool {
        self.service == service && self.guest.is_none_or(|guest| guest.has(operation))
    }

    /// Every delegated permission that some operation of the resource names.
    pub(crate) fn known_scopes(&self) -> BTreeSet<&'static str> {
        self.permissions(|named| &named.delegated)
    }

    /// Every application permission that some operation of the resource names.
    pub(crate) fn known_roles(&self) -> BTreeSet<&'static str> {
        self.permissions(|named| &named.application)
    }

    fn permissions(&self, kind: fn(&Permissions) -> &Vec<String>) -> BTreeSet<&'static str> {
        let named =
            |operation: &'static Operation| kind(&operation.permissions).iter().map(String::as_str);
        match self.guest {
            Some(guest) => guest.tables.operations.iter().flat_map(named).collect(),
            None => tables::operations_of(self.service)
                .flat_map(named)
                .collect(),
        }
    }
}
