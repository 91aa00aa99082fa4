//! The rulebook as pure functions of a card, the policy and a day: no disk, no clock, no text for people.

pub mod contact;
pub mod due;
pub mod review;
pub mod standing;
