//! `docs/reference/permissions.md`: operations of each permission.

use std::collections::BTreeMap;

use super::table::{code, codes, head, row};
use super::{Operation, PRINTED, title};

/// The operations that need this permission, and those for which a smaller one is enough.
#[derive(Default)]
struct Opens<'a> {
    least: Vec<&'a str>,
    also: Vec<&'a str>,
}

pub(super) fn page(operations: &[Operation]) -> String {
    let mut text = format!("{PRINTED}\n# Permissions\n\n{INTRODUCTION}");
    let mut products: Vec<&str> = operations.iter().map(Operation::product).collect();
    products.dedup();
    for product in products {
        let operations: Vec<&Operation> = operations
            .iter()
            .filter(|operation| operation.product() == product)
            .collect();
        text.push_str(&format!("\n## {}\n", title(product)));
        text.push_str(&section(
            "Application",
            opened(&operations, |operation| &operation.application),
        ));
        text.push_str(&section(
            "Delegated",
            opened(&operations, |operation| &operation.delegated),
        ));
        let silent = operations
            .iter()
            .filter(|operation| operation.application.is_empty() && operation.delegated.is_empty())
            .map(|operation| operation.id.as_str());
        let silent = codes(silent);
        if silent != "-" {
            text.push_str(&format!("\nNo permission is documented for {silent}.\n"));
        }
    }
    text
}

const INTRODUCTION: &str = "\
Which permission an application or a signed-in user needs for which operation. As a rule any one of an operation's permissions
is enough; an audit log search sees only the workloads whose permission the token holds. `Least for` lists the operations that need no smaller permission than this one, `also opens` those for which a
smaller one would do. Grant what stands in the first column for the operations you call.
";

fn opened<'a>(
    operations: &[&'a Operation],
    permissions: impl Fn(&'a Operation) -> &'a [String],
) -> BTreeMap<&'a str, Opens<'a>> {
    let mut opened: BTreeMap<&str, Opens<'_>> = BTreeMap::new();
    for operation in operations {
        for (place, permission) in permissions(operation).iter().enumerate() {
            let opens = opened.entry(permission).or_default();
            let list = if place == 0 {
                &mut opens.least
            } else {
                &mut opens.also
            };
            list.push(&operation.id);
        }
    }
    opened
}

fn section(kind: &str, opened: BTreeMap<&str, Opens<'_>>) -> String {
    if opened.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{kind} permissions:\n\n");
    text.push_str(&head(&["Permission", "Least for", "Also opens"]));
    for (permission, opens) in opened {
        text.push_str(&row(&[
            &code(permission),
            &codes(opens.least),
            &codes(opens.also),
        ]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tests::operation as sample;
    use super::*;

    #[test]
    fn the_first_permission_is_the_least() {
        let page = page(&[sample()]);
        assert!(
            page.contains("| `Machine.Read.All` | `mde.machine_actions.get` | - |\n"),
            "{page}"
        );
        assert!(
            page.contains("| `Machine.ReadWrite.All` | - | `mde.machine_actions.get` |\n"),
            "{page}"
        );
        assert!(page.contains("Delegated permissions:\n"), "{page}");
    }

    #[test]
    fn an_operation_without_permissions_is_named() {
        let mut operation = sample();
        operation.application.clear();
        operation.delegated.clear();
        let page = page(&[operation]);
        assert!(
            page.contains("No permission is documented for `mde.machine_actions.get`."),
            "{page}"
        );
        assert!(!page.contains("Application permissions"), "{page}");
    }
}
