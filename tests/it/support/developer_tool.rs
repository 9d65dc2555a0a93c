//! A replacement for a developer's tool with a signed-in user: the script passes its arguments on, and the emulator's
//! application signs in for it.

use std::path::PathBuf;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};

use auth_core::{AccessToken, TokenCredential, TokenRequestOptions, async_trait};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandbox::{Sandbox, Service};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::unix::pipe;
use tokio::task::JoinSet;

const PROGRAM: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../crates/auth-core/testdata/tool.sh"
);

/// Number of attempts of the tool when the service fails.
const ATTEMPTS: usize = 3;

/// Which tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    Az,
    Azd,
}

/// A credential that gets its tokens from the tool.
///
/// A paused clock jumps to the next timer while a process runs, so it is held meanwhile.
#[derive(Debug)]
pub(crate) struct AtWork<Credential> {
    credential: Credential,
    clock: Clock,
    /// Answers the script until the credential is dropped.
    _answers: JoinSet<()>,
    _folder: tempfile::TempDir,
}

impl<Credential: TokenCredential> AtWork<Credential> {
    /// Installs a signed-in tool; `make` gets its path.
    pub(crate) fn new(
        sandbox: &Sandbox,
        tool: Tool,
        make: impl FnOnce(PathBuf) -> Credential,
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for pipe in ["seen", "answer"] {
            let mut command = std::process::Command::new("mkfifo");
            assert!(command.arg(path(pipe)).status().unwrap().success());
        }
        std::fs::write(path("script"), r#"eval "$(cat "$here/answer")""#).unwrap();
        std::os::unix::fs::symlink(PROGRAM, path("tool")).unwrap();
        // Our own writer keeps the pipe open between runs of the script.
        let seen = pipe::OpenOptions::new().open_receiver(path("seen"));
        let open = pipe::OpenOptions::new().open_sender(path("seen"));
        let (mut seen, open) = (BufReader::new(seen.unwrap()).lines(), open.unwrap());
        let (sandbox, clock, answer) = (sandbox.clone(), Clock::default(), path("answer"));
        let held = clock.clone();
        let mut answers = JoinSet::new();
        answers.spawn(async move {
            let _open = open;
            while let Some(words) = seen.next_line().await.unwrap() {
                held.change(|state| state.is_answering = true);
                let script = script(tool.answer(&sandbox, &words).await);
                held.change(|state| state.is_answering = false);
                let answer = answer.clone();
                let written = tokio::task::spawn_blocking(|| std::fs::write(answer, script));
                written.await.unwrap().unwrap();
            }
        });
        Self {
            credential: make(path("tool")),
            clock,
            _answers: answers,
            _folder: folder,
        }
    }
}

#[async_trait]
impl<Credential: TokenCredential> TokenCredential for AtWork<Credential> {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> auth_core::Result<Arc<AccessToken>> {
        let _held = Held::new(&self.clock);
        self.credential.get_token(scopes, options).await
    }
}

/// Keeps a paused clock from advancing: it does not advance while a thread of the runtime works.
///
/// The clock stands still while a script may run, except while it waits for the emulator's answer.
#[derive(Clone, Debug, Default)]
struct Clock(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    calls: usize,
    is_answering: bool,
    /// Dropping it ends the thread.
    thread: Option<Sender<()>>,
}

impl Clock {
    fn change(&self, change: impl FnOnce(&mut State)) {
        let mut state = self.0.lock().unwrap();
        change(&mut state);
        if state.calls == 0 || state.is_answering {
            state.thread = None;
        } else if state.thread.is_none() {
            let (release, released) = channel();
            tokio::task::spawn_blocking(move || {
                // An error means that the other side is gone.
                let _ = released.recv();
            });
            state.thread = Some(release);
        }
    }
}

/// A call of the credential, until it returns or is dropped.
struct Held(Clock);

impl Held {
    fn new(clock: &Clock) -> Self {
        clock.change(|state| state.calls += 1);
        Self(clock.clone())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.change(|state| state.calls -= 1);
    }
}

impl Tool {
    /// The tool's output, or its error.
    async fn answer(self, sandbox: &Sandbox, words: &str) -> Result<Value, String> {
        let words: Vec<_> = words.split(' ').collect();
        let after = |name: &str| {
            let at = words.iter().position(|word| *word == name)?;
            words.get(at + 1).copied()
        };
        let claims = after("--claims").map(|claims| STANDARD.decode(claims).unwrap());
        let claims = claims.map(|claims| String::from_utf8(claims).unwrap());
        let form = form(sandbox, after("--scope").unwrap(), claims.as_deref());
        let issued = sign_in(sandbox, form).await?;
        let life = std::time::Duration::from_secs(issued["expires_in"].as_u64().unwrap());
        let end = sandbox.now() + life;
        let token = &issued["access_token"];
        Ok(match self {
            Self::Az => json!({"accessToken": token, "expires_on": end.as_second()}),
            Self::Azd => json!({"token": token, "expiresOn": end.to_string()}),
        })
    }
}

fn form(sandbox: &Sandbox, scope: &str, claims: Option<&str>) -> Vec<u8> {
    let form = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("client_id", sandbox.client_id())
        .append_pair("client_secret", sandbox.client_secret())
        .append_pair("grant_type", "client_credentials")
        .append_pair("scope", scope)
        .extend_pairs(claims.map(|claims| ("claims", claims)))
        .finish();
    form.into_bytes()
}

async fn sign_in(sandbox: &Sandbox, form: Vec<u8>) -> Result<Value, String> {
    let (login, tenant) = (sandbox.url(Service::Login), sandbox.tenant_id());
    let mut complaint = String::new();
    for _ in 0..ATTEMPTS {
        let request = http::Request::post(format!("{login}/{tenant}/oauth2/v2.0/token"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form.clone());
        let answer = sandbox.call(request.unwrap()).await;
        let body: Value = serde_json::from_slice(answer.body()).unwrap_or_default();
        if answer.status().is_success() {
            return Ok(body);
        }
        let description = body["error_description"].as_str().unwrap_or_default();
        complaint = format!("ERROR: {} {description}", answer.status());
        if !answer.status().is_server_error() {
            break;
        }
    }
    Err(complaint)
}

/// The same for the shell.
fn script(answer: Result<Value, String>) -> String {
    let quoted = |text: &str| format!("printf '%s\\n' '{}'", text.replace('\'', r"'\''"));
    match answer {
        Ok(object) => quoted(&object.to_string()),
        Err(complaint) => format!("{} >&2; exit 1", quoted(&complaint)),
    }
}
