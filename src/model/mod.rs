//! Plain types: the card, the settings, and the schema that both are declared in. No disk, no clock, no text for people
//! beyond the labels of fields.

pub mod card;
pub mod choice;
pub mod country;
pub mod currency;
pub mod date;
pub mod field;
pub mod fold;
pub mod id;
pub mod money;
pub mod name;
pub mod number;
pub mod phone;
pub mod pinyin;
pub mod policy;
pub mod product;
pub mod reference;
pub mod schema;
pub mod settings;
pub mod tree;

pub use card::Card;
pub use choice::Choose;
pub use country::Country;
pub use date::Date;
pub use number::Number;
pub use policy::Policy;
pub use product::{Product, Products};
pub use settings::Settings;
