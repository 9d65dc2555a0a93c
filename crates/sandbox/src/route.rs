//! From a method and a path to an operation of the tables.
//!
//! Fixed segments win over parameters. Letter case counts at Graph only. Three variations that the
//! services accept are removed first: a trailing slash, the `v1.0` of Defender for Endpoint, the
//! `/cas` of Defender for Cloud Apps.
//!
//! The OData services accept further spellings of a path ([`spelling`]). Graph serves the
//! operations of `v1.0` below `beta`, too.

mod spelling;
mod template;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use percent_encoding::percent_decode_str;

use crate::service::Service;
use crate::tables;
use crate::tables::Operation;
use crate::tables::guests::Guest;
use template::Template;

/// The parameter that a path with `/$count` has in addition. No parameter of the tables has this
/// name.
pub(crate) const COUNT: &str = "$count";

/// The result of routing.
#[derive(Debug)]
pub(crate) enum Route {
    /// An operation, and the decoded values of its path parameters.
    Found(&'static Operation, BTreeMap<String, String>),
    /// The path exists with other methods, which are listed.
    WrongVerb(Vec<&'static str>),
    /// No operation has this path.
    Unknown,
}

/// Templates are made once per process.
static MDE: LazyLock<Vec<Template>> = LazyLock::new(|| templates(Service::Mde));
static XDR: LazyLock<Vec<Template>> = LazyLock::new(|| templates(Service::Xdr));
static GRAPH: LazyLock<Vec<Template>> = LazyLock::new(|| templates(Service::Graph));
static MDCA: LazyLock<Vec<Template>> = LazyLock::new(|| templates(Service::Mdca));

fn templates(service: Service) -> Vec<Template> {
    tables::operations_of(service)
        .flat_map(|row| Template::all_of(service, row))
        .collect()
}

/// Finds the operation of a service for a method and a raw (still percent-encoded) path.
///
/// The path with the most fixed characters wins, whatever its methods. `guests` are the products of others that the emulator serves.
pub(crate) fn find(service: Service, method: &str, path: &str, guests: &[&'static Guest]) -> Route {
    let of_guests;
    let templates: &[Template] = match service {
        Service::Mde => &MDE,
        Service::Xdr => &XDR,
        Service::Graph => &GRAPH,
        Service::Mdca => &MDCA,
        Service::Guest => {
            let rows = guests.iter().flat_map(|guest| &guest.tables.operations);
            of_guests = rows
                .flat_map(|row| Template::all_of(Service::Guest, row))
                .collect::<Vec<_>>();
            &of_guests
        }
        Service::Login | Service::Storage => return Route::Unknown,
    };
    let segments = normal_segments(service, path);
    let fold = service != Service::Graph;
    let (mut nearest, mut route) = search(templates, method, &segments, fold);
    for segments in spelling::others(service, &segments) {
        let (fixed, other) = search(templates, method, &segments, fold);
        // An action's own path is nearer than a path with a parameter in its place, also in another version.
        let is_better = fixed > nearest || fixed == nearest && !matches!(route, Route::Found(..));
        if is_better && !matches!(other, Route::Unknown) {
            (nearest, route) = (fixed, other);
        }
    }
    match route {
        Route::Unknown if method == "GET" => count(service, templates, &segments, fold),
        route => route,
    }
}

/// The first segment of a path of Graph with which no path of the tables goes on, and its position.
pub(crate) fn unknown_segment(path: &str) -> (usize, String) {
    let segments = normal_segments(Service::Graph, path);
    let fits = |length: &usize| {
        GRAPH
            .iter()
            .any(|template| template.begins(&segments[..*length]))
    };
    let known = (1..=segments.len()).take_while(fits).last().unwrap_or(0);
    let at = known.min(segments.len().saturating_sub(1));
    (at, segments.get(at).cloned().unwrap_or_default())
}

/// The list whose rows a path with `/$count` counts.
fn count(service: Service, templates: &[Template], segments: &[String], fold: bool) -> Route {
    let Some((last, list)) = segments.split_last() else {
        return Route::Unknown;
    };
    if last != COUNT || !service.is_odata() {
        return Route::Unknown;
    }
    let mut spellings = vec![list.to_vec()];
    spellings.extend(spelling::others(service, list));
    let found = spellings
        .iter()
        .find_map(|list| match search(templates, "GET", list, fold).1 {
            Route::Found(operation, values) if operation.response.kind == "collection" => {
                Some((operation, values))
            }
            _ => None,
        });
    match found {
        Some((operation, mut values)) => {
            values.insert(COUNT.to_owned(), String::new());
            Route::Found(operation, values)
        }
        None => Route::Unknown,
    }
}

/// The operation whose template fits one spelling of a path best, and the number of fixed characters that matched.
fn search(templates: &[Template], method: &str, segments: &[String], fold: bool) -> (usize, Route) {
    let mut best: Option<(&Template, BTreeMap<String, String>)> = None;
    // The most fixed characters of any template that matches, and the methods of the templates with so many.
    let mut nearest = 0;
    let mut verbs: Vec<&'static str> = Vec::new();
    for template in templates {
        let Some((fixed, values)) = template.matches(segments, fold) else {
            continue;
        };
        if fixed > nearest {
            nearest = fixed;
            verbs.clear();
            best = None;
        }
        if fixed < nearest {
            continue;
        }
        verbs.push(&template.operation.method);
        if template.operation.method == method && best.is_none() {
            best = Some((template, values));
        }
    }
    let route = match best {
        Some((template, values)) => Route::Found(template.operation, values),
        None if verbs.is_empty() => Route::Unknown,
        None => {
            verbs.sort_unstable();
            verbs.dedup();
            Route::WrongVerb(verbs)
        }
    };
    (nearest, route)
}

/// Splits and decodes a path, and removes what the services ignore. An encoded slash stays inside
/// its segment.
fn normal_segments(service: Service, path: &str) -> Vec<String> {
    let mut segments: Vec<String> = path
        .trim_matches('/')
        .split('/')
        // The Graph SDK for Python joins its base address and its paths with two slashes.
        .filter(|segment| service != Service::Graph || !segment.is_empty())
        .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
        .collect();
    if service == Service::Mde
        && segments
            .get(1)
            .is_some_and(|part| part.eq_ignore_ascii_case("v1.0"))
    {
        segments.remove(1);
    }
    if service == Service::Mdca && segments.first().is_some_and(|part| part == "cas") {
        segments.remove(0);
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(service: Service, method: &str, path: &str) -> (String, BTreeMap<String, String>) {
        match find(service, method, path, &[]) {
            Route::Found(operation, values) => (operation.id.clone(), values),
            other => panic!("{method} {path}: {other:?}"),
        }
    }

    #[test]
    fn fixed_segments_win_over_parameters() {
        assert_eq!(
            id(Service::Mde, "GET", "/api/machines/findbytag").0,
            "mde.machines.find_by_tag"
        );
        assert_eq!(
            id(Service::Mde, "GET", "/api/machines/abc").0,
            "mde.machines.get"
        );
    }

    #[test]
    fn case_of_fixed_segments_and_the_version_do_not_matter_to_mde() {
        assert_eq!(
            id(Service::Mde, "GET", "/API/v1.0/Alerts").0,
            "mde.alerts.list"
        );
        assert!(matches!(
            find(Service::Graph, "GET", "/v1.0/Security/alerts_v2", &[]),
            Route::Unknown
        ));
    }

    #[test]
    fn function_segments_hand_out_their_arguments() {
        let (row, values) = id(
            Service::Mde,
            "GET",
            "/api/machines/findbyip(ip='fe80%3A%3A1',timestamp=2026-01-01T00:00:00Z)",
        );
        assert_eq!(row, "mde.machines.find_by_ip");
        assert_eq!(values["ip"], "fe80::1");
        assert_eq!(values["timestamp"], "2026-01-01T00:00:00Z");
    }

    #[test]
    fn a_wrong_verb_names_the_right_ones() {
        match find(Service::Mde, "DELETE", "/api/alerts/1", &[]) {
            Route::WrongVerb(verbs) => assert_eq!(verbs, ["GET", "PATCH"]),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_name_of_an_action_is_no_key_of_another_version() {
        let path = "/beta/security/alerts/updateAlerts";
        match find(Service::Graph, "PATCH", path, &[]) {
            Route::WrongVerb(verbs) => assert_eq!(verbs, ["POST"]),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_encoded_slash_stays_in_its_segment() {
        assert_eq!(
            id(Service::Mde, "GET", "/api/alerts/a%2Fb").1["alert_id"],
            "a/b"
        );
    }

    #[test]
    fn mdca_takes_both_prefixes_and_a_missing_slash() {
        assert_eq!(
            id(Service::Mdca, "GET", "/cas/api/v1/alerts").0,
            "mdca.alerts.list"
        );
        assert_eq!(
            id(Service::Mdca, "POST", "/api/v1/policies/5/enable/").0,
            "mdca.policies.enable"
        );
    }

    #[test]
    fn actions_and_functions_have_a_full_name() {
        let hunting = "graph.hunting.run";
        for (method, path, row) in [
            (
                "POST",
                "/v1.0/security/microsoft.graph.security.runHuntingQuery",
                hunting,
            ),
            ("POST", "/v1.0//security/runHuntingQuery", hunting),
            (
                "GET",
                "/v1.0//security/identities/sensors/microsoft.graph.security.getDeploymentPackageUri()",
                "graph.sensors.get_deployment_package_uri",
            ),
            (
                "GET",
                "/v1.0/security/identities/sensors/getDeploymentAccessKey()",
                "graph.sensors.get_deployment_access_key",
            ),
            (
                "GET",
                "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/1/aggregatedAppsDetails(period=duration'P30D')/2",
                "mdca.graph_discovery.get_app",
            ),
            (
                "POST",
                "/beta/security/alerts_v2/microsoft.graph.security.createAlert",
                "graph.alerts.create",
            ),
            (
                "POST",
                "/beta/security/incidentTasks/7/microsoft.graph.security.executeResponseAction",
                "graph.incident_tasks.execute_response_action",
            ),
            (
                "GET",
                "/beta/security/microsoft.graph.security.getHuntingSchema()",
                "graph.hunting.get_schema",
            ),
            (
                "GET",
                "/v1.0/reports/security/getAttackSimulationRepeatOffenders()",
                "graph.attack_simulation_reports.list_repeat_offenders",
            ),
        ] {
            assert_eq!(id(Service::Graph, method, path).0, row, "{path}");
        }
        // A list has no full name, and an action takes no parentheses.
        for (method, path) in [
            ("GET", "/v1.0/security/microsoft.graph.security.alerts_v2"),
            ("POST", "/v1.0/security/runHuntingQuery()"),
            ("POST", "/v1.0/security/other.runHuntingQuery"),
        ] {
            let route = find(Service::Graph, method, path, &[]);
            assert!(matches!(route, Route::Unknown), "{path}: {route:?}");
        }
    }

    #[test]
    fn every_qualified_name_ends_in_a_name_of_its_path() {
        let named: Vec<&Operation> = tables::operations()
            .filter(|operation| operation.qualified_name.is_some())
            .collect();
        assert!(!named.is_empty());
        for operation in named {
            assert!(
                Template::all_of(Service::Graph, operation).len() > 1,
                "{}",
                operation.id
            );
        }
    }

    #[test]
    fn keys_may_stand_in_parentheses() {
        let (row, values) = id(
            Service::Graph,
            "GET",
            "/v1.0/security/incidents('7')/alerts",
        );
        assert_eq!(
            (row.as_str(), values["incident_id"].as_str()),
            ("graph.incidents.list_alerts", "7")
        );
        let (row, values) = id(Service::Mde, "GET", "/api/machines('abc')");
        assert_eq!(
            (row.as_str(), values["machine_id"].as_str()),
            ("mde.machines.get", "abc")
        );
    }

    #[test]
    fn beta_has_what_v1_has_and_not_the_reverse() {
        let (row, _) = id(Service::Graph, "GET", "/beta/security/alerts_v2('1')");
        assert_eq!(row, "graph.alerts.get");
        // Beta alone has the creation.
        let list = id(Service::Graph, "GET", "/beta/security/alerts_v2").0;
        let create = id(Service::Graph, "POST", "/beta/security/alerts_v2").0;
        assert_eq!(
            (list.as_str(), create.as_str()),
            ("graph.alerts.list", "graph.alerts.create_manual")
        );
        assert!(matches!(
            find(Service::Graph, "GET", "/v1.0/security/tiIndicators", &[]),
            Route::Unknown
        ));
    }

    #[test]
    fn the_rows_of_a_list_are_counted_below_it() {
        let (row, values) = id(Service::Graph, "GET", "/v1.0/security/alerts_v2/$count");
        assert_eq!(row, "graph.alerts.list");
        assert!(values.contains_key(COUNT));
        assert_eq!(
            id(Service::Mde, "GET", "/api/machines/1/alerts/$count").0,
            "mde.machines.count_alerts"
        );
        assert!(matches!(
            find(
                Service::Graph,
                "GET",
                "/v1.0/security/runHuntingQuery/$count",
                &[]
            ),
            Route::Unknown
        ));
    }
}
