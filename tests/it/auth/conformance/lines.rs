//! The credentials of the conformance test.

use std::sync::Arc;

use auth_core::{
    AssertionSource, AuthorizationCode, AzurePipelines, Certificate, Chain, ClientAssertion,
    ClientCertificate, ClientSecret, DeviceCode, Environment, ErrorKind, ExposeSecret,
    GitHubActions, ManagedIdentity, OnBehalfOf, RefreshToken, ResponseMode, RetryAdvice,
    SecretString, StaticToken, TokenCredential, UsernamePassword, Variables, WantedAssertion,
    WorkloadIdentity,
};
use sandbox::{Application, Builder, Sandbox, Service};

use super::{Challenge, Line, Refusal, conforms, gives_tokens, options, token};
use crate::support::build_service::{BuildService, JOB_TOKEN};
use crate::support::{Bench, browser};

const CANARY: &str = "canary";
const ISSUER: &str = "https://issuer.example";
const SUBJECT: &str = "system:serviceaccount:a:b";
const APP: &str = "44444444-dddd-4ddd-8ddd-0000000000d4";
const PEM: &str = concat!(
    include_str!("../../../../crates/auth-core/testdata/key.pem"),
    include_str!("../../../../crates/auth-core/testdata/leaf.pem"),
);

/// An application with a certificate and federated credentials.
fn with_application() -> Builder {
    let application = Application::new(APP, "nobody-knows")
        .certificate(PEM)
        .federated(ISSUER, SUBJECT);
    Sandbox::builder().application(application)
}

fn shared(credential: impl TokenCredential) -> Arc<dyn TokenCredential> {
    Arc::new(credential)
}

/// Gives a credential the emulator's address and its transport.
macro_rules! at {
    ($bench:expr, $credential:expr) => {
        $credential
            .unwrap()
            .with_authority($bench.url(Service::Login))
            .with_transport(Arc::clone(&$bench.transport))
    };
}

async fn client_secret(bench: &Bench) -> Arc<dyn TokenCredential> {
    bench.credential()
}

#[tokio::test(start_paused = true)]
async fn a_client_secret_conforms() {
    conforms(Line::new(client_secret)).await;
}

#[tokio::test(start_paused = true)]
async fn a_client_secret_in_a_file_conforms() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("secret");
    let make = async |bench: &Bench| {
        std::fs::write(&file, bench.sandbox.client_secret()).unwrap();
        let (tenant, client) = (bench.sandbox.tenant_id(), bench.sandbox.client_id());
        shared(at!(bench, ClientSecret::from_file(tenant, client, &file)))
    };
    conforms(Line::new(make)).await;
}

