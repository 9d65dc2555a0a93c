//! The model as CSDL in XML.
//!
//! | tables | CSDL |
//! | --- | --- |
//! | entity with a key | `EntityType` |
//! | entity without a key | `ComplexType` |
//! | derived entity of a `family` | the same with `BaseType`, without the members of the base |
//! | `open` | `OpenType="true"` |
//! | member that holds records with a key | `NavigationProperty`, contained |
//! | other members | `Property` |
//! | enum whose words are identifiers | `EnumType`, named after the enum with `Values` at its end |
//! | other enums | `Edm.String` |
//! | `dynamic`, and entities that are not described | the open type `dynamic` |
//! | path of lists and records | `EntitySet` or `Singleton` at the root, navigation properties below |
//! | `qualified_name` | bound `Action`, or bound `Function` for a GET |
//!
//! Members whose name is not an identifier (`@odata.type`) are left out. The numbers of enum members are
//! made up: the services send words. A foreign reader (`python-odata`) reads all of it.

use std::collections::{BTreeMap, BTreeSet};

use super::line;
use super::model::{Called, Model, is_name, names};
use crate::tables::Field;
use crate::values::{lower_first, upper_first};

/// The type of members that the tables do not describe.
const DYNAMIC: &str = "dynamic";

/// Writes the metadata.
pub(super) fn write(model: &Model) -> String {
    let mut text = String::new();
    line(&mut text, 0, r#"<?xml version="1.0" encoding="utf-8"?>"#);
    line(
        &mut text,
        0,
        r#"<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">"#,
    );
    line(&mut text, 1, "<edmx:DataServices>");
    line(
        &mut text,
        2,
        &format!(
            r#"<Schema Namespace="{}" xmlns="http://docs.oasis-open.org/odata/ns/edm">"#,
            model.namespace
        ),
    );
    Writer {
        model,
        text: &mut text,
    }
    .schema();
    line(&mut text, 2, "</Schema>");
    line(&mut text, 1, "</edmx:DataServices>");
    line(&mut text, 0, "</edmx:Edmx>");
    text
}

/// Appends the parts of a schema in the order of the specification: types, actions and functions,
/// the container.
struct Writer<'a> {
    model: &'a Model,
    text: &'a mut String,
}

