//! A folder of NDJSON files for programs that follow folders. [`Spool`] describes its files and a commit.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use http_core::atomic_file::{self, Access};
use serde::{Deserialize, Serialize};

use super::cursor::Cursor;
use super::lock::locked;
use super::receipt::Receipt;
use super::sink::{Sink, SinkError, Writer};

/// The end of a file that is complete.
const FINAL: &str = ".ndjson";

/// The end of a file that is being written.
const PART: &str = ".ndjson.part";

/// The folder of the receipts.
const RUNS: &str = "_runs";

/// Bytes of a file after which the next one begins.
const MOST_BYTES: u64 = 64 << 20;

/// A folder of NDJSON files for programs that follow folders, such as Vector, Fluent Bit, Filebeat and syslog-ng.
///
/// ```text
/// FOLDER/mde.alerts/TENANT-000000000007-01.ndjson   rows; final, never changed
/// FOLDER/mde.alerts/….ndjson.part                   rows of a pass under way; no reader looks at them
/// FOLDER/mde.alerts/.state/TENANT.json              the cursor, and the files of the last commit
/// FOLDER/mde.alerts/.state/TENANT.lock              held while a process works
/// FOLDER/_runs/….ndjson                             receipts
/// ```
///
/// # A commit
///
/// 1. The parts are flushed to the disk.
/// 2. The state is replaced: the new cursor, and the names of the parts. This is the commit.
/// 3. The parts get their final names.
///
/// A process that is killed before the second step leaves parts that nobody has named; the next one removes them. One that is killed
/// after it leaves parts that the state names; the next one gives them their names. A reader may remove final files at any time.
#[derive(Clone, Debug)]
pub struct Spool {
    folder: PathBuf,
    is_single: bool,
}

/// What is kept of a stream of a tenant.
#[derive(Debug, Default, Serialize, Deserialize)]
struct State {
    cursor: Option<Cursor>,
    /// Number of commits so far. It is part of the names of files, so no name comes twice.
    commits: u64,
    /// The files of the last commit, without [`FINAL`] and relative to the folder. They may lack their final names.
    files: Vec<String>,
}

impl Spool {
    /// A folder, which is made with the first commit.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            is_single: false,
        }
    }

    /// Refuses streams of which the folder has rows of other tenants and none of the one that is collected: it may be the folder of
    /// another customer.
    #[must_use]
    pub fn of_one_tenant(mut self) -> Self {
        self.is_single = true;
        self
    }

    /// Refuses a folder that cannot be written, before anything is read from a service.
    ///
    /// # Errors
    /// The error of the folder.
    pub fn check(&self) -> Result<(), SinkError> {
        let failed = |error| SinkError::io(&self.folder, error);
        fs::create_dir_all(&self.folder).map_err(failed)?;
        let probe = self.folder.join(format!(".probe-{}", std::process::id()));
        fs::write(&probe, b"").map_err(failed)?;
        fs::remove_file(&probe).map_err(failed)
    }

    fn begin(&self, tenant: &str, stream: &str) -> Result<(State, Parts), SinkError> {
        for name in [tenant, stream] {
            check_name(&self.folder, name)?;
        }
        let rows = self.folder.join(stream);
        let kept = rows.join(".state");
        let runs = self.folder.join(RUNS);
        for folder in [&kept, &runs] {
            fs::create_dir_all(folder).map_err(|error| SinkError::io(folder, error))?;
        }
        let lock = locked(&kept.join(format!("{tenant}.lock")))?;
        let place = kept.join(format!("{tenant}.json"));
        if self.is_single
            && !place.exists()
            && let Some(other) = any_tenant(&kept)
        {
            return Err(SinkError::other_tenant(rows, tenant, other));
        }
        let state = read(&place)?;
        for name in &state.files {
            self.finish(name)?;
        }
        let of_tenant = format!("{tenant}-");
        sweep(&rows, |name| {
            name.starts_with(&of_tenant) && name.ends_with(PART)
        })?;
        let of_runs = format!("{stream}-{tenant}-");
        sweep(&runs, |name| {
            name.starts_with(&of_runs) && name.ends_with(PART)
        })?;
        let number = state.commits.checked_add(1);
        let number =
            number.ok_or_else(|| SinkError::unreadable(&place, "its number is too large"))?;
        if state.commits == 0 {
            check_new(&rows, &of_tenant)?;
        }
        let begin = format!("{tenant}-{number:012}");
        let parts = Parts {
            folder: self.folder.clone(),
            state: place,
            number,
            rows: format!("{stream}/{begin}"),
            run: format!("{RUNS}/{stream}-{begin}"),
            open: None,
            files: Vec::new(),
            _lock: lock,
        };
        Ok((state, parts))
    }

    /// Gives a committed file its final name, if it does not have it. A reader may have removed it already.
    fn finish(&self, name: &str) -> Result<(), SinkError> {
        finish(&self.folder, name)
    }
}

