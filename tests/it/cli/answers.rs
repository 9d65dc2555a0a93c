//! Every operation of the tables, end to end: a command line against the emulator, and what it prints.
//!
//! The tables give the shapes of operations. For each product, a set of operations that covers all its shapes is
//! called with all inputs of these shapes and must answer with records. The others are called with their required
//! inputs.
//! A new member or word of the tables fails the test until `shapes.rs` handles it.

mod shapes;

use std::collections::BTreeSet;

use http_core::{AnswerKind, NotFound, Operation, Paging};
use sandbox::{Fault, Sandbox};
use serde_json::Value;

use super::program::{Outcome, Program};
use crate::every_operation::inputs::{self, Finder};
use crate::every_operation::{in_order, twin};
use crate::support::{Bench, text};

/// Page size of the emulator, and number of requested rows: more than one page.
const PAGE: usize = 2;
const ROWS: usize = 3;

/// The emulator, and the values for command lines.
struct Walk<'a> {
    bench: &'a Bench,
    finder: Finder<'a>,
    described: Vec<Value>,
    file: tempfile::NamedTempFile,
}

impl<'a> Walk<'a> {
    async fn new(bench: &'a Bench) -> Self {
        let described = Program::line("operations -o json").run().await;
        let file = tempfile::NamedTempFile::new().unwrap();
        // As long as the attachment that the emulator waits for.
        std::fs::write(file.path(), "content").unwrap();
        Self {
            bench,
            finder: Finder::new(bench),
            described: serde_json::from_str(&described.stdout).unwrap(),
            file,
        }
    }

    /// The words of an operation's command, with its required inputs and those of its shapes.
    async fn words(&self, entry: &'static Operation, shown: &BTreeSet<String>) -> Vec<String> {
        let described = self.described.iter().find(|one| one["id"] == entry.id);
        let described = described.unwrap();
        let inputs = described["inputs"].as_array().unwrap();
        let (mut positions, mut options) = (Vec::new(), Vec::new());
        for (name, value) in inputs::values(&self.finder, entry, shown).await {
            let input = inputs.iter().find(|input| input["name"] == name).unwrap();
            if !input["constant"].is_null() {
                continue;
            }
            let value = match value {
                Some(value) => text(&value),
                None => self.file.path().to_str().unwrap().to_owned(),
            };
            match text(&input["given_as"]) {
                place if place.starts_with('<') => positions.push((place, value)),
                option => options.push(format!("{option}={value}")),
            }
        }
        let mut words: Vec<String> = text(&described["command"])
            .split(' ')
            .map(str::to_owned)
            .collect();
        // In the order of the path, which is the order of the inputs.
        let at = |place: &str| inputs.iter().position(|input| input["given_as"] == place);
        positions.sort_by_key(|(place, _)| at(place));
        words.extend(positions.into_iter().map(|(_, value)| value));
        words.extend(options);
        let sizes = ["$top", "pageSize", "limit"];
        let mut inputs = inputs.iter();
        let size = inputs.find(|input| {
            input["kind"] == "integer" && sizes.contains(&input["name"].as_str().unwrap())
        });
        let is_given = |option: &Value| {
            let option = format!("{}=", text(option));
            words.iter().any(|word| word.starts_with(&option))
        };
        if entry.list.paging != Paging::None
            && size.is_some_and(|size| !is_given(&size["given_as"]))
        {
            words.push(format!("--page-size={PAGE}"));
        }
        if !entry.list.filter_fields.is_empty() && !entry.conduct.idempotent {
            words.push("--all-that-match".to_owned());
        }
        words
    }

    fn program(&self, words: &[String], more: &[&str]) -> Program {
        let words = words.iter().map(String::as_str);
        let words: Vec<_> = words.chain(more.iter().copied()).collect();
        Program::new(&words).at(&self.bench.sandbox)
    }

    /// The same with the legacy token, which files of Cloud Apps require.
    fn with_every_key(&self, words: &[String], more: &[&str]) -> Program {
        self.program(words, more).env(
            "DEFENDER_MDCA_API_TOKEN",
            self.bench.sandbox.mdca_api_token(),
        )
    }

