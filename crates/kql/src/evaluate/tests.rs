//! Queries over two small tables, accepted and refused.

use serde_json::{Value, json};

use super::*;
use crate::schema::Schema;

mod bounds;
mod forms;
mod usage;
mod vendor;

/// Two small tables.
struct Small(Schema);

impl Small {
    fn new() -> Self {
        let mut schema = Schema::new();
        for name in ["T", "U"] {
            let (columns, _) = table(name);
            schema.insert(name, columns);
        }
        schema.insert_enrichment("FileProfile", [("GlobalPrevalence", Kind::Long)]);
        schema.insert_table_function("SeenBy", [("DeviceId", Kind::Text)]);
        Self(schema)
    }
}

impl Data for Small {
    fn schema(&self) -> &Schema {
        &self.0
    }

    fn rows(&self, name: &str) -> Vec<Vec<Cell>> {
        table(name).1
    }
}

fn table(name: &str) -> (Vec<(&'static str, Kind)>, Vec<Vec<Cell>>) {
    let time = |text: &str| Cell::Time(text.parse().unwrap());
    let text = |text: &str| Cell::Text(text.to_owned());
    match name {
        "T" => (
            vec![
                ("Name", Kind::Text),
                ("Size", Kind::Long),
                ("Timestamp", Kind::Time),
                ("Tags", Kind::Dynamic),
                ("On", Kind::Bool),
            ],
            vec![
                vec![
                    text("alpha | beta"),
                    Cell::Long(3),
                    time("2026-01-01T00:10:00Z"),
                    Cell::Dynamic(json!(["x"])),
                    Cell::Bool(true),
                ],
                vec![
                    text("Gamma"),
                    Cell::Long(9),
                    time("2026-01-05T00:20:00Z"),
                    Cell::Dynamic(json!([])),
                    Cell::Bool(false),
                ],
                vec![
                    text("gamma.exe"),
                    Cell::Null,
                    time("2026-01-05T00:50:00Z"),
                    Cell::Null,
                    Cell::Bool(true),
                ],
            ],
        ),
        _ => (
            vec![
                ("Name", Kind::Text),
                ("Owner", Kind::Text),
                ("Size", Kind::Long),
            ],
            vec![
                vec![text("Gamma"), text("ann"), Cell::Long(1)],
                vec![text("Gamma"), text("bob"), Cell::Long(2)],
                vec![text("nobody"), text("cid"), Cell::Long(3)],
            ],
        ),
    }
}

/// Steps of a query in tests.
const STEPS: u64 = 1_000_000;

fn ask(query: &str) -> Result<Table, Problem> {
    let now = "2026-01-06T00:00:00Z".parse().unwrap();
    evaluate(
        query,
        &Small::new(),
        Limits::default().with_steps(STEPS),
        now,
    )
}

/// The rows as arrays.
fn rows(query: &str) -> Value {
    let table = ask(query).unwrap_or_else(|why| panic!("{query}: {}", why.render(query)));
    table
        .rows
        .iter()
        .map(|row| row.iter().map(Cell::to_json).collect::<Value>())
        .collect()
}

fn columns(query: &str) -> Vec<String> {
    ask(query)
        .unwrap()
        .columns
        .into_iter()
        .map(|column| column.name)
        .collect()
}

fn names(query: &str) -> Value {
    rows(&format!("{query} | project Name"))
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row[0].clone())
        .collect()
}

#[test]
fn rows_are_picked_by_conditions() {
    let all = json!(["alpha | beta", "Gamma", "gamma.exe"]);
    for (condition, expected) in [
        ("Name contains '| BETA'", json!(["alpha | beta"])),
        ("Size > 3 and Name =~ 'gamma'", json!(["Gamma"])),
        ("Name == 'gamma'", json!([])),
        ("Name has 'GAMMA'", json!(["Gamma", "gamma.exe"])),
        ("Name has 'gam'", json!([])),
        (
            "Name startswith 'g' and Name !endswith '.EXE'",
            json!(["Gamma"]),
        ),
        ("Name contains_cs 'G'", json!(["Gamma"])),
        ("Name in ('Gamma', 'x')", json!(["Gamma"])),
        ("Name in~ ('GAMMA', 'x')", json!(["Gamma"])),
        (
            "Name !in (dynamic(['Gamma']))",
            json!(["alpha | beta", "gamma.exe"]),
        ),
        (
            "Name has_any ('beta', 'exe')",
            json!(["alpha | beta", "gamma.exe"]),
        ),
        ("Size between (3 .. 8)", json!(["alpha | beta"])),
        ("Size !between (3 .. 8)", json!(["Gamma"])),
        (
            "Timestamp between (datetime(2026-01-05) .. 30m)",
            json!(["Gamma"]),
        ),
        ("Timestamp > ago(2d)", json!(["Gamma", "gamma.exe"])),
        (
            "Timestamp >= datetime(2026-01-05T00:50:00Z)",
            json!(["gamma.exe"]),
        ),
        ("On", json!(["alpha | beta", "gamma.exe"])),
        ("not(On) or Size == 3", json!(["alpha | beta", "Gamma"])),
        ("isnull(Size)", json!(["gamma.exe"])),
        // Null differs from every value and has no order with any.
        ("Size != 3", json!(["Gamma", "gamma.exe"])),
        ("Size < 100", json!(["alpha | beta", "Gamma"])),
        ("(Size + 1) * 2 == 8", json!(["alpha | beta"])),
        ("strlen(Name) > 0 // remark", all.clone()),
    ] {
        assert_eq!(
            names(&format!("T | where {condition}")),
            expected,
            "{condition}"
        );
    }
}

