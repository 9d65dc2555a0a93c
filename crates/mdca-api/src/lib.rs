#![doc = include_str!("../README.md")]

mod client;
mod closing;
mod filter_set;
mod generated;
mod log_upload;
mod wording;

pub use auth_core;
pub use client::{Client, HOSTS, PORTAL_ADDRESS, SCOPE, endpoint, portal};
pub use closing::{CloseAlerts, Closed, Closing, MatchingAlerts};
pub use generated::*;
pub use http_core;
pub use http_core::{Content, Error, ErrorKind, Id, Result, Timestamp, Value};
pub use log_upload::{LogUpload, Progress, Uploaded};

#[cfg(doctest)]
#[doc = include_str!("../../../docs/guides/cloud-apps.md")]
mod cloud_apps {}

#[cfg(test)]
mod tests {
    use http_core::Value;
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use serde_json::json;

    use crate::generated::samples::{ALIASES, ENTITIES, SAMPLES};

    fn comes_back_unchanged<T: DeserializeOwned + Serialize>(record: &Value) {
        let read: T = serde_json::from_value(record.clone()).unwrap();
        let written = serde_json::to_value(&read).unwrap();
        for (name, value) in record.as_object().unwrap() {
            assert_eq!(&written[name], value, "{name}");
        }
    }

    #[test]
    fn dates_in_three_forms_and_keys_that_differ_by_case_are_kept() {
        comes_back_unchanged::<crate::activities::Activity>(&json!({
            "_id": "603f704aaf7417985bbf3b22", "timestamp": 1_767_225_600_000_i64,
            "EventName": "one", "eventName": "two", "Level": 1, "level": 2,
        }));
        comes_back_unchanged::<crate::data_enrichment::IpRange>(&json!({
            "_id": "603f704aaf7417985bbf3b22", "lastModified": 1_607_952_165_309.803_2,
        }));
        comes_back_unchanged::<crate::alerts::Alert>(&json!({
            "_id": "603f704aaf7417985bbf3b22", "timestamp": 1_767_225_600_000_i64,
            "resolveTime": "2026-01-01T00:00:00.123Z", "URL": "https://portal.example", "url": "other",
        }));
        comes_back_unchanged::<crate::files::File>(&json!({
            "_id": "603f704aaf7417985bbf3b22", "createdDate": 1_767_225_600_000_i64, "fTags": ["a"], "ftags": ["b"],
            "Created": "x", "created": "y",
        }));
    }

    #[test]
    fn members_of_every_entity_are_read_in_any_letter_case() {
        match http_core::testing::check_cases(ENTITIES) {
            Ok(count) => println!("{count} entities checked"),
            Err(faults) => panic!("{faults}"),
        }
    }

    #[test]
    fn documented_answers_decode_and_keep_every_member() {
        match http_core::testing::check("mdca", SAMPLES, ALIASES) {
            Ok(Some(count)) => println!("{count} documented answers of mdca checked"),
            Ok(None) => {
                println!("DEFENDER_REFERENCE is not set: no documented answer of mdca was checked")
            }
            Err(faults) => panic!("{faults}"),
        }
    }
}
