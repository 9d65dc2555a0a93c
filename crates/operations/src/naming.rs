//! Which inputs take the name of a record in place of its id, and how the record is found.
//!
//! People know a device by its name, its address or its Entra id, and the services document an id. The tables say once,
//! for the changes of a device, how a name is looked up. The same facts serve all operations that take a device:
//!
//! | operation | input |
//! | --- | --- |
//! | a change of one device | the target of its own |
//! | a change of several devices | its list of ids, because the same operation shows its records |
//! | a read of what belongs to a device | the part of the path with the name of that target |
//!
//! A product whose tables describe no names has none here, and its inputs take ids alone.

use http_core::{Named, Operation};

use crate::catalog::Catalog;
use crate::inputs::path_inputs;
use crate::words::parts;

/// How the records that an operation reads or changes are found by name, and the input that names them. `None` if names
/// are not looked up: the input takes ids alone.
///
/// [`Client::resolve_as`](http_core::Client::resolve_as) replaces the names of a request; a program calls it before the
/// request is sent.
///
/// The tables say it of changes. A read of the same product whose path has the same input takes the same names, and so
/// does a change of several such records.
pub fn naming(
    catalog: &Catalog,
    operation: &'static Operation,
) -> Option<(&'static str, &'static Named)> {
    let own = operation.action.target;
    if let Some(own) = own
        && let Some(named) = &own.named
    {
        return Some((own.input, named));
    }
    let product = parts(operation.id)[0];
    let mut targets = catalog.operations().filter_map(|other| {
        let target = other.action.target?;
        let named = target
            .named
            .as_ref()
            .filter(|_| parts(other.id)[0] == product)?;
        Some((target, named))
    });
    targets.find_map(|(target, named)| match own {
        Some(own) => (own.operation == target.operation).then_some((own.input, named)),
        None => {
            let takes_it = path_inputs(operation)
                .iter()
                .any(|param| param.name == target.input);
            (operation.is_read() && takes_it).then_some((target.input, named))
        }
    })
}
