//! The services of the tables: their permissions have ids, and each cloud has its addresses.

use std::collections::BTreeMap;

use auth_core::services::{Permission, PermissionKind};
use auth_core::{Cloud, Endpoint};
use serde_json::Value;

use crate::tables::table;

const PRODUCTS: [&str; 3] = ["mde", "mdca", "xdr"];
const KINDS: [(&str, &str); 2] = [("application", "Role"), ("delegated", "Scope")];

/// A table of every product.
fn all(of: fn(&reference::Product) -> &'static str) -> Vec<Value> {
    let tables = reference::PRODUCTS.iter().map(of);
    let parsed = tables.map(|text| serde_json::from_str::<Vec<Value>>(text).unwrap());
    parsed.flatten().collect()
}

/// The ids by host, kind and name.
fn ids() -> BTreeMap<(String, String, String), String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut ids = BTreeMap::new();
    for one in all(|product| product.permissions) {
        let key = (text(&one["host"]), text(&one["kind"]), text(&one["name"]));
        let before = ids.insert(key.clone(), text(&one["id"]));
        assert_eq!(before, None, "{key:?} is there twice");
    }
    ids
}

fn is_guid(text: &str) -> bool {
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    let digits = text.bytes().filter(|byte| *byte != b'-');
    groups == [8, 4, 4, 4, 12] && digits.fuse().all(|byte| byte.is_ascii_hexdigit())
}

/// What the crate behind an operation says of its host.
fn endpoint(product: &str, host: &str) -> Endpoint {
    let portal = "https://contoso.us2.portal.cloudappsecurity.com";
    let found = match (product, host) {
        ("mde", _) => mde_api::endpoint(host, Cloud::Worldwide),
        ("mdca", "mdca_portal") => Some(mdca_api::portal(portal.parse().unwrap())),
        ("mdca", _) => mdca_api::endpoint(host, Cloud::Worldwide),
        _ => xdr_api::endpoint(host, Cloud::Worldwide),
    };
    found.unwrap()
}

#[test]
fn every_permission_of_every_operation_has_an_id_of_its_kind() {
    let ids = ids();
    for product in PRODUCTS {
        for operation in table(product) {
            let host = operation["host"].as_str().unwrap();
            for (member, kind) in KINDS {
                for name in operation["permissions"][member]
                    .as_array()
                    .into_iter()
                    .flatten()
                {
                    let name = name.as_str().unwrap();
                    let key = (host.to_owned(), kind.to_owned(), name.to_owned());
                    let id = ids.get(&key);
                    let id = id.unwrap_or_else(|| panic!("{}: {key:?}", operation["id"]));
                    let built = |one: &&Permission| {
                        let of_kind = match one.kind {
                            PermissionKind::Role => "Role",
                            _ => "Scope",
                        };
                        (one.name, one.id, of_kind) == (name, id.as_str(), kind)
                    };
                    assert!(
                        endpoint(product, host)
                            .permissions
                            .iter()
                            .any(|one| built(&one)),
                        "{key:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_id_is_one_and_names_differ_by_more_than_their_case() {
    let ids = ids();
    assert!(ids.len() >= 206, "{}", ids.len());
    let mut names = BTreeMap::new();
    for ((host, kind, name), id) in &ids {
        assert!(is_guid(id), "{name}: {id}");
        assert!(matches!(kind.as_str(), "Role" | "Scope"), "{name}: {kind}");
        let plain = (host, kind, name.to_ascii_lowercase());
        assert_eq!(names.insert(plain, name), None, "{name}");
    }
}

/// Pages of the vendor print them. A manifest with one of them is refused.
#[test]
fn names_that_do_not_exist_stay_out() {
    let ids = ids();
    for (kind, misprint, name) in [
        ("Role", "URL.Read.All", "Url.Read.All"),
        ("Scope", "URL.Read.All", "Url.Read.All"),
        ("Scope", "RemediationTask.Read", "RemediationTasks.Read"),
        (
            "Scope",
            "RemediationTask.Read.Read",
            "RemediationTasks.Read",
        ),
        ("Scope", "Machine.Read.All", "Machine.Read"),
    ] {
        let key = |name: &str| ("mde".to_owned(), kind.to_owned(), name.to_owned());
        assert!(!ids.contains_key(&key(misprint)), "{misprint}");
        assert!(ids.contains_key(&key(name)), "{name}");
    }
}

#[test]
fn each_cloud_of_a_service_has_the_address_the_sign_in_and_the_audiences_of_the_tables() {
    for service in all(|product| product.services) {
        let host = service["host"].as_str().unwrap();
        let application = service["application"]["id"].as_str().unwrap();
        assert!(is_guid(application), "{host}");
        for entry in service["clouds"].as_array().unwrap() {
            let cloud: Cloud = entry["cloud"].as_str().unwrap().parse().unwrap();
            let login = format!("{}/", entry["login"].as_str().unwrap());
            assert_eq!(cloud.authority().as_str(), login, "{host} {cloud}");
            let audiences: Vec<_> = entry["audiences"].as_array().unwrap().iter().collect();
            assert!(
                audiences.iter().any(|one| *one == application),
                "{host} {cloud}"
            );
            let built = match host {
                "mde" => mde_api::endpoint(host, cloud),
                _ => xdr_api::endpoint(host, cloud),
            };
            let Some(address) = entry["address"].as_str() else {
                assert!(built.is_none(), "{host} {cloud}");
                continue;
            };
            let built = built.unwrap();
            assert_eq!(built.base.as_str(), format!("{address}/"), "{host} {cloud}");
            assert_eq!(
                built.audiences.iter().collect::<Vec<_>>(),
                audiences,
                "{host} {cloud}"
            );
            let scope = format!("{}/.default", built.audiences[0]);
            assert_eq!(built.scope, scope, "{host} {cloud}");
        }
    }
}
