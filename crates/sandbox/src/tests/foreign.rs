//! Requests in the forms that clients of others send, and answers in the forms that they read.

use std::time::Duration;

use axum::http::Request;
use serde_json::{Value, json};

use super::testing::{Bench, TestResponse, encode};
use crate::Service;

/// A call with headers of its own.
async fn with_headers(
    bench: &Bench,
    service: Service,
    path: &str,
    headers: &[(&str, &str)],
) -> TestResponse {
    let token = bench.token(service).await;
    let mut request = Request::get(format!("{}{path}", bench.sandbox.url(service)))
        .header("authorization", format!("Bearer {token}"));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    TestResponse::of(bench.sandbox.call(request.body(Vec::new()).unwrap()).await)
}

fn message(response: &TestResponse) -> &str {
    response.body["error"]["message"]
        .as_str()
        .unwrap_or_default()
}

#[tokio::test(start_paused = true)]
async fn paths_of_the_generated_clients_are_answered() {
    let bench = Bench::new().await;
    let hunt = json!({"query": "DeviceInfo | take 1"});
    let path = "/v1.0//security/microsoft.graph.security.runHuntingQuery";
    let hunted = bench.send(Service::Graph, "POST", path, Some(hunt)).await;
    assert_eq!(hunted.status, 200);
    let context = hunted.body["@odata.context"].as_str().unwrap();
    assert!(context.ends_with("/v1.0/$metadata#microsoft.graph.security.huntingQueryResults"));
    let sensors = "/v1.0//security/identities/sensors";
    let full = format!("{sensors}/microsoft.graph.security.getDeploymentPackageUri()");
    assert_eq!(bench.get(Service::Graph, &full).await.status, 200);
    for called in [
        "/beta/security/microsoft.graph.security.getHuntingSchema()",
        "/v1.0/reports/security/microsoft.graph.getAttackSimulationSimulationUserCoverage()",
    ] {
        assert_eq!(
            bench.get(Service::Graph, called).await.status,
            200,
            "{called}"
        );
    }
    // Beta has the operations of v1.0, and answers with its own addresses.
    let beta = bench
        .get(Service::Graph, "/beta/security/alerts_v2?$top=1")
        .await;
    for member in ["@odata.context", "@odata.nextLink"] {
        assert!(
            beta.body[member].as_str().unwrap().contains("/beta/"),
            "{member}"
        );
    }
    // Keys in parentheses, at Graph and at the other OData services.
    let id = beta.rows()[0]["id"].as_str().unwrap().to_owned();
    let alert = bench
        .get(Service::Graph, &format!("/v1.0/security/alerts_v2('{id}')"))
        .await;
    assert_eq!(alert.body["id"], id);
    let alert = bench
        .get(Service::Mde, &format!("/api/alerts('{id}')"))
        .await;
    assert_eq!(alert.body["id"], id);
}

#[tokio::test(start_paused = true)]
async fn graph_names_the_segment_that_it_does_not_know() {
    let bench = Bench::new().await;
    for (path, said) in [
        (
            "/v1.0/security/alertz",
            "Resource not found for the segment 'alertz'.",
        ),
        (
            "/v1.0/v1.0/security/alerts_v2",
            "Resource not found for the segment 'v1.0'.",
        ),
        (
            "/v1.0/security/incidents/7/nothing/x",
            "Resource not found for the segment 'nothing'.",
        ),
        ("/v2.0/security", "Invalid version: v2.0"),
    ] {
        let refused = bench.get(Service::Graph, path).await;
        assert_eq!((refused.status, message(&refused)), (400, said), "{path}");
    }
    assert_eq!(bench.get(Service::Mde, "/api/alertz").await.status, 404);
}

#[tokio::test(start_paused = true)]
async fn options_may_have_no_dollar_at_graph() {
    let bench = Bench::new().await;
    let asked = "/v1.0/security/alerts_v2?top=3&select=id&filter=severity ne 'unknown'&count=true";
    let list = bench.get(Service::Graph, asked).await;
    assert_eq!(list.rows().len(), 3);
    assert!(list.rows()[0].get("title").is_none() && list.body["@odata.count"].is_u64());
    let next = list.body["@odata.nextLink"].as_str().unwrap();
    let second = bench.get(Service::Graph, next).await;
    assert_eq!(second.rows().len(), 3);
    assert_ne!(second.rows(), list.rows());
    let skipped = bench
        .get(
            Service::Graph,
            "/v1.0/security/alerts_v2?top=3&skip=3&select=id",
        )
        .await;
    assert_eq!(skipped.rows(), second.rows());
}