#[test]
fn rows_are_sorted_and_cut() {
    assert_eq!(
        names("T | sort by Size"),
        json!(["Gamma", "alpha | beta", "gamma.exe"])
    );
    assert_eq!(
        names("T | order by On asc, Timestamp desc"),
        json!(["Gamma", "gamma.exe", "alpha | beta"])
    );
    assert_eq!(names("T | top 1 by Timestamp asc"), json!(["alpha | beta"]));
    assert_eq!(names("T | take 2"), json!(["alpha | beta", "Gamma"]));
    assert_eq!(names("let n = 1; T | limit n"), json!(["alpha | beta"]));
}

#[test]
fn columns_are_chosen_and_made() {
    let query =
        "T | project Key = tolower(Name), Size | extend Size = Size * 2, More = strcat(Key, '!')";
    assert_eq!(columns(query), ["Key", "Size", "More"]);
    assert_eq!(
        rows(&format!("{query} | take 1")),
        json!([["alpha | beta", 6, "alpha | beta!"]])
    );
    assert_eq!(
        columns("T | project-away Tags, On, Timestamp"),
        ["Name", "Size"]
    );
    assert_eq!(
        rows("T | project bin(Timestamp, 1h) | distinct Timestamp"),
        json!([
            ["2026-01-01T00:00:00.0000000Z"],
            ["2026-01-05T00:00:00.0000000Z"]
        ])
    );
    assert_eq!(rows("T | distinct On"), json!([[true], [false]]));
    assert_eq!(rows("T | distinct * | count"), json!([[3]]));
    assert_eq!(
        rows("T | where Size == 3 | project Tags, now() - Timestamp"),
        json!([["[\"x\"]", "4.23:50:00"]])
    );
}

#[test]
fn groups_are_summarized() {
    assert_eq!(
        rows("T | summarize count(), dcount(On), sum(Size), min(Size), max(Timestamp)"),
        json!([[3, 2, 12, 3, "2026-01-05T00:50:00.0000000Z"]])
    );
    assert_eq!(
        columns("T | summarize count(), dcount(On), N = sum(Size) by On"),
        ["On", "count_", "dcount_On", "N"]
    );
    assert_eq!(
        rows("T | summarize count() by bin(Timestamp, 1d)"),
        json!([
            ["2026-01-01T00:00:00.0000000Z", 1],
            ["2026-01-05T00:00:00.0000000Z", 2]
        ])
    );
    assert_eq!(
        rows("T | where Size > 100 | summarize count(), sum(Size)"),
        json!([[0, 0]])
    );
    assert_eq!(
        rows("T | where Size > 100 | summarize count() by On"),
        json!([])
    );
    assert_eq!(
        columns("T | summarize arg_max(Timestamp, *) by On"),
        ["On", "Timestamp", "Name", "Size", "Tags"]
    );
    assert_eq!(
        rows("T | summarize arg_max(Timestamp, Name) by On"),
        json!([
            [true, "2026-01-05T00:50:00.0000000Z", "gamma.exe"],
            [false, "2026-01-05T00:20:00.0000000Z", "Gamma"]
        ])
    );
    assert_eq!(
        rows("T | summarize countif(On), avg(Size), make_set(On)"),
        json!([[2, 6.0, "[true,false]"]])
    );
}

#[test]
fn tables_are_joined_on_equal_columns() {
    let query = "T | join kind=inner (U | where Owner != 'cid') on Name";
    assert_eq!(
        columns(query),
        [
            "Name",
            "Size",
            "Timestamp",
            "Tags",
            "On",
            "Name1",
            "Owner",
            "Size1"
        ]
    );
    assert_eq!(
        rows(&format!("{query} | project Name, Owner, Size, Size1")),
        json!([["Gamma", "ann", 9, 1], ["Gamma", "bob", 9, 2]])
    );
    let other =
        "T | join kind=inner U on $left.Name == $right.Name, $left.Size == $right.Size | count";
    assert_eq!(rows(other), json!([[0]]));
}

