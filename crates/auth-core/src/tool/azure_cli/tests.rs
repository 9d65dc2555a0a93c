//! The tools, replaced by shell scripts with the same output.
#![cfg(unix)]

use secrecy::ExposeSecret;

use super::*;
use crate::AzureDeveloperCli;
use crate::tests::{SCOPE, TENANT};

struct Tool {
    folder: tempfile::TempDir,
    path: PathBuf,
}

impl Tool {
    /// A program that runs the script. It is a link, because a file that was just written may still be busy.
    fn new(script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tool");
        std::fs::write(folder.path().join("script"), script).unwrap();
        let program = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/tool.sh");
        std::os::unix::fs::symlink(program, &path).unwrap();
        Self { folder, path }
    }

    fn answering(json: &str) -> Self {
        Self::new(&format!("cat <<'END'\n{json}\nEND"))
    }

    fn failing(stderr: &str) -> Self {
        Self::new(&format!(
            "echo 'canary-stdout'; cat >&2 <<'END'\n{stderr}\nEND\nexit 1"
        ))
    }

    fn seen(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("seen")).unwrap_or_default()
    }

    fn az(&self) -> AzureCli {
        AzureCli::new().with_program(&self.path)
    }

    fn azd(&self) -> AzureDeveloperCli {
        AzureDeveloperCli::new().with_program(&self.path)
    }
}

async fn ask(credential: &dyn TokenCredential) -> Result<Arc<AccessToken>> {
    let options = TokenRequestOptions::default();
    credential.get_token(&[SCOPE], &options).await
}

const ANSWER: &str =
    r#"{"accessToken": "t", "expires_on": 4102444800, "expiresOn": "2001-01-01 00:00:00.000000"}"#;

#[tokio::test]
async fn the_azure_cli_is_run_once_for_a_token_that_lasts() {
    let tool = Tool::answering(&format!("WARNING: something else\n{ANSWER}"));
    let credential = tool.az().with_tenant(TENANT).unwrap();
    for _ in 0..2 {
        let token = ask(&credential).await.unwrap();
        assert_eq!(token.secret().expose_secret(), "t");
        assert_eq!(
            token.expires_on().unwrap().to_string(),
            "2100-01-01T00:00:00Z"
        );
    }
    let expected =
        format!("/ account get-access-token -o json --scope {SCOPE} --tenant {TENANT}\n");
    assert_eq!(tool.seen(), expected);
}

#[test]
fn an_older_answer_has_a_date_by_the_clock_on_the_wall() {
    let answer = serde_json::json!({"expiresOn": "2100-01-01 00:00:00.123456"});
    let local: DateTime = "2100-01-01T00:00:00.123456".parse().unwrap();
    let expected = local.to_zoned(TimeZone::system()).unwrap().timestamp();
    assert_eq!(end(&answer), Some(expected));
}

