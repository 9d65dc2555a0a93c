//! One endpoint of a service as a constant. Everything else is derived from it: builders, commands, help, permission
//! tables, rate limits. This module is data only and imports nothing else of the crate.

mod access;
mod action;
mod action_spec;
mod answer;
mod batch;
mod build;
mod checks;
mod column;
mod completion;
mod conduct;
mod default_filter;
mod doc;
mod effect;
mod enrichment;
mod filter_field;
mod http;
mod limits;
mod list;
mod param;
mod record;
mod target;
mod verdicts;

pub use self::access::Access;
pub use self::action::Action;
pub use self::action_spec::ActionSpec;
pub use self::answer::{Answer, AnswerKind};
pub use self::batch::Batch;
pub use self::checks::{Checks, Fits, Form};
pub use self::column::{Cell, Column};
pub use self::completion::{Completion, Each, Fetch, Pause, Progress};
pub(crate) use self::completion::{id_in, text_at};
pub use self::conduct::{Conduct, NotFound};
pub use self::default_filter::DefaultFilter;
pub use self::doc::{Doc, Status};
pub use self::effect::{Effect, EffectKind, Undo};
pub use self::enrichment::Enrichment;
pub use self::filter_field::{FilterField, FilterKind};
pub use self::http::{BodyKind, Header, Http, Method};
pub use self::limits::RateLimit;
pub use self::list::{Listing, Paging};
pub use self::param::{Kind, Param, Place};
pub use self::record::{Newest, Record, RecordKind, Since, SinceForm};
pub use self::target::{Named, Target};
pub use self::verdicts::{ItemFailed, Verdicts};

/// An operation of a service: everything that is known about one endpoint.
///
/// Typed builders, commands, help, permission tables and rate limits are all derived from it. Its facts stand in groups,
/// so that code takes the part it needs: a limiter the [`Conduct`], a permission report the [`Access`].
///
/// An operation is made by [`get`](Self::get), [`post`](Self::post) and their kind, and by the methods that set one fact
/// each:
///
/// ```
/// use http_core::{Operation, Param};
///
/// static ORDER: Operation = Operation::get("shop.orders.get", "/orders/{id}")
///     .host("shop")
///     .summary("Get an order")
///     .inputs(&[Param::path("id")]);
/// assert_eq!(ORDER.http.path, "/orders/{id}");
/// assert!(ORDER.is_read());
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Operation {
    /// `<product>.<group>.<verb>` in snake case, for example `mde.alerts.list`.
    pub id: &'static str,
    /// What goes over the wire: method, address, headers, body.
    pub http: Http,
    /// Every input: of the path, the query, the headers and the body.
    pub inputs: &'static [Param],
    /// What a successful answer holds.
    pub answer: Answer,
    /// How a list is paged, filtered and followed. Of no meaning for an operation that answers no list.
    pub list: Listing,
    /// What the operation changes, and how the change comes to its end.
    pub action: Action,
    /// What a caller may do again and how often.
    pub conduct: Conduct,
    /// What a caller needs to be allowed to.
    pub access: Access,
    /// What a person reads about it.
    pub doc: Doc,
}

impl Operation {
    /// The input of that name, exact to the letter.
    pub fn input(&self, name: &str) -> Option<&'static Param> {
        self.inputs.iter().find(|input| input.name == name)
    }

    /// Whether it changes nothing.
    pub const fn is_read(&self) -> bool {
        matches!(self.action.effect.kind, EffectKind::Read)
    }

    /// The member that holds the records of a list; `value` where the answer is no collection.
    pub fn list_member(&self) -> &'static str {
        match self.answer.kind {
            AnswerKind::Collection { list } => list,
            _ => "value",
        }
    }
}
