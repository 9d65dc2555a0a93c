//! The store of `--to` and `--format`.

use auth_core::http_core::Operation;
use commands::collect::{Form, Place, Target};
use jobs::collect::{Ndjson, Singer, Sink, SinkError, Spool, StateFile, read_bookmarks};

use crate::services::Services;
use crate::verbs::openapi;
use output::Out;
use terminal::{Failure, Result, program};

/// Where the rows of all tenants go.
pub(super) enum Store {
    Spool(Spool),
    Ndjson(Ndjson),
    Singer(Singer),
}

impl Store {
    /// Opens the store for the rows of these operations. Fails before anything is read if it cannot be written. `anew` is told why
    /// nothing of an earlier run is known.
    pub(super) fn open(
        target: &Target,
        operations: &[&'static Operation],
        services: &Services,
        lines: Out<'static>,
        anew: impl FnOnce(&str),
    ) -> Result<Self> {
        match (&target.place, target.form) {
            (Place::Folder(folder), Form::Spool) => {
                let spool = Spool::new(folder);
                spool.check().map_err(|error| failed("--to", error))?;
                Ok(Self::Spool(spool))
            }
            (Place::Stdout, Form::Singer) => {
                let sink = singer(operations, services, lines);
                let state = target.state.as_deref().map(read_bookmarks);
                let state = state
                    .transpose()
                    .map_err(|error| failed("--state", error))?;
                let state = state.flatten().unwrap_or_default();
                if state.is_empty() {
                    anew(&unknown(target));
                }
                Ok(Self::Singer(sink.with_state(state)))
            }
            (Place::Stdout, _) => {
                let sink = Ndjson::new(lines);
                let state = target.state.as_ref().map(StateFile::open);
                let state = state
                    .transpose()
                    .map_err(|error| failed("--state", error))?;
                if state.as_ref().is_none_or(StateFile::is_empty) {
                    anew(&unknown(target));
                }
                Ok(Self::Ndjson(match state {
                    Some(state) => sink.with_state(state),
                    None => sink,
                }))
            }
            (Place::Folder(_) | Place::Store(_), _) => Err(no_lake()),
        }
    }

    pub(super) fn sink(&self) -> &dyn Sink {
        match self {
            Self::Spool(spool) => spool,
            Self::Ndjson(ndjson) => ndjson,
            Self::Singer(singer) => singer,
        }
    }

    /// Writes what the passes of a round left for its end.
    pub(super) fn settle(&self) -> Result<(), SinkError> {
        match self {
            Self::Spool(_) => Ok(()),
            Self::Ndjson(ndjson) => ndjson.settle(),
            Self::Singer(singer) => singer.settle(),
        }
    }
}

/// Singer messages with the schemas of these operations.
fn singer(operations: &[&'static Operation], services: &Services, lines: Out<'static>) -> Singer {
    operations
        .iter()
        .fold(Singer::new(lines), |sink, operation| {
            let document = openapi::of_operation(services, operation).ok();
            let record = document.and_then(|document| document.record(operation));
            sink.with_stream(operation, record.as_ref())
        })
}

/// Why nothing of an earlier run is known.
fn unknown(target: &Target) -> String {
    match &target.state {
        Some(path) => format!("nothing is kept in `{}` yet", path.display()),
        None => "without --state".to_owned(),
    }
}

/// The failure of a file or folder.
fn failed(option: &str, error: SinkError) -> Failure {
    Failure::machine(option, &std::io::Error::other(error))
}

/// The failure of a lake in a program without one.
fn no_lake() -> Failure {
    Failure::usage("this program was built without lakes").with_hint(format!(
        "build `{}` with the cargo feature `lake`, or give a folder and --format spool",
        program::name()
    ))
}
