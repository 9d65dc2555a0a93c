//! `defender export`: a list or an export by files, once and whole.

use sandbox::{Fault, Sandbox};
use serde_json::Value;

use super::program::{Outcome, Program, fixed};

struct Place {
    sandbox: Sandbox,
    home: tempfile::TempDir,
}

impl Place {
    async fn new() -> Self {
        Self {
            sandbox: fixed().limits(false).devices(30).start().await.unwrap(),
            home: tempfile::tempdir().unwrap(),
        }
    }

    async fn run(&self, line: &str) -> Outcome {
        let home = self.home.path();
        Program::line(line)
            .at(&self.sandbox)
            .home(home)
            .within(home)
            .run()
            .await
    }

    /// The lines of all files in a folder.
    fn rows(&self, folder: &str) -> Vec<Value> {
        let Ok(files) = std::fs::read_dir(self.home.path().join(folder)) else {
            return Vec::new();
        };
        let paths = files.map(|file| file.unwrap().path());
        let finals = paths.filter(|path| path.extension().is_some_and(|end| end == "ndjson"));
        finals
            .flat_map(|path| parsed(&std::fs::read_to_string(path).unwrap()))
            .collect()
    }
}

fn parsed(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn ids(rows: &[Value]) -> Vec<String> {
    let mut ids: Vec<_> = rows
        .iter()
        .map(|row| row["id"].as_str().unwrap().to_owned())
        .collect();
    ids.sort();
    ids
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_written_whole_and_a_place_takes_it_once() {
    let place = Place::new().await;
    let listed = place
        .run("mde machines list -o ndjson --all-onboarding -q")
        .await;
    let listed = match listed.code {
        Some(0) => listed,
        _ => place.run("api /api/machines -o ndjson --paginate").await,
    };
    let outcome = place.run("export mde.machines --to out -o json").await;
    assert_eq!(
        (outcome.code, outcome.stdout.as_str()),
        (Some(0), ""),
        "{outcome}"
    );
    let rows = place.rows("out/mde.machines");
    assert_eq!(ids(&rows), ids(&parsed(&listed.stdout)));
    assert!(
        rows.iter()
            .all(|row| row["_operation"] == "mde.machines.list"
                && row["_tenant"] == place.sandbox.tenant_id())
    );
    let receipt: Value = serde_json::from_str(outcome.stderr.trim()).unwrap();
    assert_eq!(receipt["receipt"]["rows_written"], rows.len());
    assert_eq!(place.rows("out/_runs").len(), 1);

    let sent = place.sandbox.requests("mde.machines.list").len();
    for again in [
        "export mde.machines.list --to out",
        "collect mde.machines --to out",
    ] {
        let refused = place.run(again).await;
        assert_ne!(refused.code, Some(0), "{refused}");
        assert!(
            refused.stderr.contains("is already there, from an export"),
            "{refused}"
        );
    }
    assert_eq!(
        place.run("export mde.machines --to out").await.code,
        Some(9)
    );
    assert_eq!(place.sandbox.requests("mde.machines.list").len(), sent);
    assert_eq!(place.rows("out/mde.machines").len(), rows.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn inputs_are_set_by_name_and_checked_before_anything_is_sent() {
    let place = Place::new().await;
    for (line, told) in [
        ("export mde.machin --to out", "do you mean `mde.machines`"),
        (
            "export mde.machines.get --to out",
            "is neither a list nor an export by files",
        ),
        ("export mde.machines.list_alerts --to out", "machine_id"),
        ("export mde.machines --to out --set nothing=1", "nothing"),
        ("export mde.machines --to out --set filter", "NAME=VALUE"),
        (
            "export mde.machines --to out --set filter=a --set filter=b",
            "given twice",
        ),
        ("export mde.machines", "--to"),
        ("export mde.machines --to -  --format lake", "--format"),
    ] {
        let words: Vec<_> = line.split_whitespace().collect();
        let refused = place.run(&words.join(" ")).await;
        assert_eq!(refused.code, Some(2), "{line}: {refused}");
        assert!(refused.stderr.contains(told), "{line}: {refused}");
    }
    assert!(place.sandbox.all_requests().is_empty());

    let machine = place.run("export mde.machines --to - -q").await;
    let id = parsed(&machine.stdout)[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let alerts = place
        .run(&format!(
            "export mde.machines.list_alerts --set machine_id={id} --to -"
        ))
        .await;
    assert_eq!(alerts.code, Some(0), "{alerts}");
    assert!(
        parsed(&alerts.stdout)
            .iter()
            .all(|row| row["machineId"] == id.as_str())
    );
    assert!(!alerts.stderr.contains("--state"), "{alerts}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_files_of_an_export_are_read_and_singer_describes_them() {
    let place = Place::new().await;
    let source = "mde.assessments.export_software_vulnerabilities";
    let listed = place
        .run("mde assessments export-software-vulnerabilities -o ndjson -q")
        .await;
    let expected = listed.lines().len();
    assert!(expected > 0, "{listed}");
    let outcome = place.run(&format!("export {source} --to out")).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(place.rows(&format!("out/{source}")).len(), expected);
    let singer = place
        .run(&format!("export {source} --to - --format singer"))
        .await;
    let messages = parsed(&singer.stdout);
    assert_eq!(messages[0]["type"], "SCHEMA");
    assert_eq!(messages.last().unwrap()["type"], "STATE");
    assert_eq!(messages.len(), expected + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_breaks_off_leaves_nothing_and_says_so() {
    let place = Place::new().await;
    let cut = Fault::on("mde.machines.list").always().truncate(2000);
    place.sandbox.fault(cut);
    let folder = place.run("export mde.machines --to out").await;
    assert_eq!(folder.code, Some(1), "{folder}");
    assert!(
        folder.stderr.contains("error: mde.machines.list: "),
        "{folder}"
    );
    assert!(place.rows("out/mde.machines").is_empty());
    let pipe = place.run("export mde.machines --to -").await;
    assert_eq!(pipe.code, Some(1), "{pipe}");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_tenant_is_exported() {
    let sandbox = fixed().customers(3).devices(4).start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let line = "export mde.machines --to - --tenants all";
    let outcome = Program::line(line)
        .at(&sandbox)
        .home(home.path())
        .run()
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.lines().len(), 12);
    assert!(
        outcome.stderr.contains("3 tenants: 3 ok; 12 rows"),
        "{outcome}"
    );
}
