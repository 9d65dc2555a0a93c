//! What a service offers: types, resources, actions and functions.
//!
//! Types are those that operations of the service answer with or take, those inside them, and those
//! derived from them. Resources are the paths of what can be read, up to the first key: below a
//! record its type describes what there is. Functions with arguments are left out, because the
//! tables hold their arguments as text of the path.
//!
//! Two bases may have the same derived type: a host name is a `Host` and an `Artifact`. CSDL allows one
//! base, so the nearest is taken, and a base is derived from another one that has all its derived
//! types and more.

use std::collections::{BTreeMap, BTreeSet};

use crate::service::Service;
use crate::tables::{self, Entity, Operation};

/// The namespace of the types of Defender for Endpoint, as `@odata.context` of its samples has it.
const MDE: &str = "microsoft.windowsDefenderATP.api";
/// The namespace of the security types of Graph.
const GRAPH: &str = "microsoft.graph.security";

/// The model of one service.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) namespace: &'static str,
    product: &'static str,
    /// Names of entities that some operation answers with, and of those inside them.
    pub(super) entities: BTreeSet<String>,
    /// Resources by their path below the root: `security/alerts_v2`.
    resources: BTreeMap<String, Resource>,
    pub(super) called: Vec<Called>,
}

/// A segment of a path.
#[derive(Debug, Default)]
pub(super) struct Resource {
    /// The entity of its records. `None` for a segment that only leads on.
    pub(super) entity: Option<String>,
    /// Whether it holds several records, by key.
    pub(super) is_set: bool,
}

/// An action or a function without arguments.
#[derive(Debug)]
pub(super) struct Called {
    pub(super) name: String,
    pub(super) is_function: bool,
    /// The path of the resource that it is bound to.
    pub(super) bound_to: String,
    /// The path addresses one record of the resource.
    pub(super) of_record: bool,
    pub(super) operation: &'static Operation,
}

impl Model {
    /// The model of a service below a root (`v1.0`, `beta`, `api`).
    pub(super) fn of(service: Service, root: &str) -> Model {
        let (namespace, product) = match service {
            Service::Graph => (GRAPH, "xdr"),
            Service::Mde => (MDE, "mde"),
            _ => (MDE, "xdr"),
        };
        let mut model = Model {
            namespace,
            product,
            entities: BTreeSet::new(),
            resources: BTreeMap::new(),
            called: Vec::new(),
        };
        let operations = tables::operations_of(service).filter(|operation| {
            let own = operation.path.trim_matches('/').split('/').next() == Some(root);
            // Beta has what v1.0 has.
            operation.product == product
                && (own || root == "beta" || root.eq_ignore_ascii_case("api"))
        });
        for operation in operations {
            model.add(operation);
        }
        model
    }

