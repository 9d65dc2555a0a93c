//! Makes the list of built-in products from this crate's own manifest, so that one line there adds a product, and says what the
//! program is built from.
//!
//! A product is a dependency whose name ends in `-api`. Fails if the manifest cannot be read. A commit that cannot be found is left
//! empty.

use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

use toml_edit::DocumentMut;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=Cargo.toml");
    println!("cargo::rerun-if-changed=build.rs");
    say("COMMIT", &commit().unwrap_or_default());
    say("TARGET", &env::var("TARGET").unwrap_or_default());
    let compiler = env::var("RUSTC")
        .ok()
        .and_then(|rustc| output(&rustc, &["--version"]));
    say("COMPILER", &compiler.unwrap_or_default());
    let manifest: DocumentMut = fs::read_to_string("Cargo.toml")?
        .parse()
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    let products: String = product_crates(&manifest)
        .map(|name| name.replace('-', "_"))
        .map(|name| format!("    Product::new({name}::OPERATIONS, {name}::endpoint),\n"))
        .collect();
    let list = format!("const PRODUCTS: &[Product] = &[\n{products}];\n");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("products.rs"), list)
}

/// Sets a variable that the source reads when it is compiled.
fn say(name: &str, value: &str) {
    println!("cargo::rustc-env=DEFENDER_BUILD_{name}={value}");
}

/// The commit of the source: of the published crate, else of the repository. `None` if neither is there.
fn commit() -> Option<String> {
    if let Ok(published) = fs::read_to_string(".cargo_vcs_info.json") {
        let (_, rest) = published.split_once("\"sha1\"")?;
        return rest.split('"').nth(1).map(str::to_owned);
    }
    // It changes with each commit and checkout. A file that is not there would make every build begin here again.
    let log = output("git", &["rev-parse", "--git-path", "logs/HEAD"])?;
    if Path::new(&log).exists() {
        println!("cargo::rerun-if-changed={log}");
    }
    output("git", &["rev-parse", "HEAD"])
}

/// What a program prints, without the end of the line. `None` if it fails.
fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let made = Command::new(program).args(arguments).output().ok()?;
    let text = String::from_utf8(made.stdout).ok()?;
    made.status.success().then(|| text.trim().to_owned())
}

/// The dependencies whose names end in `-api`, in the manifest's order.
fn product_crates(manifest: &DocumentMut) -> impl Iterator<Item = &str> {
    let dependencies = manifest.get("dependencies");
    let dependencies = dependencies.and_then(|item| item.as_table_like());
    let names = dependencies.into_iter().flat_map(|table| table.iter());
    names
        .map(|(name, _)| name)
        .filter(|name| name.ends_with("-api"))
}
