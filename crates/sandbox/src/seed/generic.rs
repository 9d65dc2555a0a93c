//! Records made from the description of an entity alone.
//!
//! The type decides the form of a value, and the name of the member its content:
//! `ipAddress` gets an address, `createdBy` a user name, `sha1` forty hexadecimal digits.
//! Values of enums are documented ones. References to records of other entities lead
//! nowhere, except where a product sets them.

use std::time::Duration;

use fastrand::Rng;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::seeder::Seeder;
use super::words;
use crate::clock::earlier;
use crate::random::{self, guid, hex};
use crate::tables::{self, Entity, Field};
use crate::values::lower_first;

/// Number of records of an entity that the organization says nothing about.
pub(super) const ROWS: usize = 12;

/// Maximum depth of nested objects. Entities may contain each other.
const DEPTH: usize = 3;

/// Entities of threat intelligence whose id is the thing itself. No operation lists them: a
/// caller asks for a host by its name.
const NAMED_BY_VALUE: [&str; 3] = ["Hostname", "IpAddress", "Vulnerability"];

/// The id of such a record.
fn named_by_value(entity: &str, number: usize) -> String {
    match entity {
        "Hostname" => match words::DOMAINS.get(number) {
            Some(name) => (*name).to_owned(),
            None => format!("host-{number}.example.net"),
        },
        "IpAddress" => format!("198.51.100.{number}"),
        _ => format!("CVE-2024-{}", 20_000 + number),
    }
}

/// Makes records of one product from a random sequence.
#[derive(Debug)]
pub(crate) struct Maker {
    product: &'static str,
    rng: Rng,
    /// Dates lie before this time.
    base: Timestamp,
    depth: usize,
}

/// Records made from the entity's description alone. The same seed gives the same records.
pub(super) fn rows(
    seeder: &Seeder,
    product: &'static str,
    entity: &str,
    count: usize,
) -> Vec<Value> {
    let rng = random::rng(seeder.plan().seed, &format!("{product}/{entity}"));
    let mut maker = Maker::new(product, rng, seeder.plan().base);
    (0..count)
        .map(|number| maker.record(entity, number))
        .collect()
}

impl Maker {
    pub(crate) fn new(product: &'static str, rng: Rng, base: Timestamp) -> Maker {
        Maker {
            product,
            rng,
            base,
            depth: 0,
        }
    }

    /// The record with a number. A base type gets one of its derived types, in turns, and
    /// an `@odata.type`.
    pub(crate) fn record(&mut self, entity: &str, number: usize) -> Value {
        let Some(description) = tables::product(self.product).entity(entity) else {
            return json!({});
        };
        if let Some(member) = description
            .family
            .get(number % description.family.len().max(1))
        {
            let mut record = self.members(&member.entity, number);
            record.insert("@odata.type".to_owned(), member.kind.clone().into());
            return Value::Object(record);
        }
        Value::Object(self.members(entity, number))
    }

    /// The members of a record. One in eight nullable ones is null, or an empty list.
    /// Relationships are left out, as without `$expand`.
    fn members(&mut self, entity: &str, number: usize) -> Map<String, Value> {
        let description: Option<&'static Entity> = tables::product(self.product).entity(entity);
        let mut record = Map::new();
        for field in description
            .into_iter()
            .flat_map(|description| &description.fields)
        {
            // Relationships are returned with $expand only.
            if field.relationship {
                continue;
            }
            let is_key =
                description.and_then(|description| description.key.as_deref()) == Some(&field.name);
            let is_missing = field.nullable && self.rng.u8(..8) == 0;
            let value = match (is_key, is_missing) {
                (true, _) => self.key(entity, field, number),
                // OData lists are empty and never null (JSON format 4.01, section 7), and a type
                // that is written out is always there.
                (false, true) if field.kind.starts_with("array:") => json!([]),
                (false, true) if field.name != "@odata.type" => Value::Null,
                _ => self.field(entity, field),
            };
            record.insert(field.name.clone(), value);
        }
        record
    }

