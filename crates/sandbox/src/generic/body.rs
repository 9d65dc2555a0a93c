//! Request bodies, checked against the operation: required and unknown members, types, values of
//! enums.
//!
//! The services differ: Defender for Endpoint and XDR refuse unknown members (a record may have all
//! members of its entity; those that the service sets are ignored), Graph accepts the members of the entity, Defender for Cloud Apps ignores what it does not know. Letter
//! case of names counts. Depth is not checked: members of nested objects may have any name
//! and type.

use serde_json::{Map, Value};

use crate::call::Call;
use crate::odata;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::tables::{self, Operation, Param};

/// Reads and checks the body. Rows whose body is not JSON have no members.
///
/// # Errors
///
/// 400 for a body that is not a JSON object, a required member that is missing or null, an
/// unknown member, a value of another type or outside the enum, or too many items.
pub(crate) fn check(call: &Call<'_>) -> Result<Map<String, Value>, Refusal> {
    let operation = call.operation;
    if operation.body_kind != "json" {
        return Ok(Map::new());
    }
    let required = operation.params_in("body").find(|param| param.required);
    if call.request.body.is_empty() {
        return match required {
            Some(param) => Err(Refusal::missing_parameter(&param.name)),
            None => Ok(Map::new()),
        };
    }
    let mut members = call.body()?;
    for (name, value) in &mut members {
        match operation
            .params_in("body")
            .find(|param| param.name == *name)
        {
            Some(param) => {
                let alias = value
                    .as_str()
                    .and_then(|word| param.value_aliases.get(word));
                if let Some(word) = alias {
                    *value = word.clone().into();
                }
                check_member(operation, param, value, call.request.service)?;
            }
            None if takes_unknown(operation, name, call.request.service) => {}
            None => {
                return Err(Refusal::invalid_body(format!(
                    "Request body is incorrect: unknown property '{name}'"
                )));
            }
        }
    }
    for param in operation.params_in("body").filter(|param| param.required) {
        if members.get(&param.name).is_none_or(Value::is_null) {
            return Err(Refusal::missing_parameter(&param.name));
        }
    }
    check_batch(operation, &members)?;
    let stores_all = matches!(call.request.service, Service::Graph | Service::Mdca);
    if is_record(operation) && !stores_all && !operation.open_body {
        return Ok(members
            .into_iter()
            .filter(|(name, _)| operation.params_in("body").any(|param| param.name == *name))
            .collect());
    }
    Ok(members)
}

/// Refuses more items than the operation documents for one call.
fn check_batch(operation: &Operation, members: &Map<String, Value>) -> Result<(), Refusal> {
    let Some((input, most)) = operation
        .batch
        .as_ref()
        .and_then(|batch| Some((&batch.input, batch.most?)))
    else {
        return Ok(());
    };
    let items = members.get(input).and_then(Value::as_array);
    if items.is_none_or(|items| items.len() <= most) {
        return Ok(());
    }
    let text = format!("Maximum batch size of {most} was exceeded");
    Err(Refusal::new(400, "MaximumBatchSizeExceeded", text))
}

/// Whether the service accepts a member that the operation does not list.
fn takes_unknown(operation: &Operation, name: &str, service: Service) -> bool {
    let of_entity = || {
        operation
            .entity()
            .is_some_and(|entity| entity.fields.iter().any(|field| field.name == name))
    };
    match service {
        Service::Mdca => true,
        Service::Graph => {
            operation.open_body
                || name.starts_with('@')
                || operation.entity().is_none()
                || of_entity()
        }
        // A record may be sent back with the members that the service sets: they are ignored.
        _ => operation.open_body || is_record(operation) && of_entity(),
    }
}

/// Whether the body is a record of the collection that the path names, and not the input of an
/// action: `/api/indicators`.
fn is_record(operation: &Operation) -> bool {
    operation.method == "POST"
        && operation.response.kind == "entity"
        && operation.path.trim_matches('/').split('/').count() == 2
}

