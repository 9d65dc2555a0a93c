//! Request bodies, checked against the operation: required and unknown members, types, values of
//! enums.
//!
//! The services differ: Defender for Endpoint and XDR refuse unknown members (a record may have all
//! members of its entity; those that the service sets are ignored), Graph accepts the members of
//! the entity, Defender for Cloud Apps ignores what it does not know. Letter case of names counts.
//! Members of nested objects are checked as well, see [`types`](super::types).

use serde_json::{Map, Value};

use super::types::{Rules, is_annotation};
use crate::call::Call;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::tables::{Operation, Param};

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
    checked(call, call.body()?)
}

/// Checks the members of a body, for an operation that takes other spellings of their names as well.
/// Other words for a value become the documented one.
///
/// # Errors
///
/// As [`check`].
pub(crate) fn checked(
    call: &Call<'_>,
    mut members: Map<String, Value>,
) -> Result<Map<String, Value>, Refusal> {
    let operation = call.operation;
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
            None if takes_unknown(operation, name, value, call.request.service) => {}
            None => {
                return Err(Refusal::invalid_body(format!(
                    "Request body is incorrect: unknown property '{name}'"
                )));
            }
        }
    }
    for param in operation.params_in("body").filter(|param| param.required) {
        if members.get(&param.name).is_none_or(is_empty) {
            return Err(Refusal::missing_parameter(&param.name));
        }
    }
    members.retain(|name, value| {
        !value.is_null() || !null_is_left_out(operation, name, call.request.service)
    });
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

/// Whether a required input counts as missing.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// Whether the service accepts a member that the operation does not list. Graph accepts those of the entity.
fn takes_unknown(operation: &Operation, name: &str, value: &Value, service: Service) -> bool {
    let of_entity = || {
        let rules = rules(operation, service);
        operation
            .field(name)
            .is_some_and(|field| !field.relationship && rules.fits_field(field, value))
    };
    match service {
        Service::Mdca => true,
        Service::Graph => is_annotation(name, value) || operation.open_body || of_entity(),
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

fn rules(operation: &Operation, service: Service) -> Rules {
    Rules {
        product: operation.product,
        service,
    }
}

/// Checks the type and the value of a member.
fn check_member(
    operation: &Operation,
    param: &Param,
    value: &Value,
    service: Service,
) -> Result<(), Refusal> {
    let rules = rules(operation, service);
    let fits = match value {
        Value::Null => may_be_null(operation, param, service),
        _ if !param.holds(value.as_f64()) => false,
        _ => {
            rules.fits(kind_of(operation, param), value)
                && is_listed(operation, param, value, rules)
        }
    };
    if fits && has_length(param, value) {
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

/// Refuses an object inside a body that lacks a member.
///
/// # Errors
///
/// 400 that names the first missing member.
pub(crate) fn require(members: &Map<String, Value>, required: &[&str]) -> Result<(), Refusal> {
    let is_missing = |name: &&&str| members.get(**name).is_none_or(Value::is_null);
    match required.iter().find(is_missing) {
        Some(name) => Err(Refusal::missing_parameter(name)),
        None => Ok(()),
    }
}

/// The type of an input; that of the record's member where the input's own type is left open.
fn kind_of<'a>(operation: &Operation, param: &'a Param) -> &'a str
where
    'static: 'a,
{
    let is_open = matches!(param.kind.as_str(), "dynamic" | "array:dynamic");
    match operation.field(&param.name) {
        Some(field) if is_open => &field.kind,
        _ => &param.kind,
    }
}

/// Whether an input may be null. A member that is never null in the record cannot be cleared, and a word not where no
/// record says so, unless the input is one of an action.
fn may_be_null(operation: &Operation, param: &Param, service: Service) -> bool {
    let is_clearable = match operation.field(&param.name) {
        Some(field) => field.nullable,
        None => param.kind != "enum" || null_is_left_out(operation, &param.name, service),
    };
    !param.required && param.constant.is_none() && is_clearable
}

/// Whether null means that the input is left out. OData reads a parameter of an action that is left out as null, so
/// clients send either ("Invoking an Action" in the OData protocol, 4.01). In a record null is a value.
fn null_is_left_out(operation: &Operation, name: &str, service: Service) -> bool {
    service.is_odata() && operation.method == "POST" && operation.field(name).is_none()
}

/// Whether a value is documented for the input or for the member of the entity. Pages
/// disagree, so either is enough.
fn is_listed(operation: &Operation, param: &Param, value: &Value, rules: Rules) -> bool {
    if let Some(constant) = &param.constant {
        let given = crate::values::key_text(value);
        if param.name == "@odata.type" {
            // OData writes the name of a type as a fragment, and Graph's pages without its `#`.
            let names = [constant, &given].map(|name| name.trim_start_matches('#'));
            return names[0] == names[1];
        }
        return *constant == given;
    }
    let words = match &param.values {
        Some(words) => words,
        None => return true,
    };
    let of_entity = operation.field(&param.name);
    rules.lists(words, param.flags, value)
        || of_entity.is_some_and(|field| {
            !field.values.is_empty() && rules.lists(&field.values, param.flags, value)
        })
}
