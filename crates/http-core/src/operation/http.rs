//! The HTTP request of an operation: method, address, headers and body.

use super::Checks;

/// What goes over the wire.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Http {
    /// The HTTP method. Decides whether the operation is idempotent by default.
    pub method: Method,
    /// The family of base URLs: the name of an endpoint of the product, or `absolute_url` if an
    /// input holds the whole address.
    pub host: &'static str,
    /// The path from the root of the host, inputs in braces. Values are percent-encoded when a
    /// request is sent.
    pub path: &'static str,
    /// Headers sent with every call, in addition to those of the pipeline.
    pub headers: &'static [Header],
    /// The form of the request body.
    pub body: BodyKind,
    /// Whether the body accepts members that are not inputs. Default: `false`, they are an error
    /// before sending.
    pub open_body: bool,
    /// Rules between the members of the body.
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

/// HTTP methods of the described services.
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
    /// `HEAD`: the answer has headers and no body. No described operation has it; calls by path may.
    Head,
    /// `OPTIONS`. No described operation has it; calls by path may.
    Options,
}

impl Method {
    /// Whether the method asks for something and by HTTP's own rules changes nothing (RFC 9110, section 9.2.1).
    pub const fn is_safe(self) -> bool {
        matches!(self, Self::Get | Self::Head | Self::Options)
    }

    /// The method's name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
        }
    }
}

/// The form of the request body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyKind {
    /// No body is sent.
    None,
    /// A JSON object of the body inputs.
    Json,
    /// `application/x-www-form-urlencoded`, made of the body inputs.
    Form,
    /// `multipart/form-data`, made of the part inputs.
    Multipart,
    /// The bytes of one input, unchanged.
    Binary,
}

/// A request header with a fixed value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Header {
    /// Name of the header. Compared without case.
    pub name: &'static str,
    /// Value of the header. Never a secret: it is part of a public constant.
    pub value: &'static str,
}

impl Header {
    /// A header with a fixed value.
    pub const fn new(name: &'static str, value: &'static str) -> Self {
        Self { name, value }
    }
}
