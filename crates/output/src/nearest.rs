//! The member that a misspelled column may mean.

use std::collections::BTreeSet;

use crate::members::Members;

/// Number of names that are kept for comparison. Bounds the memory if names are data.
const KEPT: usize = 2_000;

/// Number of records whose members are collected. Bounds the time of a long list.
const ROWS: usize = 200;

/// The members that records have, for the note on a column that none of them fills.
#[derive(Debug, Default)]
pub(crate) struct Known {
    rows: usize,
    names: BTreeSet<String>,
    /// The members that hold lists of objects.
    lists: BTreeSet<String>,
}

impl Known {
    /// Adds the members of a record, and those of its nested objects by their paths. Only the first records count.
    pub(crate) fn add(&mut self, record: &Members<'_>) {
        self.rows += 1;
        if self.rows > ROWS {
            return;
        }
        for (name, value) in &record.0 {
            if self.names.len() >= KEPT {
                return;
            }
            let text = value.get();
            if !self.names.contains(name.as_ref()) {
                self.names.insert(name.clone().into_owned());
            }
            if text.starts_with('{')
                && let Ok(inner) = Members::of(text.as_bytes())
            {
                let paths = inner.0.iter().map(|(inner, _)| format!("{name}.{inner}"));
                self.names.extend(paths);
            }
            if text.starts_with('[') && text[1..].trim_start().starts_with('{') {
                self.lists.insert(name.clone().into_owned());
            }
        }
    }

    /// What to write in place of a path that no record has. `None` if nothing is close.
    pub(crate) fn advice(&self, path: &str) -> Option<String> {
        if let Some((first, rest)) = path.split_once('.')
            && let Some(list) = self
                .lists
                .iter()
                .find(|list| list.eq_ignore_ascii_case(first))
        {
            return Some(format!("`{list}` is a list: write `{list}[].{rest}`"));
        }
        let wanted = path.to_lowercase();
        let most = 1 + wanted.chars().count() / 4;
        let scored = self.names.iter().map(|name| {
            let distance = strsim::osa_distance(&wanted, &name.to_lowercase());
            (distance, name)
        });
        let (_, name) = scored.filter(|(distance, _)| *distance <= most).min()?;
        Some(format!("did you mean `{name}`?"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_close_name_and_the_form_for_a_list_are_advised() {
        let mut known = Known::default();
        let record = br#"{"title":"t","os":{"version":1},"ipAddresses":[{"ipAddress":"1.2.3.4"}]}"#;
        known.add(&Members::of(record).unwrap());
        let advice = |path: &str| known.advice(path);
        assert_eq!(advice("titel").as_deref(), Some("did you mean `title`?"));
        assert_eq!(
            advice("os.vresion").as_deref(),
            Some("did you mean `os.version`?")
        );
        assert_eq!(
            advice("ipAddresses.ipAddress").as_deref(),
            Some("`ipAddresses` is a list: write `ipAddresses[].ipAddress`")
        );
        assert_eq!(advice("severity"), None);
    }
}