#[tokio::test(start_paused = true)]
async fn a_certificate_conforms() {
    let make = async |bench: &Bench| {
        let certificate = Certificate::from_pem(PEM, None).unwrap();
        let credential = ClientCertificate::new(bench.sandbox.tenant_id(), APP, certificate);
        shared(at!(bench, credential))
    };
    conforms(Line {
        sandbox: with_application,
        // The emulator's clock runs ahead of this machine's, so the first assertion of a renewal is expired.
        to_renew: 2,
        ..Line::new(make)
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_federated_assertion_conforms() {
    let make = async |bench: &Bench| {
        let sandbox = bench.sandbox.clone();
        let source = move |_: WantedAssertion| {
            let assertion = sandbox.federated_token(ISSUER, SUBJECT);
            async move { Ok(SecretString::from(assertion)) }
        };
        let credential = ClientAssertion::new(bench.sandbox.tenant_id(), APP, source);
        shared(at!(bench, credential))
    };
    conforms(Line {
        sandbox: with_application,
        ..Line::new(make)
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_workload_identity_conforms() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("token");
    let make = async |bench: &Bench| {
        std::fs::write(&file, bench.sandbox.federated_token(ISSUER, SUBJECT)).unwrap();
        let credential = WorkloadIdentity::new(bench.sandbox.tenant_id(), APP, &file);
        shared(at!(bench, credential))
    };
    conforms(Line {
        sandbox: with_application,
        ..Line::new(make)
    })
    .await;
}

fn variables<const N: usize>(pairs: [(&'static str, &'static str); N]) -> Variables {
    Variables::new(move |name| {
        let found = pairs.iter().find(|(known, _)| *known == name)?;
        Some(found.1.to_owned())
    })
}

fn of_a_job(bench: &Bench, source: impl AssertionSource) -> Arc<dyn TokenCredential> {
    let credential = ClientAssertion::new(bench.sandbox.tenant_id(), APP, source);
    shared(at!(bench, credential))
}

#[tokio::test(start_paused = true)]
async fn a_job_of_github_actions_conforms() {
    let make = async |bench: &Bench| {
        let service = BuildService {
            sandbox: bench.sandbox.clone(),
            vouches: (ISSUER, SUBJECT),
            method: http::Method::GET,
            asked: &[
                ("api-version", "2.0"),
                ("audience", "api://AzureADTokenExchange"),
            ],
            member: "value",
        };
        let address = "https://github.example/job/token?api-version=2.0";
        let job = GitHubActions::from_variables(&variables([
            ("ACTIONS_ID_TOKEN_REQUEST_URL", address),
            ("ACTIONS_ID_TOKEN_REQUEST_TOKEN", JOB_TOKEN),
        ]));
        of_a_job(bench, job.unwrap().with_transport(Arc::new(service)))
    };
    conforms(Line {
        sandbox: with_application,
        ..Line::new(make)
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_job_of_azure_pipelines_conforms() {
    let make = async |bench: &Bench| {
        let service = BuildService {
            sandbox: bench.sandbox.clone(),
            vouches: (ISSUER, SUBJECT),
            method: http::Method::POST,
            asked: &[
                ("api-version", "7.1"),
                ("serviceConnectionId", "connection"),
            ],
            member: "oidcToken",
        };
        let variables = variables([
            ("SYSTEM_OIDCREQUESTURI", "https://pipelines.example/oidc"),
            ("SYSTEM_ACCESSTOKEN", JOB_TOKEN),
        ]);
        let job = AzurePipelines::from_variables(&variables, "connection");
        of_a_job(bench, job.unwrap().with_transport(Arc::new(service)))
    };
    conforms(Line {
        sandbox: with_application,
        ..Line::new(make)
    })
    .await;
}

const NO_IDENTITY: Refusal = Refusal {
    status: 400,
    body: r#"{"error":"invalid_request","error_description":"Identity not found"}"#,
    kind: ErrorKind::Unavailable,
    advice: RetryAdvice::Never,
};

#[tokio::test(start_paused = true)]
async fn a_managed_identity_of_a_machine_conforms() {
    let make = async |bench: &Bench| {
        let credential = ManagedIdentity::new()
            .with_metadata_service(bench.url(Service::Login))
            .with_transport(Arc::clone(&bench.transport));
        shared(credential)
    };
    conforms(Line {
        operation: "managed_identity",
        issuer_keeps: true,
        challenge: Challenge::GetsTheSame,
        refusal: NO_IDENTITY,
        ..Line::new(make)
    })
    .await;
}

/// Credentials of platforms that publish a token endpoint.
fn hosted(bench: &Bench, endpoint: &str) -> ManagedIdentity {
    let endpoint = bench.url(Service::Login).join(endpoint).unwrap();
    let header = bench.sandbox.identity_header();
    let thumbprint = bench.sandbox.server_thumbprint().map(str::to_owned);
    let variables = Variables::new(move |name| match name {
        "IDENTITY_ENDPOINT" => Some(endpoint.to_string()),
        "IDENTITY_HEADER" => Some(header.to_owned()),
        "IDENTITY_SERVER_THUMBPRINT" => thumbprint.clone(),
        _ => None,
    });
    ManagedIdentity::new()
        .with_variables(variables)
        .with_transport(Arc::clone(&bench.transport))
}

#[tokio::test(start_paused = true)]
async fn a_managed_identity_of_an_app_conforms() {
    conforms(Line {
        operation: "managed_identity",
        issuer_keeps: true,
        challenge: Challenge::AsksInItsWay,
        refusal: NO_IDENTITY,
        ..Line::new(async |bench: &Bench| shared(hosted(bench, "msi/token")))
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_managed_identity_of_service_fabric_conforms() {
    const UNKNOWN: Refusal = Refusal {
        status: 404,
        body: r#"{"error":{"correlationId":"c","code":"ManagedIdentityNotFound","message":"none"}}"#,
        ..NO_IDENTITY
    };
    conforms(Line {
        operation: "managed_identity",
        issuer_keeps: true,
        challenge: Challenge::AsksInItsWay,
        refusal: UNKNOWN,
        sandbox: || Sandbox::builder().tls(true),
        ..Line::new(async |bench: &Bench| shared(hosted(bench, "fabric/token")))
    })
    .await;
}

#[tokio::test(start_paused = true)]
async fn a_device_code_conforms() {
    let make = async |bench: &Bench| {
        let client = bench.sandbox.client_id();
        shared(at!(bench, DeviceCode::new("organizations", client, |_| {})))
    };
    conforms(Line {
        // The person signs in between the first and the second poll.
        to_first: 2,
        ..Line::new(make)
    })
    .await;
}

async fn browser_with(bench: &Bench, mode: ResponseMode) -> Arc<dyn TokenCredential> {
    let sandbox = bench.sandbox.clone();
    let open = move |address: &http_core::Url| browser::open(&sandbox, address);
    let client = bench.sandbox.client_id();
    let credential = at!(bench, AuthorizationCode::new("organizations", client, open));
    shared(credential.with_response_mode(mode))
}

#[tokio::test(start_paused = true)]
async fn a_sign_in_with_a_browser_conforms() {
    for mode in [ResponseMode::FormPost, ResponseMode::Query] {
        conforms(Line {
            waits_out: false,
            ..Line::new(async |bench: &Bench| browser_with(bench, mode).await)
        })
        .await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_name_and_password_conform() {
    let make = async |bench: &Bench| {
        let (tenant, client) = (bench.sandbox.tenant_id(), bench.sandbox.client_id());
        let password = SecretString::from(bench.sandbox.user_password());
        let name = bench.sandbox.user_name();
        shared(at!(
            bench,
            UsernamePassword::new(tenant, client, name, password)
        ))
    };
    conforms(Line::new(make)).await;
}

#[tokio::test(start_paused = true)]
async fn a_refresh_token_conforms() {
    let make = async |bench: &Bench| {
        let token = SecretString::from(bench.caller().refresh_token().await);
        let client = bench.sandbox.client_id();
        shared(at!(
            bench,
            RefreshToken::new("organizations", client, token)
        ))
    };
    conforms(Line::new(make)).await;
}

#[tokio::test(start_paused = true)]
async fn on_behalf_of_conforms() {
    let make = async |bench: &Bench| {
        let (tenant, client) = (bench.sandbox.tenant_id(), bench.sandbox.client_id());
        let brought = SecretString::from(bench.sandbox.user_assertion(client));
        let proof = SecretString::from(bench.sandbox.client_secret());
        shared(at!(bench, OnBehalfOf::new(tenant, client, proof, brought)))
    };
    conforms(Line::new(make)).await;
}

/// Developer tools, replaced by shell scripts.
#[cfg(unix)]
mod tools {
    use auth_core::{AzureCli, AzureDeveloperCli};

    use super::*;
    use crate::support::developer_tool::{AtWork, Tool};

    const SIGNED_OUT: Refusal = Refusal {
        status: 400,
        body: r#"{"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to inactivity. Trace ID: t Correlation ID: c Timestamp: 2026-01-01 00:00:00Z","error_codes":[700082],"trace_id":"t","correlation_id":"corr-1"}"#,
        kind: ErrorKind::InteractionRequired,
        advice: RetryAdvice::AfterUser,
    };

    #[tokio::test(start_paused = true)]
    async fn the_azure_cli_conforms() {
        let make = async |bench: &Bench| {
            let of = |program| AzureCli::new().with_program(program);
            shared(AtWork::new(&bench.sandbox, Tool::Az, of))
        };
        conforms(Line {
            challenge: Challenge::Refuses,
            refusal: SIGNED_OUT,
            ..Line::new(make)
        })
        .await;
    }

    #[tokio::test(start_paused = true)]
    async fn the_azure_developer_cli_conforms() {
        let make = async |bench: &Bench| {
            let of = |program| AzureDeveloperCli::new().with_program(program);
            shared(AtWork::new(&bench.sandbox, Tool::Azd, of))
        };
        conforms(Line {
            challenge: Challenge::AsksInItsWay,
            refusal: SIGNED_OUT,
            ..Line::new(make)
        })
        .await;
    }
}

fn environment(bench: &Bench) -> Environment {
    let pairs = bench.sandbox.environment();
    let lookup = move |name: &str| {
        let found = pairs.iter().find(|(known, _)| *known == name)?;
        Some(found.1.clone())
    };
    Environment::from_variables(&Variables::new(lookup))
        .unwrap()
        .with_transport(Arc::clone(&bench.transport))
}

#[tokio::test(start_paused = true)]
async fn the_environment_conforms() {
    conforms(Line::new(async |bench: &Bench| shared(environment(bench)))).await;
}

#[tokio::test(start_paused = true)]
async fn a_chain_conforms() {
    let make = async |bench: &Bench| {
        let absent = ManagedIdentity::new()
            .with_variables(Variables::new(|_| None))
            .with_transport(Arc::clone(&bench.transport))
            .with_probe();
        let chain = Chain::new().then("absent", Arc::new(absent));
        shared(chain.then("environment", Arc::new(environment(bench))))
    };
    conforms(Line::new(make)).await;
}

#[tokio::test(start_paused = true)]
async fn a_static_token_conforms() {
    let make = async |bench: &Bench| {
        let token = SecretString::from(bench.caller().token(Service::Mde).await);
        shared(StaticToken::new(token).unwrap())
    };
    gives_tokens(&Line::new(make)).await;
}

/// A fixed token causes no request.
#[tokio::test(start_paused = true)]
async fn a_static_token_makes_no_request() {
    let sandbox = Sandbox::start().await.unwrap();
    let credential = StaticToken::new(SecretString::from(CANARY)).unwrap();
    let credential: Arc<dyn TokenCredential> = Arc::new(credential);
    assert_eq!(token(&credential).await.unwrap(), CANARY);
    let forced = options().with_force_refresh();
    let again = credential.get_token(&["any"], &forced).await.unwrap();
    assert_eq!(again.secret().expose_secret(), CANARY);
    assert!(sandbox.all_requests().is_empty());
}
