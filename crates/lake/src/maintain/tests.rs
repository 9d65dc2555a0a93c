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

/// The files of a folder whose names do not begin with another word.
fn names(folder: &std::path::Path, without: &str) -> Vec<String> {
    let names = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with(without))
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn only_old_files_of_ours_that_no_version_has_are_removed() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().display().to_string(), None).unwrap();
    filled(&store, 2).await;
    let table = folder.path().join("t");
    let place = table.join("_tenant=t0");
    let name = |digit: &str| format!("part-{}.parquet", digit.repeat(32));
    let old = std::time::SystemTime::now() - KEPT - Duration::from_secs(60);
    for (path, is_old) in [
        (place.join(name("0")), true),
        (place.join(name("1") + "#1"), true),
        (place.join(name("2")), false),
        (place.join(name("3") + "#2"), false),
        // Of somebody else.
        (place.join("export.parquet"), true),
        (place.join("notes#1"), true),
        (table.join(name("4")), true),
        (table.join("README.md"), true),
    ] {
        let file = std::fs::File::create(path).unwrap();
        if is_old {
            file.set_modified(old).unwrap();
        }
    }
    let before = names(&place, "x").len();
    let done = maintain(&store, "t").await.unwrap();
    assert_eq!(done.orphans, 2);
    let after = names(&place, "x");
    assert_eq!(after.len(), before - 2);
    for kept in [
        name("2"),
        name("3") + "#2",
        "export.parquet".to_owned(),
        "notes#1".to_owned(),
    ] {
        assert!(after.contains(&kept), "{kept}: {after:?}");
    }
    assert_eq!(names(&table, "_"), ["README.md", &name("4")]);
}

/// A merge that slept while others wrote so much that its version was removed from the log.
#[tokio::test]
async fn a_merge_that_was_asleep_is_written_where_readers_see_it() {
    let store = memory();
    let mut table = filled(&store, 8).await;
    let mut asleep = Snapshot::read(&store, "t", Depth::Files).await.unwrap();
    let version = asleep.version + 1;
    for number in 0..320 {
        let progress = Progress {
            app: "other".to_owned(),
            seen: table.progress("other"),
            domain: "other".to_owned(),
            state: number.to_string(),
        };
        let part = Part {
            progress: vec![progress],
            written: None,
        };
        table.commit(vec![part]).await.unwrap();
    }
    assert_eq!(store.get(&commit_name("t", version)).await.unwrap(), None);
    let before = content(&store).await;
    let small = by_folder(&asleep).remove(0);
    let merged = merge(&store, "t", &mut asleep, small).await.unwrap();
    assert_eq!((merged, asleep.version), (4, version + 320));
    assert_eq!(store.get(&commit_name("t", version)).await.unwrap(), None);
    let seen = Snapshot::read(&store, "t", Depth::Files).await.unwrap();
    assert_eq!(seen.files.len(), 5);
    assert_eq!(content(&store).await, before);
}
