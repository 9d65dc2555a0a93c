//! The macros that product crates define their types with, used as they use them.

use serde_json::{Value, json};

http_core::entity! {
    /// A thing.
    pub struct Thing {
        /// Its id.
        pub id: http_core::Id<Thing> = "id",
        /// A count.
        pub count: Option<i64> = "count" | "Count",
        /// Names.
        pub names: Vec<String> = "names",
    }
}

#[test]
fn unknown_members_come_back_as_they_were() {
    let value = json!({"id": "a", "novel": {"x": [1, 2]}, "count": 3, "names": ["n"]});
    let thing: Thing = serde_json::from_value(value.clone()).unwrap();
    assert_eq!(thing.extra["novel"], json!({"x": [1, 2]}));
    assert_eq!(serde_json::to_value(&thing).unwrap(), value);
}

#[test]
fn null_and_absent_members_read_as_nothing() {
    let thing: Thing = serde_json::from_value(json!({"names": null, "count": null})).unwrap();
    assert_eq!(thing, Thing::default());
}

#[test]
fn either_spelling_of_a_member_is_read_in_any_order() {
    let thing: Thing = serde_json::from_str(r#"{"names":["n"],"Count":3,"id":"a"}"#).unwrap();
    assert_eq!((thing.count, thing.id.as_str()), (Some(3), "a"));
}
http_core::entity! {
    /// A device.
    pub struct Device {
        /// Its type.
        pub odata_type: Option<String> = "@odata.type",
        /// Its name.
        pub name: Option<String> = "name",
    }
}

http_core::family! {
    /// Evidence.
    pub enum Evidence {
        DeviceEvidence(Device) = "#vendor.security.deviceEvidence",
    }
}

http_core::family! {
    /// Evidence with a base.
    pub enum Based {
        @base Base(Device) = "#vendor.evidence",
        DeviceEvidence(Device) = "#vendor.security.deviceEvidence",
    }
}

#[test]
fn a_shortened_type_name_is_the_same_type() {
    let value = json!({"@odata.type": "#vendor.DeviceEvidence", "name": "n"});
    let evidence: Evidence = serde_json::from_value(value.clone()).unwrap();
    assert!(
        matches!(&evidence, Evidence::DeviceEvidence(device) if device.name.as_deref() == Some("n"))
    );
    assert_eq!(serde_json::to_value(evidence).unwrap(), value);
}

#[test]
fn an_unknown_type_is_kept_whole() {
    let value = json!({"@odata.type": "#vendor.novelty", "name": {"deep": [1]}});
    for evidence in [
        serde_json::from_value::<Evidence>(value.clone()).map(|e| serde_json::to_value(e).unwrap()),
        serde_json::from_value::<Based>(value.clone()).map(|e| serde_json::to_value(e).unwrap()),
    ] {
        assert_eq!(evidence.unwrap(), value);
    }
}

#[test]
fn a_record_without_a_type_is_of_the_base() {
    let based: Based = serde_json::from_value(json!({"name": "n"})).unwrap();
    assert!(matches!(based, Based::Base(_)));
    let plain: Evidence = serde_json::from_value(json!({"name": "n"})).unwrap();
    assert_eq!(
        serde_json::to_value(plain).unwrap(),
        json!({"name": "n"}) as Value
    );
}
