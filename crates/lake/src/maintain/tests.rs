//! Tables before and after they were maintained.

use std::sync::Arc;

use object_store::memory::InMemory;
use serde_json::Value;

use std::time::Duration;

use super::*;
use crate::KEPT;
use crate::table::{Layout, Part, PartEnd, Progress, Table};
use crate::{Kind, Named, verify};

const NAMED: Named<'static> = Named {
    key: &["id"],
    version: "seen",
    changes: Some("seen"),
};

async fn filled(store: &Store, commits: usize) -> Table {
    let layout = Layout {
        partitions: &["_tenant"],
        columns: vec![
            Column::new("id", Kind::Text),
            Column::new("seen", Kind::Time),
        ],
    };
    let mut table = Table::open(store, "t", layout).await.unwrap();
    for number in 0..commits {
        let tenant = format!("t{}", number % 2);
        let mut writer = table
            .writer(vec![("_tenant".to_owned(), tenant.clone())])
            .unwrap();
        // Each file has a column of its own.
        let row =
            format!(r#"{{"id":"{number}","seen":"2026-03-01T00:00:00Z","new{number}":{number}}}"#);
        writer.push(row.as_bytes(), Vec::new).await.unwrap();
        let progress = Progress {
            seen: table.progress(&tenant),
            app: tenant.clone(),
            domain: tenant,
            state: number.to_string(),
        };
        let part = Part {
            progress: vec![progress],
            written: Some(writer.finish().await.unwrap()),
        };
        let committed = table.commit(vec![part]).await.unwrap();
        assert_eq!(committed.parts, [PartEnd::Done]);
    }
    table
}

fn memory() -> Store {
    Store::of(Arc::new(InMemory::new()), "memory")
}

/// Ids and new members of all rows.
async fn content(store: &Store) -> Vec<String> {
    let mut rows = Vec::new();
    let mut take = |row: read::Row| rows.push(Value::from(row).to_string());
    read::each_row(store, "t", &mut take).await.unwrap();
    rows.sort();
    rows
}

#[tokio::test]
async fn small_files_are_merged_and_no_row_changes() {
    let store = memory();
    let mut table = filled(&store, 12).await;
    let before = content(&store).await;
    assert_eq!(before.len(), 12);
    let done = maintain(&store, "t").await.unwrap();
    assert_eq!((done.files, done.merged), ((12, 2), 12));
    assert_eq!(content(&store).await, before);
    let (found, _) = verify(&store, "t", Some(&NAMED)).await.unwrap();
    assert_eq!(
        (found.files, found.rows, found.problem_count),
        (2, 12, 0),
        "{found:?}"
    );
    assert_eq!(found.rows_by_folder["t1"], 6);
    // The state of programs stays, and a second time there is nothing to do.
    table.refresh().await.unwrap();
    assert_eq!(table.state("t1"), Some("11"));
    let again = maintain(&store, "t").await.unwrap();
    assert_eq!((again.merged, again.orphans), (0, 0), "{again:?}");
}

#[tokio::test]
async fn a_check_names_what_is_not_as_the_log_says() {
    let store = memory();
    filled(&store, 4).await;
    let snapshot = Snapshot::read(&store, "t", Depth::Files).await.unwrap();
    let files: Vec<String> = snapshot
        .files
        .keys()
        .map(|path| format!("t/{path}"))
        .collect();
    // One is gone, one is cut, and one takes the place of another.
    let third = store.get(&files[3]).await.unwrap().unwrap();
    store.remove(&files[0]).await.unwrap();
    store.put(&files[1], third.slice(..40)).await.unwrap();
    store.put(&files[2], third).await.unwrap();
    let (found, _) = verify(&store, "t", Some(&NAMED)).await.unwrap();
    let words = found.problems.join("\n");
    for expected in [
        "the log names it, and it is gone",
        "has 40 bytes",
        "a row came twice",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert!(found.problem_count >= 3);
}

#[tokio::test]
async fn only_old_files_that_no_version_has_are_removed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().display().to_string(), None).unwrap();
    filled(&store, 2).await;
    let place = folder.path().join("t/_tenant=t0");
    let old = std::time::SystemTime::now() - KEPT - Duration::from_secs(60);
    for (name, is_old) in [
        ("orphan.parquet", true),
        ("cut.parquet#1", true),
        ("new.parquet", false),
        ("cut.parquet#2", false),
    ] {
        let file = std::fs::File::create(place.join(name)).unwrap();
        if is_old {
            file.set_modified(old).unwrap();
        }
    }
    let done = maintain(&store, "t").await.unwrap();
    assert_eq!(done.orphans, 2);
    let names = std::fs::read_dir(place).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.retain(|name| !name.starts_with("part-"));
    names.sort();
    assert_eq!(names, ["cut.parquet#2", "new.parquet"]);
}
