//! The results as Markdown: tables for the caller, and the page of the documentation around them.

mod lake;

use super::cases::{HuntCosts, ListCosts, Results, SlowCosts, StartCosts};
use super::lake::LakeCosts;
use super::measure::Cost;
use super::server::Served;

pub(super) use lake::{missed, section, with_section};

const MEGABYTE: f64 = 1e6;
const MEBIBYTE: f64 = 1024.0 * 1024.0;

/// The text around the tables.
const PAGE: &str = include_str!("../../bench/performance.md.template");

/// All tables.
pub(super) fn tables(results: &Results) -> String {
    let lists: Vec<String> = results.lists.iter().map(list).collect();
    format!(
        "{}\n{}\n{}\n{}",
        lists.join("\n"),
        hunt(&results.hunt),
        slow(&results.slow),
        start(&results.start)
    )
}

/// The page of the documentation.
pub(super) fn page(results: &Results, costs: &LakeCosts, machine: &str) -> String {
    let lists: Vec<String> = results.lists.iter().map(list).collect();
    let page = with_section(PAGE, &section(costs)).unwrap_or_else(|_| PAGE.to_owned());
    page.replace("__machine__", machine)
        .replace("__lists__\n", &lists.join("\n"))
        .replace("__hunt__\n", &hunt(&results.hunt))
        .replace("__slow__\n", &slow(&results.slow))
        .replace("__start__\n", &start(&results.start))
}

fn list(costs: &ListCosts) -> String {
    let kind = costs.served.list.kind;
    let line = |name: &str, cost: &Cost| {
        [
            name.to_owned(),
            seconds(cost.processor),
            times(cost.processor / costs.curl.processor),
            fraction(cost.processor / costs.python.processor),
            seconds(cost.clock),
            memory(cost.memory),
        ]
    };
    table(
        &title(&costs.served),
        ["", "processor", "of curl", "of Python", "clock", "memory"],
        &[
            line("curl, to nothing", &costs.curl),
            line("Python with requests", &costs.python),
            line(
                &format!("`defender mde {kind} list -o ndjson`"),
                &costs.defender,
            ),
            line(&format!("`client.{kind}().list().items()`"), &costs.items),
        ],
    )
}

fn hunt(costs: &HuntCosts) -> String {
    let line = |name: &str, cost: &Cost| {
        [
            name.to_owned(),
            seconds(cost.processor),
            times(cost.processor / costs.curl.processor),
            fraction(cost.processor / costs.python.processor),
            seconds(cost.clock),
            memory(cost.memory),
        ]
    };
    table(
        &title(&costs.served),
        ["", "processor", "of curl", "of Python", "clock", "memory"],
        &[
            line("curl, to nothing", &costs.curl),
            line("Python with requests", &costs.python),
            line("`defender hunt -o ndjson`", &costs.defender),
            line(
                "`defender mde advanced-hunting run -o ndjson`",
                &costs.older,
            ),
        ],
    )
}

fn slow(costs: &SlowCosts) -> String {
    let rate = costs.served.list.bytes_per_second.unwrap_or_default();
    let line = |name: &str, cost: &Cost| {
        [
            name.to_owned(),
            cost.first.map_or_else(String::new, seconds),
            seconds(cost.clock),
            times(cost.clock / costs.curl.clock),
        ]
    };
    table(
        &format!(
            "{}, at {} MB/s",
            title(&costs.served),
            rate as f64 / MEGABYTE
        ),
        ["", "first row", "all rows", "of curl"],
        &[
            line("curl, to nothing", &costs.curl),
            line("`defender mde machines list -o ndjson`", &costs.defender),
        ],
    )
}

fn start(costs: &StartCosts) -> String {
    let line = |name: &str, cost: &Cost, base: f64, instructions: Option<u64>| {
        let millions = instructions.map(|count| format!("{:.1} million", count as f64 / 1e6));
        [
            name.to_owned(),
            format!("{:.1} ms", cost.processor * 1e3),
            fraction(cost.processor / base),
            millions.unwrap_or_default(),
        ]
    };
    let (python, nothing) = (costs.python.processor, costs.nothing.processor);
    let five = "`defender mde machines list --limit 5`";
    table(
        "One process",
        ["", "processor", "of the line above", "instructions"],
        &[
            line(
                "Python with requests: token, five machines",
                &costs.python,
                python,
                None,
            ),
            line(five, &costs.defender, python, costs.instructions),
            line("`true`", &costs.nothing, nothing, None),
            line("`defender --version`", &costs.version, nothing, None),
        ],
    )
}

/// Rows, pages and bytes of a list.
fn title(served: &Served) -> String {
    let rows = match served.list.rows {
        rows if rows.is_multiple_of(1_000_000) => format!("{} million", rows / 1_000_000),
        rows => format!("{},000", rows / 1000),
    };
    let kind = match served.list.kind {
        "hunt" => "rows of a hunt",
        kind => kind,
    };
    format!(
        "{rows} {kind} ({} pages, {:.0} MB, {:.0} MB packed)",
        served.pages,
        served.plain as f64 / MEGABYTE,
        served.packed as f64 / MEGABYTE,
    )
}

/// A table under a title: the first column is text, the others are numbers.
fn table<const N: usize>(title: &str, head: [&str; N], lines: &[[String; N]]) -> String {
    let mut text = format!("**{title}**\n\n| {} |\n| --- |", head.join(" | "));
    text.push_str(&" ---: |".repeat(N - 1));
    text.push('\n');
    for line in lines {
        text.push_str(&format!("| {} |\n", line.join(" | ")));
    }
    text
}

fn seconds(seconds: f64) -> String {
    format!("{seconds:.2} s")
}

fn memory(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / MEBIBYTE)
}

fn times(ratio: f64) -> String {
    format!("{ratio:.2}")
}

/// A small ratio as a fraction.
fn fraction(ratio: f64) -> String {
    if ratio >= 1.0 {
        times(ratio)
    } else {
        format!("1/{:.1}", 1.0 / ratio)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_read_as_people_say_them() {
        assert_eq!(fraction(0.05), "1/20.0");
        assert_eq!(fraction(1.0), "1.00");
        assert_eq!(times(0.7512), "0.75");
    }

    #[test]
    fn a_table_has_its_numbers_on_the_right() {
        let lines = [["a".to_owned(), "1".to_owned()]];
        let expected = "**T**\n\n|  | n |\n| --- | ---: |\n| a | 1 |\n";
        assert_eq!(table("T", ["", "n"], &lines), expected);
    }

    #[test]
    fn the_page_has_a_place_for_everything() {
        for place in [
            "__machine__",
            "__lists__\n",
            "__hunt__\n",
            "__slow__\n",
            "__start__\n",
        ] {
            assert_eq!(PAGE.matches(place).count(), 1, "{place}");
        }
    }
}
