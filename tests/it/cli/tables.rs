//! Tables, single records and sentences: whole screens at several widths, and the same without a terminal.

use sandbox::{Fault, Sandbox};
use serde_json::json;

use super::assert_shown;
use super::program::{Outcome, Program, fixed};
use super::terminal::Terminal;

/// The widths that are tried.
const WIDTHS: [u16; 5] = [60, 80, 120, 200, 250];

/// An id of the emulator's alerts.
const ALERT: &str = "da638520395183410110_-1281741616";

/// A screen with its width as a title, and without ages: the emulator's clock stands still and that of the program does
/// not.
async fn screen(sandbox: &Sandbox, width: u16, line: &str) -> String {
    let program = Program::line(line).at(sandbox).env("NO_COLOR", "1");
    let shown = Terminal::of(&program).columns(width).run().await;
    let screen = shown.drawn().to_string();
    assert_eq!(screen, shown.screen(), "a line is wider than {width}");
    format!("== {width}: {line}\n{}\n", without_ages(&screen))
}

/// Replaces each age by `AGE` of the same width.
pub(super) fn without_ages(text: &str) -> String {
    let is_age = |word: &str| {
        let digits = word.trim_end_matches(['s', 'm', 'h', 'd', 'y']);
        digits.len() + 1 == word.len()
            && !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut shown = String::new();
    for line in text.lines() {
        let mut rest = line;
        let mut masked = String::new();
        while !rest.is_empty() {
            let word = rest.split(' ').next().unwrap_or_default();
            let blanks =
                rest[word.len()..].len() - rest[word.len()..].trim_start_matches(' ').len();
            let (whole, after) = rest.split_at(word.len() + blanks);
            match is_age(word) {
                true => masked.push_str(&format!("{:<1$}", "AGE", whole.len())),
                false => masked.push_str(whole),
            }
            rest = after;
        }
        shown.push_str(masked.trim_end());
        shown.push('\n');
    }
    shown
}

fn words(line: &str) -> Program {
    Program::line(line)
}

#[tokio::test(flavor = "multi_thread")]
async fn alerts_at_every_width() {
    let sandbox = fixed().start().await.unwrap();
    let mut screens = String::new();
    for width in WIDTHS {
        screens += &screen(&sandbox, width, "mde alerts list -n 5").await;
    }
    assert_shown!(screens);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lists_of_an_analyst_at_80_columns() {
    let sandbox = fixed().start().await.unwrap();
    let files = format!("mde alerts list-files {ALERT}");
    let mut screens = String::new();
    for line in [
        "mde machines list -n 3 --all-statuses",
        "mde indicators list -n 3",
        "mde machine-actions list -n 3",
        "mde recommendations list -n 3",
        "mde vulnerabilities list -n 3",
        &files,
        "mdca alerts list -n 3",
        "mdca activities list -n 3",
        "graph incidents list -n 3",
        "xdr incidents list -n 3",
    ] {
        screens += &screen(&sandbox, 80, line).await;
    }
    assert_shown!(screens);
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_wins_over_the_width_of_the_terminal() {
    let sandbox = fixed().start().await.unwrap();
    let program = words("mde alerts list -n 3")
        .at(&sandbox)
        .env("NO_COLOR", "1");
    let exported = Terminal::of(&program.env("COLUMNS", "80")).columns(200);
    let narrow = screen(&sandbox, 80, "mde alerts list -n 3").await;
    let exported = without_ages(&exported.run().await.screen());
    assert_eq!(narrow.split_once('\n').unwrap().1.trim(), exported.trim());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_is_indented_and_wrapped() {
    let sandbox = fixed().start().await.unwrap();
    let mut screens = String::new();
    let record = |width| {
        let program = words(&format!("mde alerts get {ALERT}")).at(&sandbox);
        Terminal::of(&program.env("NO_COLOR", "1")).columns(width)
    };
    for width in [80, 200] {
        let shown = record(width).run().await.screen();
        assert!(!shown.contains("@odata.context"), "{shown}");
        screens += &format!("== {width}\n{shown}\n");
    }
    screens += &screen(&sandbox, 80, "mde machines get wks-timber-0000.contoso.com").await;
    assert_shown!(screens);
}

/// A screen whose lines all fit and whose sentences all end.
async fn sentences(sandbox: &Sandbox, line: &str) -> String {
    let program = words(line).at(sandbox).env("NO_COLOR", "1");
    let terminal = Terminal::of(&program).columns(80).piped("stderr");
    let screen = terminal.run().await.screen();
    for line in screen.lines() {
        // A word is never broken, so that an address or a permission can be copied.
        let is_one_word = line.trim().split(' ').count() <= 2;
        assert!(line.chars().count() <= 80 || is_one_word, "{line}");
        assert!(!line.contains('…'), "{line}");
    }
    screen
}

#[tokio::test(flavor = "multi_thread")]
async fn checks_and_lists_of_this_program_are_sentences() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(Fault::on("mde.alerts.list").always().status(403));
    let status = sentences(&sandbox, "auth status").await;
    assert!(
        status.contains("✗ mde: failed\n") && status.contains("\n  hint: "),
        "{status}"
    );
    let hunts = sentences(&sandbox, "hunt --list").await;
    assert!(
        hunts.contains("url-clicks\n  Clicks on a link\n  finds: who clicked on a link"),
        "{hunts}"
    );
    let operations = sentences(&sandbox, "operations mde alerts").await;
    assert!(
        operations.contains("mde alerts list-files\n  List an alert's files\n"),
        "{operations}"
    );
    let doctor = sentences(&sandbox, "doctor --for mde --product xdr").await;
    assert!(
        doctor.contains("✓ xdr incidents list: as_described\n"),
        "{doctor}"
    );
    assert!(doctor.contains("✗ mde alerts list: refused\n"), "{doctor}");
    // Tables are still there for those who name columns.
    let table = words("operations mde alerts --columns command,path -o table")
        .run()
        .await;
    assert!(table.stdout.starts_with("command "), "{table}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_sign_in_is_explained_at_80_columns() {
    let sandbox = fixed().start().await.unwrap();
    let refusal = json!({"error": "invalid_client", "error_description": "AADSTS7000222: The provided client secret keys are expired."});
    sandbox.fault(
        Fault::on("token")
            .always()
            .status(401)
            .body(refusal.to_string()),
    );
    let shown = sentences(&sandbox, "auth doctor").await;
    let from = shown.find("✗").unwrap();
    assert_shown!(
        shown[from..]
            .lines()
            .take(12)
            .collect::<Vec<_>>()
            .join("\n")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_list_says_so_or_has_its_header() {
    let sandbox = fixed().start().await.unwrap();
    let program =
        || Program::new(&["mde", "alerts", "list", "--filter", "id eq 'none'"]).at(&sandbox);
    let shown = Terminal::of(&program()).run().await;
    assert_eq!(shown.screen(), "no records\n");
    let with = |words: &'static [&'static str]| {
        let base = ["mde", "alerts", "list", "--filter", "id eq 'none'"];
        Program::new(&[&base, words].concat()).at(&sandbox)
    };
    let header =
        "id,incidentId,title,severity,status,computerDnsName,alertCreationTime,assignedTo\n";
    assert_eq!(with(&["-o", "csv"]).run().await.stdout, header);
    assert_eq!(
        with(&["-o", "tsv", "--columns", "a, b"]).run().await.stdout,
        "a\tb\n"
    );
    assert_eq!(
        with(&["-o", "md", "--columns", "a,b"]).run().await.stdout,
        "| a | b |\n| --- | --- |\n"
    );
    let table = with(&["-o", "table"]).run().await;
    assert_eq!((table.stdout.as_str(), table.stderr.as_str()), ("", ""));
    // A list that failed claims nothing.
    sandbox.fault(Fault::on("mde.alerts.list").always().status(500));
    assert_eq!(with(&["-o", "csv"]).run().await.stdout, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_terminal_nothing_is_cut_and_times_are_exact() {
    let sandbox = fixed().start().await.unwrap();
    let table = words("mde alerts list -n 2 -o table")
        .at(&sandbox)
        .env("COLUMNS", "60")
        .run()
        .await;
    let wide = words("mde alerts list -n 2 -o wide")
        .at(&sandbox)
        .run()
        .await;
    let markdown = words("mde alerts list -n 2 -o md").at(&sandbox).run().await;
    assert!(
        !table.stdout.contains('…')
            && table
                .stderr
                .contains("columns hidden; -o wide or --columns\n"),
        "{table}"
    );
    assert!(
        wide.stdout.contains("detectorId") && !wide.stderr.contains("hidden"),
        "{wide}"
    );
    let quiet = words("mde alerts list -n 2 -o table -q")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(quiet.stderr, "");
    assert_shown!(format!("{table}\n{wide}\n{markdown}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wide_table_is_not_cut_at_a_terminal_either() {
    let sandbox = fixed().start().await.unwrap();
    let program = words("mde alerts list -n 2 -o wide -q")
        .at(&sandbox)
        .env("NO_COLOR", "1");
    let shown = Terminal::of(&program).columns(80).run().await.screen();
    let piped = words("mde alerts list -n 2 -o wide -q")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(shown, piped.stdout);
}

#[tokio::test(flavor = "multi_thread")]
async fn severities_and_results_have_a_colour_where_it_is_wanted() {
    let sandbox = fixed().start().await.unwrap();
    let coloured = words("mde alerts list -n 9 -o table --color always")
        .at(&sandbox)
        .run()
        .await;
    for text in ["\u{1b}[33mMedium\u{1b}[0m", "\u{1b}[1mtitle"] {
        assert!(coloured.stdout.contains(text), "{text}: {coloured}");
    }
    let plain = words("mde alerts list -n 9 -o table")
        .at(&sandbox)
        .run()
        .await;
    assert!(!plain.stdout.contains('\u{1b}'), "{plain}");
    let doctor = words("auth doctor -o table --color always")
        .at(&sandbox)
        .run()
        .await;
    assert!(
        doctor.stdout.contains("\u{1b}[32m✓\u{1b}[0m proxy: ok"),
        "{doctor}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_take_blanks_repeats_and_members_of_lists() {
    let sandbox = fixed().start().await.unwrap();
    let run = |columns: &'static [&'static str]| {
        let base = ["mde", "machines", "list", "-n", "1", "-q"];
        Program::new(&[&base, columns].concat()).at(&sandbox).run()
    };
    let csv: Outcome = run(&[
        "-o",
        "csv",
        "--columns",
        "computerDnsName , ipAddresses[0].ipAddress",
        "--columns",
        "ipAddresses[].ipAddress",
    ])
    .await;
    assert_eq!(
        csv.stdout,
        "computerDnsName,ipAddresses[0].ipAddress,ipAddresses[].ipAddress\n\
         wks-timber-0000.contoso.com,10.2.0.2,\"[\"\"10.2.0.2\"\",\"\"127.0.0.1\"\"]\"\n"
    );
    let json = run(&["-o", "ndjson", "--columns", "ipAddresses[].ipAddress"]).await;
    assert_eq!(
        json.json()["ipAddresses[].ipAddress"],
        json!(["10.2.0.2", "127.0.0.1"])
    );
    let table = run(&[
        "-o",
        "table",
        "--columns",
        "computerDnsName,ipAddresses[].ipAddress",
    ])
    .await;
    assert!(table.stdout.contains("  10.2.0.2, 127.0.0.1\n"), "{table}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_that_no_record_has_is_named_with_the_nearest_one() {
    let sandbox = fixed().start().await.unwrap();
    let line = "mde machines list -n 2 -o csv --columns id,compterDnsName,ipAddresses.ipAddress";
    let outcome = words(line).at(&sandbox).run().await;
    for note in [
        "no row has `compterDnsName`: the column is empty; did you mean `computerDnsName`?",
        "the column is empty; `ipAddresses` is a list: write `ipAddresses[].ipAddress`",
    ] {
        assert!(outcome.stderr.contains(note), "{outcome}");
    }
    let before = sandbox.requests("mde.machines.list").len();
    let invalid = words("mde machines list --columns id,ips[x]")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(invalid.code, Some(2), "{invalid}");
    assert!(invalid.stderr.contains("`[x]` is no position"), "{invalid}");
    assert_eq!(sandbox.requests("mde.machines.list").len(), before);
}
