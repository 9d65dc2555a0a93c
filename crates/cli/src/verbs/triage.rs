//! `defender triage`: open alerts or incidents, one after the other, at a terminal.
//!
//! | key | step | command |
//! | --- | --- | --- |
//! | `s` | show all | `alerts get` |
//! | `a` | assign | `alerts update --assigned-to` |
//! | `c` | classify | `alerts update --classification --determination` |
//! | `m` | comment | `alerts create-comment`, or `alerts update --comment` |
//! | `r` | resolve | `alerts update --status` |
//! | `n`, `p`, `q` | next, previous, quit | none |
//!
//! Each step prints its command, parses it and runs it as if it had been typed, so both do the same. The prompt stands for the
//! question before a change that can be taken back or only adds; any other change asks.
//!
//! A record that is shown whole goes to standard output, everything else to standard error. A step that fails is reported and the
//! loop goes on; a rejected credential ends it. The end of the input ends the command with exit code 0, Ctrl-C with 130.

use std::time::SystemTime;

use auth_core::http_core::{Bytes, Request, Value};
use clap::{Arg, ArgAction, ArgMatches, Command};
use operations::command_line::shown;
use operations::time::FORMS;
use operations::{Selection, Step, Take, Triage};

use crate::invoke::faults::Faults;
use crate::invoke::rows::{Batches, next};
use crate::invoke::{change, describe, print_object, requests};
use crate::session::Session;
use commands::globals::arguments;
use commands::options::valued;
use commands::spelling::{SINCE, command_line, word_filters};
use commands::tree::leaf;
use terminal::{Console, Exit, Failure, Result, program, show};

/// Most records of a queue without `--limit`. Nobody works through more in one sitting.
const MOST: u64 = 100;

/// The steps, with the letters that choose them.
const STEPS: &str =
    "[s]how all, [a]ssign, [c]lassify, co[m]ment, [r]esolve, [n]ext, [p]revious, [q]uit: ";

/// `--severity` takes any word: alerts and incidents have different ones, and the list refuses a wrong one.
pub(super) fn command() -> Command {
    let word = |name: &'static str, words: [&'static str; 2]| {
        Arg::new(name).value_parser(words).default_value(words[0])
    };
    Command::new("triage")
        .after_help(
            program::examples(&[
                "triage --severity high --since 24h",
                "triage incidents",
                "triage --product mde",
            ]) + "\n\n\
             Each step prints the command that does the same. A change that can be taken back or only adds is sent without a \
             further question.\n\
             Needs a terminal; scripts use the commands that it prints.",
        )
        .arg(word("what", ["alerts", "incidents"]).help("What is worked through"))
        .arg(
            word("product", ["graph", "mde"])
                .long("product")
                .value_name("PRODUCT")
                .help("Whose alerts: those of all products by Microsoft Graph, or those of Defender for Endpoint"),
        )
        .arg(
            valued("severity", "WORD")
                .action(ArgAction::Append)
                .value_delimiter(',')
                .help("Only with one of these severities"),
        )
        .arg(valued(SINCE, "TIME").help(format!("Only what was created or changed since: {FORMS}")))
}

/// Lists the open records and asks for each what to do, until the list or the person ends.
///
/// Fails with exit code 2 without a terminal.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let word = |name: &str| matches.get_one::<String>(name).map_or("", String::as_str);
    let group = format!("{}.{}", word("product"), word("what"));
    let triage = Triage::of(session.context.catalog(), &group).ok_or_else(|| {
        Failure::usage(format!("`{}` has no {}", word("product"), word("what")))
            .with_hint("leave --product out: Microsoft Graph has the incidents of all products")
    })?;
    let line = list_line(&triage, matches, session.globals.limit.unwrap_or(MOST));
    let (request, selection) = parsed(session, &line)?;
    if session.globals.dry_run {
        let base = session.context.base(triage.list())?;
        return describe(session.console, &request, &base, &[]);
    }
    if !session.console.can_ask() {
        return Err(
            Failure::usage("triage asks what to do, and there is no terminal")
                .with_hint(format!("list with `{}`", shown(&line))),
        );
    }
    show(&shown(&line));
    let records = Box::pin(read(session, request, selection)).await?;
    let mut desk = Desk {
        triage,
        records,
        at: 0,
    };
    Box::pin(desk.work(session)).await
}

