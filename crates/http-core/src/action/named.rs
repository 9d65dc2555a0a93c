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
//!   typed a part. An IP address or an Entra id of a device is looked up in the list alone, and so is
//!   the first label of a name that the service does not take.
//! - List all records with that full name. Keep those that can be acted on: active, and not
//!   replaced by another.
//!
//! Exactly one must remain. Otherwise the error lists the candidates with what tells them apart,
//! and nothing is sent. The facts (which member, which word) are in [`Named`].

use std::fmt;

use serde_json::Value;

use crate::client::Client;
use crate::error::{Error, ErrorKind, Result};
use crate::operation::{NameForm, Named, Place};
use crate::request::Request;
use crate::request::odata::{Filter, is_guid};

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
    /// Returns the errors of [`resolve_as`](Client::resolve_as).
    pub async fn resolve(&self, request: Request) -> Result<(Request, Option<ResolvedTarget>)> {
        let target = request.operation().action.target;
        let named = target.and_then(|target| Some((target.input, target.named.as_ref()?)));
        let Some((input, named)) = named else {
            return Ok((request, None));
        };
        let (request, mut resolved) = self.resolve_as(request, input, named).await?;
        Ok((request, resolved.pop()))
    }

    /// Replaces the names in an input, a part of the path or a list in the body, by the ids of their
    /// records. A name is that of a record, its first label, or the value of one of
    /// [`Named::also`], such as an IP address. Ids stay as they are and cost no call.
    ///
    /// A change needs a record that can be acted on. A read also takes one that is not live, if no
    /// other has the name.
    ///
    /// # Errors
    /// - [`ErrorKind::Usage`], with the candidates, if the name does not stand for exactly one such
    ///   record; [`ErrorKind::NotFound`] if no record has it.
    /// - Errors of the two reads. After a 403 the hint says to use the id.
    pub async fn resolve_as(
        &self,
        request: Request,
        input: &'static str,
        named: &Named,
    ) -> Result<(Request, Vec<ResolvedTarget>)> {
        request.check_at(std::time::SystemTime::now())?;
        let mut resolved = Vec::new();
        if let Some(name) = request.path_value(input).map(str::to_owned) {
            if named.is_id(&name) {
                return Ok((request, resolved));
            }
            let id = self.id_of(named, &name, &request).await?;
            let request = request.set(input, id.clone());
            resolved.push(ResolvedTarget { name, id });
            return Ok((request, resolved));
        }
        let Some(Value::Array(items)) = request.body_value(input).cloned() else {
            return Ok((request, resolved));
        };
        let mut ids = Vec::with_capacity(items.len());
        for item in items {
            match item.as_str().filter(|text| !named.is_id(text)) {
                Some(name) => {
                    let id = self.id_of(named, name, &request).await?;
                    resolved.push(ResolvedTarget {
                        name: name.to_owned(),
                        id: id.clone(),
                    });
                    // A name and an id may stand for one record.
                    let id = Value::from(id);
                    if !ids.contains(&id) {
                        ids.push(id);
                    }
                }
                None if ids.contains(&item) => {}
                None => ids.push(item),
            }
        }
        Ok((request.set(input, ids), resolved))
    }

    /// The id of the one record with a name.
    async fn id_of(&self, named: &Named, name: &str, request: &Request) -> Result<String> {
        let found = self.candidates(named, name).await;
        let found = found.map_err(|error| match error.is_denied() {
            true => error.with_hint(format!(
                "`{name}` is a name, and several records may share it: pass an id, or grant permission to read records"
            )),
            false => error,
        })?;
        let mut usable = found
            .iter()
            .filter(|one| named.can_be_acted_on(one, request));
        match (usable.next(), usable.next()) {
            (Some(one), None) => return Ok(one.id.clone()),
            (Some(_), Some(_)) => return Err(refusal(named, name, &found, true, request)),
            _ => {}
        }
        // A record that left is read by its name, if it is the only one that was not replaced.
        let mut left = found.iter().filter(|one| named.replaced(one).is_none());
        match (left.next(), left.next()) {
            (Some(one), None) if request.operation().is_read() => Ok(one.id.clone()),
            (one, other) => {
                let several = request.operation().is_read() && one.is_some() && other.is_some();
                Err(refusal(named, name, &found, several, request))
            }
        }
    }

    /// All records with the name. The record that the service chooses is first, even if the list
    /// lacks it.
    async fn candidates(&self, named: &Named, name: &str) -> Result<Vec<Candidate>> {
        if let Some(filter) = named.other_filter(name) {
            return self.listed(named, filter, Vec::new()).await;
        }
        let inputs = named.get.inputs.iter();
        let mut inputs = inputs.filter(|input| input.place == Place::Path);
        let Some(input) = inputs.next().map(|input| input.name) else {
            // Only the list shows such records.
            let filter = Filter::eq(named.property, name);
            return self.listed(named, filter, Vec::new()).await;
        };
        match self
            .send::<Value>(Request::new(named.get).set(input, name))
            .await
        {
            Ok(first) => {
                let first = Candidate::of(first).ok_or_else(|| {
                    Error::decode("the answer has no id").with_operation(named.get)
                })?;
                let full = first.text(named.property).unwrap_or(name).to_owned();
                let filter = Filter::eq(named.property, full.as_str());
                self.listed(named, filter, vec![first]).await
            }
            // The service takes no first label in place of the full name.
            Err(error) if error.is_not_found() && !name.contains('.') => {
                let filter = Filter::starts_with(named.property, &format!("{name}."));
                let found = self.listed(named, filter, Vec::new()).await?;
                match found.is_empty() {
                    true => Err(error),
                    false => Ok(found),
                }
            }
            Err(error) => Err(error),
        }
    }

    /// The records of a filter, behind those that are known.
    async fn listed(
        &self,
        named: &Named,
        filter: Filter,
        mut found: Vec<Candidate>,
    ) -> Result<Vec<Candidate>> {
        let list = Request::new(named.list).filter(filter);
        let mut rows = self.rows(list).into_raw_items::<Value>();
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
        match self.digits {
            0 => !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()),
            digits => text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit()),
        }
    }

    /// The condition for a text that is no name but has the form of another property, such as an
    /// IP address. `None` for a name.
    fn other_filter(&self, text: &str) -> Option<Filter> {
        let (property, form) = self.also.iter().find(|(_, form)| form.fits(text))?;
        Some(match form {
            NameForm::Ip => Filter::eq(property, text),
            // A GUID stands without quotes.
            NameForm::Guid => Filter::raw(format!("{property} eq {text}")),
        })
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

    /// One line that tells a candidate apart: id, name if it is not the typed one, state,
    /// replacement, last contact.
    fn describe(&self, one: &Candidate, typed: &str) -> String {
        let (member, _) = self.live;
        let name = one.text(self.property).filter(|name| *name != typed);
        let name = name.map(|name| format!("{name}, ")).unwrap_or_default();
        let state = match member {
            "" => String::new(),
            member => format!("{member} {}", one.text(member).unwrap_or("unknown")),
        };
        let replaced = self.replaced(one);
        let replaced = replaced
            .map(|by| format!(", replaced by {by}"))
            .unwrap_or_default();
        let seen = one
            .text("lastSeen")
            .map(|at| format!(", last seen {at}"))
            .unwrap_or_default();
        format!("{} ({name}{state}{replaced}{seen})", one.id)
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
        .map(|one| named.describe(one, name))
        .collect();
    let more = match found.len().saturating_sub(MAX_LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    if found.is_empty() {
        let message = format!("`{name}` matches no record; nothing was sent");
        return Error::new(ErrorKind::NotFound, message).with_operation(request.operation());
    }
    let why = match several {
        true => "matches several records",
        false if request.operation().is_read() => "matches no record that is still in use",
        false => "matches no record that can be acted on",
    };
    let listed = listed.join(", ");
    Error::usage(format!("`{name}` {why}: {listed}{more}; nothing was sent"))
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

impl NameForm {
    /// Whether a text has this form.
    fn fits(self, text: &str) -> bool {
        match self {
            Self::Ip => text.parse::<std::net::IpAddr>().is_ok(),
            Self::Guid => is_guid(text),
        }
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Candidate").field(&self.id).finish()
    }
}
