//! A row's own bytes, decoded when asked.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// One row as the service sent it, with the type it can be decoded into.
///
/// Passing rows on costs no parsing and loses nothing: unknown members, unknown values, number spellings and
/// member order are all still there.
pub struct Raw<T> {
    bytes: Bytes,
    of: PhantomData<fn() -> T>,
}

impl<T> Raw<T> {
    /// Takes a row's bytes as they are.
    pub fn new(bytes: Bytes) -> Self {
        Self {
            bytes,
            of: PhantomData,
        }
    }

    /// The row's JSON text.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The row's JSON text, without a copy.
    pub fn into_bytes(self) -> Bytes {
        self.bytes
    }
}

impl<T: DeserializeOwned> Raw<T> {
    /// Decodes the row.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) with the path of the member that did not fit.
    pub fn decode(&self) -> Result<T> {
        decode(&self.bytes)
    }
}

/// Decodes JSON text; only when that fails is it read again to name the member that did not fit.
///
/// A byte order mark is passed over: gateways and storage hosts put one in front.
pub(crate) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Checking the encoding once costs less than once for each string.
    let read = match std::str::from_utf8(bytes) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(bytes),
    };
    read.map_err(|plain| {
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        match serde_path_to_error::deserialize::<_, T>(&mut reader) {
            Err(located) if located.path().to_string() != "." => {
                let path = located.path().to_string();
                Error::decode(format!("member `{path}`: {}", located.into_inner()))
            }
            _ => Error::decode(plain.to_string()),
        }
    })
}

impl<T> Clone for Raw<T> {
    fn clone(&self) -> Self {
        Self {
            bytes: self.bytes.clone(),
            of: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Raw<T> {
    /// Rows are customer data: only their size is shown.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raw({} bytes)", self.bytes.len())
    }
}
