//! Problems of queries in the words of the service.
//!
//! What the language has and the emulator lacks is refused with a status and a code of its own, so that it is not taken
//! for an error of the query.
//!
//! Source: messages of the advanced hunting API as observed.

use kql::{Problem, ProblemKind};

use crate::refusal::Refusal;

/// The code of a query that the emulator does not evaluate. The status is 501, which clients do not retry.
const NOT_EVALUATED: &str = "SandboxDoesNotEvaluate";

/// The refusal of a query with a problem. Its message ends with line and position, both counted from 1.
pub(super) fn refusal(problem: &Problem, query: &str) -> Refusal {
    let place = problem.position(query);
    let name = problem.span.of(query);
    let by = operator(problem, query);
    let text = match problem.kind {
        ProblemKind::NotEvaluated => format!("The sandbox {}.", problem.message),
        ProblemKind::UnknownTable => format!(
            "Semantic error: '' operator: Failed to resolve table or column expression named '{name}'."
        ),
        ProblemKind::UnknownColumn => {
            format!(
                "Semantic error: '{by}' operator: Failed to resolve scalar expression named '{name}'."
            )
        }
        ProblemKind::UnknownFunction => {
            format!("Semantic error: '{by}' operator: Unknown function: '{name}'.")
        }
        ProblemKind::Syntax | ProblemKind::UnknownOperator | ProblemKind::TooComplex => {
            format!("Syntax error: {}.", problem.message)
        }
        ProblemKind::Limit => format!(
            "Query execution has exceeded the allowed limits: {}.",
            problem.message
        ),
        _ => format!("Semantic error: '{by}' operator: {}.", problem.message),
    };
    let message = format!("{text} Line: {}, Position: {}", place.line, place.column);
    match problem.kind {
        ProblemKind::NotEvaluated => Refusal::new(501, NOT_EVALUATED, message),
        _ => Refusal::new(400, "BadRequest", message),
    }
}

/// The operator in which a problem lies. Empty before the first one.
fn operator<'q>(problem: &Problem, query: &'q str) -> &'q str {
    let operators = kql::operators(query).into_iter();
    let before = operators.take_while(|(_, span)| span.start <= problem.span.start);
    before.last().map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kql::{Kind, Schema};

    fn refused(query: &str) -> (u16, &'static str, String) {
        let mut schema = Schema::new();
        schema.insert("T", [("Name", Kind::Text)]);
        let problem = kql::check(query, &schema).remove(0);
        let refusal = refusal(&problem, query);
        (refusal.status, refusal.code, refusal.message)
    }

    #[test]
    fn each_problem_has_the_words_of_the_service() {
        for (query, words) in [
            (
                "X",
                "'' operator: Failed to resolve table or column expression named 'X'. Line: 1, Position: 1",
            ),
            (
                "T\n| project Nmae",
                "'project' operator: Failed to resolve scalar expression named 'Nmae'. Line: 2, Position: 11",
            ),
            (
                "T | where frob(Name)",
                "'where' operator: Unknown function: 'frob'. Line: 1, Position: 11",
            ),
            (
                "T | frobnicate",
                "Syntax error: unknown operator `frobnicate`. Line: 1, Position: 5",
            ),
            (
                "T | where Name",
                "'where' operator: `where` takes bool, not string. Line: 1, Position: 11",
            ),
        ] {
            let (status, code, message) = refused(query);
            assert_eq!((status, code), (400, "BadRequest"), "{query}");
            assert!(message.ends_with(words), "{message}");
        }
    }

    #[test]
    fn what_is_not_evaluated_is_not_the_callers_error() {
        let mut problem = kql::check("X", &Schema::new()).remove(0);
        problem.kind = ProblemKind::NotEvaluated;
        problem.message = "does not evaluate `scan`".to_owned();
        let refusal = refusal(&problem, "X");
        assert_eq!((refusal.status, refusal.code), (501, NOT_EVALUATED));
        assert_eq!(
            refusal.message,
            "The sandbox does not evaluate `scan`. Line: 1, Position: 1"
        );
    }
}