#[test]
fn scalars_are_bound() {
    assert_eq!(
        names(
            "let since = ago(2d); let who = 'Gamma'; T | where Timestamp > since and Name == who"
        ),
        json!(["Gamma"])
    );
    assert_eq!(
        names("let who = dynamic(['Gamma', 'x']); T | where Name in (who)"),
        json!(["Gamma"])
    );
    assert_eq!(
        names(r#"let who = "a\"b"; T | where Name != who | take 1"#),
        json!(["alpha | beta"])
    );
}

#[test]
fn what_is_wrong_is_refused_with_its_kind_and_place() {
    use ProblemKind::{
        Arguments, Syntax, Type, UnknownColumn, UnknownFunction, UnknownOperator, UnknownTable,
    };
    for (query, kind, line, column) in [
        ("X", UnknownTable, 1, 1),
        ("T | frobnicate", UnknownOperator, 1, 5),
        (
            "T\n| where Name == 'x'\n| project Nothing",
            UnknownColumn,
            3,
            11,
        ),
        ("T | where Nothing == 1", UnknownColumn, 1, 11),
        ("T | where Name == 1", Type, 1, 11),
        ("T | where Name > 'a'", Type, 1, 11),
        ("T | where Size", Type, 1, 11),
        ("T | where Size contains 'x'", Type, 1, 11),
        ("T | where frob(Name) == 'x'", UnknownFunction, 1, 11),
        ("T | where Name matches regex '('", Arguments, 1, 30),
        ("T | take x", UnknownColumn, 1, 10),
        ("T | take -1", Arguments, 1, 10),
        ("T | take 1.5", Type, 1, 10),
        ("T | where Name == 'x", Syntax, 1, 19),
        ("T | where (Size > 1", Syntax, 1, 20),
        ("T | join kind=inside U on Name", Syntax, 1, 15),
        ("T | join kind=inner U on Owner", UnknownColumn, 1, 26),
        (
            "T | join kind=inner U on $left.Name == $right.Size",
            Type,
            1,
            32,
        ),
        ("T | join U", Arguments, 1, 5),
        ("T | summarize stdev(Name)", Type, 1, 15),
        ("T | summarize by", Syntax, 1, 17),
        ("T | extend n = count()", Arguments, 1, 16),
        ("T | mv-expand Size", Type, 1, 15),
        ("T | project Name, Name", Arguments, 1, 19),
        ("T | project bin(Name, 1)", Type, 1, 13),
        ("T | project iff(On, 1, 'x')", Type, 1, 24),
        ("T | project substring(Name)", Arguments, 1, 13),
        ("T | where Name in (1, 2)", Type, 1, 20),
        ("let n = 1;", Syntax, 1, 1),
        ("datatable(A:long, B:long)[1]", Arguments, 1, 1),
        ("", Syntax, 1, 1),
    ] {
        let problem = ask(query)
            .err()
            .unwrap_or_else(|| panic!("{query} was answered"));
        let place = problem.position(query);
        assert_eq!(
            (problem.kind, place.line, place.column),
            (kind, line, column),
            "{query}: {}",
            problem.render(query)
        );
    }
}

#[test]
fn what_is_not_evaluated_is_no_error_of_the_query() {
    for (query, what) in [
        (
            "externaldata(A:string)[h'https://example.com/a.csv'] with (format='csv')",
            "externaldata",
        ),
        ("T | scan with (step s1: Size > 1;)", "scan"),
        ("T | partition by Name { U | take 1 }", "partition"),
        ("T | extend h = hash_sha256(Name)", "hash_sha256"),
        ("T | extend x = parse_xml(Name)", "parse_xml"),
        ("T | summarize hll(Name)", "hll"),
        ("T | evaluate autocluster()", "autocluster"),
        ("SeenBy('x')", "SeenBy"),
        ("workspace('other').T", "tables of other databases"),
        (
            "declare query_parameters(a:string); T | where Name == a",
            "declare query_parameters",
        ),
    ] {
        let problem = ask(query)
            .err()
            .unwrap_or_else(|| panic!("{query} was answered"));
        assert_eq!(
            problem.kind,
            ProblemKind::NotEvaluated,
            "{query}: {}",
            problem.message
        );
        assert!(
            problem.message.contains(what),
            "{query}: {}",
            problem.message
        );
    }
}

#[test]
fn a_schema_has_a_row_for_each_column() {
    let answer = ask("U | getschema | project ColumnName, ColumnType, ColumnOrdinal").unwrap();
    let text = |text: &str| Cell::Text(text.to_owned());
    let row = |name, kind, place| vec![text(name), text(kind), Cell::Long(place)];
    assert_eq!(
        answer.rows,
        [
            row("Name", "string", 0),
            row("Owner", "string", 1),
            row("Size", "long", 2)
        ]
    );
}