    /// Calls an operation. One that covers a shape must answer with records.
    async fn call(
        &self,
        entry: &'static Operation,
        shape: Option<&BTreeSet<String>>,
    ) -> Result<(), String> {
        let words = self.words(entry, shape.unwrap_or(&BTreeSet::new())).await;
        let before = self.received(entry);
        let outcome = self.with_every_key(&words, &PRINTED).run().await;
        if !entry.conduct.retired.is_empty() {
            let is_refused = outcome.code == Some(2) && outcome.stderr.contains("nothing was sent");
            let is_kept = is_refused && self.received(entry) == before;
            return match is_kept {
                true => Ok(()),
                false => Err(format!("{}: {words:?}\n{outcome}", entry.id)),
            };
        }
        let access = &entry.access;
        if access.application.is_empty() && !access.delegated.is_empty() {
            // The program signs in as an application here.
            let is_refused =
                outcome.code == Some(5) && outcome.stderr.contains(access.delegated[0]);
            return match is_refused && self.received(entry) == before + 1 {
                true => Ok(()),
                false => Err(format!("{}: {words:?}\n{outcome}", entry.id)),
            };
        }
        let fits = judge(entry, &outcome, usize::from(shape.is_some()));
        fits.map_err(|why| format!("{}: {why}\n{words:?}\n{outcome}", entry.id))?;
        let received = self.received(entry) - before;
        let pages = match entry.list.paging {
            Paging::None => 1,
            _ => ROWS.div_ceil(PAGE),
        };
        let entries = match entry.answer.kind {
            AnswerKind::Collection { .. } => outcome.json().as_array().map_or(0, Vec::len),
            _ => 0,
        };
        if received < pages && (entries == ROWS || received == 0) {
            return Err(format!("{}: {received} calls, not {pages}", entry.id));
        }
        self.special(entry, &words).await
    }

    fn received(&self, entry: &Operation) -> usize {
        self.bench.count(entry.id) + twin(entry).map_or(0, |twin| self.bench.count(twin))
    }

    /// Checks beyond the answer: pages, verdicts, waits.
    async fn special(&self, entry: &'static Operation, words: &[String]) -> Result<(), String> {
        let promises = [
            self.begins_once(entry, words).await,
            self.says_what_opens_it(entry, words).await,
            self.shows_links(entry, words).await,
            self.takes_conditions(entry, words).await,
            self.knows_its_404(entry, words).await,
            self.joins_another(entry, words).await,
        ];
        let broken = promises.into_iter().flatten().next();
        broken.map_or(Ok(()), |outcome| {
            Err(format!("{}: {words:?}\n{outcome}", entry.id))
        })
    }

    async fn begins_once(&self, entry: &Operation, words: &[String]) -> Option<Outcome> {
        entry.action.spec.filter(|spec| spec.reusable)?;
        let again = self.with_every_key(words, &PRINTED).run().await;
        let is_kept = again.code == Some(0) && again.stderr.contains("nothing is sent twice");
        (!is_kept).then_some(again)
    }

    async fn says_what_opens_it(&self, entry: &Operation, words: &[String]) -> Option<Outcome> {
        (!entry.access.denied.is_empty()).then_some(())?;
        let refused = self.program(words, &PRINTED).run().await;
        let error: Value = serde_json::from_str(&refused.stderr).unwrap_or_default();
        let hint = text(&error["error"]["hint"]);
        let is_kept = refused.code == Some(5) && hint.starts_with(entry.access.denied);
        (!is_kept).then_some(refused)
    }

    async fn shows_links(&self, entry: &Operation, words: &[String]) -> Option<Outcome> {
        let AnswerKind::Files { links, .. } = entry.answer.kind else {
            return None;
        };
        let shown = self.with_every_key(words, &["-o=json", "--links"]);
        let shown = shown.run().await;
        let is_kept = shown.code == Some(0) && shown.json()[links].is_array();
        (!is_kept).then_some(shown)
    }

