//! An issuer that accepts each refresh token once, and many concurrent processes and tasks.

use std::collections::HashSet;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::future::join_all;
use serde_json::json;
use tokio::time::Instant;

use super::super::{Change, EncryptedFileStore, MemoryStore, StoredTokens, TokenStore};
use crate::error::{Error, ErrorKind, Result};
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT};
use crate::{RefreshToken, TokenCredential, TokenRequestOptions};

/// Issues `r1` for `r0`, and so on. Ends the session at the first reused refresh token.
#[derive(Debug, Default)]
struct Issuer(Mutex<Book>);

#[derive(Debug, Default)]
struct Book {
    seen: HashSet<String>,
    reused: Vec<String>,
}

impl Issuer {
    fn answer(&self, body: &str) -> Step {
        let token = body
            .split('&')
            .find_map(|pair| pair.strip_prefix("refresh_token="))
            .unwrap();
        let mut book = self.0.lock().unwrap();
        if !book.seen.insert(token.to_owned()) {
            book.reused.push(token.to_owned());
            let refusal = json!({"error": "invalid_grant", "error_codes": [70_000]});
            return Step::Answer(400, refusal);
        }
        let number = book.seen.len();
        let answer = json!({
            "access_token": format!("a{number}"), "expires_in": 3599, "refresh_token": format!("r{number}"),
        });
        Step::Answer(200, answer)
    }

    fn redeemed(&self) -> usize {
        let book = self.0.lock().unwrap();
        assert_eq!(book.reused, Vec::<String>::new());
        book.seen.len()
    }
}

impl http_core::Transport for Issuer {
    fn send(
        &self,
        request: http::Request<http_core::Bytes>,
    ) -> http_core::BoxFuture<
        '_,
        std::result::Result<http::Response<http_core::Body>, http_core::TransportError>,
    > {
        Box::pin(async move {
            let answer = self.answer(std::str::from_utf8(request.body()).unwrap());
            // Other tasks run before the answer arrives.
            for _ in 0..50 {
                tokio::task::yield_now().await;
            }
            Script::new([answer]).send(request).await
        })
    }
}

fn file(folder: &Path) -> Arc<EncryptedFileStore> {
    Arc::new(EncryptedFileStore::with_key_file(
        folder.join("s.bin"),
        folder.join("key"),
    ))
}

fn process(store: Arc<dyn TokenStore>, issuer: &Arc<Issuer>) -> RefreshToken {
    RefreshToken::new(TENANT, CLIENT, "r0".into())
        .unwrap()
        .with_store(store)
        .with_transport(Arc::clone(issuer) as Arc<_>)
}

