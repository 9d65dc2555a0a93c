//! The token file, and the variables that name it.

use super::*;
use crate::tests::{CLIENT, SCOPE, Script, Step, TENANT, token};

struct Pod {
    _folder: tempfile::TempDir,
    file: PathBuf,
    script: Arc<Script>,
}

impl Pod {
    fn new(count: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("token");
        let answers = (0..count).map(|n| Step::Answer(200, token(&format!("t{n}"), 3599)));
        let script = Script::new(answers);
        Self {
            _folder: folder,
            file,
            script,
        }
    }

    fn credential(&self) -> WorkloadIdentity {
        WorkloadIdentity::new(TENANT, CLIENT, &self.file)
            .unwrap()
            .with_transport(Arc::clone(&self.script) as Arc<_>)
    }
}

async fn renew(credential: &WorkloadIdentity) -> Result<Arc<AccessToken>> {
    let options = TokenRequestOptions::default().with_force_refresh();
    credential.get_token(&[SCOPE], &options).await
}

#[tokio::test]
async fn a_token_that_was_replaced_is_read_anew() {
    let pod = Pod::new(2);
    let credential = pod.credential();
    for (n, text) in ["one.two.three\n", "  four.five.six  "]
        .into_iter()
        .enumerate()
    {
        std::fs::write(&pod.file, text).unwrap();
        renew(&credential).await.unwrap();
        let sent = format!("client_assertion={}&", text.trim());
        assert!(
            pod.script.request(n).1.contains(&sent),
            "{}",
            pod.script.request(n).1
        );
    }
}

#[tokio::test]
async fn a_file_that_is_missing_empty_or_no_text_is_told_by_its_name() {
    let pod = Pod::new(0);
    let error = renew(&pod.credential()).await.unwrap_err();
    assert!(
        error.to_string().contains(&pod.file.display().to_string()),
        "{error}"
    );
    assert!(error.hint().unwrap().contains("AZURE_FEDERATED_TOKEN_FILE"));
    for content in [&b""[..], b"\xff\xfe", b"canary", &[b'a'; 100_000]] {
        std::fs::write(&pod.file, content).unwrap();
        let error = renew(&pod.credential()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{error}");
        assert!(!format!("{error:?}").contains("canary"), "{error:?}");
    }
    assert_eq!(pod.script.count(), 0);
}

#[test]
fn the_variables_of_the_platform_are_enough() {
    let variables = |file| {
        Variables::of([
            ("AZURE_TENANT_ID", TENANT),
            ("AZURE_CLIENT_ID", CLIENT),
            ("AZURE_FEDERATED_TOKEN_FILE", file),
            ("AZURE_AUTHORITY_HOST", "https://login.microsoftonline.us/"),
        ])
    };
    let credential = WorkloadIdentity::from_variables(&variables("/run/token")).unwrap();
    let shown = format!("{credential:?}");
    assert!(
        shown.contains("/run/token") && shown.contains("login.microsoftonline.us"),
        "{shown}"
    );
    let error = WorkloadIdentity::from_variables(&variables("")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert_eq!(
        error.message(),
        "the environment variable AZURE_FEDERATED_TOKEN_FILE is not set"
    );
}
