//! The settings of an emulator, and its start.
//!
//! Every service gets a loopback port of its own, as every service has a host of its own in the
//! field. The operating system picks the ports.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use jiff::Timestamp;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::call::Urls;
use crate::clock::Clock;
use crate::core::{Core, Settings};
use crate::customers::{Customers, TenantFault, TenantsFile};
use crate::data::DataFolder;
use crate::identity::managed::TokenCache;
use crate::identity::{Application, Identity, Person, Sessions, default_application};
use crate::running::{Inner, Sandbox};
use crate::server::{self, ConnectionSlots, LoopbackListener};
use crate::service::Service;
use crate::tables::apis;
use crate::tables::guests::{self, GuestProduct};
use crate::tls::Authority;

/// The legacy API token of Defender for Cloud Apps. It is base64, because clients check the
/// form of such a token.
const MDCA_API_TOKEN: &str =
    "c2FuZGJveC1tZGNhLWFwaS10b2tlbi1vZi10aGUtbG9jYWwtZW11bGF0b3ItMDAwMDAwMDE=";

/// Settings of an emulator. Made by [`Sandbox::builder`].
///
/// The defaults are a tenant of 500 devices and 300 alerts, the documented limits, the
/// present time, and plain HTTP.
///
/// # Examples
///
/// ```
/// use sandbox::{Application, Sandbox};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// let sandbox = Sandbox::builder()
///     .devices(20)
///     .alerts(8)
///     .limits(false)
///     .application(Application::new("reader", "secret").roles(["Alert.Read.All"]))
///     .start()
///     .await?;
/// # let _ = sandbox;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "nothing starts until `start` is called"]
pub struct Builder {
    seed: u64,
    devices: Option<usize>,
    alerts: Option<usize>,
    data: Option<PathBuf>,
    limits: bool,
    page_size: Option<usize>,
    hunting_rows: usize,
    speed: f64,
    now: Option<Timestamp>,
    tls: bool,
    applications: Vec<Application>,
    tenants: Vec<String>,
    foreign_tenants: Vec<String>,
    customers: usize,
    tenant_faults: Vec<(String, TenantFault)>,
    cloud: String,
    person: Person,
    single_use_refresh_tokens: bool,
    mounts: Vec<(String, Router)>,
    guests: Vec<GuestProduct>,
    host_names: Vec<String>,
}

/// Documented maximum number of rows of a hunting query.
const HUNTING_ROWS: usize = 100_000;

impl Sandbox {
    /// Starts an emulator with the defaults of [`Builder`]. Needs a tokio runtime.
    ///
    /// # Errors
    ///
    /// Returns the error of the operating system if no loopback port is free.
    pub async fn start() -> io::Result<Sandbox> {
        Sandbox::builder().start().await
    }

    /// Returns a [`Builder`] with the default settings.
    pub fn builder() -> Builder {
        Builder::new()
    }
}

impl Builder {
    fn new() -> Builder {
        Builder {
            seed: 42,
            devices: None,
            alerts: None,
            data: None,
            limits: true,
            page_size: None,
            hunting_rows: HUNTING_ROWS,
            speed: 1.0,
            now: None,
            tls: false,
            applications: vec![default_application()],
            tenants: Vec::new(),
            foreign_tenants: Vec::new(),
            customers: 0,
            tenant_faults: Vec::new(),
            cloud: apis::WORLDWIDE.to_owned(),
            person: Person::default(),
            single_use_refresh_tokens: false,
            mounts: Vec::new(),
            guests: Vec::new(),
            host_names: Vec::new(),
        }
    }

    /// Seed of the records. Default: 42. The same seed, sizes and [`now`](Self::now) give the same
    /// records. Ids of requests and tokens are random nevertheless.
    pub fn seed(mut self, seed: u64) -> Builder {
        self.seed = seed;
        self
    }

    /// Number of devices of each tenant. Default: 500, with [`customers`](Self::customers) 20. People and installed software
    /// grow with it.
    pub fn devices(mut self, devices: usize) -> Builder {
        self.devices = Some(devices);
        self
    }

