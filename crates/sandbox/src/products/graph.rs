//! Microsoft Graph security.

pub(crate) mod batch;
