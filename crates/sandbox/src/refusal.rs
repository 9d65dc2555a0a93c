//! Errors of operations: one type inside, the error body of each service outside.
//!
//! | service | body |
//! | --- | --- |
//! | Defender for Endpoint, Defender XDR, guests | `{"error": {"code", "message", "target"}}` |
//! | Graph | `{"error": {"code", "message", "innerError"}}` |
//! | Defender for Cloud Apps | `{"detail", "correlation_id"}`; 429 has `{"error": {"message"}}` |
//!
//! Sources: `common-errors.md` (Defender for Endpoint), `errors.md` (Graph), observed responses
//! (Defender for Cloud Apps). Words of messages follow observed ones where there are any; clients
//! must not depend on them.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::answer::{Answer, api_error};
use crate::http::Incoming;
use crate::identity::bearer::Denied;
use crate::limits::Exceeded;
use crate::random;
use crate::service::Service;

/// Why a handler refuses a call.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: u16,
    /// The error code in the body. Empty for OData errors.
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// A body other than the usual error body of the service.
    pub(crate) body: Option<Value>,
}

impl Refusal {
    pub(crate) fn new(status: u16, code: &'static str, message: impl Into<String>) -> Refusal {
        Refusal {
            status,
            code,
            message: message.into(),
            body: None,
        }
    }

    /// 404 for a record that does not exist: `Machine 123 was not found`.
    pub(crate) fn not_found(what: &str, id: &str) -> Refusal {
        Refusal::new(
            404,
            "ResourceNotFound",
            format!("{what} {id} was not found"),
        )
    }

    /// 400 for a body that does not fit the operation.
    pub(crate) fn invalid_body(why: impl Into<String>) -> Refusal {
        Refusal::new(400, "InvalidRequestBody", why)
    }

    /// 400 for a value that a parameter does not accept.
    pub(crate) fn invalid_input(why: impl Into<String>) -> Refusal {
        Refusal::new(400, "InvalidInput", why)
    }

    /// 400 for a required parameter that is missing or empty.
    pub(crate) fn missing_parameter(name: &str) -> Refusal {
        Refusal::new(
            400,
            "MissingRequiredParameter",
            format!("Required parameter is missing: {name}"),
        )
    }

    /// 400 of the OData parser: an empty code and no target (microsoft-365-docs#12682).
    pub(crate) fn odata(why: &str) -> Refusal {
        let message = format!("The query specified in the URI is not valid. {why}");
        let body = json!({"error": {"code": "", "message": message, "details": []}});
        Refusal {
            status: 400,
            code: "",
            message,
            body: Some(body),
        }
    }

    /// A refusal with a body of its own.
    pub(crate) fn with_body(status: u16, body: Value) -> Refusal {
        Refusal {
            status,
            code: "",
            message: String::new(),
            body: Some(body),
        }
    }
}

/// The ids in headers and error bodies of a response.
#[derive(Clone, Debug)]
pub(crate) struct Ids {
    pub(crate) request_id: String,
    /// The `client-request-id` of the request, else the request id.
    pub(crate) client_request_id: String,
}

impl Ids {
    /// New ids for a request. `client-request-id` is taken over.
    pub(crate) fn of(request: &Incoming) -> Ids {
        let request_id = random::request_id();
        let client_request_id = request
            .header("client-request-id")
            .map_or_else(|| request_id.clone(), str::to_owned);
        Ids {
            request_id,
            client_request_id,
        }
    }
}

/// Writes errors as one service does.
#[derive(Debug)]
pub(crate) struct ErrorWriter<'a> {
    pub(crate) service: Service,
    pub(crate) ids: &'a Ids,
    /// Part of the error body of Graph.
    pub(crate) now: Timestamp,
}