    /// Number of Defender for Endpoint alerts of each tenant. Default: 300, with [`customers`](Self::customers) 12. Four of them make an
    /// incident. The alerts of Defender for Cloud Apps are always 60.
    pub fn alerts(mut self, alerts: usize) -> Builder {
        self.alerts = Some(alerts);
        self
    }

    /// Serves records from a folder instead of made-up ones, unchanged.
    ///
    /// ```text
    /// DIR/mde/samples/alerts.list.response.json      the rows of mde.alerts.list
    /// DIR/mde/samples/alerts.list.response.2.json    further rows of the same list
    /// DIR/mde/samples/alerts.get.response.json       a record that mde.alerts.get finds by its id
    /// ```
    ///
    /// The names are those of `samples.response` in the tables. Operations
    /// without a file keep their made-up records. Changes are applied to a copy in memory.
    pub fn data(mut self, folder: impl Into<PathBuf>) -> Builder {
        self.data = Some(folder.into());
        self
    }

    /// Whether calls over a documented rate limit are refused with 429. Default: true.
    pub fn limits(mut self, limits: bool) -> Builder {
        self.limits = limits;
        self
    }

    /// Maximum number of rows of a hunting query. Default: 100,000. Further rows are dropped
    /// without an error, as the services do.
    pub fn hunting_rows(mut self, rows: usize) -> Builder {
        self.hunting_rows = rows;
        self
    }

    /// Rows per page of a list whose request names no number. Minimum: 1. Default: the documented
    /// page size of the operation; else 10,000, for Graph 100, for Defender for Cloud Apps 100, for
    /// exports 50,000.
    pub fn page_size(mut self, rows: usize) -> Builder {
        self.page_size = Some(rows.max(1));
        self
    }

    /// Virtual seconds per real second, from 0 to 1,000,000. Default: 1. A value that is not finite
    /// counts as 1. With 0 only [`Sandbox::advance`] moves the clock.
    pub fn speed(mut self, speed: f64) -> Builder {
        self.speed = if speed.is_finite() {
            speed.clamp(0.0, 1_000_000.0)
        } else {
            1.0
        };
        self
    }

