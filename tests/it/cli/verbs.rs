//! Commands that are not single operations.

use super::assert_shown;
use super::program::{Program, fixed};

#[tokio::test]
async fn version() {
    let expected = format!("defender {}\n", env!("CARGO_PKG_VERSION"));
    let outcome = Program::line("--version").run().await;
    assert_eq!((outcome.code, outcome.stdout), (Some(0), expected.clone()));
    let outcome = Program::line("--version -v").run().await;
    assert!(outcome.stdout.starts_with(&expected), "{outcome}");
    for line in [
        "\ncommit: ",
        "\ncompiler: rustc ",
        "\ntls: rustls with aws-lc-rs",
        "\nfeatures: ",
        ", lake, ",
    ] {
        assert!(outcome.stdout.contains(line), "{line}: {outcome}");
    }
    let build = Program::line("-V -v -o json").run().await.json();
    let commit = build["commit"].as_str().map_or(40, str::len);
    assert_eq!(commit, 40, "whole, or null in an unpacked archive: {build}");
    let known: u64 = build["products"]
        .as_array()
        .unwrap()
        .iter()
        .map(|product| product["operations"].as_u64().unwrap())
        .sum();
    let rows = Program::line("operations -o id").run().await;
    assert_eq!(known, rows.lines().len() as u64);
    let build = Program::line("--version -o json").run().await.json();
    assert_eq!(build["version"], env!("CARGO_PKG_VERSION"));
}

#[tokio::test]
async fn operations_are_all_there_as_data() {
    let outcome = Program::line("operations -o json").run().await;
    let rows = outcome.json();
    let rows = rows.as_array().unwrap();
    let known: usize = [
        mde_api::OPERATIONS,
        mdca_api::OPERATIONS,
        xdr_api::OPERATIONS,
    ]
    .map(<[_]>::len)
    .iter()
    .sum();
    assert_eq!(rows.len(), known);
    let isolate = rows
        .iter()
        .find(|row| row["id"] == "mde.machines.isolate")
        .unwrap();
    assert_eq!(isolate["command"], "mde machines isolate");
    assert_eq!(isolate["permissions"]["application"][0], "Machine.Isolate");
}

#[tokio::test]
async fn operations_are_found_by_a_description() {
    let words = [
        "operations",
        "--search",
        "installed software of a device",
        "-n",
        "3",
        "-o",
        "id",
    ];
    let outcome = Program::new(&words).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let ids = outcome.lines();
    assert_eq!(ids.len(), 3, "{outcome}");
    assert!(ids.contains(&"mde.machines.list_software"), "{outcome}");
}

#[tokio::test]
async fn permissions() {
    let words = [
        "permissions",
        "--for",
        "mde alerts list",
        "--for",
        "graph incidents update",
        "-o",
        "table",
    ];
    assert_shown!(Program::new(&words).run().await);
}

#[tokio::test]
async fn a_manifest_of_some_commands() {
    let words = [
        "permissions",
        "--for",
        "mde machines list",
        "--for",
        "mde machines isolate",
        "--manifest",
        "-o",
        "json",
    ];
    let outcome = Program::new(&words).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(
        outcome.json(),
        serde_json::json!({"requiredResourceAccess": [{
            "resourceAppId": "fc780465-2017-40d4-a0c5-307022471b92",
            "resourceAccess": [
                {"id": "7e4e1300-e1b9-4102-88ba-f0cb6e6d5974", "type": "Role"},
                {"id": "ea8291d3-4b9a-44b5-bc3a-6cea3026dc79", "type": "Role"},
            ],
        }]})
    );
    assert!(
        outcome.stderr.contains("Machine.Isolate, Machine.Read.All"),
        "the ids have no names: {outcome}"
    );
}

