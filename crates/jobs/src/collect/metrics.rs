//! Receipts as metrics in the text format of Prometheus, for the textfile collector of its node exporter.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use http_core::atomic_file::{self, Access};

use super::receipt::{End, Receipt};

/// The last receipt of each stream of each tenant, that of a pass that failed too. Its text is what the textfile collector reads; write it to a file whole, so that
/// no half of it is read.
///
/// ```
/// use jobs::collect::Metrics;
///
/// assert_eq!(Metrics::default().to_string(), "");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Metrics(BTreeMap<(String, String), Receipt>);

/// All are gauges: they are about the last pass, and a process that starts again begins anew.
///
/// A number of a receipt: its name, what it says, and how it is read. `None` leaves the line out.
type Measure = (&'static str, &'static str, fn(&Receipt) -> Option<f64>);

#[expect(
    clippy::cast_precision_loss,
    reason = "the format knows floating point numbers only"
)]
const MEASURES: &[Measure] = &[
    (
        "rows_read",
        "Records that the service returned in the last pass.",
        |one| Some(one.rows_read as f64),
    ),
    ("rows_written", "Records that the last pass wrote.", |one| {
        Some(one.rows_written as f64)
    }),
    (
        "duplicates",
        "Records of the last pass that were known.",
        |one| Some(one.duplicates as f64),
    ),
    (
        "misfits",
        "Records of the last pass with a value that did not fit its column.",
        |one| Some(one.misfits as f64),
    ),
    (
        "lost",
        "Records of the last pass that could not be read.",
        |one| Some(one.lost as f64),
    ),
    (
        "lag_seconds",
        "Time between the newest record and the service's clock.",
        |one| one.lag_seconds.map(|lag| lag as f64),
    ),
    ("duration_seconds", "How long the last pass took.", |one| {
        Some(one.seconds)
    }),
    (
        "complete",
        "1 if the last pass read its list to the end, 0 if not, and if it failed.",
        |one| Some(f64::from(u8::from(one.end == End::Done))),
    ),
    (
        "degraded",
        "1 if more records fall into a day than can be remembered.",
        |one| Some(f64::from(u8::from(one.is_degraded))),
    ),
    (
        "started_seconds",
        "When the last pass began, since 1970.",
        |one| Some(one.started.as_second() as f64),
    ),
];

impl Metrics {
    /// Takes a receipt in place of the one before of the same stream and tenant.
    pub fn add(&mut self, receipt: Receipt) {
        let place = (receipt.tenant.clone(), receipt.stream.clone());
        self.0.insert(place, receipt);
    }
}

/// The text. Empty without a receipt.
impl std::fmt::Display for Metrics {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (name, help, read) in MEASURES {
            let mut lines = String::new();
            for receipt in self.0.values() {
                let Some(value) = read(receipt) else { continue };
                let (tenant, stream) = (label(&receipt.tenant), label(&receipt.stream));
                writeln!(
                    lines,
                    "defender_collect_{name}{{tenant=\"{tenant}\",stream=\"{stream}\"}} {value}"
                )?;
            }
            if !lines.is_empty() {
                writeln!(f, "# HELP defender_collect_{name} {help}")?;
                writeln!(f, "# TYPE defender_collect_{name} gauge")?;
                f.write_str(&lines)?;
            }
        }
        Ok(())
    }
}

/// Time between two writes of the file, so that many tenants do not write it for each of their passes.
const PAUSE: Duration = Duration::from_secs(1);

/// A file with [`Metrics`], which is replaced whole.
///
/// ```
/// use jobs::collect::MetricsFile;
///
/// let file = MetricsFile::new("/var/lib/node-exporter/defender.prom");
/// // Without a receipt nothing is written.
/// file.settle()?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct MetricsFile {
    path: PathBuf,
    state: Mutex<FileState>,
}

/// The receipts, and when they were written.
#[derive(Debug, Default)]
struct FileState {
    metrics: Metrics,
    written: Option<Instant>,
}

impl MetricsFile {
    /// A file that is made with the first receipt.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            state: Mutex::default(),
        }
    }

    /// The place of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file can be written: tries it with a file beside it, and leaves what is there.
    ///
    /// # Errors
    /// The error of the folder.
    pub fn check(&self) -> io::Result<()> {
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(format!(".probe-{}", std::process::id()));
        let probe = self.path.with_file_name(name);
        std::fs::write(&probe, b"")?;
        std::fs::remove_file(probe)
    }

    /// Takes a receipt. The file is written if it was not within the last second. A file that cannot be written is an error of
    /// [`settle`](Self::settle), so that it keeps no pass from its work.
    pub fn add(&self, receipt: Receipt) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.metrics.add(receipt);
        if state
            .written
            .is_none_or(|written| written.elapsed() >= PAUSE)
        {
            let _ = self.replace(&mut state);
        }
    }

    /// Writes the file with all receipts. Call it after each round of passes.
    ///
    /// # Errors
    /// The error of the file.
    pub fn settle(&self) -> io::Result<()> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        match state.metrics.0.is_empty() {
            false => self.replace(&mut state),
            true => Ok(()),
        }
    }

    /// Writes the file whole.
    fn replace(&self, state: &mut FileState) -> io::Result<()> {
        let text = state.metrics.to_string();
        atomic_file::replace(&self.path, text.as_bytes(), Access::Shared)?;
        state.written = Some(Instant::now());
        Ok(())
    }
}

/// A value of a label, as the format escapes it.
fn label(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}