/// Checks the type and the value of a member.
fn check_member(
    operation: &Operation,
    param: &Param,
    value: &Value,
    service: Service,
) -> Result<(), Refusal> {
    let fits = value.is_null() && !param.required || has_type(&param.kind, value);
    let listed =
        param.kind != "enum" || value.is_null() || is_listed(operation, param, value, service);
    if fits && listed && has_length(param, value) {
        return Ok(());
    }
    Err(Refusal::invalid_body(format!(
        "Request body is incorrect: invalid value for property '{}'",
        param.name
    )))
}

/// Whether a text or a list is as long as documented.
fn has_length(param: &Param, value: &Value) -> bool {
    let length = match value {
        Value::String(text) => text.chars().count(),
        Value::Array(items) => items.len(),
        _ => return true,
    };
    length >= param.min_length && param.max_length.is_none_or(|most| length <= most)
}

/// Checks an object inside a body against an entity: members that may not be missing, types, and words of enums.
///
/// # Errors
///
/// 400 for a member that is missing, unknown, of another type or outside its enum.
pub(crate) fn check_object(
    product: &str,
    entity: &str,
    required: &[&str],
    members: &Map<String, Value>,
) -> Result<(), Refusal> {
    if let Some(name) = required
        .iter()
        .find(|name| members.get(**name).is_none_or(Value::is_null))
    {
        return Err(Refusal::missing_parameter(name));
    }
    let fields = tables::product(product)
        .entity(entity)
        .map(|entity| entity.fields.as_slice())
        .unwrap_or_default();
    for (name, value) in members.iter().filter(|(name, _)| !name.starts_with('@')) {
        let field = fields.iter().find(|field| field.name == *name);
        let fits = field.is_some_and(|field| {
            let is_listed = field.kind != "enum"
                || field
                    .values
                    .iter()
                    .any(|known| match (known.as_str(), value.as_str()) {
                        (Some(known), Some(value)) => known.eq_ignore_ascii_case(value),
                        _ => false,
                    });
            value.is_null() || has_type(&field.kind, value) && is_listed
        });
        if !fits {
            return Err(Refusal::invalid_body(format!(
                "Request body is incorrect: invalid value for property '{name}'"
            )));
        }
    }
    Ok(())
}

/// Whether a JSON value has a type of the tables.
pub(crate) fn has_type(kind: &str, value: &Value) -> bool {
    match kind {
        "string" | "guid" | "date" => value.is_string(),
        "enum" => value.is_string() || value.is_i64() || value.is_boolean(),
        "bool" => value.is_boolean(),
        "int32" => value
            .as_i64()
            .is_some_and(|number| i32::try_from(number).is_ok()),
        "int64" => value.is_i64() || value.is_u64(),
        "double" => value.is_number(),
        "datetime" => {
            value
                .as_str()
                .is_some_and(|text| odata::date(text).is_some())
                || value.is_i64()
        }
        _ if kind.starts_with("object:") => value.is_object(),
        _ => match (kind.strip_prefix("array:"), value) {
            (Some(item), Value::Array(items)) => items.iter().all(|one| has_type(item, one)),
            (Some(_), _) => false,
            (None, _) => true,
        },
    }
}

/// Whether a value is documented for the input or for the member of the entity. Pages
/// disagree, so either is enough. Graph ignores letter case.
fn is_listed(operation: &Operation, param: &Param, value: &Value, service: Service) -> bool {
    let fold = service == Service::Graph;
    let same = |known: &Value| match (known, value) {
        (Value::String(known), Value::String(value)) => {
            known == value || fold && known.eq_ignore_ascii_case(value)
        }
        (known, value) => crate::values::key_text(known) == crate::values::key_text(value),
    };
    let of_entity = operation
        .entity()
        .into_iter()
        .flat_map(|entity| &entity.fields)
        .filter(|field| field.name == param.name)
        .flat_map(|field| &field.values);
    match &param.values {
        None => true,
        Some(values) => values.iter().chain(of_entity).any(same),
    }
}