#[tokio::test(start_paused = true)]
async fn rows_are_counted_by_a_segment() {
    let bench = Bench::new().await;
    let all = bench.sandbox.peek("xdr", "Alert").len().to_string();
    let counted = bench
        .get(Service::Graph, "/v1.0/security/alerts_v2/$count")
        .await;
    assert_eq!(counted.header("content-type"), "text/plain");
    assert_eq!(String::from_utf8(counted.bytes).unwrap(), all);
    let filter = "/api/alerts/$count?$filter=severity eq 'none'";
    assert_eq!(bench.get(Service::Mde, filter).await.bytes, b"0");
}

#[tokio::test(start_paused = true)]
async fn preferences_and_formats_are_heeded() {
    let bench = Bench::new().await;
    let path = "/v1.0/security/alerts_v2";
    let prefer = [("prefer", "odata.maxpagesize=4")];
    let page = with_headers(&bench, Service::Graph, path, &prefer).await;
    assert_eq!(page.rows().len(), 4);
    assert_eq!(page.header("preference-applied"), "odata.maxpagesize=4");
    assert!(page.body["@odata.nextLink"].is_string());
    // `$top` counts more.
    let top = with_headers(
        &bench,
        Service::Graph,
        "/v1.0/security/alerts_v2?$top=2",
        &prefer,
    )
    .await;
    assert_eq!(
        (top.rows().len(), top.header("preference-applied")),
        (2, "")
    );

    let bare = [("accept", "application/json;odata.metadata=none")];
    for (service, path) in [
        (
            Service::Graph,
            "/v1.0/security/alerts_v2?$top=1&$count=true",
        ),
        (Service::Mde, "/api/alerts"),
    ] {
        let list = with_headers(&bench, service, path, &bare).await;
        assert!(list.header("content-type").contains("odata.metadata=none"));
        assert!(list.body.get("@odata.context").is_none());
        assert!(!list.rows()[0].to_string().contains("@odata."));
        let is_counted = list.body.get("@odata.count").is_some();
        assert_eq!(is_counted, service == Service::Graph);
    }
    let option = format!(
        "/v1.0/security/alerts_v2?$top=1&$format={}",
        encode("application/json;odata.metadata=none")
    );
    let list = bench.get(Service::Graph, &option).await;
    assert!(list.body.get("@odata.context").is_none() && list.body["@odata.nextLink"].is_string());
}

#[tokio::test(start_paused = true)]
async fn expanded_records_have_options_of_their_own() {
    let bench = Bench::new().await;
    let path = "/v1.0/security/incidents?$top=5&$expand=alerts($select=id,title;$top=1)";
    let list = bench.get(Service::Graph, path).await;
    for incident in list.rows() {
        let alerts = incident["alerts"].as_array().unwrap();
        assert_eq!(alerts.len(), 1);
        let names: Vec<&String> = alerts[0].as_object().unwrap().keys().collect();
        assert_eq!(names, ["@odata.type", "id", "title"]);
    }
    let path = "/api/alerts?$top=3&$expand=evidence($select=entityType)";
    let alerts = bench.get(Service::Mde, path).await;
    let pieces = alerts.rows()[0]["evidence"].as_array().unwrap();
    assert!(!pieces.is_empty() && pieces.iter().all(|one| one.as_object().unwrap().len() == 1));
}

