//! Valid and invalid answers of the consent page.

use super::*;

const CLIENT: &str = "11111111-2222-3333-4444-555555555555";
const TENANT: &str = "22222222-bbbb-4bbb-8bbb-0000000000b2";
const SCOPE: &str = "https://api.securitycenter.microsoft.com/.default";

fn consent() -> AdminConsent {
    AdminConsent::new(CLIENT, "https://partner.example/in", [SCOPE]).unwrap()
}

fn read(query: &str) -> Result<Consented> {
    let state = SecretString::from("s");
    consent().read(&format!("https://partner.example/in?{query}"), &state)
}

#[test]
fn the_page_is_that_of_the_second_form() {
    let request = consent()
        .with_cloud(Cloud::GccHigh)
        .request(TENANT)
        .unwrap();
    let url = request.url();
    assert_eq!(url.host_str(), Some("login.microsoftonline.us"));
    assert_eq!(url.path(), format!("/{TENANT}/v2.0/adminconsent"));
    let get = |name: &str| {
        url.query_pairs()
            .find(|(known, _)| known == name)
            .unwrap()
            .1
            .into_owned()
    };
    assert_eq!(get("client_id"), CLIENT);
    assert_eq!(get("redirect_uri"), "https://partner.example/in");
    assert_eq!(get("scope"), SCOPE);
    assert_eq!(get("state"), request.state().expose_secret());
    assert_ne!(
        get("state"),
        consent().request(TENANT).unwrap().state().expose_secret()
    );
    assert!(!format!("{request:?}").contains(&get("state")));
}

#[test]
fn consent_is_what_says_true_and_no_error() {
    for spelled in ["True", "true", "TRUE"] {
        let consented = read(&format!(
            "admin_consent={spelled}&tenant={TENANT}&state=s&scope=a%20b"
        ));
        let consented = consented.unwrap();
        assert_eq!(consented.tenant_id, TENANT);
        assert_eq!(consented.scope.as_deref(), Some("a b"));
    }
    let bare = consent().read(
        &format!("tenant={TENANT}&state=s&admin_consent=True"),
        &"s".into(),
    );
    assert!(bare.is_ok(), "the query alone will do");
}

#[test]
fn an_error_counts_whatever_stands_beside_it() {
    let beside = format!("admin_consent=True&tenant={TENANT}&state=s");
    for query in [
        format!(
            "{beside}&error=consent_required&error_description=AADSTS65004%3a+canary%40example.com+declined"
        ),
        format!("error=permission_denied&error_description=no&{beside}"),
        "error=access_denied&state=s".to_owned(),
    ] {
        let error = read(&query).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::ConsentRequired, "{query}");
        assert!(error.hint().is_some());
        assert!(!format!("{error:?}").contains("canary"));
    }
    let error = read("error=temporarily_unavailable&state=s").unwrap_err();
    assert!(error.is_transient());
}

#[test]
fn what_was_tampered_with_is_no_consent() {
    for state in ["", "state=", "state=t", "state=ss", "State=s"] {
        let error = read(&format!("admin_consent=True&tenant={TENANT}&{state}")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Refused, "{state}");
        let refused = read(&format!("error=access_denied&{state}")).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::Refused, "{state}");
    }
    for query in [
        format!("admin_consent=False&tenant={TENANT}&state=s"),
        format!("tenant={TENANT}&state=s"),
        "admin_consent=True&state=s".to_owned(),
        "admin_consent=True&tenant=contoso&state=s".to_owned(),
        format!("admin_consent=True&tenant={TENANT}&tenant=other&state=s"),
        format!("admin_consent=True&tenant={TENANT}&state=s&state=s"),
    ] {
        assert_eq!(
            read(&query).unwrap_err().kind(),
            ErrorKind::UnexpectedAnswer,
            "{query}"
        );
    }
}

#[test]
fn what_cannot_be_right_is_refused() {
    for tenant in ["common", "Consumers", "a/b", ""] {
        assert_eq!(
            consent().request(tenant).unwrap_err().kind(),
            ErrorKind::Configuration
        );
    }
    assert!(consent().request("organizations").is_ok());
    let http = consent().with_authority(Url::parse("http://login.example").unwrap());
    assert!(http.request(TENANT).is_err());
    for (client, redirect, scope) in [
        ("my app", "https://partner.example", Some(SCOPE)),
        (CLIENT, "http://partner.example", Some(SCOPE)),
        (CLIENT, "partner", Some(SCOPE)),
        (CLIENT, "https://partner.example", None),
    ] {
        assert!(
            AdminConsent::new(client, redirect, scope).is_err(),
            "{client} {redirect}"
        );
    }
}