#[async_trait]
impl Sink for Spool {
    async fn open(
        &self,
        tenant: &str,
        stream: &str,
    ) -> Result<(Option<Cursor>, Box<dyn Writer>), SinkError> {
        let (state, parts) = self.begin(tenant, stream)?;
        Ok((state.cursor, Box::new(parts)))
    }

    async fn note(&self, receipt: &Receipt) -> Result<(), SinkError> {
        let (stream, tenant) = (&receipt.stream, &receipt.tenant);
        for name in [tenant, stream] {
            check_name(&self.folder, name)?;
        }
        let runs = self.folder.join(RUNS);
        fs::create_dir_all(&runs).map_err(|error| SinkError::io(&runs, error))?;
        let time = receipt.started.as_microsecond();
        let place = runs.join(format!("{stream}-{tenant}-failed-{time}{FINAL}"));
        let mut text = serde_json::to_vec(receipt)
            .map_err(|error| SinkError::unreadable(&place, error.to_string()))?;
        text.push(b'\n');
        let written = atomic_file::replace(&place, &text, Access::Shared);
        written.map_err(|error| SinkError::io(place, error))
    }
}

/// The files of a pass.
#[derive(Debug)]
struct Parts {
    folder: PathBuf,
    /// The file of the state.
    state: PathBuf,
    number: u64,
    /// The begin of the names of files with rows.
    rows: String,
    /// The name of the file with the receipt.
    run: String,
    open: Option<(BufWriter<File>, u64)>,
    /// The names so far, without their end.
    files: Vec<String>,
    _lock: File,
}

impl Parts {
    /// Begins a file.
    fn create(&mut self, name: String) -> Result<BufWriter<File>, SinkError> {
        let path = self.folder.join(format!("{name}{PART}"));
        let file = File::create(&path).map_err(|error| SinkError::io(path, error))?;
        self.files.push(name);
        Ok(BufWriter::new(file))
    }

    /// Ends the open file, on the disk.
    fn close(&mut self) -> Result<(), SinkError> {
        match self.open.take() {
            Some((file, _)) => flushed(file).map_err(|error| SinkError::io(&self.folder, error)),
            None => Ok(()),
        }
    }
}

#[async_trait]
impl Writer for Parts {
    async fn write(&mut self, row: &[u8]) -> Result<(), SinkError> {
        if self
            .open
            .as_ref()
            .is_none_or(|(_, bytes)| *bytes >= MOST_BYTES)
        {
            self.close()?;
            let name = format!("{}-{:02}", self.rows, self.files.len() + 1);
            let file = self.create(name)?;
            self.open = Some((file, 0));
        }
        let Some((file, bytes)) = &mut self.open else {
            return Ok(());
        };
        let written = file.write_all(row).and_then(|()| file.write_all(b"\n"));
        *bytes += row.len() as u64 + 1;
        written.map_err(|error| SinkError::io(&self.folder, error))
    }

