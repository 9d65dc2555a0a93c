//! The place of a lake: a folder, or a prefix in an object store.
//!
//! | | is needed for |
//! | --- | --- |
//! | write an object on condition that there is none | a version of a log has one writer |
//! | read one right after it was written | a lost answer is told from a conflict |
//! | list with an offset | the versions after a checkpoint |
//! | delete | probe objects, old versions, files that belong to nothing |
//!
//! No object is renamed, copied or written twice, but for `_last_checkpoint`, which is a hint.

mod settings;

use std::fmt;
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use futures_util::{StreamExt as _, TryStreamExt as _};
use jiff::Timestamp;
use object_store::buffered::BufWriter;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectMeta, ObjectStore, ObjectStoreExt as _, PutMode, PutOptions};
use secrecy::SecretString;
use url::Url;

use crate::error::{Error, ErrorKind};
use settings::{Settings, is_bare};

/// Attempts to write an object that must be new.
const ATTEMPTS: u32 = 8;

/// The pause after the first of them. It doubles with each.
const PAUSE: Duration = Duration::from_millis(50);

/// Bytes of an object above which it is written in parts.
const PART: usize = 8 << 20;

/// Gets tokens for Azure storage, whose audience is `https://storage.azure.com`.
#[async_trait]
pub trait AzureTokens: fmt::Debug + Send + Sync {
    /// A token that is valid now.
    ///
    /// # Errors
    /// Why there is none.
    async fn token(&self) -> Result<SecretString, Box<dyn std::error::Error + Send + Sync>>;
}

/// Where the tables of a lake are.
///
/// | address | store | settings |
/// | --- | --- | --- |
/// | a path, `file:///FOLDER` | a folder; files are flushed to the disk | |
/// | `s3://BUCKET/PREFIX` | Amazon S3 and stores like it | `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_REGION`, `AWS_ENDPOINT_URL`, `AWS_ALLOW_HTTP`, roles of the machine |
/// | `az://CONTAINER/PREFIX` | Azure Blob Storage | `AZURE_STORAGE_ACCOUNT_NAME`, and the first of these: `AZURE_STORAGE_ACCOUNT_KEY`, `AZURE_STORAGE_SAS_TOKEN`, the tokens of the caller, the identity of the machine |
/// | `gs://BUCKET/PREFIX` | Google Cloud Storage | `GOOGLE_SERVICE_ACCOUNT`, or the identity of the machine |
///
/// `AZURE_CLIENT_ID`, `AZURE_CLIENT_SECRET` and `AZURE_TENANT_ID` are never used for a store: they are of the application that reads the
/// services. An address with a query, a fragment or a key in it is refused, and its text is not printed.
#[derive(Clone)]
pub struct Store {
    objects: Arc<dyn ObjectStore>,
    /// The place of the lake within the store.
    root: Path,
    address: String,
    /// The folder of a store of files.
    folder: Option<PathBuf>,
}

impl Store {
    /// The store of an address. Reads settings from the environment, and reaches no server. `azure` gets tokens where the environment
    /// has no key for Azure.
    ///
    /// A folder is made if it is not there.
    ///
    /// # Errors
    /// [`ErrorKind::Address`] or [`ErrorKind::Settings`] if the address is none or the settings are wrong or not complete, and
    /// [`ErrorKind::Store`] if the folder cannot be made.
    pub fn open(address: &str, azure: Option<Arc<dyn AzureTokens>>) -> Result<Self, Error> {
        let url = match address.split_once("://") {
            None => return Self::local(FilePath::new(address)),
            Some(("file", path)) => return Self::local(FilePath::new(path)),
            Some(_) => Url::parse(address),
        };
        // The address may hold a secret, so none is printed that is not known to be plain.
        let wrong =
            |address: &str, why: &str| Error::new(address, ErrorKind::Address(why.to_owned()));
        let url = url.map_err(|error| wrong("the address", &error.to_string()))?;
        if !is_bare(&url) {
            let bare = format!("{}://{}", url.scheme(), url.host_str().unwrap_or_default());
            let why =
                "it has more than a name and a path; keys and settings go into the environment";
            return Err(wrong(&bare, why));
        }
        let objects = match url.scheme() {
            "s3" => Settings::of_environment(address, &["AWS_"]).s3()?,
            "az" => Settings::of_environment(address, &["AZURE_", "AZURITE_", "IDENTITY_ENDPOINT"])
                .azure(azure)?,
            "gs" => Settings::of_environment(address, &["GOOGLE_", "SERVICE_ACCOUNT"]).google()?,
            other => {
                return Err(wrong(
                    address,
                    &format!("`{other}` is no store that is known"),
                ));
            }
        };
        let root =
            Path::from_url_path(url.path()).map_err(|error| wrong(address, &error.to_string()))?;
        Ok(Self {
            objects,
            root,
            address: address.trim_end_matches('/').to_owned(),
            folder: None,
        })
    }

