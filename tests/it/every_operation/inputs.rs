//! The required inputs of each operation, taken from the tables and from what the emulator holds.

use std::collections::{BTreeSet, HashMap};
use std::sync::Mutex;

use base64::Engine;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use http_core::{Operation, Request};
use sandbox::Service;
use serde_json::{Map, Value, json};

use crate::support::{Bench, Caller, text};
use crate::tables::{entities, table};

/// A request with all its required inputs.
pub(crate) async fn request(finder: &Finder<'_>, operation: &'static Operation) -> Request {
    let mut request = Request::new(operation).allow_retired();
    for (name, value) in values(finder, operation, &BTreeSet::new()).await {
        request = match value {
            Some(value) => request.set(name, value),
            None => request.set_bytes(name, "content", Some("triage.ps1")),
        };
    }
    request
}

/// The required inputs of an operation and the wanted optional ones, by name. Inputs without a value are
/// files.
pub(crate) async fn values(
    finder: &Finder<'_>,
    operation: &'static Operation,
    wanted: &BTreeSet<String>,
) -> Vec<(&'static str, Option<Value>)> {
    let (product, entry) = entry(operation);
    if entry["method"] != "GET" {
        finder.forget();
    }
    let mut values = Vec::new();
    let is_wanted = |param: &Value| wanted.contains(&text(&param["name"]));
    for param in params(entry).filter(|param| is_needed(entry, param) || is_wanted(param)) {
        let value = match param["type"] == "binary" {
            true => None,
            false => Some(finder.value(product, operation.id, param).await),
        };
        values.push((param["name"].as_str().unwrap(), value));
    }
    values
}

/// An operation's table entry and the product whose table has it.
fn entry(operation: &Operation) -> (&'static str, &'static Value) {
    let products = reference::PRODUCTS.iter().map(|one| one.name);
    let mut entries =
        products.flat_map(|product| table(product).iter().map(move |entry| (product, entry)));
    entries
        .find(|(_, entry)| entry["id"] == operation.id)
        .unwrap()
}

/// The product and the entity that an operation answers with.
pub(super) fn entity(operation: &Operation) -> Option<(&'static str, &'static str)> {
    let (product, entry) = entry(operation);
    Some((product, entry["response"]["entity"].as_str()?))
}

fn params(entry: &Value) -> impl Iterator<Item = &Value> {
    entry["params"].as_array().into_iter().flatten()
}

/// Required inputs. A change without any needs its first member.
fn is_needed(entry: &Value, param: &Value) -> bool {
    let required = |param: &Value| param["required"] == true || param["place"] == "path";
    let in_body = |param: &&Value| param["place"] == "body";
    let some_required = params(entry).filter(in_body).any(required);
    required(param)
        || (entry["method"] == "PATCH"
            && !some_required
            && params(entry)
                .find(in_body)
                .is_some_and(|first| first == param))
}

/// Finds ids of records by asking the emulator.
pub(crate) struct Finder<'a> {
    bench: &'a Bench,
    caller: Caller,
    /// Records that were found, until something is changed.
    found: Mutex<HashMap<(&'static str, String), Value>>,
}

impl<'a> Finder<'a> {
    pub(crate) fn new(bench: &'a Bench) -> Self {
        Self {
            bench,
            caller: bench.caller(),
            found: Mutex::default(),
        }
    }

    fn forget(&self) {
        self.found.lock().unwrap().clear();
    }

    async fn value(&self, product: &'static str, id: &str, param: &Value) -> Value {
        let name = param["name"].as_str().unwrap();
        if let Some(value) = self.special(id, name).await {
            return value;
        }
        if let Some(entity) = param["id_of"].as_str() {
            let id = self.id(product, entity, 0).await;
            let id = id.unwrap_or("none".into());
            let is_list = text(&param["type"]).starts_with("array:");
            return if is_list { json!([id]) } else { id };
        }
        plain(product, param, 0)
    }