    async fn takes_conditions(&self, entry: &Operation, words: &[String]) -> Option<Outcome> {
        let field = entry
            .list
            .filter_fields
            .iter()
            .find(|field| field.name == "id")?;
        let condition = format!("--filter={} eq nothing", field.name);
        let line = self.with_every_key(words, &[&condition, "-o=json", "--yes"]);
        let filtered = line.run().await;
        let is_kept = filtered.code == Some(0) || says_what_failed(entry, &filtered);
        (!is_kept).then_some(filtered)
    }

    async fn joins_another(&self, entry: &Operation, words: &[String]) -> Option<Outcome> {
        entry.answer.enrichment?;
        let line = self.with_every_key(words, &["-o=json", "--enrich"]);
        let joined = line.run().await;
        let is_kept = joined.code == Some(0) && joined.json().is_object();
        (!is_kept).then_some(joined)
    }

    async fn knows_its_404(&self, entry: &Operation, words: &[String]) -> Option<Outcome> {
        (entry.conduct.not_found != NotFound::Final).then_some(())?;
        self.bench.sandbox.fault(Fault::on(entry.id).status(404));
        let outcome = self.with_every_key(words, &PRINTED).run().await;
        let is_empty = outcome.stdout.trim() == "[]";
        let is_kept =
            outcome.code == Some(0) && is_empty == (entry.conduct.not_found == NotFound::Empty);
        (!is_kept).then_some(outcome)
    }
}

/// The answer has several pages.
const PRINTED: [&str; 4] = ["-o=json", "--limit=3", "--yes", "--timeout=20s"];

/// Whether a change of several items reports failed ones. Made-up ids fail.
fn says_what_failed(entry: &Operation, outcome: &Outcome) -> bool {
    let is_told = outcome.stderr.contains("item_failed");
    entry.answer.verdicts.is_some() && matches!(outcome.code, Some(1 | 3)) && is_told
}

/// Whether the output is the answer of the operation.
fn judge(entry: &'static Operation, outcome: &Outcome, fewest: usize) -> Result<(), &'static str> {
    if outcome.code != Some(0) && !says_what_failed(entry, outcome) {
        return Err("failed");
    }
    let printed: Option<Value> = serde_json::from_str(&outcome.stdout).ok();
    let is_list = |most: usize| {
        let entries = printed.as_ref().and_then(Value::as_array);
        entries.is_some_and(|entries| (fewest..=most).contains(&entries.len()))
    };
    let fits = match entry.answer.kind {
        AnswerKind::Collection { .. } | AnswerKind::Files { .. } => is_list(ROWS),
        AnswerKind::Entity | AnswerKind::Object => printed.as_ref().is_some_and(Value::is_object),
        AnswerKind::Link => outcome.stdout.contains("http"),
        AnswerKind::Scalar => !outcome.stdout.trim().is_empty(),
        AnswerKind::File => !outcome.stdout.is_empty(),
        // An empty answer names the action in a header.
        AnswerKind::Empty if operations::followed(entry).is_some() => printed
            .as_ref()
            .is_some_and(|printed| printed["id"].is_string()),
        // The page documents 200 with the case, and 202 with nothing for the case of an incident.
        AnswerKind::Empty if entry.id == "graph.cases.update" && !outcome.stdout.is_empty() => {
            printed
                .as_ref()
                .is_some_and(|printed| printed["id"].is_string())
        }
        AnswerKind::Empty => outcome.stdout.is_empty() && outcome.stderr.contains("done"),
        other => panic!("{other:?} is not known here"),
    };
    if fits {
        Ok(())
    } else {
        Err("is no such answer")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_answers_on_the_command_line() {
    // At this machine's time, because some inputs must be in the future or the recent past.
    let bench = Bench::with(Sandbox::builder().devices(60).page_size(PAGE).limits(false)).await;
    let walk = Walk::new(&bench).await;
    let chosen = shapes::covering();
    let mut faults = Vec::new();
    for entry in in_order() {
        faults.extend(walk.call(entry, chosen.get(entry.id)).await.err());
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}
