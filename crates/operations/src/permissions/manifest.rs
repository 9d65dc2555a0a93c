//! The permissions part of an application's manifest.

use std::collections::BTreeMap;

use http_core::Operation;
use serde_json::{Value, json};

use super::{Caller, least};

/// The permissions part of an application's manifest, and what a person has to complete in it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Manifest {
    /// The object with the member `requiredResourceAccess`, as Entra accepts it: ids and types, no names.
    pub object: Value,
    /// The APIs that the operations are on.
    pub apis: Vec<RequestedApi>,
    /// Ids of operations without a documented permission. The manifest requests nothing for them.
    pub undocumented: Vec<&'static str>,
}

/// The permissions that a manifest requests of one API.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct RequestedApi {
    /// The application id of the API.
    pub application_id: String,
    /// Names of the permissions in the manifest.
    pub names: Vec<&'static str>,
    /// Names of permissions whose ids are unknown. The manifest lacks them.
    pub unknown: Vec<&'static str>,
    /// The member of the API's service principal that lists the ids: `appRoles` or `oauth2PermissionScopes`.
    pub listed_in: &'static str,
}

/// What [`manifest`] has to know of the APIs.
pub trait Apis {
    /// The application id of the API behind a host family.
    fn application_id(&self, host: &str) -> String;

    /// The id of a permission of that API, by its name in any case. `None` if it is unknown.
    fn permission_id(&self, host: &str, caller: Caller, name: &str) -> Option<&'static str>;
}

/// The part of a manifest that requests the least permissions for these operations, one entry for each API.
///
/// ```
/// use http_core::Operation;
/// use operations::permissions::{Apis, Caller, manifest};
///
/// struct X;
///
/// impl Apis for X {
///     fn application_id(&self, host: &str) -> String {
///         format!("id-of-{host}")
///     }
///
///     fn permission_id(&self, _: &str, _: Caller, name: &str) -> Option<&'static str> {
///         (name == "Alert.Read.All").then_some("71fe6b80-7034-4028-9ed8-0f316df9c3ff")
///     }
/// }
///
/// static LIST: Operation =
///     Operation::get("x.alerts.list", "/api/alerts").host("x").permissions(&["Alert.Read.All"], &[]);
///
/// let manifest = manifest(&[&LIST], Caller::Application, &X);
/// let api = &manifest.object["requiredResourceAccess"][0];
/// assert_eq!(api["resourceAppId"], "id-of-x");
/// assert_eq!(api["resourceAccess"][0]["id"], "71fe6b80-7034-4028-9ed8-0f316df9c3ff");
/// ```
pub fn manifest(operations: &[&'static Operation], caller: Caller, apis: &impl Apis) -> Manifest {
    let mut undocumented = Vec::new();
    let mut by_api: BTreeMap<String, Vec<&'static Operation>> = BTreeMap::new();
    for operation in operations {
        if caller.permissions(operation).is_empty() {
            undocumented.push(operation.id);
            continue;
        }
        let application_id = apis.application_id(operation.http.host);
        by_api.entry(application_id).or_default().push(operation);
    }
    let mut access = Vec::new();
    let mut requested = Vec::new();
    for (application_id, operations) in by_api {
        let (entries, api) = request(application_id, &operations, caller, apis);
        if !entries.is_empty() {
            access.push(json!({"resourceAppId": api.application_id, "resourceAccess": entries}));
        }
        requested.push(api);
    }
    Manifest {
        object: json!({"requiredResourceAccess": access}),
        apis: requested,
        undocumented,
    }
}

/// The entries of one API, and the names behind them.
fn request(
    application_id: String,
    operations: &[&'static Operation],
    caller: Caller,
    apis: &impl Apis,
) -> (Vec<Value>, RequestedApi) {
    let mut entries = Vec::new();
    let (mut names, mut unknown) = (Vec::new(), Vec::new());
    for name in least(operations.iter().copied(), caller) {
        let mut hosts = operations.iter().map(|operation| operation.http.host);
        match hosts.find_map(|host| apis.permission_id(host, caller, name)) {
            Some(id) => {
                entries.push(json!({"id": id, "type": caller.access_type()}));
                names.push(name);
            }
            None => unknown.push(name),
        }
    }
    let listed_in = caller.listed_in();
    let api = RequestedApi {
        application_id,
        names,
        unknown,
        listed_in,
    };
    (entries, api)
}

#[cfg(test)]
mod tests {
    use super::*;

    static READ: Operation = Operation::get("t.a.read", "/a")
        .host("h")
        .permissions(&["A.Read", "A.Write"], &["A.Read.User"]);
    static OTHER: Operation = Operation::get("t.b.read", "/b")
        .host("g")
        .permissions(&["B.Read"], &[]);

    struct Known;

    impl Apis for Known {
        fn application_id(&self, host: &str) -> String {
            format!("id-{host}")
        }

        fn permission_id(&self, host: &str, caller: Caller, name: &str) -> Option<&'static str> {
            let is_known = (host, caller) == ("h", Caller::Delegated) && name == "A.Read.User";
            is_known.then_some("1")
        }
    }

    #[test]
    fn a_manifest_asks_each_api_for_the_least() {
        let manifest = manifest(&[&READ, &OTHER], Caller::Delegated, &Known);
        assert_eq!(
            manifest.object,
            json!({"requiredResourceAccess": [{
                "resourceAppId": "id-h",
                "resourceAccess": [{"id": "1", "type": "Scope"}],
            }]})
        );
        assert_eq!(manifest.undocumented, ["t.b.read"]);
        let api = &manifest.apis[0];
        assert_eq!(
            (api.application_id.as_str(), api.listed_in),
            ("id-h", "oauth2PermissionScopes")
        );
        assert_eq!(api.names, ["A.Read.User"]);
    }

    #[test]
    fn a_manifest_leaves_out_what_has_no_id() {
        let manifest = manifest(&[&OTHER], Caller::Application, &Known);
        assert_eq!(manifest.object, json!({"requiredResourceAccess": []}));
        assert_eq!(manifest.apis[0].unknown, ["B.Read"]);
    }
}
