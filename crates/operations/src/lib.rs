//! The operations of the Microsoft Defender APIs for programs that work with names and JSON instead of types.
//!
//! A typed program calls `client.machines().isolate(..)`. A command line, a plan in a file, a job and a tool of a
//! language model have names and JSON. This crate serves them: it finds an [`Operation`], fills a [`Request`], and says
//! what the request does before it is sent.
//!
//! | question | answer |
//! | --- | --- |
//! | Which operation has this id, these words, this purpose? | [`Catalog::by_id`], [`Catalog::resolve`], [`Catalog::search`], [`Catalog::search_commands`] |
//! | Which inputs does it take? | [`input_schema`] |
//! | What is the request of this JSON or text? | [`Invocation`], [`Filling`] |
//! | Which operation is behind this path? | [`PathCall`] |
//! | Does it change anything? What, and can it be undone? | [`Operation::is_read`](http_core::Operation::is_read), [`Change`] |
//! | How is it called from a command line? | [`command_line`], [`Description`] |
//! | Which records of a list are wanted, and in which order? | [`Asked`], [`Selection`] |
//! | What has changed since a list was read before? | [`Seen`] |
//! | How are open alerts worked through? | [`Triage`] |
//! | Which permissions does it need? | [`permissions`] |
//! | Does the service answer as documented? | [`contract`] |
//! | How does OpenAPI describe a product? | [`openapi`] |
//! | What would be sent? | [`Preview`] |
//! | How did an action or an export end? | [`Watch`], [`problems`], [`Manifest`] |
//! | Where does its file go? | [`Destination`] |
//! | How does a record look in ECS or OCSF? | [`mapping`] |
//!
//! The crate contains no product and creates no client. The caller passes in the tables of the products, and a client to the
//! functions that send: [`Watch`], [`TargetRecord::read`], [`find_enrichment`] and [`count`].
//!
//! ```
//! use http_core::{Kind, Operation, Param};
//! use operations::{Catalog, Invocation};
//! use serde_json::json;
//!
//! static ISOLATE: Operation = Operation::post("x.machines.isolate", "/api/machines/{machine_id}/isolate")
//!     .summary("Isolates a device from the network")
//!     .body(http_core::BodyKind::Json)
//!     .inputs(&[
//!         Param::path("machine_id"),
//!         Param::body("Comment").required(),
//!         Param::body("IsolationType").kind(Kind::Enum(&["Full", "Selective"])),
//!     ]);
//! static OPERATIONS: &[&Operation] = &[&ISOLATE];
//!
//! let catalog = Catalog::new([OPERATIONS]);
//! let found = catalog.search("cut a device off the network");
//! assert_eq!(found[0].operation.id, "x.machines.isolate");
//!
//! let invocation: Invocation = serde_json::from_value(json!({
//!     "operation": "x.machines.isolate",
//!     "inputs": {"machine_id": "m1", "Comment": "INC-7", "isolation-type": "full"}
//! }))?;
//! let filled = invocation.fill(&catalog, std::time::SystemTime::now())?;
//! assert_eq!(filled.requests[0].body_value("IsolationType"), Some(&json!("Full")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Operation`]: http_core::Operation
//! [`Request`]: http_core::Request

pub mod command_line;
pub mod contract;
pub mod mapping;
pub mod openapi;
pub mod permissions;
pub mod time;
pub mod words;

mod catalog;
mod change;
mod describe;
mod destination;
mod enrichment;
mod error;
mod fill;
mod inputs;
mod invocation;
pub mod items;
mod join;
mod json_schema;
mod naming;
mod path_call;
mod preview;
mod results;
mod search;
mod seen;
mod selection;
mod snapshot;
mod spelled;
mod target;
mod triage;
mod watch;

pub use catalog::{Catalog, Resolved};
pub use change::{Change, one_line};
pub use describe::Description;
pub use destination::Destination;
pub use enrichment::{enrichment_request, with_member};
pub use error::{Error, Result};
pub use fill::{Filled, Filling, Note};
pub use inputs::{input, is_service, page_size, path_inputs, record_ids, record_input};
pub use invocation::Invocation;
pub use join::{count, enrichment_key, find_enrichment};
pub use json_schema::input_schema;
pub use naming::naming;
pub use path_call::PathCall;
pub use preview::Preview;
pub use results::{Ending, failure_of, file_name, followed, leads_to_files, problems};
pub use search::{Found, FoundCommand};
pub use seen::{CHANGE, MOST_KEYS, News, SEEN, Seen};
pub use selection::{Asked, MOST_BYTES, MOST_ROWS, Selection, SortKey, Take, instant};
pub use snapshot::{Manifest, snapshot_summary};
pub use target::{Consent, TargetRecord};
pub use triage::{Step, Triage};
pub use watch::Watch;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
