//! An investigation that does not say by which channels it was made.

use crate::lang::Words;
use crate::lint::fields::set_command;
use crate::lint::values::papers::investigations;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;
use crate::tr;

pub const CHECK: Check = Check {
    code: "investigation-without-channel",
    severity: Severity::Warning,
    article: "第10条",
    what: Words::new("a completed investigation without a channel", "已完成的信用调查没有调查途径"),
    why: Words::new(
        "Finance chooses the channels: banks, customers and trade organisations, inquiries within the firm, on site. What came by none of them is hearsay.",
        "调查途径由财务选定：金融机构、客户或行业组织、内部调查、实地调查。没有途径的结论只是道听途说。",
    ),
    bad: &[Sample::Card(
        "name = 'Acme'\n[[investigation]]\ndate = 2026-11-01\nassessed_by = '罗'\ncompleted = 2026-11-05\n",
    )],
    good: &[Sample::Card(
        "name = 'Acme'\n[[investigation]]\ndate = 2026-11-01\nassessed_by = '罗'\nchannels = ['bank']\ncompleted = 2026-11-05\n",
    )],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    for one in investigations(source) {
        // a draft may get one yet
        if let Some(day) = one.record.completed.filter(|_| one.record.channels.is_empty()) {
            let path = format!("investigation.{}.channels", one.place);
            out.at(
                one.span("channels"),
                tr!(
                    "the investigation completed on {day} does not say by which channels",
                    "{day} 完成的信用调查没有写调查途径"
                ),
            )
            .hint(tr!(
                "bank, trade, internal or field, several between commas: {}",
                "可写 bank、trade、internal、field，多个用逗号分隔：{}",
                set_command(source.location, [path.as_str()])
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn a_draft_may_get_its_channel_yet() {
        for (rest, want) in
            [("", 0), ("completed = 2026-11-05", 1), ("completed = 2026-11-05\nchannels = ['field']", 0)]
        {
            let card = format!("[[investigation]]\ndate = 2026-11-01\n{rest}\n");
            assert_eq!(Book::card(&card).found("investigation-without-channel").len(), want, "{rest}");
        }
    }
}
