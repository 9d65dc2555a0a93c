//! Work in the tenants of customers.

pub(crate) mod admin_consent;
pub(crate) mod in_tenant;
pub(crate) mod preflight;
