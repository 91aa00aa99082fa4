//! What stands in a policy.toml: its figures, and who approved which content.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Policy, Value};
use crate::model::choice::Role;
use crate::model::date::Date;
use crate::model::field::{Is, Needed};
use crate::record;

/// The contents of a policy.toml, as far as they could be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// The figures that it gives, by key.
    pub figures: BTreeMap<&'static str, Value>,
    /// Who approved, in the order of the file.
    pub approvals: Vec<PolicyApproval>,
}

record! {
    /// An approval of the policy (第4条).
    pub struct PolicyApproval("approval", "批准记录") by "date" {
        date: Option<Date> = "date" "日期", needed(Needed::Always), is(Is::Past);
        by: Option<String> = "by" "批准人", needed(Needed::Always), is(Is::Person);
        role: Option<Role> = "role" "职务", needed(Needed::Always);
        digest: Option<String> = "digest" "摘要", needed(Needed::Always), about("Of the figures that were approved", "所批准数字的摘要");
    }
}

impl Written {
    /// Whether it says nothing but what the document says: then there is nothing to approve.
    pub fn is_own(&self) -> bool {
        let own = Policy::default();
        let same =
            |(key, value): (&&str, &Value)| Policy::figure(key).is_some_and(|figure| (figure.get)(&own) == *value);
        self.figures.iter().all(same)
    }

    /// SHA-256 over the lines `key=value` of the figures, sorted: comments, order and notation do not matter, every
    /// value does.
    pub fn digest(&self) -> String {
        let lines: String = self.figures.iter().map(|(key, value)| format!("{key}={value}\n")).collect();
        Sha256::digest(lines).iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