impl Writer<'_> {
    fn line(&mut self, depth: usize, xml: &str) {
        line(self.text, depth, xml);
    }

    fn schema(&mut self) {
        self.enums();
        self.line(
            3,
            &format!(r#"<ComplexType Name="{DYNAMIC}" OpenType="true" />"#),
        );
        for name in &self.model.entities {
            self.entity(name);
        }
        for path in self.model.folders() {
            self.folder(path);
        }
        for called in &self.model.called {
            self.called(called);
        }
        self.container();
    }

    /// The enum types. Fields with the same enum share a type with the words of all of them.
    fn enums(&mut self) {
        let mut enums: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let entities = &self.model.entities;
        let fields = entities
            .iter()
            .filter_map(|name| self.model.entity(name))
            .flat_map(|entity| &entity.fields);
        for field in fields {
            if let Some(name) = self.enum_of(field) {
                let words = field.values.iter().filter_map(|value| value.as_str());
                enums
                    .entry(name)
                    .or_default()
                    .extend(words.map(str::to_owned));
            }
        }
        for (name, words) in enums {
            self.line(3, &format!(r#"<EnumType Name="{name}">"#));
            for (value, word) in words.iter().enumerate() {
                self.line(4, &format!(r#"<Member Name="{word}" Value="{value}" />"#));
            }
            self.line(3, "</EnumType>");
        }
    }

    /// The enum type of a field. `None` if it has none, or a word that is not an identifier.
    fn enum_of(&self, field: &Field) -> Option<String> {
        let name = field.enum_name.as_deref().filter(|name| is_name(name))?;
        let fits = !field.values.is_empty()
            && field
                .values
                .iter()
                .all(|value| value.as_str().is_some_and(is_name));
        // The enum may have the name of an entity.
        fits.then(|| format!("{}Values", self.type_name(name)))
    }

    /// The name of a type in the spelling of the service.
    fn type_name(&self, name: &str) -> String {
        if self.model.namespace.starts_with("microsoft.graph") {
            lower_first(name)
        } else {
            name.to_owned()
        }
    }

    /// The name of a type with its namespace, as references to it need it.
    fn qualified(&self, name: &str) -> String {
        format!("{}.{}", self.model.namespace, self.type_name(name))
    }

    /// A type with its own members. Those of its base are inherited, and must not be repeated.
    fn entity(&mut self, name: &str) {
        let Some(entity) = self.model.entity(name) else {
            return;
        };
        let base = self.model.base(name);
        let inherited: BTreeSet<&str> = base
            .and_then(|base| self.model.entity(base))
            .map(names)
            .unwrap_or_default();
        let kind = if self.model.has_key(name) {
            "EntityType"
        } else {
            "ComplexType"
        };
        let mut head = format!(r#"<{kind} Name="{}""#, self.type_name(name));
        if let Some(base) = base {
            head.push_str(&format!(r#" BaseType="{}""#, self.qualified(base)));
        }
        if entity.open {
            head.push_str(r#" OpenType="true""#);
        }
        self.line(3, &format!("{head}>"));
        if let Some(key) = entity
            .key
            .as_deref()
            .filter(|_| base.is_none() && kind == "EntityType")
        {
            self.line(4, &format!(r#"<Key><PropertyRef Name="{key}" /></Key>"#));
        }
        let fields = entity
            .fields
            .iter()
            .filter(|field| is_name(&field.name) && !inherited.contains(field.name.as_str()));
        // Properties come before navigation properties.
        let (plain, related): (Vec<&Field>, Vec<&Field>) =
            fields.partition(|field| !self.is_related(field));
        for field in plain {
            let nullable = if field.nullable && entity.key.as_deref() != Some(&field.name) {
                ""
            } else {
                r#" Nullable="false""#
            };
            let kind = self.type_of(field);
            self.line(
                4,
                &format!(
                    r#"<Property Name="{}" Type="{kind}"{nullable} />"#,
                    field.name
                ),
            );
        }
        for field in related {
            let kind = self.type_of(field);
            self.line(
                4,
                &format!(
                    r#"<NavigationProperty Name="{}" Type="{kind}" ContainsTarget="true" />"#,
                    field.name
                ),
            );
        }
        self.line(3, &format!("</{kind}>"));
    }

    /// Whether a member holds records with a key, which only a navigation property may.
    fn is_related(&self, field: &Field) -> bool {
        let kind = field.kind.strip_prefix("array:").unwrap_or(&field.kind);
        kind.strip_prefix("object:")
            .is_some_and(|name| self.model.entities.contains(name) && self.model.has_key(name))
    }

    /// The type of a member, `Collection(...)` for a list.
    fn type_of(&self, field: &Field) -> String {
        match field.kind.strip_prefix("array:") {
            Some(item) => format!("Collection({})", self.single(item, field)),
            None => self.single(&field.kind, field),
        }
    }

    /// The type of a member or of an item of its list.
    fn single(&self, kind: &str, field: &Field) -> String {
        if let Some(name) = kind.strip_prefix("object:")
            && self.model.entities.contains(name)
        {
            return self.qualified(name);
        }
        let primitive = match kind {
            "bool" => "Boolean",
            "int32" => "Int32",
            "int64" => "Int64",
            "double" => "Double",
            "datetime" => "DateTimeOffset",
            "date" => "Date",
            "guid" => "Guid",
            "string" if field.wire == "duration" => "Duration",
            "enum" => match self.enum_of(field) {
                Some(name) => return format!("{}.{name}", self.model.namespace),
                None => "String",
            },
            "string" => "String",
            _ => return format!("{}.{DYNAMIC}", self.model.namespace),
        };
        format!("Edm.{primitive}")
    }

    /// The type of a resource that only leads on.
    fn folder(&mut self, path: &str) {
        self.line(3, &format!(r#"<EntityType Name="{}">"#, folder_name(path)));
        let children: Vec<(String, String)> = self
            .model
            .below(path)
            .map(|(name, _)| {
                (
                    name.to_owned(),
                    self.resource_type(&format!("{path}/{name}")),
                )
            })
            .collect();
        for (name, kind) in children {
            self.line(
                4,
                &format!(
                    r#"<NavigationProperty Name="{name}" Type="{kind}" ContainsTarget="true" />"#
                ),
            );
        }
        self.line(3, "</EntityType>");
    }

    /// The type of a resource, as a collection if it is a set.
    fn resource_type(&self, path: &str) -> String {
        let Some(resource) = self.model.resource(path) else {
            return format!("{}.{DYNAMIC}", self.model.namespace);
        };
        let name = self.record_type(path);
        if resource.is_set {
            format!("Collection({name})")
        } else {
            name
        }
    }

    /// The type of the records of a resource.
    fn record_type(&self, path: &str) -> String {
        let entity = self
            .model
            .resource(path)
            .and_then(|one| one.entity.as_deref());
        match entity.filter(|name| self.model.entities.contains(*name)) {
            Some(name) => self.qualified(name),
            None => format!("{}.{}", self.model.namespace, folder_name(path)),
        }
    }

    /// An action or function, with its binding parameter and the inputs of its body.
    fn called(&mut self, called: &Called) {
        let kind = if called.is_function {
            "Function"
        } else {
            "Action"
        };
        self.line(
            3,
            &format!(r#"<{kind} Name="{}" IsBound="true">"#, called.name),
        );
        let bound = if called.of_record {
            self.record_type(&called.bound_to)
        } else {
            self.resource_type(&called.bound_to)
        };
        self.line(
            4,
            &format!(r#"<Parameter Name="bindingParameter" Type="{bound}" />"#),
        );
        for param in called
            .operation
            .params_in("body")
            .filter(|param| is_name(&param.name))
        {
            let kind = self.param_type(&param.kind);
            self.line(
                4,
                &format!(r#"<Parameter Name="{}" Type="{kind}" />"#, param.name),
            );
        }
        let response = &called.operation.response;
        let entity = response.entity.as_deref();
        match entity.filter(|name| self.model.entities.contains(*name)) {
            Some(name) if response.kind == "collection" => {
                let kind = self.qualified(name);
                self.line(4, &format!(r#"<ReturnType Type="Collection({kind})" />"#));
            }
            Some(name) => {
                let kind = self.qualified(name);
                self.line(4, &format!(r#"<ReturnType Type="{kind}" />"#));
            }
            None if called.is_function => self.line(4, r#"<ReturnType Type="Edm.String" />"#),
            None => {}
        }
        self.line(3, &format!("</{kind}>"));
    }

    /// The type of an input. Enums of inputs are text: their types belong to members of entities.
    fn param_type(&self, kind: &str) -> String {
        let single = |kind: &str| match kind {
            "bool" => "Edm.Boolean".to_owned(),
            "int32" => "Edm.Int32".to_owned(),
            "int64" => "Edm.Int64".to_owned(),
            "double" => "Edm.Double".to_owned(),
            "datetime" => "Edm.DateTimeOffset".to_owned(),
            "guid" => "Edm.Guid".to_owned(),
            _ => match kind.strip_prefix("object:") {
                Some(name) if self.model.entities.contains(name) => self.qualified(name),
                Some(_) => format!("{}.{DYNAMIC}", self.model.namespace),
                None => "Edm.String".to_owned(),
            },
        };
        match kind.strip_prefix("array:") {
            Some(item) => format!("Collection({})", single(item)),
            None => single(kind),
        }
    }

    /// The resources below the root. One that is reached below another is a navigation property.
    fn container(&mut self) {
        self.line(3, r#"<EntityContainer Name="container">"#);
        let roots: Vec<(String, bool, String)> = self
            .model
            .roots()
            .map(|(name, resource)| (name.to_owned(), resource.is_set, self.record_type(name)))
            .collect();
        for (name, is_set, kind) in roots {
            let xml = if is_set {
                format!(r#"<EntitySet Name="{name}" EntityType="{kind}" />"#)
            } else {
                format!(r#"<Singleton Name="{name}" Type="{kind}" />"#)
            };
            self.line(4, &xml);
        }
        self.line(3, "</EntityContainer>");
    }
}

/// The name of the type of a resource that only leads on.
fn folder_name(path: &str) -> String {
    let words: Vec<String> = path.split('/').map(upper_first).collect();
    lower_first(&format!("{}Root", words.concat()))
}
