//! The program as it is built by default, without the feature `lake`. The suite runs one that has it.

#![cfg(not(feature = "lake"))]

use std::process::Command;

const SAID: &str = "error: this program was built without lakes\n\
     hint: build `defender` with the cargo feature `lake`, or give a folder and --format spool\n";

#[test]
fn what_needs_a_lake_names_the_feature() {
    for line in [
        "lake verify file:///lake",
        "collect mde.alerts --sandbox --to lake --format lake",
        "export mde.alerts --sandbox --to s3://bucket/lake",
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_defender"))
            .args(line.split(' '))
            .current_dir(env!("CARGO_TARGET_TMPDIR"))
            .env_clear()
            .env("DEFENDER_CONFIG_DIR", "/no such folder")
            .env("DEFENDER_STORE", "file")
            .output()
            .unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains(SAID), "{line}: {stderr}");
        assert_eq!(output.status.code(), Some(2), "{line}: {stderr}");
        assert_eq!(output.stdout, b"", "{line}");
    }
}
