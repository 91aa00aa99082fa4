//! Credit control (第6–9, 11, 14条; rulebook §4): what was granted, what the grade allows, what is taken, and whether an
//! order may be.

mod account;
mod cap;
mod check;
mod clean;
mod granted;
mod reported;
#[cfg(test)]
mod tests;

pub use account::{Account, Counts, Group, Insured, Limit, account, account_at, account_by};
pub use cap::{Cap, cap};
pub use check::{Answer, Ask, Rule, Spoken, check, in_currency, usual_days};
pub use clean::{clean_reviews, is_overdue};
pub use granted::{Granted, Lack, granted, lacking, needs_request};
pub use reported::{Reported, reported};
