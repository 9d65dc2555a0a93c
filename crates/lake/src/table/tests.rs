//! Commits against a store in memory with faults, and against a folder.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use futures_util::stream::BoxStream;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    PutMode, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};

use super::*;
use crate::Kind;
use crate::log::action::parse;
use crate::log::names::commit_version;

/// What happens to the next conditional write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// It lands, and its answer is lost.
    LostAnswer,
    /// It lands, is tried again by a proxy, and the answer is that of the second attempt.
    AnswerOfTheSecond,
    /// Nothing lands, and the answer is that of a conflict.
    Conflict,
}

/// A store in memory with faults.
#[derive(Debug, Default)]
struct Faulty {
    objects: InMemory,
    faults: Mutex<Vec<Fault>>,
    /// Whether conditions are passed over.
    overwrites: AtomicBool,
    writes: AtomicUsize,
}

impl fmt::Display for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("faulty")
    }
}

fn exists(path: &Path) -> object_store::Error {
    object_store::Error::AlreadyExists {
        path: path.to_string(),
        source: "409".into(),
    }
}

#[async_trait]
impl ObjectStore for Faulty {
    async fn put_opts(
        &self,
        path: &Path,
        payload: PutPayload,
        mut options: PutOptions,
    ) -> Result<PutResult> {
        self.writes.fetch_add(1, Ordering::Relaxed);
        if self.overwrites.load(Ordering::Relaxed) {
            options.mode = PutMode::Overwrite;
        }
        let is_conditional = options.mode == PutMode::Create;
        let fault = is_conditional
            .then(|| self.faults.lock().unwrap().pop())
            .flatten();
        match fault {
            None => self.objects.put_opts(path, payload, options).await,
            Some(Fault::Conflict) => Err(exists(path)),
            Some(fault) => {
                self.objects.put_opts(path, payload, options).await?;
                match fault {
                    Fault::AnswerOfTheSecond => Err(exists(path)),
                    _ => Err(object_store::Error::Generic {
                        store: "faulty",
                        source: "timeout".into(),
                    }),
                }
            }
        }
    }

    async fn put_multipart_opts(
        &self,
        path: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.objects.put_multipart_opts(path, options).await
    }

    async fn get_opts(&self, path: &Path, options: GetOptions) -> Result<GetResult> {
        self.objects.get_opts(path, options).await
    }

    fn delete_stream(
        &self,
        paths: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        self.objects.delete_stream(paths)
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.objects.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.objects.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.objects.copy_opts(from, to, options).await
    }
}

struct Place {
    faulty: Arc<Faulty>,
    store: Store,
}

impl Place {
    fn new() -> Self {
        let faulty = Arc::new(Faulty::default());
        let objects: Arc<dyn ObjectStore> = Arc::clone(&faulty) as _;
        Self {
            store: Store::of(objects, "memory"),
            faulty,
        }
    }

    async fn table(&self) -> Table {
        Table::open(&self.store, "t", layout()).await.unwrap()
    }

    /// The actions of a version.
    async fn version(&self, version: i64) -> Vec<Action> {
        let text = self.store.get(&commit_name("t", version)).await.unwrap();
        parse(&text.unwrap()).unwrap()
    }

    async fn logs(&self) -> usize {
        let listed = self.store.list("t/_delta_log", "").await.unwrap();
        let versions = listed
            .iter()
            .filter_map(|object| commit_version(&object.name));
        versions.count()
    }
}

fn layout() -> Layout {
    Layout {
        partitions: &["_tenant"],
        columns: vec![Column::new("id", Kind::Text)],
    }
}

/// A part of a program without files.
fn part(table: &Table, app: &str, state: &str) -> Part {
    Part {
        progress: vec![Progress {
            app: app.to_owned(),
            seen: table.progress(app),
            domain: app.to_owned(),
            state: state.to_owned(),
        }],
        written: None,
    }
}

/// The same part with rows.
async fn with_rows(table: &Table, mut part: Part, rows: &[&str]) -> Part {
    let mut writer = table
        .writer(vec![("_tenant".to_owned(), "a".to_owned())])
        .unwrap();
    for row in rows {
        writer.push(row.as_bytes(), Vec::new).await.unwrap();
    }
    part.written = Some(writer.finish().await.unwrap());
    part
}

