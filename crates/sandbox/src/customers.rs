//! Tenants of customers: many of them, each with records of its own, and faults that concern one.
//!
//! The default tenant is then that of a partner. Its application is consented to in every tenant `tenant1` to `tenantN`, so one
//! id and one secret open all. Ids come from the seed; `tenantK.example` is a domain of the tenant, which the identity service
//! accepts in place of the id.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Mutex;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use serde_json::Value;
use tempfile::TempDir;

use crate::answer::{Answer, gateway_page};
use crate::customer::Customer;
use crate::http::Incoming;
use crate::identity::Application;
use crate::random;
use crate::refusal::ErrorWriter;
use crate::service::Service;
use crate::storage;

/// How long a throttled tenant stays so, in virtual time from its first call.
const THROTTLED: Duration = Duration::from_secs(300);

/// What is wrong in the tenant of a customer. Set with
/// [`Builder::tenant_fault`](crate::Builder::tenant_fault).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TenantFault {
    /// The secret has expired there: `AADSTS7000222`.
    DeadSecret,
    /// No administrator has consented: `AADSTS700016`. The page of the consent mends it.
    Unconsented,
    /// Every call is refused with 429 and `Retry-After: 300`, for five minutes of virtual time from the first one.
    Throttled,
    /// Calls are accepted and never answered.
    Hanging,
    /// Every call is answered with the page of a gateway and status 200.
    Html,
}

impl TenantFault {
    /// All faults with their words.
    pub const ALL: [(TenantFault, &'static str); 5] = [
        (TenantFault::DeadSecret, "dead-secret"),
        (TenantFault::Unconsented, "unconsented"),
        (TenantFault::Throttled, "throttled"),
        (TenantFault::Hanging, "hanging"),
        (TenantFault::Html, "html"),
    ];
}

impl FromStr for TenantFault {
    type Err = String;

    /// Reads the word of a fault, such as `dead-secret`.
    fn from_str(text: &str) -> Result<TenantFault, String> {
        let found = TenantFault::ALL.iter().find(|(_, word)| *word == text);
        found.map(|(fault, _)| *fault).ok_or_else(|| {
            let words = TenantFault::ALL.map(|(_, word)| word).join(", ");
            format!("unknown fault `{text}`; known are {words}")
        })
    }
}

/// The customers of an emulator, and the faults of their tenants.
#[derive(Debug, Default)]
pub(crate) struct Customers {
    all: Vec<Customer>,
    /// By id.
    faults: HashMap<String, TenantFault>,
    /// The end of the throttling, by id. Made by the first call.
    throttled: Mutex<HashMap<String, Timestamp>>,
}

impl Customers {
    /// The customers of a seed. `faults` are by the names of tenants.
    ///
    /// # Errors
    ///
    /// `InvalidInput` if a fault names a tenant that does not exist.
    pub(crate) fn new(
        count: usize,
        seed: u64,
        faults: &[(String, TenantFault)],
    ) -> io::Result<Customers> {
        let customer = |number: usize| {
            let name = format!("tenant{number}");
            Customer {
                id: random::guid(&mut random::rng(seed, &name)),
                domain: format!("{name}.example"),
                name,
            }
        };
        let all: Vec<_> = (1..=count).map(customer).collect();
        let mut by_id = HashMap::new();
        for (name, fault) in faults {
            let found = all.iter().find(|one| one.name == *name);
            let found = found.ok_or_else(|| {
                let message =
                    format!("a fault names `{name}`, and there are tenant1 to tenant{count}");
                io::Error::new(io::ErrorKind::InvalidInput, message)
            })?;
            by_id.insert(found.id.clone(), *fault);
        }
        Ok(Customers {
            all,
            faults: by_id,
            throttled: Mutex::default(),
        })
    }

    pub(crate) fn all(&self) -> &[Customer] {
        &self.all
    }

    /// Whether a tenant is that of a customer.
    pub(crate) fn is_one(&self, tenant: &str) -> bool {
        self.all.iter().any(|one| one.id == tenant)
    }

