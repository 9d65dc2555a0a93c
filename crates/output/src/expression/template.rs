//! Jinja templates, by the crate `minijinja`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value};

use crate::terminal::Out;

/// The name of the only template, and of the whole record in it.
const NAME: &str = "row";

/// A compiled template.
pub(super) struct Template(Environment<'static>);

impl Template {
    pub(super) fn compile(text: &str) -> Result<Self, String> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::None);
        environment.set_formatter(|out, state, value| match value.is_none() {
            true => Ok(()),
            false => minijinja::escape_formatter(out, state, value),
        });
        environment.set_undefined_behavior(UndefinedBehavior::Chainable);
        environment
            .add_template_owned(NAME, text.to_owned())
            .map_err(|error| sentence(&error))?;
        Ok(Self(environment))
    }

    pub(super) fn run(&self, record: &[u8], out: &mut Out<'_>) -> io::Result<Result<(), String>> {
        let row: Value = match serde_json::from_slice(record) {
            Ok(row) => row,
            Err(error) => return Ok(Err(format!("the record cannot be read: {error}"))),
        };
        match self.render(row) {
            Ok(text) if text.is_empty() => Ok(Ok(())),
            Ok(text) => {
                out.write_all(text.as_bytes())?;
                if !text.ends_with('\n') {
                    out.write_all(b"\n")?;
                }
                Ok(Ok(()))
            }
            Err(error) => Ok(Err(sentence(&error))),
        }
    }

    /// The text for a record. A member named `row` is hidden by the record.
    fn render(&self, row: Value) -> Result<String, Error> {
        let mut variables = BTreeMap::new();
        if row.kind() == minijinja::value::ValueKind::Map {
            for name in row.try_iter()? {
                let value = row.get_item(&name)?;
                variables.insert(name.to_string(), value);
            }
        }
        variables.insert(NAME.to_owned(), row);
        self.0.get_template(NAME)?.render(Value::from(variables))
    }
}

/// The error with its line.
fn sentence(error: &Error) -> String {
    let detail = error.detail().map(str::to_owned);
    let detail = detail.unwrap_or_else(|| error.kind().to_string());
    match error.line() {
        Some(line) => format!("{detail} in line {line}"),
        None => detail,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(template: &str, record: &str) -> (String, Result<(), String>) {
        let mut text = Vec::new();
        let mut out = Out::new(&mut text);
        let template = Template::compile(template).unwrap();
        let ended = template.run(record.as_bytes(), &mut out).unwrap();
        drop(out);
        (String::from_utf8(text).unwrap(), ended)
    }

    #[test]
    fn records_fill_templates_without_escapes() {
        let table = [
            (
                "{{ id }} {{ title }}",
                r#"{"id":1,"title":"<b>"}"#,
                "1 <b>\n",
            ),
            ("{{ status }}{{ a.b.c }}", r#"{"status":null}"#, ""),
            ("{{ row['@odata.type'] }}", r#"{"@odata.type":"t"}"#, "t\n"),
            (
                "{% for tag in tags %}{{ tag }};{% endfor %}",
                r#"{"tags":["a","b"]}"#,
                "a;b;\n",
            ),
            ("{{ row }}", "7", "7\n"),
            (
                "{{ id }}",
                r#"{"id":18446744073709551615}"#,
                "18446744073709551615\n",
            ),
            ("a\n", "{}", "a\n"),
        ];
        for (template, record, expected) in table {
            let (text, ended) = run(template, record);
            assert_eq!((text.as_str(), ended), (expected, Ok(())), "{template}");
        }
    }

    #[test]
    fn faults_are_named_with_their_line() {
        let error = Template::compile("a\n{{ id ").map(drop).unwrap_err();
        assert!(error.contains("in line 2"), "{error}");
        let (_, ended) = run("{{ id / 0 }}{{ title + 1 }}", r#"{"id":"x"}"#);
        assert!(ended.unwrap_err().contains("in line 1"));
    }
}
