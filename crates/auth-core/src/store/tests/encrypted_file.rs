//! The encrypted file: access, damage, and concurrent processes.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use serde_json::json;

use super::super::{Change, EncryptedFileStore, MemoryStore, StoreKey, StoredTokens, TokenStore};
use crate::error::{ErrorKind, Result};

fn adds(name: String) -> Change {
    Box::new(move |tokens: &mut StoredTokens| {
        let mut value: serde_json::Value = serde_json::from_slice(&tokens.to_json()).unwrap();
        value["RefreshToken"][name] = json!({"secret": "canary-secret", "client_id": "c"});
        *tokens = StoredTokens::from_json(value.to_string().as_bytes()).unwrap();
    })
}

async fn names(store: &EncryptedFileStore) -> usize {
    let text = store.load().await.unwrap().to_json();
    let value: serde_json::Value = serde_json::from_slice(&text).unwrap();
    value["RefreshToken"]
        .as_object()
        .map_or(0, serde_json::Map::len)
}

fn store(folder: &Path) -> EncryptedFileStore {
    EncryptedFileStore::with_key_file(folder.join("state/s.bin"), folder.join("state/s.key"))
}

fn key(byte: &str) -> StoreKey {
    // 32 bytes are 43 letters and one padding sign.
    StoreKey::from_base64(&format!("{}A=", byte.repeat(42)).into()).unwrap()
}

#[tokio::test]
async fn nothing_is_there_before_the_first_change() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path());
    assert!(store.load().await.unwrap().is_empty());
    assert!(!folder.path().join("state").exists());
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_reads_it_and_it_means_nothing_without_its_key() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path());
    store.update(adds("a".to_owned())).await.unwrap();
    assert_eq!(names(&store).await, 1);
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o777;
    let state = folder.path().join("state");
    assert_eq!(mode(&state), 0o700);
    for entry in std::fs::read_dir(&state).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(6).any(|window| window == b"canary"));
    }
    assert!(!format!("{store:?}").contains("canary"));
}

#[cfg(unix)]
#[tokio::test]
async fn a_key_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path());
    store.update(adds("a".to_owned())).await.unwrap();
    let key = folder.path().join("state/s.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o640)).unwrap();
    let error = store.load().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.hint().unwrap().contains("chmod 600"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_of_many_processes_at_once_are_all_kept() {
    let folder = tempfile::tempdir().unwrap();
    let tasks = (0..24).map(|n| {
        // Another handle: locks apply between handles, as between processes.
        let store = store(folder.path());
        tokio::spawn(async move { store.update(adds(format!("n{n}"))).await })
    });
    for outcome in join_all(tasks).await {
        outcome.unwrap().unwrap();
    }
    assert_eq!(names(&store(folder.path())).await, 24);
    let left = std::fs::read_dir(folder.path().join("state"))
        .unwrap()
        .count();
    assert_eq!(left, 4, "store and key, each with its lock");
}

#[tokio::test(start_paused = true)]
async fn a_lock_that_is_never_given_back_is_not_waited_for_for_ever() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(folder.path());
    store.update(adds("a".to_owned())).await.unwrap();
    let lock = std::fs::File::open(folder.path().join("state/s.bin.lockfile")).unwrap();
    lock.lock().unwrap();
    let begun = tokio::time::Instant::now();
    let error = store.update(adds("b".to_owned())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Store);
    assert!(begun.elapsed() >= Duration::from_secs(20));
    assert_eq!(names(&store).await, 1, "reading needs no lock");
    drop(lock);
    store.update(adds("b".to_owned())).await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_decrypted_counts_as_nothing_and_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.bin");
    let first = EncryptedFileStore::with_key(&path, key("a"));
    first.update(adds("a".to_owned())).await.unwrap();
    let before = std::fs::read(&path).unwrap();
    let second = EncryptedFileStore::with_key(&path, key("b"));
    assert_eq!(names(&second).await, 0);
    assert_eq!(
        std::fs::read(&path).unwrap(),
        before,
        "reading changes nothing"
    );
    second.update(adds("b".to_owned())).await.unwrap();
    assert_eq!(names(&second).await, 1);
    let mut files = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let aside = files
        .find(|path| path.to_string_lossy().contains("unreadable"))
        .unwrap();
    assert_eq!(std::fs::read(&aside).unwrap(), before);
    std::fs::rename(aside, &path).unwrap();
    assert_eq!(names(&first).await, 1, "its own key still reads it");
}

#[tokio::test]
async fn a_changed_byte_anywhere_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s.bin");
    let store = EncryptedFileStore::with_key(&path, key("a"));
    store.update(adds("a".to_owned())).await.unwrap();
    let bytes = std::fs::read(&path).unwrap();
    for at in [0, 23, 40, bytes.len() - 1] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        std::fs::write(&path, changed).unwrap();
        assert_eq!(names(&store).await, 0, "{at}");
    }
    std::fs::write(&path, &bytes[..30]).unwrap();
    assert_eq!(names(&store).await, 0);
}

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_an_error_and_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let store: Arc<dyn TokenStore> =
        Arc::new(EncryptedFileStore::with_key(file.join("s.bin"), key("a")));
    let outcome: Result<()> = store.update(adds("a".to_owned())).await;
    assert_eq!(outcome.unwrap_err().kind(), ErrorKind::Store);
}

#[tokio::test]
async fn a_store_in_memory_shows_nothing_of_what_it_holds() {
    let store = MemoryStore::default();
    store.update(adds("a".to_owned())).await.unwrap();
    let shown = format!("{store:?}");
    assert!(
        shown.contains("refresh_tokens: 1") && !shown.contains("canary"),
        "{shown}"
    );
}

#[test]
fn a_key_is_32_bytes() {
    for text in ["", "canary", "AAAA"] {
        let error = StoreKey::from_base64(&text.into()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(!error.to_string().contains("canary"));
    }
    assert!(!format!("{:?}", key("a")).contains("aaa"));
}
