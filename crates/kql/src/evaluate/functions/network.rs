//! Functions of addresses and URLs.
//!
//! An IPv4 address may carry the length of a prefix: `10.1.2.3/24`. Without one the length is 32. Text that is not
//! an address gives null.
//!
//! - `ipv4_is_private(a)`: the ranges 10/8, 172.16/12 and 192.168/16. Loopback and link-local addresses are not
//!   private.
//! - `ipv4_is_in_range(a, range)`: whether the address lies in the range. `ipv4_is_in_any_range(a, ranges...)`:
//!   several ranges, or lists of them; invalid ones are skipped, and the result is a bool in every case.
//! - `ipv4_is_match(a, b, prefix?)`, `ipv4_compare(a, b, prefix?)`: both addresses are cut to the shortest of the
//!   three prefixes. `ipv4_compare` returns -1, 0 or 1.
//! - `parse_ipv4(a)`: the number of the address after the prefix is applied. `ipv4_netmask_suffix(a)`: the length of
//!   the prefix.
//! - `has_ipv4(text, a)`, `has_any_ipv4`, `has_ipv4_prefix(text, "10.1.")`, `has_any_ipv4_prefix`: whether the
//!   address occurs in a text, with no letter, digit or dot before it, and for the whole address none after it.
//! - `parse_url(url)`: an object with `Scheme`, `Host`, `Port`, `Path`, `Username`, `Password`, `Query Parameters`
//!   (an object) and `Fragment`, all as text. Names and values of the query are decoded.
//! - `parse_urlquery(text)`: an object whose only member is `Query Parameters`.
//! - `geo_info_from_ip_address(a)`: an empty object.
//!
//! Not evaluated: everything of IPv6, `format_ipv4`, `parse_ipv4_mask`, `ipv4_range_to_cidr_list`, and geometry.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let value = |text: &str| -> Result<String, kql::Problem> {
//! #     let query = format!("print {text}");
//! #     let table = kql::evaluate(&query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     Ok(table.rows[0][0].to_text())
//! # };
//! for (text, expected) in [
//!     ("ipv4_is_private('10.1.2.3')", "true"),
//!     ("ipv4_is_private('127.0.0.1')", "false"),
//!     ("ipv4_is_private('text')", ""),
//!     ("ipv4_is_in_range('10.1.2.3', '10.1.0.0/16')", "true"),
//!     ("ipv4_is_in_any_range('10.1.2.3', 'text', '10.0.0.0/8')", "true"),
//!     ("ipv4_is_match('10.1.2.3', '10.1.2.4', 24)", "true"),
//!     ("ipv4_compare('10.1.2.3', '10.1.2.4')", "-1"),
//!     ("parse_ipv4('0.0.1.2')", "258"),
//!     ("ipv4_netmask_suffix('10.1.0.0/16')", "16"),
//!     ("has_ipv4('from 10.1.2.3 to', '10.1.2.3')", "true"),
//!     ("has_ipv4('from 10.1.2.30 to', '10.1.2.3')", "false"),
//!     ("has_ipv4_prefix('from 10.1.2.30 to', '10.1.')", "true"),
//!     ("parse_url('https://u:p@host:8080/a?x=1&y=%20#end').Host", "host"),
//!     ("parse_url('https://u:p@host:8080/a?x=1&y=%20#end').Port", "8080"),
//!     ("parse_url('https://host/a?x=1')['Query Parameters']", "{\"x\":\"1\"}"),
//!     ("parse_urlquery('a=1&b')", "{\"Query Parameters\":{\"a\":\"1\",\"b\":\"\"}}"),
//! ] {
//!     assert_eq!(value(text)?, expected, "{text}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::net::Ipv4Addr;

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::super::dynamic::items;
use super::{at, number, object, text};
use crate::cell::Cell;
use crate::evaluate::context::Context;
use crate::evaluate::node::Builtin;

/// A function of addresses, by its name.
pub(super) fn find(name: &str) -> Option<Builtin> {
    Some(match name {
        "ipv4_is_private" => |_, of| match address(&text(of, 0)) {
            Some((address, _)) => Cell::Bool(address.is_private()),
            None => Cell::Null,
        },
        "ipv4_is_in_range" => {
            |_, of| is_in(&text(of, 0), &text(of, 1)).map_or(Cell::Null, Cell::Bool)
        }
        "ipv4_is_in_any_range" => |_, of| {
            let subject = text(of, 0);
            let mut ranges = of
                .iter()
                .skip(1)
                .flat_map(items)
                .map(|range| Cell::dynamic(range).to_text());
            Cell::Bool(ranges.any(|range| is_in(&subject, &range) == Some(true)))
        },
        "ipv4_is_match" => |_, of| match compared(of) {
            Some((one, other)) => Cell::Bool(one == other),
            None => Cell::Null,
        },
        "ipv4_compare" => |_, of| match compared(of) {
            Some((one, other)) => Cell::Long(i64::from(one > other) - i64::from(one < other)),
            None => Cell::Null,
        },
        "parse_ipv4" => |_, of| match address(&text(of, 0)) {
            Some((address, prefix)) => Cell::Long(masked(address, prefix).into()),
            None => Cell::Null,
        },
        "ipv4_netmask_suffix" => |_, of| match address(&text(of, 0)) {
            Some((_, prefix)) => Cell::Long(prefix.into()),
            None => Cell::Null,
        },
        "has_ipv4" => |_, of| Cell::Bool(has(&text(of, 0), &text(of, 1), false)),
        "has_ipv4_prefix" => |_, of| Cell::Bool(has(&text(of, 0), &text(of, 1), true)),
        "has_any_ipv4" => |_, of| any(of, false),
        "has_any_ipv4_prefix" => |_, of| any(of, true),
        "geo_info_from_ip_address" => |_, _| Cell::Dynamic(Value::Object(Map::new())),
        "parse_url" => parse_url,
        "parse_urlquery" => |_, of| {
            let query = text(of, 0);
            object([("Query Parameters", Value::Object(query_parameters(&query)))])
        },
        _ => return None,
    })
}

