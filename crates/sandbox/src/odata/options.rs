//! Query options of a list: checked against the operation, then applied to records.
//!
//! A filter may use the properties that the operation documents (`filter_properties`); without such a
//! list, all members of the entity. Other options may use all members of the entity. Errors have
//! the words of the services where they were seen (microsoft-365-docs#12682), else those of the
//! OData library.

mod expand;
mod names;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};

use super::evaluate::{matches, member, order_members};
use super::filter::{self, Expression};
use crate::refusal::Refusal;
use crate::service::Service;
use crate::tables::Operation;
pub(crate) use expand::Expand;
use names::Subject;
pub(crate) use names::with_dollar;

/// Options that every OData list accepts. Others that begin with `$` are refused.
const KNOWN: [&str; 10] = [
    "$filter",
    "$top",
    "$skip",
    "$orderby",
    "$select",
    "$expand",
    "$count",
    "$skiptoken",
    "$search",
    "$format",
];

/// The options of a request.
#[derive(Debug, Default)]
pub(crate) struct Options {
    filter: Option<Expression>,
    /// Paths to order by; true for descending.
    order: Vec<(Vec<String>, bool)>,
    /// Number of rows before the page, from `$skip` or from a skip token.
    skip: usize,
    /// The value of `$skip` alone. Limits of `$skip` do not apply to skip tokens.
    pub(crate) asked_skip: Option<usize>,
    pub(crate) top: Option<usize>,
    /// Whether the response has the total number of rows.
    pub(crate) count: bool,
    select: Vec<String>,
    expand: Vec<Expand>,
    /// In lower case. It may occur anywhere in the record.
    search: Option<String>,
    /// Whether property names match in any letter case. They do except at Graph.
    fold: bool,
}

/// One page of a list.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) rows: Vec<Value>,
    /// Number of records that match, on all pages.
    pub(crate) total: usize,
    /// Index of the first row of the next page. `None` on the last page.
    pub(crate) next: Option<usize>,
}

impl Options {
    /// Reads and checks the options of a request.
    ///
    /// # Errors
    ///
    /// 400 for an unknown option or property, a malformed filter, a value that is not a number, or
    /// a skip token of another server.
    pub(crate) fn read(
        operation: &Operation,
        service: Service,
        query: &BTreeMap<String, String>,
    ) -> Result<Options, Refusal> {
        let subject = Subject::of(operation, service != Service::Graph);
        Options::of_subject(&subject, query)
    }

