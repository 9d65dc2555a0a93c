//! The mappings against their golden files. A test of the suite compares them with the tables of the services.

use std::path::Path;

use super::*;

const SCHEMAS: [Schema; 2] = [Schema::Ecs, Schema::Ocsf];

fn read(name: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/golden");
    let text = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    serde_json::from_slice(&text).unwrap()
}

/// The name of the golden files of a record: `graph.alerts`.
fn stem(record: &Record) -> String {
    let id = &record.operations[0];
    id.rsplit_once('.').unwrap().0.to_owned()
}

/// A mapped record with the kept one taken out of it.
fn mapped(mapping: &Mapping, raw: &str) -> (Value, Value) {
    let mut mapped: Value = serde_json::from_slice(&mapping.apply(raw.as_bytes())).unwrap();
    let place = format!("/{}", mapping.raw.replace('.', "/"));
    let kept = mapped
        .pointer_mut(&place)
        .map(|kept| std::mem::replace(kept, "(the record)".into()));
    (mapped, kept.unwrap_or_default())
}

#[test]
fn every_record_is_mapped_as_its_golden_file_says() {
    let mut faults = Vec::new();
    for schema in SCHEMAS {
        let table: Table = serde_json::from_str(schema.table().unwrap()).unwrap();
        for record in &table.records {
            let raw = read(&format!("{}.json", stem(record))).to_string();
            let name = format!("{}.{}.json", stem(record), schema.as_str());
            let expected = read(&name);
            for id in &record.operations {
                let mapping = Mapping::of(schema, id).unwrap().unwrap();
                let (mapped, kept) = mapped(&mapping, &raw);
                assert_eq!(kept, raw, "{id}: the record is not kept whole");
                if mapped != expected {
                    faults.push(format!("{name}, {id}:\n{mapped:#}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_record_with_nothing_in_it_is_kept_whole() {
    for schema in SCHEMAS {
        let mapping = Mapping::of(schema, "graph.alerts.list").unwrap().unwrap();
        let mapped: Value = serde_json::from_slice(&mapping.apply(b"{}")).unwrap();
        assert!(mapped.to_string().contains("\"{}\""), "{mapped}");
    }
}

#[test]
fn other_records_are_refused_with_those_that_are_mapped() {
    let error = Mapping::of(Schema::Ecs, "mde.machines.list").unwrap_err();
    assert!(error.to_string().contains("graph alerts list"), "{error}");
    assert!(
        Mapping::of(Schema::Raw, "mde.machines.list")
            .unwrap()
            .is_none()
    );
}