#[tokio::test(start_paused = true)]
async fn indicators_of_articles_lead_to_hosts() {
    let bench = Bench::new().await;
    let threats = "/v1.0/security/threatIntelligence";
    let articles = bench
        .get(Service::Graph, &format!("{threats}/articles?$top=1"))
        .await;
    let article = articles.rows()[0]["id"].as_str().unwrap();
    let path = format!("{threats}/articles/{article}/indicators");
    let plain = bench.get(Service::Graph, &path).await;
    for indicator in plain.rows() {
        let artifact = indicator["artifact"].as_object().unwrap();
        assert_eq!(artifact.len(), 2, "{artifact:?}");
        let host = encode(artifact["id"].as_str().unwrap());
        let host = bench
            .get(Service::Graph, &format!("{threats}/hosts/{host}"))
            .await;
        assert_eq!(host.body["@odata.type"], artifact["@odata.type"]);
    }
    let expanded = bench
        .get(Service::Graph, &format!("{path}?$expand=artifact"))
        .await;
    let artifact = expanded.rows()[0]["artifact"].as_object().unwrap();
    assert!(artifact.len() > 2 && artifact["id"] == plain.rows()[0]["artifact"]["id"]);
    // What a relationship holds is what its own path lists.
    let host = encode(artifact["id"].as_str().unwrap());
    let listed = bench
        .get(
            Service::Graph,
            &format!("{threats}/hosts/{host}/subdomains"),
        )
        .await;
    let host = bench
        .get(
            Service::Graph,
            &format!("{threats}/hosts/{host}?$expand=subdomains"),
        )
        .await;
    assert_eq!(host.body["subdomains"].as_array().unwrap(), listed.rows());
}

#[tokio::test(start_paused = true)]
async fn parts_of_a_batch_have_headers_and_known_dependencies() {
    let bench = Bench::new().await;
    let send = async |requests: Value| {
        let body = json!({"requests": requests});
        bench
            .send(Service::Graph, "POST", "/v1.0/$batch", Some(body))
            .await
    };
    let part = |id: &str, url: &str, after: &[&str]| json!({"id": id, "method": "GET", "url": url, "dependsOn": after});
    let answered = send(json!([
        part("A", "/security/alerts_v2?$top=1", &[]),
        part(
            "b",
            "https://graph.microsoft.com/v1.0/security/incidents",
            &[]
        ),
        part("c", "/security/alerts_v2/$count", &["a"]),
        part("d", "/security/incidents", &["B"]),
    ]))
    .await;
    let parts = answered.body["responses"].as_array().unwrap();
    let statuses: Vec<&Value> = parts.iter().map(|part| &part["status"]).collect();
    assert_eq!(statuses, [200, 400, 200, 424]);
    for part in parts {
        assert!(part["headers"]["Content-Type"].is_string(), "{part}");
    }
    assert!(
        parts[1]["body"]["error"]["message"]
            .as_str()
            .unwrap()
            .contains("segment 'https:'")
    );

    for (requests, said) in [
        (
            json!([part("1", "/security/incidents", &["9"])]),
            "Invalid dependency for request Id 1",
        ),
        (
            json!([part("1", "/x", &["2"]), part("2", "/x", &[])]),
            "Invalid dependency for request Id 1",
        ),
        (
            json!([part("a", "/x", &[]), part("A", "/x", &[])]),
            "has to be unique",
        ),
        (
            json!([{"method": "GET", "url": "/x"}]),
            "Invalid batch payload format",
        ),
    ] {
        let refused = send(requests).await;
        assert_eq!(refused.status, 400);
        assert!(message(&refused).contains(said), "{}", message(&refused));
    }
}

#[tokio::test(start_paused = true)]
async fn tokens_for_older_names_of_a_resource_are_good() {
    let bench = Bench::new().await;
    for resource in [
        "https://api.securitycenter.windows.com",
        "https://api.securitycenter.windows.com/",
        "fc780465-2017-40d4-a0c5-307022471b92",
    ] {
        let scope = format!("{resource}/.default");
        let token = bench.ask_token(&[("scope", &scope)]).await;
        let token = token.body["access_token"]
            .as_str()
            .unwrap_or_else(|| panic!("{resource}"));
        let authorization = format!("Bearer {token}");
        let list = bench
            .send_as(
                Service::Mde,
                "GET",
                "/api/machines?$top=1",
                None,
                &authorization,
            )
            .await;
        assert_eq!(list.status, 200, "{resource}");
    }
    let older = bench
        .post_form(
            &format!("/{}/oauth2/token", bench.sandbox.tenant_id()),
            &[
                ("client_id", bench.sandbox.client_id()),
                ("client_secret", bench.sandbox.client_secret()),
                ("grant_type", "client_credentials"),
                ("resource", "https://api.securitycenter.windows.com"),
            ],
        )
        .await;
    assert!(older.body["access_token"].is_string());
}

