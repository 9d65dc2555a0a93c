//! One endpoint of a service as a constant. Everything else is derived from it: builders, commands, help, permission
//! tables, rate limits. This module is data only and imports nothing else of the crate.

mod answer;
mod batch;
mod checks;
mod column;
mod default_filter;
mod effect;
mod filter_field;
mod http;
mod joins;
mod limits;
mod list;
mod param;
mod record;
mod target;
mod verdicts;

pub use self::answer::{Answer, NotFound};
pub use self::batch::Batch;
pub use self::checks::{Checks, Fits, Form};
pub use self::column::{Cell, Column};
pub use self::default_filter::DefaultFilter;
pub use self::effect::{Effect, EffectKind, Undo};
pub use self::filter_field::{FilterField, FilterKind};
pub use self::http::{BodyKind, Header, Method, Status};
pub use self::joins::Joins;
pub use self::limits::RateLimit;
pub use self::list::Paging;
pub use self::param::{Kind, Param, Place};
pub use self::record::{Newest, Record, RecordKind, Since, SinceForm};
pub use self::target::{Named, Target};
pub use self::verdicts::{ItemFailed, Verdicts};
use crate::action::{ActionSpec, Completion};

/// An operation of a service: everything that is known about one endpoint.
///
/// Typed builders, commands, help, permission tables and rate limits are all derived from it.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// `<product>.<group>.<verb>` in snake case, for example `mde.alerts.list`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path from the host's root, inputs in braces.
    pub path: &'static str,
    /// The base URL family: `mde`, `xdr`, `graph`, `mdca_portal` or `absolute_url`.
    pub host: &'static str,
    /// One short line.
    pub summary: &'static str,
    /// Quirks of the service that a caller must know; may be empty.
    pub help: &'static str,
    /// How far the vendor stands behind it.
    pub status: Status,
    /// Every input.
    pub params: &'static [Param],
    /// The form of the request body.
    pub body: BodyKind,
    /// Whether the body takes members that the row does not list.
    pub open_body: bool,
    /// Headers that are sent with every call.
    pub headers: &'static [Header],
    /// What a successful answer holds.
    pub answer: Answer,
    /// How the next page is asked for.
    pub paging: Paging,
    /// The most rows the service puts into one answer; 0 where none is documented.
    pub page_size: u32,
    /// The member by which a row that comes twice is known; empty where rows are not compared.
    pub unique_by: &'static str,
    /// Properties that `$filter` may name; empty where none are documented.
    pub filterable: &'static [&'static str],
    /// What a command line asks for unless it is told otherwise; calls of this crate never add it.
    pub default_filter: Option<&'static DefaultFilter>,
    /// What a 404 means.
    pub not_found: NotFound,
    /// The fields of the input `filters` and what each can be asked; empty where there is no such input.
    pub filter_fields: &'static [FilterField],
    /// Whether the call may be repeated when its outcome is unknown.
    pub idempotent: bool,
    /// Inputs that take `idempotent` back, because the service appends them.
    pub appends: &'static [&'static str],
    /// Documented budgets.
    pub limits: &'static [RateLimit],
    /// The name under which operations share a budget.
    pub limit_class: &'static str,
    /// Permissions for application context, least privileged first.
    pub application: &'static [&'static str],
    /// Permissions for user context, least privileged first.
    pub delegated: &'static [&'static str],
    /// The role permission that a person needs beside the delegated permission; may be empty.
    pub role: &'static str,
    /// What to do about a 403, where the permissions do not say it; may be empty.
    pub denied: &'static str,
    /// What to call instead, where the service gives no data here any more; empty where it does.
    pub retired: &'static str,
    /// How an action that the operation starts comes to its end; `None` where the answer is the end.
    pub completion: Option<&'static Completion>,
    /// How an action that the operation starts is found again, where it starts one.
    pub action: Option<&'static ActionSpec>,
    /// Where more is told about the record that the operation answers with.
    pub joins: Option<&'static Joins>,
    /// Where an answer of success says that a part failed.
    pub verdicts: Option<&'static Verdicts>,
    /// What the members of the body must agree on.
    pub checks: Option<&'static Checks>,
    /// The record that the operation changes.
    pub target: Option<&'static Target>,
    /// What it does to the records of the service. `GET` reads; others are [`EffectKind::Unknown`] by default.
    pub effect: Effect,
    /// The input that holds the items of a change of several.
    pub batch: Option<Batch>,
    /// What the records of a list are.
    pub record: Option<&'static Record>,
    /// What an analyst reads first of a record, in order.
    pub columns: &'static [Column],
    /// The vendor document.
    pub source: &'static str,
}

