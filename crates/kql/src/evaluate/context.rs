//! What all expressions of a query share: the time, the steps, compiled regular expressions and chance.

use std::cell::{Cell as Slot, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use jiff::Timestamp;
use regex::Regex;

use super::budget::Budget;

/// What all expressions of a query share.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) now: Timestamp,
    pub(super) budget: Budget,
    regexes: RefCell<HashMap<String, Option<Rc<Regex>>>>,
    random: Slot<u64>,
}

impl Context {
    /// A context with all steps left and no regular expression compiled.
    pub(super) fn new(now: Timestamp, steps: u64) -> Self {
        Self {
            now,
            budget: Budget::new(steps),
            regexes: RefCell::default(),
            random: Slot::new(now.as_microsecond().unsigned_abs() | 1),
        }
    }

    /// A compiled regular expression. `None` if it is invalid or too large.
    ///
    /// Each pattern is compiled once for each query. A compiled expression has at most 1 MiB; larger ones count as
    /// invalid.
    pub(super) fn regex(&self, pattern: &str) -> Option<Rc<Regex>> {
        /// Bytes of a compiled expression.
        const SIZE: usize = 1 << 20;
        if let Some(known) = self.regexes.borrow().get(pattern) {
            return known.clone();
        }
        // Compiling costs much more than a look at the text.
        if !self.budget.take_each(1_000 + pattern.len() * 50) {
            return None;
        }
        let built = regex::RegexBuilder::new(pattern)
            .size_limit(SIZE)
            .dfa_size_limit(SIZE)
            .build();
        let regex = built.ok().map(Rc::new);
        self.regexes
            .borrow_mut()
            .insert(pattern.to_owned(), regex.clone());
        regex
    }

    /// Takes the steps of a search by a regular expression.
    ///
    /// The engine is linear in the text, with a factor that grows with the pattern.
    pub(super) fn take_search(&self, pattern: &str, text: &str) -> bool {
        self.budget
            .take_each(text.len().saturating_mul(1 + pattern.len() / 32) / 4)
    }

    /// The next number of a sequence that depends on the time of the query only.
    ///
    /// Xorshift: good enough for `rand()`, and the same in each run.
    pub(super) fn random(&self) -> u64 {
        let mut state = self.random.get();
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        self.random.set(state);
        state
    }
}