/// The command line that lists the queue: what is open, the most severe first.
///
/// The states that are left out are those that the triage does not call open. Options are named by the filters of the list.
/// It is the command of a person who wants the same list: the prompt is not needed to reproduce it.
fn list_line(triage: &Triage, matches: &ArgMatches, limit: u64) -> Vec<String> {
    let list = triage.list();
    let mut line = command_line().of_call(list, &operations::Invocation::new(list.id));
    let mut add = |name: &str, value: &str| line.extend([format!("--{name}"), value.to_owned()]);
    for (filter, name) in word_filters(list) {
        match filter.name() {
            "status" => add(&name, &triage.open(&filter.shown()).join(",")),
            "severity" => {
                let words = matches.get_many::<String>("severity").unwrap_or_default();
                let words: Vec<_> = words.map(String::as_str).collect();
                if !words.is_empty() {
                    add(&name, &words.join(","));
                }
            }
            _ => {}
        }
    }
    if let Some(since) = matches.get_one::<String>(SINCE) {
        add(SINCE, since);
    }
    add("sort", &triage.order());
    add("limit", &limit.to_string());
    line
}

/// Parses a command line as if it had been typed, and fills its request. Fails with exit code 2 for a value that the operation
/// does not take, such as a misspelt severity. Nothing is sent.
fn parsed(session: &mut Session<'_>, line: &[String]) -> Result<(Request, Selection)> {
    let words: Vec<_> = line.iter().skip(1).take(3).map(String::as_str).collect();
    let resolved = session.context.catalog().resolve(&words);
    let operation = resolved
        .operation
        .ok_or_else(|| Failure::usage(format!("unknown command `{}`", words.join(" "))))?;
    let matches = leaf(operation)
        .args(arguments())
        .try_get_matches_from(line.iter().skip(3))
        .map_err(|error| Failure::usage(error.to_string()))?;
    let mut filled = requests(operation, &matches, session.console)?;
    let request = filled.requests.pop();
    let request = request.ok_or_else(|| Failure::usage("the command sends nothing"))?;
    Ok((request, filled.selection))
}

/// The records of the queue, in its order. All of them are held: the order is known when the list was read. Records that are no
/// JSON, and those that the service could not return, are reported and left out.
async fn read(
    session: &mut Session<'_>,
    request: Request,
    mut selection: Selection,
) -> Result<Vec<Value>> {
    let client = session.context.client(request.operation())?;
    let mut list = client.rows(request);
    let mut faults = Faults::default();
    let mut rows: Vec<Vec<u8>> = Vec::new();
    while !selection.is_full()
        && let Some(batch) = next(session, &mut Batches::List(&mut list), &mut faults).await?
    {
        for row in batch.iter() {
            if selection.take(row)? == Take::Print {
                rows.push(row.to_vec());
            }
        }
    }
    let (held, more) = selection.held()?;
    rows.extend(held);
    // What is missing was reported; the others can be worked through.
    let _ = faults.end(session.console, &list.gaps().get());
    if more {
        session.console.stopped_at_limit(rows.len() as u64);
    }
    let records = rows.iter().map(|row| serde_json::from_slice(row));
    Ok(records.filter_map(std::result::Result::ok).collect())
}

/// The queue, and the record at hand.
struct Desk {
    triage: Triage,
    /// As the list returned them, or the answer of the last change of one.
    records: Vec<Value>,
    /// The position in the queue. One behind the last record ends the command.
    at: usize,
}

