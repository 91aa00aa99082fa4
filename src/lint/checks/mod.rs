//! Every check: one file each, one line each here.

use super::Check;

macro_rules! checks {
    ($($group:literal: $($name:ident)+;)+) => {
        $($(mod $name;)+)+
        /// Every check there is, in the order in which they are told: tree, syntax, fields, values, consistency, money, credit.
        pub const ALL: &[&Check] = &[$($(&$name::CHECK),+),+];
    };
}

checks! {
    "tree": wrong_depth unknown_country split_country name_clash unsafe_name folder_mismatch missing_card card_not_a_file
        symlink too_large stray_temp stale_schema policy_not_approved;
    "syntax": encoding conflict_markers syntax toml_1_1 mixed_line_ends;
    "fields": unknown_key wrong_type bad_choice choice_label required_field prospect_contact_way empty_field missing_id
        missing_created;
    "values": phone email url bare_url currency bad_date future_date bad_number money_as_float not_positive share_range unknown_owner unknown_person;
    "consistency": duplicate_id duplicate_code duplicate_quote_number duplicate_order_number likely_duplicate next_before_followup quote_validity
        outcome_without_closed order_unknown_quote closed_before_date;
    "products": duplicate_product product_value unknown_product;
    "money": missing_rate uncountable_money amount_differs payment_unknown_order payment_currency paid_above_order
        credit_note_unknown_order due_before_order shipped_before_order shipped_without_date third_party_payer
        trading_without_card order_without_facts;
    "credit": approval_misfit request_edited duplicate_paper_id credit_not_approved credit_for_d limit_beyond_cap negative_limit
        unreviewed_change own_parent parent_circle measure_before_directive directive_by_reporter alert_without_amount order_for_halted halt_without_directive halt_not_notified;
    "investigations": investigation_without_channel investigation_not_assessed investigation_wrong_role
        investigation_without_source conditions_without_evidence missing_evidence;
}

pub use approval_misfit::why_not;
pub use required_field::{lacking, lacks_required};

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

pub use likely_duplicate::{CHECK as LIKELY_DUPLICATE, is_name as likely_by_name, reason as likely_reason};
