//! Adds to a table again and again, as a collector does that writes a few records each minute: `commits N FOLDER`.
//!
//! Each commit has one record, the number of the program, and its state. Afterwards the folder has a table `events` with N records, whose
//! log was kept short on the way. A second run goes on with the number of the first.

use std::env;
use std::error::Error;

use lake::{Column, Kind, Layout, Part, PartEnd, Progress, Store, Table};

/// The name of the program's number in the log, and the name of its state.
const APP: &str = "commits";
const DOMAIN: &str = "commits.state";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [count, folder] = &words[..] else {
        return Err("usage: commits N FOLDER".into());
    };
    let store = Store::open(folder, None)?;
    store.probe().await?;
    let layout = Layout {
        partitions: &["_tenant"],
        columns: vec![Column::new("id", Kind::Long)],
    };
    let mut table = Table::open(&store, "events", layout).await?;
    for _ in 0..count.parse::<u64>()? {
        add(&mut table).await?;
    }
    Ok(())
}

/// Adds the next record.
async fn add(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let seen = table.progress(APP);
    let next = seen.unwrap_or_default() + 1;
    let mut writer = table.writer(vec![("_tenant".to_owned(), "contoso".to_owned())])?;
    let record = format!(r#"{{"id":{next}}}"#);
    writer
        .push(record.as_bytes(), || record.clone().into_bytes())
        .await?;
    let progress = Progress {
        app: APP.to_owned(),
        seen,
        domain: DOMAIN.to_owned(),
        state: next.to_string(),
    };
    let part = Part {
        progress: vec![progress],
        written: Some(writer.finish().await?),
    };
    let committed = table.commit(vec![part]).await?;
    match committed.parts[..] {
        // The next commit would tidy the log as well; here nobody waits for it.
        [PartEnd::Done] => committed.untidy.map_or(Ok(()), |error| Err(error.into())),
        _ => Err("another program has written in the same name".into()),
    }
}