#[tokio::test(start_paused = true)]
async fn graph_takes_a_token_without_its_scheme_and_others_do_not() {
    let bench = Bench::new().await;
    for (service, path, status) in [
        (Service::Graph, "/v1.0/security/incidents", 200),
        (Service::Mde, "/api/machines", 401),
        (Service::Xdr, "/api/incidents", 401),
    ] {
        let token = bench.token(service).await;
        let answer = bench.send_as(service, "GET", path, None, &token).await;
        assert_eq!(answer.status, status, "{path}");
    }
    let refused = bench
        .send_as(Service::Graph, "GET", "/v1.0/security/incidents", None, "x")
        .await;
    assert_eq!(refused.status, 401);
}

#[tokio::test(start_paused = true)]
async fn a_machine_is_found_by_its_id_in_entra() {
    let bench = Bench::new().await;
    let machines = bench.sandbox.peek("mde", "Machine");
    let joined = machines
        .iter()
        .find(|one| one["aadDeviceId"].is_string())
        .unwrap();
    let id = joined["aadDeviceId"].as_str().unwrap();
    let machine = bench
        .get(Service::Mde, &format!("/api/machines/{id}"))
        .await;
    assert_eq!(machine.body["id"], joined["id"]);
    let body = json!({"Comment": "x", "ScanType": "Quick"});
    let path = format!("/api/machines/{id}/runAntiVirusScan");
    let action = bench.send(Service::Mde, "POST", &path, Some(body)).await;
    assert_eq!(action.body["machineId"], joined["id"]);
}

#[tokio::test(start_paused = true)]
async fn an_indicator_may_be_sent_back_with_what_the_service_sets() {
    let bench = Bench::new().await;
    let submit = async |body: Value| {
        bench
            .send(Service::Mde, "POST", "/api/indicators", Some(body))
            .await
    };
    let sent = json!({"indicatorValue": "198.51.100.77", "indicatorType": "IpAddress", "action": "Alert",
                      "title": "t", "description": "d", "id": "7", "lastUpdateTime": "2001-01-01T00:00:00Z",
                      "createdBy": "nobody"});
    let made = submit(sent.clone()).await;
    assert_eq!(made.status, 200);
    for member in ["id", "lastUpdateTime", "createdBy"] {
        assert_ne!(made.body[member], sent[member], "{member}");
    }
    // A second time, and as an item of an import, it stays the same record.
    assert_eq!(submit(sent.clone()).await.body["id"], made.body["id"]);
    let body = json!({"Indicators": [sent]});
    let imported = bench
        .send(Service::Mde, "POST", "/api/indicators/import", Some(body))
        .await;
    assert_eq!(imported.rows()[0]["id"], made.body["id"]);
    let mut odd = made.body.clone();
    odd["nothing"] = "x".into();
    assert_eq!(submit(odd).await.status, 400);
}

#[tokio::test(start_paused = true)]
async fn scores_by_group_have_the_id_of_the_group() {
    let bench = Bench::new().await;
    let scores = bench
        .get(Service::Mde, "/api/exposureScore/ByMachineGroups")
        .await;
    let context = scores.body["@odata.context"].as_str().unwrap();
    assert!(context.ends_with("#ExposureScore"), "{context}");
    let machines = bench.sandbox.peek("mde", "Machine");
    for score in scores.rows() {
        let id = crate::values::key_text(&score["rbacGroupId"]);
        let of_group = machines
            .iter()
            .find(|one| crate::values::key_text(&one["rbacGroupId"]) == id);
        assert_eq!(of_group.unwrap()["rbacGroupName"], score["rbacGroupName"]);
    }
    let single = bench.get(Service::Mde, "/api/exposureScore").await;
    let context = single.body["@odata.context"].as_str().unwrap();
    assert!(context.ends_with("#ExposureScore/$entity"), "{context}");
}