    /// A folder of files.
    fn local(folder: &FilePath) -> Result<Self, Error> {
        let address = folder.display().to_string();
        let failed = |source: std::io::Error| {
            let source = Box::new(source);
            let error = object_store::Error::Generic {
                store: "folder",
                source,
            };
            Error::new(address.as_str(), ErrorKind::Store(error))
        };
        std::fs::create_dir_all(folder).map_err(failed)?;
        // What a power cut takes back was no commit.
        let objects = LocalFileSystem::new_with_prefix(folder)
            .map_err(|error| Error::new(address.as_str(), ErrorKind::Store(error)))?
            .with_fsync(true);
        Ok(Self {
            objects: Arc::new(objects),
            root: Path::default(),
            address,
            folder: Some(folder.to_owned()),
        })
    }

    /// A store of the caller, such as one in memory.
    pub fn of(objects: Arc<dyn ObjectStore>, address: &str) -> Self {
        Self {
            objects,
            root: Path::default(),
            address: address.to_owned(),
            folder: None,
        }
    }

    /// The address, without a slash at its end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Refuses a store that cannot be written, or that overwrites what must be new.
    ///
    /// # Errors
    /// If an object cannot be written, is written twice, or cannot be removed.
    pub async fn probe(&self) -> Result<(), Error> {
        let name = format!("_probe-{}", random_name());
        let made = self.create(&name, Bytes::from(random_name())).await?;
        let again = self.create(&name, Bytes::from(random_name())).await?;
        let removed = self.remove(&name).await;
        match (made, again) {
            (Created::Ours, Created::Foreign(_)) => removed,
            _ => Err(Error::new(&self.address, ErrorKind::NoCreate)),
        }
    }

    /// Writes an object that must be new. Its bytes must be unlike those of any other writer.
    ///
    /// A store may answer that the object exists although the attempt before has written it and its answer was lost, and it may answer
    /// so although nothing was written because two writers came at once. So the object is read after each answer that is no success.
    ///
    /// # Errors
    /// If the store cannot be written, or its answers stay contradictory.
    pub(crate) async fn create(&self, name: &str, bytes: Bytes) -> Result<Created, Error> {
        let path = self.path(name);
        for attempt in 0..ATTEMPTS {
            let options = PutOptions::from(PutMode::Create);
            let put = self
                .objects
                .put_opts(&path, bytes.clone().into(), options)
                .await;
            let Err(failed) = put else {
                return Ok(Created::Ours);
            };
            let is_taken = matches!(failed, object_store::Error::AlreadyExists { .. });
            match self.get(name).await {
                Ok(Some(found)) if found == bytes => return Ok(Created::Ours),
                Ok(Some(found)) => return Ok(Created::Foreign(found)),
                _ if !is_taken && self.is_final(&failed) => return Err(self.failed(name, failed)),
                _ if attempt + 1 == ATTEMPTS => return Err(self.failed(name, failed)),
                _ => pause(attempt).await,
            }
        }
        Err(Error::new(self.address_of(name), ErrorKind::Contended))
    }

    /// Whether trying again is of no use.
    fn is_final(&self, error: &object_store::Error) -> bool {
        let is_refused = !matches!(
            error,
            object_store::Error::Generic { .. } | object_store::Error::Precondition { .. }
        );
        self.folder.is_some() || is_refused
    }

    /// Writes an object, whatever was there. For names that no other writer has, and for hints.
    pub(crate) async fn put(&self, name: &str, bytes: Bytes) -> Result<(), Error> {
        let put = self.objects.put(&self.path(name), bytes.into()).await;
        put.map(|_| ()).map_err(|error| self.failed(name, error))
    }

