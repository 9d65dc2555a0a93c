//! Resolves a target that is given by name to the id of one record.
//!
//! Defender for Endpoint accepts a device name where it documents an id, and acts on the record it
//! finds first. Names are not unique: a reinstalled device has a second record, and records merged
//! into another (`mergedIntoMachineId`) remain. So an isolation by name could hit a record that no
//! longer exists in the network.
//!
//! The lookup takes two calls, both reads:
//!
//! - Get the record the service chooses for the name. It also gives the full name, if the caller
//!   typed a part.
//! - List all records with that full name. Keep those that can be acted on: active, and not
//!   replaced by another.
//!
//! Exactly one must remain. Otherwise the error lists the candidates with what tells them apart,
//! and nothing is sent. The facts (which member, which word) are in [`Named`].

use std::fmt;

use serde_json::Value;

use crate::client::Client;
use crate::error::{Error, Result};
use crate::operation::Named;
use crate::request::Request;
use crate::request::odata::Filter;

/// The record that a name was resolved to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ResolvedTarget {
    /// The name as the request gave it.
    pub name: String,
    /// The id of the record, which replaces the name in the request.
    pub id: String,
}

/// Number of candidates that an error lists.
const MAX_LISTED: usize = 10;

impl Client {
    /// Replaces a name in a request by the id of its record, and says which record that is.
    ///
    /// Returns the request unchanged, with `None`, if it already holds an id or if its target
    /// cannot be named. [`begin`](Client::begin) calls this itself; call it directly to show the
    /// record in a prompt first.
    ///
    /// # Errors
    /// - [`ErrorKind::Usage`](crate::ErrorKind::Usage), with the candidates, if the name does not
    ///   stand for exactly one record that can be acted on.
    /// - Errors of the two reads. After a 403 the hint says to use the id.
    pub async fn resolve(&self, request: Request) -> Result<(Request, Option<ResolvedTarget>)> {
        let target = request.operation().action.target;
        let named = target.and_then(|target| Some((target.input, target.named.as_ref()?)));
        let Some((input, named)) = named else {
            return Ok((request, None));
        };
        request.check_at(std::time::SystemTime::now())?;
        let Some(name) = request.path_value(input).map(str::to_owned) else {
            return Ok((request, None));
        };
        if named.is_id(&name) {
            return Ok((request, None));
        }
        let found = self.candidates(named, input, &name).await;
        let found = found.map_err(|error| match error.is_denied() {
            true => error.with_hint(format!(
                "`{name}` is a name, and several records may share it: pass an id, or grant permission to read records"
            )),
            false => error,
        })?;
        let mut usable = found
            .iter()
            .filter(|one| named.can_be_acted_on(one, &request));
        let id = match (usable.next(), usable.next()) {
            (Some(one), None) => one.id.clone(),
            (one, _) => return Err(refusal(named, &name, &found, one.is_some(), &request)),
        };
        let resolved = ResolvedTarget {
            name,
            id: id.clone(),
        };
        Ok((request.set(input, id), Some(resolved)))
    }

    /// All records with the name. The record that the service chooses is first, even if the list
    /// lacks it.
    async fn candidates(&self, named: &Named, input: &str, name: &str) -> Result<Vec<Candidate>> {
        let first: Value = self.send(Request::new(named.get).set(input, name)).await?;
        let first = Candidate::of(first)
            .ok_or_else(|| Error::decode("the answer has no id").with_operation(named.get))?;
        let full = first.text(named.property).unwrap_or(name).to_owned();
        let list = Request::new(named.list).filter(Filter::eq(named.property, full.as_str()));
        let mut rows = self.rows(list).into_raw_items::<Value>();
        let mut found = vec![first];
        while let Some(row) = rows.next_row().await {
            let candidate = Candidate::of(row?.decode()?);
            let new = candidate.filter(|one| found.iter().all(|other| other.id != one.id));
            found.extend(new);
        }
        Ok(found)
    }
}

impl Named {
    /// Whether a text has the form of an id, so that no lookup is needed.
    fn is_id(&self, text: &str) -> bool {
        text.len() == self.digits && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    /// Whether a record is live and not replaced. A change that is exempt also acts on records that
    /// are not live.
    fn can_be_acted_on(&self, one: &Candidate, request: &Request) -> bool {
        let (member, word) = self.live;
        let (input, exempt) = self.unless;
        let is_exempt = request.body_value(input).and_then(Value::as_str) == Some(exempt);
        // A record without the member counts as live: the list may leave it out.
        let is_live = one
            .text(member)
            .is_none_or(|state| state.eq_ignore_ascii_case(word));
        self.replaced(one).is_none() && (is_live || is_exempt && !exempt.is_empty())
    }

    /// The id of the record that has replaced this one.
    fn replaced<'a>(&self, one: &'a Candidate) -> Option<&'a str> {
        let mut ids = self.gone.iter().filter_map(|member| one.text(member));
        ids.find(|text| !text.is_empty())
    }

    /// One line that tells a candidate apart: id, state, replacement, last contact.
    fn describe(&self, one: &Candidate) -> String {
        let (member, _) = self.live;
        let state = one.text(member).unwrap_or("unknown");
        let replaced = self.replaced(one);
        let replaced = replaced
            .map(|by| format!(", replaced by {by}"))
            .unwrap_or_default();
        let seen = one
            .text("lastSeen")
            .map(|at| format!(", last seen {at}"))
            .unwrap_or_default();
        format!("{} ({member} {state}{replaced}{seen})", one.id)
    }
}

/// The error for a name that does not stand for exactly one usable record.
fn refusal(
    named: &Named,
    name: &str,
    found: &[Candidate],
    several: bool,
    request: &Request,
) -> Error {
    let listed: Vec<_> = found
        .iter()
        .take(MAX_LISTED)
        .map(|one| named.describe(one))
        .collect();
    let more = match found.len().saturating_sub(MAX_LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let why = match several {
        true => "matches several records",
        false => "matches no record that can be acted on",
    };
    Error::usage(format!(
        "`{name}` {why}: {}{more}; nothing was sent",
        listed.join(", ")
    ))
    .with_operation(request.operation())
    .with_hint("pass the id of one record")
}

/// A record with the name. `Debug` shows only the id, because records are customer data.
struct Candidate {
    id: String,
    record: Value,
}

impl Candidate {
    /// `None` if the record has no id.
    fn of(record: Value) -> Option<Self> {
        let id = record.get("id")?.as_str()?.to_owned();
        Some(Self { id, record })
    }

    /// The text in a member of the record.
    fn text(&self, member: &str) -> Option<&str> {
        self.record.get(member)?.as_str()
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Candidate").field(&self.id).finish()
    }
}
