//! Values of the path and the query, checked against the types of the operation.
//!
//! | type | accepted |
//! | --- | --- |
//! | `int32`, `int64` | a whole number in the range of the input |
//! | `bool` | `true` and `false`, in any letter case |
//! | `datetime` | the forms that `$filter` takes |
//! | `enum` | the words of the table; letter case counts at Defender for Cloud Apps only |
//! | others | any text; the operation reads it |
//!
//! Inputs that the operation does not list are not looked at: the services ignore them, but for options that begin with `$`.

use crate::call::Call;
use crate::odata;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::tables::Param;

/// Checks every input of the path and the query that the request has.
///
/// # Errors
///
/// 400 for a value that is not of the type of the input, or outside its words or its range.
pub(crate) fn check(call: &Call<'_>) -> Result<(), Refusal> {
    for param in &call.operation.params {
        let value = match param.place.as_str() {
            "query" => call.option(&param.name),
            "path" => call.path.get(&param.name).map(String::as_str),
            _ => None,
        };
        if value.is_some_and(|text| !fits(param, text, call.request.service)) {
            return Err(refusal(param));
        }
    }
    Ok(())
}

fn refusal(param: &Param) -> Refusal {
    match param.name.starts_with('$') {
        true => Refusal::odata(&format!(
            "Invalid value for {} query option found.",
            param.name
        )),
        false => Refusal::invalid_input(format!("Invalid value for parameter '{}'", param.name)),
    }
}

/// Whether a text is a value of an input.
pub(crate) fn fits(param: &Param, text: &str, service: Service) -> bool {
    let is_number = match param.kind.as_str() {
        "int32" => text.parse::<i32>().map(i64::from).ok(),
        "int64" => text.parse::<i64>().ok(),
        "bool" => {
            return ["true", "false"]
                .iter()
                .any(|word| text.eq_ignore_ascii_case(word));
        }
        "datetime" => return odata::date(text).is_some(),
        "enum" => return is_listed(param, text, service),
        _ => return true,
    };
    is_number.is_some_and(|number| {
        param.min.is_none_or(|least| number >= least) && param.max.is_none_or(|most| number <= most)
    })
}

fn is_listed(param: &Param, text: &str, service: Service) -> bool {
    let same = |word: &serde_json::Value| {
        let word = crate::values::key_text(word);
        word == text || service != Service::Mdca && word.eq_ignore_ascii_case(text)
    };
    let words = param.values.as_deref().unwrap_or_default();
    words.is_empty() || words.iter().any(same)
}
