//! Operations are written as a chain of constant methods, each of which sets one fact.

use super::{
    Access, Action, ActionSpec, Answer, AnswerKind, Batch, BodyKind, Checks, Column, Completion,
    Conduct, DefaultFilter, Doc, Effect, Enrichment, FilterField, Header, Http, Listing, Method,
    NotFound, Operation, Paging, Param, RateLimit, Record, Status, Target, Verdicts,
};

impl Operation {
    /// An operation with nothing but its identity. `GET`, `PUT` and `DELETE` are idempotent; `POST` and `PATCH` are not
    /// until [`idempotent`](Self::idempotent) is set, as in HTTP (RFC 9110, RFC 5789).
    pub const fn new(id: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            id,
            http: Http::new(method, path),
            inputs: &[],
            answer: Answer::new(),
            list: Listing::new(),
            action: Action::new(method),
            conduct: Conduct::new(id, method),
            access: Access::new(),
            doc: Doc::new(),
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
        self.http.host = host;
        self
    }

    /// One short line.
    pub const fn summary(mut self, summary: &'static str) -> Self {
        self.doc.summary = summary;
        self
    }

    /// Quirks that a caller must know.
    pub const fn help(mut self, help: &'static str) -> Self {
        self.doc.help = help;
        self
    }

    /// How far the vendor stands behind it.
    pub const fn status(mut self, status: Status) -> Self {
        self.doc.status = status;
        self
    }

    /// Every input.
    pub const fn inputs(mut self, inputs: &'static [Param]) -> Self {
        self.inputs = inputs;
        self
    }

    /// The form of the request body.
    pub const fn body(mut self, body: BodyKind) -> Self {
        self.http.body = body;
        self
    }

    /// Lets the body hold members that the row does not list.
    pub const fn open_body(mut self) -> Self {
        self.http.open_body = true;
        self
    }

    /// Headers that are sent with every call.
    pub const fn headers(mut self, headers: &'static [Header]) -> Self {
        self.http.headers = headers;
        self
    }

    /// What a successful answer holds.
    pub const fn answer(mut self, kind: AnswerKind) -> Self {
        self.answer.kind = kind;
        self
    }

    /// The answer holds rows in the member `list`.
    pub const fn collection(self, list: &'static str) -> Self {
        self.answer(AnswerKind::Collection { list })
    }

    /// How the next page is asked for.
    pub const fn paging(mut self, paging: Paging) -> Self {
        self.list.paging = paging;
        self
    }

    /// The most rows the service puts into one answer.
    pub const fn page_size(mut self, rows: u32) -> Self {
        self.list.page_size = rows;
        self
    }

    /// The member by which a row that comes twice is known.
    pub const fn unique_by(mut self, member: &'static str) -> Self {
        self.list.unique_by = member;
        self
    }

    /// Properties that `$filter` may name.
    pub const fn filterable(mut self, properties: &'static [&'static str]) -> Self {
        self.list.filterable = properties;
        self
    }

    /// What a command line asks for unless it is told otherwise.
    pub const fn default_filter(mut self, filter: &'static DefaultFilter) -> Self {
        self.list.default_filter = Some(filter);
        self
    }

    /// What a 404 means.
    pub const fn not_found(mut self, meaning: NotFound) -> Self {
        self.conduct.not_found = meaning;
        self
    }

    /// The fields of the input `filters`.
    pub const fn filter_fields(mut self, fields: &'static [FilterField]) -> Self {
        self.list.filter_fields = fields;
        self
    }

    /// States that repeating the call does no harm.
    pub const fn idempotent(mut self) -> Self {
        self.conduct.idempotent = true;
        self
    }

    /// Inputs that the service appends, so that a call with one of them is not repeated.
    pub const fn appends(mut self, names: &'static [&'static str]) -> Self {
        self.conduct.appends = names;
        self
    }

    /// Documented budgets.
    pub const fn limits(mut self, limits: &'static [RateLimit]) -> Self {
        self.conduct.limits = limits;
        self
    }

    /// The name under which operations share a budget; the row's own id unless told.
    pub const fn limit_class(mut self, class: &'static str) -> Self {
        self.conduct.limit_class = class;
        self
    }

    /// Permissions, least privileged first.
    pub const fn permissions(
        mut self,
        application: &'static [&'static str],
        delegated: &'static [&'static str],
    ) -> Self {
        self.access.application = application;
        self.access.delegated = delegated;
        self
    }

    /// The role permission that a person needs beside the delegated permission.
    pub const fn role(mut self, role: &'static str) -> Self {
        self.access.role = role;
        self
    }

    /// What to do about a 403, where the permissions do not say it.
    pub const fn denied(mut self, advice: &'static str) -> Self {
        self.access.denied = advice;
        self
    }

    /// What to call instead, now that the service gives no data here any more. A request is refused before it is sent,
    /// unless it is made [`allow_retired`](crate::Request::allow_retired).
    pub const fn retired(mut self, instead: &'static str) -> Self {
        self.conduct.retired = instead;
        self
    }

    /// How an action that the operation starts comes to its end.
    pub const fn completion(mut self, completion: &'static Completion) -> Self {
        self.action.completion = Some(completion);
        self
    }

    /// How an action that the operation starts is found again.
    pub const fn action(mut self, spec: &'static ActionSpec) -> Self {
        self.action.spec = Some(spec);
        self
    }

    /// Where more is told about the record.
    pub const fn enrichment(mut self, enrichment: &'static Enrichment) -> Self {
        self.answer.enrichment = Some(enrichment);
        self
    }

    /// Where an answer of success says that a part failed.
    pub const fn verdicts(mut self, verdicts: &'static Verdicts) -> Self {
        self.answer.verdicts = Some(verdicts);
        self
    }

    /// What the members of the body must agree on.
    pub const fn checks(mut self, checks: &'static Checks) -> Self {
        self.http.checks = Some(checks);
        self
    }

    /// The record that the operation changes.
    pub const fn target(mut self, target: &'static Target) -> Self {
        self.action.target = Some(target);
        self
    }

    /// What it does to the records of the service.
    pub const fn effect(mut self, effect: Effect) -> Self {
        self.action.effect = effect;
        self
    }

    /// The input that holds the items of a change of several, and how many it takes; 0 where no bound is documented.
    pub const fn batch(mut self, input: &'static str, most: usize) -> Self {
        self.action.batch = Some(Batch::new(input, most));
        self
    }

    /// What the records of a list are.
    pub const fn record(mut self, record: &'static Record) -> Self {
        self.list.record = Some(record);
        self
    }

    /// What an analyst reads first of a record.
    pub const fn columns(mut self, columns: &'static [Column]) -> Self {
        self.answer.columns = columns;
        self
    }

    /// The vendor document.
    pub const fn source(mut self, source: &'static str) -> Self {
        self.doc.source = source;
        self
    }
}
