//! The APIs tokens are issued for.

use std::collections::BTreeSet;

use crate::service::Service;
use crate::tables::{self, guests};

/// A resource of the Defender family.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resource {
    /// The identifier a scope names, and the `aud` of the token.
    pub(crate) identifier: &'static str,
    pub(crate) service: Service,
    /// The token version the resource's registration asks for.
    pub(crate) version: &'static str,
}

/// Every resource with a service behind it.
const RESOURCES: [Resource; 6] = [
    Resource {
        identifier: "https://api.securitycenter.microsoft.com",
        service: Service::Mde,
        version: "1.0",
    },
    Resource {
        identifier: "https://securitycenter.onmicrosoft.com/windowsatpservice",
        service: Service::Mde,
        version: "1.0",
    },
    Resource {
        identifier: "https://api.security.microsoft.com",
        service: Service::Xdr,
        version: "1.0",
    },
    Resource {
        identifier: "05a65629-4c1b-48c1-a78b-804c4abdd4af",
        service: Service::Mdca,
        version: "1.0",
    },
    Resource {
        identifier: "https://graph.microsoft.com",
        service: Service::Graph,
        version: "1.0",
    },
    Resource {
        identifier: "00000003-0000-0000-c000-000000000000",
        service: Service::Graph,
        version: "1.0",
    },
];

/// The resource with this identifier.
pub(crate) fn find(identifier: &str) -> Option<Resource> {
    let guests = guests::all().into_iter().map(|guest| Resource {
        identifier: guest.product.audience,
        service: Service::Guest,
        version: "1.0",
    });
    RESOURCES
        .into_iter()
        .chain(guests)
        .find(|resource| resource.identifier.eq_ignore_ascii_case(identifier))
}

impl Resource {
    /// Every delegated permission that some row of the service asks for.
    pub(crate) fn known_scopes(&self) -> BTreeSet<&'static str> {
        tables::operations_of(self.service)
            .flat_map(|row| row.permissions.delegated.iter().map(String::as_str))
            .collect()
    }

    /// Every application permission that some row of the service asks for.
    pub(crate) fn known_roles(&self) -> BTreeSet<&'static str> {
        tables::operations_of(self.service)
            .flat_map(|row| row.permissions.application.iter().map(String::as_str))
            .collect()
    }
}
