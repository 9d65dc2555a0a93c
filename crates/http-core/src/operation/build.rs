//! Constant methods that build an [`Operation`], one fact per call.
//!
//! The tables are printed as chains of these calls. A setter replaces the earlier value; nothing is
//! validated here, because `cargo xtask generate` validates the tables before it prints them.

use super::{
    Access, Action, ActionSpec, Answer, AnswerKind, Batch, BodyKind, Checks, Column, Completion,
    Conduct, DefaultFilter, Doc, Effect, Enrichment, FilterField, FilterProperty, Header, Http,
    Listing, Method, NotFound, Operation, Paging, Param, RateLimit, Record, Status, Target,
    Verdicts,
};

impl Operation {
    /// An operation with an identity and no other facts.
    ///
    /// `GET`, `PUT` and `DELETE` are idempotent (RFC 9110, section 9.2.2). `POST` and `PATCH` (RFC
    /// 5789) are not, until [`idempotent`](Self::idempotent) is called. A call that is not
    /// idempotent is not repeated when its outcome is unknown.
    ///
    /// `path` starts at the root of the host; inputs stand in braces: `/orders/{id}`.
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

    /// A `GET`: reads, and may be repeated.
    pub const fn get(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Get, path)
    }

    /// A `POST`. Not idempotent (default); its effect is unknown until [`effect`](Self::effect) is
    /// set.
    pub const fn post(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Post, path)
    }

    /// A `PATCH`. Not idempotent (default).
    pub const fn patch(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Patch, path)
    }

    /// A `PUT`: idempotent.
    pub const fn put(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Put, path)
    }

    /// A `DELETE`: idempotent, so a repeated call may answer 404.
    pub const fn delete(id: &'static str, path: &'static str) -> Self {
        Self::new(id, Method::Delete, path)
    }

    /// Sets the base URL by the name of an endpoint: see [`Http::host`].
    pub const fn host(mut self, host: &'static str) -> Self {
        self.http.host = host;
        self
    }

    /// Sets the summary: one line, verb and object, without a full stop.
    pub const fn summary(mut self, summary: &'static str) -> Self {
        self.doc.summary = summary;
        self
    }

    /// Sets what a caller must know beyond the summary.
    pub const fn help(mut self, help: &'static str) -> Self {
        self.doc.help = help;
        self
    }

    /// Sets whether the vendor supports it. Default: [`Status::Ga`].
    pub const fn status(mut self, status: Status) -> Self {
        self.doc.status = status;
        self
    }

    /// Sets the ids of the operations to call instead of this one: see [`Doc::replaced_by`](super::Doc::replaced_by).
    pub const fn replaced_by(mut self, ids: &'static [&'static str]) -> Self {
        self.doc.replaced_by = ids;
        self
    }

    /// Sets all inputs. Path inputs must be among them.
    pub const fn inputs(mut self, inputs: &'static [Param]) -> Self {
        self.inputs = inputs;
        self
    }

    /// Sets the form of the request body. Default: [`BodyKind::None`].
    pub const fn body(mut self, body: BodyKind) -> Self {
        self.http.body = body;
        self
    }

    /// Allows members in the body that are not listed as inputs. Default: they are refused before
    /// sending.
    pub const fn open_body(mut self) -> Self {
        self.http.open_body = true;
        self
    }

    /// Sets headers that are sent with every call, such as `Prefer`.
    pub const fn headers(mut self, headers: &'static [Header]) -> Self {
        self.http.headers = headers;
        self
    }

    /// Sets the form of a successful answer. Default: [`AnswerKind::Empty`].
    pub const fn answer(mut self, kind: AnswerKind) -> Self {
        self.answer.kind = kind;
        self
    }

    /// The answer is a list of records in the member `list`.
    pub const fn collection(self, list: &'static str) -> Self {
        self.answer(AnswerKind::Collection { list })
    }

    /// Sets how the next page is requested. Default: [`Paging::None`], one answer holds everything.
    pub const fn paging(mut self, paging: Paging) -> Self {
        self.list.paging = paging;
        self
    }

    /// Sets the maximum number of records per answer. A larger `$top` or `limit` of the caller is
    /// reduced to it.
    pub const fn page_size(mut self, rows: u32) -> Self {
        self.list.page_size = rows;
        self
    }

    /// Sets the member that identifies a record, so that a record listed twice is returned once.
    /// Costs memory for one key per record.
    pub const fn unique_by(mut self, member: &'static str) -> Self {
        self.list.unique_by = member;
        self
    }

    /// Sets the properties that `$filter` accepts. Empty (default): unknown, and not checked.
    pub const fn filterable(mut self, properties: &'static [&'static str]) -> Self {
        self.list.filterable = properties;
        self
    }

    /// Sets the words and times among the filterable properties. Empty (default): no value is checked.
    pub const fn filter_types(mut self, properties: &'static [FilterProperty]) -> Self {
        self.list.filter_types = properties;
        self
    }

    /// Sets a filter that command lines add by default. The SDK never adds it.
    pub const fn default_filter(mut self, filter: &'static DefaultFilter) -> Self {
        self.list.default_filter = Some(filter);
        self
    }

    /// Sets what a 404 means. Default: [`NotFound::Final`].
    pub const fn not_found(mut self, meaning: NotFound) -> Self {
        self.conduct.not_found = meaning;
        self
    }

    /// Sets the fields that the input `filters` accepts, with their operators (Defender for Cloud
    /// Apps).
    pub const fn filter_fields(mut self, fields: &'static [FilterField]) -> Self {
        self.list.filter_fields = fields;
        self
    }

    /// States that a repeated call has the effect of a single one, so that it is retried after an
    /// unknown outcome.
    pub const fn idempotent(mut self) -> Self {
        self.conduct.idempotent = true;
        self
    }

    /// Sets inputs whose value the service appends instead of replacing. A call with one of them is
    /// not retried after an unknown outcome, whatever [`idempotent`](Self::idempotent) says.
    pub const fn appends(mut self, names: &'static [&'static str]) -> Self {
        self.conduct.appends = names;
        self
    }

    /// Sets the documented rate limits. All of them apply at once.
    pub const fn limits(mut self, limits: &'static [RateLimit]) -> Self {
        self.conduct.limits = limits;
        self
    }

    /// Sets the name of the rate-limit budget. Operations with the same name share it. Default: the
    /// operation id.
    pub const fn limit_class(mut self, class: &'static str) -> Self {
        self.conduct.limit_class = class;
        self
    }

    /// Sets application and delegated permissions, least privileged first.
    pub const fn permissions(
        mut self,
        application: &'static [&'static str],
        delegated: &'static [&'static str],
    ) -> Self {
        self.access.application = application;
        self.access.delegated = delegated;
        self
    }

    /// Sets the role that a user needs in addition to the delegated permission.
    pub const fn role(mut self, role: &'static str) -> Self {
        self.access.role = role;
        self
    }

    /// Sets advice for a 403 that the permissions do not explain.
    pub const fn denied(mut self, advice: &'static str) -> Self {
        self.access.denied = advice;
        self
    }

    /// Names the replacement of an operation that the service no longer answers. A request fails
    /// before it is sent, unless it is made with [`allow_retired`](crate::Request::allow_retired).
    pub const fn retired(mut self, instead: &'static str) -> Self {
        self.conduct.retired = instead;
        self
    }

    /// Sets how a started action reaches its end.
    pub const fn completion(mut self, completion: &'static Completion) -> Self {
        self.action.completion = Some(completion);
        self
    }

    /// Sets how a started action is found again.
    pub const fn action(mut self, spec: &'static ActionSpec) -> Self {
        self.action.spec = Some(spec);
        self
    }

    /// Sets the list with more facts about the record.
    pub const fn enrichment(mut self, enrichment: &'static Enrichment) -> Self {
        self.answer.enrichment = Some(enrichment);
        self
    }

    /// Sets where a successful answer reports failed items.
    pub const fn verdicts(mut self, verdicts: &'static Verdicts) -> Self {
        self.answer.verdicts = Some(verdicts);
        self
    }

    /// Sets rules between members of the body, checked before sending.
    pub const fn checks(mut self, checks: &'static Checks) -> Self {
        self.http.checks = Some(checks);
        self
    }

    /// Sets the record that the operation changes.
    pub const fn target(mut self, target: &'static Target) -> Self {
        self.action.target = Some(target);
        self
    }

    /// Sets what the operation does to the records of the service.
    pub const fn effect(mut self, effect: Effect) -> Self {
        self.action.effect = effect;
        self
    }

    /// Sets the input that holds several items, and the maximum per call; 0 if no limit is
    /// documented.
    pub const fn batch(mut self, input: &'static str, most: usize) -> Self {
        self.action.batch = Some(Batch::new(input, most));
        self
    }

    /// Sets the operation whose inputs are the members of one item. Call it after
    /// [`batch`](Self::batch).
    pub const fn item_of(mut self, operation: &'static Operation) -> Self {
        if let Some(batch) = self.action.batch {
            self.action.batch = Some(batch.one(operation));
        }
        self
    }

    /// Sets key, version and times of the listed records.
    pub const fn record(mut self, record: &'static Record) -> Self {
        self.list.record = Some(record);
        self
    }

    /// Sets the members an analyst reads first.
    pub const fn columns(mut self, columns: &'static [Column]) -> Self {
        self.answer.columns = columns;
        self
    }

    /// Sets the name of the vendor's page that documents the operation.
    pub const fn source(mut self, source: &'static str) -> Self {
        self.doc.source = source;
        self
    }
}
