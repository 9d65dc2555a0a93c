//! What a device reported about its antivirus, unwrapped from text.

use http_core::{Extra, Value};

use crate::assessments::InfoGatheringFileRecord;

impl InfoGatheringFileRecord {
    /// The members of `DeviceGatheredInfo`, by their names in the file: `AvMode`, `AvIsSignatureUptoDate`,
    /// `AvScanResults` and others. Objects and lists that are wrapped in text, at any depth, are objects and lists
    /// here. Empty if nothing was gathered, or if the text is not an object.
    ///
    /// Source: defender-docs, `device-health-api-methods-properties.md`; the wrapping was observed.
    pub fn gathered(&self) -> Extra {
        match self.device_gathered_info.clone().map(unwrapped) {
            Some(Value::Object(members)) => members.into_iter().collect(),
            _ => Extra::default(),
        }
    }
}

/// Replaces text that holds an object or a list by what it holds.
fn unwrapped(value: Value) -> Value {
    match value {
        Value::String(text) if text.trim_start().starts_with(['{', '[']) => {
            match serde_json::from_str(&text) {
                Ok(inner) => unwrapped(inner),
                Err(_) => Value::String(text),
            }
        }
        Value::Object(members) => members
            .into_iter()
            .map(|(name, value)| (name, unwrapped(value)))
            .collect(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_wrapped_twice_is_unwrapped_twice() {
        let scans = json!({"Quick": {"ScanStatus": "Completed"}}).to_string();
        let info = json!({"AvMode": "0", "AvScanResults": scans, "Note": "{not json"}).to_string();
        let record: InfoGatheringFileRecord =
            serde_json::from_value(json!({"DeviceId": "d", "DeviceGatheredInfo": info})).unwrap();
        let gathered = record.gathered();
        assert_eq!(gathered["AvMode"], "0");
        assert_eq!(
            gathered["AvScanResults"]["Quick"]["ScanStatus"],
            "Completed"
        );
        assert_eq!(gathered["Note"], "{not json");
        assert!(InfoGatheringFileRecord::default().gathered().is_empty());
    }
}
