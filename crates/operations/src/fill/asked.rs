//! Asks a list for a range of time, the newest records, an order, and words.
//!
//! What the service can do is sent, in its own form:
//!
//! | question | OData | Cloud Apps | other lists |
//! | --- | --- | --- | --- |
//! | a range | `$filter` with `ge` and `le` | `gte` and `lte` in milliseconds | an input with the time |
//! | the newest | `$orderby` | `sortField`, `sortDirection` | |
//! | words | `$filter` with `eq`, joined by `or` in parentheses | `eq` with the codes of the words | |
//!
//! Conditions are joined to the caller's own by `and`. Where the service takes one condition for a field and an operator,
//! a second one is an error: it would replace the first.

use http_core::odata::Filter;
use http_core::{Newest, Operation, Paging, Since, SinceForm, Timestamp};

use super::{Filling, Note};
use crate::command_line::WordFilter;
use crate::error::Result;
use crate::inputs::input;
use crate::selection::{Asked, Held, Range, Selection, SortKey};
use crate::spelled::{Spelled, spelled};
use crate::time;

impl Filling {
    /// Adds a condition on words: the property has one of them. Each text is a word, or several with commas between
    /// them. Without any text nothing is added.
    ///
    /// Words are typed in any case. A word that resembles no known one is sent and noted, because the services add
    /// words.
    ///
    /// ```
    /// use http_core::{FilterProperty, Kind, Operation, Param};
    /// use operations::Filling;
    /// use operations::command_line::CommandLine;
    ///
    /// static LIST: Operation = Operation::get("x.alerts.list", "/alerts")
    ///     .collection("value")
    ///     .inputs(&[Param::query("$filter")])
    ///     .filter_types(&[FilterProperty::new("severity", Kind::Enum(&["Low", "Medium", "High"]))]);
    ///
    /// let (filter, option) = CommandLine::new("x", &[]).word_filters(&LIST).remove(0);
    /// assert_eq!(option, "severity");
    /// let mut filling = Filling::new(&LIST, std::time::SystemTime::UNIX_EPOCH);
    /// filling.words(filter, "--severity", ["high", "MEDIUM"].into_iter())?;
    /// let filled = filling.finish()?;
    /// let sent = filled.requests[0].query_value("$filter");
    /// assert_eq!(sent, Some("(severity eq 'High' or severity eq 'Medium')"));
    /// # Ok::<(), operations::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) for a misspelt word, with the one that is meant.
    pub fn words<'a>(
        &mut self,
        filter: WordFilter,
        label: &str,
        texts: impl Iterator<Item = &'a str>,
    ) -> Result<()> {
        let mut words: Vec<String> = Vec::new();
        for text in texts.flat_map(|text| text.split(',')).map(str::trim) {
            if !text.is_empty() {
                words.push(self.word(filter, label, text)?);
            }
        }
        if words.is_empty() {
            return Ok(());
        }
        match filter {
            WordFilter::Property(property) => {
                let any = words
                    .iter()
                    .map(|word| Filter::eq(property.name, word.as_str()));
                let any = any.reduce(Filter::or).map(|any| any.to_string());
                let any = any.unwrap_or_default();
                let condition = match words.len() {
                    1 => any,
                    _ => format!("({any})"),
                };
                self.update(|request| request.and_filter(&condition));
            }
            WordFilter::Field(field) => {
                let condition = format!("{} eq {}", field.name, words.join(","));
                self.condition(label, &condition)?;
            }
        }
        Ok(())
    }

    /// The service's word for a typed one.
    fn word(&mut self, filter: WordFilter, label: &str, text: &str) -> Result<String> {
        let known = filter.words();
        match spelled(&known, filter.aliases(), text) {
            Spelled::Exact => Ok(text.to_owned()),
            Spelled::Known(word) => Ok(word.to_owned()),
            Spelled::Near(word) => Err(self.invalid(format!(
                "{label} has no word `{text}`; do you mean `{word}`?"
            ))),
            Spelled::Unknown if filter.is_code(text) => Ok(text.to_owned()),
            Spelled::Unknown => {
                self.note_unknown(label, text, &known);
                Ok(text.to_owned())
            }
        }
    }

    /// Asks for a part of the list. What the service cannot do is left to the [`Selection`]. Call it after the filters
    /// are set: a condition on the time is added to them.
    ///
    /// ```
    /// use http_core::{Operation, Param, Record, RecordKind, Since, SinceForm};
    /// use operations::{Asked, Filling, SortKey, Take};
    ///
    /// static RECORD: Record =
    ///     Record::new(RecordKind::Mutable).since(Since::new("changed", SinceForm::Filter("changed")));
    /// static LIST: Operation = Operation::get("x.alerts.list", "/alerts")
    ///     .collection("value")
    ///     .inputs(&[Param::query("$filter")])
    ///     .record(&RECORD);
    ///
    /// let mut asked = Asked::default();
    /// asked.since = Some("1970-01-01".to_owned());
    /// asked.sort = SortKey::read("-size").expect("a member");
    /// let mut filling = Filling::new(&LIST, std::time::SystemTime::UNIX_EPOCH);
    /// let mut selection = filling.select(&asked)?;
    ///
    /// // The range is sent; this list cannot be asked for an order, so its records are held.
    /// let filled = filling.finish()?;
    /// let sent = filled.requests[0].query_value("$filter");
    /// assert_eq!(sent, Some("changed ge 1970-01-01T00:00:00Z"));
    /// for record in [r#"{"size":1}"#, r#"{"size":12}"#] {
    ///     assert_eq!(selection.take(record.as_bytes())?, Take::Hold);
    /// }
    /// let (records, is_cut) = selection.held()?;
    /// assert_eq!(records, [r#"{"size":12}"#.as_bytes(), r#"{"size":1}"#.as_bytes()]);
    /// assert!(!is_cut);
    /// # Ok::<(), operations::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) for a text that is no time, a range that ends before it begins, records
    /// without a time, and members of [`Asked`] that exclude each other.
    pub fn select(&mut self, asked: &Asked) -> Result<Selection> {
        if asked.latest.is_some() && (asked.limit.is_some() || !asked.sort.is_empty()) {
            return Err(self.invalid("--latest excludes --sort and --limit: it orders and counts"));
        }
        let mut selection = Selection::default();
        selection.range = self.range(asked)?;
        let ordered_by = self.order(asked, &mut selection)?;
        if let Some(range) = &mut selection.range {
            range.is_newest_first = ordered_by == Some(range.member);
        }
        Ok(selection)
    }

    /// Asks for a range of time. Returns the part that the service cannot compare.
    fn range(&mut self, asked: &Asked) -> Result<Option<Range>> {
        let since = self.end("--since", asked.since.as_deref())?;
        let until = self.end("--until", asked.until.as_deref())?;
        if since.is_none() && until.is_none() {
            return Ok(None);
        }
        let Some(member) = time_member(self.operation()) else {
            return Err(self.invalid("the records of this list have no time to compare"));
        };
        let (start, end) = (instant(since.as_ref()), instant(until.as_ref()));
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            return Err(self.invalid(format!("--until {end} lies before --since {start}")));
        }
        let compared = self.operation().list.record.and_then(|record| record.since);
        let (sends_since, sends_until) = match compared {
            Some(since) => (true, since.takes_until()),
            None => (false, false),
        };
        self.check_unset(compared, &since, "gte")?;
        self.check_unset(compared, &until, "lte")?;
        if let Some(time) = since.filter(|_| sends_since) {
            self.update(|request| request.since(&time));
        }
        if let Some(time) = until.filter(|_| sends_until) {
            self.update(|request| request.until(&time));
        }
        let range = Range {
            member,
            since: start.filter(|_| !sends_since),
            until: end.filter(|_| !sends_until),
            is_newest_first: false,
            undated: 0,
        };
        Ok((range.since.is_some() || range.until.is_some()).then_some(range))
    }

    /// # Errors
    /// An end of a range that would replace a condition of the caller on the same field.
    fn check_unset(
        &self,
        compared: Option<Since>,
        end: &Option<Timestamp>,
        operator: &str,
    ) -> Result<()> {
        match compared.map(|since| since.form) {
            Some(SinceForm::Field(field)) if end.is_some() && self.has_condition(field, operator) => {
                Err(self.invalid(format!(
                    "a filter has `{field} {operator}` already; leave it out, or --since and --until"
                )))
            }
            _ => Ok(()),
        }
    }

    /// An end of a range.
    fn end(&mut self, label: &str, text: Option<&str>) -> Result<Option<Timestamp>> {
        let Some(text) = text else {
            return Ok(None);
        };
        let time = time::absolute(text, self.now);
        let time = time.map_err(|message| self.invalid(format!("{label}: {message}")))?;
        self.note_time(label, text, &time);
        Ok(Some(Timestamp::from(time)))
    }

    /// Asks for an order. Returns the member by which the list comes, the newest first, if the service was asked for it.
    fn order(&mut self, asked: &Asked, selection: &mut Selection) -> Result<Option<&'static str>> {
        let operation = self.operation();
        let record = operation.list.record;
        let newest = record.and_then(|record| record.newest);
        let newest = newest.filter(|newest| !self.is_ordered(newest));
        let within = |count: Option<u64>| {
            newest
                .filter(|newest| newest.most == 0 || count.is_some_and(|n| n <= newest.most.into()))
        };
        if let Some(count) = asked.latest {
            if let Some(newest) = within(Some(count)) {
                selection.most = Some(count);
                return Ok(Some(self.newest_first(&newest)));
            }
            let Some(member) = time_member(operation) else {
                return Err(self.invalid("--latest: the records of this list have no time"));
            };
            let key = SortKey::newest(member);
            selection.order = Some(Held::new(operation, vec![key], Some(count)));
            return Ok(None);
        }
        if let [key, rest @ ..] = &asked.sort[..] {
            let reaches =
                within(asked.limit).filter(|newest| rest.is_empty() && newest.member == key.member);
            return Ok(match (reaches, key.descending) {
                (Some(newest), true) => Some(self.newest_first(&newest)),
                _ if rest.is_empty() && self.is_oldest_first(key) => None,
                (Some(newest), false) => {
                    for (name, value) in newest.oldest_first() {
                        self.update(|request| request.set(name, value));
                    }
                    None
                }
                _ => {
                    selection.order = Some(Held::new(operation, asked.sort.clone(), asked.limit));
                    None
                }
            });
        }
        if !asked.newest_first || self.is_skipped() {
            return Ok(None);
        }
        Ok(match within(asked.limit) {
            Some(newest) => Some(self.newest_first(&newest)),
            None => {
                if let Some(newest) = newest {
                    self.notes.push(Note::Order(newest.most));
                }
                None
            }
        })
    }

    fn newest_first(&mut self, newest: &Newest) -> &'static str {
        self.update(http_core::Request::newest_first);
        newest.member
    }

    /// Whether the caller has ordered the list with an input of the service.
    fn is_ordered(&self, newest: &Newest) -> bool {
        let is_set = |name: &str| {
            self.request.query_value(name).is_some() || self.request.body_value(name).is_some()
        };
        newest.inputs.iter().any(|(name, _)| is_set(name))
    }

    /// Whether the list is read by the time of this key anyway, the oldest first.
    fn is_oldest_first(&self, key: &SortKey) -> bool {
        let by = match self.operation().list.paging {
            Paging::TimeBoundary { property } => property,
            _ => return false,
        };
        let is_moved = self.request.query_value("$orderby").is_some() || self.is_skipped();
        by == key.member && !key.descending && !is_moved
    }

    /// Whether the caller skips records, which means others in another order.
    fn is_skipped(&self) -> bool {
        let names = ["$skip", "$skiptoken", "$skipToken", "skip"];
        let mut params = names
            .iter()
            .filter_map(|name| input(self.operation(), name));
        params.any(|param| {
            self.request.query_value(param.name).is_some()
                || self.request.body_value(param.name).is_some()
        })
    }
}

/// The member with the time of the records of a list.
fn time_member(operation: &Operation) -> Option<&'static str> {
    operation.list.record.and_then(http_core::Record::time)
}

fn instant(time: Option<&Timestamp>) -> Option<http_core::jiff::Timestamp> {
    time.and_then(Timestamp::instant)
}
