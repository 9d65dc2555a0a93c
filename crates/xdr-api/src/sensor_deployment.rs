//! What a sensor of Defender for Identity is installed with: the key, which is a secret, and the package.

use auth_core::SecretString;
use http_core::{Error, ErrorKind, Operation, Result, Secret, Value};

use crate::graph::sensors::{DeploymentAccessKeyType, SensorDeploymentPackage, Sensors};

/// The names of the key: the model's, and that of the vendor's sample.
const KEY: [&str; 2] = ["deploymentAccessKey", "sensorDeploymentAccessKey"];

impl Sensors {
    /// The key that sensors are installed with. Both documented shapes of the answer are read: the model's, and the
    /// sample's, which wraps the record and names its member otherwise.
    ///
    /// The plain call is [`get_deployment_access_key`](Self::get_deployment_access_key), whose record shows the key of
    /// the second shape to whoever prints it.
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
    /// Those of `graph.sensors.get_deployment_access_key`; [`ErrorKind::Decode`] for an answer without a key.
    pub async fn deployment_access_key(&self) -> Result<SecretString> {
        let call = self.get_deployment_access_key();
        let operation = call.request().operation();
        key(call.send().await?).ok_or_else(|| none("key", operation))
    }

    /// Makes a new key; the old one is worth nothing from then on.
    ///
    /// # Errors
    /// Those of `graph.sensors.regenerate_deployment_access_key`; as [`deployment_access_key`](Self::deployment_access_key).
    pub async fn new_deployment_access_key(&self) -> Result<SecretString> {
        let call = self.regenerate_deployment_access_key();
        let operation = call.request().operation();
        key(call.send().await?).ok_or_else(|| none("key", operation))
    }

    /// Where the installer is and which version it has, in both documented shapes of the answer. The address is signed
    /// and lasts a short while: it belongs into no log.
    ///
    /// # Errors
    /// Those of `graph.sensors.get_deployment_package_uri`; [`ErrorKind::Decode`] for an answer without an address.
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

/// The key in whichever of the two shapes the answer has.
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

fn none(what: &str, operation: &'static Operation) -> Error {
    Error::new(ErrorKind::Decode, format!("the answer holds no {what}")).with_operation(operation)
}
