//! `defender collect` and `defender export`: records into a folder, a store, or a pipe.
//!
//! `jobs::collect` does the work and says what is exact. Here are the session of a tenant, the signals, and the receipts:
//!
//! - stdout: nothing, or with `--to -` the rows.
//! - stderr: a line for each stream and pass; with `-o json` and `-o ndjson` an object `{"receipt": ...}`. One that failed has an error, and in
//!   JSON both.
//! - A stream that fails is named, and the others go on. Exit code 3 if some failed, 1 if all did. A store that fails ends the round.
//! - A signal ends the pass under way: what it read is committed, unless it is the first of its stream.

mod asked;
mod store;
#[cfg(feature = "lake")]
mod tables;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use auth_core::http_core::time::{deadline, reached};
use auth_core::http_core::{Client, Operation};
use clap::ArgMatches;
#[cfg(not(feature = "lake"))]
pub(super) use commands::collect::no_lake;
use commands::collect::{
    Hunting, Place, Target, failure_of, is_chosen, of_stream, since, streams, unmeasured, unusable,
};
use commands::export;
use jobs::collect::{End, MetricsFile, Passed, Receipt, Round, SinkError, Stream};
use jobs::{Shard, Verdict};
use operations::Catalog;
use operations::permissions::Caller;
use serde_json::json;
use xdr_api::graph::hunting::RUN;
use xdr_api::hunting::HuntingSchema;

use crate::context::Context;
use crate::session::Session;
use asked::{Asked, Rows, Wanted};
use store::Store;
#[cfg(feature = "lake")]
pub(super) use tables::{failed, store};
use terminal::{Console, Doing, Exit, Failure, Failures, Result, json_lines, signals};

/// How long a process lives after a signal, so that a pass under way can be committed.
const GRACE: Duration = Duration::from_secs(20);

/// What runs the queries of `--query`.
pub(super) const HUNTING: Hunting = Hunting::new(&RUN, || HuntingSchema::documented().language());

/// What is collected or exported, and where to. The tenants of a command share it.
pub(crate) struct Collecting {
    wanted: Wanted,
    target: Target,
    /// Time from the begin of one round to the begin of the next one. `None`: one round.
    pub(crate) every: Option<Duration>,
    /// Which of the tenants.
    pub(crate) shard: Option<Shard>,
    metrics: Option<MetricsFile>,
    /// Whether no stream was named.
    is_all: bool,
    store: OnceLock<Store>,
    /// Whether the rows reach nobody any more.
    is_closed: AtomicBool,
}

impl Collecting {
    /// The work of `collect`.
    ///
    /// Fails with exit code 2 for an unknown stream, an invalid time, and a place and a format that do not fit each other.
    pub(crate) fn of_streams(catalog: &Catalog, matches: &ArgMatches) -> Result<Self> {
        let streams = streams(catalog, matches, &HUNTING)?;
        let wanted = Wanted::New(streams, since(matches)?);
        let mut collecting = Self::new(wanted, matches)?;
        collecting.is_all = !is_chosen(matches);
        collecting.every = matches.get_one::<Duration>("every").copied();
        collecting.shard = matches.get_one::<Shard>("shard").copied();
        let metrics = matches.get_one::<PathBuf>("metrics");
        collecting.metrics = metrics.map(MetricsFile::new);
        Ok(collecting)
    }

    /// The work of `export`. Fails as that of `collect`, and for an input that is missing or wrong.
    pub(crate) fn of_export(catalog: &Catalog, matches: &ArgMatches) -> Result<Self> {
        let request = export::request(catalog, matches, SystemTime::now())?;
        Self::new(Wanted::Whole(Box::new(request)), matches)
    }

    fn new(wanted: Wanted, matches: &ArgMatches) -> Result<Self> {
        let collecting = Self {
            wanted,
            target: Target::of(matches)?,
            every: None,
            shard: None,
            metrics: None,
            is_all: false,
            store: OnceLock::new(),
            is_closed: AtomicBool::new(false),
        };
        let rows = collecting.wanted.rows();
        let names = rows.iter().map(|rows| rows.name);
        collecting.target.check_streams(names)?;
        Ok(collecting)
    }

    /// Opens the store, once and before anything is read.
    ///
    /// Fails if it cannot be written, if another process uses the file of `--state`, and for a lake in a program without one.
    ///
    /// `is_single`: the command is for one tenant.
    pub(crate) async fn open(
        &self,
        context: &Context,
        is_single: bool,
        console: &mut Console,
    ) -> Result<()> {
        let lines = json_lines(console.settings());
        let rows = self.wanted.rows();
        let anew = |why: &str| {
            if matches!(self.wanted, Wanted::New(..)) {
                console.note(&format!(
                    "{why}: every stream begins at --since, or with all that the service has"
                ));
            }
        };
        let asked = Asked {
            target: &self.target,
            rows: &rows,
            context,
            is_single,
        };
        self.measured(MetricsFile::check)?;
        let store = Store::open(&asked, lines, anew).await?;
        signals::allow(GRACE);
        let _ = self.store.set(store);
        Ok(())
    }