    /// The description of an entity.
    pub(super) fn entity(&self, name: &str) -> Option<&'static Entity> {
        tables::product(self.product).entity(name)
    }

    /// The resources below the root.
    pub(super) fn roots(&self) -> impl Iterator<Item = (&str, &Resource)> {
        self.below("")
    }

    /// The resources below a path, with their names.
    pub(super) fn below(&self, path: &str) -> impl Iterator<Item = (&str, &Resource)> {
        self.resources.iter().filter_map(move |(known, resource)| {
            let name = match path {
                "" => known.as_str(),
                path => known.strip_prefix(path)?.strip_prefix('/')?,
            };
            (!name.contains('/')).then_some((name, resource))
        })
    }

    /// The resources that only lead on, with their paths.
    pub(super) fn folders(&self) -> impl Iterator<Item = &str> {
        let folders = self
            .resources
            .iter()
            .filter(|(_, resource)| resource.entity.is_none());
        folders.map(|(path, _)| path.as_str())
    }

    /// The resource of a path below the root.
    pub(super) fn resource(&self, path: &str) -> Option<&Resource> {
        self.resources.get(path)
    }

    /// Adds the types and the path of an operation.
    fn add(&mut self, operation: &'static Operation) {
        if let Some(entity) = &operation.response.entity {
            self.add_entity(entity);
        }
        for param in &operation.params {
            self.add_type(&param.kind);
        }
        let path = operation.path.trim_matches('/');
        let segments: Vec<&str> = path.split('/').skip(1).collect();
        if segments.iter().any(|segment| segment.contains(['(', '$'])) {
            return;
        }
        if let Some(name) = &operation.qualified_name {
            self.add_called(operation, name, &segments);
            return;
        }
        // A path that only changes use is not a resource.
        if operation.method != "GET" {
            return;
        }
        // Below a record its entity describes what there is.
        let plain: Vec<&str> = segments
            .iter()
            .copied()
            .take_while(|segment| !segment.starts_with('{'))
            .collect();
        let leads_on = plain.len() < segments.len();
        let is_set = operation.response.kind == "collection";
        for length in 1..=plain.len() {
            let known = self.resources.entry(plain[..length].join("/")).or_default();
            if length < plain.len() {
                continue;
            }
            let record = operation.params_in("path").next();
            let entity = match (leads_on, operation.response.kind.as_str()) {
                (true, _) => record.and_then(|param| param.id_of.clone()),
                (false, "collection" | "entity") => operation.response.entity.clone(),
                _ => None,
            };
            known.is_set |= leads_on || is_set;
            if known.entity.is_none() {
                known.entity = entity;
            }
        }
    }

    /// Adds an action or function.
    fn add_called(&mut self, operation: &'static Operation, name: &str, segments: &[&str]) {
        let bound = &segments[..segments.len() - 1];
        let of_record = bound.last().is_some_and(|last| last.starts_with('{'));
        let path = &bound[..bound.len() - usize::from(of_record)];
        if path.iter().any(|segment| segment.starts_with('{')) || path.is_empty() {
            return;
        }
        for length in 1..=path.len() {
            self.resources.entry(path[..length].join("/")).or_default();
        }
        let short = name.rsplit('.').next().unwrap_or(name);
        self.called.push(Called {
            name: short.to_owned(),
            is_function: operation.method == "GET",
            bound_to: path.join("/"),
            of_record,
            operation,
        });
    }

    /// Adds the entity of a type such as `array:object:Alert`.
    fn add_type(&mut self, kind: &str) {
        let kind = kind.strip_prefix("array:").unwrap_or(kind);
        if let Some(name) = kind.strip_prefix("object:") {
            self.add_entity(name);
        }
    }

    /// Adds an entity, what it holds, and what is derived from it.
    fn add_entity(&mut self, name: &str) {
        let Some(entity) = self.entity(name) else {
            return;
        };
        if !self.entities.insert(name.to_owned()) {
            return;
        }
        for field in &entity.fields {
            self.add_type(&field.kind);
        }
        for member in &entity.family {
            self.add_entity(&member.entity);
        }
    }

    /// The type from which an entity is derived: the nearest base that has all its members.
    pub(super) fn base(&self, name: &str) -> Option<&str> {
        let entity = self.entity(name)?;
        let own: BTreeSet<&str> = names(entity);
        let bases = self.entities.iter().filter(|base| {
            let Some(known) = self.entity(base).filter(|_| *base != name) else {
                return false;
            };
            let lists = |one: &str| known.family.iter().any(|member| member.entity == one);
            // A base may be derived itself: all that is derived from it is derived from the other.
            let holds_all = !entity.family.is_empty()
                && known.family.len() > entity.family.len()
                && entity.family.iter().all(|member| lists(&member.entity));
            (lists(name) || holds_all) && names(known).is_subset(&own)
        });
        bases
            .max_by_key(|base| self.entity(base).map_or(0, |known| known.fields.len()))
            .map(String::as_str)
    }

    /// Whether records of an entity have a key, which makes it an entity type and not a complex one.
    pub(super) fn has_key(&self, name: &str) -> bool {
        match self.base(name) {
            Some(base) => self.has_key(base),
            None => self.entity(name).is_some_and(|entity| {
                let key = entity.key.as_deref();
                key.is_some_and(|key| {
                    entity
                        .fields
                        .iter()
                        .any(|field| field.name == key && is_name(key))
                })
            }),
        }
    }
}

/// The names of the members of an entity.
pub(super) fn names(entity: &Entity) -> BTreeSet<&str> {
    entity
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect()
}

/// Whether a text is an identifier of CSDL.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.len() <= 128
        && text
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}