    /// A key that is unique in its table.
    fn key(&mut self, entity: &str, field: &Field, number: usize) -> Value {
        match field.kind.as_str() {
            "int32" | "int64" => (1000 + number).into(),
            "guid" => guid(&mut self.rng).into(),
            "datetime" => field.time(self.at(number)),
            "enum" => self.field(entity, field),
            _ => match (field.name.as_str(), self.product) {
                ("_id", _) => hex(&mut self.rng, 24).into(),
                ("id", "xdr") if NAMED_BY_VALUE.contains(&entity) => {
                    named_by_value(entity, number).into()
                }
                ("name", _) => format!(
                    "{} {}",
                    words::pick(&mut self.rng, &words::NOUNS),
                    number + 1
                )
                .into(),
                (name, _) if name.to_ascii_lowercase().contains("hash") || name == "sha1" => {
                    hex(&mut self.rng, 40).into()
                }
                ("fileName" | "Name", _) => format!("file-{}.ps1", number + 1).into(),
                ("ipAddress", _) => format!("198.51.100.{}", number % 254 + 1).into(),
                _ => guid(&mut self.rng).into(),
            },
        }
    }

    /// A value for a member.
    pub(crate) fn field(&mut self, entity: &str, field: &Field) -> Value {
        if !field.values.is_empty() && !field.kind.starts_with("array:") {
            return self.listed(field);
        }
        self.value(entity, &field.kind, field)
    }

    /// A value of a type.
    fn value(&mut self, entity: &str, kind: &str, field: &Field) -> Value {
        match kind {
            "bool" => self.rng.bool().into(),
            "int32" | "int64" => self.integer(&field.name).into(),
            "double" => (f64::from(self.rng.u16(..1000)) / 10.0).into(),
            "guid" => guid(&mut self.rng).into(),
            "datetime" => {
                let number = self.rng.usize(..2000);
                field.time(self.at(number))
            }
            "date" => self.some_instant().strftime("%Y-%m-%d").to_string().into(),
            "enum" => field
                .values
                .first()
                .cloned()
                .unwrap_or_else(|| "unknown".into()),
            "dynamic" => json!({}),
            "string" => self.text(entity, field),
            _ => self.compound(entity, kind, field),
        }
    }

    /// A list of one or two items, or a nested object. Empty or null at the maximum depth.
    fn compound(&mut self, entity: &str, kind: &str, field: &Field) -> Value {
        if let Some(item) = kind.strip_prefix("array:") {
            // The tables do not describe the items of such lists.
            if item == "dynamic" {
                return json!([]);
            }
            if self.depth >= DEPTH && item.starts_with("object:") {
                return json!([]);
            }
            let count = self.rng.usize(1..=2);
            let items = (0..count).map(|_| {
                if field.values.is_empty() {
                    self.value(entity, item, field)
                } else {
                    self.listed(field)
                }
            });
            return Value::Array(items.collect());
        }
        let Some(name) = kind.strip_prefix("object:") else {
            return Value::Null;
        };
        if self.depth >= DEPTH {
            return Value::Null;
        }
        self.depth += 1;
        let number = self.rng.usize(..1000);
        let record = self.record(name, number);
        self.depth -= 1;
        record
    }

    /// A documented value, in the type of the member.
    fn listed(&mut self, field: &Field) -> Value {
        // The service never sends the placeholder of the model.
        let values: Vec<&Value> = field
            .values
            .iter()
            .filter(|value| value.as_str() != Some("unknownFutureValue"))
            .collect();
        let Some(value) = values.get(self.rng.usize(..values.len().max(1))) else {
            return Value::Null;
        };
        match (field.kind.trim_start_matches("array:"), value.as_str()) {
            ("int32" | "int64", Some(text)) => text
                .parse::<i64>()
                .map_or_else(|_| (*value).clone(), Value::from),
            ("bool", Some(text)) => (text == "true").into(),
            _ => (*value).clone(),
        }
    }

