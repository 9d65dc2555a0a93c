//! Seeded records: repeatable, and with references that lead to records.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::{Plan, Seeder};
use crate::store::Store;

fn store(seed: u64) -> Store {
    store_of(seed, 60, 40)
}

fn store_of(seed: u64, devices: usize, alerts: usize) -> Store {
    let plan = Plan {
        seed,
        devices,
        alerts,
        tenant_id: "11111111-1111-4111-8111-111111111111".to_owned(),
        customers: [].into(),
        base: "2026-06-01T00:00:00Z".parse().unwrap(),
    };
    Store::new(Arc::new(Seeder::new(plan)), None)
}

fn rows(store: &mut Store, product: &'static str, entity: &str) -> Vec<Value> {
    store.table(product, entity).rows().cloned().collect()
}

#[test]
fn the_same_number_gives_the_same_records() {
    for (product, entity) in [
        ("mde", "Machine"),
        ("mde", "Alert"),
        ("xdr", "Incident"),
        ("mdca", "Activity"),
        ("xdr", "Host"),
    ] {
        let (mut one, mut two, mut other) = (store(7), store(7), store(8));
        let first = rows(&mut one, product, entity);
        assert!(!first.is_empty());
        assert_eq!(first, rows(&mut two, product, entity), "{entity}");
        assert_ne!(first, rows(&mut other, product, entity), "{entity}");
    }
}

#[test]
fn times_are_written_as_their_member_says() {
    let mut store = store(7);
    let mut seen = BTreeSet::new();
    for product in ["mde", "mdca", "xdr"] {
        let names: Vec<_> = crate::tables::product(product).entity_names().collect();
        for name in names {
            let fields = &crate::tables::product(product).entity(name).unwrap().fields;
            for row in rows(&mut store, product, name) {
                for field in fields.iter().filter(|field| field.kind == "datetime") {
                    let value = &row[&field.name];
                    let is_right = match field.wire.as_str() {
                        "epoch_ms" => value.is_i64(),
                        _ => value.is_string(),
                    };
                    assert!(
                        value.is_null() || is_right,
                        "{product} {name}.{}: {value}",
                        field.name
                    );
                    if !value.is_null() {
                        seen.insert(field.wire.as_str());
                    }
                }
            }
        }
    }
    assert!(seen.contains("epoch_ms") && seen.contains(""), "{seen:?}");
}

#[test]
fn references_lead_to_records() {
    let mut store = store(42);
    let keys = |rows: &[Value], member: &str| -> BTreeSet<String> {
        rows.iter()
            .map(|row| crate::values::key_text(&row[member]))
            .collect()
    };
    let machines = keys(&rows(&mut store, "mde", "Machine"), "id");
    assert_eq!(machines.len(), 60, "ids are unique");
    let alerts = rows(&mut store, "mde", "Alert");
    let files = keys(&rows(&mut store, "mde", "File"), "sha1");
    let users = keys(&rows(&mut store, "mde", "User"), "accountName");
    let incidents = keys(&rows(&mut store, "xdr", "Incident"), "id");
    for alert in &alerts {
        assert!(machines.contains(alert["machineId"].as_str().unwrap()));
        assert!(users.contains(alert["relatedUser"]["userName"].as_str().unwrap()));
        assert!(incidents.contains(&alert["incidentId"].to_string()));
        for piece in alert["evidence"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|piece| piece["sha1"].is_string())
        {
            assert!(files.contains(piece["sha1"].as_str().unwrap()));
        }
    }
    assert_eq!(
        keys(&alerts, "id"),
        keys(&rows(&mut store, "xdr", "Alert"), "id")
    );
    for entity in [
        "MachineAction",
        "Investigation",
        "AssetSoftware",
        "MachineVulnerability",
        "AssetHardwareFirmware",
    ] {
        for row in rows(&mut store, "mde", entity) {
            let id = row
                .get("machineId")
                .or_else(|| row.get("deviceId"))
                .unwrap();
            assert!(machines.contains(id.as_str().unwrap()), "{entity}");
        }
    }
}

#[test]
fn dates_lie_before_the_base_and_in_the_wire_form() {
    let mut store = store(42);
    for alert in rows(&mut store, "mde", "Alert") {
        for member in ["alertCreationTime", "firstEventTime", "lastUpdateTime"] {
            let text = alert[member].as_str().unwrap();
            assert_eq!(text.len(), "2026-01-01T00:00:00.1234567Z".len(), "{text}");
        }
        assert!(alert["firstEventTime"].as_str() < alert["alertCreationTime"].as_str());
    }
    for activity in rows(&mut store, "mdca", "Activity") {
        assert!(activity["timestamp"].as_i64().unwrap() < store.plan().base.as_millisecond());
    }
    let row = &rows(&mut store, "mde", "AssetSoftware")[0];
    assert_eq!(
        row["softwareFirstSeenTimestamp"].as_str().unwrap().len(),
        "2020-12-30 14:17:26".len()
    );
}

#[test]
fn the_first_device_can_take_every_action() {
    let first = &rows(&mut store(3), "mde", "Machine")[0];
    assert!(first["osPlatform"].as_str().unwrap().starts_with("Windows"));
    assert_eq!(first["onboardingStatus"], "Onboarded");
}

#[test]
fn an_empty_organisation_is_possible() {
    let mut store = store_of(1, 0, 0);
    for entity in [
        "Machine",
        "Alert",
        "MachineAction",
        "AssetSoftware",
        "Indicator",
    ] {
        let _ = rows(&mut store, "mde", entity);
    }
    assert!(rows(&mut store, "mde", "Alert").is_empty());
}
