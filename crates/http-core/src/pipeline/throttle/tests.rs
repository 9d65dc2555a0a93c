//! Budgets on a paused clock.

use super::*;

static LIST: Operation = Operation::get("t.things.list", "/api/things")
    .limits(&[RateLimit::per_minute(3), RateLimit::per_hour(5)]);

const LONG: Duration = Duration::from_secs(4000);

fn tenant(name: &str) -> BudgetOwner {
    BudgetOwner {
        application: "app".into(),
        tenant: name.into(),
    }
}

/// Takes and spends a slot; returns how long the call waited.
async fn call(
    throttle: &Throttle,
    owner: &BudgetOwner,
    within: Duration,
) -> Result<Duration, Duration> {
    let slot = throttle.acquire(owner, &LIST, within).await?;
    let waited = slot.waited();
    slot.spend();
    Ok(waited.unwrap_or_default())
}

#[tokio::test(start_paused = true)]
async fn no_window_ever_holds_more_than_its_calls() {
    let throttle = Throttle::new();
    let begun = Instant::now();
    let mut at = Vec::new();
    for _ in 0..6 {
        call(&throttle, &tenant("a"), LONG).await.unwrap();
        at.push(begun.elapsed().as_secs());
    }
    assert_eq!(at, [0, 0, 0, 60, 60, 3600]);
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_is_too_long_is_refused_at_once() {
    let throttle = Throttle::new();
    let begun = Instant::now();
    throttle.throttled(&tenant("a"), &LIST, Duration::from_secs(90), None);
    let result = call(&throttle, &tenant("a"), Duration::from_secs(60)).await;
    assert_eq!(
        (result, begun.elapsed()),
        (Err(Duration::from_secs(90)), Duration::ZERO)
    );
}

#[tokio::test(start_paused = true)]
async fn tenants_do_not_wait_for_each_other() {
    let throttle = Throttle::new();
    for _ in 0..3 {
        call(&throttle, &tenant("a"), LONG).await.unwrap();
    }
    assert_eq!(
        call(&throttle, &tenant("b"), LONG).await.unwrap(),
        Duration::ZERO
    );
}

#[tokio::test(start_paused = true)]
async fn a_refusal_stops_everyone_for_as_long_as_asked() {
    let throttle = Throttle::new();
    throttle.throttled(&tenant("a"), &LIST, Duration::from_secs(17), None);
    assert_eq!(
        call(&throttle, &tenant("a"), LONG).await.unwrap(),
        Duration::from_secs(17)
    );
}

#[tokio::test(start_paused = true)]
async fn a_quota_named_by_a_refusal_replaces_the_documented_one() {
    let throttle = Throttle::new();
    let quota = quota_in_words(
        "quota exceeded! maximum allowed 1 per 00:01:00. Retry later",
        "allowed",
    );
    throttle.throttled(&tenant("a"), &LIST, Duration::ZERO, quota);
    call(&throttle, &tenant("a"), LONG).await.unwrap();
    assert_eq!(
        call(&throttle, &tenant("a"), LONG).await.unwrap(),
        Duration::from_secs(60)
    );
}

#[tokio::test(start_paused = true)]
async fn switched_off_it_never_waits() {
    let throttle = Throttle::off();
    for _ in 0..100 {
        assert_eq!(
            call(&throttle, &tenant("a"), LONG).await.unwrap(),
            Duration::ZERO
        );
    }
}

#[tokio::test(start_paused = true)]
async fn budgets_tell_what_is_used_and_when_the_next_slot_is_free() {
    let throttle = Throttle::new();
    for _ in 0..3 {
        call(&throttle, &tenant("a"), LONG).await.unwrap();
    }
    let budget = throttle.budgets().remove(0);
    assert_eq!(
        budget
            .windows
            .iter()
            .map(|(_, used)| *used)
            .collect::<Vec<_>>(),
        [3, 3]
    );
    assert_eq!(budget.next_free, Duration::from_secs(60));
}

#[test]
fn quotas_are_read_out_of_messages() {
    let words = "maximum allowed 1500 per 01:00:00.";
    assert_eq!(
        quota_in_words(words, "allowed"),
        Some(RateLimit::per_hour(1500))
    );
    assert_eq!(quota_in_words("not allowed per day", "allowed"), None);
    assert_eq!(quota_in_words("too many requests", "allowed"), None);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_never_sent_uses_no_slot_up() {
    let throttle = Throttle::new();
    for _ in 0..100 {
        let slot = throttle.acquire(&tenant("a"), &LIST, Duration::ZERO).await;
        drop(slot.unwrap());
    }
    assert_eq!(throttle.budgets()[0].next_free, Duration::ZERO);
    assert_eq!(throttle.budgets()[0].windows[0].1, 0);
}

#[tokio::test(start_paused = true)]
async fn a_slot_counts_from_when_the_call_is_sent() {
    let throttle = Throttle::new();
    let who = tenant("a");
    let slots = (0..3).map(|_| throttle.acquire(&who, &LIST, LONG));
    let slots = futures_util::future::join_all(slots).await;
    tokio::time::sleep(Duration::from_secs(20)).await;
    for slot in slots {
        slot.unwrap().spend();
    }
    let waited = call(&throttle, &tenant("a"), LONG).await;
    assert_eq!(waited, Ok(Duration::from_secs(60)));
}

#[tokio::test(start_paused = true)]
async fn a_slot_that_is_given_back_goes_to_who_waits() {
    let throttle = Throttle::new();
    let mut slots = Vec::new();
    for _ in 0..3 {
        slots.push(throttle.acquire(&tenant("a"), &LIST, LONG).await.unwrap());
    }
    let later = async {
        tokio::time::sleep(Duration::from_secs(2)).await;
        slots.pop();
    };
    let who = tenant("a");
    let (waited, ()) = tokio::join!(call(&throttle, &who, LONG), later);
    assert_eq!(waited, Ok(Duration::from_secs(2)));
}

#[tokio::test(start_paused = true)]
async fn whoever_came_first_is_admitted_first() {
    let throttle = Throttle::new();
    let (who, begun) = (tenant("a"), Instant::now());
    let order = Mutex::new(Vec::new());
    let calls = (0..8_u64).map(|number| {
        let (throttle, who, order) = (&throttle, &who, &order);
        async move {
            tokio::time::sleep(Duration::from_millis(10 * number)).await;
            call(throttle, who, Duration::from_secs(40_000))
                .await
                .unwrap();
            order
                .lock()
                .unwrap()
                .push((number, begun.elapsed().as_secs()));
        }
    });
    futures_util::future::join_all(calls).await;
    let expected = [
        (0, 0),
        (1, 0),
        (2, 0),
        (3, 60),
        (4, 60),
        (5, 3600),
        (6, 3600),
        (7, 3600),
    ];
    assert_eq!(*order.lock().unwrap(), expected);
}

#[tokio::test(start_paused = true)]
async fn a_caller_in_the_queue_is_told_at_once_that_its_turn_comes_too_late() {
    let throttle = Throttle::new();
    let who = tenant("a");
    for _ in 0..3 {
        call(&throttle, &who, LONG).await.unwrap();
    }
    let begun = Instant::now();
    let two = [call(&throttle, &who, LONG), call(&throttle, &who, LONG)];
    let third = async {
        tokio::task::yield_now().await;
        let late = call(&throttle, &who, Duration::from_secs(100)).await;
        (late, begun.elapsed())
    };
    let (_, (late, at)) = tokio::join!(futures_util::future::join_all(two), third);
    assert_eq!((late, at), (Err(Duration::from_secs(3600)), Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn a_caller_who_goes_away_leaves_the_queue() {
    let throttle = Throttle::new();
    let who = tenant("a");
    for _ in 0..3 {
        call(&throttle, &who, LONG).await.unwrap();
    }
    for _ in 0..5 {
        let soon = Duration::from_millis(1);
        let waiting = tokio::time::timeout(soon, call(&throttle, &who, LONG));
        waiting.await.unwrap_err();
    }
    let waited = call(&throttle, &who, LONG).await.unwrap();
    assert_eq!(waited.as_secs(), 59);
}

#[tokio::test(start_paused = true)]
async fn a_refusal_stops_no_budget_for_longer_than_its_longest_window() {
    let throttle = Throttle::new();
    throttle.throttled(&tenant("a"), &LIST, Duration::MAX, None);
    assert_eq!(throttle.budgets()[0].next_free, Duration::from_secs(3600));
    static FREE: Operation = Operation::get("t.free.list", "/api/free");
    throttle.throttled(&tenant("b"), &FREE, Duration::MAX, None);
    assert_eq!(throttle.budgets()[1].next_free, Duration::from_secs(300));
}

#[tokio::test(start_paused = true)]
async fn a_budget_that_is_cleared_lets_calls_go_that_wait_for_it() {
    let throttle = Throttle::new();
    throttle.throttled(&tenant("a"), &LIST, Duration::MAX, None);
    throttle.throttled(&tenant("b"), &LIST, Duration::MAX, None);
    let clear = async {
        tokio::time::sleep(Duration::from_secs(3)).await;
        throttle.clear_budget(&throttle.budgets()[0]);
    };
    let who = tenant("a");
    let (waited, ()) = tokio::join!(call(&throttle, &who, LONG), clear);
    assert_eq!(waited, Ok(Duration::from_secs(3)));
    let other = throttle.budgets().pop().unwrap();
    assert_eq!(
        (&*other.tenant, other.next_free),
        ("b", Duration::from_secs(3597))
    );
    throttle.clear();
    assert_eq!(throttle.budgets(), []);
}

#[tokio::test(start_paused = true)]
async fn applications_of_one_tenant_do_not_wait_for_each_other() {
    let throttle = Throttle::new();
    let other = BudgetOwner {
        application: "other".into(),
        ..tenant("a")
    };
    throttle.throttled(&tenant("a"), &LIST, Duration::from_secs(60), None);
    assert_eq!(call(&throttle, &other, LONG).await, Ok(Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn a_quota_of_years_is_not_believed() {
    let throttle = Throttle::new();
    let quota = quota_in_words("maximum allowed 1 per 99999:00:00. Retry later", "allowed");
    throttle.throttled(&tenant("a"), &LIST, Duration::ZERO, quota);
    for _ in 0..3 {
        assert_eq!(
            call(&throttle, &tenant("a"), Duration::ZERO).await,
            Ok(Duration::ZERO)
        );
    }
}

#[tokio::test(start_paused = true)]
async fn calls_of_an_earlier_process_count_and_are_not_recorded_again() {
    static LIST: Operation =
        Operation::get("t.kept.list", "/kept").limits(&[RateLimit::per_minute(2)]);
    let owner = BudgetOwner::default();
    let first = Throttle::new();
    for _ in 0..2 {
        let slot = first.acquire(&owner, &LIST, Duration::ZERO).await;
        slot.ok().unwrap().spend();
    }
    let records = first.records();
    assert_eq!(records.len(), 1);
    let second = Throttle::new();
    second.restore(records);
    let wait = second.acquire(&owner, &LIST, Duration::ZERO).await.err();
    assert!(wait.unwrap() > Duration::from_secs(58));
    assert!(second.records().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_call_is_recorded_at_one_time_however_often_it_is_asked_for() {
    static LIST: Operation =
        Operation::get("t.often.list", "/often").limits(&[RateLimit::per_hour(9)]);
    let throttle = Throttle::new();
    let owner = BudgetOwner::default();
    let mut kept: Option<BudgetRecord> = None;
    for _ in 0..3 {
        let slot = throttle.acquire(&owner, &LIST, Duration::ZERO).await;
        slot.ok().unwrap().spend();
        tokio::time::advance(Duration::from_millis(1_234)).await;
        let mut records = throttle.records();
        let record = records.remove(0);
        match &mut kept {
            Some(kept) => kept.merge(&record),
            None => kept = Some(record),
        }
    }
    let later = std::time::SystemTime::now() + Duration::from_secs(60);
    assert_eq!(kept.unwrap().used(RateLimit::per_hour(9), later), 3);
}

#[tokio::test(start_paused = true)]
async fn waits_are_counted_also_those_that_are_given_up() {
    let throttle = Throttle::new();
    throttle.throttled(&tenant("a"), &LIST, Duration::from_secs(90), None);
    assert!(!throttle.is_waiting());
    call(&throttle, &tenant("a"), LONG).await.unwrap();
    assert_eq!(throttle.waited().as_secs(), 90);
    throttle.throttled(&tenant("a"), &LIST, Duration::from_secs(90), None);
    let owner = tenant("a");
    let mut given_up = Box::pin(call(&throttle, &owner, LONG));
    let early = tokio::time::timeout(Duration::from_secs(10), &mut given_up).await;
    assert!(early.is_err() && throttle.is_waiting());
    drop(given_up);
    assert_eq!(
        (throttle.waited().as_secs(), throttle.is_waiting()),
        (100, false)
    );
    let without = throttle.without_budgets();
    call(&without, &owner, Duration::ZERO).await.unwrap();
    assert_eq!(without.waited().as_secs(), 100);
}
