#![doc = include_str!("../README.md")]

/// The tables of one product, as JSON text.
#[derive(Clone, Copy, Debug)]
pub struct Product {
    /// The folder's name: `mde`, `mdca` or `xdr`.
    pub name: &'static str,
    /// An array of operation rows.
    pub operations: &'static str,
    /// An object from an entity's name to its fields.
    pub entities: &'static str,
    /// An array of error codes.
    pub codes: &'static str,
    /// An array of services: applications, addresses and audiences.
    pub services: &'static str,
    /// An array of the services' permissions, with their ids.
    pub permissions: &'static str,
}

/// Every product that is described here.
pub const PRODUCTS: &[Product] = &[
    Product {
        name: "mde",
        operations: include_str!("../mde/operations.json"),
        entities: include_str!("../mde/entities.json"),
        codes: include_str!("../mde/codes.json"),
        services: include_str!("../mde/services.json"),
        permissions: include_str!("../mde/permissions.json"),
    },
    Product {
        name: "mdca",
        operations: include_str!("../mdca/operations.json"),
        entities: include_str!("../mdca/entities.json"),
        codes: include_str!("../mdca/codes.json"),
        services: include_str!("../mdca/services.json"),
        permissions: include_str!("../mdca/permissions.json"),
    },
    Product {
        name: "xdr",
        operations: include_str!("../xdr/operations.json"),
        entities: include_str!("../xdr/entities.json"),
        codes: include_str!("../xdr/codes.json"),
        services: include_str!("../xdr/services.json"),
        permissions: include_str!("../xdr/permissions.json"),
    },
];

/// The tables, columns and functions of advanced hunting: an object with `tables` and `functions`.
pub const HUNTING: &str = include_str!("../xdr/hunting.json");

/// Recorded answers of each product by its name, as JSON text. Apart from [`PRODUCTS`], so that a program without OpenAPI
/// documents does not carry them.
pub const ANSWERS: &[(&str, &str)] = &[
    ("mde", include_str!("../mde/answers.json")),
    ("mdca", include_str!("../mdca/answers.json")),
    ("xdr", include_str!("../xdr/answers.json")),
];