impl Desk {
    /// Shows one record after the other and does what is asked, until the person quits or the queue ends.
    ///
    /// A record is shown once: after a step the prompt follows at once, so that what became of the step stays in sight. A resolved
    /// record makes way for the next one. A failure that the next step would meet too, and a signal, end the loop.
    async fn work(&mut self, session: &mut Session<'_>) -> Result<()> {
        let mut shown_at = None;
        while let Some(record) = self.records.get(self.at) {
            if shown_at != Some(self.at) {
                let mut lines = self.triage.summary(record, SystemTime::now()).into_iter();
                let title = lines.next().unwrap_or_default();
                show(&format!(
                    "\n[{}/{}] {title}",
                    self.at + 1,
                    self.records.len()
                ));
                lines.for_each(|line| show(&format!("  {line}")));
                shown_at = Some(self.at);
            }
            let Some(key) = session.console.ask_line(STEPS)? else {
                return Ok(());
            };
            let step = match key.to_ascii_lowercase().as_str() {
                "q" => return Ok(()),
                "n" | "" => {
                    self.at += 1;
                    continue;
                }
                "p" => {
                    self.at = self.at.saturating_sub(1);
                    continue;
                }
                key => self.asked(session, key)?,
            };
            let Some(step) = step else {
                continue;
            };
            match Box::pin(self.take(session, &step)).await {
                Ok(()) if step == Step::Resolve => self.at += 1,
                Ok(()) => {}
                Err(failure) if failure.is_silent() || failure.exit() == Exit::Authentication => {
                    return Err(failure);
                }
                Err(failure) => {
                    session.console.fail(&failure);
                }
            }
        }
        show("no more records");
        Ok(())
    }

    /// The step of a letter, with the texts that it needs. `None` if there is none, or a text was left empty: nothing is sent then.
    /// The words of verdicts and reasons are those of the change.
    fn asked(&self, session: &mut Session<'_>, key: &str) -> Result<Option<Step>> {
        let console = &mut *session.console;
        let text = |console: &mut Console, question: &str| -> Result<Option<String>> {
            Ok(console.ask_line(question)?.filter(|text| !text.is_empty()))
        };
        Ok(match key {
            "s" => Some(Step::Show),
            "r" => Some(Step::Resolve),
            "a" => text(console, "assign to (user@domain): ")?.map(Step::Assign),
            "m" => text(console, "comment: ")?.map(Step::Comment),
            "c" => {
                let verdict = console.choose("verdict", &self.triage.verdicts())?;
                let Some(verdict) = verdict.filter(|word| !word.is_empty()) else {
                    return Ok(None);
                };
                let reason = console.choose("reason, or nothing", &self.triage.reasons())?;
                reason.map(|reason| {
                    let reason = Some(reason.to_owned()).filter(|word| !word.is_empty());
                    Step::Classify(verdict.to_owned(), reason)
                })
            }
            _ => {
                show("type one of the letters in brackets");
                None
            }
        })
    }

    /// Prints the command of a step, runs it and says what became of it: the members that the step names, as the answer has them.
    ///
    /// The record of the queue is replaced by the answer, so that going back shows the present state. A comment is answered with
    /// all comments, which replace nothing.
    async fn take(&mut self, session: &mut Session<'_>, step: &Step) -> Result<()> {
        let record = &self.records[self.at];
        let id = self.triage.id(record).unwrap_or_default();
        let call = self.triage.call(&id, step);
        let call = call.ok_or_else(|| Failure::usage("these records have no such step"))?;
        let operation = session.context.catalog().require(&call.operation)?;
        let line = command_line().of_call(operation, &call);
        show(&shown(&line));
        let (request, _) = parsed(session, &line)?;
        let answer = self.sent(session, request).await?;
        if *step == Step::Show {
            return print_object(session, &answer);
        }
        let answer: Value = serde_json::from_slice(&answer).unwrap_or_default();
        let outcome = self.triage.outcome(&call, &answer);
        show(match outcome.as_str() {
            "" => "done",
            outcome => outcome,
        });
        if self.triage.id(&answer).as_ref() == Some(&id) {
            self.records[self.at] = answer;
        }
        Ok(())
    }

    /// Sends a step. The prompt was the question before it.
    async fn sent(&self, session: &mut Session<'_>, request: Request) -> Result<Bytes> {
        session.is_agreed = true;
        let answer = Box::pin(change(session, request)).await;
        session.is_agreed = false;
        answer
    }
}
