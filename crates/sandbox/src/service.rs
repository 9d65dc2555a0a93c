//! The services the emulator stands for.

/// One emulated service; each has an address of its own, as in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Service {
    /// Microsoft Entra ID: tokens, keys, metadata.
    Login,
    /// Defender for Endpoint.
    Mde,
    /// Defender XDR.
    Xdr,
    /// Microsoft Graph, its security part.
    Graph,
    /// The tenant's portal of Defender for Cloud Apps.
    Mdca,
    /// Blob storage behind signed addresses: exports, packages, uploads.
    Storage,
}

impl Service {
    /// All services.
    pub const ALL: [Service; 6] = [
        Service::Login,
        Service::Mde,
        Service::Xdr,
        Service::Graph,
        Service::Mdca,
        Service::Storage,
    ];

    /// The service behind a `host` of the tables.
    pub(crate) fn of_host(host: &str) -> Option<Service> {
        match host {
            "mde" => Some(Service::Mde),
            "xdr" => Some(Service::Xdr),
            "graph" => Some(Service::Graph),
            "mdca_portal" => Some(Service::Mdca),
            "absolute_url" => Some(Service::Storage),
            _ => None,
        }
    }
}
