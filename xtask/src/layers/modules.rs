//! The modules of one crate and the names they use of each other, read from the source.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, UseTree};

use crate::workspace;

/// A path of names from the root of the crate.
type Names = Vec<String>;

/// Aliases followed for one path. Re-exports of re-exports are rare; a glob may lead back to where it began.
const MOST_ALIASES: usize = 16;

/// One module of a crate. A module written inside of another's file shares its file.
#[derive(Debug, Default)]
struct Module {
    file: usize,
    /// What the module defines.
    items: BTreeSet<String>,
    /// What its `use` items name, re-exports included.
    aliases: BTreeMap<String, Names>,
    /// The modules whose every name it imports.
    globs: Vec<Names>,
    /// The paths that its code names. Re-exports are not among them: they move a name and use nothing.
    paths: Vec<Names>,
}

/// The modules of a crate.
#[derive(Debug, Default)]
pub(super) struct Modules {
    pub(super) files: Vec<PathBuf>,
    modules: BTreeMap<Names, Module>,
}

impl Modules {
    /// Reads a crate from its root file. Modules that exist for tests only are left out.
    pub(super) fn read(root: &Path) -> Result<Self, String> {
        let mut all = Self::default();
        all.file(root, &[], true)?;
        Ok(all)
    }

    /// The files that each file uses. A module and what lies below it are one thing: that a part uses the module it is a
    /// part of is not counted.
    pub(super) fn edges(&self) -> Vec<BTreeSet<usize>> {
        let mut edges = vec![BTreeSet::new(); self.files.len()];
        for (at, module) in &self.modules {
            let above: BTreeSet<_> = (0..at.len())
                .filter_map(|length| self.modules.get(&at[..length]))
                .map(|module| module.file)
                .collect();
            for path in &module.paths {
                let target = self
                    .absolute(at, path)
                    .and_then(|path| self.home(&path, MOST_ALIASES));
                if let Some(target) =
                    target.filter(|target| *target != module.file && !above.contains(target))
                {
                    edges[module.file].insert(target);
                }
            }
        }
        edges
    }

    fn file(&mut self, file: &Path, at: &[String], is_root: bool) -> Result<(), String> {
        let text = workspace::read(file)?;
        let parsed =
            syn::parse_file(&text).map_err(|error| format!("{}: {error}", file.display()))?;
        let number = self.files.len();
        self.files.push(file.to_owned());
        let folder = match file.parent() {
            Some(parent) if is_root || file.ends_with("mod.rs") => parent.to_owned(),
            _ => file.with_extension(""),
        };
        self.module(&parsed.items, at, (number, &folder))
    }

    fn module(
        &mut self,
        items: &[Item],
        at: &[String],
        (file, folder): (usize, &Path),
    ) -> Result<(), String> {
        let mut reader = Reader::default();
        reader.module.file = file;
        let mut below = Vec::new();
        for item in items {
            reader.visit_item(item);
            if let Item::Mod(module) = item
                && !is_test(&module.attrs)
            {
                below.push(module);
            }
        }
        self.modules.insert(at.to_vec(), reader.module);
        for module in below {
            self.below(module, at, (file, folder))?;
        }
        Ok(())
    }

    fn below(
        &mut self,
        module: &ItemMod,
        at: &[String],
        (file, folder): (usize, &Path),
    ) -> Result<(), String> {
        let name = name(&module.ident);
        let at: Names = at.iter().cloned().chain([name.clone()]).collect();
        let folder = folder.join(&name);
        if let Some((_, items)) = &module.content {
            return self.module(items, &at, (file, &folder));
        }
        let flat = folder.with_extension("rs");
        let inner = folder.join("mod.rs");
        match [flat, inner].iter().find(|file| file.is_file()) {
            Some(file) => self.file(file, &at, false),
            // Written by a build script, or for another system.
            None => Ok(()),
        }
    }

