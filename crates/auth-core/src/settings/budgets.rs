//! The calls that commands have sent, kept in a file so that the next command counts them.
//!
//! A service counts the calls of an application in a tenant, whichever process sends them. A script that starts a command for each
//! record would otherwise begin each one with an empty budget, and be throttled.
//!
//! The file is `limits.json` in the folder for state. It holds names of limits, ids of applications and tenants, and times; no
//! secret. Processes that run at the same time add to it one after the other, and do not see each other's calls before they end.

use std::io;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use http_core::BudgetRecord;

use super::profiles::Folders;
use crate::store::private_file::PrivateFile;

/// The name of the file.
const FILE: &str = "limits.json";

/// The longest wait for another process that changes the file.
const PATIENCE: Duration = Duration::from_secs(5);

/// The file of the calls.
///
/// ```no_run
/// use auth_core::settings::budgets::KeptBudgets;
/// use auth_core::settings::profiles::Folders;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let kept = KeptBudgets::in_folders(&Folders::of_process()?);
/// let throttle = http_core::Throttle::new();
/// throttle.restore(kept.read()?);
/// // … calls …
/// kept.add(throttle.records()).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct KeptBudgets {
    file: PathBuf,
}

impl KeptBudgets {
    /// The file in the folder for state. It may not exist.
    pub fn in_folders(folders: &Folders) -> Self {
        Self {
            file: folders.state.join(FILE),
        }
    }

    /// The calls that still count. Empty without a file, and for a file of another version.
    ///
    /// # Errors
    /// If the file exists and cannot be read.
    pub fn read(&self) -> io::Result<Vec<BudgetRecord>> {
        let text = PrivateFile::at(&self.file).read()?;
        let records = text.and_then(|text| serde_json::from_slice::<Vec<BudgetRecord>>(&text).ok());
        Ok(counting(records.unwrap_or_default()))
    }

    /// Adds calls to the file, and drops those that no limit counts any more. Creates a missing folder.
    ///
    /// # Errors
    /// If the file cannot be locked within five seconds, or not be written.
    pub async fn add(&self, records: Vec<BudgetRecord>) -> io::Result<()> {
        let locked = PrivateFile::at(&self.file).lock(PATIENCE).await?;
        let mut known = self.read()?;
        for record in records {
            match known.iter_mut().find(|known| known.is_of(&record)) {
                Some(known) => known.merge(&record),
                None => known.push(record),
            }
        }
        locked.replace(&serde_json::to_vec(&counting(known))?)
    }
}

/// The records without calls that no limit counts any more.
fn counting(mut records: Vec<BudgetRecord>) -> Vec<BudgetRecord> {
    let now = SystemTime::now();
    records.retain_mut(|record| record.prune(now));
    records
}

#[cfg(test)]
mod tests {
    use http_core::RateLimit;

    use super::*;

    fn record(tenant: &str, age: u64) -> BudgetRecord {
        let mut record = BudgetRecord::new("app", tenant, "x.exports", &[RateLimit::per_minute(5)]);
        record.called(SystemTime::now() - Duration::from_secs(age));
        record
    }

    #[tokio::test]
    async fn the_calls_of_several_processes_are_added_up() {
        let folder = tempfile::tempdir().unwrap();
        let kept = KeptBudgets {
            file: folder.path().join("state").join(FILE),
        };
        assert!(kept.read().unwrap().is_empty());
        kept.add(vec![record("a", 30), record("b", 90)])
            .await
            .unwrap();
        kept.add(vec![record("a", 10)]).await.unwrap();
        let known = kept.read().unwrap();
        assert_eq!(known.len(), 1, "the call of b counts no more: {known:?}");
        assert_eq!(
            known[0].used(RateLimit::per_minute(5), SystemTime::now()),
            2
        );
    }

    #[tokio::test]
    async fn a_file_of_another_version_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(FILE);
        std::fs::write(&file, "{\"version\": 9}").unwrap();
        let kept = KeptBudgets { file };
        assert!(kept.read().unwrap().is_empty());
        kept.add(vec![record("a", 1)]).await.unwrap();
        assert_eq!(kept.read().unwrap().len(), 1);
    }
}