    /// Inputs whose valid values are described in prose only.
    async fn special(&self, id: &str, name: &str) -> Option<Value> {
        let first = async |entity, member| self.member("mde", entity, member).await;
        Some(match (id, name) {
            ("mde.machine_actions.get_package_uri", "action_id") => {
                self.action(1, "collectInvestigationPackage", json!({"Comment": "c"}))
                    .await
            }
            ("mde.machine_actions.get_live_response_result", "action_id") => {
                self.action(2, "runliveresponse", live_response()).await
            }
            ("mde.machine_actions.cancel", "action_id") => {
                self.begin(3, "restrictCodeExecution", json!({"Comment": "c"}))
                    .await
            }
            (_, "linkToIncident") => {
                let id = self.member("xdr", "Incident", "id").await;
                id.as_str().and_then(|id| id.parse::<i64>().ok())?.into()
            }
            ("mde.machines.find_by_tag", "tag") => first("Machine", "machineTags").await[0].clone(),
            ("mde.machines.unisolate", "machine_id") => self.isolated().await,
            (_, "machine_id") if id.starts_with("mde.machines.") => self.windows_machine(0).await,
            ("mde.machines.run_live_response", "Commands") => live_response()["Commands"].clone(),
            ("mdca.discovery.perform_upload", "upload_url") => self.upload_url().await,
            (_, "timestamp") => self.bench.sandbox.now().to_string().into(),
            (_, "period") => json!("P30D"),
            (_, "index") => json!(0),
            (_, "domain") => json!("mail.example.com"),
            (_, "ip") => first("Machine", "lastIpAddress").await,
            (_, "hash" | "sha1") => self.file_hash().await,
            (_, "Sha1" | "indicatorValue") => json!("0".repeat(40)),
            (_, "sinceTime") => earlier(self.bench.sandbox.now()),
            (_, "entity_pk") => self.entity_key().await,
            ("mdca.discovery.finalize_upload", "uploadUrl") => self.filled_upload().await,
            ("mde.alerts.create_by_reference", "eventTime") => self.event("Timestamp").await,
            ("mde.alerts.create_by_reference", "reportId") => self.event("ReportId").await,
            ("mde.alerts.create_by_reference", "machineId") => self.event("DeviceId").await,
            ("mdca.flows.delete", "flow_id") => self.flow().await,
            (_, "policy_id") if id.starts_with("mdca.") => self.policy().await,
            ("mdca.governance.get", "entry_id") => self.log_entry().await,
            // The content of `request` has seven bytes, as a seeded attachment.
            ("graph.case_attachments.upload_content", "content-range") => json!("bytes 0-6/7"),
            ("graph.alerts.create", "createAlertInput") => json!({
                "title": "t", "severity": "low", "description": "d", "category": "Execution",
                "entityDefinitions": [{
                    "entityType": "ip", "entityIdentifier": "address", "identifierValue": "198.51.100.7", "role": "related"
                }]
            }),
            (_, "user_name") => json!("nobody"),
            (_, "app_id") => json!("11161"),
            (_, "Query") => json!("DeviceInfo | take 1"),
            (_, "MachineIds") => json!([first("Machine", "id").await]),
            (_, "Indicators") => json!([{
                "indicatorValue": "198.51.100.7", "indicatorType": "IpAddress", "action": "Block", "title": "t",
                "description": "d"
            }]),
            (_, "IndicatorIds") => json!([first("Indicator", "id").await]),
            ("mde.alerts.batch_update", "alertIds") => json!([first("Alert", "id").await]),
            ("graph.alerts.move", "alertIds") => {
                json!([self.member("xdr", "Alert", "id").await])
            }
            ("graph.attack_simulation.operation_get", "operation_id") => {
                self.simulation_operation().await
            }
            (_, "language_detail_id") => self.language_detail().await,
            (_, "includedAccountTarget" | "excludedAccountTarget") => json!({"type": "includeAll"}),
            ("graph.threat_assessment.create", "@odata.type") => {
                json!("#microsoft.graph.urlAssessmentRequest")
            }
            (_, "incidentIds") => self.two_incidents().await,
            (_, "subnets") => json!(["10.1.0.0/16"]),
            (_, "filters") if id.starts_with("mdca.alerts.") => {
                json!({"alertOpen": {"eq": true}})
            }
            (_, "filters") => json!({}),
            (_, "incident_id") if id.starts_with("xdr.") => {
                self.member("xdr", "XdrIncident", "incidentId").await
            }
            _ => return None,
        })
    }

