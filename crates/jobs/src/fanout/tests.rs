//! Runs on a paused clock.

use std::sync::Mutex;
use std::sync::atomic::AtomicUsize;

use http_core::testing::{Script, Step};
use http_core::{Operation, Request};
use tokio::time::{sleep, timeout};

use super::*;

fn tenants(count: usize) -> Vec<Tenant> {
    let tenant = |number: usize| {
        let id = format!("aaaaaaaa-0000-0000-0000-{number:012}");
        Tenant::new(&id).unwrap().with_name(&format!("t{number}"))
    };
    (0..count).map(tenant).collect()
}

fn failed() -> Ended {
    Ended::Failed(Why::new("no", "it does not work"))
}

async fn all(mut run: Run<'_>) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    while let Some(outcome) = run.next().await {
        outcomes.push(outcome);
    }
    outcomes
}

fn named(outcomes: &[Outcome], kind: OutcomeKind) -> Vec<&str> {
    let outcomes = outcomes.iter().filter(|one| one.outcome == kind);
    outcomes.map(Outcome::label).collect()
}

#[tokio::test(start_paused = true)]
async fn so_many_work_at_a_time_and_every_tenant_once() {
    let (running, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let order = Mutex::new(Vec::new());
    let run = Fanout::new().with_concurrency(3).run(tenants(10), |task| {
        let (running, most, order) = (&running, &most, &order);
        async move {
            order.lock().unwrap().push(task.tenant.label().to_owned());
            let now = running.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(now, Ordering::SeqCst);
            sleep(Duration::from_secs(1)).await;
            running.fetch_sub(1, Ordering::SeqCst);
            task.rows.add(2);
            Ended::Ok
        }
    });
    let begun = Instant::now();
    let outcomes = all(run).await;
    assert_eq!(outcomes.len(), 10);
    assert_eq!(most.load(Ordering::SeqCst), 3);
    assert_eq!(begun.elapsed().as_secs(), 4);
    let expected: Vec<_> = (0..10).map(|number| format!("t{number}")).collect();
    assert_eq!(*order.lock().unwrap(), expected);
    assert!(
        outcomes
            .iter()
            .all(|one| one.rows == 2 && one.seconds == 1.0)
    );
}

#[tokio::test(start_paused = true)]
async fn a_slow_tenant_keeps_only_its_own_place() {
    let work = |task: Task| async move {
        let slow = task.tenant.label() == "t0";
        sleep(Duration::from_secs(if slow { 60 } else { 1 })).await;
        Ended::Ok
    };
    let begun = Instant::now();
    let outcomes = all(Fanout::new().with_concurrency(2).run(tenants(20), work)).await;
    assert_eq!(outcomes.last().unwrap().label(), "t0");
    assert_eq!(begun.elapsed().as_secs(), 60);
}

#[tokio::test(start_paused = true)]
async fn the_deadline_ends_one_tenant_and_keeps_its_rows() {
    let work = |task: Task| async move {
        task.rows.add(7);
        if task.tenant.label() == "t1" {
            std::future::pending::<()>().await;
        }
        Ended::Ok
    };
    let fanout = Fanout::new().with_deadline(Duration::from_secs(20));
    let outcomes = all(fanout.run(tenants(3), work)).await;
    assert_eq!(named(&outcomes, OutcomeKind::Ok), ["t0", "t2"]);
    let late = &outcomes[2];
    assert_eq!((late.code.as_deref(), late.rows), (Some("deadline"), 7));
    assert_eq!(late.seconds, 20.0);
    assert!(late.message.as_deref().unwrap().contains("never comes"));
    assert!(late.hint.is_some());
}

#[tokio::test(start_paused = true)]
async fn too_many_errors_end_the_starts_and_name_the_rest() {
    let work = |task: Task| async move {
        sleep(Duration::from_secs(1)).await;
        match task.tenant.label() {
            "t0" | "t1" | "t2" => failed(),
            _ => Ended::Ok,
        }
    };
    let fanout = Fanout::new().with_concurrency(2);
    let with = |most: &str| fanout.clone().with_max_errors(most.parse().unwrap());
    let outcomes = all(with("2").run(tenants(8), work)).await;
    assert_eq!(named(&outcomes, OutcomeKind::Failed), ["t0", "t1", "t2"]);
    assert_eq!(named(&outcomes, OutcomeKind::Ok), ["t3"]);
    let skipped = named(&outcomes, OutcomeKind::Skipped);
    assert_eq!(skipped, ["t4", "t5", "t6", "t7"]);
    assert!(
        outcomes
            .iter()
            .rev()
            .take(4)
            .all(|one| one.code.as_deref() == Some("max_errors"))
    );
    let outcomes = all(with("3").run(tenants(8), work)).await;
    assert!(named(&outcomes, OutcomeKind::Skipped).is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_stopped_run_names_the_running_and_the_waiting() {
    let work = |task: Task| async move {
        if task.tenant.label() != "t0" {
            std::future::pending::<()>().await;
        }
        Ended::Ok
    };
    let mut run = Fanout::new().with_concurrency(2).run(tenants(4), work);
    assert_eq!(run.next().await.unwrap().label(), "t0");
    let rest = run.stop(&Why::new("interrupted", "a signal ended the command"));
    // `t2` takes the place of `t0` at the next call only.
    assert_eq!(named(&rest, OutcomeKind::Failed), ["t1"]);
    assert_eq!(named(&rest, OutcomeKind::Skipped), ["t2", "t3"]);
    assert!(run.next().await.is_none());
}

#[test]
fn all_tenants_have_one_verdict() {
    let tenants = tenants(1);
    let tally = |ends: &[Ended]| {
        let mut tally = Tally::default();
        for ended in ends {
            tally.add(&Outcome::of(&tenants[0], ended.clone()));
        }
        tally
    };
    let partial = || Ended::Partial(Why::new("p", "in part"));
    assert_eq!(tally(&[Ended::Ok, Ended::Ok]).verdict(), Verdict::Ok);
    assert_eq!(tally(&[Ended::Ok, failed()]).verdict(), Verdict::Some);
    assert_eq!(tally(&[partial(), failed()]).verdict(), Verdict::Some);
    assert_eq!(tally(&[failed(), failed()]).verdict(), Verdict::None);
    let mixed = tally(&[Ended::Ok, failed()]);
    assert_eq!(mixed.to_string(), "2 tenants: 1 ok, 1 failed; 0 rows");
    let line = Outcome::of(&tenants[0], failed()).to_string();
    assert_eq!(line, "t0: failed (no): it does not work");
}

static LIST: Operation = Operation::get("t.things.list", "/api/things").collection("value");

/// Reads a list whose service throttles the tenant for five minutes.
async fn throttled(task: Task) -> Ended {
    let later = Step::new(429, "").header("Retry-After", "300");
    let script = Script::new([later, Step::from("{}")]);
    let base = http_core::Url::parse("https://api.example").unwrap();
    let client = http_core::Client::builder(base)
        .transport(Arc::new(script))
        .throttle(task.throttle.clone(), task.tenant.id.as_str())
        .build()
        .unwrap();
    match client.send_response(Request::new(&LIST)).await {
        Ok(_) => Ended::Ok,
        Err(error) => Ended::Failed(Why::new("call", error.to_string())),
    }
}

#[tokio::test(start_paused = true)]
async fn tenants_that_are_throttled_take_no_place_of_the_others() {
    let work = |task: Task| async move {
        let number: usize = task.tenant.label()[1..].parse().unwrap();
        if number < 6 {
            return throttled(task).await;
        }
        sleep(Duration::from_secs(1)).await;
        Ended::Ok
    };
    let mut run = Fanout::new().with_concurrency(2).run(tenants(20), work);
    let begun = Instant::now();
    for _ in 0..14 {
        let outcome = run.next().await.unwrap();
        assert_eq!((outcome.outcome, outcome.throttled), (OutcomeKind::Ok, 0.0));
    }
    assert!(
        begun.elapsed() < Duration::from_secs(9),
        "{:?}",
        begun.elapsed()
    );
    let rest = all(run).await;
    assert_eq!(rest.len(), 6);
    assert!(rest.iter().all(|one| one.throttled >= 300.0), "{rest:?}");
}

#[tokio::test(start_paused = true)]
async fn a_throttled_tenant_is_called_so_at_the_deadline() {
    let fanout = Fanout::new().with_deadline(Duration::from_secs(20));
    let outcomes = all(fanout.run(tenants(1), throttled)).await;
    let message = outcomes[0].message.as_deref().unwrap();
    assert!(
        message.contains("the service throttles this tenant"),
        "{message}"
    );
    assert_eq!(outcomes[0].throttled, 20.0);
}

/// The wait for a commit that tenants share is not work: no place is kept for it.
#[tokio::test(start_paused = true)]
async fn a_tenant_that_says_that_it_waits_takes_no_place() {
    let order = Mutex::new(Vec::new());
    let work = |task: Task| {
        let order = &order;
        async move {
            let waits = task.tenant.label() == "t0";
            let guard = waits.then(|| task.waiting.begin());
            sleep(Duration::from_secs(if waits { 60 } else { 1 })).await;
            drop(guard);
            order.lock().unwrap().push(task.tenant.label().to_owned());
            Ended::Ok
        }
    };
    let begun = Instant::now();
    let outcomes = all(Fanout::new().with_concurrency(1).run(tenants(4), work)).await;
    assert_eq!(outcomes.len(), 4);
    assert_eq!(*order.lock().unwrap(), ["t1", "t2", "t3", "t0"]);
    assert_eq!(begun.elapsed().as_secs(), 60);
}

/// A tenant that is told to end keeps what it has; one that was not started is skipped.
#[tokio::test(start_paused = true)]
async fn a_drained_run_lets_the_running_ones_end_and_starts_no_other() {
    let work = |task: Task| async move {
        task.stop.told().await;
        task.rows.add(3);
        Ended::Ok
    };
    let mut run = Fanout::new().with_concurrency(2).run(tenants(4), work);
    assert!(timeout(Duration::from_secs(1), run.next()).await.is_err());
    run.drain(&Why::new("interrupted", "a signal"));
    let outcomes = all(run).await;
    // Both are told at the same time.
    let mut ended = named(&outcomes, OutcomeKind::Ok);
    ended.sort_unstable();
    assert_eq!(ended, ["t0", "t1"]);
    assert_eq!(named(&outcomes, OutcomeKind::Skipped), ["t2", "t3"]);
    assert_eq!((outcomes[0].rows, outcomes[2].rows), (3, 0));
    assert_eq!(outcomes[3].code.as_deref(), Some("interrupted"));
}

#[tokio::test]
async fn the_budgets_of_a_tenant_are_those_of_the_last_run() {
    let kept = Throttles::default();
    let fanout = Fanout::new().with_throttles(kept.clone());
    let work = |task: Task| {
        let known = kept.of(&task.tenant);
        async move {
            assert!(format!("{known:?}") == format!("{:?}", task.throttle));
            Ended::Ok
        }
    };
    for _ in 0..2 {
        let outcomes = all(fanout.run(tenants(2), work)).await;
        assert!(outcomes.iter().all(|one| one.throttled == 0.0));
    }
    assert!(kept.of(&tenants(1)[0]).budgets().is_empty());
}

/// A commit that tenants share: one that hangs keeps no other from ending, and one whose own work takes too long is late.
#[tokio::test(start_paused = true)]
async fn a_wait_puts_the_deadline_off() {
    let work = |task: Task| async move {
        if task.tenant.label() == "t0" {
            std::future::pending::<()>().await;
        }
        sleep(Duration::from_secs(1)).await;
        let wait = task.waiting.begin();
        sleep(Duration::from_secs(29)).await;
        drop(wait);
        match task.tenant.label() {
            "t1" => sleep(Duration::from_secs(18)).await,
            "t2" => sleep(Duration::from_secs(25)).await,
            _ => {}
        }
        Ended::Ok
    };
    let fanout = Fanout::new().with_deadline(Duration::from_secs(20));
    let begun = Instant::now();
    let outcomes = all(fanout.run(tenants(4), work)).await;
    assert_eq!(named(&outcomes, OutcomeKind::Ok), ["t3", "t1"]);
    assert_eq!(named(&outcomes, OutcomeKind::Failed), ["t0", "t2"]);
    let late = outcomes
        .iter()
        .filter(|one| one.code.as_deref() == Some("deadline"));
    assert_eq!(late.count(), 2);
    // 20 seconds of work, and 29 of a wait.
    assert_eq!(begun.elapsed().as_secs(), 49);
}
