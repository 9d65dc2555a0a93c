//! The part of the query language that is understood.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::clock::earlier;
use crate::odata::date;

/// A column of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
}

/// Columns and rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Value>,
}

/// Runs a query: a table name, then operators between bars.
pub(crate) fn run(
    text: &str,
    find: impl Fn(&str) -> Option<Table>,
    now: Timestamp,
) -> Result<Table, String> {
    let plain: Vec<&str> = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or(line))
        .collect();
    let plain = plain.join(" ");
    let mut steps = split(plain.trim().trim_end_matches(';'), '|').into_iter();
    let name = steps.next().unwrap_or_default();
    let mut table = find(name.trim()).ok_or_else(|| {
        format!(
            "'' operator: Failed to resolve table or column expression named '{}'",
            name.trim()
        )
    })?;
    for step in steps {
        table = operator(table, step.trim(), now)?;
    }
    Ok(table)
}

fn operator(mut table: Table, step: &str, now: Timestamp) -> Result<Table, String> {
    let (word, rest) = step.split_once(char::is_whitespace).unwrap_or((step, ""));
    let rest = rest.trim();
    match word {
        "where" => {
            let conditions = and(rest)?;
            table
                .rows
                .retain(|row| conditions.iter().all(|one| one.holds(row, now)));
            for condition in &conditions {
                known(&table, &condition.column)?;
            }
        }
        "take" | "limit" => table.rows.truncate(number(rest)?),
        "project" => return pick(&table, rest),
        "distinct" => {
            let mut picked = pick(&table, rest)?;
            let mut seen = std::collections::BTreeSet::new();
            picked.rows.retain(|row| seen.insert(row.to_string()));
            return Ok(picked);
        }
        "count" if rest.is_empty() => {
            let columns = vec![Column {
                name: "Count".to_owned(),
                kind: "Int64",
            }];
            return Ok(Table {
                columns,
                rows: vec![json!({"Count": table.rows.len()})],
            });
        }
        "sort" | "order" => {
            let keys = rest.strip_prefix("by").ok_or_else(|| unreadable(step))?;
            sort(&mut table, keys.trim())?;
        }
        "top" => {
            let (count, keys) = rest.split_once(" by ").ok_or_else(|| unreadable(step))?;
            sort(&mut table, keys.trim())?;
            table.rows.truncate(number(count)?);
        }
        _ => return Err(unreadable(step)),
    }
    Ok(table)
}

fn unreadable(step: &str) -> String {
    format!("Query could not be parsed at '{step}'")
}

fn number(text: &str) -> Result<usize, String> {
    text.trim().parse().map_err(|_| unreadable(text))
}

fn known(table: &Table, name: &str) -> Result<Column, String> {
    let column = table
        .columns
        .iter()
        .find(|column| column.name == name)
        .cloned();
    column.ok_or_else(|| format!("'' operator: Failed to resolve scalar expression named '{name}'"))
}

fn pick(table: &Table, names: &str) -> Result<Table, String> {
    let columns: Vec<Column> = names
        .split(',')
        .map(|name| known(table, name.trim()))
        .collect::<Result<_, String>>()?;
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let members: Map<String, Value> = columns
                .iter()
                .map(|column| (column.name.clone(), row[&column.name].clone()))
                .collect();
            Value::Object(members)
        })
        .collect();
    Ok(Table { columns, rows })
}

/// Newest or largest first unless told otherwise, as the language has it.
fn sort(table: &mut Table, keys: &str) -> Result<(), String> {
    let mut words = keys.split_whitespace();
    let column = known(table, words.next().unwrap_or_default())?.name;
    let ascending = match (words.next(), words.next()) {
        (Some("asc"), None) => true,
        (None | Some("desc"), None) => false,
        _ => return Err(unreadable(keys)),
    };
    table.rows.sort_by(|left, right| {
        let order = compare(&left[&column], &right[&column]).unwrap_or(Ordering::Equal);
        if ascending { order } else { order.reverse() }
    });
    Ok(())
}

/// `column operator value`.
#[derive(Debug)]
struct Condition {
    column: String,
    operator: String,
    value: Literal,
}

#[derive(Debug)]
enum Literal {
    Value(Value),
    /// `ago(…)`, in seconds.
    Ago(i64),
}

fn and(text: &str) -> Result<Vec<Condition>, String> {
    let mut parts: Vec<String> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for word in split(text, ' ') {
        if word == "and" {
            parts.push(words.join(" "));
            words.clear();
        } else {
            words.push(word);
        }
    }
    parts.push(words.join(" "));
    parts.iter().map(|part| condition(part.trim())).collect()
}

fn condition(text: &str) -> Result<Condition, String> {
    const OPERATORS: [&str; 12] = [
        "==",
        "!=",
        "=~",
        ">=",
        "<=",
        ">",
        "<",
        " contains ",
        " startswith ",
        " endswith ",
        " has ",
        " in~ ",
    ];
    let found = OPERATORS.iter().find_map(|operator| {
        let (column, value) = text.split_once(operator)?;
        let column = column.trim();
        let name = !column.is_empty()
            && column
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        name.then(|| {
            (
                column.to_owned(),
                operator.trim().to_owned(),
                value.trim().to_owned(),
            )
        })
    });
    let (column, operator, value) = found.ok_or_else(|| unreadable(text))?;
    Ok(Condition {
        column,
        operator,
        value: literal(&value)?,
    })
}

