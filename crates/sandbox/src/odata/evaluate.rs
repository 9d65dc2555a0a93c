//! Evaluation of a filter on one record.
//!
//! Comparisons follow what the services accept, which is wider than OData: a list equals a value if
//! one of its items does, and numbers and texts compare if one can be read as the other. A missing
//! member is null.

use std::borrow::Cow;
use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::Value;

use super::filter::{Comparison, Expression, Function};
use super::lexer::date;

/// A value in a comparison.
#[derive(Clone, Debug)]
enum Scalar<'a> {
    Null,
    Bool(bool),
    Number(f64),
    Text(Cow<'a, str>),
    Date(Timestamp),
}

/// A record and the variables of the surrounding lambdas.
struct Scope<'a> {
    record: &'a Value,
    bound: Vec<(&'a str, &'a Value)>,
    /// Whether property names match in any letter case.
    fold: bool,
}

/// Whether a record matches a filter. `fold` matches property names in any letter case.
pub(crate) fn matches(expression: &Expression, record: &Value, fold: bool) -> bool {
    Scope {
        record,
        bound: Vec::new(),
        fold,
    }
    .truth(expression)
}

/// A member by name, in any letter case if `fold` is set.
pub(crate) fn member<'a>(value: &'a Value, name: &str, fold: bool) -> Option<&'a Value> {
    let members = value.as_object()?;
    members.get(name).or_else(|| {
        if !fold {
            return None;
        }
        members
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    })
}

impl<'a> Scope<'a> {
    /// Whether the expression is true for the record. Null is not true.
    fn truth(&mut self, expression: &'a Expression) -> bool {
        match expression {
            Expression::And(terms) => terms.iter().all(|term| self.truth(term)),
            Expression::Or(terms) => terms.iter().any(|term| self.truth(term)),
            Expression::Not(inner) => !self.truth(inner),
            Expression::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            Expression::In(left, values) => values
                .iter()
                .any(|value| self.compare(Comparison::Equal, left, value)),
            Expression::Any {
                list,
                variable,
                condition,
                all,
            } => self.any(list, variable, condition.as_deref(), *all),
            other => matches!(self.scalar(other), Scalar::Bool(true)),
        }
    }

    /// Evaluates `any` and `all`. On a member that is not a list `any` is false and `all` is true,
    /// as on an empty list.
    fn any(
        &mut self,
        list: &'a [String],
        variable: &'a str,
        condition: Option<&'a Expression>,
        all: bool,
    ) -> bool {
        let Some(Value::Array(items)) = self.lookup(list) else {
            return all;
        };
        let Some(condition) = condition else {
            return !items.is_empty();
        };
        let mut verdicts = items.iter().map(|item| {
            self.bound.push((variable, item));
            let verdict = self.truth(condition);
            self.bound.pop();
            verdict
        });
        if all {
            verdicts.all(|met| met)
        } else {
            verdicts.any(|met| met)
        }
    }

    /// Compares two expressions. A list on the left side is compared by its items.
    fn compare(
        &mut self,
        comparison: Comparison,
        left: &'a Expression,
        right: &'a Expression,
    ) -> bool {
        // The services compare lists such as tags and group names by their items.
        if let Expression::Path(names) = left
            && let Some(Value::Array(items)) = self.lookup(names)
        {
            let wanted = self.scalar(right);
            let any = items
                .iter()
                .any(|item| holds(Comparison::Equal, &scalar(item), &wanted));
            return match comparison {
                Comparison::Equal => any,
                Comparison::NotEqual => !any,
                _ => false,
            };
        }
        holds(comparison, &self.scalar(left), &self.scalar(right))
    }

