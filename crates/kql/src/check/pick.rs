//! Columns that names and wildcards pick: `project-away`, `project-keep`, `project-rename`, `project-reorder`.
//!
//! A plain name must exist, a wildcard may fit nothing.

use super::Checker;
use super::columns::{Columns, glob};
use crate::problem::{Problem, ProblemKind};
use crate::syntax::{Expression, Form, Name};

impl Checker<'_> {
    /// The places of the columns that names and patterns stand for, in the order of the list.
    ///
    /// A column that two patterns fit occurs twice in the result; the callers test membership or drop repetitions.
    pub(crate) fn matching(&self, list: &[Expression], input: &Columns) -> Vec<usize> {
        let mut places = Vec::new();
        for pattern in list {
            if !self.step(input.len(), pattern.span) {
                return places;
            }
            places.extend(self.fitting(pattern, input));
        }
        places
    }

    /// The places that one name or pattern stands for. A wildcard may match nothing; a name must match.
    fn fitting(&self, pattern: &Expression, input: &Columns) -> Vec<usize> {
        let all = |pattern: &str| {
            let names = input.list().iter().enumerate();
            let fitting = names.filter(|(_, column)| glob(pattern, &column.name));
            fitting.map(|(place, _)| place).collect()
        };
        match &pattern.form {
            Form::Star => all("*"),
            Form::Wildcard(pattern) => all(pattern),
            Form::Name(name) => {
                let place = input.place(name);
                if place.is_none() {
                    self.kind(pattern, input);
                }
                place.into_iter().collect()
            }
            _ => {
                let message = "only names of columns can stand here";
                self.report(Problem::new(ProblemKind::Arguments, pattern.span, message));
                Vec::new()
            }
        }
    }

    /// The order of `project-reorder`: the named columns, then the others.
    ///
    /// A column that several patterns fit stands at the first.
    pub(crate) fn reordered(
        &self,
        list: &[(Expression, Option<bool>)],
        input: &Columns,
    ) -> Vec<usize> {
        let mut places = Vec::new();
        let mut taken = vec![false; input.len()];
        for (pattern, ascending) in list {
            if !self.step(input.len(), pattern.span) {
                return places;
            }
            let mut fitting = self.fitting(pattern, input);
            if let Some(ascending) = ascending {
                fitting.sort_by_key(|place| input.list()[*place].name.clone());
                if !ascending {
                    fitting.reverse();
                }
            }
            for place in fitting {
                if !std::mem::replace(&mut taken[place], true) {
                    places.push(place);
                }
            }
        }
        places.extend((0..input.len()).filter(|place| !taken[*place]));
        places
    }

    /// Renames columns in place. Swapping two names works, since the old names are looked up in the input.
    pub(super) fn rename(&self, list: &[(Name, Name)], input: &Columns) -> Columns {
        let mut columns = input.list().to_vec();
        for (new, old) in list {
            match input.place(&old.text) {
                Some(place) => columns[place].name.clone_from(&new.text),
                None => {
                    let form = Form::Name(old.text.clone());
                    self.kind(
                        &Expression {
                            span: old.span,
                            form,
                        },
                        input,
                    );
                }
            }
        }
        Columns::new(columns, input.open)
    }
}