async fn ask(credential: RefreshToken, scope: String) -> Result<()> {
    let options = TokenRequestOptions::default();
    let token = credential.get_token(&[&scope], &options).await;
    token.map(|_| ())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_processes_redeem_a_refresh_token_once_and_share_what_it_brought() {
    let folder = tempfile::tempdir().unwrap();
    let issuer = Arc::new(Issuer::default());
    let asking = (0..20).map(|_| {
        // Separate handles: locks apply between handles, as between processes.
        let credential = process(file(folder.path()), &issuer);
        tokio::spawn(ask(credential, SCOPE.to_owned()))
    });
    for outcome in join_all(asking).await {
        outcome.unwrap().unwrap();
    }
    assert_eq!(issuer.redeemed(), 1, "the others read what was stored");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_processes_for_many_apis_redeem_one_after_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let issuer = Arc::new(Issuer::default());
    let asking = (0..20).map(|n| {
        let credential = process(file(folder.path()), &issuer);
        tokio::spawn(ask(credential, format!("https://api{n}.example/.default")))
    });
    for outcome in join_all(asking).await {
        outcome.unwrap().unwrap();
    }
    assert_eq!(issuer.redeemed(), 20);
}

#[tokio::test]
async fn tasks_of_one_process_take_turns_without_a_store() {
    let issuer = Arc::new(Issuer::default());
    let credential = RefreshToken::new(TENANT, CLIENT, "r0".into())
        .unwrap()
        .with_transport(Arc::clone(&issuer) as Arc<_>);
    let asking = (0..8).map(|n| {
        ask(
            credential.clone(),
            format!("https://api{n}.example/.default"),
        )
    });
    for outcome in join_all(asking).await {
        outcome.unwrap();
    }
    assert_eq!(issuer.redeemed(), 8);
}

#[tokio::test]
async fn credentials_of_one_process_that_share_a_store_take_turns() {
    let issuer = Arc::new(Issuer::default());
    let store = Arc::new(MemoryStore::default());
    let asking = (0..8).map(|n| {
        let credential = process(Arc::clone(&store) as Arc<_>, &issuer);
        ask(credential, format!("https://api{n}.example/.default"))
    });
    for outcome in join_all(asking).await {
        outcome.unwrap();
    }
    assert_eq!(issuer.redeemed(), 8);
}

#[tokio::test(start_paused = true)]
async fn a_holder_that_hangs_is_waited_for_a_while_and_one_that_ended_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let issuer = Arc::new(Issuer::default());
    ask(process(file(folder.path()), &issuer), SCOPE.to_owned())
        .await
        .unwrap();
    let holder = std::fs::File::open(folder.path().join("s.bin.redeem.lockfile")).unwrap();
    holder.lock().unwrap();
    let begun = Instant::now();
    let other = || "https://b.example/.default".to_owned();
    let error = ask(process(file(folder.path()), &issuer), other()).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Store, "{error}");
    let waited = begun.elapsed();
    assert!(
        waited >= Duration::from_secs(120) && waited < Duration::from_secs(300),
        "{waited:?}"
    );
    // A stored token is used without the lock.
    ask(process(file(folder.path()), &issuer), SCOPE.to_owned())
        .await
        .unwrap();
    // The lock ends with the handle, as with the process.
    drop(holder);
    ask(process(file(folder.path()), &issuer), other())
        .await
        .unwrap();
    assert_eq!(issuer.redeemed(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_caller_that_gives_up_waits_no_longer_and_keeps_no_lock() {
    let folder = tempfile::tempdir().unwrap();
    let issuer = Arc::new(Issuer::default());
    let store = file(folder.path());
    let held = store.lock().await.unwrap();
    let asking = ask(process(file(folder.path()), &issuer), SCOPE.to_owned());
    let given_up = tokio::time::timeout(Duration::from_secs(1), asking).await;
    assert!(given_up.is_err());
    drop(held);
    ask(process(file(folder.path()), &issuer), SCOPE.to_owned())
        .await
        .unwrap();
}

/// A read-only store.
#[derive(Debug)]
struct Full(MemoryStore);

#[async_trait]
impl TokenStore for Full {
    async fn load(&self) -> Result<StoredTokens> {
        self.0.load().await
    }

    async fn update(&self, _: Change) -> Result<()> {
        Err(Error::new(ErrorKind::Store, "no space left"))
    }
}

#[tokio::test]
async fn a_token_that_could_not_be_stored_goes_before_the_stored_one_it_replaced() {
    let issuer = Arc::new(Issuer::default());
    let memory = Arc::new(MemoryStore::default());
    let first = process(Arc::clone(&memory) as Arc<_>, &issuer);
    ask(first, SCOPE.to_owned()).await.unwrap();
    let full = Full(MemoryStore::default());
    let tokens = memory.load().await.unwrap();
    full.0
        .update(Box::new(|held| held.merge(tokens)))
        .await
        .unwrap();
    let credential = RefreshToken::from_store(TENANT, CLIENT, Arc::new(full))
        .unwrap()
        .with_transport(Arc::clone(&issuer) as Arc<_>);
    for n in 0..3 {
        let scope = format!("https://api{n}.example/.default");
        ask(credential.clone(), scope).await.unwrap();
    }
    assert_eq!(issuer.redeemed(), 4);
}

/// Signs the user out during the redemption of a refresh token.
#[derive(Debug)]
struct SignsOut(Arc<MemoryStore>, Arc<Issuer>);

impl http_core::Transport for SignsOut {
    fn send(
        &self,
        request: http::Request<http_core::Bytes>,
    ) -> http_core::BoxFuture<
        '_,
        std::result::Result<http::Response<http_core::Body>, http_core::TransportError>,
    > {
        Box::pin(async move {
            let change = |tokens: &mut StoredTokens| tokens.sign_out(CLIENT);
            self.0.update(Box::new(change)).await.unwrap();
            self.1.send(request).await
        })
    }
}

#[tokio::test]
async fn who_has_signed_out_meanwhile_is_not_signed_in_again() {
    let issuer = Arc::new(Issuer::default());
    let store = Arc::new(MemoryStore::default());
    let first = process(Arc::clone(&store) as Arc<_>, &issuer);
    ask(first, SCOPE.to_owned()).await.unwrap();
    let credential = RefreshToken::from_store(TENANT, CLIENT, Arc::clone(&store) as Arc<_>)
        .unwrap()
        .with_transport(Arc::new(SignsOut(Arc::clone(&store), Arc::clone(&issuer))));
    ask(credential, "https://b.example/.default".to_owned())
        .await
        .unwrap();
    assert_eq!(issuer.redeemed(), 2);
    assert!(store.load().await.unwrap().is_empty());
}

/// The first sign-ins on a machine: each profile has its own store, and all share one key.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn stores_that_are_begun_at_once_share_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let store = |n: usize| {
        let name = folder.path().join(format!("p{n}.bin"));
        EncryptedFileStore::with_key_file(name, folder.path().join("key"))
    };
    let kept = |n: usize| -> Change {
        Box::new(move |tokens: &mut StoredTokens| {
            tokens.keep_client_secret(CLIENT, &format!("secret {n}").into());
        })
    };
    let writing = (0..20).map(|n| {
        let store = store(n);
        tokio::spawn(async move { store.update(kept(n)).await })
    });
    for outcome in join_all(writing).await {
        outcome.unwrap().unwrap();
    }
    for n in 0..20 {
        let tokens = store(n).load().await.unwrap();
        assert!(tokens.client_secret(CLIENT).is_some(), "{n}");
    }
}

#[tokio::test]
async fn a_store_is_removed_with_what_a_killed_process_left() {
    let folder = tempfile::tempdir().unwrap();
    let store = file(folder.path());
    let change = |tokens: &mut StoredTokens| tokens.keep_client_secret(CLIENT, &"s".into());
    store.update(Box::new(change)).await.unwrap();
    let left = folder.path().join("s.bin.abcdefghABCDEF01.tmp");
    std::fs::write(&left, "old").unwrap();
    assert!(store.remove().await.unwrap());
    assert!(!left.exists() && !folder.path().join("s.bin").exists());
    assert!(!store.remove().await.unwrap());
}

#[cfg(unix)]
#[tokio::test]
async fn a_store_in_a_folder_that_others_can_change_is_refused() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    let store = file(&state);
    let change = || -> Change { Box::new(|tokens| tokens.keep_client_secret(CLIENT, &"s".into())) };
    store.update(change()).await.unwrap();
    std::fs::set_permissions(&state, std::fs::Permissions::from_mode(0o777)).unwrap();
    for error in [
        store.load().await.unwrap_err(),
        store.update(change()).await.unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::Configuration, "{error}");
        assert!(error.hint().unwrap().contains("chmod go-w"), "{error}");
    }
}