    /// Reads the options of a list, or of a member that `$expand` names.
    fn of_subject(
        subject: &Subject<'_>,
        query: &BTreeMap<String, String>,
    ) -> Result<Options, Refusal> {
        for name in query.keys().filter(|name| name.starts_with('$')) {
            if !KNOWN.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                return Err(Refusal::odata(&format!(
                    "The query parameter '{name}' is not supported."
                )));
            }
        }
        let get = |name: &str| {
            query
                .iter()
                .find(|(key, _)| key.eq_ignore_ascii_case(name))
                .map(|(_, value)| value.as_str())
        };
        let mut options = Options {
            filter: get("$filter")
                .map(|text| read_filter(subject, text))
                .transpose()?,
            order: get("$orderby")
                .map(|text| read_order(subject, text))
                .transpose()?
                .unwrap_or_default(),
            skip: 0,
            asked_skip: get("$skip").map(|text| number("$skip", text)).transpose()?,
            top: get("$top").map(|text| number("$top", text)).transpose()?,
            count: get("$count").is_some_and(|text| text.eq_ignore_ascii_case("true")),
            select: names(get("$select")),
            expand: expand::read(subject, get("$expand").unwrap_or_default())?,
            search: get("$search").map(|text| text.trim_matches('"').to_lowercase()),
            fold: subject.fold,
        };
        if options.select.len() > NAMES {
            return Err(too_many("$select"));
        }
        for name in &options.select {
            let head = name.split(['/', '(']).next().unwrap_or(name);
            subject.check(&[head.to_owned()], false)?;
        }
        options.skip = options.asked_skip.unwrap_or(0);
        if let Some(token) = get("$skiptoken") {
            let text = URL_SAFE_NO_PAD
                .decode(token)
                .ok()
                .and_then(|bytes| String::from_utf8(bytes).ok());
            let place = text.and_then(|text| text.strip_prefix("at:")?.parse().ok());
            options.skip = place.ok_or_else(|| Refusal::odata("The skip token is not valid."))?;
        }
        Ok(options)
    }

    /// Sets the order of a list whose request names none.
    pub(crate) fn order_by_default(&mut self, property: &str, descending: bool) {
        if self.order.is_empty() {
            self.order.push((vec![property.to_owned()], descending));
        }
    }

    /// Filters, sorts and cuts records. Only the rows of the page are cloned.
    pub(crate) fn page<'a>(&self, rows: impl Iterator<Item = &'a Value>, size: usize) -> Page {
        let mut met: Vec<&Value> = rows.filter(|row| self.meets(row)).collect();
        if !self.order.is_empty() {
            met.sort_by(|left, right| self.compare(left, right));
        }
        let total = met.len();
        let end = self.skip.saturating_add(size).min(total);
        let start = self.skip.min(end);
        let rows = met[start..end]
            .iter()
            .map(|row| self.project(row))
            .collect();
        Page {
            rows,
            total,
            next: (end < total && end > start).then_some(end),
        }
    }

    /// Whether a record matches `$filter` and `$search`.
    pub(crate) fn meets(&self, row: &Value) -> bool {
        self.filter
            .as_ref()
            .is_none_or(|filter| matches(filter, row, self.fold))
            && self
                .search
                .as_ref()
                .is_none_or(|term| row.to_string().to_lowercase().contains(term))
    }

    /// What `$expand` asks for of a member.
    pub(crate) fn expanded(&self, member: &str) -> Option<&Expand> {
        self.expand
            .iter()
            .find(|one| one.name == member || self.fold && one.name.eq_ignore_ascii_case(member))
    }

    /// The members that `$expand` names.
    pub(crate) fn expands(&self) -> &[Expand] {
        &self.expand
    }

    /// The record with the members of `$select` and `$expand`. All members without `$select`.
    pub(crate) fn project(&self, row: &Value) -> Value {
        if !row.is_object() {
            return row.clone();
        }
        let mut kept = self.selected(row);
        for one in &self.expand {
            if let Some((key, value)) = self.member_of(row, &one.name) {
                kept.insert(key.clone(), one.shaped(value));
            }
        }
        Value::Object(kept)
    }

    /// A member of a record, with its name.
    fn member_of<'a>(&self, row: &'a Value, name: &str) -> Option<(&'a String, &'a Value)> {
        row.as_object()
            .into_iter()
            .flatten()
            .find(|(key, _)| *key == name || self.fold && key.eq_ignore_ascii_case(name))
    }

    /// The members that `$select` names, or all.
    fn selected(&self, row: &Value) -> Map<String, Value> {
        if self.select.is_empty() {
            return row.as_object().cloned().unwrap_or_default();
        }
        let mut kept = Map::new();
        for name in &self.select {
            if let Some((key, value)) = self.member_of(row, name) {
                kept.insert(key.clone(), value.clone());
            }
        }
        // The type of a record of a family stays, whatever is selected.
        if let Some(kind) = row.get("@odata.type") {
            kept.insert("@odata.type".to_owned(), kind.clone());
        }
        kept
    }

    /// The order of two records by `$orderby`.
    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        for (path, descending) in &self.order {
            let order = order_members(self.walk(left, path), self.walk(right, path));
            let order = if *descending { order.reverse() } else { order };
            if order != Ordering::Equal {
                return order;
            }
        }
        Ordering::Equal
    }

    fn walk<'a>(&self, row: &'a Value, path: &[String]) -> Option<&'a Value> {
        path.iter()
            .try_fold(row, |value, name| member(value, name, self.fold))
    }
}

/// An opaque token for the row at an index.
pub(crate) fn skip_token(place: usize) -> String {
    URL_SAFE_NO_PAD.encode(format!("at:{place}"))
}

/// The names of a comma-separated list. `*` means all and is dropped.
fn names(list: Option<&str>) -> Vec<String> {
    list.into_iter()
        .flat_map(|list| list.split(','))
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty() && name != "*")
        .collect()
}

