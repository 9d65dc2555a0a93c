//! A browser replaced by a socket, and its redirects.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;

use secrecy::ExposeSecret;
use serde_json::{Value, json};

use super::connection::{Answer, Expected, talk};
use super::listener::Listener;
use super::*;
use crate::error::{Error, ErrorKind, RetryAdvice};
use crate::random::sha256_text;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, jwt};

/// The parameters of the address that the browser opens.
#[derive(Clone)]
struct Visit {
    address: Url,
    fields: HashMap<String, String>,
}

impl Visit {
    fn of(address: &Url) -> Self {
        let fields = address.query_pairs().into_owned().collect();
        let address = address.clone();
        Self { address, fields }
    }

    fn get(&self, name: &str) -> &str {
        &self.fields[name]
    }

    fn port(&self) -> u16 {
        Url::parse(self.get("redirect_uri"))
            .unwrap()
            .port()
            .unwrap()
    }

    /// The redirect request with these fields.
    fn post(&self, fields: &[(&str, &str)]) -> String {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        let form = form.extend_pairs(fields).finish();
        format!(
            "POST / HTTP/1.1\r\nHost: localhost:{}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{form}",
            self.port(),
            form.len()
        )
    }

    /// The tokens of the user who signed in.
    fn issued(&self, refresh_token: &str) -> Value {
        let who = json!({"nonce": self.get("nonce"), "aud": CLIENT, "tid": TENANT});
        json!({
            "access_token": "t", "expires_in": 3599, "refresh_token": refresh_token, "id_token": jwt(&who),
        })
    }
}

/// Sends a request to a port of this machine, and reads the page that comes back.
fn send(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    page
}

/// Sends requests and gets pages.
type Browser = tokio::task::JoinHandle<Vec<String>>;

/// A person with a browser.
struct Person {
    script: Arc<Script>,
    visits: Arc<Mutex<Vec<Visit>>>,
    browsers: Arc<Mutex<Vec<Browser>>>,
    credential: AuthorizationCode,
}

impl Person {
    /// A person who handles an address with this function: it adds answers of the service and returns the browser's requests.
    fn who(does: impl Fn(&Visit, &Script) -> Vec<String> + Send + Sync + 'static) -> Self {
        let script = Script::new([]);
        let visits = Arc::new(Mutex::new(Vec::new()));
        let browsers = Arc::new(Mutex::new(Vec::new()));
        let open = {
            let (script, visits, browsers) = (
                Arc::clone(&script),
                Arc::clone(&visits),
                Arc::clone(&browsers),
            );
            move |address: &Url| {
                let visit = Visit::of(address);
                let requests = does(&visit, &script);
                visits.lock().unwrap().push(visit.clone());
                // On a blocking thread, so that a paused clock stands still meanwhile.
                let port = visit.port();
                let browse = move || requests.iter().map(|request| send(port, request)).collect();
                let browser = tokio::task::spawn_blocking(browse);
                browsers.lock().unwrap().push(browser);
            }
        };
        let credential = AuthorizationCode::new("organizations", CLIENT, open)
            .unwrap()
            .with_transport(Arc::clone(&script) as Arc<_>);
        Self {
            script,
            visits,
            browsers,
            credential,
        }
    }

    fn who_signs_in() -> Self {
        Self::who(|visit, script| {
            script.add(Step::Answer(200, visit.issued("r")));
            vec![visit.post(&[("code", "canary-code"), ("state", visit.get("state"))])]
        })
    }

    async fn ask(&self, scope: &str) -> Result<Arc<AccessToken>> {
        let options = TokenRequestOptions::default();
        self.credential.get_token(&[scope], &options).await
    }

    async fn refused(&self) -> Error {
        self.ask(SCOPE).await.unwrap_err()
    }

    /// The pages of the last sign-in.
    async fn pages(&self) -> Vec<String> {
        let browser = self.browsers.lock().unwrap().pop().unwrap();
        browser.await.unwrap()
    }

    fn visits(&self) -> Vec<Visit> {
        self.visits.lock().unwrap().clone()
    }
}

fn form(body: &str) -> HashMap<String, String> {
    url::form_urlencoded::parse(body.as_bytes())
        .into_owned()
        .collect()
}

