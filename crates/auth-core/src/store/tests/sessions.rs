//! Two processes with a shared store: credentials that share nothing else.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::ExposeSecret;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::{MemoryStore, TokenStore};
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, jwt};
use crate::{
    DeviceCode, DeviceCodePrompt, ErrorKind, RefreshToken, Result, TokenCredential,
    TokenRequestOptions,
};

fn issued(token: &str, refresh_token: &str) -> Step {
    let info = URL_SAFE_NO_PAD.encode(json!({"uid": "oid", "utid": TENANT}).to_string());
    let claims = json!({"oid": "oid", "tid": TENANT, "preferred_username": "ada@contoso.example"});
    Step::Answer(
        200,
        json!({
            "access_token": token, "expires_in": 3599, "refresh_token": refresh_token,
            "client_info": info, "id_token": jwt(&claims),
        }),
    )
}

fn refused() -> Step {
    let text = "AADSTS700082: the refresh token has expired";
    Step::Answer(
        400,
        json!({"error": "invalid_grant", "error_codes": [700_082], "error_description": text}),
    )
}

fn process(
    store: &Arc<MemoryStore>,
    steps: impl IntoIterator<Item = Step>,
) -> (Arc<Script>, RefreshToken) {
    let script = Script::new(steps);
    let credential = RefreshToken::from_store(TENANT, CLIENT, Arc::clone(store) as Arc<_>)
        .unwrap()
        .with_transport(Arc::clone(&script) as Arc<_>);
    (script, credential)
}

async fn ask(credential: &RefreshToken, scope: &str) -> Result<String> {
    let options = TokenRequestOptions::default();
    let token = credential.get_token(&[scope], &options).await?;
    Ok(token.secret().expose_secret().to_owned())
}

async fn sign_in(store: &Arc<MemoryStore>) {
    let code = json!({"device_code": "d", "user_code": "u", "verification_uri": "https://v.example", "interval": 5});
    let script = Script::new([Step::Answer(200, code), issued("a", "first")]);
    let credential = DeviceCode::new(TENANT, CLIENT, |_: &DeviceCodePrompt| {})
        .unwrap()
        .with_transport(script)
        .with_store(Arc::clone(store) as Arc<_>);
    let options = TokenRequestOptions::default();
    credential.get_token(&[SCOPE], &options).await.unwrap();
}

