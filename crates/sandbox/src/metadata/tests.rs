//! Service documents and metadata.

use crate::Service;
use crate::tests::testing::{Bench, TestResponse};

async fn open(bench: &Bench, service: Service, path: &str) -> TestResponse {
    bench.send_as(service, "GET", path, None, "").await
}

/// The values of an attribute of all elements with a name.
fn attributes<'a>(xml: &'a str, element: &str, name: &str) -> Vec<&'a str> {
    let head = format!("<{element} ");
    let attribute = format!(" {name}=\"");
    xml.lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with(&head))
        .filter_map(|line| line.split_once(&attribute)?.1.split('"').next())
        .collect()
}

#[tokio::test]
async fn service_documents_list_what_is_below_the_root() {
    let bench = Bench::new().await;
    let graph = open(&bench, Service::Graph, "/v1.0/").await;
    assert_eq!(graph.status, 200);
    let context = graph.body["@odata.context"].as_str().unwrap();
    assert!(context.ends_with("/v1.0/$metadata"), "{context}");
    let named = |response: &TestResponse, name: &str| {
        let found = response.rows().iter().find(|one| one["name"] == name);
        found.map(|one| one["kind"].clone())
    };
    assert_eq!(named(&graph, "security").unwrap(), "Singleton");
    assert_eq!(named(&graph, "subscriptions").unwrap(), "EntitySet");
    let mde = open(&bench, Service::Mde, "/api").await;
    assert_eq!(named(&mde, "machines").unwrap(), "EntitySet");
    assert_eq!(open(&bench, Service::Mdca, "/api").await.status, 404);
}

#[tokio::test]
async fn metadata_names_only_types_that_it_has() {
    let bench = Bench::new().await;
    for (service, path) in [
        (Service::Graph, "/v1.0/$metadata"),
        (Service::Graph, "/beta/$metadata"),
        (Service::Mde, "/api/$metadata"),
        (Service::Xdr, "/api/%24metadata"),
    ] {
        let response = open(&bench, service, path).await;
        assert_eq!(response.header("content-type"), "application/xml");
        let xml = String::from_utf8(response.bytes).unwrap();
        let namespace = attributes(&xml, "Schema", "Namespace")[0];
        let mut known: Vec<String> = Vec::new();
        for element in ["EntityType", "ComplexType", "EnumType"] {
            let names = attributes(&xml, element, "Name");
            known.extend(names.iter().map(|name| format!("{namespace}.{name}")));
        }
        let mut unique = known.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), known.len(), "{path}: a name is used twice");
        let mut used = attributes(&xml, "EntityType", "BaseType");
        used.extend(attributes(&xml, "ComplexType", "BaseType"));
        used.extend(attributes(&xml, "EntitySet", "EntityType"));
        for element in [
            "Property",
            "NavigationProperty",
            "Parameter",
            "ReturnType",
            "Singleton",
        ] {
            used.extend(attributes(&xml, element, "Type"));
        }
        assert!(used.len() > 20, "{path}");
        for kind in used {
            let bare = kind.trim_start_matches("Collection(").trim_end_matches(')');
            let is_known = bare.starts_with("Edm.") || known.iter().any(|one| one == bare);
            assert!(is_known, "{path}: {kind}");
        }
    }
}
