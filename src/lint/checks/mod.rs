//! Every check: one file each, one line each here.

use super::Check;

macro_rules! checks {
    ($($group:literal: $($name:ident)+;)+) => {
        $($(mod $name;)+)+
        /// Every check there is, in the order in which they are told: tree, syntax, fields, values, consistency.
        pub const ALL: &[&Check] = &[$($(&$name::CHECK),+),+];
    };
}

checks! {
    "tree": missing_card stale_schema;
    "syntax": syntax;
    "fields": unknown_key required_field;
    "values": email;
    "consistency": duplicate_id;
}

/// The check with this code.
pub fn find(code: &str) -> Option<&'static Check> {
    ALL.iter().copied().find(|check| check.code == code.trim().to_lowercase().replace('_', "-"))
}

/// The check whose code is nearest to a misspelt one.
pub fn nearest(code: &str) -> Option<&'static str> {
    ALL.iter()
        .map(|check| check.code)
        .max_by(|a, b| strsim::jaro_winkler(a, code).total_cmp(&strsim::jaro_winkler(b, code)))
}
