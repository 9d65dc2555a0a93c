//! Operations and types of ips.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListIpAlerts`] | `GET /api/ips/{ip}/alerts` | `Alert.Read.All` |
//! | [`StatsIp`] | `GET /api/ips/{ip}/stats` | `Ip.Read.All` |

mod list_alerts;
mod model;
mod stats;

use http_core::Client;

pub use list_alerts::{LIST_ALERTS, ListIpAlerts};
pub use model::{Ip, IpStats};
pub use stats::{STATS, StatsIp};

/// The operations of ips; each method begins a request.
#[derive(Clone, Debug)]
pub struct Ips {
    pub(crate) client: Client,
}

impl Ips {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List an IP address's alerts. See [`ListIpAlerts`].
    pub fn list_alerts(&self, ip: impl Into<String>) -> ListIpAlerts {
        ListIpAlerts::new(&self.client, ip)
    }

    /// Get an IP address's prevalence. See [`StatsIp`].
    pub fn stats(&self, ip: impl Into<String>) -> StatsIp {
        StatsIp::new(&self.client, ip)
    }
}
