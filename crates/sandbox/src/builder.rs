//! How an emulator is set up.

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
use crate::data::DataFolder;
use crate::identity::managed::Kept;
use crate::identity::{Application, Identity, Person, Sessions, default_application};
use crate::running::{Inner, Sandbox};
use crate::server::{self, Door, Places};
use crate::service::Service;
use crate::tables::guests::{self, GuestProduct};
use crate::tls::Authority;

/// The fixed legacy token; its form is the one that clients check for.
const MDCA_API_TOKEN: &str =
    "c2FuZGJveC1tZGNhLWFwaS10b2tlbi1vZi10aGUtbG9jYWwtZW11bGF0b3ItMDAwMDAwMDE=";

/// Settings of an emulator that is yet to start.
#[derive(Debug)]
#[must_use = "nothing starts until `start` is called"]
pub struct Builder {
    seed: u64,
    devices: usize,
    alerts: usize,
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
    person: Person,
    single_use_refresh_tokens: bool,
    mounts: Vec<(String, Router)>,
    guests: Vec<GuestProduct>,
    host_names: Vec<String>,
}

/// The documented ceiling of a hunting query's rows.
const HUNTING_ROWS: usize = 100_000;

impl Builder {
    pub(crate) fn new() -> Builder {
        Builder {
            seed: 42,
            devices: 500,
            alerts: 300,
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
            person: Person::default(),
            single_use_refresh_tokens: false,
            mounts: Vec::new(),
            guests: Vec::new(),
            host_names: Vec::new(),
        }
    }

    /// The seed of the data; the same seed gives the same records (42 unless set). Their dates lie
    /// before the start of the clock.
    pub fn seed(mut self, seed: u64) -> Builder {
        self.seed = seed;
        self
    }

    /// Devices in the tenant: 500 unless set.
    pub fn devices(mut self, devices: usize) -> Builder {
        self.devices = devices;
        self
    }

    /// Alerts in the tenant: 300 unless set.
    pub fn alerts(mut self, alerts: usize) -> Builder {
        self.alerts = alerts;
        self
    }

    /// A folder whose records are served as they are, in place of seeded ones:
    /// `DIR/<product>/samples/<name>.json`, the names being those of the rows' samples.
    pub fn data(mut self, folder: impl Into<PathBuf>) -> Builder {
        self.data = Some(folder.into());
        self
    }

    /// Whether the documented rate limits hold: they do unless set.
    pub fn limits(mut self, limits: bool) -> Builder {
        self.limits = limits;
        self
    }

    /// The most rows that a hunting query gives; what is too much is cut without a word, as the services do at
    /// 100,000.
    pub fn hunting_rows(mut self, rows: usize) -> Builder {
        self.hunting_rows = rows;
        self
    }

    /// Rows on a page where the request names no number. Unless set: the row's documented page
    /// size, else 10,000, on Graph 100.
    pub fn page_size(mut self, rows: usize) -> Builder {
        self.page_size = Some(rows.max(1));
        self
    }

    /// How many virtual seconds pass in a second: 1 unless set, a million at most.
    pub fn speed(mut self, speed: f64) -> Builder {
        self.speed = if speed.is_finite() {
            speed.clamp(0.0, 1_000_000.0)
        } else {
            1.0
        };
        self
    }

    /// Where the virtual clock starts: the present unless set.
    pub fn now(mut self, now: Timestamp) -> Builder {
        self.now = Some(now);
        self
    }

    /// Serves HTTPS with a certificate of an authority made at start: see
    /// [`Sandbox::ca_file`].
    pub fn tls(mut self, tls: bool) -> Builder {
        self.tls = tls;
        self
    }

    /// One more application; its tenant becomes known and has data of its own.
    pub fn application(mut self, application: Application) -> Builder {
        self.applications.push(application);
        self
    }

    /// Registers a certificate of the default application, as [`Application::certificate`] does.
    pub fn certificate(mut self, certificate: impl AsRef<[u8]>) -> Builder {
        if let Some(first) = self.applications.first_mut() {
            *first = first.clone().certificate(certificate);
        }
        self
    }

