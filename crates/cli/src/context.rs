//! From settings to clients: endpoints, credential, transport, limits.
//!
//! Everything is created once and shared by the calls of a command. Input: options, variables and profile (`auth_core`'s
//! `Sources`). Output: a client for an operation.
//!
//! Invariants:
//!
//! - A token goes to the hosts of its endpoint only.
//! - With `--sandbox` no connection leaves this machine: variables and profile are ignored, and the transport refuses any
//!   address but the emulator's, whatever an operation or an answer names.
//! - No setting is printed with its value if it may be a secret.

mod credentials;
mod emulator;
mod methods;
mod tenants;

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use auth_core::http_core::{
    Client, Limits, Operation, OriginTransport, ReqwestTransport, Throttle, Transport, Url,
};
use auth_core::settings::budgets::KeptBudgets;
use auth_core::settings::profiles::{Folders, Sources};
use auth_core::{Chain, Cloud, Connector, Endpoint, TokenCredential};

use emulator::{
    SPEED as SANDBOX_SPEED, addresses as sandbox_addresses, check as check_sandbox,
    environment as sandbox_environment,
};
pub(crate) use emulator::{
    settings as sandbox_settings, start as start_sandbox, variables as sandbox_variables,
};

use auth_core::services::{NoEndpoint, family, tenant_address};
use commands::globals::Globals;
use terminal::{Failure, Result};

use crate::services::Services;
use operations::{Catalog, is_service};

/// The host family whose address differs between tenants.
const PORTAL: &str = "mdca_portal";

/// The variable of `--region`.
const REGION: &str = "DEFENDER_REGION";

/// Default of `--timeout`; the same as that of a client.
const PATIENCE: Duration = Duration::from_secs(180);

/// The file of the calls. `None` without a home folder, and where the folder that a variable names does not exist: it is not made
/// for this.
fn kept_budgets() -> Option<KeptBudgets> {
    let folders = Folders::of_process().ok()?;
    let is_named = std::env::var_os("DEFENDER_CONFIG_DIR").is_some_and(|name| !name.is_empty());
    (!is_named || folders.state.is_dir()).then(|| KeptBudgets::in_folders(&folders))
}

/// What the calls of one command share.
#[derive(Debug)]
pub(crate) struct Context {
    services: Services,
    /// Options, variables and profile; with `--sandbox` those of the emulator.
    environment: Sources,
    cloud: Cloud,
    /// The address of `--portal`.
    portal: Option<Url>,
    /// The tenant of `--tenant`.
    tenant: Option<String>,
    /// The limit of `--timeout`.
    timeout: Option<Duration>,
    /// How much of one answer is read.
    limits: Limits,
    /// The documented budgets, shared by all clients; off with `--rate-limit off`.
    throttle: Throttle,
    /// Where the calls are kept for the next command. Set with the first client; `None` where they are not kept.
    kept: OnceLock<Option<KeptBudgets>>,
    /// Whether the documented budgets are kept.
    keeps_budgets: bool,
    /// Whether this is the context of one tenant among many: settings of one tenant do not count.
    is_of_many: bool,
    /// Created with the first client.
    transport: OnceLock<Arc<dyn Transport>>,
    /// Created with the first token. `auth login` sets it.
    credential: OnceLock<Arc<dyn TokenCredential>>,
    /// The chain behind the credential, if the settings name no method.
    chain: OnceLock<Chain>,
    /// The emulator. It stops when the context is dropped.
    sandbox: Option<sandbox::Sandbox>,
}

impl Context {
    /// The context for options and variables. With `--sandbox` the emulator is started, and its variables replace those of
    /// the process.
    ///
    /// Fails with exit code 2 for an invalid setting. Nothing is sent and no credential is created.
    pub(crate) async fn open(
        services: Services,
        globals: &Globals,
        mut environment: Sources,
    ) -> Result<Self> {
        let sandbox = if globals.sandbox.used {
            check_sandbox(globals)?;
            let settings = sandbox_settings(globals, &services);
            Some(start_sandbox(settings.speed(SANDBOX_SPEED)).await?)
        } else {
            None
        };
        if let Some(region) = &globals.region {
            environment.set_option(REGION, region.clone());
        }
        if let Some(file) = &globals.ca_file {
            environment.set_option("DEFENDER_CA_FILE", file.clone());
        }
        let cloud = match globals.cloud {
            Some(cloud) => Some(cloud),
            None => environment.parse("DEFENDER_CLOUD", |text| {
                text.parse()
                    .map_err(|error: auth_core::Error| error.to_string())
            })?,
        };
        let limits = match &globals.limits {
            Some(text) => text.parse::<Limits>()?,
            None => environment
                .parse("DEFENDER_LIMITS", |text| {
                    text.parse::<Limits>()
                        .map_err(|error| error.message().to_owned())
                })?
                .unwrap_or_default(),
        };
        let portal = globals.portal.as_deref().map(tenant_address).transpose();
        let mut context = Self {
            services,
            environment,
            cloud: cloud.unwrap_or_default(),
            portal: portal.map_err(|why| Failure::usage(format!("--portal: {why}")))?,
            tenant: globals.tenant.clone(),
            timeout: globals.timeout,
            limits,
            throttle: match globals.rate_limit {
                true => Throttle::new(),
                false => Throttle::off(),
            },
            kept: OnceLock::new(),
            keeps_budgets: globals.rate_limit,
            is_of_many: false,
            transport: OnceLock::new(),
            credential: OnceLock::new(),
            chain: OnceLock::new(),
            sandbox: None,
        };
        if let Some(sandbox) = sandbox {
            context.environment = sandbox_environment(&sandbox);
            context.cloud = globals.cloud.unwrap_or_default();
            context.portal = None;
            context.sandbox = Some(sandbox);
        }
        Ok(context)
    }