#[tokio::test(start_paused = true)]
async fn signed_addresses_may_be_encoded_anew() {
    let bench = Bench::new().await;
    let export = bench
        .get(Service::Mde, "/api/machines/SoftwareInventoryExport")
        .await;
    let link = export.body["exportFiles"][0].as_str().unwrap();
    let (path, query) = link.split_once('?').unwrap();
    let fetch = async |link: String| {
        bench
            .send_as(Service::Storage, "GET", &link, None, "")
            .await
    };
    let plain = fetch(link.to_owned()).await;
    assert_eq!(plain.status, 200);
    for encoded in [
        path.replace('=', "%3D"),
        path.replace('-', "%2D"),
        path.replace('=', "%3d"),
    ] {
        let again = fetch(format!("{encoded}?{query}")).await;
        assert_eq!(
            (again.status, again.bytes.len()),
            (200, plain.bytes.len()),
            "{encoded}"
        );
    }
    let forged = fetch(format!("{}x?{query}", path.replace('=', "%3D"))).await;
    assert_eq!(forged.status, 403);
    let head = bench
        .send_as(Service::Storage, "HEAD", link, None, "")
        .await;
    assert!(head.bytes.is_empty());
    assert_eq!(head.header("content-length"), plain.bytes.len().to_string());
    for name in [
        "content-type",
        "content-md5",
        "etag",
        "last-modified",
        "x-ms-blob-type",
    ] {
        assert_eq!(head.header(name), plain.header(name), "{name}");
        assert!(!head.header(name).is_empty(), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_remediation_task_agrees_with_itself() {
    let bench = Bench::new().await;
    let machines = bench.sandbox.peek("mde", "Machine");
    for task in bench
        .get(Service::Mde, "/api/remediationTasks")
        .await
        .rows()
    {
        let number = |name: &str| task[name].as_u64().unwrap();
        assert!(number("fixedDevices") <= number("targetDevices"));
        assert_eq!(
            task["status"] == "Completed",
            number("fixedDevices") == number("targetDevices")
        );
        assert_eq!(
            task["status"] == "Completed",
            task["completionMethod"].is_string()
        );
        for group in task["rbacGroupNames"].as_array().unwrap() {
            assert!(
                machines
                    .iter()
                    .any(|machine| machine["rbacGroupName"] == *group)
            );
        }
        let product = format!("/api/Software/{}", task["productId"].as_str().unwrap());
        let product = bench.get(Service::Mde, &product).await.body;
        assert_eq!(
            (&product["vendor"], &product["name"]),
            (&task["vendorId"], &task["nameId"])
        );
        let path = format!(
            "/api/remediationTasks/{}/machineReferences",
            task["id"].as_str().unwrap()
        );
        let devices = bench.get(Service::Mde, &path).await;
        assert_eq!(devices.rows().len() as u64, number("targetDevices"));
        assert!(task["createdOn"].as_str() <= task["statusLastModifiedOn"].as_str());
    }
}

#[tokio::test(start_paused = true)]
async fn lists_inside_records_are_never_null() {
    let bench = Bench::new().await;
    for product in ["mde", "xdr"] {
        for operation in crate::tables::product(product).operations.iter() {
            let Some(name) = &operation.response.entity else {
                continue;
            };
            for record in bench.sandbox.peek(product, name) {
                check_record(product, name, &record);
            }
        }
    }
    bench.sandbox.advance(Duration::ZERO);
}

/// Panics if a list of the record, or of a record inside, is null, or if a type is missing.
fn check_record(product: &str, name: &str, record: &Value) {
    let Some(entity) = crate::tables::product(product).entity(name) else {
        return;
    };
    for field in &entity.fields {
        let Some(value) = record.get(&field.name) else {
            continue;
        };
        let item = field.kind.strip_prefix("array:");
        assert!(
            item.is_none() || value.is_array(),
            "{name}.{}: {value}",
            field.name
        );
        assert!(
            field.name != "@odata.type" || value.is_string(),
            "{name}: {record}"
        );
        if field.wire == "duration" && !value.is_null() {
            assert!(
                value.as_str().unwrap().starts_with('P'),
                "{name}.{}: {value}",
                field.name
            );
        }
        let Some(inner) = item.unwrap_or(&field.kind).strip_prefix("object:") else {
            continue;
        };
        for one in value.as_array().unwrap_or(&vec![value.clone()]) {
            check_record(product, inner, one);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn audit_data_has_a_type_that_is_not_abstract() {
    let bench = Bench::new().await;
    let records = bench.sandbox.peek("xdr", "AuditLogRecord");
    let typed = records.iter().filter(|one| one["auditData"].is_object());
    assert!(typed.clone().count() > 0);
    for record in typed {
        let kind = &record["auditData"]["@odata.type"];
        assert_eq!(kind, "#microsoft.graph.security.defaultAuditData");
    }
}
