//! The output formats.

use std::str::FromStr;

/// A format of records.
///
/// ```
/// assert_eq!("NDJSON".parse(), Ok(output::Format::Ndjson));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Aligned columns for people. Shows the columns that fit.
    Table,
    /// One JSON array, or one object. Records keep their own bytes.
    Json,
    /// One JSON record a line.
    Ndjson,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// YAML, read alike by parsers of version 1.1 and 1.2.
    Yaml,
    /// The identifier of each record, one a line.
    Id,
}

impl Format {
    /// The names of the formats, in the order of the variants.
    pub const NAMES: [&str; 7] = ["table", "json", "ndjson", "csv", "tsv", "yaml", "id"];

    const ALL: [Self; 7] = [
        Self::Table,
        Self::Json,
        Self::Ndjson,
        Self::Csv,
        Self::Tsv,
        Self::Yaml,
        Self::Id,
    ];
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut named = Self::NAMES.iter().zip(Self::ALL);
        let found = named.find(|(name, _)| name.eq_ignore_ascii_case(text));
        found.map(|(_, format)| format).ok_or_else(|| {
            format!(
                "unknown format `{text}`; there are {}",
                Self::NAMES.join(", ")
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_found_by_name() {
        for (name, format) in Format::NAMES.iter().zip(Format::ALL) {
            assert_eq!(name.parse(), Ok(format));
        }
        assert!("xml".parse::<Format>().unwrap_err().contains("table, json"));
    }
}
