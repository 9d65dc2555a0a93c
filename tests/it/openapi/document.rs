//! A document as JSON, and its operations.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

pub(super) struct Document {
    root: Value,
}

/// An operation with its place in the document.
pub(super) struct Operation<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) value: &'a Value,
    servers: &'a Value,
    root: &'a Value,
}

impl Document {
    /// The document of a product; `-3.0` is the end of the name of the older version.
    pub(super) fn read(product: &str, end: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi");
        let text = std::fs::read(folder.join(format!("{product}{end}.json"))).unwrap();
        Self {
            root: serde_json::from_slice(&text).unwrap(),
        }
    }

    pub(super) fn root(&self) -> &Value {
        &self.root
    }

    pub(super) fn operations(&self) -> Vec<Operation<'_>> {
        let mut found = Vec::new();
        for (path, item) in self.root["paths"].as_object().unwrap() {
            let servers = item.get("servers").unwrap_or(&self.root["servers"]);
            for method in METHODS {
                found.extend(item.get(method).map(|value| Operation {
                    method,
                    path,
                    value,
                    servers,
                    root: &self.root,
                }));
            }
        }
        found
    }

    /// The address of each host family.
    pub(super) fn servers(&self) -> BTreeMap<&str, String> {
        let operations = self.operations().into_iter();
        operations
            .filter_map(|one| Some((one.family()?, one.server())))
            .collect()
    }

    /// What a reference stands for, or the value itself.
    pub(super) fn resolved<'a>(&'a self, value: &'a Value) -> &'a Value {
        resolved(&self.root, value)
    }

    /// All answers with JSON, of success and of failure, with their places.
    pub(super) fn answers(&self) -> Vec<(String, &Value)> {
        let shared = self.root["components"]["responses"].as_object().unwrap();
        let shared = shared.iter().map(|(name, answer)| (name.clone(), answer));
        let operations = self.operations();
        let own = operations.iter().flat_map(|operation| {
            let of = move |(status, answer)| (format!("{} {status}", operation.id()), answer);
            operation.successes().into_iter().map(of)
        });
        let all = shared.chain(own);
        all.filter_map(|(at, answer)| Some((at, answer.pointer("/content/application~1json")?)))
            .collect()
    }
}

impl<'a> Operation<'a> {
    pub(super) fn id(&self) -> &'a str {
        self.value["operationId"].as_str().unwrap()
    }

    /// Answers of success by their status.
    pub(super) fn successes(&self) -> Vec<(u16, &'a Value)> {
        let answers = self.value["responses"].as_object().unwrap().iter();
        let answers = answers.map(|(status, answer)| (status.parse().unwrap(), answer));
        answers
            .filter(|(status, _)| (200..300).contains(status))
            .collect()
    }

    pub(super) fn success(&self, status: u16) -> Option<&'a Value> {
        let found = self.successes().into_iter().find(|(one, _)| *one == status);
        found.map(|(_, answer)| answer)
    }

    /// The address before the path, with the defaults of its variables.
    pub(super) fn server(&self) -> String {
        let server = &self.servers[0];
        let mut url = server["url"].as_str().unwrap().to_owned();
        for (name, variable) in server["variables"].as_object().into_iter().flatten() {
            let value = variable["default"].as_str().unwrap();
            url = url.replace(&format!("{{{name}}}"), value);
        }
        url
    }

    /// The security requirements: names of schemes with their scopes.
    pub(super) fn security(&self) -> Vec<(&'a str, Option<&'a str>)> {
        let any = self.value["security"].as_array().unwrap().iter();
        let schemes = any.flat_map(|one| one.as_object().unwrap());
        schemes
            .map(|(name, scopes)| (name.as_str(), scopes[0].as_str()))
            .collect()
    }

    /// The scope of tokens of an application for the host.
    pub(super) fn scope(&self) -> Option<&'a str> {
        let scheme = format!("{}_application", self.family()?);
        let scheme = &self.root["components"]["securitySchemes"][scheme];
        let scopes = scheme["flows"]["clientCredentials"]["scopes"].as_object()?;
        scopes.keys().next().map(String::as_str)
    }

    /// The host family, which the names of the security schemes begin with.
    pub(super) fn family(&self) -> Option<&'a str> {
        let mut names = self.security().into_iter();
        names.find_map(|(name, _)| name.strip_suffix("_token"))
    }
}

/// What a reference stands for, or the value itself.
pub(super) fn resolved<'a>(root: &'a Value, value: &'a Value) -> &'a Value {
    match value["$ref"].as_str() {
        Some(at) => resolved(root, root.pointer(at.trim_start_matches('#')).unwrap()),
        None => value,
    }
}
