#![doc = include_str!("../README.md")]
//!
//! ## How it is built
//!
//! The emulator is written from the tables in `reference`. It refuses what they do not allow: a
//! wrong verb (405), a wrong or expired token (401), a missing permission (403), a malformed
//! filter or body (400), too many calls (429).
//!
//! | part | where |
//! | --- | --- |
//! | start, addresses, faults, request log | [`Sandbox`], [`Builder`], [`Fault`], [`Received`] |
//! | tokens, and their check at the services | `identity` |
//! | from a path to an operation of the tables | `route`, `tables` |
//! | service documents and `$metadata` | `metadata` |
//! | the steps of a request | `core` |
//! | records, and what they are made from | `store`, `seed`, `data` |
//! | `$filter` and the other query options | `odata` |
//! | operations that the tables describe completely | `generic` |
//! | operations that the tables do not describe completely | `products` |
//! | rate limits | `limits` |
//! | tenants of customers and their faults | `customers` |
//! | the request log for other programs | `control` |
//! | blob storage behind signed addresses | `storage` |
//! | listeners, connections, TLS | `server`, `tls` |
//!
//! ## What it does not emulate
//!
//! - Time spent by the services: actions end after 60 or 90 seconds of virtual time, pages are
//!   answered at once. [`Fault::delay`] makes an answer slow.
//! - Eventual consistency: a change is visible to the next request.
//! - Roles of users inside a product (device groups, unified RBAC): a permission of the token is
//!   enough.
//! - Persistence: records, refresh tokens and the log are lost when the emulator stops.

#![recursion_limit = "256"]

mod answer;
mod builder;
mod call;
mod clock;
mod control;
mod core;
mod customer;
mod customers;
mod data;
mod fault;
mod generic;
mod http;
mod identity;
mod limits;
mod log;
mod metadata;
mod mount;
mod multipart;
mod odata;
mod products;
mod random;
mod refusal;
mod route;
mod running;
mod seed;
mod server;
mod service;
mod storage;
mod store;
mod tables;
#[cfg(doctest)]
#[doc = include_str!("../../../docs/testing.md")]
mod how_tests_are_written {}

#[cfg(test)]
mod tests;
mod tls;
mod values;
mod wire;

pub use builder::Builder;
pub use customer::Customer;
pub use customers::TenantFault;
pub use fault::Fault;
pub use identity::bearer::Caller;
pub use identity::{Application, Person};
pub use log::Received;
pub use running::{Cut, Sandbox};
pub use service::Service;
pub use tables::guests::GuestProduct;