/// An address and the length of its prefix, 32 if there is none.
///
/// A prefix above 32 makes the address invalid.
fn address(text: &str) -> Option<(Ipv4Addr, u32)> {
    let (address, prefix) = text.trim().split_once('/').unwrap_or((text.trim(), "32"));
    let prefix = prefix.parse().ok().filter(|prefix| *prefix <= 32)?;
    Some((address.parse().ok()?, prefix))
}

/// The bits of the prefix. A prefix of 0 leaves no bits.
fn masked(address: Ipv4Addr, prefix: u32) -> u32 {
    let mask = u32::MAX.checked_shl(32 - prefix).unwrap_or(0);
    u32::from(address) & mask
}

/// Whether an address lies in a range. `None` if one of them is invalid.
///
/// A subject with a prefix is compared as the address it begins with.
pub(in crate::evaluate) fn is_in(subject: &str, range: &str) -> Option<bool> {
    let (subject, of_subject) = address(subject)?;
    let (range, prefix) = address(range)?;
    let prefix = prefix.min(of_subject.max(prefix));
    Some(masked(subject, prefix) == masked(range, prefix))
}

/// Two addresses under their shortest prefix.
fn compared(of: &[Cell]) -> Option<(u32, u32)> {
    let (one, first) = address(&text(of, 0))?;
    let (other, second) = address(&text(of, 1))?;
    let given = number(of, 2)
        .and_then(|prefix| u32::try_from(prefix).ok())
        .unwrap_or(32);
    let prefix = first.min(second).min(given);
    Some((masked(one, prefix), masked(other, prefix)))
}

/// Whether an address, or one that begins so, occurs in a text with no digit or dot beside it.
///
/// The wanted address is searched as a text: `10.1.2.03` is not found as `10.1.2.3`.
fn has(subject: &str, wanted: &str, prefix: bool) -> bool {
    let edge = |letter: Option<char>| {
        letter.is_none_or(|letter| !letter.is_ascii_alphanumeric() && letter != '.')
    };
    subject.match_indices(wanted).any(|(at, found)| {
        let after = &subject[at + found.len()..];
        edge(subject[..at].chars().next_back()) && (prefix || edge(after.chars().next()))
    })
}

/// Whether one of several addresses occurs. The addresses are arguments, or items of lists.
fn any(of: &[Cell], prefix: bool) -> Cell {
    let subject = text(of, 0);
    let mut wanted = of
        .iter()
        .skip(1)
        .flat_map(items)
        .map(|one| Cell::dynamic(one).to_text());
    Cell::Bool(wanted.any(|one| has(&subject, &one, prefix)))
}

/// The pairs of a query. A name without `=` has an empty value. The last value of a repeated name stays.
fn query_parameters(query: &str) -> Map<String, Value> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let members = pairs.map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), Value::from(decoded(value)))
    });
    members.collect()
}

/// The parts of a URL. All are empty if it has no scheme.
///
/// The port is text, and the digits after the last colon of the host. Costs a step for each byte.
fn parse_url(context: &Context, of: &[Cell]) -> Cell {
    let url = at(of, 0).to_text();
    if !context.budget.take_each(url.len()) {
        return Cell::Null;
    }
    let (rest, fragment) = url.split_once('#').unwrap_or((&url, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (scheme, rest) = rest.split_once("://").unwrap_or(("", ""));
    let (authority, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let (user, password) = user.split_once(':').unwrap_or((user, ""));
    let (host, port) = match host.rsplit_once(':') {
        Some((host, port)) if port.chars().all(|letter| letter.is_ascii_digit()) => (host, port),
        _ => (host, ""),
    };
    object([
        ("Scheme", scheme.into()),
        ("Host", host.into()),
        ("Port", port.into()),
        ("Path", path.into()),
        ("Username", user.into()),
        ("Password", password.into()),
        ("Query Parameters", Value::Object(query_parameters(query))),
        ("Fragment", fragment.into()),
    ])
}
