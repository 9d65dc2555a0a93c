#![doc = include_str!("../README.md")]

mod client;
mod closing;
mod generated;
mod log_upload;

pub use auth_core;
pub use client::{Client, HOSTS, SCOPE, endpoint, portal};
pub use closing::{CloseAlerts, Closed, Closing, MatchingAlerts};
pub use generated::*;
pub use http_core;
pub use http_core::{Error, ErrorKind, Id, Result, Timestamp, Value};
pub use log_upload::{LogUpload, Progress};

#[cfg(test)]
mod tests {
    use crate::generated::samples::SAMPLES;

    #[test]
    fn documented_answers_decode_and_keep_every_member() {
        match http_core::testing::check("mdca", SAMPLES) {
            Ok(Some(count)) => println!("{count} documented answers of mdca checked"),
            Ok(None) => {
                println!("DEFENDER_REFERENCE is not set: no documented answer of mdca was checked")
            }
            Err(faults) => panic!("{faults}"),
        }
    }
}
