//! The tables of the schemas: golden files, and members that exist.

use std::path::{Path, PathBuf};

use super::*;
use crate::app::App;

fn tables() -> impl Iterator<Item = Table> {
    let tables = [Schema::Ecs, Schema::Ocsf].into_iter();
    tables.map(|schema| serde_json::from_str(schema.table().unwrap()).unwrap())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/golden")
}

fn read(name: &str) -> Value {
    let path = folder().join(name);
    let text = std::fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
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
    let catalog = App::built_in().catalog();
    let mut faults = Vec::new();
    for schema in [Schema::Ecs, Schema::Ocsf] {
        let table: Table = serde_json::from_str(schema.table().unwrap()).unwrap();
        for record in &table.records {
            let raw = read(&format!("{}.json", stem(record))).to_string();
            let name = format!("{}.{}.json", stem(record), table.name);
            let expected = read(&name);
            for id in &record.operations {
                let row = catalog.by_id(id).unwrap_or_else(|| panic!("{id}"));
                let mapping = Mapping::of(schema, Some(row)).unwrap().unwrap();
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
    let catalog = App::built_in().catalog();
    for schema in [Schema::Ecs, Schema::Ocsf] {
        let row = catalog.by_id("graph.alerts.list");
        let mapping = Mapping::of(schema, row).unwrap().unwrap();
        let mapped: Value = serde_json::from_slice(&mapping.apply(b"{}")).unwrap();
        assert!(mapped.to_string().contains("\"{}\""), "{mapped}");
    }
}

#[test]
fn other_records_are_refused_with_those_that_are_mapped() {
    let catalog = App::built_in().catalog();
    let machines = catalog.by_id("mde.machines.list");
    let failure = Mapping::of(Schema::Ecs, machines).unwrap_err();
    assert!(
        failure.hint().unwrap().contains("graph alerts list"),
        "{failure:?}"
    );
    assert!(Mapping::of(Schema::Raw, machines).unwrap().is_none());
}

/// A mapping names only members that the tables of the services know.
#[test]
fn every_source_is_a_member_of_its_entity() {
    let mut faults = Vec::new();
    for table in tables() {
        for record in &table.records {
            let product = reference::PRODUCTS
                .iter()
                .find(|one| one.name == record.product)
                .unwrap();
            let entities: Value = serde_json::from_str(product.entities).unwrap();
            let mut check = Check {
                entities: &entities,
                faults: Vec::new(),
            };
            check.rules(&record.fields, &[&record.entity]);
            let of = |why: String| format!("{} {}: {why}", table.name, stem(record));
            faults.extend(check.faults.into_iter().map(of));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

struct Check<'a> {
    entities: &'a Value,
    faults: Vec<String>,
}

impl Check<'_> {
    fn rules(&mut self, rules: &[Rule], at: &[&str]) {
        for rule in rules {
            let mut inner = Vec::new();
            for path in rule
                .from
                .iter()
                .chain(&rule.also)
                .chain(&rule.when)
                .chain(&rule.when_not)
            {
                let kinds = self.lead(path, at);
                if kinds.is_empty() {
                    self.faults
                        .push(format!("{}: {path} leads nowhere", rule.to));
                }
                inner = if Some(path) == rule.from.as_ref() {
                    kinds
                } else {
                    inner
                };
            }
            let inner: Vec<&str> = inner.iter().map(String::as_str).collect();
            self.rules(&rule.fields, &inner);
            for item in &rule.list {
                self.rules(&item.fields, at);
            }
        }
    }

    /// The types that stand at the end of a path, of a family those of all members.
    fn lead(&self, path: &str, at: &[&str]) -> Vec<String> {
        let mut kinds: Vec<String> = at.iter().map(|kind| (*kind).to_owned()).collect();
        if path == "." {
            return kinds;
        }
        for step in path::names(path) {
            let fields = kinds.iter().flat_map(|kind| self.fields(kind));
            let named = fields.filter(|field| field["name"] == step);
            kinds = named
                .filter_map(|field| field["type"].as_str())
                .map(|kind| {
                    kind.trim_start_matches("array:")
                        .trim_start_matches("object:")
                        .to_owned()
                })
                .collect();
        }
        kinds
    }

    fn fields(&self, entity: &str) -> Vec<&Value> {
        let family = self.entities[entity]["family"]
            .as_array()
            .into_iter()
            .flatten();
        let derived = family.filter_map(|member| member["entity"].as_str());
        let all = std::iter::once(entity).chain(derived);
        all.flat_map(|name| {
            self.entities[name]["fields"]
                .as_array()
                .into_iter()
                .flatten()
        })
        .collect()
    }
}
