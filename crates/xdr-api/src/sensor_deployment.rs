//! The key and the package for installing a sensor of Defender for Identity.
//!
//! The documents show two forms of each answer: the model, and a sample that wraps it and uses other names. The
//! functions here read both. The key is a secret and is returned as such, so that it does not get into logs.

use auth_core::SecretString;
use http_core::{Error, ErrorKind, Operation, Result, Secret, Value};

use crate::graph::sensors::{DeploymentAccessKeyType, SensorDeploymentPackage, Sensors};

/// Names of the key: in the model, and in the vendor's sample.
const KEY: [&str; 2] = ["deploymentAccessKey", "sensorDeploymentAccessKey"];

impl Sensors {
    /// The key for installing sensors. Reads both documented forms of the answer.
    ///
    /// The plain call is [`get_deployment_access_key`](Self::get_deployment_access_key). Its record keeps a key of the
    /// second form among its unknown members, where `Debug` shows it.
    ///
    /// ```
    /// # use xdr_api::{Client, Result};
    /// # async fn run(client: Client) -> Result<()> {
    /// let key = client.graph().sensors().deployment_access_key().await?;
    /// println!("{key:?} is not shown");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Returns the errors of `graph.sensors.get_deployment_access_key`, and [`ErrorKind::Decode`] for an answer without
    /// a key.
    pub async fn deployment_access_key(&self) -> Result<SecretString> {
        let call = self.get_deployment_access_key();
        let operation = call.request().operation();
        key(call.send().await?).ok_or_else(|| none("key", operation))
    }

    /// Replaces the key. The old one becomes invalid for installations; installed sensors continue to work.
    ///
    /// # Errors
    /// Returns the errors of `graph.sensors.regenerate_deployment_access_key`, and [`ErrorKind::Decode`] for an answer
    /// without a key. The key was replaced then: read it with [`deployment_access_key`](Self::deployment_access_key).
    pub async fn new_deployment_access_key(&self) -> Result<SecretString> {
        let call = self.regenerate_deployment_access_key();
        let operation = call.request().operation();
        key(call.send().await?).ok_or_else(|| none("key", operation))
    }

    /// Address and version of the installer, from both documented forms of the answer. The address is signed and
    /// expires soon: do not log it.
    ///
    /// # Errors
    /// Returns the errors of `graph.sensors.get_deployment_package_uri`, and [`ErrorKind::Decode`] for an answer
    /// without an address.
    pub async fn deployment_package(&self) -> Result<SensorDeploymentPackage> {
        let call = self.get_deployment_package_uri();
        let operation = call.request().operation();
        let mut package = call.send().await?;
        if let Some(inner) = package.extra.remove("value").filter(Value::is_object) {
            package = serde_json::from_value(inner).map_err(|error| {
                Error::new(ErrorKind::Decode, error.to_string()).with_operation(operation)
            })?;
        }
        match package.download_url {
            Some(_) => Ok(package),
            None => Err(none("address", operation)),
        }
    }
}

/// The key, from either form of the answer.
fn key(record: DeploymentAccessKeyType) -> Option<SecretString> {
    let other = |members: &Value| {
        let found = KEY.iter().find_map(|name| members.get(*name));
        found?.as_str().map(SecretString::from)
    };
    let members = Value::Object(record.extra);
    let known = record.deployment_access_key.map(Secret::into_secret_string);
    known
        .or_else(|| other(&members))
        .or_else(|| other(members.get("value")?))
}

/// The error for an answer without the value.
fn none(what: &str, operation: &'static Operation) -> Error {
    Error::new(ErrorKind::Decode, format!("the answer has no {what}")).with_operation(operation)
}