    /// One more tenant, with no application of its own and with data of its own.
    pub fn tenant(mut self, tenant_id: impl Into<String>) -> Builder {
        self.tenants.push(tenant_id.into());
        self
    }

    /// One more tenant that lives in another cloud: `AADSTS90038`.
    pub fn foreign_tenant(mut self, tenant_id: impl Into<String>) -> Builder {
        self.foreign_tenants.push(tenant_id.into());
        self
    }

    /// What a person does who is shown a device code or a page: signs in or consents unless set.
    pub fn person(mut self, person: Person) -> Builder {
        self.person = person;
        self
    }

    /// Ends a refresh token with its first use: a second one is refused with `AADSTS70000`. The default accepts it again,
    /// as the service does today.
    pub fn single_use_refresh_tokens(mut self, single_use: bool) -> Builder {
        self.single_use_refresh_tokens = single_use;
        self
    }

    /// Adds a service below a path (`/api/mdo`) on every listener. It is called with a token of
    /// this emulator only, whatever its audience, finds a [`Caller`](crate::Caller) among the
    /// request's extensions, and shares limits (100 a minute, 1,500 an hour), faults and request
    /// log, where its name is the path. The router sees whole paths.
    pub fn mount(mut self, path: impl Into<String>, router: Router) -> Builder {
        let path = path.into();
        self.mounts
            .push((format!("/{}", path.trim_matches('/')), router));
        self
    }

    /// Serves the operations of a product of others on [`Service::Guest`], from its own tables: records made from its
    /// entities, lists with the query options, actions that end as their `completion` says, tokens for its audience with
    /// the permissions that its operations name.
    /// What the tables cannot say is a matter for [`mount`](Self::mount).
    pub fn product(mut self, product: GuestProduct) -> Builder {
        self.guests.push(product);
        self
    }

    /// One more host name that requests may be made for, `*.example.com` for all below it. Loopback addresses, `localhost`
    /// and the vendor's own domains need no mention; requests for any other host answer 421, so that no web page reaches
    /// the emulator by a name of its own that leads here.
    pub fn host_name(mut self, name: impl Into<String>) -> Builder {
        self.host_names.push(name.into());
        self
    }

    /// Binds a loopback port for every service and starts to listen. Needs a tokio runtime.
    ///
    /// # Errors
    ///
    /// No free port; the data folder or the tables of a guest cannot be read; no certificate could be made.
    pub async fn start(self) -> io::Result<Sandbox> {
        let guests = self.guests.into_iter().map(guests::add);
        let guests = guests.collect::<io::Result<Vec<_>>>()?;
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
            login_url: urls.get(&Service::Login).cloned().unwrap_or_default(),
            mdca_api_token: MDCA_API_TOKEN.to_owned(),
            person: self.person,
            sessions: Sessions::default().with_single_use(self.single_use_refresh_tokens),
            managed: Kept::default(),
        };
        identity.spread();
        let settings = Settings {
            seed: self.seed,
            devices: self.devices,
            alerts: self.alerts,
            limits: self.limits,
            page_size: self.page_size,
            hunting_rows: self.hunting_rows,
            data,
            mounts: self.mounts,
            guests,
            host_names: self.host_names,
        };
        let clock = Clock::new(self.now.unwrap_or_else(Timestamp::now), self.speed);
        let core = Arc::new(Core::new(settings, clock, identity, urls));
        let (running, watcher) = watch::channel(());
        let acceptor = authority.as_ref().map(Authority::acceptor);
        let places = Places::default();
        for (service, listener) in listeners {
            let door = Door::open(listener, acceptor.clone(), &places, watcher.clone());
            server::spawn(door, service, Arc::clone(&core), watcher.clone());
        }
        Ok(Sandbox::of(Inner {
            core,
            _running: running,
            authority,
        }))
    }
}