/// Entra refuses an entry without an id, with an unknown member, and with an id of the other kind.
#[tokio::test]
async fn a_manifest_of_every_command_holds_ids_of_its_kind_alone() {
    let tables = reference::PRODUCTS
        .iter()
        .map(|product| product.permissions);
    let known: Vec<serde_json::Value> = tables
        .flat_map(|text| serde_json::from_str::<Vec<_>>(text).unwrap())
        .collect();
    for (caller, kind) in [("application", "Role"), ("delegated", "Scope")] {
        let line = format!(
            "permissions --for mde --for mdca --for xdr --for graph --manifest={caller} -o json"
        );
        let outcome = Program::line(&line).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert!(!outcome.stderr.contains("are unknown"), "{outcome}");
        let apis = outcome.json()["requiredResourceAccess"].clone();
        let apis = apis.as_array().unwrap();
        assert_eq!(apis.len(), 4, "{outcome}");
        for entry in apis
            .iter()
            .flat_map(|api| api["resourceAccess"].as_array().unwrap())
        {
            assert_eq!(entry.as_object().unwrap().len(), 2, "{entry}");
            assert_eq!(entry["type"], kind);
            let is_it = |one: &serde_json::Value| one["id"] == entry["id"] && one["kind"] == kind;
            assert!(known.iter().any(is_it), "{entry}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_goes_to_a_pipe() {
    // At the present time: the expiry of a static token is compared with this machine's clock.
    let sandbox = sandbox::Sandbox::builder().start().await.unwrap();
    let outcome = Program::line("auth token --product mde")
        .at(&sandbox)
        .run()
        .await;
    let token = outcome.stdout.trim();
    assert_eq!(token.split('.').count(), 3, "{outcome}");
    let line = Program::line("mde machines list -n 1 -o id -q")
        .env("DEFENDER_ENDPOINT_MDE", &sandbox.url(sandbox::Service::Mde))
        .env("DEFENDER_ACCESS_TOKEN_MDE", token);
    assert_eq!(line.run().await.code, Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn status_of_a_credential_that_works() {
    let sandbox = fixed().start().await.unwrap();
    assert_shown!(
        Program::line("auth status -o table")
            .at(&sandbox)
            .run()
            .await
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn status_of_a_credential_that_works_in_part() {
    let sandbox = fixed().start().await.unwrap();
    let line = Program::line("auth status -o ndjson --columns service,status,hint").at(&sandbox);
    let outcome = line
        .env("DEFENDER_ACCESS_TOKEN_XDR", "not.a.token")
        .run()
        .await;
    assert_shown!(outcome);
}

#[cfg(unix)]
#[tokio::test]
async fn an_unknown_first_word_runs_the_program_of_that_name() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("defender-greet");
    std::fs::write(&file, "#!/bin/sh\necho \"$@\"\nexit 42\n").unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = folder.path().to_str().unwrap();
    let outcome = Program::line("--sandbox greet one --two")
        .env("PATH", path)
        .run()
        .await;
    assert_eq!(
        (outcome.code, outcome.stdout.as_str()),
        (Some(42), "--sandbox one --two\n")
    );
    let help = Program::line("--help").env("PATH", path).run().await;
    assert!(
        help.stdout.ends_with("Programs on PATH:\n  greet\n"),
        "{help}"
    );
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_sandbox_stays_up_for_other_programs() {
    use tokio::io::{AsyncBufReadExt, BufReader};

    let mut up = Program::line("sandbox up --devices 3").spawn();
    let mut lines = BufReader::new(up.stdout.take().unwrap()).lines();
    let mut client = Program::line("mde machines list --all-statuses -o id");
    for _ in 0..10 {
        let line = lines.next_line().await.unwrap().unwrap();
        let (name, value) = line
            .strip_prefix("export ")
            .unwrap()
            .split_once('=')
            .unwrap();
        client = client.env(name, value.trim_matches('\''));
    }
    let outcome = client.run().await;
    assert_eq!(outcome.lines().len(), 3, "{outcome}");
    let id = up.id().unwrap().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-INT", &id])
        .status();
    assert!(sent.unwrap().success());
    assert_eq!(up.wait().await.unwrap().code(), Some(130));
}
