//! How a quote or an order is to be paid, as it is typed.

use crate::commands::append::Draft;
use crate::error::Result;
use crate::formats::toml::inline_table;
use crate::formats::typed::decimal;
use crate::model::card::PayTerms;
use crate::model::field::Record;
use crate::model::{Choose, Date, Number};

/// The parts of payment terms, as they were typed or taken over.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// A share.
    pub deposit: Option<String>,
    /// A payment method.
    pub balance: Option<String>,
    /// Days from B/L date.
    pub days: Option<String>,
}

impl Typed {
    /// What a card says.
    pub fn of(pay: &PayTerms) -> Self {
        Self {
            deposit: pay.deposit.map(|share| share.to_string()),
            balance: pay.balance.map(|method| method.key().to_owned()),
            days: pay.days.map(|days| days.to_string()),
        }
    }

    /// The payment terms as an inline table; none where nothing was said of them.
    ///
    /// # Errors
    /// A part does not fit.
    pub fn table(&self, today: Date) -> Result<Option<String>> {
        let mut draft = Draft::new(PayTerms::TYPE, today);
        draft.typed("deposit", self.deposit.as_deref())?;
        if let Some(deposit) = draft.number("deposit") {
            // 30 % is a share of hundredths, whichever way it was typed
            let mut share = *deposit;
            share.rescale(share.scale().max(if share.is_integer() { 0 } else { 2 }));
            draft = Draft::new(PayTerms::TYPE, today);
            draft.literal("deposit", decimal(Number::from(share)));
        }
        draft.typed("balance", self.balance.as_deref())?;
        draft.typed("days", self.days.as_deref())?;
        let fields = draft.finish();
        Ok(if fields.is_empty() { None } else { Some(inline_table(&fields)) })
    }
}
