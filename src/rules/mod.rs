//! The rules of 客户资料管理制度 as pure functions of a card, the policy and a day: no disk, no clock, no text for people.

pub mod alert;
pub mod approval;
pub mod compliance;
pub mod conduct;
pub mod contact;
pub mod credit;
pub mod due;
pub mod goods;
pub mod grade;
pub mod halt;
pub mod impact;
pub mod investigation;
pub mod money;
pub mod next;
pub mod plan;
pub mod policy;
pub mod review;
pub mod staff;
pub mod standing;
