//! Calls of any path, with what the tables say about it.
//!
//! A caller may name a path instead of an operation, for a feature that no table has. The call still goes through the
//! same pipeline, which needs an [`Operation`]: it decides whether a retry is safe, how pages follow each other, which
//! budget and permission apply. [`PathCall`] therefore looks for the operation whose path template fits, and copies
//! what it says. If none fits, the call is treated with caution: it is not repeated when its outcome is unknown.
//!
//! Operations are `'static`, those of calls are made at run time. Each distinct one is leaked once and reused, so a
//! program that calls the same paths in a loop does not grow.

mod path;

use std::sync::{Mutex, PoisonError};

use http_core::{
    AnswerKind, BodyKind, Kind, Method, Operation, Paging, Param, Place, Request, Value,
};

use crate::catalog::Catalog;

/// The inputs by which operations request pages. A call for all pages needs them; a call for one answer must not have
/// them.
const PAGES: [&str; 6] = ["$top", "$skip", "skip", "limit", "filters", "pageSize"];

const METHODS: [Method; 7] = [
    Method::Get,
    Method::Post,
    Method::Patch,
    Method::Put,
    Method::Delete,
    Method::Head,
    Method::Options,
];

/// A call of a path: method, address, fields, headers, body.
///
/// The operation of the path, if a table has one, decides whether the call may be repeated, how its pages follow, and
/// which limits and permissions apply. Its checks of inputs do not apply: the caller chose the members.
///
/// ```
/// use http_core::{Method, Operation, Param};
/// use operations::{Catalog, PathCall};
///
/// static GET: Operation = Operation::get("x.alerts.get", "/api/alerts/{id}").host("x").inputs(&[Param::path("id")]);
/// static OPERATIONS: &[&Operation] = &[&GET];
///
/// let call = PathCall::new(Method::Get, "/api/alerts/7?$expand=evidence");
/// let template = call.template(&Catalog::new([OPERATIONS]), None);
/// assert_eq!(template.map(|operation| operation.id), Some("x.alerts.get"));
/// assert_eq!(call.operation(template, "x").id, "x.alerts.get");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PathCall {
    /// The method. GET, HEAD and OPTIONS put their fields into the query.
    pub method: Method,
    /// A path with or without a query, or a whole URL.
    pub address: String,
    /// Members of the JSON body, or of the query of a method that changes nothing.
    pub fields: Vec<(String, Value)>,
    /// Inputs of the query, whatever the method.
    pub query: Vec<(String, Value)>,
    /// Request headers. Those of the pipeline, such as `authorization`, cannot be set.
    pub headers: Vec<(String, String)>,
    /// The whole body, sent as it is with the content type `application/json`. Default: none; the body is made of the
    /// fields.
    pub input: Option<Vec<u8>>,
    /// Whether all pages are requested. Default: false.
    pub pages: bool,
}

impl PathCall {
    /// A call without fields, headers and body.
    pub fn new(method: Method, address: impl Into<String>) -> Self {
        Self {
            method,
            address: address.into(),
            fields: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            input: None,
            pages: false,
        }
    }

    /// The method of that name, in any case.
    ///
    /// ```
    /// use http_core::Method;
    /// use operations::PathCall;
    ///
    /// assert_eq!(PathCall::method("patch"), Ok(Method::Patch));
    /// assert!(PathCall::method("FETCH").is_err());
    /// ```
    ///
    /// # Errors
    /// A message with the known methods.
    pub fn method(name: &str) -> Result<Method, String> {
        let found = METHODS
            .into_iter()
            .find(|known| known.as_str().eq_ignore_ascii_case(name));
        found.ok_or_else(|| {
            let known = METHODS.map(Method::as_str);
            format!("unknown method `{name}`; there are {}", known.join(", "))
        })
    }

    /// The host of the address, with its port. `None` for a path: the caller then takes the base URL of the host
    /// family.
    pub fn host(&self) -> Option<&str> {
        path::split(&self.address).0
    }

