//! `requiredResourceAccess`: what goes into the manifest of an application.

use std::collections::{BTreeMap, BTreeSet};

use auth_core::Cloud;
use auth_core::http_core::{Operation, Url};
use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::words;

/// Who calls: an application on its own, or a person through one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    Application,
    Delegated,
}

impl Context {
    pub(super) const ALL: [Self; 2] = [Self::Application, Self::Delegated];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Application => "application",
            Self::Delegated => "delegated",
        }
    }

    pub(super) fn named(word: &str) -> Self {
        match word == Self::Delegated.as_str() {
            true => Self::Delegated,
            false => Self::Application,
        }
    }

    fn permissions(self, row: &Operation) -> &'static [&'static str] {
        match self {
            Self::Application => row.application,
            Self::Delegated => row.delegated,
        }
    }

    /// What the manifest calls such a permission, and where its id stands in the API's service principal.
    const fn in_manifest(self) -> (&'static str, &'static str) {
        match self {
            Self::Application => ("Role", "appRoles"),
            Self::Delegated => ("Scope", "oauth2PermissionScopes"),
        }
    }
}

/// A part of a manifest and what there is to say about it.
pub(super) struct Manifest {
    pub(super) object: Value,
    pub(super) notes: Vec<String>,
}

/// The least that all of these rows need.
pub(super) fn of(catalog: &Catalog, rows: &[&'static Operation], context: Context) -> Manifest {
    let (kind, place) = context.in_manifest();
    let mut notes = Vec::new();
    let mut apis: BTreeMap<String, Vec<&'static Operation>> = BTreeMap::new();
    for row in rows {
        if context.permissions(row).is_empty() {
            let who = context.as_str();
            notes.push(format!(
                "{}: no {who} permission is documented, so none is asked for",
                words::command(row.id)
            ));
            continue;
        }
        apis.entry(application_id(catalog, row.host))
            .or_default()
            .push(row);
    }
    let mut access = Vec::new();
    for (id, rows) in &apis {
        let all = rows.iter().map(|row| context.permissions(row));
        let least = least(&all.collect::<Vec<_>>());
        let named = |name: &&str| json!({"id": null, "type": kind, "value": name});
        access.push(json!({"resourceAppId": id, "resourceAccess": least.iter().map(named).collect::<Value>()}));
        notes.push(format!(
            "the ids of permissions are not known here, only their names (`value`); put in the ids that \
             `az ad sp show --id {id} --query \"{place}[].{{value:value, id:id}}\"` tells"
        ));
    }
    Manifest {
        object: json!({"requiredResourceAccess": access}),
        notes,
    }
}

/// The application id of the API behind a host family, the same in every cloud; the name of the family where no table
/// has it.
fn application_id(catalog: &Catalog, host: &str) -> String {
    // The portal's address differs from tenant to tenant, its API does not.
    let any = Url::parse("https://localhost").ok();
    let endpoint = catalog.endpoint(host, Cloud::Worldwide, any);
    let audiences = endpoint.map(|endpoint| endpoint.audiences);
    let mut ids = audiences.into_iter().flatten().filter(|one| is_id(one));
    ids.next().unwrap_or_else(|| host.to_owned())
}

/// Whether an audience is an application's id rather than its address.
fn is_id(audience: &str) -> bool {
    audience.len() == 36
        && audience
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// The fewest permissions that serve all: the least of each, without those that another one makes needless.
fn least(all: &[&'static [&'static str]]) -> BTreeSet<&'static str> {
    let mut chosen: BTreeSet<&str> = all.iter().filter_map(|any| any.first().copied()).collect();
    for name in chosen.clone() {
        let serves = |any: &&[&str]| any.iter().any(|one| *one != name && chosen.contains(one));
        if all.iter().all(serves) {
            chosen.remove(name);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    #[test]
    fn a_permission_that_another_makes_needless_is_left_out() {
        const READ: &[&str] = &["A.Read", "A.Write"];
        const WRITE: &[&str] = &["A.Write"];
        const OTHER: &[&str] = &["B.Read"];
        let least = |all: &[&'static [&'static str]]| Vec::from_iter(least(all));
        assert_eq!(least(&[READ, OTHER]), ["A.Read", "B.Read"]);
        assert_eq!(least(&[READ, WRITE]), ["A.Write"]);
    }

    #[test]
    fn every_host_has_an_application_id() {
        let catalog = App::built_in().catalog();
        for (host, _) in catalog.hosts() {
            let id = application_id(&catalog, host);
            assert!(is_id(&id), "{host}: {id}");
        }
    }
}
