//! Clauses of `join` and `lookup`: the kind, the other table and the keys.

use super::{Parser, Result};
use crate::problem::Problem;
use crate::syntax::{
    Comparison, Expression, Form, JoinKey, JoinKind, Literal, Name, OperatorForm, Step,
};

impl Parser<'_> {
    /// `join` and `lookup`.
    ///
    /// `option(kind)? hint* sum ("on" expression ("," expression)*)?`
    ///
    /// The right side is read as a sum and not as an expression, so that `on` ends it; a pipeline stands in
    /// parentheses.
    pub(super) fn join(&mut self, lookup: bool) -> Result<OperatorForm> {
        let kind = match self.option("kind") {
            Some(name) => join_kind(&name)?,
            None if lookup => JoinKind::LeftOuter,
            None => JoinKind::default(),
        };
        while self.option("withsource").is_some() {}
        let right = Box::new(self.sum()?);
        let mut on = Vec::new();
        if self.take_word("on") {
            for condition in self.list(Self::expression)? {
                add_keys(condition, &mut on)?;
            }
        }
        Ok(match lookup {
            true => OperatorForm::Lookup { kind, right, on },
            false => OperatorForm::Join { kind, right, on },
        })
    }
}

/// The kind of a join by its name, with the nearest name for a typing error.
fn join_kind(name: &Name) -> Result<JoinKind> {
    Ok(match name.text.as_str() {
        "innerunique" => JoinKind::InnerUnique,
        "inner" => JoinKind::Inner,
        "leftouter" => JoinKind::LeftOuter,
        "rightouter" => JoinKind::RightOuter,
        "fullouter" => JoinKind::FullOuter,
        "leftanti" | "anti" | "leftantisemi" => JoinKind::LeftAnti,
        "rightanti" | "rightantisemi" => JoinKind::RightAnti,
        "leftsemi" => JoinKind::LeftSemi,
        "rightsemi" => JoinKind::RightSemi,
        other => {
            const KINDS: [&str; 9] = [
                "innerunique",
                "inner",
                "leftouter",
                "rightouter",
                "fullouter",
                "leftanti",
                "rightanti",
                "leftsemi",
                "rightsemi",
            ];
            let problem = Problem::syntax(name.span, "unknown kind of join");
            return Err(problem.near(other, KINDS));
        }
    })
}

/// The keys of a condition of `on`: a name, an equation of `$left` and `$right`, or several joined by `and`.
///
/// Other comparisons than `==`, and sides that are not `$left` or `$right`, are syntax errors as at the service.
fn add_keys(condition: Expression, keys: &mut Vec<JoinKey>) -> Result<()> {
    let wrong = Problem::syntax(
        condition.span,
        "expected a column, or `$left.Column == $right.Column`",
    );
    match condition.form {
        Form::Name(text) => {
            let name = Name {
                span: condition.span,
                text,
            };
            keys.push(JoinKey {
                left: name.clone(),
                right: name,
            });
        }
        Form::Chain(crate::syntax::Chain::And, terms) => {
            for term in terms {
                add_keys(term, keys)?;
            }
        }
        Form::Compare(Comparison::Equal, one, other) => {
            let (one, other) = (side(*one), side(*other));
            let (Some((first, one)), Some((second, other))) = (one, other) else {
                return Err(wrong);
            };
            let (left, right) = match (first.as_str(), second.as_str()) {
                ("$left", "$right") => (one, other),
                ("$right", "$left") => (other, one),
                _ => return Err(wrong),
            };
            keys.push(JoinKey { left, right });
        }
        _ => return Err(wrong),
    }
    Ok(())
}

/// `$left.Column` taken apart.
fn side(value: Expression) -> Option<(String, Name)> {
    let Form::Path(base, mut steps) = value.form else {
        return None;
    };
    let Form::Name(side) = base.form else {
        return None;
    };
    if steps.len() != 1 {
        return None;
    }
    let name = match steps.pop()? {
        Step::Member(name) => name,
        Step::Index(Expression {
            span,
            form: Form::Literal(Literal::Text(text)),
        }) => Name { span, text },
        Step::Index(_) => return None,
    };
    Some((side, name))
}
