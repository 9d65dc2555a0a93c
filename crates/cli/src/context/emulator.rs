//! The emulator inside this process.

use sandbox::Sandbox;

use crate::environment::Environment;
use crate::failure::{Failure, Result};
use crate::globals::SandboxOptions;

/// How much faster its clock goes, so that nobody waits minutes for a device action of make-believe.
const SPEED: f64 = 60.0;

/// Starts the emulator as the options say, its clock sixty times as fast.
pub(crate) async fn start(options: &SandboxOptions) -> Result<Sandbox> {
    settings(options)
        .speed(SPEED)
        .start()
        .await
        .map_err(|error| Failure::machine("the sandbox cannot be started", &error))
}

/// The emulator's settings.
pub(crate) fn settings(options: &SandboxOptions) -> sandbox::Builder {
    let mut builder = Sandbox::builder();
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

/// The variables under which the emulator is reached, and no others.
pub(crate) fn environment(sandbox: &Sandbox) -> Environment {
    let legacy = (
        "DEFENDER_MDCA_API_TOKEN",
        sandbox.mdca_api_token().to_owned(),
    );
    Environment::Own(sandbox.environment().into_iter().chain([legacy]).collect())
}
