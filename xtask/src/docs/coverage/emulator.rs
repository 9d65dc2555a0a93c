//! Operations that the emulator answers with their own code, read from its dispatch.
//!
//! A product's file names whole ids, or groups and verbs. An arm that passes a group to a module leaves the
//! verbs to that module's file, which may pass them on once more.

use std::collections::BTreeMap;
use std::path::Path;

use super::super::Operation;
use super::{dense, sources};

/// The emulator's handlers: file by path, without white space.
pub(super) struct Emulator(BTreeMap<String, String>);

impl Emulator {
    pub(super) fn read(folder: &Path) -> Result<Self, String> {
        let files = sources(folder)?.into_iter();
        let files = files.filter(|(name, _)| !name.ends_with("tests.rs"));
        Ok(Self(
            files.map(|(name, text)| (name, dense(&text))).collect(),
        ))
    }

    /// Whether the emulator has code for it.
    pub(super) fn is_by_hand(&self, operation: &Operation) -> bool {
        let product = operation.product();
        let Some(dispatch) = self.0.get(&format!("{product}.rs")) else {
            return false;
        };
        if dispatch.contains(&format!("\"{}\"", operation.id)) {
            return true;
        }
        let group = format!("\"{}\"", operation.group());
        let verb = format!("\"{}\"", operation.verb());
        arms(dispatch).any(|(pattern, body)| {
            if !pattern.contains(&group) {
                return false;
            }
            if pattern.contains(&verb) {
                return true;
            }
            let takes_any_verb = pattern.contains(",_)") || !pattern.starts_with('(');
            takes_any_verb
                && !pattern.contains("ifverb==")
                && match module(body) {
                    Some(module) => self.handles(product, module, &verb, 2),
                    None => true,
                }
        })
    }

    /// Whether a module's file, or a module that it passes verbs to, names the verb.
    fn handles(&self, product: &str, module: &str, verb: &str, depth: u32) -> bool {
        let Some(text) = self.0.get(&format!("{product}/{module}.rs")) else {
            return false;
        };
        let mut further = text.match_indices("(call,verb)").filter_map(|(at, _)| {
            let path = text[..at]
                .rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                .next()?;
            path.split_once("::").map(|(module, _)| module)
        });
        text.contains(verb)
            || depth > 0
                && further
                    .any(|next| next != module && self.handles(product, next, verb, depth - 1))
    }
}

/// The arms of all `match` expressions of a text without white space: pattern and body.
fn arms(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices("=>").map(move |(at, arrow)| {
        let before = &text[..at];
        let start = before.rfind([',', '{', '}']).map_or(0, |end| end + 1);
        // A comma inside parentheses does not separate arms.
        let start = match before[..start].rfind('(') {
            Some(open) if before[open..].ends_with(')') => open,
            _ => start,
        };
        (&text[start..at], &text[at + arrow.len()..])
    })
}

/// The module that the body of an arm passes the verb to.
fn module(body: &str) -> Option<&str> {
    let end = body.find("::answer(call,verb)")?;
    let start = body.find(',').unwrap_or(body.len());
    (end < start || body[..end].starts_with("return")).then(|| {
        let path = &body[..end];
        path.strip_prefix("return").unwrap_or(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn emulator() -> Emulator {
        let files = [
            (
                "mde.rs",
                "match group { \"hunting\" => Some(run(call)), \"machines\" | \"files\" => machines::answer(call, verb), \
                 \"health\" if verb == \"export\" => { x::answer(call, \"y\") } _ => None, }",
            ),
            (
                "mde/machines.rs",
                "match verb { \"find\" => find(call), _ => actions::start(call, verb) }",
            ),
            ("mde/actions.rs", "match verb { \"isolate\" => 1 }"),
            (
                "mdca.rs",
                "match (group, verb) { (\"activities\", \"scan\") => scan(call), (\"alerts\", _) => return alerts::answer(call, verb), _ => 1 }",
            ),
            ("mdca/alerts.rs", "\"close\""),
            ("graph.rs", "\"graph.alerts.move\" => 1"),
        ];
        Emulator(
            files
                .map(|(name, text)| (name.to_owned(), dense(text)))
                .into(),
        )
    }

    #[test]
    fn what_is_dispatched_is_by_hand() {
        let emulator = emulator();
        let by_hand = |id: &str| emulator.is_by_hand(&super::super::super::tests::operation_of(id));
        for id in [
            "mde.hunting.run",
            "mde.machines.find",
            "mde.machines.isolate",
            "mde.health.export",
            "mdca.activities.scan",
            "mdca.alerts.close",
            "graph.alerts.move",
        ] {
            assert!(by_hand(id), "{id}");
        }
        for id in [
            "mde.machines.list",
            "mde.health.list",
            "mde.scores.get",
            "mdca.activities.get",
            "mdca.alerts.get",
            "graph.alerts.get",
            "xdr.incidents.get",
        ] {
            assert!(!by_hand(id), "{id}");
        }
    }
}
