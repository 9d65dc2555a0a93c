//! What is documented of a table and of a function: names, types, status.

/// A documented table of advanced hunting. A tenant has those of its licences.
///
/// Source: the vendor's page of each table and, for types and columns that pages do not have, an export of a tenant's
/// schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentedTable {
    pub(crate) name: &'static str,
    pub(crate) help: &'static str,
    pub(crate) status: &'static str,
    pub(crate) replaced_by: &'static str,
    /// Former names of columns and their present ones, a line each.
    pub(crate) former: &'static str,
    /// Names and types, a line each.
    pub(crate) columns: &'static str,
}

/// A documented function of advanced hunting, beside those of the query language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentedFunction {
    pub(crate) name: &'static str,
    pub(crate) call: &'static str,
    pub(crate) help: &'static str,
    pub(crate) status: &'static str,
    pub(crate) adds: &'static str,
    pub(crate) returns: &'static str,
}

impl DocumentedTable {
    /// The name in queries.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What a row is.
    pub const fn help(&self) -> &'static str {
        self.help
    }

    /// `ga`, `preview` or `deprecated`.
    pub const fn status(&self) -> &'static str {
        self.status
    }

    /// The table that takes the place of a deprecated one.
    pub fn replaced_by(&self) -> Option<&'static str> {
        Some(self.replaced_by).filter(|name| !name.is_empty())
    }

    /// Names and types of the columns, in the order of the table. Types are those of the query language, such as
    /// `datetime`.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.columns)
    }

    /// Names that columns had before, each with the present one. The service does not know the former ones any more.
    pub fn former_columns(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.former)
    }
}

impl DocumentedFunction {
    /// The name in queries.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How a query calls it, such as `invoke FileProfile(x, y)`.
    pub const fn call(&self) -> &'static str {
        self.call
    }

    /// What it returns.
    pub const fn help(&self) -> &'static str {
        self.help
    }

    /// `ga` or `preview`.
    pub const fn status(&self) -> &'static str {
        self.status
    }

    /// Columns that it adds to those of its input. Empty if it adds none.
    pub fn adds(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.adds)
    }

    /// Columns of its result, which replace those of its input. Empty if the columns of the input stay.
    pub fn returns(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        pairs(self.returns)
    }
}

/// The first and the further words of each line.
pub(super) fn pairs(
    lines: &'static str,
) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    lines.lines().filter_map(|line| line.split_once(' '))
}