    async fn commit(
        mut self: Box<Self>,
        cursor: &Cursor,
        receipt: &Receipt,
    ) -> Result<(), SinkError> {
        self.close()?;
        let text = serde_json::to_vec(receipt)
            .map_err(|error| SinkError::unreadable(&self.folder, error.to_string()))?;
        let run = self.run.clone();
        let mut file = self.create(run)?;
        let written = file.write_all(&text).and_then(|()| file.write_all(b"\n"));
        let written = written.and_then(|()| flushed(file));
        written.map_err(|error| SinkError::io(&self.folder, error))?;
        let state = State {
            cursor: Some(cursor.clone()),
            commits: self.number,
            files: std::mem::take(&mut self.files),
        };
        let text = serde_json::to_vec(&state)
            .map_err(|error| SinkError::unreadable(&self.state, error.to_string()))?;
        atomic_file::replace(&self.state, &text, Access::Private)
            .map_err(|error| SinkError::io(&self.state, error))?;
        for name in &state.files {
            finish(&self.folder, name)?;
        }
        Ok(())
    }
}

impl Drop for Parts {
    /// Removes what was not committed. What cannot be removed is removed by the next pass.
    fn drop(&mut self) {
        for name in &self.files {
            let _ = fs::remove_file(self.folder.join(format!("{name}{PART}")));
        }
    }
}

/// Refuses files with rows of a tenant that has no state: its rows would come twice, and new ones would take the names of old ones.
fn check_new(rows: &Path, of_tenant: &str) -> Result<(), SinkError> {
    let entries = fs::read_dir(rows).map_err(|error| SinkError::io(rows, error))?;
    let mut names = entries.flatten().map(|entry| entry.file_name());
    let old = names.find(|name| {
        let name = name.to_string_lossy();
        name.starts_with(of_tenant) && name.ends_with(FINAL)
    });
    match old {
        Some(name) => Err(SinkError::unreadable(
            rows,
            format!(
                "it has `{}`, and the state that says what was written is gone; bring `.state` back, or remove these files or give another \
                 folder to begin anew",
                name.to_string_lossy()
            ),
        )),
        None => Ok(()),
    }
}

/// A tenant whose state is kept in a folder.
fn any_tenant(kept: &Path) -> Option<String> {
    let names = fs::read_dir(kept).ok()?.flatten();
    let mut names = names.filter_map(|entry| entry.file_name().into_string().ok());
    names.find_map(|name| name.strip_suffix(".json").map(str::to_owned))
}

/// Refuses what could name another folder. Tenants are GUIDs or domains.
fn check_name(folder: &Path, name: &str) -> Result<(), SinkError> {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    match name.chars().all(is_plain) && !name.starts_with('.') && !name.is_empty() {
        true => Ok(()),
        false => Err(SinkError::unreadable(
            folder,
            format!("`{name}` is no name of a tenant or stream"),
        )),
    }
}

fn flushed(mut file: BufWriter<File>) -> io::Result<()> {
    file.flush()?;
    file.get_ref().sync_all()
}

fn finish(folder: &Path, name: &str) -> Result<(), SinkError> {
    let part = folder.join(format!("{name}{PART}"));
    let path = folder.join(format!("{name}{FINAL}"));
    match atomic_file::rename(&part, &path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other.map_err(|error| SinkError::io(path, error)),
    }
}

fn read(path: &Path) -> Result<State, SinkError> {
    let text = match fs::read(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(State::default()),
        Err(error) => return Err(SinkError::io(path, error)),
    };
    serde_json::from_slice(&text).map_err(|error| SinkError::unreadable(path, error.to_string()))
}

/// Removes the parts that a killed process has left. Only while the lock is held: a part of a process that works has the same end.
fn sweep(folder: &Path, is_ours: impl Fn(&str) -> bool) -> Result<(), SinkError> {
    let failed = |error| SinkError::io(folder, error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_name().to_str().is_some_and(&is_ours) {
            fs::remove_file(entry.path()).map_err(failed)?;
        }
    }
    Ok(())
}
