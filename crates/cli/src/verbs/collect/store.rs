//! The store of `--to` and `--format`.

#[cfg(not(feature = "lake"))]
use commands::collect::no_lake;
use commands::collect::{Form, Place, Target, unusable};
use jobs::collect::{Ndjson, Singer, Sink, Spool, StateFile, Stream, read_bookmarks};

use super::asked::{Asked, Rows};
use crate::services::Services;
use crate::verbs::openapi;
use output::Out;
use terminal::Result;

/// Where the rows of all tenants go.
pub(super) enum Store {
    Spool(Spool),
    Ndjson(Ndjson),
    Singer(Singer),
    #[cfg(feature = "lake")]
    Lake(jobs::collect::Lake),
}

impl Store {
    /// Opens the store. Fails before anything is read if it cannot be written. `anew` is told why nothing of an earlier run is known.
    pub(super) async fn open(
        asked: &Asked<'_>,
        lines: Out<'static>,
        anew: impl FnOnce(&str),
    ) -> Result<Self> {
        let target = asked.target;
        match (&target.place, target.form) {
            (Place::Folder(folder), Form::Spool) => {
                let spool = Spool::new(folder);
                let spool = match asked.is_single {
                    true => spool.of_one_tenant(),
                    false => spool,
                };
                spool.check().map_err(|error| unusable("--to", &error))?;
                Ok(Self::Spool(spool))
            }
            (Place::Stdout, Form::Singer) => {
                let sink = singer(asked.rows, asked.context.services(), lines);
                let state = target.state.as_deref().map(read_bookmarks);
                let state = state
                    .transpose()
                    .map_err(|error| unusable("--state", &error))?;
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
                    .map_err(|error| unusable("--state", &error))?;
                if state.as_ref().is_none_or(StateFile::is_empty) {
                    anew(&unknown(target));
                }
                Ok(Self::Ndjson(match state {
                    Some(state) => sink.with_state(state),
                    None => sink,
                }))
            }
            // The options fit each other, so what is left is a lake.
            #[cfg(feature = "lake")]
            (place, _) => {
                let lake = super::tables::open(place, asked);
                Ok(Self::Lake(Box::pin(lake).await?))
            }
            #[cfg(not(feature = "lake"))]
            _ => Err(no_lake()),
        }
    }

    pub(super) fn sink(&self) -> &dyn Sink {
        match self {
            Self::Spool(spool) => spool,
            Self::Ndjson(ndjson) => ndjson,
            Self::Singer(singer) => singer,
            #[cfg(feature = "lake")]
            Self::Lake(lake) => lake,
        }
    }
}

/// Singer messages with the schemas of these rows.
fn singer(rows: &[Rows<'_>], services: &Services, lines: Out<'static>) -> Singer {
    rows.iter().fold(Singer::new(lines), |sink, rows| {
        if let Some(result) = rows.stream.and_then(Stream::columns) {
            return sink.with_query(rows.name, result);
        }
        let document = openapi::of_operation(services, rows.operation).ok();
        let record = document.and_then(|document| document.record(rows.operation));
        sink.with_stream(rows.operation, record.as_ref())
    })
}

/// Why nothing of an earlier run is known.
fn unknown(target: &Target) -> String {
    match &target.state {
        Some(path) => format!("nothing is kept in `{}` yet", path.display()),
        None => "without --state".to_owned(),
    }
}
