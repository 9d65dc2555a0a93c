//! Each method of signing in as a credential.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Output, Stdio};
use std::sync::Arc;
use std::time::Duration;

use auth_core::http_core::TimelyTransport;
use auth_core::{
    AuthorizationCode, AzureCli, AzureDeveloperCli, AzurePipelines, ClientAssertion,
    ClientCertificate, ClientSecret, DeviceCode, DeviceCodePrompt, Error, ErrorKind, GitHubActions,
    ManagedIdentity, RefreshToken, SecretString, TokenCredential, TokenStore, WorkloadIdentity,
};

use super::Context;
use crate::browser;
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::method::Method;
use crate::output;
use crate::sessions::Sessions;

/// How long the program that prints the client secret may take.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(60);

impl Context {
    /// The credential of a method. Nobody is asked: a user's is the session that was kept.
    pub(crate) fn credential_by(
        &self,
        method: Method,
        host: &str,
    ) -> Result<Arc<dyn TokenCredential>> {
        let transport = self.transport()?;
        let authority = self.authority()?;
        if self.in_sandbox() && method.is_of_tool() {
            let message = format!("{method} has no tokens for the sandbox: it was not run");
            return Err(Failure::usage(message).with_hint("leave --method out, or --sandbox"));
        }
        Ok(match method {
            Method::Browser | Method::DeviceCode => {
                self.session_of(method, host, self.session_store()?)?
            }
            Method::Secret => {
                let made = self.client_secret(host)?.with_authority(authority);
                Arc::new(made.with_transport(transport))
            }
            Method::Certificate => {
                let made = self.client_certificate(host)?.with_authority(authority);
                Arc::new(made.with_transport(transport))
            }
            Method::Workload => self.workload(host)?,
            Method::ManagedIdentity => {
                let made = ManagedIdentity::new();
                let made = match self.environment.get("AZURE_CLIENT_ID") {
                    Some(client) => made.with_client_id(client.trim()),
                    None => made,
                };
                Arc::new(match self.in_sandbox() {
                    true => made
                        .with_variables(self.environment.variables())
                        .with_transport(transport),
                    false => made,
                })
            }
            Method::Az => {
                let made = AzureCli::new();
                Arc::new(match self.tenant_of_tool() {
                    Some(tenant) => made.with_tenant(tenant.trim())?,
                    None => made,
                })
            }
            Method::Azd => {
                let made = AzureDeveloperCli::new();
                Arc::new(match self.tenant_of_tool() {
                    Some(tenant) => made.with_tenant(tenant.trim())?,
                    None => made,
                })
            }
        })
    }

    /// The tenant to ask a tool for: it signs in to its own where any will do.
    fn tenant_of_tool(&self) -> Option<String> {
        let is_one = |tenant: &String| !["organizations", "common"].contains(&tenant.trim());
        self.tenant().filter(is_one)
    }

    /// The credential of a user whose session is in a store.
    pub(crate) fn session_of(
        &self,
        method: Method,
        host: &str,
        store: Arc<dyn TokenStore>,
    ) -> Result<Arc<dyn TokenCredential>> {
        let (tenant, client) = self.application(method, host)?;
        let made = RefreshToken::from_store(&tenant, &client, store)?;
        let made = made.with_authority(self.authority()?);
        Ok(Arc::new(made.with_transport(self.transport()?)))
    }

    /// The credential of a user who signs in now; what comes of it is kept in the store.
    pub(crate) fn interactive(
        &self,
        method: Method,
        host: &str,
        store: Arc<dyn TokenStore>,
    ) -> Result<Arc<dyn TokenCredential>> {
        let mut transport = self.transport()?;
        if let Some(limit) = self.timeout {
            transport = Arc::new(TimelyTransport::new(transport, limit));
        }
        let authority = self.authority()?;
        let (tenant, client) = self.application(method, host)?;
        if method == Method::DeviceCode {
            let show = |prompt: &DeviceCodePrompt| output::tell(prompt.message());
            let made = DeviceCode::new(&tenant, &client, show)?.with_store(store);
            return Ok(Arc::new(
                made.with_authority(authority).with_transport(transport),
            ));
        }
        let open = |address: &auth_core::http_core::Url| {
            output::tell(&format!(
                "To sign in, open this address in a browser on this machine:\n{address}"
            ));
            browser::open(address.as_str());
        };
        let made = AuthorizationCode::new(&tenant, &client, open)?.with_store(store);
        Ok(Arc::new(
            made.with_authority(authority).with_transport(transport),
        ))
    }

    /// The store of the profile that the command works with.
    pub(crate) fn session_store(&self) -> Result<Arc<dyn TokenStore>> {
        let Some(profile) = self.environment.profile() else {
            return Err(Failure::usage(
                "a user's sign-in belongs to a profile, and none is chosen",
            )
            .with_hint("`defender auth login` makes one"));
        };
        Ok(self.sessions()?.of_profile(&profile.name))
    }

    pub(crate) fn sessions(&self) -> Result<Sessions> {
        Sessions::open(&Folders::of_process()?, &self.environment)
    }

    fn client_secret(&self, host: &str) -> Result<ClientSecret> {
        let (tenant, client) = self.application(Method::Secret, host)?;
        let variable = self.environment.secret("AZURE_CLIENT_SECRET");
        let profile = self.environment.profile();
        let command = profile.map(|profile| profile.client_secret_command.clone());
        let command = command.filter(|command| !command.is_empty());
        let file = self.environment.path("DEFENDER_CLIENT_SECRET_FILE");
        let is_referenced = command.is_some() || file.is_some();
        let profile_first = self.environment.profile_ranks_first();
        if let Some(secret) = &variable
            && !(profile_first && (is_referenced || self.named_method()?.is_some()))
        {
            return Ok(ClientSecret::new(&tenant, &client, secret.clone())?);
        }
        if let Some(command) = command {
            let source = move || printed(command.clone());
            return Ok(ClientSecret::from_source(&tenant, &client, source)?);
        }
        if let Some(file) = file {
            return Ok(ClientSecret::from_file(&tenant, &client, file)?);
        }
        let store = self.session_store()?;
        let kept = client.clone();
        let source = move || stored(Arc::clone(&store), kept.clone(), variable.clone());
        Ok(ClientSecret::from_source(&tenant, &client, source)?)
    }

