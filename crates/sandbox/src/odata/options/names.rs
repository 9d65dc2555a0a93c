//! Which properties options may use, and which names options have.

use std::collections::BTreeMap;

use crate::refusal::Refusal;
use crate::service::Service;
use crate::tables::{self, Entity, Field, Operation};

/// The query with the names of system options in their form with `$`.
///
/// Graph accepts `top` for `$top`: always below `beta`, for some lists below `v1.0` (which ones is
/// not documented; here for all). An input of the operation with such a name stays as it is.
///
/// Source: `query-parameters.md` of Graph.
pub(crate) fn with_dollar(
    operation: &Operation,
    service: Service,
    query: BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    if service != Service::Graph {
        return query;
    }
    let names = |name: String| {
        let full = format!("${}", name.to_ascii_lowercase());
        if super::KNOWN.contains(&full.as_str()) && !operation.takes(&name) {
            full
        } else {
            name
        }
    };
    query
        .into_iter()
        .map(|(name, value)| (names(name), value))
        .collect()
}

/// What options are about: the records of a list, or those of an expanded member.
pub(super) struct Subject<'a> {
    product: &'static str,
    entity_name: &'a str,
    entity: Option<&'static Entity>,
    /// Properties that `$filter` may use, where they are documented.
    filters: Option<&'a [String]>,
    /// Whether property names match in any letter case. They do except at Graph.
    pub(super) fold: bool,
}

impl<'a> Subject<'a> {
    /// The records of an operation.
    pub(super) fn of(operation: &'a Operation, fold: bool) -> Subject<'a> {
        let listed = operation.filter_properties.as_deref();
        Subject {
            product: operation.product,
            entity_name: operation.response.entity.as_deref().unwrap_or(""),
            entity: operation.entity(),
            // Some operations hold a remark instead of names.
            filters: listed.filter(|names| !names.iter().any(|name| name.contains(' '))),
            fold,
        }
    }

    /// The records of a member. `None` if the entity does not describe them.
    pub(super) fn of_member(&self, name: &str) -> Option<Subject<'a>> {
        let field = self.field(name)?;
        let kind = field.kind.strip_prefix("array:").unwrap_or(&field.kind);
        let entity_name = kind.strip_prefix("object:")?;
        Some(Subject {
            product: self.product,
            entity_name,
            entity: tables::product(self.product).entity(entity_name),
            filters: None,
            fold: self.fold,
        })
    }

    /// The description of a property, also of a derived type.
    fn field(&self, name: &str) -> Option<&'static Field> {
        let entity = self.entity?;
        let derived = entity
            .family
            .iter()
            .filter_map(|member| tables::product(self.product).entity(&member.entity));
        std::iter::once(entity)
            .chain(derived)
            .flat_map(|entity| &entity.fields)
            .find(|field| self.is_same(&field.name, name))
    }

    fn is_same(&self, known: &str, name: &str) -> bool {
        known == name || self.fold && known.eq_ignore_ascii_case(name)
    }

    /// Refuses a property that the entity does not have or, in a filter, that the operation does not
    /// list.
    pub(super) fn check(&self, path: &[String], filtering: bool) -> Result<(), Refusal> {
        let Some(first) = path.first() else {
            return Ok(());
        };
        let listed = self
            .filters
            .is_some_and(|names| names.iter().any(|name| self.is_same(name, first)));
        if filtering && self.filters.is_some() {
            // Evidence can be filtered with a lambda although the page does not list it.
            let lambda =
                (self.product, self.entity_name) == ("xdr", "Alert") && first == "evidence";
            return if listed || lambda {
                Ok(())
            } else {
                Err(Refusal::odata(&format!(
                    "The property '{first}' cannot be used in the $filter query option."
                )))
            };
        }
        let known = self
            .entity
            .is_none_or(|entity| entity.open || self.field(first).is_some());
        if known || listed {
            return Ok(());
        }
        Err(Refusal::odata(&format!(
            "Could not find a property named '{first}' on type '{}'.",
            self.entity_name
        )))
    }
}
