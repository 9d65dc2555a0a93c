//! A local emulator of Microsoft Entra ID and the Microsoft Defender APIs.
//!
//! It is written from the tables in `reference` and shares no type with any client of these
//! services, so that it can say no: wrong verb (405), wrong or expired token (401), missing
//! permission (403), malformed filter or body (400), too many calls (429).
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> std::io::Result<()> {
//! use sandbox::{Fault, Sandbox, Service};
//!
//! let sandbox = Sandbox::start().await?;
//! println!("{} {}", sandbox.url(Service::Mde), sandbox.client_id());
//! sandbox.fault(Fault::on("mde.alerts.list").nth(2).status(503));
//! # Ok(())
//! # }
//! ```
//!
//! | part | where |
//! | --- | --- |
//! | start, addresses, faults, request log | [`Sandbox`], [`Builder`], [`Fault`], [`Received`] |
//! | tokens and their check | `identity` |
//! | from a path to a row | `route`, `tables` |
//! | the way of a request | `core` |
//! | records and where they come from | `store`, `seed`, `data` |
//! | `$filter` and the other options | `odata` |
//! | plain operations, from the table alone | `generic` |
//! | what a table cannot say | `products` |
//! | budgets | `limits` |
//! | blob storage behind signed addresses | `storage` |

#![recursion_limit = "256"]

mod answer;
mod builder;
mod call;
mod clock;
mod core;
mod data;
mod fault;
mod generic;
mod http;
mod identity;
mod limits;
mod log;
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
mod testing;
mod tls;
#[cfg(test)]
mod walk;
mod wire;

pub use builder::Builder;
pub use fault::Fault;
pub use identity::bearer::Caller;
pub use identity::{Application, Person};
pub use log::Received;
pub use running::{Cut, Sandbox};
pub use service::Service;
pub use tables::guests::GuestProduct;