    /// Whether further rounds have no sense, because nobody reads the rows.
    pub(crate) fn is_closed(&self) -> bool {
        self.is_closed.load(Ordering::Relaxed)
    }

    /// Ends a round: writes what it left for its end. Fails if the store or the metrics cannot be written.
    pub(crate) async fn settle(&self) -> Result<()> {
        if let Some(store) = self.store.get() {
            let settled = store.sink().settle().await;
            settled.map_err(|error| self.unwritten(&error))?;
        }
        self.measured(MetricsFile::settle)
    }

    fn measured(&self, write: fn(&MetricsFile) -> std::io::Result<()>) -> Result<()> {
        self.metrics
            .iter()
            .try_for_each(|metrics| write(metrics).map_err(|error| unmeasured(metrics, &error)))
    }

    /// Reports a pass that failed: once as its failure, and as a receipt.
    fn failed(&self, session: &mut Session<'_>, failure: &Failure, receipt: &Receipt) {
        session.console.fail(failure);
        if session.console.settings().for_programs() {
            session.console.receipt(&json!(receipt), "");
        }
        self.metrics
            .iter()
            .for_each(|metrics| metrics.add(receipt.clone()));
    }

    /// Works in one tenant: once if it is one of many, else again and again if that is wanted.
    pub(crate) async fn run(&self, session: &mut Session<'_>) -> Result<()> {
        if session.globals.dry_run {
            return self.would(session);
        }
        if session.context.is_of_many() {
            return self.round(session).await;
        }
        loop {
            let due = self.every.map(deadline);
            let ended = self.round(session).await;
            let ended = ended.and(self.settle().await);
            let Some(due) = due else { return ended };
            // The next pass asks again for what this one could not get.
            if let Err(failure) = ended {
                if failure.exit().is_signal() || self.is_closed() {
                    return Err(failure);
                }
                session.console.fail(&failure);
            }
            session.context.keep_budgets().await;
            session.console.doing(Doing::Pausing(due));
            session.wait(reached(due)).await?;
            session.console.doing(Doing::Asking);
        }
    }

    fn would(&self, session: &mut Session<'_>) -> Result<()> {
        let (what, more) = match &self.wanted {
            Wanted::New(streams, _) => {
                let names: Vec<_> = streams.iter().map(Stream::name).collect();
                (
                    "collect what is new in these streams",
                    json!({"streams": names}),
                )
            }
            Wanted::Whole(request) => {
                let source = request.operation().id;
                ("export all records", json!({"source": source}))
            }
        };
        let place = self.target.place.to_string();
        session.console.would(what, &[Path::new(&place)], more)
    }

    /// One pass over each stream, or one export.
    ///
    /// Fails silently if a stream failed, which was reported; with an error if the store failed, which it would for every stream.
    async fn round(&self, session: &mut Session<'_>) -> Result<()> {
        let Some(store) = self.store.get() else {
            return Ok(());
        };
        let mut round = Round::new(store.sink())
            .counting(session.rows.clone())
            .waiting(session.waiting.clone())
            .stopped_by(session.stop.clone());
        let (mut failures, mut first) = (Failures::default(), None);
        match &self.wanted {
            Wanted::New(streams, since) => {
                round = round.since(*since);
                for stream in streams {
                    if session.stop.is_told() {
                        return Err(Failure::silent(Exit::Interrupted));
                    }
                    if let Some(failure) = self.stream(session, &mut round, stream).await? {
                        failures.add(failure.exit());
                        first.get_or_insert(failure);
                    }
                }
            }
            Wanted::Whole(request) => {
                let request = request.as_ref().clone();
                let operation = request.operation();
                let Connected { client, tenant, .. } = connect(session, operation).await?;
                let work = round.export(client, request, &tenant);
                let rows = Rows::of_export(operation);
                self.ended(session, &rows, Box::pin(work)).await?;
            }
        }
        let exit = match round.verdict() {
            Verdict::Ok => return Ok(()),
            Verdict::None => failures.exit(self.wanted.rows().len()),
            _ => Exit::Attention,
        };
        Err(first.map_or_else(|| Failure::silent(exit), |first| first.reported(exit)))
    }