    /// The value of an expression. A condition is a boolean.
    fn scalar(&mut self, expression: &'a Expression) -> Scalar<'a> {
        match expression {
            Expression::Text(text) => Scalar::Text(Cow::Borrowed(text)),
            Expression::Number(number) => Scalar::Number(*number),
            Expression::Date(at) => Scalar::Date(*at),
            Expression::Bool(truth) => Scalar::Bool(*truth),
            Expression::Null => Scalar::Null,
            Expression::Path(names) => self.lookup(names).map_or(Scalar::Null, scalar),
            Expression::Call(function, arguments) => self.call(*function, arguments),
            condition => Scalar::Bool(self.truth(condition)),
        }
    }

    /// The value of a function. Functions on values that are not text give false or null.
    fn call(&mut self, function: Function, arguments: &'a [Expression]) -> Scalar<'a> {
        let texts: Option<Vec<Cow<'a, str>>> = arguments
            .iter()
            .map(|argument| match self.scalar(argument) {
                Scalar::Text(text) => Some(text),
                _ => None,
            })
            .collect();
        match (function, texts.as_deref()) {
            (Function::StartsWith, Some([text, part])) => {
                Scalar::Bool(text.starts_with(part.as_ref()))
            }
            (Function::EndsWith, Some([text, part])) => Scalar::Bool(text.ends_with(part.as_ref())),
            (Function::Contains, Some([text, part])) => Scalar::Bool(text.contains(part.as_ref())),
            (Function::ToLower, Some([text])) => Scalar::Text(Cow::Owned(text.to_lowercase())),
            (Function::ToUpper, Some([text])) => Scalar::Text(Cow::Owned(text.to_uppercase())),
            (Function::Length, Some([text])) => {
                Scalar::Number(u32::try_from(text.chars().count()).map_or(f64::MAX, f64::from))
            }
            (Function::StartsWith | Function::EndsWith | Function::Contains, _) => {
                Scalar::Bool(false)
            }
            _ => Scalar::Null,
        }
    }

    /// The value of a path. A name with dots is a type cast: it lets only records of that type
    /// pass.
    fn lookup(&self, names: &[String]) -> Option<&'a Value> {
        let mut names = names.iter();
        let mut value = self.record;
        if let Some(first) = names.clone().next()
            && let Some((_, bound)) = self.bound.iter().rev().find(|(name, _)| name == first)
        {
            value = bound;
            names.next();
        }
        for name in names {
            if name.contains('.') && !name.starts_with('@') {
                let kind = value.get("@odata.type")?.as_str()?.trim_start_matches('#');
                let same = kind.eq_ignore_ascii_case(name);
                if !same {
                    return None;
                }
                continue;
            }
            value = member(value, name, self.fold)?;
        }
        Some(value)
    }
}

fn lower(text: &str) -> String {
    text.to_lowercase()
}

fn scalar(value: &Value) -> Scalar<'_> {
    match value {
        Value::Bool(truth) => Scalar::Bool(*truth),
        Value::Number(number) => Scalar::Number(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => Scalar::Text(Cow::Borrowed(text)),
        Value::Null | Value::Array(_) | Value::Object(_) => Scalar::Null,
    }
}

/// Whether two values compare as asked. Values that cannot be compared are different.
fn holds(comparison: Comparison, left: &Scalar<'_>, right: &Scalar<'_>) -> bool {
    let order = order(left, right);
    match comparison {
        Comparison::Equal => order == Some(Ordering::Equal),
        Comparison::NotEqual => order != Some(Ordering::Equal),
        Comparison::Greater => order == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        Comparison::Less => order == Some(Ordering::Less),
        Comparison::LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
    }
}

/// The order of two values. `None` if they cannot be compared. Text and numbers compare if the text
/// is a number, because ids occur as both; numbers compare with dates as milliseconds since 1970.
fn order(left: &Scalar<'_>, right: &Scalar<'_>) -> Option<Ordering> {
    match (left, right) {
        (Scalar::Null, Scalar::Null) => Some(Ordering::Equal),
        (Scalar::Bool(left), Scalar::Bool(right)) => Some(left.cmp(right)),
        (Scalar::Number(left), Scalar::Number(right)) => left.partial_cmp(right),
        (Scalar::Date(left), Scalar::Date(right)) => Some(left.cmp(right)),
        (Scalar::Text(text), Scalar::Date(at)) => date(text).map(|text| text.cmp(at)),
        (Scalar::Date(at), Scalar::Text(text)) => date(text).map(|text| at.cmp(&text)),
        (Scalar::Number(millis), Scalar::Date(at)) => Timestamp::from_millisecond(whole(*millis)?)
            .ok()
            .map(|millis| millis.cmp(at)),
        (Scalar::Text(left), Scalar::Text(right)) => Some(left.cmp(right)),
        (Scalar::Text(text), Scalar::Number(number)) => {
            text.parse::<f64>().ok()?.partial_cmp(number)
        }
        (Scalar::Number(number), Scalar::Text(text)) => {
            number.partial_cmp(&text.parse::<f64>().ok()?)
        }
        (Scalar::Bool(truth), Scalar::Text(text)) => {
            Some(truth.to_string().as_str().cmp(&lower(text)))
        }
        _ => None,
    }
}

/// The number without fraction. `None` if it is not finite or too large.
fn whole(number: f64) -> Option<i64> {
    format!("{number:.0}").parse().ok()
}

/// The order of two members for `$orderby`. Null comes first.
pub(crate) fn order_members(left: Option<&Value>, right: Option<&Value>) -> Ordering {
    let (left, right) = (
        left.map_or(Scalar::Null, scalar),
        right.map_or(Scalar::Null, scalar),
    );
    match (&left, &right) {
        (Scalar::Null, Scalar::Null) => Ordering::Equal,
        (Scalar::Null, _) => Ordering::Less,
        (_, Scalar::Null) => Ordering::Greater,
        _ => order(&left, &right).unwrap_or(Ordering::Equal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::odata::parse;
    use serde_json::json;

    fn met(filter: &str) -> bool {
        let record = json!({
            "id": "7", "severity": "High", "incidentId": 42, "score": 1.5, "open": true, "assignedTo": null,
            "lastSeen": "2026-05-01T10:00:00.1234567Z", "machineTags": ["a", "b"],
            "evidence": [
                {"@odata.type": "#microsoft.graph.security.userEvidence", "userAccount": {"userPrincipalName": "a@b"}},
                {"@odata.type": "#microsoft.graph.security.urlEvidence", "url": "https://x.example"},
            ],
        });
        matches(&parse(filter).unwrap(), &record, true)
    }

    #[test]
    fn comparisons() {
        for filter in [
            "severity eq 'High'",
            "SEVERITY eq 'High'",
            "severity ne 'Low'",
            "incidentId gt 41 and incidentId le 42",
            "score lt 2",
            "open eq true",
            "assignedTo eq null",
            "missing eq null",
            "lastSeen ge 2026-05-01T10:00:00.1234567Z",
            "lastSeen gt 2026-04-30Z",
            "not (severity eq 'Low')",
            "severity in ('Low', 'High')",
            "startswith(severity,'Hi') and contains(severity, 'ig') and endswith(severity, 'gh')",
            "startswith(severity,'Hi') eq true",
            "tolower(severity) eq 'high'",
            "machineTags eq 'b'",
            "machineTags/any(t: t eq 'a')",
            "id eq 7",
            "evidence/any(e: e/microsoft.graph.security.userEvidence/userAccount/userPrincipalName eq 'a@b')",
            "evidence/any()",
        ] {
            assert!(met(filter), "{filter}");
        }
        for filter in [
            "severity eq 'high'",
            "startswith(severity,'hi')",
            "incidentId lt 42",
            "assignedTo ne null",
            "lastSeen gt 2026-05-01T10:00:00.1234567Z",
            "machineTags ne 'a'",
            "evidence/any(e: e/microsoft.graph.security.urlEvidence/userAccount/userPrincipalName eq 'a@b')",
            "severity",
        ] {
            assert!(!met(filter), "{filter}");
        }
    }
}
