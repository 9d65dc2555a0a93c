//! Builds `$filter` expressions from properties and values.
//!
//! The literals follow OData 4.01, part 2: text in single quotes with quotes inside doubled; numbers,
//! booleans and times bare.

use std::fmt;

use serde_json::Value;

use crate::wire::Timestamp;
use crate::wire::id::Id;

/// A `$filter` expression.
///
/// Values are quoted, so no value can become syntax. [`Request::filter`](crate::Request::filter) rejects
/// properties that the operation does not document as filterable; parts made with [`Filter::raw`] are not
/// checked. The expression is percent-encoded when it is sent, not here.
///
/// The product crates have a type with one method for each property of a list, such as `MachineFilter`; see
/// [`Property`](super::Property). Join conditions with [`and`](Self::and) and [`or`](Self::or), or with `&` and
/// `|`, and negate them with `!`.
///
/// The documents of Defender for Endpoint show `eq`, `ne`, `gt`, `ge`, `le`, `and` and `startswith`; whether
/// others work depends on the operation.
///
/// ```
/// use http_core::odata::Filter;
///
/// let filter = Filter::eq("computerDnsName", "o'brien-pc")
///     .and(Filter::eq("riskScore", "High").or(Filter::ge("exposureScore", 70)));
/// assert_eq!(
///     filter.to_string(),
///     "computerDnsName eq 'o''brien-pc' and (riskScore eq 'High' or exposureScore ge 70)"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Filter {
    text: String,
    /// Needs parentheses as an operand of `and`.
    joined_by_or: bool,
    /// The properties of the parts that are not raw.
    properties: Vec<String>,
}

/// A value in the syntax of a filter: text in quotes, everything else bare. Made with `From` from text, words of
/// enums ([`open_enum!`](crate::open_enum)), ids, numbers, booleans and times.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Literal(String);

impl Filter {
    /// An expression written by hand. It must not be percent-encoded.
    pub fn raw(text: impl Into<String>) -> Self {
        let text = text.into();
        let joined_by_or = text.to_ascii_lowercase().contains(" or ");
        Self {
            text,
            joined_by_or,
            properties: Vec::new(),
        }
    }

    /// The properties of the parts that are not raw.
    pub(crate) fn properties(&self) -> &[String] {
        &self.properties
    }

    /// `property operator value`.
    fn compare(property: &str, operator: &str, value: impl Into<Literal>) -> Self {
        Self {
            text: format!("{property} {operator} {}", value.into().0),
            joined_by_or: false,
            properties: vec![property.to_owned()],
        }
    }

    /// `function(property,'value')`.
    fn call(function: &str, property: &str, value: &str) -> Self {
        Self {
            text: format!("{function}({property},{})", Literal::from(value).0),
            joined_by_or: false,
            properties: vec![property.to_owned()],
        }
    }

    /// The property equals the value.
    pub fn eq(property: &str, value: impl Into<Literal>) -> Self {
        Self::compare(property, "eq", value)
    }

    /// The property differs from the value.
    pub fn ne(property: &str, value: impl Into<Literal>) -> Self {
        Self::compare(property, "ne", value)
    }

    /// The property is greater than the value.
    pub fn gt(property: &str, value: impl Into<Literal>) -> Self {
        Self::compare(property, "gt", value)
    }

    /// The property is greater than or equal to the value. Use this rather than [`gt`](Self::gt) to
    /// continue from a time: other records may have the same instant.
    pub fn ge(property: &str, value: impl Into<Literal>) -> Self {
        Self::compare(property, "ge", value)
    }

    /// The property is less than the value.
    pub fn lt(property: &str, value: impl Into<Literal>) -> Self {
        Self::compare(property, "lt", value)
    }

    /// The property is less than or equal to the value.
    pub fn le(property: &str, value: impl Into<Literal>) -> Self {
        Self::compare(property, "le", value)
    }

    /// The property begins with the text.
    pub fn starts_with(property: &str, text: &str) -> Self {
        Self::call("startswith", property, text)
    }

    /// The property ends with the text.
    pub fn ends_with(property: &str, text: &str) -> Self {
        Self::call("endswith", property, text)
    }

    /// The property contains the text.
    pub fn contains(property: &str, text: &str) -> Self {
        Self::call("contains", property, text)
    }

