//! `defender operations --openapi`: products as OpenAPI documents.
//!
//! The documents are made from the tables in this program, so they need no network and no sign-in, and they describe exactly the
//! operations that its commands have. A program of others prints its own products in the same way.

use auth_core::Cloud;
use auth_core::http_core::{Operation, Url};
use clap::ArgMatches;
use operations::openapi::{self, Document, Server, Tables, Version};
use serde_json::Value;

use crate::services::Services;
use terminal::{Console, Failure, Result};

/// Prints the documents. `None` if they were not asked for.
///
/// They are written as they are: `--output` and `--limit` are about records.
pub(super) fn run(
    services: &Services,
    matches: &ArgMatches,
    console: &mut Console,
) -> Option<Result<()>> {
    let mut names = matches.get_many::<String>("openapi")?;
    let version = match matches
        .get_one::<String>("openapi-version")
        .map(String::as_str)
    {
        Some("3.0") => Version::V30,
        _ => Version::V31,
    };
    let made = documents(services, names.next(), version);
    Some(made.and_then(|text| console.bytes(text.as_bytes())))
}

/// One document, or an array of all. The text is pretty-printed: it is read, compared and kept in repositories.
///
/// # Errors
///
/// A usage error with the known names for an unknown product.
fn documents(services: &Services, name: Option<&String>, version: Version) -> Result<String> {
    let (servers, tables) = (servers(services)?, tables(services));
    let make = |tables: &Tables<'_>| -> Result<Document> {
        openapi::document(tables, &servers, version).map_err(unreadable)
    };
    let text = match (name, &tables[..]) {
        (None, [single]) => serde_json::to_string_pretty(&make(single)?),
        (None, _) => {
            let made: Result<Vec<_>> = tables.iter().map(make).collect();
            serde_json::to_string_pretty(&made?)
        }
        (Some(name), _) => {
            let found = tables.iter().find(|tables| tables.name == name);
            let found = found.ok_or_else(|| {
                let known: Vec<_> = tables.iter().map(|tables| tables.name).collect();
                let known = known.join(", ");
                Failure::usage(format!("unknown product `{name}`; there are {known}"))
            })?;
            serde_json::to_string_pretty(&make(found)?)
        }
    };
    let text = text.map_err(|error| Failure::machine("no document", &error.into()))?;
    Ok(text + "\n")
}

/// The document of the product that has the operation.
///
/// # Errors
///
/// A usage error if the product has no tables: its document cannot be made.
pub(super) fn of_operation(services: &Services, operation: &Operation) -> Result<Document> {
    let name = operation.id.split('.').next().unwrap_or_default();
    let tables = tables(services);
    let found = tables
        .iter()
        .find(|tables| tables.name == name || holds(tables, operation));
    let found =
        found.ok_or_else(|| Failure::usage(format!("`{name}` has no tables in this program")))?;
    openapi::document(found, &servers(services)?, Version::V31).map_err(unreadable)
}

/// Whether the operation is in tables of another name, as those of Microsoft Graph are.
fn holds(tables: &Tables<'_>, operation: &Operation) -> bool {
    tables.operations.contains(&format!("\"{}\"", operation.id))
}

/// The tables of the program's products: those of the vendor that it has, and those of others.
///
/// The vendor's tables are compiled into every program, so they count only where the program has operations of the product.
pub(super) fn tables(services: &Services) -> Vec<Tables<'static>> {
    let has = |name: &str| {
        let mut rows = services.catalog().operations();
        rows.any(|row| row.id.split('.').next() == Some(name))
    };
    let own = reference::PRODUCTS
        .iter()
        .filter(|product| has(product.name));
    let own = own.map(|product| Tables {
        name: product.name,
        operations: product.operations,
        entities: product.entities,
        answers: answers(product.name),
    });
    let guests = services.guests().map(|guest| Tables {
        name: guest.name,
        operations: guest.operations,
        entities: guest.entities,
        answers: None,
    });
    own.chain(guests).collect()
}

/// The worldwide address of each host family. One that differs between tenants has a variable in it.
///
/// Profiles and variables are not read: a document is about the service and not about one tenant. Families that no product has an
/// endpoint for are left out, and their operations with them.
fn servers(services: &Services) -> Result<Vec<Server>> {
    let described = described(services)?;
    let hosts = services.hosts().into_iter();
    let servers = hosts.filter_map(|(host, _)| server(services, host));
    let servers = servers.map(|(host, server)| {
        let entry = described.iter().find(|entry| entry["host"] == host);
        match entry {
            Some(entry) => server.service(&entry.to_string()).map_err(unreadable),
            None => Ok(server),
        }
    });
    servers.collect()
}

/// The worldwide address of one family, with its name.
fn server<'a>(services: &Services, host: &'a str) -> Option<(&'a str, Server)> {
    if let Some(endpoint) = services.endpoint(host, Cloud::Worldwide, None) {
        let server = Server::new(host, endpoint.base.as_str(), &endpoint.scope);
        return Some((host, server));
    }
    let any = Url::parse("https://localhost").ok();
    let endpoint = services.endpoint(host, Cloud::Worldwide, any)?;
    let address = match host {
        "mdca_portal" => mdca_api::PORTAL_ADDRESS,
        _ => "https://{tenant}",
    };
    Some((host, Server::new(host, address, &endpoint.scope)))
}

/// Entries of `services.json` of all products. A product of others may have none.
fn described(services: &Services) -> Result<Vec<Value>> {
    let own = reference::PRODUCTS.iter().map(|product| product.services);
    let guests = services.guests().map(|guest| guest.services);
    let mut all = Vec::new();
    for table in own.chain(guests) {
        let entries: Vec<Value> = serde_json::from_str(table).map_err(unreadable)?;
        all.extend(entries);
    }
    Ok(all)
}

/// The recorded answers of a product.
fn answers(name: &str) -> Option<&'static str> {
    let mut all = reference::ANSWERS.iter();
    all.find(|(product, _)| *product == name)
        .map(|(_, answers)| *answers)
}

/// The tables are compiled in, so this is a mistake of the program and not of its user.
fn unreadable(error: serde_json::Error) -> Failure {
    Failure::machine("the tables cannot be read", &error.into())
}
