//! Threat intelligence: references between records, and the records of a host.

use super::bench;

const HOST: &str = "updates.example.net";

#[tokio::test(start_paused = true)]
async fn articles_and_profiles_lead_to_their_indicators() {
    let (_bench, graph) = bench().await;
    let threats = graph.threat_intelligence();
    let listed = threats
        .articles_list()
        .send()
        .await
        .unwrap()
        .items
        .remove(0);
    let article = threats.article_get(&listed.id).send().await.unwrap();
    assert_eq!(article.title, listed.title);
    let indicators = threats.article_list_indicators(&article.id).send().await;
    for one in indicators.unwrap().items {
        let same = threats.article_indicator_get(&one.id).send().await.unwrap();
        assert_eq!(same.id, one.id);
    }
    let profile = threats.intel_profiles_list().send().await.unwrap();
    let profile = threats.intel_profile_get(&profile.items[0].id).send().await;
    let indicators = threats.intel_profile_list_indicators(&profile.unwrap().id);
    for one in indicators.send().await.unwrap().items {
        let same = threats.intel_profile_indicator_get(&one.id).send().await;
        assert_eq!(same.unwrap().first_seen_date_time, one.first_seen_date_time);
    }
    let error = threats.article_get("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

/// Each record of a list is found again by its id.
macro_rules! each_is_there {
    ($list:expr, $get:expr) => {{
        let listed = $list.send().await.unwrap().items;
        assert!(!listed.is_empty(), stringify!($list));
        for one in listed {
            let same = ($get)(&one.id).send().await.unwrap();
            assert_eq!(same.id, one.id);
        }
    }};
}

#[tokio::test(start_paused = true)]
async fn what_is_known_of_a_host_can_be_read_piece_by_piece() {
    let (_bench, graph) = bench().await;
    let threats = graph.threat_intelligence();
    threats.host_get(HOST).send().await.unwrap();
    each_is_there!(threats.host_list_components(HOST), |id| threats
        .host_component_get(id));
    each_is_there!(threats.host_list_cookies(HOST), |id| threats
        .host_cookie_get(id));
    each_is_there!(threats.host_list_host_pairs(HOST), |id| threats
        .host_pair_get(id));
    each_is_there!(threats.host_list_child_host_pairs(HOST), |id| threats
        .host_pair_get(id));
    each_is_there!(threats.host_list_parent_host_pairs(HOST), |id| threats
        .host_pair_get(id));
    each_is_there!(threats.host_list_ports(HOST), |id| threats
        .host_port_get(id));
    each_is_there!(threats.host_list_ssl_certificates(HOST), |id| threats
        .host_ssl_certificate_get(id));
    each_is_there!(threats.host_list_trackers(HOST), |id| threats
        .host_tracker_get(id));
    each_is_there!(threats.host_list_passive_dns(HOST), |id| threats
        .passive_dns_record_get(id));
    each_is_there!(threats.host_list_passive_dns_reverse(HOST), |id| threats
        .passive_dns_record_get(id));
    each_is_there!(threats.host_list_subdomains(HOST), |id| threats
        .subdomain_get(id));
    let reputation = threats.host_get_reputation(HOST).send().await.unwrap();
    assert!(reputation.score.is_some());
    let error = threats.host_list_ports("none.invalid").send().await;
    assert!(error.unwrap_err().is_not_found());
}

#[tokio::test(start_paused = true)]
async fn the_registration_of_a_host_has_a_history() {
    let (_bench, graph) = bench().await;
    let threats = graph.threat_intelligence();
    let whois = threats.host_get_whois(HOST).send().await.unwrap();
    let same = threats.whois_record_get(&whois.id).send().await.unwrap();
    assert_eq!(same.whois_server, whois.whois_server);
    let history = threats.whois_record_list_history(&whois.id).send().await;
    for one in history.unwrap().items {
        let same = threats.whois_history_record_get(&one.id).send().await;
        assert_eq!(same.unwrap().id, one.id);
    }
}

#[tokio::test(start_paused = true)]
async fn certificates_and_vulnerabilities_are_found_by_id() {
    let (_bench, graph) = bench().await;
    let threats = graph.threat_intelligence();
    let listed = threats.ssl_certificates_list().send().await.unwrap();
    let listed = &listed.items[0];
    let same = threats
        .ssl_certificate_get(&listed.id)
        .send()
        .await
        .unwrap();
    assert_eq!(same.sha1, listed.sha1);
    let cve = threats.vulnerability_get("CVE-2024-20000").send().await;
    let cve = cve.unwrap().id;
    let components = threats.vulnerability_list_components(&cve).send().await;
    for one in components.unwrap().items {
        let same = threats.vulnerability_component_get(&cve, &one.id);
        assert_eq!(same.send().await.unwrap().id, one.id);
    }
    let error = threats.vulnerability_get("CVE-1999-1").send().await;
    assert!(error.unwrap_err().is_not_found());
}
