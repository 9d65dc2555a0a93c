#![doc = include_str!("../README.md")]

mod audit_search;
mod batching;
mod client;
mod customers;
mod generated;
pub mod hunting;
mod incident_report;
mod records;
mod sensor_deployment;
mod wording;

pub use auth_core;
pub use batching::{Batched, PartAnswer};
pub use client::{Client, HOSTS, endpoint};
pub use customers::Customer;
pub use generated::*;
pub use http_core;
pub use http_core::{Error, ErrorKind, Finished, Id, Poller, Result, Started, Timestamp, Value};
pub use incident_report::{Evidence, IncidentReport};

#[cfg(doctest)]
#[doc = include_str!("../../../docs/guides/xdr-and-graph.md")]
mod xdr_and_graph {}

#[cfg(test)]
mod tests {
    use crate::generated::samples::{ALIASES, ENTITIES, SAMPLES};

    #[test]
    fn members_of_every_entity_are_read_in_any_letter_case() {
        match http_core::testing::check_cases(ENTITIES) {
            Ok(count) => println!("{count} entities checked"),
            Err(faults) => panic!("{faults}"),
        }
    }

    #[test]
    fn documented_answers_decode_and_keep_every_member() {
        match http_core::testing::check("xdr", SAMPLES, ALIASES) {
            Ok(Some(count)) => println!("{count} documented answers of xdr checked"),
            Ok(None) => {
                println!("DEFENDER_REFERENCE is not set: no documented answer of xdr was checked")
            }
            Err(faults) => panic!("{faults}"),
        }
    }
}
