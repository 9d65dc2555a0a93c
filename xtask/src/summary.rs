//! Reads the closing lines of test runners.

use std::ops::AddAssign;

/// Tests that passed and tests that did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The counts of a line, if it is a runner's closing line.
///
/// Two runners are known: the one of the standard library, which cargo and rustdoc print through
/// (`test result: ok. 3 passed; 0 failed; ...`), and nextest (`Summary [ 0.1s] 3 tests run: 3 passed, 0 skipped`).
pub(crate) fn counts(line: &str) -> Option<Counts> {
    let line = plain(line);
    let numbers = match line.strip_prefix("test result: ") {
        Some(rest) => rest.split_once(". ")?.1,
        None => {
            line.trim_start()
                .strip_prefix("Summary [")?
                .split_once(" run: ")?
                .1
        }
    };
    let mut counts = Counts::default();
    for part in numbers.split([';', ',']) {
        let mut words = part.split_whitespace();
        let (Some(number), Some(word)) = (words.next(), words.next()) else {
            continue;
        };
        let Ok(number) = number.parse::<u64>() else {
            continue;
        };
        match word {
            "passed" => counts.passed += number,
            // nextest: `1 timed out`, `1 exec failed`.
            "failed" | "timed" | "exec" => counts.failed += number,
            _ => {}
        }
    }
    Some(counts)
}

/// The line without terminal colours.
fn plain(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        text.push_str(before);
        rest = after
            .find(|character: char| character.is_ascii_alphabetic())
            .map_or("", |end| &after[end + 1..]);
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(passed: u64, failed: u64) -> Option<Counts> {
        Some(Counts { passed, failed })
    }

    #[test]
    fn the_standard_runner() {
        let ok = "test result: ok. 41 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        let failed =
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(counts(ok), both(41, 0));
        assert_eq!(counts(failed), both(2, 1));
    }

    #[test]
    fn nextest() {
        let ok = "     Summary [   0.005s] 5 tests run: 5 passed (1 slow), 2 skipped";
        let failed = "     Summary [   3.100s] 9/12 tests run: 5 passed, 2 failed, 1 timed out, 1 exec failed, 0 skipped";
        assert_eq!(counts(ok), both(5, 0));
        assert_eq!(counts(failed), both(5, 4));
    }

    #[test]
    fn colours_do_not_hide_the_numbers() {
        let line = "test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 3 passed; 0 failed; 0 ignored";
        assert_eq!(counts(line), both(3, 0));
    }

    #[test]
    fn other_lines_say_nothing() {
        for line in [
            "test alerts::list ... ok",
            "3 passed, 0 failed",
            "  test result: ok. 1 passed",
            "",
        ] {
            assert_eq!(counts(line), None, "{line}");
        }
    }
}
