//! The context of one tenant among many.
//!
//! Connections are shared. Everything that belongs to a tenant is made anew: the credential with its tokens, the budgets, the
//! address of the portal. So no token of one tenant can reach a call of another, whatever the settings say.
//!
//! | setting | comes from |
//! | --- | --- |
//! | credential, region, audiences | the profile of the tenant, or those of the command |
//! | cloud | the tenant, its profile, or that of the command |
//! | portal | the tenant or its profile; that of the command belongs to one tenant and is not used |
//! | tokens of the caller | refused: they belong to one tenant |

use std::sync::OnceLock;

use auth_core::http_core::Throttle;
use auth_core::services::{family, tenant_address};
use auth_core::settings::profiles::{Origin, Sources};
use jobs::Tenant;

use super::Context;
use commands::globals::Globals;
use commands::keys::KEYS;
use commands::setup::existing;
use terminal::{Failure, Result};

/// The variable of the portal. It may hold the address of one tenant.
const PORTAL: &str = "DEFENDER_ENDPOINT_MDCA";

/// The variable of the tenant. Some credentials cannot be made without one.
const TENANT: &str = "AZURE_TENANT_ID";

impl Context {
    /// Refuses settings of one tenant.
    pub(crate) fn check_many(&self, globals: &Globals) -> Result<()> {
        let given = [
            ("--tenant", globals.tenant.is_some()),
            ("--portal", globals.portal.is_some()),
            ("--sandbox", globals.sandbox.used),
        ];
        if let Some((option, _)) = given.into_iter().find(|(_, is_given)| *is_given) {
            let failure = Failure::usage(format!(
                "{option} is about one tenant, and --tenants about many"
            ));
            return Err(failure.with_hint(match option {
                "--portal" => "give each tenant its `portal` in the tenants file".to_owned(),
                "--sandbox" => format!(
                    "`{}` starts an emulator with many tenants",
                    terminal::program::call("sandbox up --tenants 20")
                ),
                _ => "leave one of them out".to_owned(),
            }));
        }
        for host in self.services.host_names() {
            let variable = format!("DEFENDER_ACCESS_TOKEN_{}", family(host));
            if self.environment.get(&variable).is_some() {
                let message =
                    format!("{variable} is a token of one tenant, and --tenants is about many");
                return Err(Failure::usage(message)
                    .with_hint("unset it, so that a token is requested in each tenant"));
            }
        }
        Ok(())
    }

    /// The context of a tenant, with its own budgets. Nothing is sent.
    ///
    /// Fails for a profile that does not exist, and for an invalid setting in it. Other tenants go on.
    pub(crate) fn for_tenant(&self, tenant: &Tenant, throttle: &Throttle) -> Result<Self> {
        let mut environment = self.environment.clone();
        if let Some(profile) = &tenant.profile {
            let own: Sources = Sources::of_profiles(KEYS, Some(profile), existing)?;
            environment.select(own.selected().cloned());
        }
        if environment.get(TENANT).is_none() {
            environment.set_option(TENANT, tenant.id.clone());
        }
        let cloud = match (tenant.cloud, &tenant.profile) {
            (Some(cloud), _) => Some(cloud),
            (None, Some(_)) => environment.parse("DEFENDER_CLOUD", |text| {
                text.parse()
                    .map_err(|error: auth_core::Error| error.to_string())
            })?,
            (None, None) => None,
        };
        let portal = match &tenant.portal {
            Some(portal) => Some(portal.clone()),
            None => own_portal(tenant, &environment)?,
        };
        Ok(Self {
            services: self.services.clone(),
            cloud: cloud.unwrap_or(self.cloud),
            portal,
            tenant: Some(tenant.id.clone()),
            timeout: self.timeout,
            limits: self.limits.clone(),
            throttle: match self.keeps_budgets {
                true => throttle.clone(),
                false => throttle.without_budgets(),
            },
            keeps_budgets: self.keeps_budgets,
            is_of_many: true,
            kept: OnceLock::new(),
            transport: OnceLock::from(self.transport()?),
            credential: OnceLock::new(),
            chain: OnceLock::new(),
            sandbox: None,
            environment,
        })
    }
}

/// The portal of the tenant's own profile.
fn own_portal(tenant: &Tenant, environment: &Sources) -> Result<Option<auth_core::http_core::Url>> {
    let profile = tenant.profile.as_ref();
    let found = profile.and_then(|_| environment.find(PORTAL));
    match found {
        Some((text, Origin::Profile(_))) => tenant_address(&text)
            .map(Some)
            .map_err(|why| Failure::usage(format!("`portal` of the profile: {why}"))),
        _ => Ok(None),
    }
}
