//! What can be exported: lists, and exports by files.

use http_core::{AnswerKind, Operation};
use operations::Catalog;

/// A list, or an export by files, that can be read whole.
///
/// Unlike a [`Stream`](super::Stream) it needs no time that the service can be asked for. It may need inputs, such as the device whose
/// alerts it lists: [`operations::Invocation`] and [`operations::Filling`] make its request.
///
/// ```
/// use http_core::{Operation, Param};
/// use jobs::collect::Source;
/// use operations::Catalog;
///
/// static LIST: Operation = Operation::get("x.machines.list", "/machines").collection("value");
/// static ALERTS: Operation = Operation::get("x.machines.list_alerts", "/machines/{id}/alerts")
///     .collection("value")
///     .inputs(&[Param::path("id")]);
/// static GET: Operation = Operation::get("x.machines.get", "/machines/{id}");
///
/// const OPERATIONS: &[&Operation] = &[&LIST, &ALERTS, &GET];
/// let catalog = Catalog::new([OPERATIONS]);
/// let sources = Source::all(&catalog);
/// let names: Vec<_> = sources.iter().map(Source::name).collect();
/// assert_eq!(names, ["x.machines", "x.machines.list_alerts"]);
/// assert_eq!(sources[1].needs(), ["id"]);
/// assert!(Source::named(&catalog, "x.machines.list").is_some());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Source {
    operation: &'static Operation,
}

impl Source {
    /// The sources of a catalog, by name.
    pub fn all(catalog: &Catalog) -> Vec<Self> {
        let mut sources: Vec<Self> = catalog.operations().filter_map(Self::of).collect();
        sources.sort_by_key(Self::name);
        sources
    }

    /// The source of this name. The id of its operation is a name too.
    pub fn named(catalog: &Catalog, name: &str) -> Option<Self> {
        let mut sources = catalog.operations().filter_map(Self::of);
        sources.find(|source| source.name() == name || source.operation.id == name)
    }

    /// The source of an operation. `None` for changes, for what returns no records, and for what the service has retired.
    pub fn of(operation: &'static Operation) -> Option<Self> {
        let kind = operation.answer.kind;
        let has_rows = matches!(
            kind,
            AnswerKind::Collection { .. } | AnswerKind::Files { .. }
        );
        let is_source = has_rows && operation.is_read() && operation.conduct.retired.is_empty();
        is_source.then_some(Self { operation })
    }

    /// The name of its rows in a store: the id of the operation without `.list`.
    pub fn name(&self) -> &'static str {
        name(self.operation)
    }

    /// The list, or the export by files.
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The inputs without which it cannot be read.
    pub fn needs(&self) -> Vec<&'static str> {
        needed(self.operation).map(|param| param.name).collect()
    }
}

/// The name of an operation's rows.
pub(super) fn name(operation: &'static Operation) -> &'static str {
    let id = operation.id;
    id.strip_suffix(".list").unwrap_or(id)
}

/// The inputs that a caller has to give.
pub(super) fn needed(
    operation: &'static Operation,
) -> impl Iterator<Item = &'static http_core::Param> {
    let inputs = operation.inputs.iter();
    inputs.filter(|param| param.required && param.constant.is_empty())
}
