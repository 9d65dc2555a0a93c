//! `application/x-www-form-urlencoded` bodies of the token endpoint.

use crate::http;

/// The decoded fields of a form, in their order.
#[derive(Debug, Default)]
pub(crate) struct Form(Vec<(String, String)>);

impl Form {
    /// Decodes the fields. Bytes that are not UTF-8 become replacement characters.
    pub(crate) fn parse(body: &[u8]) -> Form {
        Form(http::pairs(&String::from_utf8_lossy(body)).collect())
    }

    /// The first value of a field. An empty value counts as missing.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }
}
