//! `--filter 'FIELD OPERATOR VALUE'` for services with a filter language of their own.

use std::cell::RefCell;

use auth_core::http_core::filters;
use auth_core::http_core::{Kind, Operation, Request, Value};
use clap::ArgMatches;
use serde_json::{Map, json};

use super::Source;
use crate::command::FILTER;
use crate::failure::{Failure, Result};
use crate::time;

/// Adds the conditions to those that a whole body or `--filters` gave.
pub(super) fn add(
    row: &'static Operation,
    request: Request,
    matches: &ArgMatches,
    source: &Source<'_>,
) -> Result<(Request, Vec<String>)> {
    let Some(texts) = matches.try_get_many::<String>(FILTER).ok().flatten() else {
        return Ok((request, Vec::new()));
    };
    let days = RefCell::new(Vec::new());
    let in_query = request
        .query_value("filters")
        .and_then(|text| serde_json::from_str(text).ok());
    let given = in_query.or_else(|| request.body_value("filters").cloned());
    let mut all = match given {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    };
    let absolute = |text: &str| {
        let time = time::absolute(text, source.now)?;
        if time::is_day(text) {
            days.borrow_mut()
                .push(time::understood("--filter", text, &time));
        }
        Ok(time)
    };
    for text in texts {
        let mut words = text.trim().splitn(3, char::is_whitespace);
        let (Some(name), Some(operator)) = (words.next(), words.next()) else {
            return Err(Failure::usage(format!(
                "--filter takes FIELD OPERATOR VALUE, such as 'severity eq 2', not `{text}`"
            )));
        };
        let wrong = |message| Failure::usage(format!("--filter: {message}")).with_operation(row.id);
        let field = filters::field(row.filter_fields, name).map_err(wrong)?;
        let value = field
            .parse(operator, words.next().unwrap_or_default(), &absolute)
            .map_err(wrong)?;
        let entry = all.entry(name).or_insert_with(|| json!({}));
        if let Value::Object(operators) = entry {
            operators.insert(operator.to_owned(), value);
        }
    }
    let filters = Value::Object(all);
    let is_text = row
        .param("filters")
        .is_some_and(|param| param.kind == Kind::Text);
    let request = if is_text {
        request.set("filters", filters.to_string())
    } else {
        request.set("filters", filters)
    };
    Ok((request, days.into_inner()))
}