    /// The bytes of an object. `None` if there is none.
    pub(crate) async fn get(&self, name: &str) -> Result<Option<Bytes>, Error> {
        let found = async { self.objects.get(&self.path(name)).await?.bytes().await };
        match found.await {
            Ok(bytes) => Ok(Some(bytes)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    /// Whether there is an object.
    pub(crate) async fn has(&self, name: &str) -> Result<bool, Error> {
        match self.objects.head(&self.path(name)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    /// Removes an object. One that is not there is no error.
    pub(crate) async fn remove(&self, name: &str) -> Result<(), Error> {
        match self.objects.delete(&self.path(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    /// The objects below a folder and its folders, in any order. `after`: only those whose names come after this one.
    pub(crate) async fn list(&self, folder: &str, after: &str) -> Result<Vec<Object>, Error> {
        let prefix = self.path(folder);
        let listed = match after.is_empty() {
            true => self.objects.list(Some(&prefix)),
            false => self
                .objects
                .list_with_offset(Some(&prefix), &self.path(after)),
        };
        let found: Result<Vec<_>, _> = listed
            .map(|meta| Ok(self.object(&meta?)))
            .try_collect()
            .await;
        found.map_err(|error| self.failed(folder, error))
    }

    /// The folders directly below the root.
    pub(crate) async fn folders(&self) -> Result<Vec<String>, Error> {
        let prefix = Some(&self.root).filter(|root| !root.as_ref().is_empty());
        let listed = self.objects.list_with_delimiter(prefix).await;
        let listed = listed.map_err(|error| self.failed("", error))?;
        let names = listed.common_prefixes.iter();
        Ok(names
            .filter_map(|path| path.filename().map(str::to_owned))
            .collect())
    }

    /// A new object that is written in parts.
    pub(crate) fn upload(&self, name: &str) -> BufWriter {
        let objects = Arc::clone(&self.objects);
        // Two parts on their way bound the memory.
        BufWriter::with_capacity(objects, self.path(name), PART).with_max_concurrency(2)
    }

    /// Removes parts of files that a killed process has left in a folder of files before a time, in milliseconds since 1970. Returns their
    /// number and bytes. An object store shows no parts. `is_ours` says of the name of a file whether this program writes such ones.
    pub(crate) fn sweep_parts(
        &self,
        folder: &str,
        before: i64,
        is_ours: fn(&str) -> bool,
    ) -> (u64, u64) {
        let (mut count, mut bytes) = (0, 0);
        let mut open: Vec<PathBuf> = self.folder.iter().map(|root| root.join(folder)).collect();
        while let Some(folder) = open.pop() {
            let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            for entry in entries {
                let Ok(meta) = entry.metadata() else { continue };
                let modified = meta
                    .modified()
                    .ok()
                    .and_then(|time| Timestamp::try_from(time).ok());
                let is_old = modified.is_some_and(|time| time.as_millisecond() < before);
                if meta.is_dir() {
                    open.push(entry.path());
                } else if is_old
                    && part_of(&entry.file_name().to_string_lossy()).is_some_and(is_ours)
                    && std::fs::remove_file(entry.path()).is_ok()
                {
                    count += 1;
                    bytes += meta.len();
                }
            }
        }
        (count, bytes)
    }

    fn object(&self, meta: &ObjectMeta) -> Object {
        let full = meta.location.as_ref();
        let name = full.strip_prefix(self.root.as_ref()).unwrap_or(full);
        Object {
            name: name.trim_start_matches('/').to_owned(),
            bytes: meta.size,
            modified: meta.last_modified.timestamp_millis(),
        }
    }

    fn path(&self, name: &str) -> Path {
        let parts = name.split('/').filter(|part| !part.is_empty());
        Path::from_iter(self.root.parts().chain(parts.map(Into::into)))
    }

    /// The address of an object, for messages.
    pub(crate) fn address_of(&self, name: &str) -> String {
        format!("{}/{name}", self.address)
    }

    pub(crate) fn failed(&self, name: &str, error: object_store::Error) -> Error {
        Error::new(self.address_of(name), ErrorKind::Store(error))
    }
}

/// Without what the store's own settings may hold.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// An object of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Object {
    /// Relative to the lake.
    pub(crate) name: String,
    pub(crate) bytes: u64,
    /// Milliseconds since 1970.
    pub(crate) modified: i64,
}

/// Who has written an object that must be new: told by its bytes, which hold a random number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Created {
    Ours,
    /// Another writer, these bytes.
    Foreign(Bytes),
}

/// The file that a part is of. The library of stores names parts `NAME#1`.
fn part_of(name: &str) -> Option<&str> {
    let (file, number) = name.rsplit_once('#')?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(file)
}

/// A name that no other process makes: 16 random bytes in hexadecimal digits.
pub(crate) fn random_name() -> String {
    let mut bytes = [0; 16];
    if aws_lc_rs::rand::fill(&mut bytes).is_err() {
        bytes = fastrand::u128(..).to_be_bytes();
    }
    format!("{:032x}", u128::from_be_bytes(bytes))
}

/// A pause before the next attempt. Part of it is random, so that writers that met do not meet again.
pub(crate) async fn pause(attempt: u32) {
    let most = PAUSE * 2_u32.saturating_pow(attempt.min(6));
    tokio::time::sleep(most.mul_f64(0.5 + fastrand::f64() / 2.0)).await;
}