    async fn member(&self, product: &'static str, entity: &str, member: &str) -> Value {
        self.record(product, entity, 0).await.unwrap_or_default()[member].clone()
    }

    async fn id(&self, product: &'static str, entity: &str, depth: u8) -> Option<Value> {
        // Threat intelligence is requested by name; no list shows the names.
        match (product, entity) {
            ("xdr", "Host") => return Some("updates.example.net".into()),
            ("xdr", "Vulnerability") => return Some("CVE-2024-20000".into()),
            _ => {}
        }
        let key = entities(product)[entity]["key"].clone();
        let key = key.as_str().unwrap_or("id").to_owned();
        let record = self.record(product, entity, depth).await?;
        Some(record[&key].clone()).filter(|id| !id.is_null())
    }

    /// Some record of an entity: from a list of it, or from inside a record that holds one.
    fn record<'f>(
        &'f self,
        product: &'static str,
        entity: &'f str,
        depth: u8,
    ) -> BoxFuture<'f, Option<Value>> {
        async move {
            if depth > 3 {
                return None;
            }
            let key = (product, entity.to_owned());
            if let Some(known) = self.found.lock().unwrap().get(&key) {
                return Some(known.clone());
            }
            let record = self.search(product, entity, depth).await?;
            self.found.lock().unwrap().insert(key, record.clone());
            Some(record)
        }
        .boxed()
    }

    async fn search(&self, product: &'static str, entity: &str, depth: u8) -> Option<Value> {
        let mut lists: Vec<_> = table(product)
            .iter()
            .filter(|entry| entry["method"] == "GET" && entry["response"]["entity"] == entity)
            .filter(|entry| entry["response"]["kind"] == "collection")
            .collect();
        lists.sort_by_key(|entry| text(&entry["path"]).matches('{').count());
        for list in lists {
            if let Some(record) = self.first_of(product, entity, list, depth).await {
                return Some(record);
            }
        }
        self.nested(product, entity, depth).await
    }

    async fn first_of(
        &self,
        product: &'static str,
        entity: &str,
        list: &Value,
        depth: u8,
    ) -> Option<Value> {
        let mut path = text(&list["path"]);
        for param in params(list).filter(|param| param["place"] == "path") {
            let of = param["id_of"].as_str().filter(|of| *of != entity)?;
            let id = self.id(product, of, depth + 1).await?;
            let name = param["name"].as_str().unwrap();
            path = path.replace(&format!("{{{name}}}"), &encoded(&text(&id)));
        }
        let service = service(list["host"].as_str().unwrap());
        let heard = if text(&list["id"]).starts_with("mdca.files.") {
            self.caller.get_with_legacy_token(&path).await
        } else {
            self.caller.get(service, &path).await
        };
        if heard.status != 200 {
            return None;
        }
        heard.rows().into_iter().next()
    }

    /// A record inside a member of another record. Prefers one that can be listed without inputs.
    async fn nested(&self, product: &'static str, entity: &str, depth: u8) -> Option<Value> {
        let kind = format!("object:{entity}");
        let mut holders: Vec<_> = entities(product)
            .iter()
            .filter(|(name, _)| *name != entity)
            .filter_map(|(name, described)| {
                let mut fields = described["fields"].as_array()?.iter();
                let field = fields.find(|one| one["type"] == *kind)?;
                Some((name, field["name"].as_str()?))
            })
            .collect();
        holders.sort_by_key(|(name, _)| !is_listed(product, name));
        for (holder, member) in holders {
            let record = self.record(product, holder, depth + 2).await;
            let inner = record.map(|record| record[member].clone());
            if let Some(inner) = inner.filter(Value::is_object) {
                return Some(inner);
            }
        }
        None
    }

    /// A finished machine action.
    async fn action(&self, machine: usize, verb: &str, body: Value) -> Value {
        let action = self.begin(machine, verb, body).await;
        self.bench
            .sandbox
            .advance(std::time::Duration::from_secs(600));
        action
    }

    async fn begin(&self, machine: usize, verb: &str, body: Value) -> Value {
        let machine = text(&self.windows_machine(machine).await);
        let path = format!("/api/machines/{machine}/{verb}");
        let heard = self
            .caller
            .send(Service::Mde, "POST", &path, Some(&body))
            .await;
        assert!(heard.status < 300, "{path}: {}", heard.text);
        heard.body["id"].clone()
    }

    /// The n-th of the Windows devices, which support every action; a device runs one action of a kind at a time.
    async fn windows_machine(&self, at: usize) -> Value {
        let path = "/api/machines?$filter=osPlatform%20eq%20'Windows11'&$top=5";
        self.caller.get(Service::Mde, path).await.rows()[at]["id"].clone()
    }

    async fn isolated(&self) -> Value {
        self.action(4, "isolate", json!({"Comment": "c"})).await;
        self.windows_machine(4).await
    }

    async fn upload_url(&self) -> Value {
        let path = "/api/v1/discovery/upload_url/?filename=a.log&source=GENERIC_CEF";
        let heard = self.caller.get(Service::Mdca, path).await;
        heard.body["url"].clone()
    }

    async fn filled_upload(&self) -> Value {
        let url = self.upload_url().await;
        let put = http::Request::put(text(&url))
            .header("x-ms-blob-type", "BlockBlob")
            .body(b"a log".to_vec());
        let answer = self.bench.sandbox.call(put.unwrap()).await;
        assert!(answer.status().is_success(), "{:?}", answer.body());
        url
    }

    /// The hash of a file from the evidence of an alert.
    async fn file_hash(&self) -> Value {
        let path = "/api/alerts?$expand=evidence&$top=100";
        let alerts = self.caller.get(Service::Mde, path).await.rows();
        let evidence = alerts
            .iter()
            .flat_map(|alert| alert["evidence"].as_array().unwrap());
        let mut hashes = evidence.map(|piece| piece["sha1"].clone());
        hashes.find(Value::is_string).unwrap()
    }

    /// A member of an event, read by a hunting query.
    async fn event(&self, member: &str) -> Value {
        let query = json!({"Query": "DeviceProcessEvents | take 1"});
        let path = "/api/advancedqueries/run";
        let heard = self
            .caller
            .send(Service::Mde, "POST", path, Some(&query))
            .await;
        match &heard.body["Results"][0][member] {
            // A hunting query returns a number, the input is text.
            Value::Number(number) => number.to_string().into(),
            other => other.clone(),
        }
    }

    /// The key of an account: base64 of its parts, as the portal builds it.
    async fn entity_key(&self) -> Value {
        let body = json!({"filters": {}, "limit": 1});
        let heard = self
            .caller
            .send(Service::Mdca, "POST", "/api/v1/entities/", Some(&body))
            .await;
        let key = json!({"id": heard.rows()[0]["id"], "saas": 11161, "inst": 0});
        base64::engine::general_purpose::STANDARD
            .encode(key.to_string())
            .into()
    }

    /// The policy that raised an alert. No operation lists policies.
    async fn policy(&self) -> Value {
        let alert = self.record("mdca", "Alert", 0).await.unwrap_or_default();
        let mut entities = alert["entities"].as_array().unwrap().iter();
        let policy = entities.find(|one| one["type"] == "policyRule").unwrap();
        policy["id"].clone()
    }

    /// An entry of the governance log, which only a POST lists.
    async fn log_entry(&self) -> Value {
        let (path, body) = ("/api/v1/governance/", json!({"limit": 1}));
        let heard = self
            .caller
            .send(Service::Mdca, "POST", path, Some(&body))
            .await;
        heard.rows()[0]["_id"].clone()
    }

    async fn flow(&self) -> Value {
        let body = json!({"callback_url": "https://flows.example.com/1"});
        let path = "/cas/api/v1/ms_flow/";
        let heard = self
            .caller
            .send(Service::Mdca, "POST", path, Some(&body))
            .await;
        heard.body["id"].clone()
    }

    /// The text of the first training in some language: no list shows them.
    async fn language_detail(&self) -> Value {
        let path = "/v1.0/security/attackSimulation/trainings?$top=1&$expand=languageDetails";
        let trainings = self.caller.get(Service::Graph, path).await.rows();
        trainings[0]["languageDetails"][0]["id"].clone()
    }

    /// The operation of a change of the first simulation: the answer names it in its `Location`.
    async fn simulation_operation(&self) -> Value {
        let path = "/v1.0/security/attackSimulation/simulations";
        let id = text(&self.caller.get(Service::Graph, path).await.rows()[0]["id"]);
        let (path, body) = (format!("{path}/{id}"), json!({"displayName": "one"}));
        let heard = self
            .caller
            .send(Service::Graph, "PATCH", &path, Some(&body))
            .await;
        let location = heard.location.unwrap();
        location.rsplit('/').next().unwrap().into()
    }

    async fn two_incidents(&self) -> Value {
        let path = "/v1.0/security/incidents?$top=2";
        let incidents = self.caller.get(Service::Graph, path).await.rows();
        incidents
            .iter()
            .map(|incident| incident["id"].clone())
            .collect()
    }
}

