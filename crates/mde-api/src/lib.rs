#![doc = include_str!("../README.md")]

mod client;
mod gathered_info;
mod generated;
mod indicator;
mod indicator_batches;
mod investigation;
mod lenient_json;
pub mod live_response;
mod machine_action;
mod scanner_agent;
mod vulnerability_changes;
mod vulnerability_snapshot;
mod wording;

pub use auth_core;
pub use client::{Client, HOSTS, REGIONS, SCOPE, endpoint, regional_endpoint};
pub use generated::*;
pub use http_core;
pub use http_core::{Error, ErrorKind, Finished, Id, Poller, Result, Started, Timestamp, Value};
pub use indicator_batches::{Imported, Removed};
pub use vulnerability_changes::{ChangesWatermark, VulnerabilityChanges};
pub use vulnerability_snapshot::{VulnerabilitySnapshot, VulnerabilityState};

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
mod readme {}

#[cfg(doctest)]
#[doc = include_str!("../../../docs/guides/application-context.md")]
mod application_context {}

#[cfg(all(doctest, feature = "user"))]
#[doc = include_str!("../../../docs/guides/user-context.md")]
mod user_context {}

#[cfg(doctest)]
#[doc = include_str!("../../../docs/guides/endpoint.md")]
mod endpoint_guide {}

#[cfg(doctest)]
#[doc = include_str!("../../../docs/guides/partner-context.md")]
mod partner_context {}

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
        match http_core::testing::check("mde", SAMPLES, ALIASES) {
            Ok(Some(count)) => println!("{count} documented answers of mde checked"),
            Ok(None) => {
                println!("DEFENDER_REFERENCE is not set: no documented answer of mde was checked")
            }
            Err(faults) => panic!("{faults}"),
        }
    }
}