#[tokio::test]
async fn azd_takes_tenant_and_claims() {
    let tool = Tool::answering(r#"{"token": "t", "expiresOn": "2100-01-01T00:00:00Z"}"#);
    let options = TokenRequestOptions::default()
        .with_tenant_id(TENANT)
        .with_claims("{}");
    let token = tool.azd().get_token(&[SCOPE], &options).await.unwrap();
    assert_eq!(
        token.expires_on().unwrap().to_string(),
        "2100-01-01T00:00:00Z"
    );
    let expected = format!(
        "/ auth token -o json --no-prompt --scope {SCOPE} --tenant-id {TENANT} --claims e30=\n"
    );
    assert_eq!(tool.seen(), expected);
}

#[tokio::test]
async fn failures_are_told_apart_without_what_was_written_to_stdout() {
    for (stderr, kind, words) in [
        (
            "ERROR: Please run 'az login' to setup account.",
            ErrorKind::Unavailable,
            "no user is signed in",
        ),
        (
            "ERROR: AADSTS65002: Consent between first party",
            ErrorKind::Refused,
            "AADSTS65002",
        ),
        (
            "sh: az: command not found",
            ErrorKind::Unavailable,
            "not installed",
        ),
        (
            "\nERROR: odd thing of anna@contoso.com",
            ErrorKind::Refused,
            "odd thing of ***",
        ),
    ] {
        let error = ask(&Tool::failing(stderr).az()).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error}");
        assert!(error.to_string().contains(words), "{error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
    let error = ask(&Tool::failing("ERROR: not logged in").azd())
        .await
        .unwrap_err();
    assert!(error.hint().unwrap().contains("azd auth login"), "{error}");
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_not_shown() {
    for answer in [
        "canary",
        r#"{"accessToken": "canary"#,
        r#"{"other": "canary"}"#,
    ] {
        let error = ask(&Tool::answering(answer).az()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
}

#[tokio::test]
async fn a_tool_that_is_absent_is_unavailable() {
    let error = ask(&AzureCli::new().with_program("/nowhere/az"))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(error.to_string().contains("not installed"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_tool_that_hangs_is_given_up() {
    let tool = Tool::new("exec sleep 600");
    let error = ask(&tool.az().with_timeout(Duration::from_secs(9)))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(error.to_string().contains("9 s"), "{error}");
}

#[tokio::test]
async fn no_input_becomes_a_command() {
    let tool = Tool::answering(ANSWER);
    let options = TokenRequestOptions::default();
    for scope in [
        "",
        "a; rm -rf /",
        "$(x)",
        "--help",
        "a b",
        "a\"b",
        "a&b",
        "a|b",
        "%PATH%",
    ] {
        let error = tool.az().get_token(&[scope], &options).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidScope, "{scope}");
    }
    let evil = TokenRequestOptions::default().with_tenant_id("a.b; rm");
    assert!(tool.az().get_token(&[SCOPE], &evil).await.is_err());
    assert!(tool.azd().get_token(&[SCOPE], &evil).await.is_err());
    assert!(tool.az().with_tenant("&calc").is_err());
    assert_eq!(tool.seen(), "");
}

#[tokio::test]
async fn the_cli_cannot_meet_a_claims_challenge_and_says_what_can() {
    let tool = Tool::answering(ANSWER);
    let options = TokenRequestOptions::default().with_claims("{}");
    let error = tool.az().get_token(&[SCOPE], &options).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InteractionRequired);
    assert!(
        error.hint().unwrap().contains("az login --scope"),
        "{error}"
    );
}

/// A tool may print its arguments or its token.
#[tokio::test]
async fn a_secret_that_a_tool_prints_is_in_no_error() {
    for echo in [
        "ERROR: token eyJhbGciOiJub25lIn0.eyJhIjoiY2FuYXJ5In0.canary was refused",
        "ERROR: --password canary-1 is wrong",
        "ERROR: client_secret=canary-2 is wrong",
        "ERROR: {\"accessToken\": \"canary-3\"}",
        "ERROR: Q2FuYXJ5LWluLXRoZS1zZWNyZXQtY2FuYXJ5LWluLXRoZS1zZWNyZXQ= canary@contoso.example",
    ] {
        let error = ask(&Tool::failing(echo).az()).await.unwrap_err();
        let shown = format!("{error:?} {error} {:?}", error.hint());
        assert!(shown.contains("ERROR:"), "{shown}");
        assert!(
            !shown.contains("canary") && !shown.contains("Q2Fu"),
            "{shown}"
        );
    }
}

/// The hint is the tool's own sign-in, and the error kind says so.
#[tokio::test]
async fn what_a_tool_lacks_is_cured_by_the_tool() {
    for (code, says) in [
        ("AADSTS50076: a second factor", "run `az login`"),
        ("AADSTS700082: expired", "run `az login`"),
        ("AADSTS7000222: expired", "run `az login` again"),
        ("AADSTS65001: not consented", "app registration of your own"),
        (
            "AADSTS65002: preauthorization",
            "app registration of your own",
        ),
        ("Please run 'az login' to setup account.", "run `az login`"),
    ] {
        let error = ask(&Tool::failing(code).az()).await.unwrap_err();
        let hint = error.hint().unwrap();
        assert!(hint.contains(says), "{code}: {hint}");
        assert_eq!(error.sign_in_command(), Some("az login"));
    }
    let error = ask(&Tool::failing("AADSTS50076: x").azd()).await;
    let error = error.unwrap_err();
    assert!(
        error.hint().unwrap().contains("`azd auth login`"),
        "{error}"
    );
}