fn number(name: &str, text: &str) -> Result<usize, Refusal> {
    // A page of the vendor ends in a blank: `$top=100 `.
    text.trim().parse().map_err(|_| {
        Refusal::odata(&format!(
            "Invalid value '{text}' for {name} query option found."
        ))
    })
}

/// Parses a filter and checks its properties. A filter must be a condition, not a value.
fn read_filter(subject: &Subject<'_>, text: &str) -> Result<Expression, Refusal> {
    let expression = filter::parse(text).map_err(|why| Refusal::odata(&why))?;
    if matches!(
        expression,
        Expression::Path(_) | Expression::Text(_) | Expression::Number(_) | Expression::Date(_)
    ) {
        return Err(Refusal::odata(
            "The $filter expression must evaluate to a single boolean value.",
        ));
    }
    let mut problem = None;
    expression.each_path(&mut |path| {
        if problem.is_none() {
            problem = subject.check(path, true).err();
        }
    });
    problem.map_or(Ok(expression), Err)
}

/// Maximum number of names in `$orderby`, `$select` and `$expand`.
const NAMES: usize = 1_000;

fn too_many(option: &str) -> Refusal {
    Refusal::odata(&format!(
        "The number of clauses in {option} query option exceeded the maximum number allowed. The maximum number of \
         {option} clauses allowed is {NAMES}."
    ))
}

/// Parses `$orderby`: paths with an optional `asc` or `desc`.
fn read_order(subject: &Subject<'_>, text: &str) -> Result<Vec<(Vec<String>, bool)>, Refusal> {
    if text.split(',').count() > NAMES {
        return Err(too_many("$orderby"));
    }
    text.split(',')
        .map(|part| {
            let mut words = part.split_whitespace();
            let path: Vec<String> = words
                .next()
                .unwrap_or("")
                .split('/')
                .map(str::to_owned)
                .collect();
            subject.check(&path, false)?;
            match (words.next(), words.next()) {
                (None, _) => Ok((path, false)),
                (Some("asc"), None) => Ok((path, false)),
                (Some("desc"), None) => Ok((path, true)),
                _ => Err(Refusal::odata(&format!(
                    "Syntax error at position 0 in '{text}'."
                ))),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables;
    use serde_json::json;

    fn read(id: &str, pairs: &[(&str, &str)]) -> Result<Options, Refusal> {
        let operation = tables::operation(id).unwrap();
        let service = Service::of_host(&operation.host);
        let query = pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Options::read(operation, service, &query)
    }

    #[test]
    fn what_cannot_be_filtered_is_refused() {
        assert!(read("mde.machines.list", &[("$filter", "RiskScore eq 'High'")]).is_ok());
        assert_eq!(
            read("mde.machines.list", &[("$filter", "rbacGroupName eq 'x'")])
                .unwrap_err()
                .status,
            400
        );
        assert!(
            read("graph.alerts.list", &[("$filter", "Severity eq 'high'")]).is_err(),
            "Graph heeds case"
        );
        assert!(
            read(
                "graph.alerts.list",
                &[("$filter", "investigationState eq 'running'")]
            )
            .is_err()
        );
    }

    #[test]
    fn unknown_options_are_refused() {
        let refused = read("mde.machine_actions.list", &[("$stop", "5")]).unwrap_err();
        assert_eq!(refused.body.unwrap()["error"]["code"], "");
    }

    #[test]
    fn pages_follow_each_other() {
        let rows: Vec<Value> = (0..7)
            .map(|n| json!({"id": n.to_string(), "incidentId": n}))
            .collect();
        let options = read(
            "mde.alerts.list",
            &[
                ("$filter", "incidentId ge 2"),
                ("$orderby", "incidentId desc"),
            ],
        )
        .unwrap();
        let page = options.page(rows.iter(), 3);
        assert_eq!(
            page.rows
                .iter()
                .map(|row| row["incidentId"].as_i64().unwrap())
                .collect::<Vec<_>>(),
            [6, 5, 4]
        );
        assert_eq!((page.total, page.next), (5, Some(3)));
    }

    #[test]
    fn selection_keeps_what_was_named() {
        let options = read("mde.alerts.list", &[("$select", "id,Severity")]).unwrap();
        assert_eq!(
            options.project(&json!({"id": "1", "severity": "Low", "title": "x"})),
            json!({"id": "1", "severity": "Low"})
        );
    }
}
