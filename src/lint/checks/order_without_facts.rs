//! A prospect that ordered before its card was filled in.

use toml::de::DeTable;

use crate::lang::{Words, tr};
use crate::lint::fields::{lacks, set_command};
use crate::lint::values::papers::{called, orders};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::{Choose, Severity, StageKind};
use crate::model::field::{Field, Needed, Record, Shape};
use crate::model::name::shell_word;
use crate::model::{Card, Settings};
use crate::rules::money::{is_cancelled, is_credit_note};
use crate::tr;

/// More fields than this nobody types on a command line.
const AT_ONCE: usize = 3;

pub const CHECK: Check = Check {
    code: "order-without-facts",
    severity: Severity::Warning,
    article: "第12条",
    what: Words::new(
        "a prospect ordered, but its card lacks what a customer's must hold",
        "潜在客户已下单，资料卡却不齐",
    ),
    why: Words::new(
        "Who orders is a customer, and 第12条 says what must be known of one. Left among the prospects, nobody misses it, and the order is in no grade.",
        "下了单就是客户，第12条规定了应掌握的资料。留在潜在客户里就没人发现缺项，订单也不参加评级。",
    ),
    bad: &[Sample::File(
        "潜在客户/德国/Acme/card.toml",
        "name = 'Acme'\nphone = '+49 711 5550134'\n[[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n",
    )],
    good: &[Sample::File(
        "国外客户/德国/Acme/card.toml",
        "name = 'Acme'\naddress = 'Industriestr. 12'\nphone = '+49 711 5550134'\nowner = '张伟'\n\
         [[contact]]\nname = 'Anna Weber'\n\
         [payment_profile]\nattitude = '及时'\ntiming = '月底'\nbank = 'Deutsche Bank'\ncontroller = 'Weber'\nmethod = 'T/T'\n\
         [[order]]\nnumber = 'PI-1'\ndate = 2026-03-02\ncurrency = 'USD'\namount = '7030.00'\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    // of a customer, required-field asks for the same
    let Some(document) = source.document.filter(|_| source.location.kind == StageKind::Prospect) else { return };
    let orders = orders(source);
    let sold = |order: &crate::model::card::Order| !is_cancelled(order, source.today) && !is_credit_note(order);
    let Some(order) = orders.iter().find(|order| sold(order.record)) else { return };
    let missing = missing(&document.root);
    if missing.is_empty() {
        return;
    }
    let labels: Vec<&str> = missing.iter().map(|(field, _)| field.label.text()).collect();
    let (called, labels) = (called(order.record), labels.join(tr(", ", "、")));
    let command = if missing.len() > AT_ONCE {
        format!("kehu edit {}", shell_word(&source.location.path))
    } else {
        set_command(source.location, missing.iter().map(|(_, path)| path.as_str()))
    };
    let stage = customers(source.settings);
    out.at(
        order.span("number"),
        tr!(
            "{called}: this prospect is a customer now, but the card lacks {labels} (第12条)",
            "{called}：下单即为客户，资料卡却缺少{labels}（第12条）"
        ),
    )
    .hint(tr!(
        "fill them in: {command}; then move the folder to {stage}",
        "请补上：{command}；然后把文件夹移到“{stage}”"
    ));
}

/// The fields that a customer must have and this card has not, each with its path.
fn missing(card: &DeTable<'_>) -> Vec<(&'static Field, String)> {
    let mut missing = Vec::new();
    for field in Card::TYPE.fields.iter().filter(|field| field.needed == Needed::Customer) {
        match field.shape {
            Shape::Table(group) => {
                let table = card.get(field.key).and_then(|value| value.get_ref().as_table());
                let inside = group.fields.iter().filter(|field| field.needed == Needed::Customer);
                let inside = inside.filter(|field| table.is_none_or(|table| lacks(table, field)));
                missing.extend(inside.map(|inner| (inner, format!("{}.{}", field.key, inner.key))));
            }
            // of a new record, its first field
            Shape::List(Shape::Table(_)) if lacks(card, field) => {
                missing.push((field, format!("{}.+.name", field.key)));
            }
            _ if lacks(card, field) => missing.push((field, field.key.to_owned())),
            _ => {}
        }
    }
    missing
}

/// The folder of customers.
fn customers(settings: &Settings) -> &str {
    let stage = settings.stage.iter().find(|stage| stage.kind == Some(StageKind::Customer));
    stage.and_then(|stage| stage.folder.as_deref()).unwrap_or(StageKind::Customer.words().zh)
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    const FACTS: &str =
        "name = 'Acme'\naddress = 'x'\nphone = '+49 711 5550134'\nowner = '张伟'\ncontact = [{ name = 'Anna' }]\n";
    const PROFILE: &str =
        "payment_profile = { attitude = 'x', timing = 'x', bank = 'x', controller = 'x', method = 'x' }\n";
    const ORDER: &str = "[[order]]\nnumber = 'PI-1'\n";

    #[test]
    fn what_a_prospect_with_an_order_lacks_is_named() {
        let path = "\"潜在客户/德国/Acme\"";
        for (card, want) in [
            (format!("{FACTS}{PROFILE}{ORDER}"), None),
            (FACTS.to_owned(), None),
            (format!("{FACTS}{ORDER}status = 'cancelled'\n"), None),
            (format!("{FACTS}{ORDER}credits = 'PI-0'\n"), None),
            (
                format!("{FACTS}{ORDER}"),
                Some(format!(
                    "订单 PI-1：下单即为客户，资料卡却缺少付款态度、付款时间、银行往来情况、财务实权掌管人、付款方式（第12条）|请补上：kehu edit {path}；然后把文件夹移到“国外客户”"
                )),
            ),
            (
                format!(
                    "{}{PROFILE}{ORDER}",
                    FACTS.replace("contact = [{ name = 'Anna' }]", "contact = []").replace("'x'", "' '")
                ),
                Some(format!(
                    "订单 PI-1：下单即为客户，资料卡却缺少地址、联系人（第12条）|请补上：kehu set {path} address=… contact.+.name=…；然后把文件夹移到“国外客户”"
                )),
            ),
        ] {
            let book = Book::default().file("潜在客户/德国/Acme/card.toml", &card);
            let found = book.found("order-without-facts");
            let told = found.first().map(|finding| format!("{}|{}", finding.message, finding.hint.as_deref().unwrap()));
            assert_eq!(told, want, "{card}");
        }
    }

    #[test]
    fn of_a_customer_another_check_tells_it() {
        let book = Book::card(&format!("name = 'Acme'\n{ORDER}"));
        assert!(book.found("order-without-facts").is_empty() && !book.found("required-field").is_empty());
    }
}