    /// Start of the virtual clock. Default: the present. Dates of made-up records lie
    /// before it.
    ///
    /// With [`seed`](Self::seed) it makes every record the same in each run, dates
    /// included.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// let sandbox = sandbox::Sandbox::builder()
    ///     .now("2026-03-01T00:00:00Z".parse().map_err(std::io::Error::other)?)
    ///     .start()
    ///     .await?;
    /// assert!(sandbox.now().to_string().starts_with("2026-03-01T00:00:"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn now(mut self, now: Timestamp) -> Builder {
        self.now = Some(now);
        self
    }

    /// Serves HTTPS instead of HTTP, with a certificate for `localhost` from a certificate
    /// authority made at start. Default: false. Clients must trust [`Sandbox::ca_file`].
    ///
    /// # Examples
    ///
    /// ```
    /// use sandbox::{Sandbox, Service};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// let sandbox = Sandbox::builder().tls(true).start().await?;
    /// assert!(sandbox.url(Service::Graph).starts_with("https://localhost:"));
    /// assert!(sandbox.ca_file().is_some_and(|file| file.exists()));
    /// # Ok(())
    /// # }
    /// ```
    pub fn tls(mut self, tls: bool) -> Builder {
        self.tls = tls;
        self
    }

    /// Registers a further application. Its tenant becomes known and has records of its own.
    pub fn application(mut self, application: Application) -> Builder {
        self.applications.push(application);
        self
    }

    /// Registers a certificate with the default application, like [`Application::certificate`].
    pub fn certificate(mut self, certificate: impl AsRef<[u8]>) -> Builder {
        if let Some(first) = self.applications.first_mut() {
            *first = first.clone().certificate(certificate);
        }
        self
    }

    /// Adds a tenant without an application. It has records of its own. Applications made with
    /// [`Application::multi_tenant`] can be consented to there.
    pub fn tenant(mut self, tenant_id: impl Into<String>) -> Builder {
        self.tenants.push(tenant_id.into());
        self
    }

    /// Adds a tenant of another cloud. Token requests for it are refused with `AADSTS90038`.
    pub fn foreign_tenant(mut self, tenant_id: impl Into<String>) -> Builder {
        self.foreign_tenants.push(tenant_id.into());
        self
    }

    /// Adds tenants of customers, `tenant1` to `tenantN`. Default: none. The default application, which then is a
    /// partner's, is consented to in each, and each has records of its own, made when they are first read.
    ///
    /// [`Sandbox::customers`] lists them, and [`Sandbox::tenants_file`] is a file for the option `--tenants` of the
    /// `defender` command.
    ///
    /// # Examples
    ///
    /// ```
    /// use sandbox::{Sandbox, TenantFault};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// let sandbox = Sandbox::builder()
    ///     .customers(50)
    ///     .tenant_fault("tenant7", TenantFault::DeadSecret)
    ///     .start()
    ///     .await?;
    /// assert_eq!(sandbox.customers()[6].domain, "tenant7.example");
    /// # Ok(())
    /// # }
    /// ```
    pub fn customers(mut self, tenants: usize) -> Builder {
        self.customers = tenants;
        self
    }

    /// Sets what is wrong in the tenant of a customer, by its name. The last fault of a tenant counts.
    pub fn tenant_fault(mut self, tenant: impl Into<String>, fault: TenantFault) -> Builder {
        self.tenant_faults.push((tenant.into(), fault));
        self
    }

    /// The cloud that the emulator stands for: `worldwide` (default), `gcc`, `gcc-high`, `dod` or `china`.
    ///
    /// Tokens are issued for the names that the APIs have in the clouds with the same identity service, and each service
    /// accepts the names of this cloud only. Addresses and records do not depend on it.
    ///
    /// # Examples
    ///
    /// ```
    /// use sandbox::Sandbox;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// let sandbox = Sandbox::builder().cloud("gcc-high").start().await?;
    /// # let _ = sandbox;
    /// assert!(Sandbox::builder().cloud("mars").start().await.is_err());
    /// # Ok(())
    /// # }
    /// ```
    pub fn cloud(mut self, cloud: impl Into<String>) -> Builder {
        self.cloud = cloud.into();
        self
    }

    /// What the user does at a sign-in page, a consent page or after a device code.
    /// Default: [`Person::Approves`].
    ///
    /// # Examples
    ///
    /// ```
    /// use sandbox::{Person, Sandbox};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// // Device codes expire, because the user does not enter them.
    /// let sandbox = Sandbox::builder().person(Person::Away).start().await?;
    /// # let _ = sandbox;
    /// # Ok(())
    /// # }
    /// ```
    pub fn person(mut self, person: Person) -> Builder {
        self.person = person;
        self
    }

    /// Whether a refresh token ends with its first use. Default: false, as at the service. A second
    /// use is refused with `AADSTS70000`.
    pub fn single_use_refresh_tokens(mut self, single_use: bool) -> Builder {
        self.single_use_refresh_tokens = single_use;
        self
    }

    /// Adds a service of your own below a path (`/api/mdo`) on every listener. The router
    /// sees the whole path.
    ///
    /// Requests need a token of this emulator, for any audience. The router finds the
    /// [`Caller`](crate::Caller) in the extensions of the request. Faults, the request log
    /// and a limit (100 calls a minute and 1,500 an hour for each application) apply under
    /// the path as the name of the operation.
    ///
    /// # Examples
    ///
    /// ```
    /// use axum::routing::get;
    /// use axum::{Extension, Router};
    /// use sandbox::{Caller, Fault, Sandbox};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// async fn whoami(Extension(caller): Extension<Caller>) -> String {
    ///     caller.client_id
    /// }
    ///
    /// let router = Router::new().route("/api/mdo/whoami", get(whoami));
    /// let sandbox = Sandbox::builder().mount("/api/mdo", router).start().await?;
    /// sandbox.fault(Fault::on("/api/mdo").status(503));
    /// # Ok(())
    /// # }
    /// ```
    pub fn mount(mut self, path: impl Into<String>, router: Router) -> Builder {
        let path = path.into();
        self.mounts
            .push((format!("/{}", path.trim_matches('/')), router));
        self
    }

    /// Serves a product of a third party from its tables, at [`Service::Guest`]. [`GuestProduct`]
    /// says what is emulated. May be called for several products; their paths must differ, because
    /// they share one address.
    pub fn product(mut self, product: GuestProduct) -> Builder {
        self.guests.push(product);
        self
    }

    /// Accepts requests for a further host name; `*.example.com` accepts all names below
    /// `example.com`.
    ///
    /// Loopback addresses, `localhost` and the vendor's domains are always accepted. Requests for
    /// other hosts get 421, so that a web page cannot reach the emulator by DNS rebinding.
    pub fn host_name(mut self, name: impl Into<String>) -> Builder {
        self.host_names.push(name.into());
        self
    }

    /// Binds a loopback port for every service and starts to listen. Needs a tokio runtime.
    ///
    /// The listeners stop when the last clone of the returned [`Sandbox`] is dropped.
    ///
    /// # Errors
    ///
    /// - an error of the operating system, if no port is free;
    /// - `NotFound`, `Other` or the error of the file system, if the data folder cannot be read;
    /// - `InvalidInput`, if the tables of a product are not valid, for an unknown cloud, and for the fault of a tenant that
    ///   does not exist;
    /// - `Other`, if no certificate can be made.
    pub async fn start(self) -> io::Result<Sandbox> {
        if !apis::is_cloud(&self.cloud) {
            let message = format!("unknown cloud `{}`", self.cloud);
            return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
        }
        let guests = self.guests.into_iter().map(guests::add);
        let guests = guests.collect::<io::Result<Vec<_>>>()?;
        let customers = Customers::new(self.customers, self.seed, &self.tenant_faults)?;
        let authority = if self.tls {
            Some(Authority::create()?)
        } else {
            None
        };
        let scheme = if self.tls { "https" } else { "http" };
        let mut urls = Urls::new();
        let mut listeners = Vec::new();
        for service in Service::ALL {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
            let host = if self.tls { "localhost" } else { "127.0.0.1" };
            urls.insert(
                service,
                format!("{scheme}://{host}:{}", listener.local_addr()?.port()),
            );
            listeners.push((service, listener));
        }
        let data = match &self.data {
            Some(folder) => Some(Arc::new(DataFolder::read(folder)?)),
            None => None,
        };
        let mut identity = Identity {
            applications: self.applications,
            tenants: self.tenants,
            foreign_tenants: self.foreign_tenants,
            cloud: self.cloud,
            login_url: urls.get(&Service::Login).cloned().unwrap_or_default(),
            mdca_api_token: MDCA_API_TOKEN.to_owned(),
            person: self.person,
            sessions: Sessions::default().with_single_use(self.single_use_refresh_tokens),
            managed: TokenCache::default(),
            guests,
            customers,
        };
        identity.add_to_other_tenants();
        identity.add_to_customers();
        let tenants_file = match identity.customers.all() {
            [] => None,
            customers => Some(TenantsFile::write(customers, &urls[&Service::Mdca])?),
        };
        let (devices, alerts) = match self.customers {
            0 => (500, 300),
            _ => (20, 12),
        };
        let settings = Settings {
            seed: self.seed,
            devices: self.devices.unwrap_or(devices),
            alerts: self.alerts.unwrap_or(alerts),
            limits: self.limits,
            page_size: self.page_size,
            hunting_rows: self.hunting_rows,
            data,
            mounts: self.mounts,
            host_names: self.host_names,
        };
        let clock = Clock::new(self.now.unwrap_or_else(Timestamp::now), self.speed);
        let core = Arc::new(Core::new(settings, clock, identity, urls));
        let (running, watcher) = watch::channel(());
        let acceptor = authority.as_ref().map(Authority::acceptor);
        let slots = ConnectionSlots::default();
        for (service, listener) in listeners {
            let listener =
                LoopbackListener::open(listener, acceptor.clone(), &slots, watcher.clone());
            server::spawn(listener, service, Arc::clone(&core), watcher.clone());
        }
        Ok(Sandbox::of(Inner {
            core,
            _running: running,
            authority,
            tenants_file,
        }))
    }
}
