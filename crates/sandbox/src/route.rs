//! From a method and a path to an operation of the tables.
//!
//! Fixed segments win over parameters. Letter case counts at Graph only. Three variations that the
//! services accept are removed first: a trailing slash, the `v1.0` of Defender for Endpoint, the
//! `/cas` of Defender for Cloud Apps.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;

use crate::service::Service;
use crate::tables::guests::Guest;
use crate::tables::{self, Operation};

/// The result of routing.
#[derive(Debug)]
pub(crate) enum Route {
    /// An operation, and the decoded values of its path parameters.
    Found(&'static Operation, BTreeMap<String, String>),
    /// The path exists with other methods, which are listed.
    WrongVerb(Vec<&'static str>),
    /// No operation has this path.
    Unknown,
}

/// A part of a template segment: fixed text or a parameter.
#[derive(Debug)]
enum Piece {
    Text(&'static str),
    Param(&'static str),
}

/// The path of an operation, by segments. A segment may mix text and parameters (`findbyip(ip={ip})`).
#[derive(Debug)]
struct Template {
    operation: &'static Operation,
    segments: Vec<Vec<Piece>>,
}

/// Templates are made once per process.
static MDE: LazyLock<Vec<Template>> = LazyLock::new(|| templates(Service::Mde));
static XDR: LazyLock<Vec<Template>> = LazyLock::new(|| templates(Service::Xdr));
static GRAPH: LazyLock<Vec<Template>> = LazyLock::new(|| templates(Service::Graph));
static MDCA: LazyLock<Vec<Template>> = LazyLock::new(|| templates(Service::Mdca));

/// Finds the operation of a service for a method and a raw (still percent-encoded) path.
///
/// The path with the most fixed characters wins, whatever its methods. `guests` are the products of others that the emulator serves.
pub(crate) fn find(service: Service, method: &str, path: &str, guests: &[&'static Guest]) -> Route {
    let of_guests;
    let templates: &[Template] = match service {
        Service::Mde => &MDE,
        Service::Xdr => &XDR,
        Service::Graph => &GRAPH,
        Service::Mdca => &MDCA,
        Service::Guest => {
            let rows = guests.iter().flat_map(|guest| &guest.tables.operations);
            of_guests = rows
                .map(|row| template(Service::Guest, row))
                .collect::<Vec<_>>();
            &of_guests
        }
        Service::Login | Service::Storage => return Route::Unknown,
    };
    let segments = normal_segments(service, path);
    let fold = service != Service::Graph;
    let mut best: Option<(&Template, BTreeMap<String, String>)> = None;
    // The most fixed characters of any template that matches, and the methods of the templates with so many.
    let mut nearest = 0;
    let mut verbs: Vec<&'static str> = Vec::new();
    for template in templates {
        let Some((fixed, values)) = matches(&template.segments, &segments, fold) else {
            continue;
        };
        if fixed > nearest {
            nearest = fixed;
            verbs.clear();
            best = None;
        }
        if fixed < nearest {
            continue;
        }
        verbs.push(&template.operation.method);
        if template.operation.method == method && best.is_none() {
            best = Some((template, values));
        }
    }
    match best {
        Some((template, values)) => Route::Found(template.operation, values),
        None if verbs.is_empty() => Route::Unknown,
        None => {
            verbs.sort_unstable();
            verbs.dedup();
            Route::WrongVerb(verbs)
        }
    }
}

/// Splits and decodes a path, and removes what the services ignore. An encoded slash stays inside
/// its segment.
fn normal_segments(service: Service, path: &str) -> Vec<String> {
    let mut segments: Vec<String> = path
        .trim_matches('/')
        .split('/')
        .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
        .collect();
    if service == Service::Mde
        && segments
            .get(1)
            .is_some_and(|part| part.eq_ignore_ascii_case("v1.0"))
    {
        segments.remove(1);
    }
    if service == Service::Mdca && segments.first().is_some_and(|part| part == "cas") {
        segments.remove(0);
    }
    segments
}

fn templates(service: Service) -> Vec<Template> {
    tables::operations_of(service)
        .map(|row| template(service, row))
        .collect()
}

fn template(service: Service, operation: &'static Operation) -> Template {
    let path = operation.path.trim_matches('/');
    let path = if service == Service::Mdca {
        path.strip_prefix("cas/").unwrap_or(path)
    } else {
        path
    };
    Template {
        operation,
        segments: path.split('/').map(pieces).collect(),
    }
}

/// The parts of a template segment.
fn pieces(segment: &'static str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while let Some(open) = rest.find('{') {
        if open > 0 {
            pieces.push(Piece::Text(&rest[..open]));
        }
        let end = rest[open..].find('}').map_or(rest.len(), |at| open + at);
        pieces.push(Piece::Param(&rest[open + 1..end]));
        rest = rest.get(end + 1..).unwrap_or("");
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The number of fixed characters that matched, and the values of the parameters.
fn matches(
    template: &[Vec<Piece>],
    segments: &[String],
    fold: bool,
) -> Option<(usize, BTreeMap<String, String>)> {
    if template.len() != segments.len() {
        return None;
    }
    let mut fixed = 0;
    let mut values = BTreeMap::new();
    for (pieces, segment) in template.iter().zip(segments) {
        fixed += match_segment(pieces, segment, fold, &mut values)?;
    }
    Some((fixed, values))
}

/// Matches one segment. Adds the values of its parameters, and returns the number of fixed
/// characters.
fn match_segment(
    pieces: &[Piece],
    segment: &str,
    fold: bool,
    values: &mut BTreeMap<String, String>,
) -> Option<usize> {
    let mut rest = segment;
    let mut fixed = 0;
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Text(text) => {
                let head = rest.get(..text.len())?;
                if !(head == *text || fold && head.eq_ignore_ascii_case(text)) {
                    return None;
                }
                fixed += text.len();
                rest = &rest[text.len()..];
            }
            Piece::Param(name) => {
                let end = match pieces.get(at + 1) {
                    Some(Piece::Text(next)) => find_text(rest, next, fold)?,
                    _ => rest.len(),
                };
                if end == 0 {
                    return None;
                }
                values.insert((*name).to_owned(), rest[..end].to_owned());
                rest = &rest[end..];
            }
        }
    }
    rest.is_empty().then_some(fixed)
}

/// The position of a text, in any letter case if `fold` is set.
fn find_text(text: &str, wanted: &str, fold: bool) -> Option<usize> {
    if fold {
        text.to_ascii_lowercase().find(&wanted.to_ascii_lowercase())
    } else {
        text.find(wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(service: Service, method: &str, path: &str) -> (String, BTreeMap<String, String>) {
        match find(service, method, path, &[]) {
            Route::Found(operation, values) => (operation.id.clone(), values),
            other => panic!("{method} {path}: {other:?}"),
        }
    }

    #[test]
    fn fixed_segments_win_over_parameters() {
        assert_eq!(
            id(Service::Mde, "GET", "/api/machines/findbytag").0,
            "mde.machines.find_by_tag"
        );
        assert_eq!(
            id(Service::Mde, "GET", "/api/machines/abc").0,
            "mde.machines.get"
        );
    }

    #[test]
    fn case_of_fixed_segments_and_the_version_do_not_matter_to_mde() {
        assert_eq!(
            id(Service::Mde, "GET", "/API/v1.0/Alerts").0,
            "mde.alerts.list"
        );
        assert!(matches!(
            find(Service::Graph, "GET", "/v1.0/Security/alerts_v2", &[]),
            Route::Unknown
        ));
    }

    #[test]
    fn function_segments_hand_out_their_arguments() {
        let (row, values) = id(
            Service::Mde,
            "GET",
            "/api/machines/findbyip(ip='fe80%3A%3A1',timestamp=2026-01-01T00:00:00Z)",
        );
        assert_eq!(row, "mde.machines.find_by_ip");
        assert_eq!(values["ip"], "fe80::1");
        assert_eq!(values["timestamp"], "2026-01-01T00:00:00Z");
    }

    #[test]
    fn a_wrong_verb_names_the_right_ones() {
        match find(Service::Mde, "DELETE", "/api/alerts/1", &[]) {
            Route::WrongVerb(verbs) => assert_eq!(verbs, ["GET", "PATCH"]),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_encoded_slash_stays_in_its_segment() {
        assert_eq!(
            id(Service::Mde, "GET", "/api/alerts/a%2Fb").1["alert_id"],
            "a/b"
        );
    }

    #[test]
    fn mdca_takes_both_prefixes_and_a_missing_slash() {
        assert_eq!(
            id(Service::Mdca, "GET", "/cas/api/v1/alerts").0,
            "mdca.alerts.list"
        );
        assert_eq!(
            id(Service::Mdca, "POST", "/api/v1/policies/5/enable/").0,
            "mdca.policies.enable"
        );
    }
}
