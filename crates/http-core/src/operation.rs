//! Describes one endpoint of a service as a constant.
//!
//! An [`Operation`] is data. The tables of `crates/reference` print one constant per endpoint, and
//! typed builders, commands, help, permission tables, rate limits, undo and the emulator are
//! derived from it. A fact about a service is therefore written once, and a correction reaches
//! every surface.
//!
//! Rules of this module:
//!
//! - Every constructor and setter is a `const fn`, so an operation costs nothing at run time and a
//!   mistake is a compile error.
//! - Optional texts and lists are empty (`""`, `&[]`) rather than `None`: constants stay short, and
//!   "not documented" needs no other spelling. Each field says what empty means.
//! - The module holds no behaviour and imports nothing else of the crate, so any part of the crate
//!   can read it.

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
mod filter_property;
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
pub use self::filter_property::FilterProperty;
pub use self::http::{BodyKind, Header, Http, Method};
pub use self::limits::RateLimit;
pub use self::list::{Listing, Paging};
pub use self::param::{Kind, Param, Place};
pub use self::record::{Newest, Record, RecordKind, Since, SinceForm};
pub use self::target::{NameForm, Named, Target, Users};
pub use self::verdicts::{ItemFailed, Verdicts};

/// Everything that is known about one endpoint of a service.
///
/// The facts are grouped, so that code takes the part it needs: a rate limiter takes the
/// [`Conduct`], a permission report the [`Access`].
///
/// Start with [`get`](Self::get), [`post`](Self::post) or another method, then set one fact per
/// call. A [`Request`](crate::Request) combines an operation with values; a
/// [`Client`](crate::Client) sends it.
///
/// # Examples
///
/// A read with one input:
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
/// assert_eq!(ORDER.input("id").map(|input| input.required), Some(true));
/// ```
///
/// A list that is paged, and a change that another operation takes back:
///
/// ```
/// use http_core::{Effect, EffectKind, Operation, Paging, Param, Undo};
///
/// static ORDERS: Operation = Operation::get("shop.orders.list", "/orders")
///     .inputs(&[Param::query("$filter"), Param::query("$top"), Param::query("$skip")])
///     .collection("value")
///     .paging(Paging::NextLink)
///     .page_size(1_000)
///     .unique_by("id");
/// assert_eq!(ORDERS.list_member(), "value");
///
/// static REOPEN: Undo = Undo::by("shop.orders.reopen").carried(&["id"]);
/// static CLOSE: Operation = Operation::post("shop.orders.close", "/orders/{id}/close")
///     .inputs(&[Param::path("id")])
///     .effect(Effect::new(EffectKind::Reversible).undo(&REOPEN));
/// assert!(!CLOSE.is_read());
/// assert!(!CLOSE.conduct.idempotent);
/// ```
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Operation {
    /// `<product>.<group>.<verb>` in snake case, for example `mde.alerts.list`.
    pub id: &'static str,
    /// What goes over the wire: method, address, headers, form of the body.
    pub http: Http,
    /// Every input, wherever it travels. A request refuses a name that is not listed here.
    pub inputs: &'static [Param],
    /// What a successful answer holds, and how to read it.
    pub answer: Answer,
    /// How a list is paged and filtered. Ignored unless the answer is a
    /// [collection](AnswerKind::Collection).
    pub list: Listing,
    /// What the operation changes, how the change is followed to its end and how it is undone.
    pub action: Action,
    /// What may be repeated, how often the operation may be called, and what a 404 means.
    pub conduct: Conduct,
    /// Permissions and roles a caller needs.
    pub access: Access,
    /// Texts for people: summary, help, support status, source.
    pub doc: Doc,
}

impl Operation {
    /// Returns the input with this name. Letter case counts: `$top` and `$Top` differ.
    pub fn input(&self, name: &str) -> Option<&'static Param> {
        self.inputs.iter().find(|input| input.name == name)
    }

    /// Whether the operation changes nothing. The effect decides, not the HTTP method: a hunting
    /// query is a `POST` that reads.
    pub const fn is_read(&self) -> bool {
        matches!(self.action.effect.kind, EffectKind::Read)
    }

    /// The member of the answer that holds the records of a list. Returns `value` if the answer is
    /// not a collection, which is the name OData uses.
    pub fn list_member(&self) -> &'static str {
        match self.answer.kind {
            AnswerKind::Collection { list } => list,
            _ => "value",
        }
    }
}
