//! Columns: the ones a person asked for, or the members that rows have.

use serde_json::value::RawValue;

use super::members::Members;

/// Columns, and which of them any row had.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) names: Vec<String>,
    found: Vec<bool>,
    /// Whether a person asked for these.
    asked: bool,
    /// Members of rows that no column shows.
    left_out: Vec<String>,
}

impl Columns {
    /// The columns that were asked for, dots leading into nested members.
    pub(super) fn asked(names: &[String]) -> Self {
        Self {
            names: names.to_vec(),
            found: vec![false; names.len()],
            asked: true,
            left_out: Vec::new(),
        }
    }

    /// The members of rows, in the order in which they first came.
    pub(super) fn of_rows<'a>(rows: impl IntoIterator<Item = &'a Members<'a>>) -> Self {
        let mut columns = Self::default();
        for row in rows {
            for (name, _) in &row.0 {
                if !columns.names.iter().any(|known| known == name) {
                    columns.names.push(name.clone().into_owned());
                }
            }
        }
        columns.found = vec![true; columns.names.len()];
        columns
    }

    /// A row's values, one for each column.
    pub(super) fn values<'a>(&mut self, row: &Members<'a>) -> Vec<Option<&'a RawValue>> {
        let same = || {
            row.0
                .iter()
                .map(|(name, _)| name.as_ref())
                .eq(self.names.iter().map(String::as_str))
        };
        if !self.asked && row.0.len() == self.names.len() && same() {
            return row.0.iter().map(|(_, value)| Some(*value)).collect();
        }
        if !self.asked {
            self.note_left_out(row);
        }
        let mut values = Vec::with_capacity(self.names.len());
        for (name, found) in self.names.iter().zip(&mut self.found) {
            let value = if self.asked {
                row.find(name)
            } else {
                row.get(name)
            };
            *found |= value.is_some();
            values.push(value);
        }
        values
    }

    fn note_left_out(&mut self, row: &Members<'_>) {
        for (name, _) in &row.0 {
            let known = self
                .names
                .iter()
                .chain(&self.left_out)
                .any(|known| known == name);
            if !known {
                self.left_out.push(name.clone().into_owned());
            }
        }
    }

    /// What there is to say at the end.
    pub(super) fn notes(&self) -> Vec<String> {
        let missing: Vec<_> = self
            .names
            .iter()
            .zip(&self.found)
            .filter(|(_, found)| !**found)
            .collect();
        let mut notes: Vec<_> = missing
            .into_iter()
            .map(|(name, _)| format!("no row has `{name}`: the column is empty"))
            .collect();
        if !self.left_out.is_empty() {
            notes.push(format!(
                "later rows also have {}, which no column shows; name them with --columns",
                self.left_out.join(", ")
            ));
        }
        notes
    }
}
