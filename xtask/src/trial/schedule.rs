//! One try: a command, its rows and pages, and the faults with their requests.

use super::fault::{self, Delay, Fault};
use super::random::Random;
use super::subject::{CHANGES, Kind, LISTS, Subject};

/// A fault and its request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Planned {
    /// Number of the request, from zero, retries included.
    pub(crate) request: usize,
    /// Whether all later requests have it, too.
    pub(crate) lasting: bool,
    pub(crate) fault: Fault,
}

impl Planned {
    fn meets(&self, request: usize) -> bool {
        request == self.request || self.lasting && request > self.request
    }
}

/// The schedule of a seed.
#[derive(Clone, Debug)]
pub(crate) struct Schedule {
    pub(crate) seed: u64,
    pub(crate) subject: Subject,
    pub(crate) rows: usize,
    /// Default page size.
    pub(crate) page: usize,
    /// Number of rows with the same time.
    pub(crate) same_time: usize,
    pub(crate) gzip: bool,
    pub(crate) chunked: bool,
    /// Whether the output is one array instead of one row per line.
    pub(crate) array: bool,
    /// Interval of transient faults, in requests.
    pub(crate) every: Option<usize>,
    /// Faults of the service, then those of the token endpoint.
    pub(crate) faults: Vec<Planned>,
    pub(crate) token_faults: Vec<Planned>,
}

impl Schedule {
    pub(crate) fn of(seed: u64) -> Self {
        let random = &mut Random::new(seed);
        let is_change = random.percent(10);
        let mut schedule = Self {
            seed,
            subject: random.pick(if is_change { &CHANGES[..] } else { &LISTS[..] }),
            rows: 1 + random.below(40),
            page: 3 + random.below(9),
            same_time: 1 + random.below(3),
            gzip: random.percent(50),
            chunked: random.percent(50),
            array: random.percent(30),
            every: None,
            faults: Vec::new(),
            token_faults: Vec::new(),
        };
        // A hunt may be printed as the object of its answer.
        schedule.array &= schedule.subject.kind != Kind::Hunt;
        if is_change {
            let fault = fault::ambiguous(random);
            schedule.faults.push(planned(0, true, fault));
        } else {
            schedule.plan(random);
        }
        schedule
    }

    fn plan(&mut self, random: &mut Random) {
        if random.percent(8) {
            for _ in 0..=random.below(2) {
                let (lasting, fault) = (random.percent(30), fault::of_token(random));
                self.token_faults
                    .push(planned(random.below(2), lasting, fault));
            }
        }
        let likely = self.rows / self.page + 2;
        let count = random.pick(&[0, 1, 1, 1, 1, 2, 2, 3]);
        for _ in 0..count {
            let (lasting, fault) = (random.percent(5), fault::of_page(random));
            self.faults
                .push(planned(random.below(likely), lasting, fault));
        }
    }

    /// An endless list with occasional transient faults.
    pub(crate) fn endless() -> Self {
        Self {
            subject: LISTS[0],
            rows: usize::MAX,
            page: 500,
            gzip: true,
            chunked: false,
            array: false,
            every: Some(60),
            faults: Vec::new(),
            token_faults: Vec::new(),
            ..Self::of(0)
        }
    }

    pub(crate) fn fault(&self, request: usize) -> Option<Fault> {
        match self.every {
            Some(every) if request % every == every - 1 => {
                Some(fault::PASSING[request / every % fault::PASSING.len()])
            }
            _ => meeting(&self.faults, request),
        }
    }

    /// Whether the service may answer that there are no rows: by 404, as documented for devices, or by an empty body each time
    /// it is called.
    pub(crate) fn may_be_empty(&self) -> bool {
        let names = |fault| self.faults.iter().any(|one| one.fault == fault);
        let is_silent = |one: &Planned| one.lasting && one.fault == Fault::Body("");
        self.subject.words.contains(&"/api/machines") && names(Fault::Status(404, Delay::None))
            || self.faults.iter().any(is_silent)
    }

    /// Whether a run may still be waiting at its deadline, because the server asks for
    /// more time each time.
    pub(crate) fn may_wait_on(&self) -> bool {
        // Each of many files may be requested as often as any call.
        let is_slow =
            |one: &Planned| self.subject.kind == Kind::Files && one.fault.keeps_a_file_away();
        let faults = self.faults.iter().chain(&self.token_faults);
        let mut lasting =
            faults.filter(|one| one.lasting && (one.fault.asks_for_time() || is_slow(one)));
        lasting.next().is_some()
    }

