//! The steps of a request.
//!
//! 1. The request is written into the log.
//! 2. Its fault is chosen. A fault that replaces the response ends here.
//! 3. The token is checked, then the permission, then the limit.
//! 4. The handler answers.
//! 5. The fault changes the response, which is then written as bytes.
//!
//! A request that fails a step does not reach the next one: a call without a token uses up no limit.

mod target;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use tokio::sync::Semaphore;

use crate::answer::Answer;
use crate::call::{Call, Urls};
use crate::clock::Clock;
use crate::control;
use crate::data::DataFolder;
use crate::fault::{Effect, Faults};
use crate::generic::inputs;
use crate::http::Incoming;
use crate::identity::bearer::{self, Denied};
use crate::identity::{self, Caller, Identity};
use crate::limits::{self, Limits};
use crate::log::{Entry, Log, Received};
use crate::metadata;
use crate::mount;
use crate::odata::with_dollar;
use crate::products;
use crate::refusal::{ErrorWriter, Ids};
use crate::route::Route;
use crate::seed::{Plan, Seeder};
use crate::service::Service;
use crate::storage;
use crate::store::Store;
use crate::tables::Operation;
use crate::wire::{self, Reply};
use target::{BATCH, Target, is_heavy};

/// The settings of the builder that are needed while the emulator runs.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) seed: u64,
    pub(crate) devices: usize,
    pub(crate) alerts: usize,
    pub(crate) limits: bool,
    pub(crate) page_size: Option<usize>,
    pub(crate) hunting_rows: usize,
    /// The folder of [`Builder::data`](crate::Builder::data), read.
    pub(crate) data: Option<Arc<DataFolder>>,
    /// Path, without a trailing slash, and router of mounted services.
    pub(crate) mounts: Vec<(String, Router)>,
    /// Accepted host names besides those of this machine and of the vendor. `*.` accepts all below.
    pub(crate) host_names: Vec<String>,
}

/// Number of slow requests that are answered at the same time. Others wait.
const HEAVY: usize = 4;

/// The state shared by the listeners and by [`Sandbox::call`](crate::Sandbox::call).
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) settings: Settings,
    pub(crate) clock: Clock,
    pub(crate) identity: Identity,
    /// Base addresses of the services.
    pub(crate) urls: Urls,
    /// The time of the start, from which records are dated.
    base: jiff::Timestamp,
    faults: Mutex<Faults>,
    log: Mutex<Log>,
    limits: Mutex<Limits>,
    stores: Mutex<HashMap<String, Store>>,
    heavy: Arc<Semaphore>,
}