/// Neither the code nor its verifier, state or nonce is logged, at any level.
#[tokio::test(start_paused = true)]
async fn no_code_goes_into_the_log() {
    let heard = crate::tests::canary::Heard::default();
    let listening = tracing::subscriber::set_default(heard.clone());
    let person = Person::who_signs_in();
    person.ask(SCOPE).await.unwrap();
    drop(listening);
    let visit = person.visits().remove(0);
    let verifier = form(&person.script.request(0).1)["code_verifier"].clone();
    let heard = heard.text();
    assert!(heard.contains("auth.token"), "{heard}");
    for secret in [
        "canary-code",
        visit.get("state"),
        visit.get("nonce"),
        &verifier,
    ] {
        assert!(!heard.contains(secret), "{secret}: {heard}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_browser_is_asked_for_a_code_that_only_this_sign_in_can_use() {
    let person = Person::who_signs_in();
    let token = person.ask(SCOPE).await.unwrap();
    assert_eq!(token.secret().expose_secret(), "t");
    let visit = person.visits().remove(0);
    assert_eq!(
        visit.address.origin().ascii_serialization(),
        "https://login.microsoftonline.com"
    );
    assert_eq!(visit.address.path(), "/organizations/oauth2/v2.0/authorize");
    assert!(
        !visit.address.query().unwrap().contains('+'),
        "{}",
        visit.address
    );
    for (name, value) in [
        ("client_id", CLIENT),
        ("response_type", "code"),
        ("response_mode", "form_post"),
        ("code_challenge_method", "S256"),
        ("scope", &*format!("{SCOPE} openid profile offline_access")),
    ] {
        assert_eq!(visit.get(name), value);
    }
    let (path, body) = person.script.request(0);
    assert_eq!(path, "/organizations/oauth2/v2.0/token");
    let body = form(&body);
    assert_eq!(body["grant_type"], "authorization_code");
    assert_eq!(body["code"], "canary-code");
    assert_eq!(body["redirect_uri"], visit.get("redirect_uri"));
    assert_eq!(
        sha256_text(&body["code_verifier"]),
        visit.get("code_challenge")
    );
    assert_eq!(body["code_verifier"].len(), 43);
    assert!(!body.contains_key("client_secret"));
}

#[tokio::test(start_paused = true)]
async fn nothing_that_ties_a_sign_in_is_used_twice() {
    let person = Person::who(|visit, script| {
        let refusal = json!({"error": "invalid_grant", "error_description": "AADSTS70008: x"});
        script.add(Step::Answer(400, refusal));
        vec![visit.post(&[("code", "c"), ("state", visit.get("state"))])]
    });
    person.refused().await;
    tokio::time::advance(Duration::from_secs(10)).await;
    person.refused().await;
    let visits = person.visits();
    for name in ["state", "nonce", "code_challenge"] {
        assert_ne!(visits[0].get(name), visits[1].get(name), "{name}");
        assert_eq!(visits[0].get(name).len(), 43, "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn later_tokens_come_without_the_user() {
    let person = Person::who_signs_in();
    person.ask(SCOPE).await.unwrap();
    let renewed = json!({"access_token": "t2", "expires_in": 3599, "refresh_token": "r2"});
    person.script.add(Step::Answer(200, renewed));
    let other = person.ask("https://other.example/.default").await.unwrap();
    assert_eq!(other.secret().expose_secret(), "t2");
    let body = form(&person.script.request(1).1);
    assert_eq!(
        (&*body["grant_type"], &*body["refresh_token"]),
        ("refresh_token", "r")
    );
    assert_eq!(person.visits().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn two_apis_at_once_are_no_reason_to_ask_the_user_twice() {
    let person = Person::who(|visit, script| {
        script.add(Step::Answer(200, visit.issued("r")));
        script.add(Step::Answer(
            200,
            json!({"access_token": "t2", "expires_in": 3599}),
        ));
        vec![visit.post(&[("code", "c"), ("state", visit.get("state"))])]
    });
    let (one, two) = tokio::join!(
        person.ask(SCOPE),
        person.ask("https://other.example/.default")
    );
    assert!(one.is_ok() && two.is_ok());
    assert_eq!(person.visits().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_a_policy_demands_is_asked_of_the_user() {
    let person = Person::who_signs_in();
    person.ask(SCOPE).await.unwrap();
    let demand = r#"{"access_token":{"acrs":{"essential":true,"value":"c1"}}}"#;
    person.script.add(Step::Answer(
        400,
        json!({"error": "interaction_required", "error_description": "AADSTS50076: x", "claims": demand}),
    ));
    person.ask("https://other.example/.default").await.unwrap();
    assert_eq!(person.visits()[1].get("claims"), demand);
}

#[tokio::test(start_paused = true)]
async fn a_query_will_do_where_a_form_will_not() {
    let mut person = Person::who(|visit, script| {
        script.add(Step::Answer(200, visit.issued("r")));
        let port = visit.port();
        let target = format!(
            "/in?code=c%2Bd&state={}&session_state=s",
            visit.get("state")
        );
        vec![format!(
            "GET {target} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n\r\n"
        )]
    });
    person.credential = person
        .credential
        .with_response_mode(ResponseMode::Query)
        .with_redirect_uri("http://127.0.0.1/in")
        .unwrap();
    person.ask(SCOPE).await.unwrap();
    let visit = person.visits().remove(0);
    assert_eq!(visit.get("response_mode"), "query");
    assert_eq!(
        visit.get("redirect_uri"),
        format!("http://127.0.0.1:{}/in", visit.port())
    );
    assert_eq!(form(&person.script.request(0).1)["code"], "c+d");
}

/// Requests that may precede the redirect, each with its own page.
#[tokio::test(start_paused = true)]
async fn whatever_else_comes_is_passed_over() {
    let person = Person::who(|visit, script| {
        script.add(Step::Answer(200, visit.issued("r")));
        let port = visit.port();
        let good = visit.post(&[("code", "c"), ("state", visit.get("state"))]);
        let get = |target: &str| format!("GET {target} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
        vec![
            get("/favicon.ico"),
            get("/"),
            get("/?code=canary-evil"),
            get("/?code=canary-evil&state=canary-tampered"),
            get(&format!(
                "/?code=canary-evil&code=b&state={}",
                visit.get("state")
            )),
            good.replace("localhost", "evil.example"),
            good.replace("POST", "PUT"),
            good.replace("HTTP/1.1", "HTTP/2"),
            "canary nonsense\r\n\r\n".to_owned(),
            good.replace("Content-Length: ", "Content-Length: 99999"),
            good.replace("Content-Length: ", "Content-Length: 1\r\nContent-Length: "),
            good.replace("Host: ", "Host: evil.example\r\nHost: "),
            good.replace("Content-Type: ", "Transfer-Encoding: chunked\r\nX: "),
            good.replace("Content-Type: ", &"X: y\r\n".repeat(100)),
            good,
        ]
    });
    person.ask(SCOPE).await.unwrap();
    assert_eq!(form(&person.script.request(0).1)["code"], "c");
    let pages = person.pages().await;
    let status = |page: &String| page.split(' ').nth(1).unwrap().to_owned();
    let statuses: Vec<_> = pages.iter().map(status).collect();
    assert_eq!(
        statuses,
        [
            "404", "400", "400", "400", "400", "400", "405", "400", "400", "413", "400", "400",
            "400", "413", "200"
        ]
    );
    for page in &pages {
        assert!(page.contains("cache-control: no-store\r\n"), "{page}");
        assert!(page.contains("referrer-policy: no-referrer\r\n"), "{page}");
        assert!(!page.contains("canary"), "{page}");
    }
}

#[tokio::test]
async fn only_this_machine_is_listened_to() {
    let listener = Listener::bind(&RedirectUri::default()).await.unwrap();
    let addresses = listener.addresses();
    assert!(
        addresses.iter().all(|address| address.ip().is_loopback()),
        "{addresses:?}"
    );
    assert!(
        addresses
            .iter()
            .all(|address| address.port() == listener.port())
    );
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_sends_nothing_holds_nobody_up() {
    let person = Person::who(|visit, script| {
        script.add(Step::Answer(200, visit.issued("r")));
        let silent = TcpStream::connect(("127.0.0.1", visit.port())).unwrap();
        std::mem::forget(silent);
        vec![visit.post(&[("code", "c"), ("state", visit.get("state"))])]
    });
    person.ask(SCOPE).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_refusal_of_the_page_is_told_and_costs_no_request() {
    let cases: [(&str, &str, ErrorKind, RetryAdvice); 3] = [
        (
            "access_denied",
            "AADSTS65004: User declined to consent. canary@example.com",
            ErrorKind::InteractionRequired,
            RetryAdvice::AfterUser,
        ),
        (
            "consent_required",
            "AADSTS90094: An administrator has to consent.",
            ErrorKind::ConsentRequired,
            RetryAdvice::AfterAdmin,
        ),
        (
            "temporarily_unavailable",
            "",
            ErrorKind::Service,
            RetryAdvice::After(Duration::from_secs(30)),
        ),
    ];
    for (word, description, kind, advice) in cases {
        let person = Person::who(move |visit, _| {
            let state = ("state", visit.get("state"));
            vec![visit.post(&[
                ("error", word),
                ("error_description", description),
                // A code beside an error is not redeemed.
                ("code", "c"),
                state,
            ])]
        });
        let error = person.refused().await;
        assert_eq!(
            (error.kind(), error.retry_advice()),
            (kind, advice),
            "{error}"
        );
        assert!(!format!("{error:?} {:?}", std::error::Error::source(&error)).contains("canary"));
        assert_eq!(person.script.count(), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn tokens_of_another_sign_in_are_not_used() {
    let id_tokens: [fn(&Visit) -> Value; 5] = [
        |_| json!({"nonce": "other", "aud": CLIENT, "tid": TENANT}),
        |_| json!({"aud": CLIENT, "tid": TENANT}),
        |visit| json!({"nonce": visit.get("nonce"), "aud": "other", "tid": TENANT}),
        |visit| json!({"nonce": visit.get("nonce"), "aud": CLIENT, "tid": "other"}),
        |_| Value::Null,
    ];
    for id_token in id_tokens {
        let person = Person::who(move |visit, script| {
            let mut issued = visit.issued("r");
            let id_token = id_token(visit);
            issued["id_token"] = match id_token {
                Value::Null => Value::Null,
                payload => jwt(&payload).into(),
            };
            script.add(Step::Answer(200, issued));
            vec![visit.post(&[("code", "c"), ("state", visit.get("state"))])]
        });
        let credential = AuthorizationCode {
            flow: UserFlow::new(TENANT, CLIENT, UserSession::default())
                .unwrap()
                .with_transport(Arc::clone(&person.script) as Arc<_>),
            ..person.credential.clone()
        };
        let options = TokenRequestOptions::default();
        let error = credential.get_token(&[SCOPE], &options).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer, "{error}");
    }
}

/// The code is used up even if the answer was lost.
#[tokio::test(start_paused = true)]
async fn a_code_is_sent_once() {
    let person = Person::who(|visit, script| {
        script.add(Step::Page(503, "down"));
        vec![visit.post(&[("code", "c"), ("state", visit.get("state"))])]
    });
    let error = person.refused().await;
    assert_eq!(
        (error.kind(), error.resource()),
        (ErrorKind::Service, Some("https://api.example"))
    );
    assert_eq!(person.script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_user_has_five_minutes_or_as_long_as_told() {
    let mut person = Person::who(|_, _| Vec::new());
    let begun = tokio::time::Instant::now();
    let error = person.refused().await;
    assert_eq!(error.kind(), ErrorKind::InteractionRequired);
    assert_eq!(begun.elapsed().as_secs(), 300);
    person.credential = person.credential.with_deadline(Duration::from_secs(20));
    tokio::time::advance(Duration::from_secs(10)).await;
    let error = person.refused().await;
    assert!(error.message().contains("20 s"), "{error}");
}

#[tokio::test]
async fn no_browser_is_opened_for_an_address_that_anybody_can_read() {
    let mut person = Person::who_signs_in();
    let authority = Url::parse("http://login.example").unwrap();
    person.credential = person.credential.with_authority(authority);
    assert_eq!(person.refused().await.kind(), ErrorKind::Configuration);
    assert!(person.visits().is_empty());
}

#[tokio::test]
async fn a_port_that_is_taken_is_told() {
    let taken = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port();
    let person = Person::who_signs_in();
    let credential = person.credential.clone();
    let credential = credential.with_redirect_uri(&format!("http://localhost:{port}"));
    let options = TokenRequestOptions::default();
    let error = credential.unwrap().get_token(&[SCOPE], &options).await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Unavailable);
}

/// The redirect arrives byte by byte.
#[tokio::test(start_paused = true)]
async fn a_request_may_come_in_pieces() {
    let state = SecretString::from("s");
    let expected = Expected {
        port: 1,
        path: "/",
        state: &state,
    };
    let (mut browser, stream) = tokio::io::duplex(1);
    let request =
        "POST / HTTP/1.1\r\nhost: localhost:1\r\ncontent-length: 14\r\n\r\ncode=c&state=s";
    let sending = async move {
        use tokio::io::{AsyncReadExt, AsyncWriteExt};
        browser.write_all(request.as_bytes()).await.unwrap();
        let mut page = String::new();
        browser.read_to_string(&mut page).await.unwrap();
        page
    };
    let (page, answer) = tokio::join!(sending, talk(stream, &expected));
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    let Some(Answer::Code(code)) = answer else {
        panic!("no code");
    };
    assert_eq!(code.expose_secret(), "c");
}

#[test]
fn debug_shows_the_application_and_nothing_else() {
    let person = Person::who_signs_in();
    let shown = format!(
        "{:?}",
        person.credential.with_login_hint("canary@example.com")
    );
    assert!(
        shown.contains(CLIENT) && !shown.contains("canary"),
        "{shown}"
    );
}
