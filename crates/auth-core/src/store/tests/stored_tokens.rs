//! The cache format of the vendor's libraries.

use std::time::Duration;

use secrecy::ExposeSecret;
use serde_json::{Value, json};
use url::Url;

use super::super::stored_tokens::now_s;
use super::super::{Owner, Persisted, StoredTokens, Target};
use crate::tests::{CLIENT, SCOPE, TENANT};
use crate::token::endpoint::{Account, Issued};
use crate::{AccessToken, StoredAccount};

const HOME: &str = "oid.utid";

fn read(value: &Value) -> StoredTokens {
    StoredTokens::from_json(value.to_string().as_bytes()).unwrap()
}

fn written(tokens: &StoredTokens) -> Value {
    serde_json::from_slice(&tokens.to_json()).unwrap()
}

fn owner() -> Owner {
    let authority = Url::parse("https://login.microsoftonline.com").unwrap();
    Owner::new(&authority, CLIENT, None)
}

fn target<'a>(tenant: &'a str, scope: &'a str) -> Target<'a> {
    Target {
        tenant,
        scopes: vec![scope],
        is_cae: false,
    }
}

fn kept(token: &str, refresh_token: Option<&str>) -> Persisted {
    Persisted::of(&Issued {
        token: AccessToken::new(token.into()),
        life: Duration::from_secs(3600),
        refresh_in: None,
        refresh_token: refresh_token.map(Into::into),
        id_token: None,
        account: Some(Account {
            home_account_id: HOME.to_owned(),
            local_account_id: "oid".to_owned(),
            username: "ada@contoso.example".to_owned(),
            realm: Some(TENANT.to_owned()),
        }),
    })
}

fn refresh(home: &str, secret: &str) -> Value {
    json!({
        "home_account_id": home, "environment": "login.windows.net", "client_id": CLIENT.to_uppercase(),
        "credential_type": "RefreshToken", "secret": secret, "their_own": {"a": [1]},
    })
}

fn refresh_token(tokens: &StoredTokens) -> Option<String> {
    let found = tokens.refresh_token(&owner())?;
    Some(found.expose_secret().to_owned())
}

#[test]
fn what_other_libraries_wrote_is_found_by_its_fields_and_keeps_its_key() {
    let mut tokens = read(&json!({
        "RefreshToken": {"a key of theirs": refresh(HOME, "old")}, "AppMetadata": {"x": {"y": "z"}}, "Later": 1,
    }));
    assert_eq!(refresh_token(&tokens).as_deref(), Some("old"));
    tokens.keep(&owner(), &target(TENANT, SCOPE), &kept("t", Some("new")));
    let written = written(&tokens);
    let entries = written["RefreshToken"].as_object().unwrap();
    assert_eq!(entries.len(), 1, "{written}");
    assert_eq!(entries["a key of theirs"]["secret"], "new");
    assert_eq!(entries["a key of theirs"]["their_own"], json!({"a": [1]}));
    assert_eq!(written["AppMetadata"]["x"]["y"], "z");
    assert_eq!(written["Later"], 1);
}

#[test]
fn what_is_written_has_the_shape_that_other_libraries_read() {
    let mut tokens = StoredTokens::default();
    tokens.keep(&owner(), &target(TENANT, SCOPE), &kept("t", Some("r")));
    let written = written(&tokens);
    let key = format!("{HOME}-login.microsoftonline.com-accesstoken-{CLIENT}-{TENANT}-{SCOPE}");
    let entry = &written["AccessToken"][key];
    assert_eq!(entry["target"], SCOPE);
    assert_eq!(entry["credential_type"], "AccessToken");
    assert!(
        entry["expires_on"]
            .as_str()
            .unwrap()
            .parse::<i64>()
            .unwrap()
            > now_s()
    );
    let account = &written["Account"][format!("{HOME}-login.microsoftonline.com-{TENANT}")];
    assert_eq!(account["username"], "ada@contoso.example");
    assert_eq!(account["authority_type"], "MSSTS");
}

#[test]
fn an_answer_without_a_refresh_token_leaves_the_old_one() {
    let mut tokens = StoredTokens::default();
    tokens.keep(&owner(), &target(TENANT, SCOPE), &kept("t", Some("r")));
    tokens.keep(&owner(), &target(TENANT, SCOPE), &kept("u", None));
    assert_eq!(refresh_token(&tokens).as_deref(), Some("r"));
}

#[test]
fn an_access_token_is_taken_for_its_tenant_its_scopes_and_its_time() {
    let mut tokens = StoredTokens::default();
    tokens.keep(&owner(), &target(TENANT, SCOPE), &kept("t", Some("r")));
    let found = |tokens: &StoredTokens, tenant: &str, scope: &str| {
        let issued = tokens.access_token(&owner(), &target(tenant, scope))?;
        Some(issued.token.secret().expose_secret().to_owned())
    };
    let upper = TENANT.to_uppercase();
    assert_eq!(found(&tokens, &upper, SCOPE).as_deref(), Some("t"));
    assert_eq!(found(&tokens, "fabrikam.example", SCOPE), None);
    assert_eq!(
        found(&tokens, TENANT, "https://other.example/.default"),
        None
    );
    for (name, time) in [("expires_on", 299), ("cached_at", 60)] {
        let mut changed = written(&tokens);
        let entry = changed["AccessToken"]
            .as_object_mut()
            .unwrap()
            .values_mut()
            .next()
            .unwrap();
        entry[name] = json!((now_s() + time).to_string());
        assert_eq!(found(&read(&changed), TENANT, SCOPE), None, "{name}");
    }
}

