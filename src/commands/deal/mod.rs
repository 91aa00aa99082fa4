//! What the commands about quotes, orders, shipments and payments share.

pub mod ask;
pub mod fault;
pub mod item;
pub mod listed;
pub mod orders;
pub mod pay_terms;
pub mod quotes;
pub mod sum;
pub mod told;
pub mod write;
