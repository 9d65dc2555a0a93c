//! Types of common.

mod model;

pub use model::{
    ErrorDetail, FilterOperators, FilterRange, FilterSet, ListRequest, Page, TokenResponse,
    ValidationError, ValidationErrorItem,
};
