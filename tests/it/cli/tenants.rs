//! `--tenants`: one read in several tenants of a partner's customers.

use std::path::Path;

use sandbox::{Sandbox, TenantFault};
use serde_json::Value;

use super::assert_shown;
use super::program::{Outcome, Program, fixed};

const MACHINES: &str = "mde machines list --all-statuses";

async fn customers(count: usize) -> Sandbox {
    fixed().customers(count).devices(3).start().await.unwrap()
}

async fn with_fault(count: usize, faults: &[(&str, TenantFault)]) -> Sandbox {
    let builder = fixed().customers(count).devices(3);
    let builder = faults.iter().fold(builder, |builder, (name, fault)| {
        builder.tenant_fault(*name, *fault)
    });
    builder.start().await.unwrap()
}

async fn run(sandbox: &Sandbox, line: &str) -> Outcome {
    Program::line(line).at(sandbox).run().await
}

fn rows(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The outcomes among the objects on standard error.
fn outcomes(outcome: &Outcome) -> Vec<Value> {
    let objects = outcome
        .stderr
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    objects
        .filter_map(|object| object.get("outcome").cloned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_begins_with_its_tenant_and_keeps_its_bytes() {
    let sandbox = customers(3).await;
    let all = run(&sandbox, &format!("{MACHINES} --tenants all -o ndjson")).await;
    assert_eq!(all.code, Some(0), "{all}");
    assert_eq!(all.lines().len(), 9);
    for customer in sandbox.customers() {
        let alone = run(
            &sandbox,
            &format!("{MACHINES} --tenant {} -o ndjson", customer.id),
        )
        .await;
        let begin = format!("{{\"_tenant\":\"{}\",", customer.id);
        let own = all
            .lines()
            .into_iter()
            .filter_map(|line| line.strip_prefix(&begin));
        let own: Vec<String> = own.map(|rest| format!("{{{rest}")).collect();
        assert_eq!(own, alone.lines(), "the same bytes in the same order");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_format_has_the_tenant() {
    let sandbox = customers(2).await;
    let shown = |more: &str| {
        run_owned(
            &sandbox,
            format!("{MACHINES} -n 1 --concurrency 1 --tenants all {more}"),
        )
    };
    assert_shown!(shown("-o table --columns id,riskScore").await);
    let json = shown("-o json").await.json();
    assert_eq!(json.as_array().unwrap().len(), 2);
    let csv = shown("-o csv --columns riskScore").await;
    assert!(csv.stdout.starts_with("_tenant,riskScore\n"), "{csv}");
    let table = shown("-o table").await;
    assert!(table.stdout.starts_with("_tenant "), "{table}");
    let ids = shown("-o id").await;
    assert!(ids.lines().iter().all(|id| id.len() == 40), "{ids}");
    let mapped = run(
        &sandbox,
        "mde alerts list -n 1 --schema ecs --tenants all -o ndjson",
    )
    .await;
    let mapped = rows(&mapped.stdout);
    assert!(
        mapped
            .iter()
            .all(|row| row["_tenant"].is_string() && row["event"].is_object())
    );
}

async fn run_owned(sandbox: &Sandbox, line: String) -> Outcome {
    run(sandbox, &line).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_exit_code_says_whether_all_some_or_none_are_well() {
    let faults = [
        ("tenant1", TenantFault::DeadSecret),
        ("tenant2", TenantFault::Unconsented),
    ];
    let sandbox = with_fault(3, &faults).await;
    for (expression, code) in [("tenant3", 0), ("all", 3), ("tenant1,tenant2", 4)] {
        let outcome = run(
            &sandbox,
            &format!("{MACHINES} --tenants {expression} -o ndjson"),
        )
        .await;
        assert_eq!(outcome.code, Some(code), "{expression}: {outcome}");
    }
    let people = run(
        &sandbox,
        &format!("{MACHINES} -o csv --columns riskScore --tenants all --concurrency 1"),
    )
    .await;
    assert_shown!(people);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_tenant_has_one_outcome_for_programs_and_in_the_file() {
    let sandbox = with_fault(3, &[("tenant2", TenantFault::Html)]).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("outcomes.ndjson");
    let line = format!(
        "{MACHINES} --tenants all -o ndjson --outcomes {}",
        file.display()
    );
    let outcome = run(&sandbox, &line).await;
    let shown = outcomes(&outcome);
    let written = rows(&std::fs::read_to_string(&file).unwrap());
    assert_eq!(shown, written);
    assert_eq!(shown.len(), 3);
    let well = shown.iter().find(|one| one["name"] == "tenant1").unwrap();
    assert_eq!(
        (&well["outcome"], &well["rows"]),
        (&Value::from("ok"), &Value::from(3))
    );
    assert_eq!(well["tenant"], sandbox.customers()[0].id.as_str());
    assert!(well["seconds"].as_f64().unwrap() > 0.0 && well["throttled"] == 0.0);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("{\"tenant\":\""), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn expressions_choose_and_wrong_ones_send_nothing() {
    let sandbox = customers(4).await;
    for (expression, count) in [
        ("tag:odd", 2),
        ("tag:sandbox&!tag:odd", 2),
        ("tenant4,tenant1", 2),
        ("!tenant2", 3),
    ] {
        let listed = run(
            &sandbox,
            &format!("tenants list -o ndjson --tenants {expression}"),
        )
        .await;
        assert_eq!(listed.lines().len(), count, "{expression}: {listed}");
    }
    assert!(sandbox.all_requests().is_empty());
    for expression in ["tag:prod", "nobody", "tag:odd&tag:even", ","] {
        let outcome = run(&sandbox, &format!("{MACHINES} --tenants {expression}")).await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
    }
    assert!(sandbox.all_requests().is_empty());
    let unknown = run(&sandbox, &format!("{MACHINES} --tenants tag:prod")).await;
    assert!(
        unknown
            .stderr
            .contains("has the tag `prod`; it has even, odd, sandbox"),
        "{unknown}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn another_file_may_be_csv_or_ndjson_as_the_command_prints_them() {
    let sandbox = customers(3).await;
    let folder = tempfile::tempdir().unwrap();
    for form in ["csv", "ndjson"] {
        let file = folder.path().join(format!("some.{form}"));
        let listed = run(
            &sandbox,
            &format!("tenants list --tenants tag:odd -o {form}"),
        )
        .await;
        std::fs::write(&file, &listed.stdout).unwrap();
        let line = format!("{MACHINES} -o ndjson --tenants @{}&tag:odd", file.display());
        let outcome = run(&sandbox, &line).await;
        assert_eq!(
            (outcome.code, outcome.lines().len()),
            (Some(0), 6),
            "{form}: {outcome}"
        );
    }
    let file = folder.path().join("wrong.csv");
    std::fs::write(&file, "id,owner\nnot-a-guid,x\n").unwrap();
    let outcome = run(
        &sandbox,
        &format!("{MACHINES} --tenants @{}", file.display()),
    )
    .await;
    assert_eq!(outcome.code, Some(2));
    assert!(
        outcome.stderr.contains("wrong.csv:2: `id` is the GUID"),
        "{outcome}"
    );
    let id = &sandbox.customers()[0].id;
    std::fs::write(&file, format!("id,owner\n{id},x\n")).unwrap();
    let outcome = run(
        &sandbox,
        &format!("{MACHINES} --tenants @{} -o csv", file.display()),
    )
    .await;
    assert!(
        outcome.stderr.contains("ignored, because unknown: owner"),
        "{outcome}"
    );
    let missing = Program::line(&format!("{MACHINES} --tenants all"))
        .run()
        .await;
    assert_eq!(missing.code, Some(2));
    assert!(
        missing.stderr.contains("there is no tenants file at"),
        "{missing}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_something_or_is_about_one_tenant_is_refused() {
    let sandbox = customers(2).await;
    for line in [
        "mde machines isolate x --comment c --yes --tenants all",
        "api POST /api/machines/x/isolate -f Comment=c --yes --tenants all",
        "api -i /api/machines --tenants all",
        "profile list --tenants all",
        "auth status --tenants all",
        "hunt --list --tenants all",
        "operations --tenants all",
        "mde machines list --tenants all --tenant x",
        "mdca alerts list --tenants all --portal https://x.example",
        "mde machines list --tenants all --sandbox",
        "mde alerts list --watch 30s --tenants all",
        "triage --tenants all",
        "mde machines list --deadline 5s",
        "mde machines list --outcomes x",
        "mde assessments export-certificates --manifest m.json --tenants all",
    ] {
        let outcome = run(&sandbox, line).await;
        assert_eq!(outcome.code, Some(2), "{line}: {outcome}");
        assert!(outcome.stderr.contains("hint: "), "{line}: {outcome}");
    }
    let given = Program::line(&format!("{MACHINES} --tenants all")).at(&sandbox);
    let given = given.env("DEFENDER_ACCESS_TOKEN_MDE", "x.y.z").run().await;
    assert_eq!(given.code, Some(2));
    assert!(given.stderr.contains("is a token of one tenant"), "{given}");
    assert!(sandbox.all_requests().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_tenant_has_for_want_of_a_sign_in_has_its_exit_code() {
    let home = tempfile::tempdir().unwrap();
    let dead = ("tenant1", TenantFault::DeadSecret);
    let faults =
        [TenantFault::DeadSecret, TenantFault::Html].map(|fault| [dead, ("tenant2", fault)]);
    for (tenants, faults, code) in [(2, faults[0], 4), (2, faults[1], 1), (3, faults[0], 3)] {
        let sandbox = with_fault(tenants, &faults).await;
        for line in [MACHINES, "collect --to spool mde.alerts mde.machines"] {
            let line = format!("{line} --tenants all -o ndjson");
            let program = Program::line(&line).at(&sandbox).home(home.path());
            let outcome = program.within(home.path()).run().await;
            assert_eq!(outcome.code, Some(code), "{line}: {outcome}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_errors_end_the_starts() {
    let faults: Vec<_> = ["tenant1", "tenant2", "tenant3"]
        .map(|name| (name, TenantFault::DeadSecret))
        .into();
    let sandbox = with_fault(8, &faults).await;
    let line = format!("{MACHINES} --tenants all --max-errors 1 --concurrency 1 -o ndjson");
    let outcome = run(&sandbox, &line).await;
    assert_eq!(outcome.code, Some(1), "{outcome}");
    let words: Vec<_> = outcomes(&outcome)
        .iter()
        .map(|one| one["outcome"].clone())
        .collect();
    assert_eq!(words[..3], ["failed", "failed", "skipped"]);
    assert_eq!(words.len(), 8);
    let people = run(
        &sandbox,
        &format!("{MACHINES} --tenants all --max-errors 20% --concurrency 1 -o csv"),
    )
    .await;
    assert!(
        people
            .stderr
            .contains("tenant3, tenant4, tenant5, tenant6, tenant7, tenant8: skipped (max_errors)"),
        "{people}"
    );
    assert!(
        people.stderr.contains("8 tenants: 2 failed, 6 skipped"),
        "{people}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadline_covers_waits_and_silence() {
    let faults = [
        ("tenant1", TenantFault::Throttled),
        ("tenant2", TenantFault::Hanging),
    ];
    let sandbox = with_fault(3, &faults).await;
    let line = format!("{MACHINES} --tenants all --deadline 2s -o ndjson");
    let outcome = run(&sandbox, &line).await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    let named = |name: &str| {
        let all = outcomes(&outcome);
        all.into_iter().find(|one| one["name"] == name).unwrap()
    };
    assert_eq!(named("tenant3")["outcome"], "ok");
    for name in ["tenant1", "tenant2"] {
        assert_eq!(
            (&named(name)["outcome"], &named(name)["code"]),
            (&"failed".into(), &"deadline".into())
        );
    }
    assert!(named("tenant1")["throttled"].as_f64().unwrap() > 1.0);
    assert_eq!(named("tenant2")["throttled"], 0.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_portal_of_one_tenant_gets_no_token_of_another() {
    let sandbox = customers(2).await;
    let outcome = run(&sandbox, "mdca alerts list --tenants all -n 1 -o ndjson").await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(0), 2),
        "{outcome}"
    );
    let before = sandbox.all_requests().len();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bare.csv");
    let ids: Vec<_> = sandbox
        .customers()
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    std::fs::write(&file, format!("id\n{}\n", ids.join("\n"))).unwrap();
    let line = format!("mdca alerts list -o ndjson --tenants @{}", file.display());
    // The variables of the emulator name a portal, and a legacy token: both are of one tenant.
    let legacy = ("DEFENDER_MDCA_API_TOKEN", sandbox.mdca_api_token());
    let outcome = Program::line(&line)
        .at(&sandbox)
        .env(legacy.0, legacy.1)
        .run()
        .await;
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(
        outcomes(&outcome)[0]["message"]
            .as_str()
            .unwrap()
            .contains("has no `portal`"),
        "{outcome}"
    );
    assert_eq!(sandbox.all_requests().len(), before, "nothing was sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn hunts_checks_permissions_and_paths_run_in_many_tenants() {
    let sandbox = customers(2).await;
    let count = "DeviceInfo | summarize Devices = dcount(DeviceId)";
    for hunt in [vec!["hunt", "-e", count], vec!["hunt", "-"]] {
        let words = [&hunt[..], &["--tenants", "all", "-o", "ndjson"]].concat();
        let outcome = Program::new(&words).at(&sandbox).run_with(count).await;
        let found = rows(&outcome.stdout);
        assert_eq!(found.len(), 2, "{outcome}");
        assert!(found.iter().all(|row| row["Devices"] == 3), "{outcome}");
    }
    for (line, expected) in [
        ("doctor --for mde.alerts.list --tenants all -o ndjson", 0),
        ("api /api/machines --tenants all -o ndjson", 6),
        ("api --paginate /api/machines --tenants all -o ndjson", 6),
        ("auth doctor --tenants all -o ndjson", 0),
        (
            "mde assessments export-certificates --tenants all -o ndjson",
            0,
        ),
        ("mde scores get-exposure --tenants all -o ndjson", 0),
    ] {
        let line = line.replace("--for mde.alerts.list", "--product xdr");
        let outcome = run(&sandbox, &line).await;
        let found = rows(&outcome.stdout);
        let tenants: std::collections::BTreeSet<_> =
            found.iter().map(|row| row["_tenant"].to_string()).collect();
        assert_eq!(tenants.len(), 2, "{line}: {outcome}");
        assert!(
            expected == 0 || found.len() == expected,
            "{line}: {outcome}"
        );
    }
    let words = [
        "permissions",
        "--for",
        "mde alerts list",
        "--tenants",
        "all",
        "-o",
        "ndjson",
    ];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(
        rows(&outcome.stdout)
            .iter()
            .all(|row| row["granted"] == true),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_may_have_a_profile_of_its_own() {
    let sandbox = customers(2).await;
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret");
    std::fs::write(&secret, "not the secret").unwrap();
    let config = format!(
        "[profile.own]\ntenant = \"{}\"\nclient_id = \"{}\"\nmethod = \"secret\"\nclient_secret_file = \"{}\"\n\
         [profile.other]\noutput = \"json\"\n",
        sandbox.customers()[1].id,
        sandbox.client_id(),
        secret.display()
    );
    std::fs::write(folder.path().join("config.toml"), config).unwrap();
    let file = folder.path().join("t.csv");
    let [one, two] = [0, 1].map(|at| sandbox.customers()[at].id.clone());
    std::fs::write(
        &file,
        format!("id,name,profile\n{one},shared,\n{two},own,own\n"),
    )
    .unwrap();
    let line = format!("{MACHINES} -o ndjson --tenants @{}", file.display());
    let outcome = Program::line(&line)
        .at(&sandbox)
        .home(folder.path())
        .run()
        .await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(3), 3),
        "{outcome}"
    );
    let own = outcomes(&outcome)
        .into_iter()
        .find(|one| one["name"] == "own")
        .unwrap();
    assert_eq!(own["code"], "AADSTS7000215", "{own}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_shows_the_calls_and_sends_and_writes_nothing() {
    let sandbox = customers(2).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("outcomes");
    let line = format!(
        "{MACHINES} --tenants all --dry-run -o ndjson --outcomes {}",
        file.display()
    );
    let outcome = run(&sandbox, &line).await;
    let shown = rows(&outcome.stdout);
    assert!(
        shown
            .iter()
            .all(|row| row["_tenant"].is_string() && row["method"] == "GET"),
        "{outcome}"
    );
    assert_eq!((outcome.code, shown.len()), (Some(0), 2));
    assert!(sandbox.all_requests().is_empty() && !file.exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_are_found_and_saved() {
    let sandbox = customers(3).await;
    let found = run(&sandbox, "tenants discover -o csv").await;
    let lines = sandbox
        .customers()
        .iter()
        .map(|one| format!("{},{}", one.id, one.name));
    let expected: Vec<String> = ["id,name,tags".to_owned()]
        .into_iter()
        .chain(lines.map(|line| line + ",[]"))
        .collect();
    assert_eq!(found.lines(), expected, "{found}");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("deep").join("mine.toml");
    let save = |more: &str| {
        let line = format!("tenants discover --save {more}");
        let program = Program::line(line.trim()).at(&sandbox);
        program
            .env("DEFENDER_TENANTS_FILE", file.to_str().unwrap())
            .run()
    };
    let dry = save("--dry-run -o json").await;
    assert!(dry.code == Some(0) && !file.exists(), "{dry}");
    let saved = save("").await;
    assert_eq!(
        (saved.code, &saved.json()["tenants"]),
        (Some(0), &3.into()),
        "{saved}"
    );
    let again = save("").await;
    assert_eq!(again.code, Some(9), "{again}");
    assert_eq!(save("--force").await.code, Some(0));
    let listed = Program::line(&format!("{MACHINES} --tenants all -o ndjson")).at(&sandbox);
    let listed = listed
        .env("DEFENDER_TENANTS_FILE", file.to_str().unwrap())
        .run()
        .await;
    assert_eq!(
        (listed.code, listed.lines().len()),
        (Some(0), 9),
        "{listed}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_pipe_ends_all_tenants_quietly() {
    let sandbox = with_fault(3, &[("tenant3", TenantFault::Hanging)]).await;
    let mut child = Program::line(&format!("{MACHINES} --tenants all -o ndjson"))
        .at(&sandbox)
        .spawn();
    drop(child.stdout.take());
    let ended = child.wait_with_output().await.unwrap();
    assert_eq!(ended.status.code(), Some(0));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn ctrl_c_names_what_was_running() {
    use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};

    let sandbox = with_fault(3, &[("tenant2", TenantFault::Hanging)]).await;
    let line = format!("{MACHINES} --tenants all -o ndjson");
    let mut child = Program::line(&line).at(&sandbox).spawn();
    let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut seen = Vec::new();
    while seen.len() < 2 {
        let line = said.next_line().await.unwrap().unwrap();
        let object: Value = serde_json::from_str(&line).unwrap();
        seen.extend(object.get("outcome").cloned());
    }
    interrupt(&child);
    let line = said.next_line().await.unwrap().unwrap();
    let last: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(last["outcome"]["name"], "tenant2", "{last}");
    assert_eq!(last["outcome"]["code"], "interrupted", "{last}");
    let mut stdout = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut stdout)
        .await
        .unwrap();
    assert_eq!(rows(&stdout).len(), 6);
    assert_eq!(child.wait().await.unwrap().code(), Some(130));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_emulator_prints_a_tenants_file_and_serves_its_log() {
    use tokio::io::{AsyncBufReadExt, BufReader};

    let line =
        "sandbox up --tenants 3 --devices 2 --fault tenant2=dead-secret --fault tenant3=throttled";
    let mut child = Program::line(line).spawn();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut program = Program::line(&format!("{MACHINES} --tenants all --deadline 2s -o ndjson"));
    let (mut file, mut login) = (String::new(), String::new());
    while !program.parts().2.contains_key("DEFENDER_MDCA_API_TOKEN") {
        let line = said.next_line().await.unwrap().unwrap();
        let (name, value) = line
            .strip_prefix("export ")
            .unwrap()
            .split_once('=')
            .unwrap();
        let value = value.trim_matches('\'');
        program = program.env(name, value);
        match name {
            "DEFENDER_TENANTS_FILE" => value.clone_into(&mut file),
            "DEFENDER_ENDPOINT_LOGIN" => value.clone_into(&mut login),
            _ => {}
        }
    }
    let outcome = program.run().await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(3), 2),
        "{outcome}"
    );
    let codes: Vec<_> = outcomes(&outcome)
        .iter()
        .map(|one| one["code"].clone())
        .collect();
    assert_eq!(
        codes,
        [Value::from("AADSTS7000222"), Value::Null, "deadline".into()],
        "{outcome}"
    );
    let log = request_log(&login).await;
    let throttled = log["requests"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["status"] == 429);
    assert_eq!(throttled.count(), 1, "{log}");
    assert!(Path::new(&file).exists());
    interrupt(&child);
    child.wait().await.unwrap();
    assert!(
        !Path::new(&file).exists(),
        "the file goes with the emulator"
    );
    for wrong in ["--fault tenant1=slow", "--fault tenant1", "--tenants 0"] {
        let outcome = Program::line(&format!("sandbox up --tenants 3 {wrong}"))
            .run()
            .await;
        assert_eq!(outcome.code, Some(2), "{wrong}: {outcome}");
    }
}

/// Sends SIGINT.
#[cfg(unix)]
fn interrupt(child: &tokio::process::Child) {
    let id = child.id().unwrap().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-INT", &id])
        .status();
    assert!(sent.unwrap().success());
}

/// The request log of an emulator.
#[cfg(unix)]
async fn request_log(login: &str) -> Value {
    let base = http_core::Url::parse(login).unwrap();
    let client = http_core::Client::builder(base).build().unwrap();
    static LOG: http_core::Operation =
        http_core::Operation::get("sandbox.requests.list", "/__sandbox/requests");
    let answer = client
        .send_response(http_core::Request::new(&LOG))
        .await
        .unwrap();
    serde_json::from_slice(answer.body()).unwrap()
}
