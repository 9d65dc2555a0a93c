//! Starts the emulator inside this process (`--sandbox`).
//!
//! Its data comes from a seed, so two runs print the same records. It listens on the loopback interface only and ends with the
//! command.

use auth_core::http_core::Url;
use auth_core::settings::profiles::Sources;
use sandbox::{Sandbox, Service};

use crate::services::Services;
use commands::globals::Globals;
use commands::keys::KEYS;
use terminal::{Failure, Result};

/// Speed of the emulator's clock, so that `--wait` takes seconds: real device actions take minutes.
pub(crate) const SPEED: f64 = 60.0;

/// Starts an emulator. It runs until it is dropped.
pub(crate) async fn start(settings: sandbox::Builder) -> Result<Sandbox> {
    let started = settings.start().await;
    started.map_err(|error| Failure::machine("the sandbox cannot be started", &error))
}

/// Refuses options that name an address. Variables and profiles are ignored instead: they are set for all commands.
pub(crate) fn check(globals: &Globals) -> Result<()> {
    let given = [
        ("--portal", globals.portal.is_some()),
        ("--region", globals.region.is_some()),
        ("--ca-file", globals.ca_file.is_some()),
    ];
    match given.into_iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => {
            let message =
                format!("{option} cannot be used with --sandbox, which has addresses of its own");
            Err(Failure::usage(message).with_hint(format!("leave {option} out, or --sandbox")))
        }
        None => Ok(()),
    }
}

/// All addresses of the emulator, for the transport and the check of endpoints.
pub(crate) fn addresses(sandbox: &Sandbox) -> Result<Vec<Url>> {
    let urls = Service::ALL.into_iter().map(|service| sandbox.url(service));
    let parsed: Result<Vec<_>, _> = urls.map(|url| Url::parse(&url)).collect();
    parsed.map_err(|error| Failure::usage(format!("the sandbox has no address: {error}")))
}

/// The settings of the emulator: the options, the cloud of `--cloud`, and the tables of products of others.
///
/// The cloud decides which names of the services tokens are issued and accepted for. The cloud of variables and profiles does not count,
/// as no other setting of theirs does.
pub(crate) fn settings(globals: &Globals, services: &Services) -> sandbox::Builder {
    let options = &globals.sandbox;
    let mut builder = services
        .guests()
        .fold(Sandbox::builder(), sandbox::Builder::product);
    if let Some(cloud) = globals.cloud {
        builder = builder.cloud(cloud.as_str());
    }
    if let Some(seed) = options.seed {
        builder = builder.seed(seed);
    }
    if let Some(devices) = options.devices {
        builder = builder.devices(devices);
    }
    if let Some(folder) = &options.data {
        builder = builder.data(folder);
    }
    builder
}

/// The variables that point a program to the emulator.
pub(crate) fn variables(sandbox: &Sandbox) -> impl Iterator<Item = (&'static str, String)> {
    let token = sandbox.mdca_api_token().to_owned();
    let variables = sandbox.environment().into_iter();
    variables.chain([("DEFENDER_MDCA_API_TOKEN", token)])
}

/// The settings for the emulator, without those of the process: no credential of the user reaches it.
pub(crate) fn environment(sandbox: &Sandbox) -> Sources {
    // Without it a managed identity would ask the real platform.
    let metadata = sandbox.url(Service::Login);
    let metadata = ("AZURE_POD_IDENTITY_AUTHORITY_HOST", metadata);
    Sources::of(KEYS, variables(sandbox).chain([metadata]).collect())
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::{Client, ErrorKind, Operation, Request, RetryConfig};
    use auth_core::{Cloud, Endpoint};

    use super::*;
    use crate::app::App;
    use crate::context::Context;
    use auth_core::services::Product;
    use commands::globals;
    use terminal::Exit;

    static REVIEW: Operation =
        Operation::post("explain.verdicts.review", "/verdicts").host("explain");
    static LINKED: Operation = Operation::get("explain.files.read", "{url}").host("explain");
    const OPERATIONS: &[&Operation] = &[&REVIEW, &LINKED];

    fn elsewhere() -> Url {
        Url::parse("https://explain.example").unwrap()
    }

    fn endpoint(_: &str, _: Cloud) -> Option<Endpoint> {
        // A scope that the emulator issues tokens for.
        Some(Endpoint::new(
            elsewhere(),
            "https://graph.microsoft.com/.default",
        ))
    }

    async fn context() -> Context {
        let app = App::new("defender-explain").product(Product::new(OPERATIONS, endpoint));
        let command = clap::Command::new("x").args(globals::arguments());
        let matches = command.get_matches_from(["x", "--sandbox"]);
        let globals = Globals::of(&matches);
        let environment = Sources::of(
            KEYS,
            [(
                "DEFENDER_ENDPOINT_EXPLAIN",
                "https://explain.example".to_owned(),
            )]
            .into(),
        );
        Context::open(app.services(), &globals, environment)
            .await
            .unwrap()
    }

    #[tokio::test]
    async fn a_product_that_the_emulator_does_not_know_is_never_called() {
        let context = context().await;
        let failure = context.client(&REVIEW).unwrap_err();
        assert_eq!(failure.exit(), Exit::Usage);
        assert!(
            failure.message().contains("the sandbox has no `explain`"),
            "{}",
            failure.message()
        );
        assert!(context.base(&REVIEW).is_err());
        assert!(context.token("explain").await.is_err());
    }

    /// The check of the base is not enough: an answer or a caller may name any address.
    #[tokio::test]
    async fn connections_of_the_sandbox_go_to_the_emulator_alone() {
        let context = context().await;
        let client = Client::builder(elsewhere())
            .transport(context.transport().unwrap())
            .retry(RetryConfig::never())
            .build()
            .unwrap();
        let error = client
            .send_response(Request::new(&REVIEW))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage, "{error}");
        assert!(error.to_string().contains("may be reached"), "{error}");
        let request = Request::new(&LINKED).set("url", "https://storage.example/file?sig=x");
        let linked = context.client(&LINKED).unwrap();
        let error = linked.send_response(request).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage, "{error}");
    }
}
