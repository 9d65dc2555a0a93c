//! Every operation that starts something: started and followed to the end that the tables describe, against the
//! emulator, which does not read that description.

use std::time::Duration;

use http_core::{Client, Completion, Finished, Operation, Progress, Started};
use sandbox::{Fault, Sandbox};
use serde_json::Value;

use crate::every_operation::inputs::{self, Finder};
use crate::support::{Bench, text};
use crate::tables::{entities, table};

/// Longer than any action of the emulator.
const LONG: Duration = Duration::from_secs(600);
/// Finished in the first answer.
const CANCEL: &str = "mde.machine_actions.cancel";

/// Operations whose end is shown by another operation.
fn followed() -> impl Iterator<Item = (&'static Operation, &'static Completion)> {
    let entries = crate::pipeline::operations();
    entries.filter_map(|entry| {
        Some((
            entry,
            entry.action.completion.filter(|one| one.ask.is_some())?,
        ))
    })
}

/// Starts the operation in an emulator that ends it with this state.
async fn started(entry: &'static Operation, word: Option<&str>) -> (Bench, Client, Started<Value>) {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let finder = Finder::new(&bench);
    let request = inputs::request(&finder, entry).await;
    if let Some(word) = word {
        bench.sandbox.fault(Fault::on(entry.id).action_ends(word));
    }
    let client = crate::every_operation::client(&bench, entry);
    let started = client.begin(request).await;
    let started = started.unwrap_or_else(|error| panic!("{error}"));
    (bench, client, started)
}

fn progress<T>(finished: &Finished<T>) -> Progress {
    match finished {
        Finished::Succeeded(_) => Progress::Succeeded,
        Finished::Failed(_) => Progress::Failed,
        _ => Progress::Open,
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_started_succeeds_and_leaves_what_the_row_says() {
    let mut count = 0;
    for (entry, completion) in followed() {
        let (_bench, client, started) = started(entry, None).await;
        let finished = started.wait(LONG).await.unwrap();
        assert_eq!(progress(&finished), Progress::Succeeded, "{}", entry.id);
        let record = finished.into_inner();
        assert_eq!(record["id"], started.action["id"], "{}", entry.id);
        if let Some(then) = completion.then {
            let results = then.results(&record);
            assert!(!results.is_empty(), "{}", entry.id);
            for result in results {
                let answer = client.send_response(result.request).await;
                answer.unwrap_or_else(|error| panic!("{}: {error}", entry.id));
            }
        }
        count += 1;
    }
    let in_tables = reference::PRODUCTS.iter().flat_map(|one| table(one.name));
    let in_tables = in_tables.filter(|entry| entry["completion"]["ask"].is_string());
    assert_eq!(count, in_tables.count());
}

#[tokio::test(start_paused = true)]
async fn each_word_ends_it_as_the_row_says() {
    for (entry, completion) in followed().filter(|(entry, _)| entry.id != CANCEL) {
        for (words, expected) in [
            (completion.succeeded, Progress::Succeeded),
            (completion.failed, Progress::Failed),
            (completion.open, Progress::Open),
        ] {
            // An end time counts as the end, for every state.
            let is_told = expected != Progress::Open || completion.ended.is_empty();
            for word in words.iter().filter(|_| is_told) {
                let (_bench, _, started) = started(entry, Some(word)).await;
                let finished = started.wait(LONG).await.unwrap();
                assert_eq!(progress(&finished), expected, "{}: {word}", entry.id);
                let record = finished.into_inner();
                assert_eq!(completion.word(&record), *word, "{}", entry.id);
            }
        }
    }
}

/// A wrong word would never match, so that the wait had no end: each word is a word of its enum.
#[test]
fn every_word_of_the_state_is_classified() {
    // No page explains the first two, so a wait goes on; the other one is for unknown values.
    let unclassified = ["skipped", "Disabled", "unknownFutureValue"];
    // Older pages write it with one `l`.
    let other_spellings = ["Canceled"];
    for (entry, completion) in followed() {
        let ask = completion.ask.unwrap().id;
        let products = reference::PRODUCTS.iter().map(|one| one.name);
        let (product, asked) = products
            .flat_map(|product| table(product).iter().map(move |entry| (product, entry)))
            .find(|(_, asked)| asked["id"] == ask)
            .unwrap();
        let entity = &entities(product)[&text(&asked["response"]["entity"])];
        let field = |name: &str| {
            let mut fields = entity["fields"].as_array().unwrap().iter();
            fields.find(|field| field["name"] == name)
        };
        let values = field(completion.state).unwrap()["values"].as_array();
        let values: Vec<_> = values.unwrap().iter().map(text).collect();
        let lists = [completion.open, completion.succeeded, completion.failed];
        for value in &values {
            let times = lists.iter().filter(|list| list.contains(&value.as_str()));
            let expected = usize::from(!unclassified.contains(&value.as_str()));
            assert_eq!(times.count(), expected, "{}: {value}", entry.id);
        }
        for word in lists.into_iter().flatten() {
            let is_known = values.iter().any(|value| value == word);
            assert!(
                is_known || other_spellings.contains(word),
                "{}: {word}",
                entry.id
            );
        }
        assert!(completion.ended.is_empty() || field(completion.ended).is_some());
        assert!(field(completion.id.1).is_some(), "{}", entry.id);
        let ask = completion.ask.unwrap();
        assert!(ask.input(completion.id.0).is_some(), "{}", entry.id);
        assert_eq!(
            ask.http.host, entry.http.host,
            "it is asked by the same client"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_wrong_word_would_never_end() {
    let (bench, client, _) = started(&mde_api::machines::RUN_ANTIVIRUS_SCAN, None).await;
    let wrong = mde_api::machines::OFFBOARD.action.completion.unwrap();
    let wrong = Box::leak(Box::new(wrong.succeeded(&["Success"])));
    let entry = Box::leak(Box::new(mde_api::machines::OFFBOARD.completion(wrong)));
    let request = inputs::request(&Finder::new(&bench), entry).await;
    let started: Started<Value> = client.begin(request).await.unwrap();
    let finished = started.wait(LONG).await.unwrap();
    assert_eq!(progress(&finished), Progress::Open);
    assert_eq!(finished.into_inner()["status"], "Succeeded");
}
