//! Credentials of a chain: tried, skipped, final.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::SecretString;
use crate::tests::{CLIENT, SCOPE, TENANT};

#[derive(Debug)]
struct Fixed(Option<ErrorKind>, AtomicUsize);

#[async_trait]
impl TokenCredential for Fixed {
    async fn get_token(&self, _: &[&str], _: &TokenRequestOptions) -> Result<Arc<AccessToken>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        tokio::time::advance(Duration::from_secs(2)).await;
        match self.0 {
            None => Ok(Arc::new(AccessToken::new(SecretString::from("t")))),
            Some(kind) => Err(Error::new(kind, "the reason")),
        }
    }
}

fn fixed(failure: Option<ErrorKind>) -> Arc<Fixed> {
    Arc::new(Fixed(failure, AtomicUsize::new(0)))
}

async fn ask(chain: &Chain) -> Result<Arc<AccessToken>> {
    chain
        .get_token(&[SCOPE], &TokenRequestOptions::default())
        .await
}

#[tokio::test(start_paused = true)]
async fn the_first_that_gives_a_token_is_used_from_then_on() {
    let (absent, good) = (fixed(Some(ErrorKind::Unavailable)), fixed(None));
    let chain = Chain::new()
        .then("a", Arc::<Fixed>::clone(&absent))
        .then("b", Arc::<Fixed>::clone(&good));
    for _ in 0..3 {
        ask(&chain).await.unwrap();
    }
    let count = |one: &Fixed| one.1.load(Ordering::Relaxed);
    assert_eq!(
        (count(&absent), count(&good), chain.chosen()),
        (1, 3, Some("b"))
    );
    let tried = chain.tried();
    assert_eq!((tried[0].name, tried[0].took.as_secs()), ("a", 2));
    assert!(tried[0].failure.is_some() && tried[1].failure.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_failure_ends_the_search_unless_it_is_a_developers_tools() {
    let wrong = || fixed(Some(ErrorKind::InvalidClient));
    let chain = Chain::new().then("a", wrong()).then("b", fixed(None));
    assert_eq!(
        ask(&chain).await.unwrap_err().kind(),
        ErrorKind::InvalidClient
    );
    assert_eq!(chain.tried().len(), 1);
    let chain = Chain::new()
        .then_developer("a", wrong())
        .then("b", fixed(None));
    assert!(ask(&chain).await.is_ok());
}

#[tokio::test(start_paused = true)]
async fn the_last_word_names_everything_that_was_tried() {
    let absent = || fixed(Some(ErrorKind::Unavailable));
    let chain = Chain::new()
        .then("first", absent())
        .then("second", absent());
    let error = ask(&chain).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert!(
        error
            .message()
            .ends_with("first: the reason; second: the reason"),
        "{error}"
    );
    assert_eq!(chain.chosen(), None);
}

fn names(selection: &str) -> Result<Vec<&'static str>> {
    let chain = Chain::from_variables(&Variables::of([(SELECTION, selection)]))?;
    Ok(chain.links.iter().map(|link| link.name).collect())
}

#[test]
fn the_selection_narrows_the_default_chain() {
    let prod = [
        "EnvironmentCredential",
        "WorkloadIdentityCredential",
        "ManagedIdentityCredential",
    ];
    assert_eq!(names("prod").unwrap(), prod);
    assert_eq!(names("workloadidentitycredential").unwrap(), prod[1..2]);
    assert_eq!(names("magic").unwrap_err().kind(), ErrorKind::Configuration);
    assert_eq!(names("").unwrap()[..3], prod);
    #[cfg(feature = "developer")]
    assert_eq!(
        names("dev").unwrap(),
        ["AzureCliCredential", "AzureDeveloperCliCredential"]
    );
}

#[tokio::test]
async fn a_wrong_environment_is_not_passed_over() {
    let chain = Chain::from_variables(&Variables::of([
        ("AZURE_TENANT_ID", TENANT),
        ("AZURE_CLIENT_ID", CLIENT),
        ("AZURE_CLIENT_CERTIFICATE_PATH", "/nowhere.pem"),
    ]));
    let error = ask(&chain.unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
}
