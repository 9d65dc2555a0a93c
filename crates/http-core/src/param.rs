//! One input of an operation: its name on the wire, its place and what it holds.

use serde_json::Value;

/// Where an input travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A segment of the path, or a part of one.
    Path,
    /// The query string.
    Query,
    /// A request header.
    Header,
    /// A member of the JSON body or a field of the form; the whole body where it is binary.
    Body,
    /// A part of a multipart form.
    Part,
}

/// What an input holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Bool,
    /// An instant, written in RFC 3339.
    Time,
    /// One of the known words, or another one: the set is open.
    Enum(&'static [&'static str]),
    /// Several texts.
    List,
    /// Any JSON value, nested ones included.
    Json,
    /// Bytes, sent as they are.
    Bytes,
}

/// One input of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Param {
    /// The name on the wire.
    pub name: &'static str,
    /// Where it travels.
    pub place: Place,
    /// What it holds.
    pub kind: Kind,
    /// Whether the service refuses the call without it.
    pub required: bool,
    /// One line for help texts; may be empty.
    pub help: &'static str,
    /// The most bytes that it may hold; 0 where no bound is documented.
    pub max_bytes: usize,
    /// Members of the objects that it holds which take known words, with those words; the sets are open.
    pub words: &'static [(&'static str, &'static [&'static str])],
    /// A value as a command line gives it, for help texts; may be empty where the kind tells enough.
    pub example: &'static str,
}

impl Param {
    const fn new(name: &'static str, place: Place) -> Self {
        Self {
            name,
            place,
            kind: Kind::Text,
            required: false,
            help: "",
            max_bytes: 0,
            words: &[],
            example: "",
        }
    }

    /// A part of the path; always required.
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Place::Path).required()
    }

    /// A query option.
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Place::Query)
    }

    /// A member of the JSON body.
    pub const fn body(name: &'static str) -> Self {
        Self::new(name, Place::Body)
    }

    /// A part of a multipart form.
    pub const fn part(name: &'static str) -> Self {
        Self::new(name, Place::Part)
    }

    /// A request header.
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Place::Header)
    }

    /// Sets what the input holds; text unless told.
    pub const fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    /// Marks the input as one the service insists on.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// One line for help texts.
    pub const fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    /// The most bytes that it may hold.
    pub const fn max_bytes(mut self, bytes: usize) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// Members of the objects that it holds which take known words.
    pub const fn words(
        mut self,
        words: &'static [(&'static str, &'static [&'static str])],
    ) -> Self {
        self.words = words;
        self
    }

    /// A value for help texts.
    pub const fn example(mut self, example: &'static str) -> Self {
        self.example = example;
        self
    }

    /// Reads what a person wrote for it.
    pub(crate) fn parse(&self, text: &str) -> Result<Value, String> {
        let name = self.name;
        match self.kind {
            Kind::Text => Ok(Value::from(text)),
            Kind::Integer => text
                .parse::<i64>()
                .map(Value::from)
                .map_err(|_| format!("`{name}` takes a whole number, not `{text}`")),
            Kind::Bool => match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "1" => Ok(Value::from(true)),
                "false" | "no" | "0" => Ok(Value::from(false)),
                _ => Err(format!("`{name}` takes true or false, not `{text}`")),
            },
            Kind::Time => text
                .parse::<crate::Timestamp>()
                .map(Value::from)
                .map_err(|error| format!("`{name}`: {error}")),
            Kind::Enum(known) => Ok(Value::from(spelled(known, text))),
            Kind::List if text.trim_start().starts_with('[') => self.parse_json(text),
            Kind::List => Ok(text
                .split(',')
                .map(str::trim)
                .filter(|item| !item.is_empty())
                .collect()),
            Kind::Json => self.parse_json(text),
            Kind::Bytes => Err(format!("`{name}` takes a file, not text")),
        }
    }

    fn parse_json(&self, text: &str) -> Result<Value, String> {
        let mut value = serde_json::from_str(text)
            .map_err(|error| format!("`{}` takes JSON: {error}", self.name))?;
        let objects = match &mut value {
            Value::Array(items) => &mut items[..],
            one => std::slice::from_mut(one),
        };
        for object in objects.iter_mut().filter_map(Value::as_object_mut) {
            for (member, known) in self.words {
                if let Some(Value::String(word)) = object.get_mut(*member) {
                    *word = spelled(known, word).to_owned();
                }
            }
        }
        Ok(value)
    }
}

/// A known word as the service spells it, in whatever case it was written; another word as it is.
fn spelled<'a>(known: &[&'a str], text: &'a str) -> &'a str {
    let word = known.iter().find(|word| word.eq_ignore_ascii_case(text));
    word.copied().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_inside_objects_are_spelled_as_the_service_does() {
        let param = Param::body("Indicators")
            .kind(Kind::Json)
            .words(&[("action", &["Block", "AlertAndBlock"])]);
        let text = r#"[{"action": "alertandblock", "title": "block"}, {"action": "Watch"}, 7]"#;
        assert_eq!(
            param.parse(text),
            Ok(json!([{"action": "AlertAndBlock", "title": "block"}, {"action": "Watch"}, 7]))
        );
        assert_eq!(
            param.parse(r#"{"action": "BLOCK"}"#),
            Ok(json!({"action": "Block"}))
        );
    }
}