/// Whether records of an entity can be listed without the id of another record.
fn is_listed(product: &str, entity: &str) -> bool {
    table(product).iter().any(|entry| {
        entry["response"]["kind"] == "collection"
            && entry["response"]["entity"] == *entity
            && !text(&entry["path"]).contains('{')
    })
}

fn live_response() -> Value {
    let command =
        json!({"type": "RunScript", "params": [{"key": "ScriptName", "value": "triage.sh"}]});
    json!({"Comment": "c", "Commands": [command]})
}

/// A value of the input's type. An object has its required members.
fn plain(product: &str, param: &Value, depth: u8) -> Value {
    if let Some(value) = param["values"].get(0) {
        return match param["type"].as_str().unwrap() {
            "int32" => text(value)
                .parse::<i64>()
                .map_or(value.clone(), Value::from),
            "bool" => true.into(),
            _ => value.clone(),
        };
    }
    of_type(product, param["type"].as_str().unwrap(), depth)
}

fn of_type(product: &str, kind: &str, depth: u8) -> Value {
    match kind {
        "bool" => true.into(),
        "int32" | "int64" | "double" => 1.into(),
        "datetime" => "2099-06-01T00:00:00Z".into(),
        "guid" => "11111111-2222-4333-8444-555555555555".into(),
        "dynamic" => json!({}),
        _ => match (kind.strip_prefix("array:"), kind.strip_prefix("object:")) {
            (Some(item), _) => json!([of_type(product, item, depth)]),
            (_, Some(entity)) if depth < 3 => object(product, entity, depth),
            (_, Some(_)) => json!({}),
            _ => "text".into(),
        },
    }
}

fn object(product: &str, entity: &str, depth: u8) -> Value {
    let described = &entities(product)[entity];
    let fields = described["fields"].as_array().unwrap().iter();
    let never_absent = fields.filter(|field| field["nullable"] == false);
    let members =
        never_absent.map(|field| (text(&field["name"]), plain(product, field, depth + 1)));
    Value::Object(members.collect::<Map<_, _>>())
}

fn earlier(now: jiff::Timestamp) -> Value {
    let day = jiff::SignedDuration::from_hours(24);
    now.checked_sub(day).unwrap().to_string().into()
}

fn service(host: &str) -> Service {
    match host {
        "mde" => Service::Mde,
        "xdr" => Service::Xdr,
        "mdca_portal" => Service::Mdca,
        _ => Service::Graph,
    }
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
