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

/// Resources of the vendor. Defender for Endpoint and Graph have two identifiers each.
const RESOURCES: [Resource; 6] = [
    Resource {
        identifier: "https://api.securitycenter.microsoft.com",
        service: Service::Mde,
        version: "1.0",
        guest: None,
    },
    Resource {
        identifier: "https://securitycenter.onmicrosoft.com/windowsatpservice",
        service: Service::Mde,
        version: "1.0",
        guest: None,
    },
    Resource {
        identifier: "https://api.security.microsoft.com",
        service: Service::Xdr,
        version: "1.0",
        guest: None,
    },
    Resource {
        identifier: "05a65629-4c1b-48c1-a78b-804c4abdd4af",
        service: Service::Mdca,
        version: "1.0",
        guest: None,
    },
    Resource {
        identifier: "https://graph.microsoft.com",
        service: Service::Graph,
        version: "1.0",
        guest: None,
    },
    Resource {
        identifier: "00000003-0000-0000-c000-000000000000",
        service: Service::Graph,
        version: "1.0",
        guest: None,
    },
];

impl Identity {
    /// The resource with this identifier, in any letter case: of the vendor, or of a guest
    /// of this emulator.
    pub(crate) fn resource(&self, identifier: &str) -> Option<Resource> {
        let guests = self.guests.iter().map(|guest| Resource {
            identifier: guest.product.audience,
            service: Service::Guest,
            version: "1.0",
            guest: Some(guest),
        });
        RESOURCES
            .into_iter()
            .chain(guests)
            .find(|resource| resource.identifier.eq_ignore_ascii_case(identifier))
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
