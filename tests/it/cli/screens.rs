//! Whole screens, as a terminal emulator of others draws them: tables, a question, progress, another width, colours.

use std::collections::BTreeMap;

use sandbox::{Fault, Sandbox};
use vt100::Color;

use super::assert_shown;
use super::program::{Program, fixed};
use super::tables::without_ages;
use super::terminal::{Look, Screen, Terminal};

/// The widths that are tried.
const WIDTHS: [u16; 4] = [60, 80, 120, 200];

/// The colour of records and sentences.
const PLAIN: Look = Look {
    colour: Color::Default,
    bold: false,
};

/// Bold, in one of the eight colours of every terminal.
const fn bold(colour: u8) -> Look {
    Look {
        colour: Color::Idx(colour),
        bold: true,
    }
}

const RED: u8 = 1;
const YELLOW: u8 = 3;
const CYAN: u8 = 6;

/// The ends of the line of progress of a call that was throttled.
const THROTTLED: &str = "the service has throttled these calls: waiting ";
const ASKED: &str = "as it asked";

/// A command line at a terminal that shows colours.
fn at(sandbox: &Sandbox, line: &str) -> Program {
    Program::line(line)
        .at(sandbox)
        .env("TERM", "xterm-256color")
}

/// The rows of a screen, without ages and the rest of a wait.
fn rows(screen: &Screen) -> String {
    without_ages(&screen.to_string())
}

