//! Other spellings of the same path at the OData services.
//!
//! | spelling | the same as |
//! | --- | --- |
//! | `alerts_v2('1')`, `alerts_v2(id='1')` | `alerts_v2/1` |
//! | `/beta/...` of an operation of `v1.0` | `/v1.0/...` |
//!
//! Full names of actions and functions are spellings of a template, because the table names them.
//!
//! Source: OData 4.01 part 2, sections 4.3.1 (keys in parentheses) and 4.3.6 (keys as segments);
//! `versioning-and-support.md` of Graph (what `v1.0` has, `beta` has).

use crate::service::Service;

/// The other spellings of a path, in the order in which they are tried.
pub(super) fn others(service: Service, segments: &[String]) -> Vec<Vec<String>> {
    if !service.is_odata() {
        return Vec::new();
    }
    let keyed: Vec<String> = segments.iter().flat_map(|one| split_key(one)).collect();
    let mut others = Vec::new();
    if keyed.len() > segments.len() {
        others.push(keyed);
    }
    if service == Service::Graph && segments.first().is_some_and(|version| version == "beta") {
        let stable: Vec<Vec<String>> = std::iter::once(segments.to_vec())
            .chain(others.iter().cloned())
            .map(|mut path| {
                "v1.0".clone_into(&mut path[0]);
                path
            })
            .collect();
        others.extend(stable);
    }
    others
}

/// `machines('1')` as `machines` and `1`. Another segment stays as it is.
fn split_key(segment: &str) -> Vec<String> {
    let whole = || vec![segment.to_owned()];
    let Some((set, key)) = segment
        .strip_suffix(')')
        .and_then(|rest| rest.split_once('('))
    else {
        return whole();
    };
    let value = match key.split_once('=') {
        // Arguments of a function have names, the only key of an entity may have one.
        Some((name, value)) if name.eq_ignore_ascii_case("id") => value,
        _ => key,
    };
    let quoted = value
        .strip_prefix('\'')
        .and_then(|rest| rest.strip_suffix('\''));
    match quoted {
        Some(text) => vec![set.to_owned(), text.replace("''", "'")],
        None if value.is_empty() || value.contains(['=', ',', '\'']) => whole(),
        None => vec![set.to_owned(), value.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_in_parentheses_are_segments() {
        let parts = |segment| split_key(segment).join("|");
        assert_eq!(parts("alerts_v2('a''b')"), "alerts_v2|a'b");
        assert_eq!(parts("alerts(id='1')"), "alerts|1");
        assert_eq!(parts("incidents(5)"), "incidents|5");
        for whole in [
            "machines",
            "getPackageUri()",
            "find(timestamp=1,key='2')",
            "f('a",
        ] {
            assert_eq!(parts(whole), whole);
        }
    }
}