    pub(crate) fn token_fault(&self, request: usize) -> Option<Fault> {
        meeting(&self.token_faults, request)
    }

    /// Whether the list must be complete: its only faults are transient, each after a good
    /// answer to the previous request.
    pub(crate) fn must_succeed(&self) -> bool {
        let whole = |planned: &Planned| {
            planned.fault.is_harmless(self.subject.kind)
                || planned.fault.is_passing() && !planned.lasting
        };
        let apart = |(place, planned): (usize, &Planned)| {
            let others = self.faults.iter().enumerate();
            let mut near = others
                .filter(|(at, other)| *at != place && other.request.abs_diff(planned.request) < 2);
            near.next().is_none()
        };
        self.subject.kind != Kind::Change
            && self.token_faults.is_empty()
            && self.faults.iter().all(whole)
            && self.faults.iter().enumerate().all(apart)
    }

    /// Late files are read after the others.
    pub(crate) fn keeps_order(&self) -> bool {
        self.subject.kind != Kind::Files
            && !self.faults.iter().any(|planned| planned.fault.reorders())
    }

    /// Maximum number of requests for this list. More is hammering.
    pub(crate) fn most_requests(&self) -> usize {
        let pages = match self.subject.kind {
            // Rows with equal times are requested twice.
            Kind::Boundary => 2 * self.rows + 4,
            // A file that fails permanently is requested as often as any call.
            Kind::Files if self.faults.iter().any(|one| one.lasting) => {
                ATTEMPTS * self.rows.div_ceil(self.page) + 1
            }
            _ => self.rows.div_ceil(self.page.min(7)) + 3,
        };
        let endless = self.faults.iter().any(|one| one.fault == Fault::Empty);
        pages + 8 * (self.faults.len() + 1) + if endless { EMPTY_PAGES } else { 0 }
    }

    /// One line for a person.
    pub(crate) fn show(&self) -> String {
        let show = |(planned, what): (&Planned, &str)| {
            let lasting = if planned.lasting { " from" } else { "" };
            format!("{what}{lasting} {}: {:?}", planned.request, planned.fault)
        };
        let faults = self.faults.iter().map(|one| (one, "request"));
        let tokens = self.token_faults.iter().map(|one| (one, "token request"));
        let faults: Vec<String> = faults.chain(tokens).map(show).collect();
        format!(
            "defender {}{}; {} rows, {} a page{}{}; {}",
            self.subject.words.join(" "),
            if self.array { " -o json" } else { "" },
            self.rows,
            self.page,
            if self.gzip { ", gzip" } else { "" },
            if self.chunked { ", chunked" } else { "" },
            if faults.is_empty() {
                "no fault".to_owned()
            } else {
                faults.join("; ")
            }
        )
    }
}

/// The attempts of one call.
const ATTEMPTS: usize = 4;

/// Maximum number of consecutive pages without rows.
const EMPTY_PAGES: usize = 1_500;

fn planned(request: usize, lasting: bool, fault: Fault) -> Planned {
    Planned {
        request,
        lasting,
        fault,
    }
}

fn meeting(faults: &[Planned], request: usize) -> Option<Fault> {
    let mut meeting = faults.iter().filter(|planned| planned.meets(request));
    meeting.next().map(|planned| planned.fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_one_schedule_and_many_give_all_kinds() {
        assert_eq!(Schedule::of(7).show(), Schedule::of(7).show());
        let shown: Vec<String> = (0..2_000).map(|seed| Schedule::of(seed).show()).collect();
        for subject in LISTS.iter().chain(&CHANGES) {
            let words = subject.words.join(" ");
            assert!(shown.iter().any(|one| one.contains(&words)), "{words}");
        }
        for fault in [
            "Reset(InRow)",
            "Gzip(Cut)",
            "Link(Foreign",
            "Link(Itself)",
            "Repeat",
            "Rows(\"null\")",
            "Drip",
            "Text(\"7\")",
            "Claims",
            "Redirect",
            "token request",
        ] {
            // Texts of delays are drawn from a list; the others are kinds.
            let fault = fault.replace("Text(\"7\")", "Text(");
            assert!(shown.iter().any(|one| one.contains(&fault)), "{fault}");
        }
    }
}