    /// The application in each tenant: consented to, unless the fault of the tenant says otherwise.
    pub(crate) fn applications(&self, of_partner: &Application) -> Vec<Application> {
        let visitor = |customer: &Customer| {
            let mut visitor = of_partner.clone().tenant(customer.id.as_str());
            match self.faults.get(&customer.id) {
                Some(TenantFault::DeadSecret) => visitor.secret_expired = true,
                Some(TenantFault::Unconsented) => visitor.awaits_consent = true,
                _ => {}
            }
            visitor
        };
        self.all.iter().map(visitor).collect()
    }

    /// The id of a tenant by its domain. Returns other texts as they are.
    pub(crate) fn id_of<'a>(&'a self, text: &'a str) -> &'a str {
        let found = self
            .all
            .iter()
            .find(|one| one.domain.eq_ignore_ascii_case(text));
        found.map_or(text, |customer| customer.id.as_str())
    }

    /// The tenant that a request is about: of its token, or of its path at the identity service and at blob storage.
    ///
    /// The token is not checked: a request that is refused is about a tenant, too.
    pub(crate) fn tenant_of(&self, request: &Incoming) -> Option<String> {
        match request.service {
            Service::Login => {
                let first = request.path.trim_start_matches('/').split('/').next()?;
                Some(self.id_of(first).to_owned()).filter(|text| !text.is_empty())
            }
            Service::Storage => storage::tenant_of(request),
            _ => tenant_of_token(request.header("authorization")?),
        }
    }

    /// The answer of a tenant whose service is at fault. `None` if it works, or if the fault is one of its sign-in.
    ///
    /// Does not return for a tenant that hangs.
    pub(crate) async fn answer(
        &self,
        request: &Incoming,
        tenant: Option<&str>,
        errors: &ErrorWriter<'_>,
    ) -> Option<Answer> {
        if matches!(request.service, Service::Login | Service::Storage) {
            return None;
        }
        match self.faults.get(tenant?)? {
            TenantFault::DeadSecret | TenantFault::Unconsented => None,
            TenantFault::Throttled => self.is_throttled(tenant?, errors.now).then(|| {
                let seconds = THROTTLED.as_secs().to_string();
                errors.of_status(429).header("retry-after", seconds)
            }),
            TenantFault::Hanging => std::future::pending().await,
            TenantFault::Html => Some(gateway_page(200)),
        }
    }

    /// Whether the time of throttling has not passed.
    fn is_throttled(&self, tenant: &str, now: Timestamp) -> bool {
        let mut ends = match self.throttled.lock() {
            Ok(ends) => ends,
            Err(poisoned) => poisoned.into_inner(),
        };
        let end = ends
            .entry(tenant.to_owned())
            .or_insert_with(|| crate::clock::later(now, THROTTLED));
        now < *end
    }
}

/// The tenant that a bearer token names.
fn tenant_of_token(header: &str) -> Option<String> {
    let token = header.trim().rsplit(' ').next()?;
    let claims = URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?).ok()?;
    let claims: Value = serde_json::from_slice(&claims).ok()?;
    claims["tid"].as_str().map(str::to_owned)
}

/// A tenants file of the `defender` command, in a private folder. Deleted when dropped.
#[derive(Debug)]
pub(crate) struct TenantsFile {
    path: PathBuf,
    _folder: TempDir,
}

impl TenantsFile {
    /// Writes the file. `portal` is the address of Defender for Cloud Apps, which serves all tenants here.
    ///
    /// # Errors
    ///
    /// The error of the file system.
    pub(crate) fn write(customers: &[Customer], portal: &str) -> io::Result<TenantsFile> {
        let mut text = String::new();
        for (number, customer) in (1..).zip(customers) {
            let Customer { id, name, .. } = customer;
            let tag = if number % 2 == 0 { "even" } else { "odd" };
            text.push_str(&format!(
                "[[tenant]]\nid = \"{id}\"\nname = \"{name}\"\ntags = [\"sandbox\", \"{tag}\"]\nportal = \"{portal}\"\n\n"
            ));
        }
        let folder = tempfile::Builder::new()
            .prefix("defender-sandbox-")
            .tempdir()?;
        let path = folder.path().join("tenants.toml");
        fs::write(&path, text)?;
        Ok(TenantsFile {
            path,
            _folder: folder,
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(test)]
mod tests;