impl ErrorWriter<'_> {
    /// The response for a refusal.
    pub(crate) fn refusal(&self, refusal: Refusal) -> Answer {
        match (refusal.body, self.service) {
            // Graph writes OData errors like all others.
            (Some(_), Service::Graph) if refusal.code.is_empty() && !refusal.message.is_empty() => {
                self.error(refusal.status, "BadRequest", &refusal.message)
            }
            (Some(body), _) => Answer::json(refusal.status, body),
            (None, _) => self.error(refusal.status, refusal.code, &refusal.message),
        }
    }

    /// The usual error of a bare status, for faults and for unknown paths.
    pub(crate) fn of_status(&self, status: u16) -> Answer {
        let (code, message) = match status {
            400 => ("BadRequest", "The request is not valid."),
            401 => ("Unauthorized", "The token is missing or not valid."),
            403 => ("Forbidden", "The caller may not do this."),
            404 => ("NotFound", "Not found."),
            429 => ("TooManyRequests", "Too many requests."),
            503 => ("ServiceUnavailable", "The service is unavailable."),
            504 => ("GatewayTimeout", "The service did not answer in time."),
            _ => ("InternalServerError", ""),
        };
        match self.service {
            Service::Login => Answer::json(
                status,
                json!({"error": "temporarily_unavailable", "error_description": message}),
            ),
            _ => self.error(status, code, message),
        }
    }

    /// The error of a path without an operation. Graph answers 400 and names the segment
    /// (msgraph-sdk-javascript#1178), the other services 404.
    pub(crate) fn unknown_path(&self, path: &str) -> Answer {
        if self.service != Service::Graph {
            return self.of_status(404);
        }
        match crate::route::unknown_segment(path) {
            (0, version) => self.error(400, "BadRequest", &format!("Invalid version: {version}")),
            (_, segment) => self.error(
                400,
                "BadRequest",
                &format!("Resource not found for the segment '{segment}'."),
            ),
        }
    }

    /// 401 or 403 for a token that is missing, not valid, or without a permission.
    pub(crate) fn denied(&self, denied: &Denied) -> Answer {
        match denied {
            Denied::Missing => self.unauthorized("Access token is missing.", None),
            Denied::Invalid(why) => self.unauthorized(why, Some("invalid_token")),
            Denied::WrongAudience(audience) => match self.service {
                // Documented: 403 for a token of another audience.
                Service::Mde => self.error(
                    403,
                    "Forbidden",
                    &format!("The audience '{audience}' is not accepted."),
                ),
                Service::Graph => self.unauthorized(
                    "Access token validation failure. Invalid audience.",
                    Some("invalid_token"),
                ),
                _ => self.unauthorized(
                    &format!("The audience '{audience}' is invalid"),
                    Some("invalid_token"),
                ),
            },
            Denied::MissingPermission(wanted) => {
                let list = wanted.join(", ");
                match self.service {
                    Service::Graph => self.error(
                        403,
                        "Forbidden",
                        &format!("Missing application roles. API required roles: {}.", wanted.join(",")),
                    ),
                    Service::Mdca => self.error(403, "Forbidden", "Insufficient role based permissions"),
                    _ => self.error(
                        403,
                        "Forbidden",
                        &format!(
                            "The application does not have any of the required application permissions ({list}) to \
                             access the resource."
                        ),
                    ),
                }
            }
            Denied::LegacyOnly => {
                self.error(403, "Forbidden", "Insufficient role based permissions")
            }
        }
    }

    /// 429 with `Retry-After` in seconds.
    pub(crate) fn throttled(&self, exceeded: Exceeded) -> Answer {
        let wait = exceeded.retry_after;
        let message = if self.service == Service::Mdca {
            format!("Request was throttled. Expected available in {wait} seconds.")
        } else {
            format!(
                "API calls quota exceeded! maximum allowed {} per {}. You can send requests again in {wait} seconds.",
                exceeded.calls,
                exceeded.window()
            )
        };
        let answer = match self.service {
            Service::Mdca => Answer::json(429, json!({"error": {"message": message}})),
            _ => self.error(429, "TooManyRequests", &message),
        };
        answer.header("retry-after", wait.to_string())
    }

    /// 401 with a `WWW-Authenticate` challenge.
    fn unauthorized(&self, why: &str, error: Option<&str>) -> Answer {
        let code = if self.service == Service::Graph {
            "InvalidAuthenticationToken"
        } else {
            "Unauthorized"
        };
        let challenge = match error {
            Some(error) => {
                format!("Bearer realm=\"\", error=\"{error}\", error_description=\"{why}\"")
            }
            None => "Bearer realm=\"\"".to_owned(),
        };
        self.error(401, code, why)
            .header("www-authenticate", challenge)
    }

    fn error(&self, status: u16, code: &str, message: &str) -> Answer {
        match self.service {
            Service::Mdca => {
                let body = json!({"detail": message, "correlation_id": self.ids.request_id});
                Answer::json(status, body)
            }
            Service::Graph => Answer::json(
                status,
                json!({"error": {"code": code, "message": message, "innerError": {
                    "date": self.now.strftime("%Y-%m-%dT%H:%M:%S").to_string(),
                    "request-id": self.ids.request_id,
                    "client-request-id": self.ids.client_request_id,
                }}}),
            ),
            _ => api_error(status, code, message, &self.ids.request_id),
        }
    }
}
