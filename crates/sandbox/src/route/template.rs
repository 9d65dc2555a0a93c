//! Paths of the tables, and whether the segments of a request fit them.

use std::collections::BTreeMap;

use crate::service::Service;
use crate::tables::Operation;

/// A part of a template segment: fixed text or a parameter.
#[derive(Debug)]
enum Piece {
    Text(String),
    Param(String),
}

/// The path of an operation, by segments. A segment may mix text and parameters (`findbyip(ip={ip})`).
#[derive(Debug)]
pub(super) struct Template {
    pub(super) operation: &'static Operation,
    segments: Vec<Vec<Piece>>,
}

impl Template {
    /// The path of the tables, and the paths with the other spellings of the action or function
    /// that it calls: by its full name, and a function without arguments with `()`.
    pub(super) fn all_of(service: Service, operation: &'static Operation) -> Vec<Template> {
        let path = operation.path.trim_matches('/');
        let path = if service == Service::Mdca {
            path.strip_prefix("cas/").unwrap_or(path)
        } else {
            path
        };
        let mut paths = vec![path.to_owned()];
        if let Some(name) = &operation.qualified_name
            && let Some((_, short)) = name.rsplit_once('.')
        {
            for segment in path.split('/') {
                let bare = segment.strip_prefix(name.as_str());
                let Some(arguments) = bare.or_else(|| segment.strip_prefix(short)) else {
                    continue;
                };
                let is_bare_function = arguments.is_empty() && operation.method == "GET";
                let endings: &[&str] = if is_bare_function {
                    &["", "()"]
                } else {
                    &[arguments]
                };
                for called in [name.as_str(), short] {
                    let spelled = endings.iter().map(|ending| format!("{called}{ending}"));
                    paths.extend(spelled.map(|one| replaced(path, segment, &one)));
                }
            }
        }
        paths
            .iter()
            .map(|path| Template {
                operation,
                segments: path.split('/').map(pieces).collect(),
            })
            .collect()
    }

    /// The number of fixed characters that matched, and the values of the parameters.
    pub(super) fn matches(
        &self,
        segments: &[String],
        fold: bool,
    ) -> Option<(usize, BTreeMap<String, String>)> {
        if self.segments.len() != segments.len() {
            return None;
        }
        let mut fixed = 0;
        let mut values = BTreeMap::new();
        for (pieces, segment) in self.segments.iter().zip(segments) {
            fixed += match_segment(pieces, segment, fold, &mut values)?;
        }
        Some((fixed, values))
    }
}

impl Template {
    /// Whether the path begins with these segments.
    pub(super) fn begins(&self, segments: &[String]) -> bool {
        let mut values = BTreeMap::new();
        segments.len() <= self.segments.len()
            && self.segments.iter().zip(segments).all(|(pieces, segment)| {
                match_segment(pieces, segment, false, &mut values).is_some()
            })
    }
}

/// A path with another text for one of its segments.
fn replaced(path: &str, segment: &str, by: &str) -> String {
    let segments = path
        .split('/')
        .map(|one| if one == segment { by } else { one });
    segments.collect::<Vec<_>>().join("/")
}

/// The parts of a template segment.
fn pieces(segment: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = segment;
    while let Some(open) = rest.find('{') {
        if open > 0 {
            pieces.push(Piece::Text(rest[..open].to_owned()));
        }
        let end = rest[open..].find('}').map_or(rest.len(), |at| open + at);
        pieces.push(Piece::Param(rest[open + 1..end].to_owned()));
        rest = rest.get(end + 1..).unwrap_or("");
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned()));
    }
    pieces
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
                if !(head == text || fold && head.eq_ignore_ascii_case(text)) {
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
                // A system segment is not a key.
                if end == 0 || &rest[..end] == super::COUNT {
                    return None;
                }
                values.insert(name.clone(), rest[..end].to_owned());
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
