//! Type check of expressions: names and types are checked before any row is read.
//!
//! The language compares numbers with numbers, and a dynamic value with every type. It does
//! not order text or booleans.

use super::cell::{Cell, Kind};
use super::scope::Scope;
use super::syntax::{Binary, Expression, Form};
use super::{QueryError, functions};

impl Scope<'_> {
    /// The type of an expression.
    ///
    /// Each part is checked once. Checking a side twice would double the work with each
    /// level.
    ///
    /// # Errors
    ///
    /// An unknown name, an unknown function, or types that do not go together.
    pub(super) fn kind(&self, expression: &Expression) -> Result<Kind, QueryError> {
        if !self.budget.take_each(1) {
            self.budget.check(expression.at)?;
        }
        match &expression.form {
            Form::Literal(cell) => Ok(kind_of(cell)),
            Form::Column(name) => self.named(expression.at, name),
            Form::Star => Err(self.semantic(expression.at, "'*' cannot stand here")),
            Form::Call(name, arguments) => functions::kind(self, expression.at, name, arguments),
            Form::Minus(inner) => match self.kind(inner)? {
                kind if kind.is_number() || kind == Kind::Span => Ok(kind),
                kind => Err(self.semantic(
                    inner.at,
                    format!("'-' cannot be applied to {}", kind.name()),
                )),
            },
            Form::Chain(_, terms) => {
                for term in terms {
                    self.expect(term, &[Kind::Bool], "a logical operator")?;
                }
                Ok(Kind::Bool)
            }
            Form::Binary(operator, left, right) => self.comparison(*operator, left, right),
            Form::Arithmetic(first, others) => {
                let mut kind = self.kind(first)?;
                for (operator, other) in others {
                    let with = self.kind(other)?;
                    kind = arithmetic(*operator, kind, with)
                        .ok_or_else(|| self.mismatch(first.at, kind, with))?;
                }
                Ok(kind)
            }
            Form::Word(word, left, right) => {
                for side in [left, right] {
                    self.expect(side, &[Kind::Text, Kind::Dynamic], word)?;
                }
                Ok(Kind::Bool)
            }
            Form::HasAny(value, list) => {
                for side in std::iter::once(&**value).chain(list) {
                    self.expect(side, &[Kind::Text, Kind::Dynamic], "has")?;
                }
                Ok(Kind::Bool)
            }
            Form::In { value, list, .. } => {
                let kind = self.kind(value)?;
                for one in list {
                    let other = self.kind(one)?;
                    if !comparable(kind, other) {
                        return Err(self.mismatch(one.at, kind, other));
                    }
                }
                Ok(Kind::Bool)
            }
            Form::Between {
                value, low, high, ..
            } => {
                let kind = self.kind(value)?;
                let ordered = kind.is_number() || matches!(kind, Kind::Time | Kind::Span);
                for bound in [low, high] {
                    let other = self.kind(bound)?;
                    // The upper end of a datetime may be a length after the lower one.
                    let length =
                        kind == Kind::Time && other == Kind::Span && std::ptr::eq(bound, high);
                    if !ordered || !(comparable(kind, other) || length) {
                        return Err(self.mismatch(bound.at, kind, other));
                    }
                }
                Ok(Kind::Bool)
            }
        }
    }

    /// The type of a column or of a scalar of `let`. Columns win.
    fn named(&self, at: usize, name: &str) -> Result<Kind, QueryError> {
        let column = self.place(name).map(|place| self.columns[place].kind);
        let scalar = || self.scalars.get(name).map(|(_, kind)| *kind);
        column.or_else(scalar).ok_or_else(|| {
            self.semantic(
                at,
                format!("Failed to resolve scalar expression named '{name}'"),
            )
        })
    }

    /// The type of a comparison.
    fn comparison(
        &self,
        operator: Binary,
        left: &Expression,
        right: &Expression,
    ) -> Result<Kind, QueryError> {
        let (one, other) = (self.kind(left)?, self.kind(right)?);
        match operator {
            Binary::EqualFolded | Binary::NotEqualFolded => {
                let texts = [Kind::Text, Kind::Dynamic];
                self.require(left.at, one, &texts, "=~")?;
                self.require(right.at, other, &texts, "=~")?;
                Ok(Kind::Bool)
            }
            Binary::Equal | Binary::NotEqual if comparable(one, other) => Ok(Kind::Bool),
            // The language does not order text or booleans.
            Binary::Less | Binary::LessOrEqual | Binary::Greater | Binary::GreaterOrEqual
                if comparable(one, other)
                    && ![one, other]
                        .iter()
                        .any(|kind| matches!(kind, Kind::Text | Kind::Bool)) =>
            {
                Ok(Kind::Bool)
            }
            _ => Err(self.mismatch(left.at, one, other)),
        }
    }

    /// The type of an expression that must be one of `kinds`. `by` names the operator in
    /// the error.
    pub(super) fn expect(
        &self,
        expression: &Expression,
        kinds: &[Kind],
        by: &str,
    ) -> Result<Kind, QueryError> {
        let kind = self.kind(expression)?;
        self.require(expression.at, kind, kinds, by)?;
        Ok(kind)
    }

    /// Refuses a type that is not one of `kinds`.
    fn require(&self, at: usize, kind: Kind, kinds: &[Kind], by: &str) -> Result<(), QueryError> {
        if kinds.contains(&kind) {
            return Ok(());
        }
        let wanted: Vec<_> = kinds.iter().map(|kind| kind.name()).collect();
        Err(self.semantic(
            at,
            format!("{by} takes {}, not {}", wanted.join(" or "), kind.name()),
        ))
    }
}

/// The type of a value. The only null that can be written is `datetime(null)`.
pub(super) fn kind_of(cell: &Cell) -> Kind {
    match cell {
        Cell::Bool(_) => Kind::Bool,
        Cell::Long(_) => Kind::Long,
        Cell::Real(_) => Kind::Real,
        Cell::Text(_) => Kind::Text,
        Cell::Null | Cell::Time(_) => Kind::Time,
        Cell::Span(_) => Kind::Span,
        Cell::Dynamic(_) => Kind::Dynamic,
    }
}

/// Whether values of two types can be compared.
fn comparable(one: Kind, other: Kind) -> bool {
    one == other || one.is_number() && other.is_number() || [one, other].contains(&Kind::Dynamic)
}

/// The type of a calculation. `None` if the types do not go together.
fn arithmetic(operator: Binary, one: Kind, other: Kind) -> Option<Kind> {
    Some(match (operator, one, other) {
        (_, Kind::Long, Kind::Long) => Kind::Long,
        (Binary::Remainder, ..) => return None,
        (_, one, other) if one.is_number() && other.is_number() => Kind::Real,
        (Binary::Plus | Binary::Minus, Kind::Time, Kind::Span)
        | (Binary::Plus, Kind::Span, Kind::Time) => Kind::Time,
        (Binary::Minus, Kind::Time, Kind::Time)
        | (Binary::Plus | Binary::Minus, Kind::Span, Kind::Span) => Kind::Span,
        _ => return None,
    })
}
