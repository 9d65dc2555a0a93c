//! Options that filter a list by words: `--severity high`.
//!
//! The options follow from the tables: a property of `$filter` with documented words, or a field of Cloud Apps whose
//! values have words. A change has none, because a filter of a change selects what is changed and is written out.

use http_core::filters::FilterField;
use http_core::{AnswerKind, FilterProperty, Kind, Operation};

use super::CommandLine;
use super::ways::Way;
use crate::words::option;

/// A property or a field that a list filters by, whose values are known words.
///
/// [`Filling::words`](crate::Filling::words) adds the condition.
///
/// ```
/// use http_core::filters::{FilterField, FilterKind};
/// use operations::command_line::WordFilter;
///
/// // Cloud Apps takes a number for each severity.
/// static FIELD: FilterField = FilterField::new("severity", FilterKind::Integer, &["eq"])
///     .words(&[("low", "0"), ("high", "2")]);
/// assert_eq!(WordFilter::Field(&FIELD).shown(), ["low", "high"]);
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum WordFilter {
    /// A property of `$filter`.
    Property(&'static FilterProperty),
    /// A field of a service with a filter language of its own.
    Field(&'static FilterField),
}

impl WordFilter {
    /// The filters by words of a list that is read. Empty for any other operation.
    fn of(operation: &'static Operation) -> Vec<Self> {
        if !operation.is_read() || !matches!(operation.answer.kind, AnswerKind::Collection { .. }) {
            return Vec::new();
        }
        let takes_filter = operation.input("$filter").is_some();
        let properties = operation.list.filter_types.iter();
        let properties =
            properties.filter(|property| takes_filter && matches!(property.kind, Kind::Enum(_)));
        let fields = operation.list.filter_fields.iter();
        let fields =
            fields.filter(|field| !field.words.is_empty() && field.operators.contains(&"eq"));
        properties
            .map(Self::Property)
            .chain(fields.map(Self::Field))
            .collect()
    }

    /// The name on the wire.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Property(property) => property.name,
            Self::Field(field) => field.name,
        }
    }

    /// The known words, in the order of the documents.
    pub fn words(&self) -> Vec<&'static str> {
        match self {
            Self::Property(property) => property.words().to_vec(),
            Self::Field(field) => field.words.iter().map(|(word, _)| *word).collect(),
        }
    }

    /// The words for a person: an alias stands for a word that is a bare code.
    pub fn shown(&self) -> Vec<&'static str> {
        let is_code = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
        let (codes, words): (Vec<_>, Vec<_>) = self.words().into_iter().partition(is_code);
        if codes.is_empty() {
            return words;
        }
        let aliases = self.aliases().iter().map(|(alias, _)| *alias);
        aliases
            .chain(words.into_iter().filter(|word| !word.is_empty()))
            .collect()
    }

    /// Whether a text is a code that the service takes in place of a word.
    pub(crate) fn is_code(&self, text: &str) -> bool {
        match self {
            Self::Property(_) => false,
            Self::Field(field) => field.words.iter().any(|(_, code)| *code == text),
        }
    }

    /// Other words for known ones.
    pub(crate) const fn aliases(&self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Property(property) => property.aliases,
            Self::Field(_) => &[],
        }
    }
}

impl CommandLine {
    /// The filters by words of a list, each with its option, without dashes. An option that an input or the program has
    /// already gets the prefix `filter-`.
    ///
    /// ```
    /// use http_core::{FilterProperty, Kind, Operation, Param};
    /// use operations::command_line::CommandLine;
    ///
    /// static LIST: Operation = Operation::get("x.alerts.list", "/alerts")
    ///     .collection("value")
    ///     .inputs(&[Param::query("$filter"), Param::query("status")])
    ///     .filter_types(&[
    ///         FilterProperty::new("alertSeverity", Kind::Enum(&["Low", "High"])),
    ///         FilterProperty::new("status", Kind::Enum(&["New"])),
    ///     ]);
    /// let filters = CommandLine::new("x", &[]).word_filters(&LIST);
    /// let options: Vec<_> = filters.iter().map(|(_, option)| option.as_str()).collect();
    /// assert_eq!(options, ["alert-severity", "filter-status"]);
    /// ```
    pub fn word_filters(&self, operation: &'static Operation) -> Vec<(WordFilter, String)> {
        let ways = self.ways(operation);
        let named = WordFilter::of(operation).into_iter().map(|filter| {
            let name = option(filter.name());
            let is_input = ways
                .iter()
                .any(|(_, way)| *way == Way::Option(name.clone()));
            match is_input || self.reserved.contains(&name.as_str()) {
                true => (filter, format!("filter-{name}")),
                false => (filter, name),
            }
        });
        named.collect()
    }
}