    /// Keeps the calls of this command for the next one. Fails never: the budgets are a courtesy to the service.
    pub(crate) async fn keep_budgets(&self) {
        let kept = self.kept.get().and_then(Option::as_ref);
        if let Some(kept) = kept.filter(|_| !self.throttle.budgets().is_empty()) {
            let _ = kept.add(self.throttle.records()).await;
        }
    }

    /// Counts the calls of earlier commands, once and before the first call. A command that calls nothing reads no file.
    fn restore_budgets(&self) {
        let is_kept = self.keeps_budgets && !self.is_of_many && !self.in_sandbox();
        self.kept.get_or_init(|| {
            let kept = is_kept.then(kept_budgets).flatten()?;
            // A file that cannot be read costs the calls of earlier commands, and no more.
            self.throttle.restore(kept.read().unwrap_or_default());
            Some(kept)
        });
    }

    /// The operations of the program.
    pub(crate) fn catalog(&self) -> &Catalog {
        self.services.catalog()
    }

    /// The budgets of the calls.
    pub(crate) fn throttle(&self) -> &Throttle {
        &self.throttle
    }

    /// The products of the program.
    pub(crate) fn services(&self) -> &Services {
        &self.services
    }

    /// Whether this is the context of one tenant among many.
    pub(crate) fn is_of_many(&self) -> bool {
        self.is_of_many
    }

    /// Whether calls go to the emulator.
    pub(crate) fn in_sandbox(&self) -> bool {
        self.sandbox.is_some()
    }

    /// The settings: options, then variables, then the profile.
    pub(crate) fn environment(&self) -> &Sources {
        &self.environment
    }

    /// The settings, for a command whose own options are settings too. Change them before the first credential is created.
    pub(crate) fn environment_mut(&mut self) -> &mut Sources {
        &mut self.environment
    }

    /// The credential chain, once it was used for a token.
    pub(crate) fn chain(&self) -> Option<&Chain> {
        self.chain.get()
    }

    /// The cloud of `--cloud`, `DEFENDER_CLOUD` or the profile. With `--sandbox` only the option counts.
    pub(crate) fn cloud(&self) -> Cloud {
        self.cloud
    }

    /// The tenant of the calls. `None`: the token decides.
    pub(crate) fn tenant(&self) -> Option<String> {
        self.tenant
            .clone()
            .or_else(|| self.environment.get("AZURE_TENANT_ID"))
    }

    /// The endpoint of a host family. With `--sandbox` an address of the emulator; a family that it lacks is an error, so that
    /// no call reaches the service by mistake.
    pub(crate) fn endpoint(&self, host: &str) -> Result<Endpoint> {
        let endpoint = self.endpoint_anywhere(host)?;
        let Some(sandbox) = &self.sandbox else {
            return Ok(endpoint);
        };
        let is_emulated = |address: Url| address.origin() == endpoint.base.origin();
        if sandbox_addresses(sandbox)?.into_iter().any(is_emulated) {
            return Ok(endpoint);
        }
        let message = format!("the sandbox has no `{host}`: nothing was sent");
        Err(Failure::usage(message).with_hint("leave --sandbox out to call the service itself"))
    }

    /// The configured endpoint, without the check of the sandbox. Errors become failures with exit code 2 and a hint
    /// that names the option or the variable.
    fn endpoint_anywhere(&self, host: &str) -> Result<Endpoint> {
        let address = self.portal.clone().filter(|_| host == PORTAL);
        if host == PORTAL && self.is_of_many && address.is_none() {
            return Err(no_portal_of_tenant());
        }
        let configured = self
            .services
            .configured(&self.environment, host, self.cloud, address);
        configured.map_err(|error| match error {
            NoEndpoint::Setting(error) => error.into(),
            NoEndpoint::Region(region) => self.no_region(host, &region),
            NoEndpoint::Address(variable) => self.no_address(host, &variable),
            _ => Failure::usage(format!("no endpoint of `{host}` is known")),
        })
    }

