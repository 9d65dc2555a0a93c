//! Resources: the APIs that tokens are issued for.
//!
//! A directory issues tokens for every name of an API in the clouds that share the directory. The API of the emulator's cloud
//! accepts its own names only. A token carries permissions of the API.

use std::collections::BTreeSet;

use super::Identity;
use crate::service::Service;
use crate::tables::Operation;
use crate::tables::apis::{self, Api};
use crate::tables::guests::Guest;

/// A resource with an emulated service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resource {
    /// Identifier in a scope, and `aud` of the token.
    pub(crate) identifier: &'static str,
    /// Token version that the registration of the resource asks for.
    pub(crate) version: &'static str,
    owner: Owner,
}

/// Whose API the resource is.
#[derive(Clone, Copy, Debug)]
enum Owner {
    /// The vendor's. `is_accepted`: whether the API of the emulator's cloud takes this name.
    Vendor {
        api: &'static Api,
        is_accepted: bool,
    },
    /// A product of a third party.
    Guest(&'static Guest),
}

impl Identity {
    /// The resource with this identifier, in any letter case and with or without a slash at its
    /// end: of the vendor, or of a guest of this emulator.
    pub(crate) fn resource(&self, identifier: &str) -> Option<Resource> {
        let of = |identifier, owner| Resource {
            identifier,
            version: "1.0",
            owner,
        };
        if let Some((api, name)) = apis::named(identifier, &self.cloud) {
            let is_accepted = api.accepts(name, &self.cloud);
            return Some(of(name, Owner::Vendor { api, is_accepted }));
        }
        let mut guests = self
            .guests
            .iter()
            .map(|guest| of(guest.product.audience, Owner::Guest(guest)));
        guests.find(|resource| resource.identifier.eq_ignore_ascii_case(identifier))
    }
}

impl Resource {
    /// Whether a token for this resource is accepted for an operation of a service.
    pub(crate) fn serves(&self, service: Service, operation: &Operation) -> bool {
        match self.owner {
            Owner::Vendor { api, is_accepted } => is_accepted && api.service() == service,
            Owner::Guest(guest) => service == Service::Guest && guest.has(operation),
        }
    }

    /// Every delegated permission of the resource.
    pub(crate) fn known_scopes(&self) -> BTreeSet<&'static str> {
        match self.owner {
            Owner::Vendor { api, .. } => api.permissions("Scope").collect(),
            Owner::Guest(guest) => named(guest, |operation| &operation.permissions.delegated),
        }
    }

    /// Every application permission of the resource.
    pub(crate) fn known_roles(&self) -> BTreeSet<&'static str> {
        match self.owner {
            Owner::Vendor { api, .. } => api.permissions("Role").collect(),
            Owner::Guest(guest) => named(guest, |operation| &operation.permissions.application),
        }
    }
}

/// The permissions that operations of a guest name.
fn named(
    guest: &'static Guest,
    kind: fn(&'static Operation) -> &'static Vec<String>,
) -> BTreeSet<&'static str> {
    let operations = guest.tables.operations.iter();
    operations.flat_map(kind).map(String::as_str).collect()
}
