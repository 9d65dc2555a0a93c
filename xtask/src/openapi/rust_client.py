"""A client that openapi-generator makes of the document in Rust, at work against a running emulator.

    rust_client.py FOLDER-OF-DOCUMENTS

The generator reads 3.0, so this also shows what the older documents are good for. It takes Java and some minutes of
compiling, so `cargo xtask openapi-trial` runs it and `openapi-gates` does not.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

from client import token

MANIFEST = """
[package]
name = "work"
version = "0.0.0"
edition = "2021"

[dependencies]
defender_mde = { path = "../defender_mde", default-features = false }
tokio = { version = "1", features = ["macros", "rt", "time"] }

[workspace]
"""


def generate(document, folder):
    generator = pathlib.Path(sys.executable).with_name("openapi-generator-cli")
    command = [str(generator), "generate", "-g", "rust", "-i", str(document), "-o", str(folder)]
    command += ["--additional-properties=packageName=defender_mde,library=reqwest"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]


def main():
    # Compiled crates stay for the next run.
    kept = pathlib.Path(sys.executable).parents[2] / "rust-client"
    scope = "https://api.securitycenter.microsoft.com/.default"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        generate(pathlib.Path(sys.argv[1], "mde-3.0.json"), folder / "defender_mde")
        source = folder / "work" / "src"
        source.mkdir(parents=True)
        (folder / "work" / "Cargo.toml").write_text(MANIFEST)
        (source / "main.rs").write_text(pathlib.Path(__file__).with_name("rust_client.rs.txt").read_text())
        manifest = str(folder / "work" / "Cargo.toml")
        environment = {**os.environ, "CARGO_TARGET_DIR": str(kept), "RUSTFLAGS": "-Awarnings"}
        subprocess.run(["cargo", "build", "--quiet", "--manifest-path", manifest], env=environment, check=True)
        # After the build: the emulator's time is fast, and a token would expire in a minute.
        environment["TOKEN"] = token(scope)
        subprocess.run(["cargo", "run", "--quiet", "--manifest-path", manifest], env=environment, check=True)
    print("rust client: token, pages, get, isolate, wait, hunt")


if __name__ == "__main__":
    main()
