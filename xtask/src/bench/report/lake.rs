//! The section on collecting into a lake: its tables, and what must be reached.

use super::super::lake::{CommitCosts, ExportCosts, IdleCosts, LakeCosts};
use super::super::measure::Cost;
use super::{MEBIBYTE, MEGABYTE, PAGE, fraction, memory, seconds, table, times, title};

/// The first line of the section on the page.
const HEADING: &str = "## Collecting into a lake\n";

/// How the next section begins.
const NEXT: &str = "\n## ";

/// The section of the page, with its results.
pub(in crate::bench) fn section(costs: &LakeCosts) -> String {
    let (begin, end) = place(PAGE).unwrap_or_default();
    PAGE[begin..end]
        .replace("__export__\n", &export(&costs.export))
        .replace("__idle__\n", &idle(&costs.idle))
        .replace("__state__", &state(&costs.idle))
        .replace("__commits__\n", &commits(&costs.commits))
}

/// A page with another section.
///
/// # Errors
/// If the page has no such section.
pub(in crate::bench) fn with_section(page: &str, section: &str) -> Result<String, String> {
    let (begin, end) = place(page).ok_or(format!("the page has no `{}`", HEADING.trim()))?;
    Ok(format!("{}{section}{}", &page[..begin], &page[end..]))
}

/// Where the section begins and ends.
fn place(page: &str) -> Option<(usize, usize)> {
    let begin = page.find(HEADING)?;
    let rest = &page[begin..];
    let length = rest.find(NEXT).map_or(rest.len(), |at| at + 1);
    Some((begin, begin + length))
}

fn export(costs: &ExportCosts) -> String {
    let line = |name: &str, cost: &Cost, bytes: Option<u64>| {
        [
            name.to_owned(),
            seconds(cost.processor),
            times(cost.processor / costs.ndjson.processor),
            fraction(cost.processor / costs.python.processor),
            seconds(cost.clock),
            memory(cost.memory),
            bytes.map_or_else(String::new, |bytes| {
                format!("{:.0} MB", bytes as f64 / MEGABYTE)
            }),
        ]
    };
    table(
        &title(&costs.served),
        [
            "",
            "processor",
            "of NDJSON",
            "of Python",
            "clock",
            "memory",
            "files",
        ],
        &[
            line("`defender export ... --to -`", &costs.ndjson, None),
            line(
                "`defender export ... --to FOLDER --format lake`",
                &costs.lake,
                Some(costs.ours),
            ),
            line(
                "Python with requests and pyarrow",
                &costs.python,
                Some(costs.theirs),
            ),
        ],
    )
}

fn idle(costs: &IdleCosts) -> String {
    let line = |name: &str, cost: &Cost| {
        [
            name.to_owned(),
            seconds(cost.processor),
            seconds(cost.clock),
            memory(cost.memory),
        ]
    };
    table(
        &format!("{} tenants", costs.tenants),
        ["", "processor", "clock", "memory"],
        &[
            line("the first pass", &costs.first),
            line("a pass without news", &costs.idle),
        ],
    )
}

fn state(costs: &IdleCosts) -> String {
    format!(
        "{} bytes for {} records; no state has more than {} bytes besides 16 for each record",
        costs.largest,
        costs.remembered,
        costs.beyond.max(0)
    )
}

fn commits(costs: &CommitCosts) -> String {
    table(
        &format!("{} commits", costs.commits),
        ["", "clock", "processor", "versions listed"],
        &[
            [
                "written, flushed to the disk".to_owned(),
                seconds(costs.writer.clock),
                seconds(costs.writer.processor),
                String::new(),
            ],
            [
                "opened by delta-rs".to_owned(),
                seconds(costs.open),
                String::new(),
                costs.listed.to_string(),
            ],
            [
                "all rows read by delta-rs".to_owned(),
                seconds(costs.read),
                String::new(),
                String::new(),
            ],
        ],
    )
}

/// What must be reached and is not.
pub(in crate::bench) fn missed(costs: &LakeCosts) -> Vec<String> {
    let LakeCosts {
        export,
        idle,
        commits,
    } = costs;
    let of_ndjson = export.lake.processor / export.ndjson.processor;
    let of_python = export.lake.processor / export.python.processor;
    let mebibytes = |cost: &Cost| cost.memory as f64 / MEBIBYTE;
    [
        ("memory of an export in MiB", mebibytes(&export.lake), 256.0),
        ("processor time of an export, of NDJSON", of_ndjson, 4.0),
        (
            "processor time of an export, of Python",
            of_python,
            1.0 / 3.0,
        ),
        (
            "memory of a pass without news in MiB",
            mebibytes(&idle.idle),
            64.0,
        ),
        ("seconds of a pass without news", idle.idle.clock, 30.0),
        (
            "bytes of a state besides 16 for each record",
            idle.beyond as f64,
            1024.0,
        ),
        ("versions that a reader lists", commits.listed as f64, 200.0),
        (
            "seconds until a reader has opened a table",
            commits.open,
            1.0,
        ),
    ]
    .into_iter()
    .filter(|(_, is, most)| is > most)
    .map(|(what, is, most)| format!("{what}: {is:.2}, and {most:.2} at most must be reached"))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_section_changes() {
        let page = format!("# A\n\n{HEADING}\nold\n\n## C\n\nkept\n");
        let changed = with_section(&page, &format!("{HEADING}\nnew\n\n")).unwrap();
        assert_eq!(changed, format!("# A\n\n{HEADING}\nnew\n\n## C\n\nkept\n"));
        assert!(with_section("# A\n", "").is_err());
    }

    #[test]
    fn the_section_has_a_place_for_everything() {
        let (begin, end) = place(PAGE).unwrap();
        for place in ["__export__\n", "__idle__\n", "__state__", "__commits__\n"] {
            assert_eq!(PAGE[begin..end].matches(place).count(), 1, "{place}");
        }
    }
}
