//! `$expand` with options of its own: `alerts($select=id,title;$top=5)`.
//!
//! Options are separated by semicolons, and may be those of a list: `$filter`, `$orderby`, `$skip`,
//! `$top`, `$select`, `$expand`, `$search`. Their properties are checked against the entity of the member;
//! a member that the tables do not describe takes any. `$levels`, `$ref` and `$count` behind a path
//! are not emulated.
//!
//! Source: `query-parameters.md` of Graph, OData 4.01 part 2, section 5.1.3.

use std::collections::BTreeMap;

use serde_json::Value;

use super::names::Subject;
use super::{NAMES, Options, too_many};
use crate::refusal::Refusal;

/// Maximum depth of nested `$expand`. The number of the services is not documented.
const DEPTH: usize = 5;

/// A member that is expanded, and the options of its records.
#[derive(Debug)]
pub(crate) struct Expand {
    pub(crate) name: String,
    options: Options,
}

impl Expand {
    /// The value of the member as its options ask for it.
    pub(crate) fn shaped(&self, value: &Value) -> Value {
        match value {
            Value::Array(rows) => {
                let size = self.options.top.unwrap_or(usize::MAX);
                Value::Array(self.options.page(rows.iter(), size).rows)
            }
            Value::Object(_) => self.options.project(value),
            other => other.clone(),
        }
    }
}

/// Reads `$expand`. `*` stands for all relationships and is dropped.
///
/// # Errors
///
/// 400 for a property that the entity does not have, parentheses without an end, and nested options
/// that are not valid.
pub(super) fn read(subject: &Subject<'_>, text: &str) -> Result<Vec<Expand>, Refusal> {
    if depth(text) > DEPTH {
        return Err(Refusal::odata(&format!(
            "The request includes a $expand path which is too deep. The maximum depth allowed is {DEPTH}."
        )));
    }
    let items = split(text, ',').ok_or_else(|| syntax(text))?;
    if items.len() > NAMES {
        return Err(too_many("$expand"));
    }
    items
        .into_iter()
        .filter(|item| !item.is_empty() && *item != "*")
        .map(|item| read_item(subject, item))
        .collect()
}

fn read_item(subject: &Subject<'_>, item: &str) -> Result<Expand, Refusal> {
    let (path, nested) = match item.split_once('(') {
        Some((path, rest)) => (path, rest.strip_suffix(')').ok_or_else(|| syntax(item))?),
        None => (item, ""),
    };
    let name = path.split('/').next().unwrap_or(path).trim();
    subject.check(&[name.to_owned()], false)?;
    let mut query = BTreeMap::new();
    for option in split(nested, ';').ok_or_else(|| syntax(item))? {
        if option.is_empty() {
            continue;
        }
        let (name, value) = option.split_once('=').ok_or_else(|| syntax(item))?;
        // OData 4.01 lets the `$` of a system option out.
        let dollar = if name.starts_with('$') { "" } else { "$" };
        query.insert(format!("{dollar}{}", name.trim()), value.to_owned());
    }
    let options = match subject.of_member(name) {
        Some(member) => Options::of_subject(&member, &query)?,
        None => Options::default(),
    };
    Ok(Expand {
        name: name.to_owned(),
        options,
    })
}

fn syntax(text: &str) -> Refusal {
    Refusal::odata(&format!(
        "Term '{text}' is not valid in a $select or $expand expression."
    ))
}

/// How deep parentheses are nested.
fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for letter in text.chars() {
        match letter {
            '(' => now += 1,
            ')' => now = now.saturating_sub(1),
            _ => {}
        }
        most = most.max(now);
    }
    most
}

/// The parts between separators outside of parentheses and quotes. `None` if parentheses or quotes
/// do not end.
fn split(text: &str, separator: char) -> Option<Vec<&str>> {
    let (mut parts, mut start, mut open, mut quoted) = (Vec::new(), 0, 0_usize, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '\'' => quoted = !quoted,
            _ if quoted => {}
            '(' => open += 1,
            ')' => open = open.checked_sub(1)?,
            _ if letter == separator && open == 0 => {
                parts.push(text[start..at].trim());
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    (open == 0 && !quoted).then_some(parts)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::service::Service;
    use crate::tables;

    fn of_incidents(expand: &str) -> Result<Options, Refusal> {
        let operation = tables::operation("graph.incidents.list").unwrap();
        let query = BTreeMap::from([("$expand".to_owned(), expand.to_owned())]);
        Options::read(operation, Service::Graph, &query)
    }

    #[test]
    fn nested_options_shape_the_expanded_records() {
        let alerts = json!([
            {"id": "1", "severity": "low", "title": "a, (b); 'c'"},
            {"id": "2", "severity": "high", "title": "d"},
            {"id": "3", "severity": "high", "title": "e"},
        ]);
        let options = of_incidents(
            "alerts($select=id,title;$filter=severity eq 'high' and title ne 'x;(,';$orderby=id desc;$top=1)",
        )
        .unwrap();
        let row = json!({"id": "i", "alerts": alerts});
        assert_eq!(
            options.project(&row)["alerts"],
            json!([{"id": "3", "title": "e"}])
        );
        let plain = of_incidents("alerts").unwrap();
        assert_eq!(plain.project(&row), row);
        assert!(plain.expanded("comments").is_none());
    }

    #[test]
    fn nested_options_are_checked() {
        for (expand, said) in [
            ("alerts($select=nothing)", "'nothing' on type 'Alert'"),
            ("alerts($stop=1)", "'$stop' is not supported"),
            ("alerts($select=id", "is not valid in a $select or $expand"),
            ("alerts($top=x)", "Invalid value 'x'"),
            ("nothing($select=id)", "'nothing' on type 'Incident'"),
            ("a(b(c(d(e(f()))))))", "too deep"),
        ] {
            let refused = of_incidents(expand).unwrap_err();
            assert!(
                refused.message.contains(said),
                "{expand}: {}",
                refused.message
            );
        }
    }
}
