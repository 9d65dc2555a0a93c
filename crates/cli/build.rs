//! Makes the list of built-in products from this crate's own manifest, so that one line there adds a product.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=Cargo.toml");
    println!("cargo::rerun-if-changed=build.rs");
    let manifest = fs::read_to_string("Cargo.toml")?;
    let products: String = product_crates(&manifest)
        .map(|name| name.replace('-', "_"))
        .map(|name| format!("    Product::new({name}::OPERATIONS, {name}::endpoint),\n"))
        .collect();
    let list = format!("const PRODUCTS: &[Product] = &[\n{products}];\n");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("products.rs"), list)
}

/// The dependencies whose names end in `-api`, in the manifest's order.
fn product_crates(manifest: &str) -> impl Iterator<Item = &str> {
    let (_, dependencies) = manifest
        .split_once("\n[dependencies]\n")
        .unwrap_or_default();
    let lines = dependencies
        .lines()
        .take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| {
        let name = line.split(['=', '.', ' ']).next()?;
        name.ends_with("-api").then_some(name)
    })
}
