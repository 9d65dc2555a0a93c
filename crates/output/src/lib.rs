//! Records in the formats that people and programs read.
//!
//! A record is JSON text, usually an object, as a service sent it. [`Rows`] writes a list of them in a [`Format`] to an
//! [`Out`], which wraps any [`Write`](std::io::Write); [`object`] writes one object that is not part of a list, and
//! [`Document`] the object around a list.
//!
//! - Records are written as they come, in constant memory. CSV without named columns and tables hold back up to 200
//!   records or 8 MiB, to find out which columns there are and how wide they are.
//! - Values are never read into a type: long numbers, invalid surrogates and any depth of nesting stay as they are.
//! - Text from a service is untrusted. [`Out::for_terminal`] escapes characters that move the cursor, set a title or
//!   reverse the reading direction; files and pipes get the bytes unchanged. [`escape`] does the same for single texts.
//!
//! # Formats
//!
//! | format | a list | null | objects and arrays in a cell | members that only later records have |
//! | --- | --- | --- | --- | --- |
//! | `table` | a line a record, cut to the width if there is one | empty | not shown, unless named as a column | not shown |
//! | `wide` | as `table`, with every plain member and no width | empty | not shown, unless named as a column | not shown |
//! | `md` | a table of GitHub Flavored Markdown | empty | not shown, unless named as a column | not shown |
//! | `json` | one array, valid even if the list breaks off | `null` | as they came | as they came |
//! | `ndjson` | one record a line | `null` | as they came | as they came |
//! | `csv`, `tsv` | a header, then a line a record | empty | compact JSON | left out and reported by [`Rows::notes`] |
//! | `yaml` | one sequence | `null` | indented, below 64 levels on one line | as they came |
//! | `id` | one identifier a line | an empty line | never chosen | never chosen |
//!
//! # Columns
//!
//! With [`Layout::columns`] every format but `id` has exactly these members, by their paths; a record without one has
//! null there. Without it JSON, NDJSON and YAML have every member, CSV and TSV those of the first records, and tables
//! those of [`Rows::lead`], as many as fit. Without these a table shows every member with a plain value. Ids come last
//! and are never cut; [`Rows::notes`] says how many members are hidden.
//!
//! [`Layout::expression`] replaces the format: a jq expression or a template makes the text of each record.
//! [`Rows::sentences`] tells records one below the other in place of a table.
//!
//! # A list that breaks off
//!
//! A list may fail on its way. Call [`Rows::end`] with `whole` set to false then: what was written stays valid in its
//! format, and nothing in it claims to be complete. An empty list that failed writes nothing, so that a program which
//! reads `[]` can rely on it.
//!
//! ```
//! use output::{Format, Layout, Out, Rows};
//!
//! let mut text = Vec::new();
//! let mut out = Out::new(&mut text);
//! let mut rows = Rows::new(&Layout::new(Format::Json));
//! rows.row(br#"{"id": 7}"#, &mut out)?;
//! rows.end(false, &mut out)?;
//! drop(out);
//! assert_eq!(text, b"[\n{\"id\": 7}\n]\n");
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # Errors
//!
//! Records that are not JSON are errors of the kind [`InvalidData`](std::io::ErrorKind::InvalidData) or
//! [`UnexpectedEof`](std::io::ErrorKind::UnexpectedEof) in formats that read them. JSON and NDJSON without columns pass
//! records through unread. Other errors are those of the writer; the kind
//! [`BrokenPipe`](std::io::ErrorKind::BrokenPipe) means that the reader has seen enough.
//!
//! # Example
//!
//! ```
//! use output::{Format, Layout, Out, Rows};
//!
//! let mut text = Vec::new();
//! let mut out = Out::new(&mut text);
//! let mut rows = Rows::new(&Layout::new(Format::Csv));
//! rows.row(br#"{"id": 7, "tags": ["a", "b"]}"#, &mut out)?;
//! rows.row(br#"{"id": 8, "tags": []}"#, &mut out)?;
//! rows.end(true, &mut out)?;
//! drop(out);
//! assert_eq!(String::from_utf8_lossy(&text), "id,tags\n7,\"[\"\"a\"\",\"\"b\"\"]\"\n8,[]\n");
//! # Ok::<(), std::io::Error>(())
//! ```

mod block;
mod cell;
mod choice;
mod columns;
mod document;
mod escaping;
mod expression;
mod first_member;
mod fit;
mod format;
mod identifier;
mod json;
mod layout;
mod markdown;
mod members;
mod nearest;
mod object;
mod path;
mod rows;
mod sentences;
mod separated;
mod table;
mod terminal;
mod text;
mod when;
mod wrap;
mod yaml;

pub use cell::{escape, escape_lines};
pub use document::Document;
pub use escaping::Escaping;
pub use expression::{Expression, InvalidExpression};
pub use first_member::with_first;
pub use format::Format;
pub use layout::Layout;
pub use object::object;
pub use path::check_path;
pub use rows::{Note, Rows};
pub use sentences::Sentences;
pub use terminal::{Notation, Out, is_unsafe, json};
pub use wrap::hanging;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