    /// At least one element of a list equals the value.
    pub fn any(property: &str, value: impl Into<Literal>) -> Self {
        Self {
            text: format!("{property}/any(item:item eq {})", value.into().0),
            joined_by_or: false,
            properties: vec![property.to_owned()],
        }
    }

    /// Both conditions hold; same as `&`. An `or` on either side is put in parentheses.
    #[must_use]
    pub fn and(self, other: impl Into<Self>) -> Self {
        let (left, right) = (self, other.into());
        let properties = joined(&left, &right);
        Self {
            text: format!("{} and {}", left.operand(), right.operand()),
            joined_by_or: false,
            properties,
        }
    }

    /// At least one condition holds; same as `|`.
    #[must_use]
    pub fn or(self, other: impl Into<Self>) -> Self {
        let other = other.into();
        Self {
            text: format!("{} or {}", self.text, other.text),
            joined_by_or: true,
            properties: joined(&self, &other),
        }
    }

    /// The expression as an operand of `and`, which binds more strongly than `or`.
    fn operand(self) -> String {
        if self.joined_by_or {
            format!("({})", self.text)
        } else {
            self.text
        }
    }
}

fn joined(left: &Filter, right: &Filter) -> Vec<String> {
    let both = left.properties.iter().chain(&right.properties);
    both.cloned().collect()
}

impl std::ops::Not for Filter {
    type Output = Self;

    /// The condition does not hold.
    fn not(self) -> Self {
        Self {
            text: format!("not ({})", self.text),
            joined_by_or: false,
            properties: self.properties,
        }
    }
}

impl std::ops::BitAnd for Filter {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.and(other)
    }
}

impl std::ops::BitOr for Filter {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<&str> for Filter {
    fn from(text: &str) -> Self {
        Self::raw(text)
    }
}

impl From<String> for Filter {
    fn from(text: String) -> Self {
        Self::raw(text)
    }
}

impl From<Filter> for Value {
    fn from(filter: Filter) -> Self {
        Value::String(filter.text)
    }
}

impl From<&str> for Literal {
    fn from(text: &str) -> Self {
        Self(format!("'{}'", text.replace('\'', "''")))
    }
}

impl From<String> for Literal {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&String> for Literal {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl<T> From<Id<T>> for Literal {
    fn from(id: Id<T>) -> Self {
        id.as_str().into()
    }
}

impl<T> From<&Id<T>> for Literal {
    fn from(id: &Id<T>) -> Self {
        id.as_str().into()
    }
}

impl From<Timestamp> for Literal {
    /// The time as it was read, with all decimals. Fewer would lose or repeat the record on the
    /// boundary.
    fn from(time: Timestamp) -> Self {
        Self::from(&time)
    }
}

impl From<&Timestamp> for Literal {
    fn from(time: &Timestamp) -> Self {
        Self(time.to_string())
    }
}

macro_rules! bare_literal {
    ($($type:ty)*) => { $(
        impl From<$type> for Literal {
            fn from(value: $type) -> Self {
                Self(value.to_string())
            }
        }
    )* };
}

bare_literal!(bool i32 i64 u32 u64 f64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_cannot_become_syntax() {
        let filter = Filter::eq("name", "x' or 1 eq 1 or name eq '");
        assert_eq!(filter.to_string(), "name eq 'x'' or 1 eq 1 or name eq '''");
    }

    #[test]
    fn or_is_kept_together_when_joined_by_and() {
        let either = Filter::eq("a", 1).or(Filter::eq("b", true));
        assert_eq!(
            either.and("c ge 2").to_string(),
            "(a eq 1 or b eq true) and c ge 2"
        );
        let raw = Filter::eq("a", 1).and("b eq 1 OR c eq 1");
        assert_eq!(raw.to_string(), "a eq 1 and (b eq 1 OR c eq 1)");
        let neither = !(Filter::eq("a", 1) | Filter::eq("b", 2)) & Filter::any("tags", "x");
        assert_eq!(
            neither.to_string(),
            "not (a eq 1 or b eq 2) and tags/any(item:item eq 'x')"
        );
        assert_eq!(neither.properties(), ["a", "b", "tags"]);
    }

    #[test]
    fn times_stand_bare_with_their_decimals() {
        let time: Timestamp = "2020-11-03T10:13:34.8476880Z".parse().unwrap();
        assert_eq!(
            Filter::ge("lastUpdateTime", time).to_string(),
            "lastUpdateTime ge 2020-11-03T10:13:34.8476880Z"
        );
    }
}