    /// One pass over a stream. A failure that concerns it alone is reported and returned.
    async fn stream(
        &self,
        session: &mut Session<'_>,
        round: &mut Round<'_>,
        stream: &Stream,
    ) -> Result<Option<Failure>> {
        let rows = Rows::of_stream(stream);
        match connect(session, rows.operation).await {
            Ok(Connected {
                barred: Some(who), ..
            }) if self.is_all => {
                let (name, who) = (rows.name, who.as_str());
                session.note(&format!(
                    "{name}: left out, no {who} permission is documented for it"
                ));
                Ok(None)
            }
            Ok(Connected { client, tenant, .. }) => {
                let work = round.pass(client, stream, &tenant);
                self.ended(session, &rows, Box::pin(work)).await
            }
            Err(failure) if failure.exit().is_signal() => Err(failure),
            Err(failure) => {
                let failure = of_stream(failure, rows.name, rows.operation);
                let tenant = session.context.tenant().unwrap_or_default();
                let receipt = round.fail(rows.name, &tenant, failure.message()).await;
                let receipt = receipt.map_err(|error| self.unwritten(&error))?;
                self.failed(session, &failure, &receipt);
                Ok(Some(failure))
            }
        }
    }

    /// Waits for the end of a pass and reports it. After a signal the pass is told to stop; what it has committed is reported as well.
    async fn ended(
        &self,
        session: &mut Session<'_>,
        rows: &Rows<'_>,
        work: impl Future<Output = Result<Passed, SinkError>> + Unpin,
    ) -> Result<Option<Failure>> {
        let mut failed = None;
        let (signal, passed) = until_stopped(session, work).await?;
        match passed.map_err(|error| self.unwritten(&error))? {
            Passed::Done(receipt) => {
                let (object, line) = (json!(receipt), receipt.to_string());
                let is_interrupted = receipt.end == End::Interrupted;
                if let Some(metrics) = &self.metrics {
                    metrics.add(receipt);
                }
                session.console.receipt(&object, &line);
                if is_interrupted && signal.is_none() {
                    return Err(Failure::silent(Exit::Interrupted));
                }
            }
            Passed::Failed(error, receipt) => {
                let failure = of_stream(failure_of(error), rows.name, rows.operation);
                if matches!(self.wanted, Wanted::Whole(_)) {
                    return Err(failure);
                }
                self.failed(session, &failure, &receipt);
                failed = Some(failure);
            }
            Passed::Left(why) => session.note(&format!("{}: {why}", rows.name)),
            _ => {}
        }
        match signal {
            Some(exit) => Err(Failure::silent(exit)),
            None => Ok(failed),
        }
    }

    /// The failure of the store.
    fn unwritten(&self, error: &SinkError) -> Failure {
        let failure = unusable("--to", error);
        if self.target.place == Place::Stdout {
            self.is_closed.store(true, Ordering::Relaxed);
            return failure.with_hint(match (&self.target.state, &self.wanted) {
                (Some(_), _) => "the reader ended; the next run writes the rows of this pass again",
                (None, Wanted::New(..)) => {
                    "the reader ended; --state FILE makes the next run go on where this one was"
                }
                (None, Wanted::Whole(_)) => "the reader ended before all rows came",
            });
        }
        failure
    }
}

/// Runs a pass until its end. At a signal it is told to stop; returned is its end in any case, and the signal.
async fn until_stopped<T>(
    session: &mut Session<'_>,
    mut work: impl Future<Output = T> + Unpin,
) -> Result<(Option<Exit>, T)> {
    let Session {
        console,
        signals,
        context,
        stop,
        ..
    } = session;
    let work = async {
        tokio::select! {
            biased;
            exit = signals.next() => {
                stop.now();
                (Some(exit), work.await)
            }
            ended = &mut work => (None, ended),
        }
    };
    console.wait(Box::pin(work), context.throttle()).await
}

/// What a pass needs to begin.
pub(super) struct Connected {
    pub(super) client: Client,
    /// The tenant of the token: a domain or a profile may name it in several ways.
    pub(super) tenant: String,
    /// The caller, if no permission is documented for it and no API token stands in.
    barred: Option<Caller>,
}

/// The client of an operation. Fails without a client or a token.
pub(super) async fn connect(
    session: &mut Session<'_>,
    operation: &'static Operation,
) -> Result<Connected> {
    let client = session.context.client(operation)?;
    let asked = session.context.token(operation.http.host);
    let token = session.signals.or(asked).await??;
    let claims = token.claims();
    let tenant = claims.and_then(|claims| claims.tenant_id.clone());
    let tenant = tenant.or_else(|| session.context.tenant());
    let tenant = tenant.ok_or_else(|| {
        Failure::usage("the token names no tenant, and each row has to").with_hint("give --tenant")
    })?;
    let caller = claims.map(|claims| Caller::of(claims.is_delegated()));
    let barred = caller.filter(|caller| {
        let has_none = caller.permissions(operation).is_empty();
        has_none && session.context.legacy_token(operation.http.host).is_none()
    });
    Ok(Connected {
        client,
        tenant,
        barred,
    })
}