    /// A number whose range follows from the name of the member.
    fn integer(&mut self, name: &str) -> i64 {
        let name = name.to_ascii_lowercase();
        match () {
            () if name.ends_with("port") => i64::from(self.rng.u16(1..=65535)),
            () if name.contains("processid") => i64::from(self.rng.u16(500..60000)),
            () if name.contains("size") => i64::from(self.rng.u32(1024..20_000_000)),
            () if name.contains("percent") || name.contains("score") => {
                i64::from(self.rng.u8(..=100))
            }
            () if name.contains("appid") || name.contains("saas") => {
                words::APPS[self.rng.usize(..words::APPS.len())].0
            }
            () => i64::from(self.rng.u16(..500)),
        }
    }

    /// A text whose content follows from the name of the member.
    fn text(&mut self, entity: &str, field: &Field) -> Value {
        let name = field.name.to_ascii_lowercase();
        if field.wire == "date_and_time" {
            return field.time(self.some_instant());
        }
        if field.wire == "duration" {
            return self.duration(&name).into();
        }
        let rng = &mut self.rng;
        let text = match name.as_str() {
            // The base type of audit data is abstract; this is the derived type without members.
            "@odata.type" if entity == "AuditData" => {
                "#microsoft.graph.security.defaultAuditData".to_owned()
            }
            "@odata.type" => format!("#microsoft.graph.security.{}", lower_first(entity)),
            _ if name.contains("sha256") => hex(rng, 64),
            _ if name.contains("sha1") || name.contains("thumbprint") => hex(rng, 40),
            _ if name.contains("md5") => hex(rng, 32),
            _ if name.contains("machineid") || name.contains("deviceid") => hex(rng, 40),
            _ if name.contains("tenantid") => guid(rng),
            _ if name.contains("incidentid") => rng.u32(1000..9999).to_string(),
            _ if name.contains("ipaddress") || name == "ip" => words::address(rng),
            _ if name.contains("url") || name.contains("link") || name.ends_with("uri") => {
                format!(
                    "https://{}/{}",
                    words::pick(rng, &words::DOMAINS),
                    hex(rng, 8)
                )
            }
            _ if name.contains("email")
                || name.contains("principalname")
                || name.contains("upn") =>
            {
                words::upn(rng)
            }
            _ if name.ends_with("by")
                || name.contains("assignedto")
                || name.contains("username") =>
            {
                words::upn(rng)
            }
            _ if name.contains("domain") => words::pick(rng, &words::DOMAINS).to_owned(),
            _ if name.contains("dnsname")
                || name.contains("hostname")
                || name.contains("devicename") =>
            {
                format!(
                    "{}.contoso.com",
                    words::pick(rng, &words::NOUNS).to_lowercase()
                )
            }
            _ if name.contains("version") => {
                format!("{}.{}.{}", rng.u8(1..20), rng.u8(..10), rng.u16(..20000))
            }
            _ if name.contains("country") => words::pick(rng, &["US", "DE", "JP", "BR"]).to_owned(),
            _ if name.contains("filename") => words::pick(rng, &words::FILES).to_owned(),
            _ if name.contains("description")
                || name.contains("comment")
                || name.contains("recommended") =>
            {
                words::sentence(rng)
            }
            _ if name.contains("name") || name.contains("title") => words::title(rng),
            _ if name == "id" || name.ends_with("id") => guid(rng),
            _ => words::pick(rng, &words::NOUNS).to_owned(),
        };
        text.into()
    }

    /// An ISO 8601 duration. What a rule looks back covers the time between two of its runs.
    fn duration(&mut self, name: &str) -> &'static str {
        match name {
            "lookback" => words::pick(&mut self.rng, &["P1D", "P2D", "P7D"]),
            _ => words::pick(&mut self.rng, &["PT1H", "PT3H", "PT12H", "P1D"]),
        }
    }

    fn some_instant(&mut self) -> Timestamp {
        let number = self.rng.usize(..2000);
        self.at(number)
    }

    /// The `number`-th time before the base: every 17 minutes.
    fn at(&self, number: usize) -> Timestamp {
        let minutes = i64::try_from(number).unwrap_or(0) * 17 + 3;
        crate::clock::later(
            earlier(self.base, minutes * 60),
            Duration::from_nanos(123_456_700),
        )
    }
}
