//! The size and the seed of an organization.

use std::sync::Arc;

use jiff::Timestamp;

use crate::customer::Customer;

/// What decides the records of a tenant. Two equal plans give the same records.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// Differs by tenant.
    pub(crate) seed: u64,
    /// Number of devices. People and software grow with it.
    pub(crate) devices: usize,
    /// Number of alerts of Defender for Endpoint. Four of them make an incident.
    pub(crate) alerts: usize,
    pub(crate) tenant_id: String,
    /// The customers of a partner's tenant. Empty in the tenants of customers.
    pub(crate) customers: Arc<[Customer]>,
    /// The time at which the emulator started. All dates of seeded records lie before it.
    pub(crate) base: Timestamp,
}
