//! `defender schema`: the records or the inputs of a command as JSON Schema, for programs that read or write them.
//!
//! Made from the tables in this program, like the OpenAPI documents; sends nothing and needs no sign-in. With `--schema ecs` or
//! `ocsf` records have other members, which the tables of these formats describe.

use clap::ArgMatches;
use commands::schema::meant;
use operations::input_schema;

use super::openapi;
use crate::services::Services;
use terminal::{Console, Failure, Result};

/// Prints a schema, pretty-printed: it is read, compared and kept in repositories.
pub(super) fn run(services: &Services, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let words = matches.get_many::<String>("words").unwrap_or_default();
    let words: Vec<&str> = words.map(String::as_str).collect();
    let operation = meant(services.catalog(), &words)?;
    let schema = match matches.get_flag("inputs") {
        true => Some(input_schema(operation)),
        false => openapi::of_operation(services, operation)?.record(operation),
    };
    let schema = schema.ok_or_else(|| {
        Failure::usage(format!("the answer of `{}` is no JSON", words.join(" ")))
            .with_hint("--inputs prints the schema of what it takes")
    })?;
    let text = serde_json::to_string_pretty(&schema)
        .map_err(|error| Failure::machine("no schema", &error.into()))?;
    console.bytes((text + "\n").as_bytes())
}
