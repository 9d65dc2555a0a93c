//! Outcomes for people: those that say the same stand together.

use super::outcome::{Outcome, OutcomeKind, Why};

/// One sentence for the tenants that ended alike, for standard error or a report.
///
/// `ok` is left out. Otherwise every tenant is named, in the order of the outcomes.
///
/// ```
/// use jobs::{Ended, Fanout, Tenant, Why, in_words};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), String> {
/// let a = Tenant::new("52eaad04-13a2-4a2f-9ce8-93a294fadf36")?.with_name("contoso");
/// let b = Tenant::new("4b827261-d21f-4aa9-b7db-7fa1f56fb163")?.with_name("fabrikam");
/// let mut run = Fanout::new().run(vec![a, b], |_| async { Ended::Failed(Why::new("late", "no answer")) });
/// let mut outcomes = Vec::new();
/// while let Some(outcome) = run.next().await {
///     outcomes.push(outcome);
/// }
/// assert_eq!(in_words(&outcomes)[0].message, "contoso, fabrikam: failed (late): no answer");
/// # Ok(())
/// # }
/// ```
pub fn in_words(outcomes: &[Outcome]) -> Vec<Why> {
    let unwell = outcomes.iter().filter(|one| one.outcome != OutcomeKind::Ok);
    let mut groups: Vec<Vec<&Outcome>> = Vec::new();
    let said = |one: &Outcome| (one.outcome, one.message.clone(), one.rows);
    for outcome in unwell {
        match groups
            .iter_mut()
            .find(|group| said(group[0]) == said(outcome))
        {
            Some(group) => group.push(outcome),
            None => groups.push(vec![outcome]),
        }
    }
    groups.iter().map(|group| told(group)).collect()
}

/// The tenants of a group, then what became of them.
fn told(group: &[&Outcome]) -> Why {
    let names: Vec<_> = group.iter().map(|one| one.label()).collect();
    let one = group[0];
    let text = one.to_string();
    let rest = text.strip_prefix(one.label()).unwrap_or(&text);
    let message = format!("{}{rest}", names.join(", "));
    let mut why = Why::new(one.code.as_deref().unwrap_or_default(), message);
    why.hint.clone_from(&one.hint);
    why
}