fn literal(text: &str) -> Result<Literal, String> {
    let inside = |name: &str| text.strip_prefix(name)?.strip_suffix(')');
    if let Some(span) = inside("ago(") {
        let (count, unit) =
            span.split_at(span.find(|c: char| c.is_alphabetic()).unwrap_or(span.len()));
        let seconds = match unit {
            "d" => 86_400,
            "h" => 3_600,
            "m" => 60,
            "s" => 1,
            _ => return Err(unreadable(text)),
        };
        return Ok(Literal::Ago(
            count.parse::<i64>().map_err(|_| unreadable(text))? * seconds,
        ));
    }
    if let Some(instant) = inside("datetime(") {
        return Ok(Literal::Value(instant.trim_matches(['"', '\'']).into()));
    }
    for quote in ['"', '\''] {
        if text.len() > 1 && text.starts_with(quote) && text.ends_with(quote) {
            return Ok(Literal::Value(text[1..text.len() - 1].into()));
        }
    }
    serde_json::from_str(text)
        .map(Literal::Value)
        .map_err(|_| unreadable(text))
}

impl Condition {
    fn holds(&self, row: &Value, now: Timestamp) -> bool {
        let value = &row[&self.column];
        let wanted = match &self.value {
            Literal::Value(wanted) => wanted.clone(),
            Literal::Ago(seconds) => earlier(now, *seconds).to_string().into(),
        };
        let texts = (
            value.as_str().map(str::to_lowercase),
            wanted.as_str().map(str::to_lowercase),
        );
        let order = compare(value, &wanted);
        match (self.operator.as_str(), texts) {
            ("contains" | "has", (Some(text), Some(part))) => text.contains(&part),
            ("startswith", (Some(text), Some(part))) => text.starts_with(&part),
            ("endswith", (Some(text), Some(part))) => text.ends_with(&part),
            ("=~", (Some(text), Some(other))) => text == other,
            ("==", _) => order == Some(Ordering::Equal),
            ("!=", _) => order != Some(Ordering::Equal),
            (">", _) => order == Some(Ordering::Greater),
            (">=", _) => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
            ("<", _) => order == Some(Ordering::Less),
            ("<=", _) => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            _ => false,
        }
    }
}

fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64()?.partial_cmp(&right.as_f64()?),
        (Value::String(left), Value::String(right)) => match (date(left), date(right)) {
            (Some(left), Some(right)) => Some(left.cmp(&right)),
            _ => Some(left.cmp(right)),
        },
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

/// Splits at a character that stands outside of quotes.
fn split(text: &str, at: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quote = None;
    for letter in text.chars() {
        match (quote, letter) {
            (None, letter) if letter == at => parts.push(String::new()),
            (None, '"' | '\'') => {
                quote = Some(letter);
                add(&mut parts, letter);
            }
            (Some(open), letter) => {
                add(&mut parts, letter);
                quote = (open != letter).then_some(open);
            }
            (None, letter) => add(&mut parts, letter),
        }
    }
    parts
}

fn add(parts: &mut [String], letter: char) {
    if let Some(last) = parts.last_mut() {
        last.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str) -> Option<Table> {
        let column = |name: &str, kind| Column {
            name: name.to_owned(),
            kind,
        };
        (name == "T").then(|| Table {
            columns: vec![
                column("Name", "String"),
                column("Size", "Int64"),
                column("Timestamp", "DateTime"),
            ],
            rows: vec![
                json!({"Name": "alpha | beta", "Size": 3, "Timestamp": "2026-01-01T00:00:00Z"}),
                json!({"Name": "Gamma", "Size": 9, "Timestamp": "2026-01-05T00:00:00Z"}),
            ],
        })
    }

    fn names(query: &str) -> Vec<String> {
        let now = "2026-01-06T00:00:00Z".parse().unwrap();
        let result = run(query, table, now).unwrap();
        result
            .rows
            .iter()
            .map(|row| row["Name"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn operators() {
        assert_eq!(
            names("T | where Name contains \"| BETA\""),
            ["alpha | beta"]
        );
        assert_eq!(names("T | where Size > 3 and Name =~ 'gamma'"), ["Gamma"]);
        assert_eq!(names("T // remark\n| where Timestamp > ago(2d)"), ["Gamma"]);
        assert_eq!(names("T | sort by Size"), ["Gamma", "alpha | beta"]);
        assert_eq!(names("T | top 1 by Size asc"), ["alpha | beta"]);
        assert_eq!(names("T | take 1"), ["alpha | beta"]);
    }

    #[test]
    fn projection_and_count() {
        let now = Timestamp::UNIX_EPOCH;
        let picked = run("T | project Size", table, now).unwrap();
        assert_eq!(
            (picked.columns.len(), &picked.rows[0]),
            (1, &json!({"Size": 3}))
        );
        assert_eq!(
            run("T | count", table, now).unwrap().rows,
            [json!({"Count": 2})]
        );
    }

    #[test]
    fn what_is_not_known_is_refused() {
        for query in [
            "U",
            "T | frobnicate",
            "T | project Nothing",
            "T | where Nothing == 1",
            "T | take x",
        ] {
            assert!(run(query, table, Timestamp::UNIX_EPOCH).is_err(), "{query}");
        }
    }
}
