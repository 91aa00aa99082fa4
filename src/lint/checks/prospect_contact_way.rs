//! A prospect that cannot be reached.

use toml::de::{DeTable, DeValue};

use crate::lang::{Words, tr};
use crate::lint::fields::{filled, set_command};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Severity, StageKind};
use crate::tr;

/// Ways to the firm.
const OWN: [&str; 4] = ["phone", "email", "website", "fax"];
/// Ways to one of its people.
const CONTACT: [&str; 4] = ["email", "phone", "wechat", "whatsapp"];

pub const CHECK: Check = Check {
    code: "prospect-contact-way",
    severity: Severity::Warning,
    article: "第12条",
    what: Words::new("a prospect that cannot be reached", "潜在客户没有任何联系方式"),
    why: Words::new("Nobody can follow up a name alone.", "只有名称，谁也没法跟进。"),
    bad: &[Sample::File("潜在客户/德国/Acme/card.toml", "name = 'Acme'\naddress = 'Industriestr. 12'\n")],
    good: &[Sample::File(
        "潜在客户/德国/Acme/card.toml",
        "name = 'Acme'\n[[contact]]\nname = 'Anna'\nwechat = 'anna-acme'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    // of a customer, the telephone is required
    if source.location.kind != StageKind::Prospect || any(&document.root, &OWN) {
        return;
    }
    let contacts = document.root.get("contact").and_then(|list| list.get_ref().as_array());
    let reached = contacts.into_iter().flat_map(|list| list.iter()).any(|contact| match contact.get_ref() {
        DeValue::Table(contact) => any(contact, &CONTACT),
        _ => false,
    });
    if !reached {
        let command = set_command(source.location, ["email"]);
        out.whole(tr(
            "no way to reach this prospect: no phone, e-mail, website or contact",
            "没有任何联系方式：电话、邮箱、网站、联系人均无",
        ))
        .hint(tr!("one is enough: {command}", "填一种即可：{command}"));
    }
}

fn any(table: &DeTable<'_>, keys: &[&str]) -> bool {
    keys.iter().any(|key| filled(table, key))
}
