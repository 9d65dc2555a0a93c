//! HTTP shape of an operation.

use super::Checks;

/// What goes over the wire.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Http {
    /// The HTTP method.
    pub method: Method,
    /// The base URL family: the name of an [`Endpoint`](crate::Endpoint), or `absolute_url`.
    pub host: &'static str,
    /// The path from the host's root, inputs in braces.
    pub path: &'static str,
    /// Headers that are sent with every call.
    pub headers: &'static [Header],
    /// The form of the request body.
    pub body: BodyKind,
    /// Whether the body takes members that are no inputs.
    pub open_body: bool,
    /// What the members of the body must agree on.
    pub checks: Option<&'static Checks>,
}

impl Http {
    pub(super) const fn new(method: Method, path: &'static str) -> Self {
        Self {
            method,
            host: "",
            path,
            headers: &[],
            body: BodyKind::None,
            open_body: false,
            checks: None,
        }
    }
}

/// HTTP methods the described services use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PATCH`
    Patch,
    /// `PUT`
    Put,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The method's name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// The form of the request body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyKind {
    /// No body.
    None,
    /// A JSON object made of the body inputs.
    Json,
    /// `application/x-www-form-urlencoded` made of the body inputs.
    Form,
    /// `multipart/form-data` made of the parts.
    Multipart,
    /// Bytes as they are.
    Binary,
}

/// A fixed request header of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header {
    /// The header's name.
    pub name: &'static str,
    /// The header's value.
    pub value: &'static str,
}

impl Header {
    /// A header with a fixed value.
    pub const fn new(name: &'static str, value: &'static str) -> Self {
        Self { name, value }
    }
}
