//! A card that is not UTF-8.

use crate::formats::encoding::not_utf8;
use crate::lang::Words;
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::choice::Severity;

pub const CHECK: Check = Check {
    code: "encoding",
    severity: Severity::Error,
    article: "",
    what: Words::new("the card is not UTF-8", "卡片不是 UTF-8 编码"),
    why: Words::new(
        "TOML is UTF-8. Old Notepad and exports of Excel write GBK; read as UTF-8 every Chinese character of it is rubbish.",
        "TOML 规定用 UTF-8。旧版记事本和 Excel 导出的是 GBK，按 UTF-8 读，汉字全是乱码。",
    ),
    // 穆勒机械 in GBK
    bad: &[Sample::Bytes("国外客户/德国/Acme/card.toml", b"name = \"\xC4\xC2\xC0\xD5\xBB\xFA\xD0\xB5\"\n")],
    good: &[Sample::Card("name = \"穆勒机械\"\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    if let Some(bad) = not_utf8(source.bytes) {
        let found = out.whole(bad.what()).hint(bad.next(&source.location.file));
        (found.line, found.column) = (bad.line, 1);
    }
}