#[test]
fn tokens_that_can_be_revoked_at_once_are_kept_apart() {
    let mut tokens = StoredTokens::default();
    let cae = || Target {
        is_cae: true,
        ..target(TENANT, SCOPE)
    };
    tokens.keep(&owner(), &target(TENANT, SCOPE), &kept("plain", Some("r")));
    assert!(tokens.access_token(&owner(), &cae()).is_none());
    tokens.keep(&owner(), &cae(), &kept("cae", Some("r")));
    for (target, expected) in [(cae(), "cae"), (target(TENANT, SCOPE), "plain")] {
        let issued = tokens.access_token(&owner(), &target).unwrap();
        assert_eq!(issued.token.secret().expose_secret(), expected);
    }
}

#[test]
fn of_several_users_the_one_is_taken_who_is_named() {
    let tokens =
        read(&json!({"RefreshToken": {"a": refresh("a.t", "of a"), "b": refresh("b.t", "of b")}}));
    assert_eq!(refresh_token(&tokens), None);
    let authority = Url::parse("https://login.microsoftonline.com").unwrap();
    let b = Owner::new(&authority, CLIENT, Some("B.T"));
    assert_eq!(tokens.refresh_token(&b).unwrap().expose_secret(), "of b");
}

#[test]
fn two_emulators_on_one_machine_are_two_authorities() {
    let mut tokens = StoredTokens::default();
    let at = |port| {
        Owner::new(
            &Url::parse(&format!("http://127.0.0.1:{port}")).unwrap(),
            CLIENT,
            None,
        )
    };
    tokens.keep(&at(8001), &target(TENANT, SCOPE), &kept("t", Some("r")));
    assert!(tokens.refresh_token(&at(8001)).is_some());
    assert!(tokens.refresh_token(&at(8002)).is_none());
}

#[test]
fn signing_out_takes_one_applications_tokens_and_leaves_the_others() {
    let mut theirs = refresh("b.t", "of b");
    theirs["client_id"] = json!("another");
    let mut tokens =
        read(&json!({"RefreshToken": {"b": theirs}, "Account": {"b": {"home_account_id": "b.t"}}}));
    tokens.keep(&owner(), &target(TENANT, SCOPE), &kept("t", Some("r")));
    assert_eq!(tokens.accounts().len(), 2);
    tokens.sign_out(&CLIENT.to_uppercase());
    let written = written(&tokens);
    assert_eq!(written["AccessToken"], json!({}));
    assert_eq!(written["RefreshToken"].as_object().unwrap().len(), 1);
    assert_eq!(tokens.accounts()[0].home_account_id, "b.t");
    assert!(!tokens.is_empty());
}

#[test]
fn a_secret_is_kept_until_its_application_is_signed_out() {
    let mut tokens = StoredTokens::default();
    tokens.keep_client_secret(CLIENT, &"first".into());
    tokens.keep_client_secret(&CLIENT.to_uppercase(), &"canary-s".into());
    let held = |tokens: &StoredTokens| {
        let secret = tokens.client_secret(CLIENT)?;
        Some(secret.expose_secret().to_owned())
    };
    assert_eq!(held(&tokens).as_deref(), Some("canary-s"));
    assert!(!format!("{tokens:?}").contains("canary"));
    tokens.sign_out(CLIENT);
    assert_eq!(held(&tokens), None);
}

#[test]
fn what_is_merged_replaces_the_same_and_leaves_the_rest() {
    let mut tokens = read(
        &json!({"RefreshToken": {"a": refresh("a.t", "old"), "b": refresh("b.t", "b")}, "Later": 1}),
    );
    tokens.merge(read(
        &json!({"RefreshToken": {"a": refresh("a.t", "new")}, "More": {"x": 1}}),
    ));
    let written = written(&tokens);
    assert_eq!(written["RefreshToken"]["a"]["secret"], "new");
    assert_eq!(written["RefreshToken"]["b"]["secret"], "b");
    assert_eq!(
        (&written["Later"], &written["More"]["x"]),
        (&json!(1), &json!(1))
    );
}

#[test]
fn nothing_of_it_is_shown() {
    let mut tokens = StoredTokens::default();
    tokens.keep(
        &owner(),
        &target(TENANT, SCOPE),
        &kept("canary-t", Some("canary-r")),
    );
    let accounts: Vec<StoredAccount> = tokens.accounts();
    let shown = format!("{tokens:?} {accounts:?}");
    for secret in ["canary", "ada@", HOME] {
        assert!(!shown.contains(secret), "{shown}");
    }
    let error = StoredTokens::from_json(b"{\"RefreshToken\": canary").unwrap_err();
    assert!(!format!("{error:?} {error}").contains("canary"));
}