/// Locks a mutex. The state stays usable after a panic of another call.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Core {
    pub(crate) fn new(settings: Settings, clock: Clock, identity: Identity, urls: Urls) -> Core {
        let base = clock.now();
        Core {
            settings,
            clock,
            identity,
            urls,
            base,
            faults: Mutex::default(),
            log: Mutex::default(),
            limits: Mutex::default(),
            stores: Mutex::default(),
            heavy: Arc::new(Semaphore::new(HEAVY)),
        }
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        lock(&self.faults)
    }

    pub(crate) fn log(&self) -> MutexGuard<'_, Log> {
        lock(&self.log)
    }

    /// Answers a request.
    ///
    /// A client that disconnects drops the future. The request stays in the log, with status 0.
    pub(crate) async fn handle(self: &Arc<Self>, request: Incoming) -> Reply {
        if control::is_meant(&request) {
            let log = || self.log().all().iter().map(control::line).collect();
            let answer = control::answer(&request, log, |tenant, work| {
                let is_known = self.identity.knows_tenant(tenant);
                is_known.then(|| self.with_store(tenant, work))
            });
            return wire::write(&request, answer, &Ids::of(&request), self.clock.now());
        }
        let mount = mount::find(&self.settings.mounts, &request);
        let target = match &mount {
            Some((path, _)) => Target {
                operation: path.clone(),
                route: Route::Unknown,
            },
            None => self.target(&request),
        };
        let entry = self.record(target.operation.clone(), &request, 0);
        let effect = self
            .faults()
            .next_effect(&target.operation)
            .unwrap_or_default();
        if let Some(delay) = effect.delay {
            tokio::time::sleep(delay).await;
        }
        let ids = Ids::of(&request);
        let errors = ErrorWriter {
            service: request.service,
            ids: &ids,
            now: self.clock.now(),
        };
        let replacement = match self.replacement(&effect, &errors) {
            Some(answer) => Some(answer),
            None => self.fault_of_tenant(&request, &errors).await,
        };
        let answer = match replacement {
            Some(answer) => answer,
            None => match mount {
                None => {
                    self.answer_off_runtime(&request, target.route, &effect, &ids)
                        .await
                }
                Some((path, router)) => match self.admit_to_mount(&path, &request) {
                    Ok(caller) => mount::answer(router, &request, caller).await,
                    Err(refused) => refused(&errors),
                },
            },
        };
        let answer = if effect.is_poisoned(&answer, &request.path_and_query()) {
            errors.of_status(500)
        } else {
            answer
        };
        let reply = self.finish(&request, answer, &effect, &ids);
        if !reply.dropped {
            self.log().answered(entry, reply.status);
        }
        reply
    }

    /// Routes a request. Guests of other emulators in the process are unknown.
    fn target(&self, request: &Incoming) -> Target {
        Target::of(request, &self.identity.guests)
    }

    /// Answers a slow request on a blocking thread, so that other requests, timers and signals are
    /// not delayed.
    async fn answer_off_runtime(
        self: &Arc<Self>,
        request: &Incoming,
        route: Route,
        effect: &Effect,
        ids: &Ids,
    ) -> Answer {
        let now = self.clock.now();
        let service = request.service;
        let errors = ErrorWriter { service, ids, now };
        if !is_heavy(request, &route) {
            return self.answer(request, route, effect, &errors);
        }
        // The work keeps the permit: it goes on after its client has disconnected.
        let Ok(permit) = Arc::clone(&self.heavy).acquire_owned().await else {
            return errors.of_status(503);
        };
        let (core, request, effect, own_ids) = (
            Arc::clone(self),
            request.clone(),
            effect.clone(),
            ids.clone(),
        );
        let work = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            let ids = &own_ids;
            core.answer(&request, route, &effect, &ErrorWriter { service, ids, now })
        });
        work.await.unwrap_or_else(|_| errors.of_status(500))
    }

    /// The response of a fault that keeps the call from having an effect.
    fn replacement(&self, effect: &Effect, errors: &ErrorWriter<'_>) -> Option<Answer> {
        if effect.expire_token {
            return Some(errors.denied(&Denied::Invalid("The token is expired")));
        }
        effect.replacement(|status| errors.of_status(status))
    }

    /// The answer of a customer's tenant that is at fault. Does not return for one that hangs.
    async fn fault_of_tenant(
        &self,
        request: &Incoming,
        errors: &ErrorWriter<'_>,
    ) -> Option<Answer> {
        let customers = &self.identity.customers;
        let tenant = customers.tenant_of(request);
        customers.answer(request, tenant.as_deref(), errors).await
    }

    /// Answers a request without its faults. Parts of a batch are answered here as well.
    pub(crate) fn answer(
        &self,
        request: &Incoming,
        route: Route,
        effect: &Effect,
        errors: &ErrorWriter<'_>,
    ) -> Answer {
        match request.service {
            Service::Login => identity::answer(&self.identity, request, self.clock.now()),
            Service::Storage => self.storage(request),
            _ => match route {
                Route::Unknown => match metadata::answer(request, &self.urls) {
                    Some(answer) => answer,
                    None => errors.unknown_path(&request.path),
                },
                Route::WrongVerb(verbs) => errors.of_status(405).header("allow", verbs.join(", ")),
                Route::Found(operation, path) => match self.admit(operation, request) {
                    Err(refused) => refused(errors),
                    Ok(_) if operation.id == BATCH => self.batch(request, errors),
                    Ok(caller) => {
                        let entry = Admitted {
                            operation,
                            path,
                            caller,
                        };
                        self.run(request, entry, effect)
                            .unwrap_or_else(|refusal| errors.refusal(refusal))
                    }
                },
            },
        }
    }

    /// Answers a Graph batch: each part goes through token, permission and budget like a request of its own.
    fn batch(&self, request: &Incoming, errors: &ErrorWriter<'_>) -> Answer {
        products::graph::batch::answer(request, errors, &|part| {
            let target = self.target(part);
            (target.operation != BATCH)
                .then(|| self.answer(part, target.route, &Effect::default(), errors))
        })
    }

    /// Checks the token, then the permission, then the limit.
    fn admit(&self, operation: &Operation, request: &Incoming) -> Result<Caller, Refused> {
        let now = self.clock.now();
        let caller =
            bearer::caller(&self.identity, Some(operation), request, now).map_err(denied)?;
        bearer::permit(operation, &caller).map_err(denied)?;
        if self.settings.limits {
            let key = limits::key(operation, &caller.tenant_id, &caller.client_id);
            self.take(&key, &operation.limits, now)?;
        }
        Ok(caller)
    }

    /// Checks a call of a mounted service: any valid token, no permission, the limit of
    /// [`mount::LIMITS`].
    fn admit_to_mount(&self, path: &str, request: &Incoming) -> Result<Caller, Refused> {
        let now = self.clock.now();
        let caller = bearer::caller(&self.identity, None, request, now).map_err(denied)?;
        if self.settings.limits {
            let key = format!("{} {} {path}", caller.tenant_id, caller.client_id);
            self.take(&key, &mount::LIMITS, now)?;
        }
        Ok(caller)
    }

    /// Counts the call against its limits. `key` names the budget.
    fn take(
        &self,
        key: &str,
        budgets: &[crate::tables::Limit],
        now: jiff::Timestamp,
    ) -> Result<(), Refused> {
        lock(&self.limits)
            .take(key, budgets, now)
            .map_err(|exceeded| -> Refused {
                Box::new(move |errors: &ErrorWriter<'_>| errors.throttled(exceeded))
            })
    }

    /// Runs the handler with the records of the tenant of the caller.
    fn run(&self, request: &Incoming, entry: Admitted, effect: &Effect) -> crate::call::Outcome {
        let tenant = entry.caller.tenant_id.clone();
        if products::is_hunting(entry.operation) {
            // Hunting reads the organization only: a store of its own keeps a long query from locking the records.
            let mut own = self.with_store(&tenant, |store| store.apart());
            return self.call(request, entry, effect, &mut own);
        }
        self.with_store(&tenant, |store| self.call(request, entry, effect, store))
    }

    /// Runs the handler on the given records.
    fn call(
        &self,
        request: &Incoming,
        entry: Admitted,
        effect: &Effect,
        store: &mut Store,
    ) -> crate::call::Outcome {
        let mut call = Call {
            operation: entry.operation,
            path: entry.path,
            query: with_dollar(entry.operation, request.service, request.query_pairs()),
            request,
            caller: &entry.caller,
            now: self.clock.now(),
            urls: &self.urls,
            store,
            page_size: self.settings.page_size,
            hunting_rows: self.settings.hunting_rows,
            action_ends: effect.action_ends.as_deref(),
            command_fails: effect.command_fails,
        };
        inputs::check(&call)?;
        products::answer(&mut call)
    }

    /// Answers a request to blob storage. The tenant is in the path; no token is needed.
    fn storage(&self, request: &Incoming) -> Answer {
        let tenant = storage::tenant_of(request).unwrap_or_default();
        if !self.identity.knows_tenant(&tenant) {
            return storage::not_found();
        }
        self.with_store(&tenant, |store| {
            storage::answer(store, request, self.clock.now(), products::file)
        })
    }

    /// Runs `work` with the records of a tenant, which are made on first use.
    ///
    /// The first tenant has the seed of the builder. Other tenants have seeds derived from it and
    /// from their id.
    pub(crate) fn with_store<T>(&self, tenant: &str, work: impl FnOnce(&mut Store) -> T) -> T {
        let mut stores = lock(&self.stores);
        let store = stores.entry(tenant.to_owned()).or_insert_with(|| {
            let first = self
                .identity
                .applications
                .first()
                .is_some_and(|one| one.tenant_id == tenant);
            let plan = Plan {
                seed: if first {
                    self.settings.seed
                } else {
                    self.settings.seed ^ crate::random::hash(tenant)
                },
                devices: self.settings.devices,
                alerts: self.settings.alerts,
                tenant_id: tenant.to_owned(),
                customers: match first {
                    true => self.identity.customers.all().into(),
                    false => [].into(),
                },
                base: self.base,
            };
            Store::new(Arc::new(Seeder::new(plan)), self.settings.data.clone())
        });
        let done = work(store);
        if self.identity.customers.is_one(tenant) {
            store.forget_estate();
        }
        done
    }

    /// Applies the fault to the response and writes it as bytes.
    fn finish(&self, request: &Incoming, mut answer: Answer, effect: &Effect, ids: &Ids) -> Reply {
        let now = self.clock.now();
        effect.apply(&mut answer, &request.path_and_query(), now);
        let mut reply = wire::write(request, answer, ids, now);
        if request.method == "HEAD" {
            // The headers are those of the GET, the length of its body included.
            let length = std::mem::take(&mut reply.body).len();
            reply
                .headers
                .push(("content-length".to_owned(), length.to_string()));
        }
        reply.body.truncate(effect.short.unwrap_or(usize::MAX));
        reply.cut = effect.truncate.map(|bytes| bytes.min(reply.body.len()));
        reply.dropped = effect.disconnect;
        reply
    }

    /// Adds a request to the log. Returns the entry whose status is set later.
    pub(crate) fn record(&self, operation: String, request: &Incoming, status: u16) -> Entry {
        self.log().add(Received {
            operation,
            service: request.service,
            time: self.clock.now(),
            tenant: self.identity.customers.tenant_of(request),
            path_and_query: request.path_and_query(),
            method: request.method.clone(),
            headers: request.headers.clone(),
            body: request.body.clone(),
            status,
        })
    }
}

/// A refusal whose text depends on the service. It is written when the [`ErrorWriter`] is
/// available.
type Refused = Box<dyn FnOnce(&ErrorWriter<'_>) -> Answer + Send>;

fn denied(denied: Denied) -> Refused {
    Box::new(move |errors: &ErrorWriter<'_>| errors.denied(&denied))
}

/// A call with a valid token, a permission and room in its limits.
struct Admitted {
    operation: &'static Operation,
    path: std::collections::BTreeMap<String, String>,
    caller: Caller,
}

#[cfg(test)]
mod tests;
