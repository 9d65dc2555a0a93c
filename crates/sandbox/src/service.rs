//! The emulated services.

/// An emulated service. Each has an address of its own, as in the field.
///
/// | service | address in the field |
/// | --- | --- |
/// | `Login` | `https://login.microsoftonline.com` |
/// | `Mde` | `https://api.securitycenter.microsoft.com`, `https://api.security.microsoft.com` |
/// | `Xdr` | `https://api.security.microsoft.com` |
/// | `Graph` | `https://graph.microsoft.com` |
/// | `Mdca` | `https://<tenant>.<region>.portal.cloudappsecurity.com` |
/// | `Storage` | hosts of Azure Storage, in addresses that the other services return |
/// | `Guest` | chosen by the product |
///
/// [`Sandbox::environment`](crate::Sandbox::environment) names the variables that hold the
/// addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Service {
    /// Microsoft Entra ID: tokens, keys, metadata, consent. Also managed identity endpoints.
    Login,
    /// Defender for Endpoint.
    Mde,
    /// Defender XDR.
    Xdr,
    /// Microsoft Graph: the security API and `$batch`.
    Graph,
    /// The portal of a tenant in Defender for Cloud Apps.
    Mdca,
    /// Blob storage behind signed addresses: exports, packages, results, uploads.
    Storage,
    /// Products of third parties that were added with
    /// [`Builder::product`](crate::Builder::product). They share this address.
    Guest,
}

impl Service {
    /// All services, in the order of their declaration.
    pub const ALL: [Service; 7] = [
        Service::Login,
        Service::Mde,
        Service::Xdr,
        Service::Graph,
        Service::Mdca,
        Service::Storage,
        Service::Guest,
    ];

    /// The word for the request log: that of its variable, in lower case.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Service::Login => "login",
            Service::Mde => "mde",
            Service::Xdr => "xdr",
            Service::Graph => "graph",
            Service::Mdca => "mdca",
            Service::Storage => "storage",
            Service::Guest => "guest",
        }
    }

    /// Whether the service follows the URL conventions and the rules for bodies of OData.
    pub(crate) fn is_odata(self) -> bool {
        matches!(self, Service::Graph | Service::Mde | Service::Xdr)
    }

    /// The service of a `host` in the tables. Hosts that the vendor does not have belong to guests.
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
