//! `docs/reference/operations.md`: one table per product and group.

use super::table::{code, head, row};
use super::{Operation, PRINTED, title};

const COLUMNS: &[&str] = &[
    "Operation",
    "Purpose",
    "Command",
    "Method and path",
    "Status",
    "Least permission",
    "Limits",
];

pub(super) fn page(operations: &[Operation]) -> String {
    let mut text = format!("{PRINTED}\n# Operations\n\n{}", INTRODUCTION);
    text.push_str(&contents(operations));
    let (mut product, mut group) = ("", "");
    for operation in operations {
        if operation.product() != product {
            product = operation.product();
            group = "";
            text.push_str(&format!("\n## {}\n", title(product)));
        }
        if operation.group() != group {
            group = operation.group();
            text.push_str(&format!("\n### {product} {}\n\n", group.replace('_', "-")));
            text.push_str(&head(COLUMNS));
        }
        text.push_str(&line(operation));
    }
    text
}

const INTRODUCTION: &str = "\
What the SDK and the command line know of each service. An operation's id leads everywhere: `mde.alerts.list` is
`mde_api::alerts::LIST`, `client.alerts().list()` and `defender mde alerts list`.

Status: `ga`; `preview`, which may change; `legacy`, which still answers and has a successor; `retired`, kept so that old
scripts get an explanation. Least permission: the first application permission the vendor names, then the first delegated one
where it differs; [permissions](permissions.md) has them all. Limits are those documented; a dash means that none is.

";

/// Products with their number of operations, as links.
fn contents(operations: &[Operation]) -> String {
    let mut products: Vec<(&str, usize)> = Vec::new();
    for operation in operations {
        match products.last_mut() {
            Some((product, count)) if *product == operation.product() => *count += 1,
            _ => products.push((operation.product(), 1)),
        }
    }
    let lines: Vec<String> = products
        .iter()
        .map(|(product, count)| {
            let title = title(product);
            let anchor = title.to_lowercase().replace(' ', "-");
            format!("- [{title}](#{anchor}): {count}\n")
        })
        .collect();
    lines.concat()
}

fn line(operation: &Operation) -> String {
    row(&[
        &code(&operation.id),
        &operation.summary,
        &command(operation),
        &address(operation),
        &operation.status,
        &least(operation),
        &limits(&operation.limits),
    ])
}

/// The command, with the records it leaves out.
fn command(operation: &Operation) -> String {
    let command = code(&operation.command());
    match &operation.left_out {
        Some((note, flag)) => format!("{command}, without {note} unless `--{flag}` is given"),
        None => command,
    }
}

/// The verb and the path, with the host where it is not the product's own.
fn address(operation: &Operation) -> String {
    let call = format!("`{} {}`", operation.method, operation.path);
    match operation.host.as_str() {
        "absolute_url" => format!("{call}, an address from an earlier answer"),
        "graph" if operation.product() != "graph" => format!("{call} of Microsoft Graph"),
        _ => call,
    }
}

fn least(operation: &Operation) -> String {
    match (operation.application.first(), operation.delegated.first()) {
        (None, None) => "-".to_owned(),
        (Some(application), Some(delegated)) if application == delegated => code(application),
        (Some(application), Some(delegated)) => {
            format!("{}; delegated {}", code(application), code(delegated))
        }
        (Some(application), None) => format!("{}; application only", code(application)),
        (None, Some(delegated)) => format!("{}; delegated only", code(delegated)),
    }
}

fn limits(limits: &[(u64, u64)]) -> String {
    if limits.is_empty() {
        return "-".to_owned();
    }
    let parts: Vec<String> = limits
        .iter()
        .map(|&(calls, seconds)| match seconds {
            60 => format!("{calls} a minute"),
            3600 => format!("{calls} an hour"),
            86_400 => format!("{calls} a day"),
            seconds if seconds % 60 == 0 => format!("{calls} in {} minutes", seconds / 60),
            seconds => format!("{calls} in {seconds} seconds"),
        })
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::tests::operation as sample;
    use super::*;

    #[test]
    fn an_operation_is_one_line() {
        let line = line(&sample());
        assert_eq!(
            line,
            "| `mde.machine_actions.get` | Get one action | `defender mde machine-actions get MACHINE_ACTION_ID` \
             | `GET /api/machineactions/{machine_action_id}` | ga | `Machine.Read.All`; delegated `Machine.Read` \
             | 100 a minute, 1500 an hour |\n"
        );
    }

    #[test]
    fn what_a_command_leaves_out_is_said() {
        let mut operation = sample();
        operation.left_out = Some(("old ones".to_owned(), "all".to_owned()));
        let text = command(&operation);
        assert!(
            text.ends_with("`, without old ones unless `--all` is given"),
            "{text}"
        );
    }

    #[test]
    fn windows_are_said_in_words() {
        assert_eq!(limits(&[]), "-");
        assert_eq!(
            limits(&[(5, 600), (7, 86_400), (1, 45)]),
            "5 in 10 minutes, 7 a day, 1 in 45 seconds"
        );
    }

    #[test]
    fn a_foreign_host_is_named() {
        let mut operation = sample();
        operation.host = "graph".to_owned();
        assert!(address(&operation).ends_with(" of Microsoft Graph"));
        operation.id = "graph.alerts.list".to_owned();
        assert!(!address(&operation).contains("of Microsoft Graph"));
    }

    #[test]
    fn one_kind_of_permission_is_said_to_be_the_only_one() {
        let mut operation = sample();
        operation.delegated.clear();
        assert_eq!(least(&operation), "`Machine.Read.All`; application only");
        operation.application.clear();
        assert_eq!(least(&operation), "-");
    }

    #[test]
    fn every_product_and_group_has_a_heading() {
        let mut other = sample();
        other.id = "xdr.incidents.get".to_owned();
        let page = page(&[sample(), other]);
        for heading in [
            "## Microsoft Defender for Endpoint\n",
            "### mde machine-actions\n",
            "### xdr incidents\n",
            "- [Microsoft Defender XDR](#microsoft-defender-xdr): 1\n",
        ] {
            assert!(page.contains(heading), "{heading}");
        }
    }
}
