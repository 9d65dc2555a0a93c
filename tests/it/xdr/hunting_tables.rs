//! The documented tables of hunting: as data, in the SDK, and in the emulator's three operations.

use std::collections::BTreeSet;

use sandbox::Sandbox;
use serde_json::Value;
use xdr_api::hunting::{DocumentedFunction, DocumentedTable, HuntingSchema, TABLES};

use crate::support::Bench;

fn reference() -> Value {
    serde_json::from_str(reference::HUNTING).unwrap()
}

fn rows(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// A member of each object in a list.
fn members<'a>(list: &'a Value, name: &str) -> Vec<&'a str> {
    rows(list).map(|row| row[name].as_str().unwrap()).collect()
}

/// The emulator's types: it has one for whole numbers, and writes identifiers as text.
fn served(kind: &str) -> &str {
    match kind {
        "int" => "long",
        "guid" => "string",
        other => other,
    }
}

#[test]
fn each_table_says_what_it_is_and_where_that_was_read() {
    let reference = reference();
    let names = members(&reference["tables"], "name");
    let distinct: BTreeSet<_> = names.iter().collect();
    assert_eq!(distinct.len(), names.len());
    for table in rows(&reference["tables"]) {
        let name = &table["name"];
        let text = |member: &str| table[member].as_str().unwrap_or_default();
        assert!(
            !text("help").is_empty() && !text("source").is_empty(),
            "{name}"
        );
        assert!(
            ["ga", "preview", "deprecated"].contains(&text("status")),
            "{name}"
        );
        let successor = text("replaced_by");
        assert!(successor.is_empty() || names.contains(&successor), "{name}");
        let columns = members(&table["columns"], "name");
        assert_eq!(
            columns.iter().collect::<BTreeSet<_>>().len(),
            columns.len(),
            "{name}"
        );
        for former in rows(&table["former"]) {
            assert!(
                columns.contains(&former["now"].as_str().unwrap()),
                "{name}: {former}"
            );
            assert!(
                !columns.contains(&former["name"].as_str().unwrap()),
                "{name}: {former}"
            );
        }
        for column in rows(&table["columns"]) {
            let kind = column["type"].as_str().unwrap();
            let known = [
                "string", "datetime", "long", "int", "real", "bool", "guid", "dynamic",
            ];
            assert!(known.contains(&kind), "{name}: {column}");
            // Only an export has it, so the note says which.
            let seen = column["status"] == "seen";
            assert!(
                !seen || column["note"].as_str().unwrap().contains("export"),
                "{column}"
            );
        }
    }
}

#[test]
fn the_sdk_has_what_the_reference_has() {
    let reference = reference();
    let tables = DocumentedTable::all();
    assert_eq!(TABLES, members(&reference["tables"], "name"));
    for (table, row) in tables.iter().zip(rows(&reference["tables"])) {
        let (names, kinds): (Vec<_>, Vec<_>) = table.columns().unzip();
        assert_eq!(names, members(&row["columns"], "name"), "{}", table.name());
        assert_eq!(kinds, members(&row["columns"], "type"), "{}", table.name());
        assert_eq!(table.help(), row["help"], "{}", table.name());
        assert_eq!(table.status(), row["status"], "{}", table.name());
        assert_eq!(
            table.replaced_by(),
            row["replaced_by"].as_str(),
            "{}",
            table.name()
        );
    }
    let functions = DocumentedFunction::all().iter();
    let functions: Vec<_> = functions.map(DocumentedFunction::name).collect();
    assert_eq!(functions, members(&reference["functions"], "name"));
    let profile = DocumentedFunction::named("FileProfile").unwrap();
    assert!(
        profile
            .adds()
            .any(|column| column == ("GlobalPrevalence", "int"))
    );
    assert_eq!(HuntingSchema::documented().tables.len(), tables.len());
}

#[tokio::test(start_paused = true)]
async fn the_emulator_serves_every_column_of_every_table_in_its_order() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let hunting = bench.xdr().graph().hunting();
    for table in DocumentedTable::all() {
        let columns = hunting.columns_of(table.name()).await.unwrap().unwrap();
        let shown = columns
            .iter()
            .map(|one| (one.name.as_str(), one.kind.as_str()));
        let documented = table.columns().map(|(name, kind)| (name, served(kind)));
        let (shown, documented): (Vec<_>, Vec<_>) = (shown.collect(), documented.collect());
        assert_eq!(shown, documented, "{}", table.name());
    }
}

#[tokio::test(start_paused = true)]
async fn the_older_operations_have_the_same_tables() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    for table in DocumentedTable::all() {
        let query = format!("{} | take 1", table.name());
        let names: Vec<_> = table.columns().map(|(name, _)| Some(name)).collect();
        let answer = bench
            .xdr()
            .advanced_hunting()
            .run(&query)
            .send()
            .await
            .unwrap();
        let shown: Vec<_> = answer
            .schema
            .iter()
            .map(|one| one.name.as_deref())
            .collect();
        assert_eq!(shown, names, "{query}");
        let answer = bench
            .mde()
            .advanced_hunting()
            .run(&query)
            .send()
            .await
            .unwrap();
        let shown: Vec<_> = answer
            .schema
            .iter()
            .map(|one| Some::<&str>(one.name.as_ref()))
            .collect();
        assert_eq!(shown, names, "{query}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_column_that_nothing_fills_is_empty_and_the_rest_stays_as_it_was() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let hunt = |query: &str| bench.xdr().graph().hunting().hunt(query).send();
    let query = "DeviceProcessEvents | project DeviceName, InitiatingProcessCommandLine, LogonId, \
                 AdditionalFields | take 1";
    let table = hunt(query).await.unwrap();
    let row = &table.rows[0];
    assert!(row.text("DeviceName").is_some_and(|name| !name.is_empty()));
    assert_eq!(row.text("InitiatingProcessCommandLine"), Some(""));
    assert_eq!(row.long("LogonId"), None);
    // Documented as text that holds JSON.
    let fields = row.text("AdditionalFields").unwrap();
    assert!(serde_json::from_str::<Value>(fields).unwrap().is_object());
    let empty = hunt("DeviceTvmSoftwareInventory | where SoftwareName == 'x'")
        .await
        .unwrap();
    assert_eq!((empty.rows.len(), empty.columns.len()), (0, 11));
}
