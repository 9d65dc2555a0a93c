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
    /// Products of others, served from the tables given to [`Builder::product`](crate::Builder::product).
    Guest,
}

impl Service {
    /// All services.
    pub const ALL: [Service; 7] = [
        Service::Login,
        Service::Mde,
        Service::Xdr,
        Service::Graph,
        Service::Mdca,
        Service::Storage,
        Service::Guest,
    ];

    /// The service behind a `host` of the tables; hosts that the vendor does not have are those of guests.
    pub(crate) fn of_host(host: &str) -> Service {
        match host {
            "mde" => Service::Mde,
            "xdr" => Service::Xdr,
            "graph" => Service::Graph,
            "mdca_portal" => Service::Mdca,
            "absolute_url" => Service::Storage,
            _ => Service::Guest,
        }
    }
}