    pub(crate) fn client_certificate(&self, host: &str) -> Result<ClientCertificate> {
        let (tenant, client) = self.application(Method::Certificate, host)?;
        let path = self.environment.path("AZURE_CLIENT_CERTIFICATE_PATH");
        let path = path.unwrap_or_default();
        let password = match self.environment.path("DEFENDER_CERTIFICATE_PASSWORD_FILE") {
            Some(file) => Some(read_secret(&file)?),
            None => self.environment.secret("AZURE_CLIENT_CERTIFICATE_PASSWORD"),
        };
        let made = ClientCertificate::from_file(&tenant, &client, path, password)?;
        let chain = self.environment.get("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN");
        let sends = chain.is_some_and(|chain| chain == "1" || chain.eq_ignore_ascii_case("true"));
        Ok(if sends {
            made.with_certificate_chain()
        } else {
            made
        })
    }

    fn workload(&self, host: &str) -> Result<Arc<dyn TokenCredential>> {
        let (tenant, client) = self.application(Method::Workload, host)?;
        let transport = self.transport()?;
        let authority = self.authority()?;
        if let Some(file) = self.environment.path("AZURE_FEDERATED_TOKEN_FILE") {
            let made = WorkloadIdentity::new(&tenant, &client, file)?;
            return Ok(Arc::new(
                made.with_authority(authority).with_transport(transport),
            ));
        }
        let variables = self.environment.variables();
        let made = if self
            .environment
            .get("ACTIONS_ID_TOKEN_REQUEST_URL")
            .is_some()
        {
            let source =
                GitHubActions::from_variables(&variables)?.with_transport(Arc::clone(&transport));
            ClientAssertion::new(&tenant, &client, source)?
        } else {
            let connection = self
                .environment
                .get("AZURESUBSCRIPTION_SERVICE_CONNECTION_ID");
            let source =
                AzurePipelines::from_variables(&variables, connection.unwrap_or_default())?;
            ClientAssertion::new(
                &tenant,
                &client,
                source.with_transport(Arc::clone(&transport)),
            )?
        };
        Ok(Arc::new(
            made.with_authority(authority).with_transport(transport),
        ))
    }
}

/// A secret in a file, without the line end.
fn read_secret(path: &Path) -> Result<SecretString> {
    let unread = |error: io::Error| {
        Failure::machine(&format!("`{}` cannot be read", path.display()), &error)
    };
    let bytes = std::fs::read(path).map(auth_core::Zeroizing::new);
    let text = auth_core::decoded_text(&bytes.map_err(unread)?).map_err(unread)?;
    Ok(SecretString::from(text.trim_end_matches(['\r', '\n'])))
}

/// The secret that `auth login` kept, or the one that there is instead.
async fn stored(
    store: Arc<dyn TokenStore>,
    client_id: String,
    other: Option<SecretString>,
) -> auth_core::Result<SecretString> {
    let kept = store.load().await?.client_secret(&client_id);
    kept.or(other).ok_or_else(|| {
        let message = "no client secret is kept for this profile";
        Error::new(ErrorKind::Configuration, message)
            .with_hint("sign in again: defender auth login --method secret")
    })
}

/// The first line that a program prints. It is run without a shell and without the secrets of this program.
async fn printed(command: Vec<String>) -> auth_core::Result<SecretString> {
    let (program, arguments) = command
        .split_first()
        .ok_or_else(|| unprinted("names no program"))?;
    let mut command = tokio::process::Command::new(program);
    command
        .args(arguments)
        .stdin(Stdio::null())
        // A person may be asked something; a log keeps what it is told.
        .stderr(match io::stderr().is_terminal() {
            true => Stdio::inherit(),
            false => Stdio::piped(),
        })
        .kill_on_drop(true);
    auth_core::without_secrets(command.as_std_mut());
    let done = tokio::time::timeout(COMMAND_TIMEOUT, command.output()).await;
    let done =
        done.map_err(|_| unprinted(&format!("did not end in {} s", COMMAND_TIMEOUT.as_secs())))?;
    let mut output = done.map_err(|error| unprinted(&format!("cannot be run: {error}")))?;
    let printed = auth_core::Zeroizing::new(std::mem::take(&mut output.stdout));
    first_printed(&printed, &output)
}

fn first_printed(printed: &[u8], output: &Output) -> auth_core::Result<SecretString> {
    let text = auth_core::decoded_text(printed);
    if !output.status.success() {
        let printed = text.as_ref().map_or("", |text| text.trim());
        let said = String::from_utf8_lossy(&output.stderr);
        let said = auth_core::first_line(&said, &[printed]);
        return Err(unprinted(&match said.as_str() {
            "" => format!("failed: {}", output.status),
            said => format!("failed: {}: {said}", output.status),
        }));
    }
    let text = text.map_err(|_| unprinted("prints no text"))?;
    match text.lines().next().unwrap_or_default() {
        "" => Err(unprinted("prints nothing")),
        line => Ok(SecretString::from(line)),
    }
}

fn unprinted(what: &str) -> Error {
    let message = format!("client_secret_command {what}");
    Error::new(ErrorKind::Configuration, message)
        .with_hint("run it by hand; it has to print the secret and nothing else")
}