    /// The failure for a missing address, with the option or variable that sets it.
    fn no_address(&self, host: &str, variable: &str) -> Failure {
        if host == PORTAL {
            return Failure::usage("the address of the tenant's Cloud Apps portal is not set").with_hint(format!(
                "the portal shows its API URL under Settings, Cloud Apps, System, About: give it with --portal, or keep \
                 it with `{}`",
                terminal::program::call("profile set NAME portal=URL")
            ));
        }
        let message = format!(
            "no address is known for `{host}` in the cloud {}",
            self.cloud
        );
        Failure::usage(message).with_hint(format!("set {variable} to the address"))
    }

    /// The failure for an unknown region, with the known ones.
    fn no_region(&self, host: &str, region: &str) -> Failure {
        let names = self.services.regions(host).map_or(&[][..], |all| all.names);
        let message = format!(
            "no host of `{host}` is documented for the region `{region}` in the cloud {}",
            self.cloud
        );
        Failure::usage(message).with_hint(format!(
            "the worldwide cloud has {}; the others have one host each",
            names.join(", ")
        ))
    }

    /// The base URL of an operation's requests.
    pub(crate) fn base(&self, operation: &Operation) -> Result<Url> {
        if is_service(operation) {
            return Ok(self.endpoint(operation.http.host)?.base);
        }
        nowhere()
    }

    /// The client for an operation. One for a link that an answer holds sends no token, because any host may be named there.
    ///
    /// Fails with exit code 4 without a credential, and with 2 if no address is known or an address is not allowed. Nothing is
    /// sent before the first call.
    pub(crate) fn client(&self, operation: &Operation) -> Result<Client> {
        if !is_service(operation) {
            let client = Client::builder(nowhere()?)
                .transport(self.transport()?)
                .limits(self.limits.clone());
            return Ok(client.build()?);
        }
        let endpoint = self.endpoint(operation.http.host)?;
        let credential = self.credential(operation)?;
        self.restore_budgets();
        let mut connector = Connector::new(credential)
            .with_transport(self.transport()?)
            .with_throttle(self.throttle.clone())
            .with_limits(self.limits.clone())
            .with_user_agent(concat!("defender/", env!("CARGO_PKG_VERSION")));
        if let Some(tenant) = &self.tenant {
            connector = connector.with_tenant(tenant);
        }
        if let Some(timeout) = self.timeout {
            connector = connector.with_timeout(timeout);
        }
        connector.connect(&endpoint).map_err(|error| {
            let variable = format!("DEFENDER_ENDPOINT_{}", family(operation.http.host));
            let failure = Failure::from(error);
            match self.environment.get(&variable) {
                Some(_) => failure.with_hint(format!("the address comes from {variable}")),
                None => failure,
            }
        })
    }

    /// The longest wait for one answer, and for one token.
    pub(crate) fn patience(&self) -> Duration {
        self.timeout.unwrap_or(PATIENCE)
    }

    /// The transport: one pool of connections for calls and tokens.
    pub(crate) fn transport(&self) -> Result<Arc<dyn Transport>> {
        if let Some(transport) = self.transport.get() {
            return Ok(Arc::clone(transport));
        }
        let made = self.new_transport()?;
        Ok(Arc::clone(self.transport.get_or_init(|| made)))
    }

    /// Creates the transport: that of the sandbox, one with the authorities of `--ca-file`, or the default with those
    /// of the system. A proxy of the environment is used, except for the sandbox.
    fn new_transport(&self) -> Result<Arc<dyn Transport>> {
        if let Some(sandbox) = &self.sandbox {
            // No proxy, and no host but the emulator.
            let direct = Arc::new(ReqwestTransport::direct()?);
            let addresses = sandbox_addresses(sandbox)?;
            return Ok(Arc::new(OriginTransport::new(direct, addresses)));
        }
        let Some(path) = self.environment.path("DEFENDER_CA_FILE") else {
            return Ok(Arc::new(ReqwestTransport::new()?));
        };
        let shown = path.display();
        let bytes = std::fs::read(&path).map_err(|error| {
            Failure::usage(format!(
                "DEFENDER_CA_FILE: `{shown}` cannot be read: {error}"
            ))
        })?;
        Ok(Arc::new(ReqwestTransport::with_authorities(&bytes)?))
    }
}

/// The failure for a tenant among many without a portal. One address for all would send it the tokens of others.
fn no_portal_of_tenant() -> Failure {
    Failure::usage("the tenant has no `portal`, the address of its Cloud Apps portal").with_hint(
        "write `portal` into the tenants file or the profile of this tenant; one address for all tenants is not used",
    )
}

/// A base for requests with an absolute address. Requests without one would fail there.
fn nowhere() -> Result<Url> {
    Url::parse("https://localhost").map_err(|error| Failure::usage(error.to_string()))
}