    /// A path as seen from the root; `None` where it begins in another crate or in a name of the scope.
    fn absolute(&self, at: &[String], path: &[String]) -> Option<Names> {
        let first = path.first()?;
        let mut base = at.to_vec();
        let rest = match first.as_str() {
            "crate" => {
                base.clear();
                &path[1..]
            }
            "self" => &path[1..],
            "super" => {
                let ups = path.iter().take_while(|name| *name == "super").count();
                base.truncate(base.len().checked_sub(ups)?);
                &path[ups..]
            }
            _ => {
                let module = self.modules.get(at)?;
                base.push(first.clone());
                let is_below = self.modules.contains_key(&base);
                if !is_below && !module.aliases.contains_key(first) {
                    return None;
                }
                base.pop();
                path
            }
        };
        base.extend(rest.iter().cloned());
        Some(base)
    }

    /// The file that defines what a path from the root names; `None` where that is another crate.
    fn home(&self, path: &[String], aliases: usize) -> Option<usize> {
        let mut at = Vec::new();
        let mut rest = path;
        while let [first, after @ ..] = rest {
            at.push(first.clone());
            if !self.modules.contains_key(&at) {
                at.pop();
                break;
            }
            rest = after;
        }
        let module = self.modules.get(&at)?;
        let Some(first) = rest.first() else {
            return Some(module.file);
        };
        if module.items.contains(first) || aliases == 0 {
            return Some(module.file);
        }
        if let Some(alias) = module.aliases.get(first) {
            // `use flaw::Flaw` and `use serde` begin with a name that is no alias of the same scope.
            let target = match alias.first() {
                Some(begin) if begin == first => None,
                _ => self.absolute(&at, alias),
            };
            let target = target.or_else(|| self.child(&at, alias))?;
            return self.home(&[&target, &rest[1..]].concat(), aliases - 1);
        }
        let mut globs = module.globs.iter();
        let found = globs.find_map(|glob| {
            let target = self.absolute(&at, glob).or_else(|| self.child(&at, glob))?;
            let module = self.modules.get(&target)?;
            let has = module.items.contains(first) || module.aliases.contains_key(first);
            has.then(|| [target.as_slice(), rest].concat())
        });
        match found {
            Some(path) => self.home(&path, aliases - 1),
            None => Some(module.file),
        }
    }

    /// A path that begins with a module below `at`.
    fn child(&self, at: &[String], path: &[String]) -> Option<Names> {
        let first: Names = at.iter().chain(path.first()).cloned().collect();
        self.modules
            .contains_key(&first)
            .then(|| at.iter().chain(path).cloned().collect())
    }
}

/// Gathers the names of one module.
#[derive(Default)]
struct Reader {
    module: Module,
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if let Some(defined) = defined(item) {
            self.module.items.insert(defined);
        }
        if !is_test(attributes(item)) && !matches!(item, Item::Mod(_)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_private = matches!(item.vis, syn::Visibility::Inherited);
        self.take(&item.tree, &mut Vec::new(), is_private);
    }

    /// `pub(in crate::a)` uses nothing of `a`.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.module
            .paths
            .push(path.segments.iter().map(|part| name(&part.ident)).collect());
        visit::visit_path(self, path);
    }
}

impl Reader {
    /// Takes a `use` tree apart.
    fn take(&mut self, tree: &UseTree, before: &mut Names, is_private: bool) {
        match tree {
            UseTree::Path(path) => {
                before.push(name(&path.ident));
                self.take(&path.tree, before, is_private);
                before.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.take(tree, before, is_private);
                }
            }
            UseTree::Name(found) => self.named(&name(&found.ident), None, (before, is_private)),
            UseTree::Rename(found) => {
                let new = name(&found.rename);
                self.named(&name(&found.ident), Some(new), (before, is_private));
            }
            UseTree::Glob(_) => {
                self.module.globs.push(before.clone());
                if is_private {
                    self.module.paths.push(before.clone());
                }
            }
        }
    }

    fn named(&mut self, found: &str, new: Option<String>, (before, is_private): (&Names, bool)) {
        let mut path = before.clone();
        if found != "self" {
            path.push(found.to_owned());
        }
        if is_private {
            self.module.paths.push(path.clone());
        }
        let alias = new.or_else(|| path.last().cloned());
        if let Some(alias) = alias.filter(|_| path.len() > 1) {
            self.module.aliases.insert(alias, path);
        }
    }
}

fn name(ident: &syn::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

/// The name that an item adds to its module.
fn defined(item: &Item) -> Option<String> {
    Some(name(match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        _ => return None,
    }))
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Whether `#[cfg(test)]` stands before it.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    })
}
