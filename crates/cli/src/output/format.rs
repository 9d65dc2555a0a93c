//! The output formats.

use std::str::FromStr;

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Columns for people.
    Table,
    /// One array, or one object.
    Json,
    /// One object a line.
    Ndjson,
    /// Comma-separated values.
    Csv,
    /// Tab-separated values.
    Tsv,
    /// YAML.
    Yaml,
    /// Identifiers, one a line.
    Id,
}

impl Format {
    /// The names people choose by.
    pub(crate) const NAMES: [&str; 7] = ["table", "json", "ndjson", "csv", "tsv", "yaml", "id"];

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
