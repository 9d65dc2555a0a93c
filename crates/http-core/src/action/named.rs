//! Targets that are named in place of given by their id.

use std::fmt;

use serde_json::Value;

use crate::client::Client;
use crate::error::{Error, Result};
use crate::operation::Named;
use crate::request::Request;
use crate::request::odata::Filter;

/// A record that a name was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Taken {
    /// The name that the request gave.
    pub name: String,
    /// The id of the record.
    pub id: String,
}

/// How many candidates an error lists.
const MOST_LISTED: usize = 10;

impl Client {
    /// The request with the id of the record that it names, and which record that is; a request that gives an id, or
    /// changes no record that can be named, as it is. [`begin`](Client::begin) does this by itself.
    ///
    /// # Errors
    /// Those of the operations that look for records; [`ErrorKind::Usage`](crate::ErrorKind::Usage) with the candidates for
    /// a name that does not stand for exactly one record that can be acted on.
    pub async fn resolve(&self, request: Request) -> Result<(Request, Option<Taken>)> {
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
                "`{name}` is a name, and several records may have it: give the id, or let the caller read records"
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
        let taken = Taken {
            name,
            id: id.clone(),
        };
        Ok((request.set(input, id), Some(taken)))
    }

    /// The records that have the name, the one that the service takes first.
    async fn candidates(&self, named: &Named, input: &str, name: &str) -> Result<Vec<Candidate>> {
        let first: Value = self.send(Request::new(named.get).set(input, name)).await?;
        let first = Candidate::of(first)
            .ok_or_else(|| Error::decode("the answer holds no id").with_operation(named.get))?;
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
    fn is_id(&self, text: &str) -> bool {
        text.len() == self.digits && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    }

    fn can_be_acted_on(&self, one: &Candidate, request: &Request) -> bool {
        let (member, word) = self.live;
        let (input, exempt) = self.unless;
        let is_exempt = request.body_value(input).and_then(Value::as_str) == Some(exempt);
        // A record that does not tell is not held back.
        let is_live = one
            .text(member)
            .is_none_or(|told| told.eq_ignore_ascii_case(word));
        self.replaced(one).is_none() && (is_live || is_exempt && !exempt.is_empty())
    }

    fn replaced<'a>(&self, one: &'a Candidate) -> Option<&'a str> {
        let mut told = self.gone.iter().filter_map(|member| one.text(member));
        told.find(|text| !text.is_empty())
    }

    fn describe(&self, one: &Candidate) -> String {
        let (member, _) = self.live;
        let told = one.text(member).unwrap_or("unknown");
        let replaced = self.replaced(one);
        let replaced = replaced
            .map(|by| format!(", replaced by {by}"))
            .unwrap_or_default();
        let seen = one
            .text("lastSeen")
            .map(|at| format!(", last seen {at}"))
            .unwrap_or_default();
        format!("{} ({member} {told}{replaced}{seen})", one.id)
    }
}

fn refusal(
    named: &Named,
    name: &str,
    found: &[Candidate],
    several: bool,
    request: &Request,
) -> Error {
    let listed: Vec<_> = found
        .iter()
        .take(MOST_LISTED)
        .map(|one| named.describe(one))
        .collect();
    let more = match found.len().saturating_sub(MOST_LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let why = match several {
        true => "stands for several records",
        false => "stands for no record that can be acted on",
    };
    Error::usage(format!(
        "`{name}` {why}: {}{more}; nothing was sent",
        listed.join(", ")
    ))
    .with_operation(request.operation())
    .with_hint("give the id of the record that is meant")
}

/// A record that has the name.
struct Candidate {
    id: String,
    record: Value,
}

impl Candidate {
    fn of(record: Value) -> Option<Self> {
        let id = record.get("id")?.as_str()?.to_owned();
        Some(Self { id, record })
    }

    fn text(&self, member: &str) -> Option<&str> {
        self.record.get(member)?.as_str()
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Candidate").field(&self.id).finish()
    }
}