async fn stored(store: &MemoryStore) -> Vec<String> {
    let text = store.load().await.unwrap().to_json();
    let value: Value = serde_json::from_slice(&text).unwrap();
    let entries = value["RefreshToken"].as_object();
    let entries = entries.into_iter().flat_map(serde_json::Map::values);
    entries
        .map(|entry| entry["secret"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(start_paused = true)]
async fn another_process_goes_on_without_the_user_and_without_a_request() {
    let store = Arc::new(MemoryStore::default());
    sign_in(&store).await;
    let accounts = store.load().await.unwrap().accounts();
    assert_eq!(accounts[0].username, "ada@contoso.example");
    let (script, credential) = process(&store, []);
    assert_eq!(ask(&credential, SCOPE).await.unwrap(), "a");
    assert_eq!(script.count(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_rotated_refresh_token_is_there_for_the_next_process() {
    let store = Arc::new(MemoryStore::default());
    sign_in(&store).await;
    let (script, one) = process(&store, [issued("b", "second")]);
    ask(&one, "https://b.example/.default").await.unwrap();
    assert!(script.request(0).1.contains("refresh_token=first"));
    let (script, two) = process(&store, [issued("c", "third")]);
    ask(&two, "https://c.example/.default").await.unwrap();
    assert!(script.request(0).1.contains("refresh_token=second"));
    assert_eq!(stored(&store).await, ["third"]);
    // A running credential does not use its memory, either.
    let (script, one) = (Script::new([issued("d", "fourth")]), one);
    let one = one.with_transport(Arc::clone(&script) as Arc<_>);
    ask(&one, "https://d.example/.default").await.unwrap();
    assert!(script.request(0).1.contains("refresh_token=third"));
}

#[tokio::test(start_paused = true)]
async fn a_forced_refresh_passes_the_stored_token_by() {
    let store = Arc::new(MemoryStore::default());
    sign_in(&store).await;
    let (script, credential) = process(&store, [issued("b", "second")]);
    let options = TokenRequestOptions::default().with_force_refresh();
    let token = credential.get_token(&[SCOPE], &options).await.unwrap();
    assert_eq!((token.secret().expose_secret(), script.count()), ("b", 1));
    let (script, next) = process(&store, []);
    assert_eq!(
        (ask(&next, SCOPE).await.unwrap().as_str(), script.count()),
        ("b", 0)
    );
}

/// Writes another sign-in into the store during a request.
#[derive(Debug)]
struct Meanwhile(Arc<MemoryStore>);

impl http_core::Transport for Meanwhile {
    fn send(
        &self,
        request: http::Request<http_core::Bytes>,
    ) -> http_core::BoxFuture<
        '_,
        std::result::Result<http::Response<http_core::Body>, http_core::TransportError>,
    > {
        Box::pin(async move {
            let body = String::from_utf8(request.body().to_vec()).unwrap();
            let answer = if body.contains("refresh_token=first") {
                self.0
                    .update(Box::new(|tokens| {
                        let text = String::from_utf8(tokens.to_json().to_vec()).unwrap();
                        *tokens = super::StoredTokens::from_json(
                            text.replace("first", "newer").as_bytes(),
                        )
                        .unwrap();
                    }))
                    .await
                    .unwrap();
                refused()
            } else {
                assert!(body.contains("refresh_token=newer"), "{body}");
                issued("b", "newest")
            };
            Script::new([answer]).send(request).await
        })
    }
}

#[tokio::test(start_paused = true)]
async fn a_sign_in_that_another_process_renewed_meanwhile_is_taken() {
    let store = Arc::new(MemoryStore::default());
    sign_in(&store).await;
    let credential = RefreshToken::from_store(TENANT, CLIENT, Arc::clone(&store) as Arc<_>)
        .unwrap()
        .with_transport(Arc::new(Meanwhile(Arc::clone(&store))));
    let got = ask(&credential, "https://b.example/.default")
        .await
        .unwrap();
    assert_eq!(got, "b");
    assert_eq!(stored(&store).await, ["newest"]);
}

#[tokio::test(start_paused = true)]
async fn without_a_sign_in_there_is_no_token_and_no_request() {
    let store = Arc::new(MemoryStore::default());
    let (script, credential) = process(&store, []);
    let error = ask(&credential, SCOPE).await.unwrap_err();
    assert_eq!(
        (error.kind(), script.count()),
        (ErrorKind::InteractionRequired, 0)
    );
    sign_in(&store).await;
    store
        .update(Box::new(|tokens| tokens.sign_out(CLIENT)))
        .await
        .unwrap();
    let (script, credential) = process(&store, []);
    assert!(ask(&credential, SCOPE).await.is_err());
    assert_eq!(script.count(), 0);
}

/// A token that is valid for a day and to be renewed after half of it, as revocable tokens are.
fn of_a_day(token: &str, refresh_token: &str) -> Step {
    let Step::Answer(status, mut body) = issued(token, refresh_token) else {
        unreachable!()
    };
    body["expires_in"] = json!(86_400);
    body["refresh_in"] = json!(43_200);
    Step::Answer(status, body)
}

/// Signs in, and ages the stored tokens by some hours.
async fn signed_in_hours_ago(hours: i64) -> Arc<MemoryStore> {
    let store = Arc::new(MemoryStore::default());
    let script = Script::new([of_a_day("old", "second")]);
    let credential = RefreshToken::new(TENANT, CLIENT, "first".into())
        .unwrap()
        .with_transport(script)
        .with_store(Arc::clone(&store) as Arc<_>);
    ask(&credential, SCOPE).await.unwrap();
    let age = move |tokens: &mut super::StoredTokens| {
        let mut whole: Value = serde_json::from_slice(&tokens.to_json()).unwrap();
        for entry in whole["AccessToken"].as_object_mut().unwrap().values_mut() {
            for name in ["cached_at", "expires_on", "refresh_on"] {
                let second: i64 = entry[name].as_str().unwrap().parse().unwrap();
                entry[name] = (second - hours * 3600).to_string().into();
            }
        }
        *tokens = super::StoredTokens::from_json(whole.to_string().as_bytes()).unwrap();
    };
    store.update(Box::new(age)).await.unwrap();
    store
}

/// A process may end before its background task. Then the next one would begin with the old token again, and
/// the one after it.
#[tokio::test(start_paused = true)]
async fn a_process_that_begins_with_a_token_to_be_renewed_renews_it_first() {
    let store = signed_in_hours_ago(13).await;
    let (script, credential) = process(&store, [of_a_day("new", "third")]);
    assert_eq!(ask(&credential, SCOPE).await.unwrap(), "new");
    assert_eq!(script.count(), 1);
    assert_eq!(stored(&store).await, ["third"]);
    let (script, next) = process(&store, []);
    assert_eq!(ask(&next, SCOPE).await.unwrap(), "new");
    assert_eq!(script.count(), 0);

    let store = signed_in_hours_ago(11).await;
    let (script, early) = process(&store, []);
    assert_eq!(ask(&early, SCOPE).await.unwrap(), "old");
    assert_eq!(script.count(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_stored_token_that_cannot_be_renewed_ahead_of_its_end_is_used() {
    let slow = Step::Slow(Duration::from_secs(60), json!({}));
    for (step, longest) in [(refused(), 0), (slow, 10)] {
        let store = signed_in_hours_ago(13).await;
        let (script, credential) = process(&store, [step]);
        let begun = Instant::now();
        for _ in 0..5 {
            assert_eq!(ask(&credential, SCOPE).await.unwrap(), "old");
        }
        assert!(begun.elapsed().as_secs() <= longest);
        assert_eq!(script.count(), 1, "not tried again by every caller");
        assert_eq!(stored(&store).await, ["second"], "the sign-in is not lost");
    }
}

/// A renewal ahead of expiry shows no code, because no caller waits for it.
#[tokio::test(start_paused = true)]
async fn a_renewal_in_the_background_disturbs_no_user() {
    let code = || {
        let body = json!({"device_code": "d", "user_code": "u", "verification_uri": "https://v.example", "interval": 5});
        Step::Answer(200, body)
    };
    let script = Script::new([
        code(),
        issued("a", "first"),
        refused(),
        refused(),
        code(),
        issued("b", "second"),
    ]);
    let shown = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&shown);
    let credential = DeviceCode::new(TENANT, CLIENT, move |_: &DeviceCodePrompt| {
        count.fetch_add(1, Ordering::Relaxed);
    })
    .unwrap()
    .with_transport(Arc::clone(&script) as Arc<_>);
    let options = TokenRequestOptions::default();
    let get = async || {
        let token = credential.get_token(&[SCOPE], &options).await.unwrap();
        token.secret().expose_secret().to_owned()
    };
    assert_eq!(get().await, "a");
    sleep(Duration::from_secs(3400)).await;
    assert_eq!(get().await, "a");
    sleep(Duration::from_secs(20)).await;
    assert_eq!(get().await, "a");
    assert_eq!((shown.load(Ordering::Relaxed), script.count()), (1, 3));
    // Once the cached token has expired, a caller waits and is shown a code.
    sleep(Duration::from_secs(160)).await;
    assert_eq!(get().await, "b");
    assert_eq!(shown.load(Ordering::Relaxed), 2);
}

/// A slow store, such as a locked file.
#[derive(Debug)]
struct Hesitant(Arc<MemoryStore>);

#[async_trait]
impl TokenStore for Hesitant {
    async fn load(&self) -> Result<super::StoredTokens> {
        self.0.load().await
    }

    async fn update(&self, change: crate::Change) -> Result<()> {
        sleep(Duration::from_secs(3)).await;
        self.0.update(change).await
    }
}

#[tokio::test(start_paused = true)]
async fn a_rotated_refresh_token_reaches_the_store_of_a_credential_that_is_gone() {
    let store = Arc::new(MemoryStore::default());
    let script = Script::new([issued("a", "second"), issued("b", "third")]);
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&told);
    let credential = RefreshToken::new(TENANT, CLIENT, "first".into())
        .unwrap()
        .with_transport(Arc::clone(&script) as Arc<_>)
        .with_store(Arc::new(Hesitant(Arc::clone(&store))))
        .with_rotation(move |token| {
            let mut heard = heard.lock().unwrap();
            heard.push(token.expose_secret().to_owned());
        });
    ask(&credential, SCOPE).await.unwrap();
    // Stored tokens use the system clock, so none is used; only the memory is inside the window.
    store
        .update(Box::new(|tokens| *tokens = super::StoredTokens::default()))
        .await
        .unwrap();
    sleep(Duration::from_secs(3400)).await;
    assert_eq!(ask(&credential, SCOPE).await.unwrap(), "a");
    sleep(Duration::from_secs(1)).await;
    assert_eq!(script.count(), 2);
    drop(credential);
    assert_eq!(stored(&store).await, Vec::<String>::new());
    sleep(Duration::from_secs(5)).await;
    assert_eq!(stored(&store).await, ["third"]);
    assert_eq!(*told.lock().unwrap(), ["second", "third"]);
}
