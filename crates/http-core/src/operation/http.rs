//! HTTP shape of an operation.

/// HTTP methods the described services use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// How far the vendor stands behind an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Generally available.
    Ga,
    /// May change without notice.
    Preview,
    /// Still answers, but another operation replaces it.
    Legacy,
    /// Documented once; the service may no longer answer.
    Retired,
}

impl Status {
    /// The status as the reference tables spell it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ga => "ga",
            Self::Preview => "preview",
            Self::Legacy => "legacy",
            Self::Retired => "retired",
        }
    }
}

/// The form of the request body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
pub struct Header {
    /// The header's name.
    pub name: &'static str,
    /// The header's value.
    pub value: &'static str,
}