/// A service that throttles the first call of a list for so long.
async fn throttled(seconds: u64) -> Sandbox {
    let sandbox = fixed().start().await.unwrap();
    let fault = Fault::on("mde.machines.list").status(429);
    sandbox.fault(fault.retry_after(seconds));
    sandbox
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_at_four_widths() {
    let sandbox = fixed().start().await.unwrap();
    let mut screens = String::new();
    for width in WIDTHS {
        let program = at(&sandbox, "graph alerts list -n 5");
        let shown = Terminal::of(&program).columns(width).run().await;
        screens += &format!("== {width}\n{}\n", rows(&shown.drawn()));
    }
    assert_shown!(screens);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_record_at_80_columns() {
    let sandbox = fixed().start().await.unwrap();
    let program = at(&sandbox, "mde machines get wks-timber-0000.contoso.com");
    let shown = Terminal::of(&program).columns(80).run().await;
    assert_shown!(rows(&shown.drawn()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_line_goes_on_in_the_next_row() {
    let sandbox = fixed().start().await.unwrap();
    let program = at(&sandbox, "mde alerts get da0_0");
    let shown = Terminal::of(&program).columns(60).run().await;
    assert_eq!(shown.code, Some(6), "{}", shown.drawn());
    assert_shown!(shown.drawn());
}

/// The question before a device is cut off from its network.
async fn question(sandbox: &Sandbox) -> Terminal {
    let filter = [
        "mde",
        "machines",
        "list",
        "--filter",
        "healthStatus eq 'Active'",
    ];
    let more = ["-n", "1", "-o", "id", "-q"];
    let listed = Program::new(&[&filter[..], &more].concat())
        .at(sandbox)
        .run()
        .await;
    let line = format!(
        "mde machines isolate {} --comment INC-7 --isolation-type Full -o id -q",
        listed.stdout.trim()
    );
    let program = at(sandbox, &line).env("DEFENDER_PROTECTED_TAGS", "none");
    Terminal::of(&program)
        .columns(80)
        .wait("[y/N] ")
        .mark("asked")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_that_is_answered_and_one_that_is_left() {
    let sandbox = fixed().start().await.unwrap();
    let left = question(&sandbox).await.send("\u{3}").wait("^C");
    let left = left.run().await;
    assert_eq!(left.code, Some(130), "{}", left.drawn());
    // The prompt of the shell begins a row of its own.
    assert!(left.screen().ends_with("^C\n"), "{:?}", left.screen());
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), 0);
    let asked = left.drawn_at("asked");
    let answered = question(&sandbox).await.send("y\n").run().await;
    assert_eq!(answered.code, Some(0), "{}", answered.drawn());
    assert_eq!(sandbox.requests("mde.machines.isolate").len(), 1);
    assert_shown!(format!(
        "== asked\n{}\n== left with Ctrl-C\n{}\n== answered\n{}",
        rows(&asked),
        rows(&left.drawn()),
        rows(&answered.drawn())
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_of_progress_leaves_no_trace_when_the_answer_comes() {
    let sandbox = throttled(4).await;
    let program = at(&sandbox, "mde machines list --all-statuses -n 3 -o id");
    let terminal = Terminal::of(&program).columns(80);
    let terminal = terminal.wait(THROTTLED).wait(ASKED).mark("waits");
    let shown = terminal.run().await;
    assert_eq!(shown.code, Some(0), "{}", shown.drawn());
    let waits = shown.drawn_at("waits").rows();
    assert!(
        waits[0].starts_with(THROTTLED) && waits[0].ends_with(ASKED),
        "{waits:?}"
    );
    assert_eq!(waits.len(), 1, "{waits:?}");
    assert_shown!(shown.drawn());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_of_progress_leaves_no_trace_after_ctrl_c() {
    // The line is cut in the first two, fits the third exactly, and is shorter than the last.
    for width in [20, 40, 66, 80] {
        let sandbox = throttled(60).await;
        let program = at(&sandbox, "mde machines list --all-statuses -o id");
        let terminal = Terminal::of(&program).columns(width);
        let shown = terminal.wait("the service has").send("\u{3}").run().await;
        assert_eq!(shown.code, Some(130), "{width}: {}", shown.drawn());
        // The terminal may show the key later than the program hears of it.
        let left = shown.drawn().to_string();
        assert!(["", "^C\n"].contains(&&*left), "{width}: {left}");
        assert_eq!(shown.most_rows(), 1, "{width}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_of_progress_follows_the_width_of_the_terminal() {
    let sandbox = throttled(60).await;
    let program = at(&sandbox, "mde machines list --all-statuses -o id");
    let terminal = Terminal::of(&program).columns(120);
    let terminal = terminal.wait(THROTTLED).wait(ASKED).mark("wide");
    let narrow = "the service has throttled these calls";
    let terminal = terminal.resize(40).wait(narrow).mark("narrow");
    let terminal = terminal.resize(120).wait(ASKED).mark("wide again");
    let shown = terminal.send("\u{3}").run().await;
    for mark in ["wide", "wide again"] {
        let line = shown.drawn_at(mark).to_string();
        assert!(line.starts_with(THROTTLED), "{mark}: {line}");
        assert!(line.ends_with(&format!("{ASKED}\n")), "{mark}: {line}");
    }
    assert_eq!(shown.drawn_at("narrow").rows(), [narrow]);
    assert_eq!(shown.most_rows(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_has_the_width_that_the_terminal_has_when_it_is_printed() {
    let sandbox = fixed().start().await.unwrap();
    let line = "mde machines list --all-statuses -n 3 -o id -q";
    let ids = Program::line(line).at(&sandbox).run().await.stdout;
    let (one, _) = ids.split_at(41);
    for (ids, from) in [(&*ids, 200), (&*ids, 60), (one, 200)] {
        // The command has begun when it reads the ids, and goes on when there are no more.
        let begun = |width| {
            let program = at(&sandbox, "mde machines get -");
            let terminal = Terminal::of(&program).columns(width);
            terminal.piped("stdin").feed(ids.as_bytes())
        };
        let resized = begun(from).resize(90).close().run().await.drawn();
        let straight = begun(90).close().run().await.drawn();
        assert_eq!(rows(&resized), rows(&straight), "{from}");
        let other = begun(from).close().run().await.drawn();
        assert_ne!(rows(&other), rows(&straight), "{from}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_width_is_that_of_the_terminal_and_its_program_hears_of_another() {
    let script = "trap 'stty size; exit 7' WINCH; stty size; while :; do read line; done";
    let words = ["-c", script].map(str::to_owned);
    let path = BTreeMap::from([("PATH".to_owned(), std::env::var("PATH").unwrap())]);
    let terminal = Terminal::shell(&words, &path).columns(80).wait("50 80");
    let shown = terminal.resize(33).run().await;
    assert_eq!(
        (shown.code, shown.drawn().rows()),
        (Some(7), vec!["50 80".to_owned(), "50 33".to_owned()])
    );
}

/// The screen of a list with several severities.
async fn severities(sandbox: &Sandbox, more: &str, variables: &[(&str, &str)]) -> Screen {
    let line = format!("graph alerts list -n 5{more}");
    let set = |program: Program, (name, value): &(&str, &str)| program.env(name, value);
    let program = variables.iter().fold(at(sandbox, &line), set);
    Terminal::of(&program).columns(120).run().await.drawn()
}

#[tokio::test(flavor = "multi_thread")]
async fn severities_are_coloured_at_a_terminal() {
    let sandbox = fixed().start().await.unwrap();
    let screen = severities(&sandbox, "", &[]).await;
    assert!(screen.look("title").bold);
    assert_eq!(screen.look("high").colour, Color::Idx(RED), "{screen}");
    assert_eq!(screen.look("medium").colour, Color::Idx(YELLOW));
    assert_eq!(screen.look("stopped at"), PLAIN);
    let plain = [
        severities(&sandbox, "", &[("NO_COLOR", "1")]).await,
        severities(&sandbox, " --color never", &[]).await,
        severities(&sandbox, "", &[("TERM", "dumb")]).await,
        severities(&sandbox, "", &[("CLICOLOR", "0")]).await,
    ];
    for without in plain {
        assert!(without.is_plain(), "{without}");
        assert_eq!(rows(&without), rows(&screen));
    }
    assert!(!screen.is_plain());
    let line = "graph alerts list -n 5 -o table";
    let piped = at(&sandbox, line).env("CLICOLOR_FORCE", "1").run().await;
    assert!(piped.stdout.contains("\u{1b}["), "{piped}");
    let piped = at(&sandbox, line).run().await;
    assert!(!piped.stdout.contains('\u{1b}'), "{piped}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_labels_of_an_error_are_coloured_at_a_terminal() {
    let sandbox = fixed().start().await.unwrap();
    let line = "mde alerts get da0_0";
    let shown = Terminal::of(&at(&sandbox, line)).run().await.drawn();
    assert_eq!(shown.look("error:"), bold(RED));
    assert_eq!(shown.look("mde.alerts.get"), PLAIN);
    for label in ["hint:", "request id:", "see:"] {
        assert_eq!(shown.look(label), bold(CYAN), "{label}: {shown}");
    }
    for program in [
        at(&sandbox, line).env("NO_COLOR", "1"),
        at(&sandbox, &format!("{line} --color never")),
    ] {
        let without = Terminal::of(&program).run().await.drawn();
        assert!(without.is_plain(), "{without}");
    }
}
