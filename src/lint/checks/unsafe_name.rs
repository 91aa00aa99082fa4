//! A folder whose name does not work everywhere.

use crate::lang::{Words, tr};
use crate::lint::{Check, Findings, Run, Sample, Tree};
use crate::model::choice::Severity;
use crate::model::name::{folder, invisible, unsafe_reason};
use crate::model::tree::{Node, NodeKind};
use crate::tr;

pub const CHECK: Check = Check {
    code: "unsafe-name",
    severity: Severity::Warning,
    article: "",
    what: Words::new("a folder whose name does not work on every system", "文件夹名称在某些系统上不可用"),
    why: Words::new(
        "Windows cannot open such a folder, programs take it for an option, or it hides something: colleagues lose the customer.",
        "Windows 打不开这样的文件夹，或程序会把它当作选项，或其中含有看不见的字符：同事会找不到该客户。",
    ),
    bad: &[Sample::File("国外客户/德国/Acme: Hamburg/card.toml", "name = 'Acme: Hamburg'\n")],
    good: &[Sample::File("国外客户/德国/Acme： Hamburg/card.toml", "name = 'Acme: Hamburg'\n")],
    run: Run::Tree(run),
};

fn run(tree: &Tree<'_>, out: &mut Findings<'_>) {
    let above_cards = tree.above_cards();
    // papers may be called what they like; it is the way to the customer that must stand
    let on_the_way = |node: &&Node| {
        let to_a_card = above_cards.contains(node.path.as_str());
        node.kind == NodeKind::Folder && (to_a_card || (node.depth() < 2 && !node.name().starts_with('.')))
    };
    for node in tree.nodes.iter().filter(on_the_way) {
        let name = node.name();
        let reason = if name.starts_with('.') {
            Some(tr(
                "begins with a dot and is hidden: its cards are not read",
                "以句点开头，属隐藏文件夹，其中的卡片不会被读取",
            ))
        } else if name.contains('\u{FFFD}') {
            Some(tr("is not UTF-8", "不是 UTF-8 编码"))
        } else {
            unsafe_reason(name)
        };
        if let Some(reason) = reason {
            let found = out.on(&node.path, tr!("the name {reason}", "名称{reason}"));
            match better(name) {
                Some(better) => found.hint(tr!("rename it: {better}", "请重命名为：{better}")),
                None => found.hint(tr("give it a name of letters and digits", "请用文字和数字重新命名")),
            };
        }
    }
}

/// The folder name that kehu would have made.
fn better(name: &str) -> Option<String> {
    let visible: String = name.chars().filter(|c| !invisible(*c) && *c != '\u{FFFD}').collect();
    folder(visible.trim_start_matches(['.', ' ']), "").ok().map(|name| name.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    #[test]
    fn a_name_that_works_is_offered() {
        for (folder, want) in [
            ("Acme: H", Some("Acme： H")),
            ("S.p.A.", Some("S.p.A")),
            ("con", Some("con_")),
            ("-rf", Some("_-rf")),
            (".net", Some("net")),
            ("a\u{202e}b", Some("ab")),
            ("\u{200b}", Some("")),
            ("M\u{FFFD}ller", Some("Mller")),
            ("Müller & Söhne (Ulm)", None),
        ] {
            let found = Book::default().file(&format!("国外客户/德国/{folder}/card.toml"), "").found("unsafe-name");
            let hint = found.first().and_then(|finding| finding.hint.as_deref());
            assert_eq!(hint.is_some(), want.is_some(), "{folder}");
            assert!(hint.unwrap_or_default().ends_with(want.unwrap_or_default()), "{folder}: {hint:?}");
        }
        // papers may be called what they like
        let papers = Book::card("").file("国外客户/德国/Acme/报价: 2026/a.xlsx", "").found("unsafe-name");
        assert!(papers.is_empty());
    }
}
