//! Queries that would overflow the stack or take too long.

use super::*;

fn refused(query: &str) -> String {
    match ask(query) {
        Err(problem) => problem.message,
        Ok(_) => panic!("{} characters were answered", query.len()),
    }
}

#[test]
fn what_nests_too_deep_is_refused() {
    let nested = |head: &str, open: &str, inner: &str, close: &str, count: usize| {
        format!("{head}{}{inner}{}", open.repeat(count), close.repeat(count))
    };
    for (head, open, inner, close) in [
        ("T | where ", "(", "On", ")"),
        ("T | where ", "not(", "On", ")"),
        ("T | extend x = ", "strcat(", "Name", ")"),
        ("T | extend x = ", "-", "1", ""),
        ("T | where ", "On in (", "On", ")"),
        ("T | where ", "Name has_any (", "Name", ")"),
        ("T", " | join kind=inner (T", "", ") on Name"),
        ("T | extend x = ", "iff(On, 1, ", "1", ")"),
    ] {
        let query = nested(head, open, inner, close, 50_000);
        assert!(refused(&query).contains("too complex"), "{open}");
    }
    // The JSON parser has a limit of its own.
    let list = nested("T | extend x = dynamic(", "[", "", "]", 50_000);
    assert!(refused(&format!("{list})")).contains("could not be parsed"));
    assert_eq!(
        rows(&nested("T | count | where ", "(", "Count == 3", ")", 90)),
        json!([[3]])
    );
}

#[test]
fn the_work_grows_with_the_terms_and_does_not_double() {
    let terms = |count: usize, word: &str| vec!["Name =~ 'Gamma'"; count].join(word);
    for word in [" or ", " and "] {
        let query = format!("T | where {} | count", terms(2_000, word));
        assert_eq!(rows(&query), json!([[1]]), "{word}");
    }
    // Each level contains the previous one twice.
    for (left, right) in [
        ("(", " or Size == 9)"),
        ("((", ") == true)"),
        ("(Size == 9 or ", ")"),
        ("(true == (", "))"),
        ("iff(", ", true, false)"),
        ("not(", ")"),
    ] {
        let count = 40;
        let query = format!(
            "T | where {}Name =~ 'Gamma'{} | count",
            left.repeat(count),
            right.repeat(count)
        );
        assert_eq!(rows(&query), json!([[1]]), "{left}{right}");
    }
    let query = format!(
        "T | extend x = 0{} | project x | take 1",
        " + 1".repeat(5_000)
    );
    assert_eq!(rows(&query), json!([[5_000]]));
    let words = vec!["'nothing'"; 5_000].join(", ");
    let query = format!("T | where Name has_any ({words}, 'gamma') | count");
    assert_eq!(rows(&query), json!([[2]]));
}

#[test]
fn what_grows_with_each_step_runs_out_of_steps() {
    let lets: String = (1..80)
        .map(|at| format!("let a{at} = strcat(a{0}, a{0}); ", at - 1))
        .collect();
    let doubled = format!("let a0 = 'xxxxxxxx'; {lets} T | extend b = a79");
    let extended = format!("T{}", " | extend Name = strcat(Name, Name)".repeat(80));
    let joined = format!(
        "T | extend k = 1{}",
        " | join kind=inner (T | extend k = 1) on k".repeat(40)
    );
    let names: Vec<String> = (0..5_000).map(|at| format!("c{at} = 1")).collect();
    let wide = format!("T | project {}", names.join(", "));
    assert_eq!(ask(&wide).unwrap().columns.len(), 5_000);
    let parts = "range A from 1 to 1000000 step 1 | partition by A (summarize count())".to_owned();
    let looked_up =
        "let Nets = range A from 1 to 100000 step 1 | extend Net = '192.0.2.0/24'; Nets \
                     | evaluate ipv4_lookup(Nets, Net, Net)"
            .to_owned();
    for query in [doubled, extended, joined, parts, looked_up] {
        let why = refused(&query);
        assert!(why.contains("exceeded the allowed limits"), "{why}");
    }
}

#[test]
fn a_long_name_is_read_once() {
    let why = refused(&format!("T | where a{}", ".b".repeat(200_000)));
    assert!(why.contains("unknown column"), "{why}");
    let why = refused(&format!("T | extend a = Tags{}", ".b".repeat(200_000)));
    assert!(why.contains("too complex"), "{why}");
}