impl Operation {
    /// An operation with nothing but its identity. `GET`, `PUT` and `DELETE` are idempotent; `POST` and `PATCH` are not
    /// unless [`idempotent`](Self::idempotent) says so, as in HTTP (RFC 9110, RFC 5789).
    pub const fn new(id: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            id,
            method,
            path,
            host: "",
            summary: "",
            help: "",
            status: Status::Ga,
            params: &[],
            body: BodyKind::None,
            open_body: false,
            headers: &[],
            answer: Answer::Empty,
            paging: Paging::None,
            page_size: 0,
            unique_by: "",
            filterable: &[],
            default_filter: None,
            not_found: NotFound::Final,
            filter_fields: &[],
            idempotent: matches!(method, Method::Get | Method::Put | Method::Delete),
            appends: &[],
            limits: &[],
            limit_class: id,
            application: &[],
            delegated: &[],
            role: "",
            denied: "",
            retired: "",
            completion: None,
            action: None,
            joins: None,
            verdicts: None,
            checks: None,
            target: None,
            effect: Effect::new(match method {
                Method::Get => EffectKind::Read,
                _ => EffectKind::Unknown,
            }),
            batch: None,
            record: None,
            columns: &[],
            source: "",
        }
    }

    /// A `GET`.
    pub const fn get(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Get, path)
    }

    /// A `POST`, not idempotent unless told.
    pub const fn post(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Post, path)
    }

    /// A `PATCH`, not idempotent unless told.
    pub const fn patch(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Patch, path)
    }

    /// A `PUT`.
    pub const fn put(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Put, path)
    }

    /// A `DELETE`.
    pub const fn delete(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Delete, path)
    }

    /// The base URL family.
    pub const fn host(mut self, host: &'static str) -> Self {
        self.host = host;
        self
    }

    /// One short line.
    pub const fn summary(mut self, summary: &'static str) -> Self {
        self.summary = summary;
        self
    }

    /// Quirks that a caller must know.
    pub const fn help(mut self, help: &'static str) -> Self {
        self.help = help;
        self
    }

    /// How far the vendor stands behind it.
    pub const fn status(mut self, status: Status) -> Self {
        self.status = status;
        self
    }

    /// Every input.
    pub const fn params(mut self, params: &'static [Param]) -> Self {
        self.params = params;
        self
    }

    /// The form of the request body.
    pub const fn body(mut self, body: BodyKind) -> Self {
        self.body = body;
        self
    }

    /// Lets the body hold members that the row does not list.
    pub const fn open_body(mut self) -> Self {
        self.open_body = true;
        self
    }

    /// Headers that are sent with every call.
    pub const fn headers(mut self, headers: &'static [Header]) -> Self {
        self.headers = headers;
        self
    }

    /// What a successful answer holds.
    pub const fn answer(mut self, answer: Answer) -> Self {
        self.answer = answer;
        self
    }

    /// The answer holds rows in the member `list`.
    pub const fn collection(self, list: &'static str) -> Self {
        self.answer(Answer::Collection { list })
    }

    /// How the next page is asked for.
    pub const fn paging(mut self, paging: Paging) -> Self {
        self.paging = paging;
        self
    }

    /// The most rows the service puts into one answer.
    pub const fn page_size(mut self, rows: u32) -> Self {
        self.page_size = rows;
        self
    }

    /// The member by which a row that comes twice is known.
    pub const fn unique_by(mut self, member: &'static str) -> Self {
        self.unique_by = member;
        self
    }

    /// Properties that `$filter` may name.
    pub const fn filterable(mut self, properties: &'static [&'static str]) -> Self {
        self.filterable = properties;
        self
    }

    /// What a command line asks for unless it is told otherwise.
    pub const fn default_filter(mut self, filter: &'static DefaultFilter) -> Self {
        self.default_filter = Some(filter);
        self
    }

    /// What a 404 means.
    pub const fn not_found(mut self, meaning: NotFound) -> Self {
        self.not_found = meaning;
        self
    }

    /// The fields of the input `filters`.
    pub const fn filter_fields(mut self, fields: &'static [FilterField]) -> Self {
        self.filter_fields = fields;
        self
    }

    /// States that repeating the call does no harm.
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Inputs that the service appends, so that a call with one of them is not repeated.
    pub const fn appends(mut self, names: &'static [&'static str]) -> Self {
        self.appends = names;
        self
    }

    /// Documented budgets.
    pub const fn limits(mut self, limits: &'static [RateLimit]) -> Self {
        self.limits = limits;
        self
    }

    /// The name under which operations share a budget; the row's own id unless told.
    pub const fn limit_class(mut self, class: &'static str) -> Self {
        self.limit_class = class;
        self
    }

    /// Permissions, least privileged first.
    pub const fn permissions(
        mut self,
        application: &'static [&'static str],
        delegated: &'static [&'static str],
    ) -> Self {
        self.application = application;
        self.delegated = delegated;
        self
    }

    /// The role permission that a person needs beside the delegated permission.
    pub const fn role(mut self, role: &'static str) -> Self {
        self.role = role;
        self
    }

    /// What to do about a 403, where the permissions do not say it.
    pub const fn denied(mut self, advice: &'static str) -> Self {
        self.denied = advice;
        self
    }

    /// What to call instead, now that the service gives no data here any more. A request is refused before it is sent,
    /// unless it is made [`allow_retired`](crate::Request::allow_retired).
    pub const fn retired(mut self, instead: &'static str) -> Self {
        self.retired = instead;
        self
    }

    /// How an action that the operation starts comes to its end.
    pub const fn completion(mut self, completion: &'static Completion) -> Self {
        self.completion = Some(completion);
        self
    }

    /// How an action that the operation starts is found again.
    pub const fn action(mut self, spec: &'static ActionSpec) -> Self {
        self.action = Some(spec);
        self
    }

    /// Where more is told about the record.
    pub const fn joins(mut self, joins: &'static Joins) -> Self {
        self.joins = Some(joins);
        self
    }

    /// Where an answer of success says that a part failed.
    pub const fn verdicts(mut self, verdicts: &'static Verdicts) -> Self {
        self.verdicts = Some(verdicts);
        self
    }

    /// What the members of the body must agree on.
    pub const fn checks(mut self, checks: &'static Checks) -> Self {
        self.checks = Some(checks);
        self
    }

    /// The record that the operation changes.
    pub const fn target(mut self, target: &'static Target) -> Self {
        self.target = Some(target);
        self
    }

    /// What it does to the records of the service.
    pub const fn effect(mut self, effect: Effect) -> Self {
        self.effect = effect;
        self
    }

    /// The input that holds the items of a change of several, and how many it takes; 0 where no bound is documented.
    pub const fn batch(mut self, input: &'static str, most: usize) -> Self {
        self.batch = Some(Batch::new(input, most));
        self
    }

    /// What the records of a list are.
    pub const fn record(mut self, record: &'static Record) -> Self {
        self.record = Some(record);
        self
    }

    /// What an analyst reads first of a record.
    pub const fn columns(mut self, columns: &'static [Column]) -> Self {
        self.columns = columns;
        self
    }

    /// The vendor document.
    pub const fn source(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    /// Whether it changes nothing.
    pub const fn is_read(&self) -> bool {
        matches!(self.effect.kind, EffectKind::Read)
    }

    /// The input of that name, exact to the letter.
    pub fn param(&self, name: &str) -> Option<&'static Param> {
        self.params.iter().find(|param| param.name == name)
    }

    /// The member that holds the rows; `value` where the answer is no collection.
    pub fn list_member(&self) -> &'static str {
        match self.answer {
            Answer::Collection { list } => list,
            _ => "value",
        }
    }
}