    /// The operation that describes the path, of any host family or of `host`. If several fit, the one with the fewest
    /// placeholders: `/alerts/summary` is preferred over `/alerts/{id}`.
    pub fn template(&self, catalog: &Catalog, host: Option<&str>) -> Option<&'static Operation> {
        path::template(catalog, self.method, host, path::split(&self.address).1)
    }

    /// The host family of a path that no operation describes with this method: that of another method, or `graph` for
    /// paths that begin with `v1.0` or `beta`. `None` if neither applies; the caller then has to name it.
    pub fn host_of_path(&self, catalog: &Catalog, hosts: &[&'static str]) -> Option<&'static str> {
        path::host_of_path(catalog, hosts, path::split(&self.address).1)
    }

    /// Turns the body into fields if all pages are requested and the page is chosen by members of the body.
    ///
    /// # Errors
    /// A message if the body has to be a JSON object and is not.
    pub fn open_input(&mut self, template: Option<&'static Operation>) -> Result<(), String> {
        let in_body = template.is_some_and(|operation| {
            operation.http.body == BodyKind::Json
                && matches!(operation.list.paging, Paging::SkipLimit | Paging::Scan)
        });
        let Some(input) = self.input.take_if(|_| self.pages && in_body) else {
            return Ok(());
        };
        let members: serde_json::Map<String, Value> = serde_json::from_slice(&input)
            .map_err(|error| format!("takes a JSON object: {error}"))?;
        self.fields.extend(members);
        Ok(())
    }

    /// The operation of this call: that of its path, if a table has it, with the inputs that were given.
    ///
    /// Requests refer to operations for as long as the process lives. Operations of calls are therefore kept, once for
    /// each template and set of field names, and never freed.
    pub fn operation(
        &self,
        template: Option<&'static Operation>,
        host: &'static str,
    ) -> &'static Operation {
        let known = template.copied().unwrap_or_else(|| self.undescribed(host));
        let params = self.params(&known);
        let mut operation = known;
        operation.http.path = "/";
        operation.http.body = self.body_kind(&params);
        operation.http.open_body = false;
        operation.conduct.idempotent = self.is_idempotent(&known);
        operation.conduct.appends = &[];
        // They refer to inputs that a call by path does not have.
        operation.http.checks = None;
        operation.action.target = None;
        interned(operation, params)
    }

    /// The operation of a path that no table describes. Its answer is read as JSON, unless the method has none.
    fn undescribed(&self, host: &'static str) -> Operation {
        let operation = Operation::new("api", self.method, "/")
            .host(host)
            .paging(Paging::NextLink);
        match self.method {
            Method::Head => operation.answer(AnswerKind::Empty),
            _ if self.pages => operation.collection("value"),
            _ => operation.answer(AnswerKind::Scalar),
        }
    }

    fn params(&self, known: &Operation) -> Vec<Param> {
        let fields = self.fields.iter().map(|(name, _)| {
            let name = interned_name(name);
            let param = match self.method {
                method if method.is_safe() => Param::query(name),
                _ => Param::body(name),
            };
            param.kind(Kind::Json)
        });
        let query = self.query.iter();
        let query = query.map(|(name, _)| Param::query(interned_name(name)).kind(Kind::Json));
        let content = self
            .input
            .as_ref()
            .map(|_| Param::body("content").kind(Kind::Bytes));
        fields
            .chain(query)
            .chain(self.inputs_of_pages(known))
            .chain(content)
            .collect()
    }

    fn body_kind(&self, params: &[Param]) -> BodyKind {
        if self.input.is_some() {
            BodyKind::Binary
        } else if !params.iter().any(|param| param.place == Place::Body) {
            BodyKind::None
        } else {
            BodyKind::Json
        }
    }

    /// The fields of the body and of the query.
    fn inputs(&self) -> impl Iterator<Item = &(String, Value)> {
        self.fields.iter().chain(&self.query)
    }

    /// Whether the call may be repeated when its outcome is unknown.
    fn is_idempotent(&self, known: &Operation) -> bool {
        known.conduct.idempotent && !self.may_append(known)
    }

    /// The inputs by which the operation of the path requests pages.
    fn inputs_of_pages(&self, known: &Operation) -> Vec<Param> {
        let given = |name: &str| self.inputs().any(|(known, _)| known == name);
        let mut params = known.inputs.to_vec();
        params.retain(|param| {
            let is_of_page = PAGES.contains(&param.name) && !given(param.name);
            self.pages && is_of_page && matches!(param.place, Place::Query | Place::Body)
        });
        params
    }

    /// Whether repeating the call may act twice although its operation may be repeated: the service appends to a
    /// member, or the operation does not describe a member. Names are compared in any case, as services do.
    fn may_append(&self, known: &Operation) -> bool {
        if self.method.is_safe() || self.method == Method::Post {
            return false;
        }
        let is_harmless = |name: &str| {
            let same = |other: &&str| other.eq_ignore_ascii_case(name);
            known.inputs.iter().any(|param| same(&param.name))
                && !known.conduct.appends.iter().any(same)
        };
        if !self.fields.iter().all(|(name, _)| is_harmless(name)) {
            return true;
        }
        self.input.as_ref().is_some_and(|input| {
            let members = serde_json::from_slice::<serde_json::Map<String, Value>>(input);
            !members.is_ok_and(|members| members.keys().all(|name| is_harmless(name)))
        })
    }

    /// The request of the call, without its address. Send it with `Client::request_at`.
    ///
    /// # Errors
    /// Returns the errors of [`Request::check_at`], for example for a retired operation.
    pub fn request(
        &self,
        template: Option<&'static Operation>,
        host: &'static str,
    ) -> http_core::Result<Request> {
        let mut request = Request::new(self.operation(template, host));
        for (name, value) in self.inputs() {
            request = request.set(name, value.clone());
        }
        if let Some(input) = &self.input {
            request = request
                .set_bytes("content", input.clone(), None)
                .header("content-type", "application/json");
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        request.check_at(std::time::SystemTime::now())?;
        Ok(request)
    }
}

/// Operations of calls, kept for the life of the process.
static OPERATIONS: Mutex<Vec<&'static Operation>> = Mutex::new(Vec::new());

/// Names of fields, kept for the life of the process.
static NAMES: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

/// The kept operation with these properties. Keeps this one if it is the first.
fn interned(mut operation: Operation, params: Vec<Param>) -> &'static Operation {
    let mut known = OPERATIONS.lock().unwrap_or_else(PoisonError::into_inner);
    let found = known.iter().find(|one| {
        let same = one.id == operation.id
            && one.http.host == operation.http.host
            && one.http.method == operation.http.method
            && one.answer.kind == operation.answer.kind
            && one.http.body == operation.http.body
            && one.conduct.idempotent == operation.conduct.idempotent;
        let names = |params: &[Param]| -> Vec<_> {
            params
                .iter()
                .map(|param| (param.name, param.place))
                .collect()
        };
        same && names(one.inputs) == names(&params)
    });
    if let Some(found) = found {
        return found;
    }
    operation.inputs = Box::leak(params.into_boxed_slice());
    let kept: &'static Operation = Box::leak(Box::new(operation));
    known.push(kept);
    kept
}

/// The kept copy of a field name. Names come from the caller and must live as long as the operation.
fn interned_name(name: &str) -> &'static str {
    let mut known = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known.iter().find(|one| **one == name) {
        return found;
    }
    let kept: &'static str = Box::leak(name.to_owned().into_boxed_str());
    known.push(kept);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_of_one_shape_share_an_operation() {
        let call = |name: &str| {
            let mut call = PathCall::new(Method::Patch, "/a");
            call.fields = vec![(name.to_owned(), Value::from(1))];
            call.operation(None, "x")
        };
        assert!(std::ptr::eq(call("one"), call("one")));
        let (one, two) = (call("one"), call("two"));
        assert_eq!((one.inputs[0].name, two.inputs[0].name), ("one", "two"));
    }
}
