//! Something that is no e-mail address.

use email_address::{EmailAddress, Options};
use toml::de::DeValue;

use crate::formats::toml::visit;
use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Card;
use crate::model::choice::Severity;
use crate::model::field::{Is, Record};
use crate::tr;

pub const CHECK: Check = Check {
    code: "email",
    severity: Severity::Warning,
    article: "",
    what: Words::new("not an e-mail address", "不是有效的邮箱地址"),
    why: Words::new("A quotation sent to a mistyped address is never answered.", "发到错误邮箱的报价永远不会有回音。"),
    bad: &[Sample::Card("name = 'Acme'\nemail = 'anna@acme'\n")],
    good: &[Sample::Card("name = 'Acme'\nemail = 'anna@acme.example'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let Some(document) = source.document else { return };
    visit(document, Card::TYPE, &mut |value| {
        let DeValue::String(text) = value.value.get_ref() else { return };
        let options = Options::default().with_required_tld().without_display_text();
        if value.field.is == Is::Email && !text.trim().is_empty() && EmailAddress::parse_with_options(text, options).is_err() {
            out.at(value.value.span(), tr!("\"{text}\" is no e-mail address", "“{text}”不是邮箱地址"))
                .hint(tr("one address a field, as name@firm.example", "每个字段只写一个地址，如 name@firm.example"));
        }
    });
}
