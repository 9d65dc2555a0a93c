//! `--sandbox` never leaves the machine, and does not touch the user's settings and sign-ins.

use std::net::TcpListener;

use super::program::Program;

/// A proxy, which receives every connection that leaves the machine.
struct Outside {
    proxy: TcpListener,
    address: String,
}

impl Outside {
    fn new() -> Self {
        let proxy = TcpListener::bind("127.0.0.1:0").unwrap();
        proxy.set_nonblocking(true).unwrap();
        let address = format!("http://{}", proxy.local_addr().unwrap());
        Self { proxy, address }
    }

    /// A command whose environment variables all point outside.
    fn line(&self, line: &str) -> Program {
        let mut program = Program::line(line);
        for name in [
            "HTTP_PROXY",
            "http_proxy",
            "HTTPS_PROXY",
            "https_proxy",
            "ALL_PROXY",
            "all_proxy",
            "DEFENDER_ENDPOINT_MDE",
            "DEFENDER_ENDPOINT_XDR",
            "DEFENDER_ENDPOINT_GRAPH",
            "DEFENDER_ENDPOINT_MDCA",
            "DEFENDER_ENDPOINT_LOGIN",
            "AZURE_AUTHORITY_HOST",
            "AZURE_POD_IDENTITY_AUTHORITY_HOST",
            "IDENTITY_ENDPOINT",
            "MSI_ENDPOINT",
            "ACTIONS_ID_TOKEN_REQUEST_URL",
        ] {
            program = program.env(name, &self.address);
        }
        program
            .env("IDENTITY_HEADER", "h")
            .env("DEFENDER_REGION", "eu")
            .env("DEFENDER_CLOUD", "gcc-high")
            .env("DEFENDER_METHOD", "az")
            .env("DEFENDER_ACCESS_TOKEN_MDE", "canary")
            .env("AZURE_TOKEN_CREDENTIALS", "prod")
    }

    fn assert_unreached(&self) {
        let nobody = self.proxy.accept().unwrap_err();
        assert_eq!(nobody.kind(), std::io::ErrorKind::WouldBlock);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn calls_in_the_sandbox_reach_nobody_else() {
    let outside = Outside::new();
    for line in [
        "--sandbox mde machines list -n 1 -o id -q",
        "--sandbox graph incidents list -n 1 -o json -q",
        "--sandbox mdca alerts query -n 1 -o json -q",
        "--sandbox hunt DeviceInfo|take(1) -q",
        "--sandbox api /api/machines?$top=1",
        "--sandbox auth status -o json",
        "--sandbox auth login --method managed-identity -o json",
        "--sandbox auth login --method secret -o json",
        "--sandbox mde machines list -n 1 -o id -q -p nobody",
    ] {
        let outcome = outside.line(line).run().await;
        // A refused hunt was sent to the emulator, too.
        let is_fine = outcome.code == Some(0) || line.contains("hunt");
        assert!(is_fine, "{line}: {outcome}");
        assert!(!outcome.to_string().contains("canary"), "{outcome}");
        outside.assert_unreached();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_names_a_place_outside_is_refused_in_the_sandbox() {
    let outside = Outside::new();
    let portal = format!("--sandbox mdca alerts query --portal {}", outside.address);
    for (line, says) in [
        (portal.as_str(), "--portal"),
        ("--sandbox mde machines list --region eu", "--region"),
        ("--sandbox mde machines list --cloud dod", "--cloud"),
        (
            "--sandbox mde machines list --ca-file /etc/hostname",
            "--ca-file",
        ),
        (
            "--sandbox api https://explain.example/api/machines",
            "nothing was sent",
        ),
        ("--sandbox auth login --method az", "was not run"),
        ("--sandbox auth login --method azd", "was not run"),
        ("--sandbox profile set a tenant=t", "--sandbox"),
        ("--sandbox profile remove a", "--sandbox"),
    ] {
        let outcome = outside.line(line).run().await;
        assert_eq!(outcome.code, Some(2), "{line}: {outcome}");
        assert!(outcome.stderr.contains(says), "{line}: {outcome}");
        outside.assert_unreached();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_and_sign_ins_are_not_touched_in_the_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    // Invalid TOML: it must not be read.
    std::fs::write(&file, "[canary").unwrap();
    let sessions = folder.path().join("sessions");
    std::fs::create_dir(&sessions).unwrap();
    std::fs::write(sessions.join("default.bin"), "canary").unwrap();
    let schema = folder.path().join("schemas");
    for line in [
        "--sandbox mde machines list -n 1 -o id -q",
        "--sandbox auth login --method secret -o json",
        "--sandbox auth logout",
        "--sandbox auth doctor -o json",
        "--sandbox hunt schema pull DeviceInfo --tenant contoso.example",
    ] {
        let program = Program::line(line).home(folder.path());
        program.run().await;
        assert_eq!(std::fs::read(&file).unwrap(), b"[canary", "{line}");
        let kept = std::fs::read(sessions.join("default.bin")).unwrap();
        assert_eq!(kept, b"canary", "{line}");
        assert!(!schema.join("contoso.example.json").exists(), "{line}");
        let mut names = std::fs::read_dir(&sessions).unwrap();
        assert!(
            names.all(|entry| entry.unwrap().file_name() == "default.bin"),
            "{line}"
        );
    }
}
