//! The output formats and their names.
//!
//! Each format has one reader in mind: a person at a terminal, a program that reads a stream, a spreadsheet, a
//! configuration tool, or the next command in a pipe. The [crate](crate) has a table of their differences.

use std::str::FromStr;

/// A format of records.
///
/// ```
/// use output::Format;
///
/// assert_eq!("NDJSON".parse(), Ok(Format::Ndjson));
/// assert!("xml".parse::<Format>().unwrap_err().contains("table, wide, md, json"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Aligned columns for people. Shows the columns of the list that fit the width, and leaves the other members out.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Table));
    /// rows.row(br#"{"id": "a1", "status": "New"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "status  id\nNew     a1\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Table,
    /// A table with every member that has a plain value. No width limits it, nothing is cut, and times are exact.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut layout = Layout::new(Format::Wide);
    /// layout.width = Some(20);
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&layout);
    /// rows.row(br#"{"id": "a1", "title": "A title of 24 characters", "status": "New"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// let shown = "title                     status  id\nA title of 24 characters  New     a1\n";
    /// assert_eq!(String::from_utf8_lossy(&text), shown);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Wide,
    /// A table of GitHub Flavored Markdown with the columns of [`Table`](Self::Table), none of them cut.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Markdown));
    /// rows.row(br#"{"title": "a|b", "id": 7}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "| title | id |\n| --- | --- |\n| a\\|b | 7 |\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Markdown,
    /// One JSON array, or one object. Records keep their own bytes; at a terminal they are indented.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Json));
    /// rows.row(br#"{"score": 1.50}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "[\n{\"score\": 1.50}\n]\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Json,
    /// One JSON record a line, for programs that read a stream. Line breaks between tokens are removed.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Ndjson));
    /// rows.row(b"{\n  \"id\": 7\n}", &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "{\"id\":7}\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Ndjson,
    /// Comma-separated values with a header, lines that end in a line feed, and quotes where RFC 4180 requires them.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut layout = Layout::new(Format::Csv);
    /// layout.columns = vec!["id".to_owned(), "os.version".to_owned()];
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&layout);
    /// rows.row(br#"{"os": {"version": "11"}, "id": "m1"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "id,os.version\nm1,11\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Csv,
    /// Tab-separated values, with the rules of CSV.
    Tsv,
    /// YAML that parsers of version 1.1 and 1.2 read alike: words such as `no` and `on` are quoted.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Yaml));
    /// rows.row(br#"{"id": 7, "country": "NO", "tags": ["a"]}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "- id: 7\n  country: \"NO\"\n  tags:\n  - a\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Yaml,
    /// The identifier of each record, one a line, for the next command. A record without one gives an empty line.
    ///
    /// ```
    /// use output::{Format, Layout, Out, Rows};
    ///
    /// let mut text = Vec::new();
    /// let mut out = Out::new(&mut text);
    /// let mut rows = Rows::new(&Layout::new(Format::Id));
    /// rows.row(br#"{"name": "wks-7", "machineId": "m1"}"#, &mut out)?;
    /// rows.end(true, &mut out)?;
    /// drop(out);
    /// assert_eq!(String::from_utf8_lossy(&text), "m1\n");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    Id,
}

impl Format {
    /// The names of the formats, in the order of the variants. [`from_str`](Self::from_str) accepts them in any case.
    pub const NAMES: [&str; 9] = [
        "table", "wide", "md", "json", "ndjson", "csv", "tsv", "yaml", "id",
    ];

    /// The formats in the order of [`NAMES`](Self::NAMES).
    const ALL: [Self; 9] = [
        Self::Table,
        Self::Wide,
        Self::Markdown,
        Self::Json,
        Self::Ndjson,
        Self::Csv,
        Self::Tsv,
        Self::Yaml,
        Self::Id,
    ];
}

impl Format {
    /// Whether the format is for a person to read, and so need not show every member.
    pub fn is_table(self) -> bool {
        matches!(self, Self::Table | Self::Wide)
    }
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
        assert!("xml".parse::<Format>().unwrap_err().contains("table, wide"));
    }
}
