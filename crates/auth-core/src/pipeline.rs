//! The edge to `http-core`: tokens on requests, clients for products.

pub(crate) mod bearer;
pub(crate) mod challenge;
pub(crate) mod connector;
pub(crate) mod endpoint;
pub(crate) mod permission;
