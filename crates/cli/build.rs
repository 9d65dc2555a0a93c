//! Makes the list of built-in products from this crate's own manifest, so that one line there adds a product.
//!
//! A product is a dependency whose name ends in `-api`. Fails if the manifest cannot be read.

use std::path::Path;
use std::{env, fs, io};

use toml_edit::DocumentMut;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=Cargo.toml");
    println!("cargo::rerun-if-changed=build.rs");
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

/// The dependencies whose names end in `-api`, in the manifest's order.
fn product_crates(manifest: &DocumentMut) -> impl Iterator<Item = &str> {
    let dependencies = manifest.get("dependencies");
    let dependencies = dependencies.and_then(|item| item.as_table_like());
    let names = dependencies.into_iter().flat_map(|table| table.iter());
    names
        .map(|(name, _)| name)
        .filter(|name| name.ends_with("-api"))
}