async fn committed(table: &mut Table, parts: Vec<Part>) -> Vec<PartEnd> {
    let committed = table.commit(parts).await.unwrap();
    assert!(committed.untidy.is_none());
    committed.parts
}

#[tokio::test]
async fn a_commit_holds_files_progress_and_state_of_several_programs() {
    let place = Place::new();
    let mut table = place.table().await;
    let rows = with_rows(
        &table,
        part(&table, "one", "s1"),
        &[r#"{"id":"x"}"#, r#"{"id":"y"}"#],
    )
    .await;
    let parts = vec![rows, part(&table, "two", "s2")];
    assert_eq!(
        committed(&mut table, parts).await,
        [PartEnd::Done, PartEnd::Done]
    );
    let actions = place.version(0).await;
    let add = actions
        .iter()
        .find_map(|action| action.add.as_ref())
        .unwrap();
    assert!(add.path.starts_with("_tenant=a/part-"), "{}", add.path);
    assert!(
        add.stats
            .as_ref()
            .unwrap()
            .starts_with("{\"maxValues\":{},")
    );
    let bytes = place.store.get(&format!("t/{}", add.path)).await.unwrap();
    let size = bytes.unwrap().len();
    assert_eq!(add.size, i64::try_from(size).unwrap());
    let again = place.table().await;
    assert_eq!(
        (again.version(), again.progress("two"), again.state("one")),
        (0, Some(1), Some("s1"))
    );
}

#[tokio::test]
async fn of_two_writers_of_one_program_one_commits_and_those_of_others_do_not_mind() {
    let place = Place::new();
    let (mut one, mut other) = (place.table().await, place.table().await);
    let (first, second) = (part(&one, "app", "s1"), part(&other, "app", "s2"));
    let third = part(&other, "other", "s3");
    assert_eq!(committed(&mut one, vec![first]).await, [PartEnd::Done]);
    let ends = committed(&mut other, vec![second, third]).await;
    assert_eq!(ends, [PartEnd::Overtaken, PartEnd::Done]);
    one.refresh().await.unwrap();
    assert_eq!(
        (one.state("app"), one.state("other")),
        (Some("s1"), Some("s3"))
    );
    // Nothing is written if all are overtaken.
    let late = Part {
        progress: vec![Progress {
            seen: None,
            ..part(&one, "app", "s4").progress.remove(0)
        }],
        written: None,
    };
    assert_eq!(committed(&mut one, vec![late]).await, [PartEnd::Overtaken]);
    assert_eq!(place.table().await.version(), 1);
}

#[tokio::test(start_paused = true)]
async fn lost_answers_and_conflicts_without_a_winner_commit_once() {
    for faults in [
        vec![Fault::LostAnswer],
        vec![Fault::AnswerOfTheSecond],
        vec![Fault::Conflict],
        vec![Fault::AnswerOfTheSecond, Fault::Conflict, Fault::Conflict],
    ] {
        let place = Place::new();
        let mut table = place.table().await;
        place.faulty.faults.lock().unwrap().clone_from(&faults);
        let first = part(&table, "app", "s1");
        assert_eq!(
            committed(&mut table, vec![first]).await,
            [PartEnd::Done],
            "{faults:?}"
        );
        assert!(place.faulty.faults.lock().unwrap().is_empty());
        let table = place.table().await;
        assert_eq!(
            (table.version(), table.progress("app")),
            (0, Some(1)),
            "{faults:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_conflict_that_a_foreign_writer_won_is_told_from_an_own_lost_answer() {
    let place = Place::new();
    let (mut one, mut other) = (place.table().await, place.table().await);
    let first = part(&one, "app", "s1");
    committed(&mut one, vec![first]).await;
    place
        .faulty
        .faults
        .lock()
        .unwrap()
        .push(Fault::AnswerOfTheSecond);
    let second = part(&other, "other", "s2");
    // Version 0 is taken, and the fault hits version 1.
    place.faulty.faults.lock().unwrap().push(Fault::Conflict);
    assert_eq!(committed(&mut other, vec![second]).await, [PartEnd::Done]);
    assert_eq!(place.table().await.version(), 1);
}

#[tokio::test]
async fn new_members_are_columns_from_the_commit_of_their_files_on() {
    let place = Place::new();
    let mut table = place.table().await;
    let plain = with_rows(&table, part(&table, "one", "s"), &[r#"{"id":"x"}"#]).await;
    committed(&mut table, vec![plain]).await;
    let mut other = place.table().await;
    let rows = with_rows(&table, part(&table, "one", "s"), &[r#"{"id":"x","new":1}"#]).await;
    committed(&mut table, vec![rows]).await;
    let names = |table: &Table| -> Vec<String> {
        let columns = table.snapshot.columns.iter();
        columns.map(|column| column.name.clone()).collect()
    };
    assert_eq!(
        names(&place.table().await),
        ["_tenant", "id", "_raw", "new"]
    );
    // A writer that knows the new column only as another type.
    let mut typed = layout();
    typed.columns.push(Column::new("new", Kind::Long));
    other.layout = typed;
    let rows = with_rows(&other, part(&other, "two", "s"), &[r#"{"new":2}"#]).await;
    let ends = committed(&mut other, vec![rows]).await;
    assert_eq!(ends, [PartEnd::Retyped("new".to_owned())]);
}

#[tokio::test]
async fn two_parts_of_a_commit_agree_on_its_new_columns() {
    let place = Place::new();
    let mut table = place.table().await;
    let mut parts = Vec::new();
    for (app, row) in [
        ("one", r#"{"id":"x","fTags":1}"#),
        ("two", r#"{"id":"y","ftags":2}"#),
        ("three", r#"{"id":"z","fTags":{"a":3}}"#),
    ] {
        parts.push(with_rows(&table, part(&table, app, "s"), &[row]).await);
    }
    let ends = committed(&mut table, parts).await;
    let other = PartEnd::Retyped("fTags".to_owned());
    assert_eq!(ends, [PartEnd::Done, other, PartEnd::Done]);
    let rows = with_rows(&table, part(&table, "two", "s"), &[r#"{"ftags":2}"#]).await;
    assert_eq!(committed(&mut table, vec![rows]).await, [PartEnd::Done]);
    let columns: Vec<_> = table.snapshot.columns.iter().map(|one| &one.name).collect();
    assert_eq!(columns, ["_tenant", "id", "_raw", "fTags", "ftags_2"]);
}

#[tokio::test]
async fn a_thousand_commits_leave_a_log_that_is_short_and_whole() {
    let place = Place::new();
    let mut table = place.table().await;
    for number in 0..1_000 {
        let app = format!("app{}", number % 7);
        let mut next = part(&table, &app, &number.to_string());
        if number % 250 == 0 {
            next = with_rows(&table, next, &[r#"{"id":"x"}"#]).await;
        }
        committed(&mut table, vec![next]).await;
    }
    assert!(place.logs().await <= 200, "{}", place.logs().await);
    let read = Snapshot::read(&place.store, "t", Depth::Files)
        .await
        .unwrap();
    assert_eq!((read.version, read.files.len()), (999, 4));
    assert_eq!(read.domains["app5"], "999");
    assert_eq!(read.txns["app5"].version, 143);
    assert_eq!(
        (&read.meta, &read.protocol),
        (&table.snapshot.meta, &table.snapshot.protocol)
    );
    let add = read.files.values().next().unwrap();
    assert_eq!(add.partition_values["_tenant"].as_deref(), Some("a"));
    assert!(add.stats.as_ref().unwrap().contains("\"numRecords\":1"));
}

/// A writer that was asleep while its version was written, summed up and removed must not write that version anew.
#[tokio::test]
async fn a_writer_that_was_asleep_writes_no_version_that_no_reader_sees() {
    let place = Place::new();
    let mut table = place.table().await;
    let first = part(&table, "app", "first");
    committed(&mut table, vec![first]).await;
    let mut asleep = place.table().await;
    for number in 0..320 {
        let next = part(&table, "app", &number.to_string());
        committed(&mut table, vec![next]).await;
    }
    assert!(
        place
            .store
            .get(&commit_name("t", 1))
            .await
            .unwrap()
            .is_none()
    );
    let (late, overtaken) = (part(&asleep, "late", "s"), part(&asleep, "app", "s"));
    let ends = committed(&mut asleep, vec![late, overtaken]).await;
    assert_eq!(ends, [PartEnd::Done, PartEnd::Overtaken]);
    let table = place.table().await;
    assert_eq!(
        (table.state("late"), table.state("app")),
        (Some("s"), Some("319"))
    );
    assert!(
        place
            .store
            .get(&commit_name("t", 1))
            .await
            .unwrap()
            .is_none()
    );
}

#[tokio::test(start_paused = true)]
async fn a_store_that_overwrites_is_refused() {
    let place = Place::new();
    place.store.probe().await.unwrap();
    place.faulty.faults.lock().unwrap().push(Fault::LostAnswer);
    place.store.probe().await.unwrap();
    place.faulty.overwrites.store(true, Ordering::Relaxed);
    let error = place.store.probe().await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NoCreate), "{error}");
    let left = place.store.list("", "").await.unwrap();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test]
async fn tables_of_others_and_of_newer_programs_are_refused_by_name() {
    let written = |lines: &'static str| async move {
        let place = Place::new();
        let name = commit_name("t", 0);
        place.store.put(&name, lines.into()).await.unwrap();
        Table::open(&place.store, "t", layout())
            .await
            .unwrap_err()
            .to_string()
    };
    let meta = r#"{"metaData":{"id":"x","format":{"provider":"parquet"},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{}}}"#;
    let error = written(meta).await;
    assert_eq!(
        error,
        "`memory/t` is not a table of this program: its log has no mark of it"
    );
    let error = written(r#"{"protocol":{"minReaderVersion":3,"minWriterVersion":7}}"#).await;
    assert!(
        error.ends_with("was written by a newer program: it needs readers of version 3"),
        "{error}"
    );
    let error = written(r#"{"protocol":{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["rowTracking"]}}"#).await;
    assert!(
        error.ends_with("it needs writers with the feature `rowTracking`"),
        "{error}"
    );
    let error = written("{\"add\":\n").await;
    assert!(error.contains("is broken: line 1: "), "{error}");
}

#[tokio::test]
async fn a_gap_in_the_log_is_an_error_and_not_a_shorter_table() {
    let place = Place::new();
    let mut table = place.table().await;
    for state in ["1", "2", "3"] {
        let next = part(&table, "app", state);
        committed(&mut table, vec![next]).await;
    }
    place.store.remove(&commit_name("t", 1)).await.unwrap();
    let error = Table::open(&place.store, "t", layout())
        .await
        .unwrap_err()
        .to_string();
    assert!(
        error.ends_with("is broken: version 1 is missing before it"),
        "{error}"
    );
}

#[tokio::test]
async fn a_folder_of_files_takes_each_version_once() {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("file://{}", folder.path().display());
    let store = Store::open(&address, None).unwrap();
    store.probe().await.unwrap();
    let mut one = Table::open(&store, "t", layout()).await.unwrap();
    let mut other = Table::open(&store, "t", layout()).await.unwrap();
    for (table, app) in [(&mut one, "a"), (&mut other, "b")] {
        let next = with_rows(table, part(table, app, "s"), &[r#"{"id":"x"}"#]).await;
        assert_eq!(committed(table, vec![next]).await, [PartEnd::Done]);
    }
    let names = std::fs::read_dir(folder.path().join("t/_delta_log")).unwrap();
    let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(
        names,
        ["00000000000000000000.json", "00000000000000000001.json"]
    );
    let entries: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(entries.len(), 1, "the probe is gone");
}

/// A writer that was asleep names a checkpoint that another has removed meanwhile.
#[tokio::test]
async fn a_named_checkpoint_that_is_gone_is_no_end_of_the_table() {
    let place = Place::new();
    let mut table = place.table().await;
    let mut stale = None;
    for number in 0..420 {
        let next = part(&table, "app", &number.to_string());
        committed(&mut table, vec![next]).await;
        if number == 150 {
            let name = crate::log::names::last_checkpoint_name("t");
            stale = place.store.get(&name).await.unwrap();
        }
    }
    let name = crate::log::names::last_checkpoint_name("t");
    place.store.put(&name, stale.unwrap()).await.unwrap();
    let again = place.table().await;
    assert_eq!((again.version(), again.state("app")), (419, Some("419")));
}
