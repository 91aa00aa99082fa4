//! What shells are offered at a press of Tab, and that no name is ever evaluated: asked through the program here, in the
//! real shells in tests/shells.rs. Windows allows no folders with such names.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

use common::{Book, words};

/// What bash breaks words at unless somebody changes it.
const BREAKS: &str = " \t\n\"'><=;|&(:";

const SETTINGS: &str = "\
language = 'zh-CN'

[[stage]]
folder = '潜在客户'
kind = 'prospect'

[[stage]]
folder = '国外客户'
kind = 'customer'

[[rate]]
currency = 'USD'
value = 7.1

[[person]]
name = '沈嘉禾'
roles = ['salesperson']

[[person]]
name = '顾远舟'
left = 2026-01-31
";

const ACME: &str = "\
name = 'Acme GmbH'
owner = '沈嘉禾'

[[quote]]
number = 'Q-1'

[[order]]
number = 'PI-2026-001'
date = 2026-01-05

[[order]]
number = 'PI-2026-002'
";

fn book() -> Book {
    Book::nowhere("2026-11-23")
        .file("kehu.toml", SETTINGS)
        .card("国外客户/德国/Acme GmbH", ACME)
        .card("国外客户/德国/Müller & Söhne", "name = 'Müller'\n")
        .card("潜在客户/法国/Dupont", "name = 'A'\n")
        .card("潜在客户/德国/Dupont", "name = 'B'\n")
        .card("潜在客户/中国香港/沈阳机床", "name = '沈阳'\n")
        .card("潜在客户/法国/-rf", "name = 'R'\n")
        .card("潜在客户/法国/*", "name = 'S'\n")
        .card("潜在客户/法国/a\u{202e}b", "name = 'bidi'\n")
        .card("潜在客户/法国/a\u{1b}[2Jb", "name = 'control'\n")
        .folder("潜在客户/法国/Leer")
}

/// What zsh and fish are told for a line whose last word is being typed.
fn told(book: &Book, line: &str) -> String {
    let mut words = words(line);
    if line.ends_with(' ') {
        words.push(String::new());
    }
    book.args(["complete", "--shell", "fish", "--"].into_iter().map(str::to_owned).chain(words)).text()
}

/// The words alone, joined by `|`.
fn offered(book: &Book, line: &str) -> String {
    let told = told(book, line);
    let words: Vec<&str> = told.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
    words.join("|")
}

/// What bash is told for a line as it was typed.
fn bash(book: &Book, line: &str) -> Vec<String> {
    let told = book.args(["complete", "--shell", "bash", "--breaks", BREAKS, "--", line]).text();
    told.lines().map(str::to_owned).collect()
}

#[test]
fn commands_options_and_choices() {
    let book = book();
    for (line, want) in [
        ("kehu du", "due"),
        ("kehu 到", "到期"),
        ("kehu xyz", ""),
        ("/usr/local/bin/kehu du", "due"),
        ("kehu due --with", "--within"),
        ("kehu 到期 --with", "--within"),
        ("kehu due --within 7d --with", ""),
        ("kehu due --kind quote --ki", "--kind"),
        ("kehu due --kind q", "quote|quiet"),
        ("kehu due --kind=q", "--kind=quote|--kind=quiet"),
        ("kehu due --kind 报", "报价跟进|报告待交"),
        ("kehu log Acme -k vi", "visit"),
        ("kehu log -qk vi", "visit"),
        ("kehu log Acme x --kind visit --next-kind co", "complaint|collection"),
        ("kehu -C nowhere/ due --kind q", "quote|quiet"),
        ("kehu --lang en -q due --kind q", "quote|quiet"),
        ("kehu --lang ", "zh-CN|en"),
        ("kehu schema du", "due"),
        ("kehu completions ", "bash|zsh|fish|powershell"),
        ("kehu lint --explain bad-", "bad-choice|bad-date|bad-number"),
        ("kehu list --format j", "json|jsonl"),
        ("kehu due -- --with", ""),
        ("kehu due --nonsense=", ""),
        ("kehu grade --since 2026", ""),
    ] {
        assert_eq!(offered(&book, line), want, "{line}");
    }
}

#[test]
fn what_a_word_means_stands_beside_it_in_the_readers_language() {
    let (zh, en) = (book(), book().english());
    for (line, chinese, english) in [
        ("kehu du", "word\ndue\t查看到期事项，最急的在前\n", "word\ndue\tSee what is due, most urgent first\n"),
        ("kehu due --kind quo", "word\nquote\t报价跟进\n", "word\nquote\n"),
        ("kehu due --kind fol", "word\nfollow_up\t待跟进\n", "word\nfollow_up\tfollow-up\n"),
        ("kehu set Acme pho", "part\nphone=\t电话\n", "part\nphone=\tphone\n"),
        ("kehu list --owner 沈", "word\n沈嘉禾\t业务员\n", "word\n沈嘉禾\tsalesperson\n"),
        (
            "kehu list --country ",
            "word\n德国\tGermany\n法国\tFrance\n香港\tHong Kong\n",
            "word\nGermany\t德国\nFrance\t法国\nHong Kong\t香港\n",
        ),
        (
            "kehu list --country DE",
            "word\nDE\t德国\nDEU\t德国\nDenmark\t丹麦\n",
            "word\nDE\tGermany\nDEU\tGermany\nDenmark\t丹麦\n",
        ),
        ("kehu show Acm", "word\nAcme GmbH\t国外客户/德国\n", "word\nAcme GmbH\t国外客户/德国\n"),
    ] {
        assert_eq!(told(&zh, line), chinese, "{line}");
        assert_eq!(told(&en, line), english, "{line}");
    }
    // the language that the line itself asks for
    assert_eq!(told(&zh, "kehu --lang en due --kind fol"), "word\nfollow_up\tfollow-up\n");
}

#[test]
fn customers_by_the_shortest_name_that_is_theirs() {
    let book = book();
    for (line, want) in [
        ("kehu show acme", "Acme GmbH"),
        // a word in the name, and letters without their marks
        ("kehu show gmb", "Acme GmbH"),
        ("kehu edit muller", "Müller & Söhne"),
        ("kehu log söh", "Müller & Söhne"),
        ("kehu set 沈", "沈阳机床"),
        // two of one name; a name that looks like an option; one that is all marks
        ("kehu order dup", "潜在客户/德国/Dupont|潜在客户/法国/Dupont"),
        ("kehu show *", "潜在客户/法国/*"),
        ("kehu show -- -r", "潜在客户/法国/-rf"),
        ("kehu show 潜在客户/法国/", "潜在客户/法国/*|潜在客户/法国/-rf|潜在客户/法国/Dupont"),
        ("kehu grade --explain acme", "Acme GmbH"),
        ("kehu grade --explain=acme", "--explain=Acme GmbH"),
        // a folder without a card is no customer; names that a terminal would obey are nobody's to type
        ("kehu show Leer", ""),
        ("kehu show a", "Acme GmbH"),
        // checks are told folders
        ("kehu lint ac", "国外客户/德国/Acme GmbH"),
        ("kehu lint 国外客户", "国外客户|国外客户/德国|国外客户/德国/Acme GmbH|国外客户/德国/Müller & Söhne"),
        // and these are no customers
        ("kehu add --name Acm", ""),
        ("kehu log Acme Acm", ""),
    ] {
        assert_eq!(offered(&book, line), want, "{line}");
    }
    // whatever is offered is found
    for name in offered(&book, "kehu show ").split('|').map(str::to_owned).collect::<Vec<_>>() {
        book.args(["show", &name, "--format", "toml"]).says(&["name = "]);
    }
}

#[test]
fn countries_people_stages_papers_and_currencies() {
    let book = book();
    for (line, want) in [
        ("kehu list --country 德", "德国"),
        ("kehu list --country=fra", "--country=FRA|--country=France"),
        ("kehu add --country Braz", "Brazil"),
        ("kehu list --owner ", "沈嘉禾|顾远舟"),
        // who has left us does nothing any more
        ("kehu --as ", "沈嘉禾"),
        ("kehu log Acme x --by ", "沈嘉禾"),
        ("kehu list --stage ", "潜在客户|国外客户"),
        ("kehu list --stage pro", "prospect"),
        ("kehu list --stage 国", "国外客户"),
        ("kehu show Acme --order ", "PI-2026-002|PI-2026-001"),
        ("kehu ship 'Acme GmbH' PI-2026-001", "PI-2026-001"),
        ("kehu pay 国外客户/德国/Acme\\ GmbH 100 --order 002", ""),
        ("kehu pay '国外客户/德国/Acme GmbH' 100 --order 002", "PI-2026-002"),
        ("kehu order Acme --quote ", "Q-1"),
        ("kehu quote Acme ", "Q-1"),
        ("kehu ship Dupont ", ""),
        ("kehu pay Acme 100 --currency ", "CNY|USD"),
    ] {
        assert_eq!(offered(&book, line), want, "{line}");
    }
    assert_eq!(told(&book, "kehu import customers "), "file\n");
    assert_eq!(told(&book, "kehu -C "), "folder\n");
    // where kehu.toml lists nobody, the owners of the cards are our people
    let book = Book::on("2026-11-23")
        .card("国外客户/德国/Acme", "owner = '沈嘉禾' # ours\n[[order]]\nowner = 'nobody'\n")
        .card("国外客户/德国/Bad", "name = \nowner=\"Anna \\\"A\\\" Li\"\n")
        .card("国外客户/德国/None", "owner = ''\nowners = 'x'\n");
    assert_eq!(offered(&book, "kehu list --owner "), "Anna \"A\" Li|沈嘉禾");
}

#[test]
fn products_of_the_list() {
    let book = book()
        .file("products.toml", "[[product]]\nname = '手动叉车 2.5t'\ncode = 'A-25'\n[[product]]\nname = '油桶'\n");
    for (line, want) in [
        ("kehu sample Acme --product 手", "手动叉车 2.5t"),
        ("kehu order Acme PI-1 --item A", "A-25;"),
        ("kehu quote Acme Q-1 --item 油", "油桶;"),
        ("kehu ship Acme PI-1 --item '油桶;4", ""),
    ] {
        assert_eq!(offered(&book, line), want, "{line}");
    }
}

#[test]
fn fields_and_the_words_they_take() {
    let book = book();
    for (line, want) in [
        ("kehu set Acme phone", "phone="),
        ("kehu set Acme size", "profile.size="),
        ("kehu set Acme profile.si", "profile.size="),
        ("kehu set Acme phone=1 profile.si", "profile.size="),
        ("kehu set Acme 规", "客户特征.规模="),
        ("kehu set Acme tags", "tags=|tags+="),
        ("kehu set Acme cont", "contact."),
        ("kehu set Acme contact.", "contact.+.|contact.last."),
        ("kehu set Acme contact.+.na", "contact.+.name="),
        ("kehu set Acme order.PI-1.pay.b", "order.PI-1.pay.balance="),
        ("kehu set Acme profile.size=", "profile.size=small|profile.size=medium|profile.size=large"),
        ("kehu set Acme 规模=小", ""),
        ("kehu set Acme 客户特征.规模=小", "客户特征.规模=小"),
        ("kehu set Acme contact.+.decides=", "contact.+.decides=yes|contact.+.decides=no"),
        ("kehu set Acme start.conditions+=coll", "start.conditions+=collateral"),
        ("kehu set Acme owner=", "owner=沈嘉禾"),
        ("kehu set Acme phone=", ""),
        ("kehu set Acme nonsense.", ""),
        ("kehu add --name X --country DE typ", "type="),
    ] {
        assert_eq!(offered(&book, line), want, "{line}");
    }
    assert!(told(&book, "kehu set Acme phone").starts_with("part\n"));
}

#[test]
fn queries_field_by_field_and_value_by_value() {
    let book = book();
    for (line, want) in [
        ("kehu list cou", "country:"),
        ("kehu search cou", "country:"),
        ("kehu due x cou", "country:"),
        ("kehu grade no", "not:|note:"),
        ("kehu receivables ord", "orders:|order:|order."),
        ("kehu list order.sta", "order.status:"),
        ("kehu list moq", "quote.moq:"),
        ("kehu list 国", "国家:"),
        ("kehu list 订单.状", "订单.状态:"),
        ("kehu list 不", "不含:"),
        ("kehu list zzz", ""),
        ("kehu list 10:3", ""),
        ("kehu list nonsense:", ""),
        ("kehu list sales:", ""),
        // values by their kind
        ("kehu list country:", "country:德国|country:法国|country:香港"),
        ("kehu list country:DE,fra", "country:DE,FRA|country:DE,France"),
        ("kehu list country：德", "country：德国"),
        ("kehu list grade:", "grade:A|grade:B|grade:C|grade:D"),
        ("kehu list size=l", "size=large"),
        ("kehu list 规模:小", "规模:小"),
        ("kehu list type:brand,a", "type:brand,agent"),
        ("kehu list due:qu", "due:quote|due:quiet"),
        ("kehu list stage:", "stage:潜在客户|stage:国外客户"),
        ("kehu list decides:", "decides:yes|decides:no"),
        ("kehu list owner:", "owner:沈嘉禾|owner:顾远舟"),
        ("kehu list owner=顾", "owner=顾远舟"),
        ("kehu list name:", ""),
        // a value that is not one word
        ("kehu list country:Hong", "country:\"Hong Kong\""),
        ("kehu list 'country:DE,\"Hong", "country:DE,\"Hong Kong\""),
        ("kehu list 'country:Hong K", "country:\"Hong Kong\""),
        // what stands before
        ("kehu list not:cou", "not:country:"),
        ("kehu list not:country:德", "not:country:德国"),
        ("kehu list any:grade:A,cou", "any:grade:A,country:"),
        (
            "kehu list any:grade:A,not:grade:",
            "any:grade:A,not:grade:A|any:grade:A,not:grade:B|any:grade:A,not:grade:C|any:grade:A,not:grade:D",
        ),
        ("kehu list 'any:(grade:A cou", "any:(grade:A country:"),
        ("kehu list 'any:(grade:A,B type:ag", "any:(grade:A,B type:agent"),
        ("kehu list 'grade:A -cou", "grade:A -country:"),
        ("kehu list has:overd", "has:overdue"),
        ("kehu list has:contact.em", "has:contact.email"),
        ("kehu list 有:逾", "有:逾期金额"),
        ("kehu list --owner 沈嘉禾 any:not:has:overd", "any:not:has:overdue"),
        // columns, order, help
        ("kehu list --columns pho", "phone"),
        ("kehu list --columns name,order.sta", "name,order.status"),
        ("kehu list --columns 名称，电", "名称，电话"),
        ("kehu list --sort sal", "sales"),
        ("kehu list --sort -sal", "-sales"),
        ("kehu list --sort=country,-sal", "--sort=country,-sales"),
        ("kehu help qu", "quote|query"),
        ("kehu help 查", "查找|查看|查询"),
    ] {
        assert_eq!(offered(&book, line), want, "{line}");
    }
    for (line, follow) in [("kehu list cou", "part"), ("kehu list grade:A", "word"), ("kehu list --sort sal", "part")] {
        assert!(told(&book, line).starts_with(follow), "{line}");
    }
    assert_eq!(told(&book, "kehu list due:fol"), "word\ndue:follow_up\t待跟进\n");
    assert_eq!(told(&book, "kehu list phon"), "part\nphone:\t电话\n");
}

/// Every name that is offered is one that the query knows, and every value is taken for that one, whatever is in it.
#[test]
fn what_is_offered_of_a_query_is_understood() {
    let owners = [
        "Li, Na",
        "it's",
        "say \"hi\"",
        "“quoted”",
        "$(touch pwned)",
        "`x`",
        "(a) b",
        "/x/",
        "a  b",
        ">1",
        "\\",
        "x:y",
        "-a",
    ];
    let people: String =
        owners.iter().map(|owner| format!("[[person]]\nname = {}\n", toml::Value::from(*owner))).collect();
    let mut book = Book::nowhere("2026-11-23").file("kehu.toml", &people).english();
    for (at, owner) in owners.iter().enumerate() {
        book = book.card(&format!("国外客户/德国/C{at}"), &format!("owner = {}\n", toml::Value::from(*owner)));
    }
    for before in ["owner=", "not:grade:A owner=", "any:owner=", "any:owner=nobody,owner="] {
        let told = book.args(["complete", "--shell", "zsh", "--", "kehu", "list", before]).text();
        let words: Vec<&str> = told.lines().skip(1).map(|line| line.split('\t').next().unwrap()).collect();
        assert_eq!(words.len(), owners.len(), "{told}");
        for (at, word) in words.iter().enumerate() {
            book.args(["list", "--format", "ids", word]).stdout(&format!("国外客户/德国/C{at}\n"));
        }
    }
    for typed in ["", "order.", "contact.", "profile.", "订单.", "联系人.", "客户特征."] {
        let told = book.args(["complete", "--shell", "zsh", "--", "kehu", "list", "--columns", typed]).text();
        let names: Vec<&str> = told.lines().skip(1).map(|line| line.split('\t').next().unwrap()).collect();
        assert!(names.len() > 3, "{typed}: {told}");
        for name in names {
            book.args(["list", "--columns", name, "--sort", name, "--format", "csv"]).says(&[]);
            let has = book.command().args(["list", "-q", &format!("has:{name}")]).output().unwrap();
            assert!(has.stderr.is_empty(), "{}", String::from_utf8_lossy(&has.stderr));
        }
    }
}

#[test]
fn nothing_to_say_is_nothing_said() {
    let nowhere = Book::nowhere("2026-11-23");
    let broken = Book::nowhere("2026-11-23").file("kehu.toml", "language = \n");
    for book in [&nowhere, &broken] {
        for line in ["kehu show ", "kehu list --owner ", "kehu list --stage ", "kehu list --country ", "kehu ship X "] {
            assert_eq!(told(book, line), "", "{line}");
        }
        assert_eq!(offered(book, "kehu du"), "due");
        assert_eq!(offered(book, "kehu list --country ger"), "GER|Germany".trim_start_matches("GER|"));
        // nor of a call that is none
        for args in [
            &["complete", "--shell", "tcsh", "--", "kehu"][..],
            &["complete", "--shell", "bash", "--", "kehu "],
            &["complete", "--shell", "zsh"],
            &["complete", "--shell", "zsh", "--"],
            &["complete", "--shell", "zsh", "--", "kehu"],
            &["complete", "--shell", ""],
        ] {
            book.args(args).stdout("").stderr("").exits(0);
        }
    }
    // a setting that is wrong is told when the command runs, not while it is typed
    let mut command = nowhere.command();
    command.env("KEHU_LANG", "xx").env("KEHU_TODAY", "never").env("KEHU_BOOK", "/nowhere");
    let output = command.args(["complete", "--shell", "zsh", "--", "kehu", "du"]).output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty() && output.stdout.starts_with(b"word\ndue\t"));
    // people who type it are told of the command that they may want
    nowhere.run("complete").remarks(&["completions"]).exits(2);
}

#[test]
fn bash_is_told_words_in_its_own_quotes() {
    let book = book();
    for (line, want) in [
        ("kehu du", "word|due"),
        ("kehu show M", "word|Müller\\ \\&\\ Söhne"),
        ("kehu show Müller\\ ", "word|Müller\\ \\&\\ Söhne"),
        ("kehu show 'M", "word|Müller & Söhne"),
        ("kehu show \"M", "word|Müller & Söhne"),
        // bash begins anew behind = and :
        ("kehu list --owner=", "word|沈嘉禾|顾远舟"),
        ("kehu list --owner='沈", "word|沈嘉禾"),
        ("kehu list \"--owner=沈", "word|--owner=沈嘉禾"),
        ("kehu set Acme profile.size=", "word|small|medium|large"),
        ("kehu set Acme profile.size=l", "word|large"),
        ("kehu set Acme phone", "part|phone="),
        ("kehu list cou", "part|country:"),
        ("kehu list country:", "word|德国|法国|香港"),
        ("kehu list country:Hong", "word|\\\"Hong\\ Kong\\\""),
        ("kehu list not:country:\\\"Hong\\ ", "word|\\\"Hong\\ Kong\\\""),
        ("kehu list 'country:DE,Hong", "word|country:DE,\"Hong Kong\""),
        ("kehu list \"country:DE,Hong", "word|country:DE,\\\"Hong Kong\\\"\""),
        ("kehu list country:$X", ""),
        ("kehu list --sort -sal", "part|-sales"),
        ("kehu import customers x", "file"),
        ("kehu list > o", "file"),
        ("kehu list 2>o", "file"),
        ("kehu list 2> o --own", "word|--owner"),
        ("kehu list >o; kehu du", "word|due"),
        ("x | kehu du", "word|due"),
        // what only bash knows is not guessed; what is whole has no end
        ("kehu show $X", ""),
        ("kehu show $x:Ac", ""),
        ("kehu show \"$(touch pwned)", ""),
        ("kehu show \"$x\"=", ""),
        ("kehu show `touch", ""),
        ("kehu show 'Acme GmbH'", ""),
        ("kehu show $'Ac", ""),
        ("kehu show Ac\\", ""),
        // two that share no more than was typed are shown, and nothing is put there
        ("kehu show 潜在客户/法国/", "word|潜在客户/法国/\\*|潜在客户/法国/-rf|潜在客户/法国/Dupont"),
        ("kehu order dup", "word|潜在客户/德国/Dupont|潜在客户/法国/Dupont| "),
        ("kehu ship 'Acme GmbH' ", "word|PI-2026-002|PI-2026-001"),
    ] {
        assert_eq!(bash(&book, line).join("|"), want, "{line}");
    }
}

/// An argument that nobody classified would be completed with nothing, and nobody would see it.
#[test]
fn every_argument_that_takes_a_free_value_says_what_it_is() {
    fn walk(command: &clap::Command, path: &str, wanted: &mut Vec<String>) {
        let free = |arg: &&clap::Arg| arg.get_action().takes_values() && arg.get_possible_values().is_empty();
        for arg in command.get_arguments().filter(free) {
            let id = arg.get_id().as_str();
            wanted.push(if arg.is_global_set() { id.to_owned() } else { format!("{path}.{id}") });
        }
        for sub in command.get_subcommands() {
            walk(
                sub,
                &if path.is_empty() { sub.get_name().to_owned() } else { format!("{path}.{}", sub.get_name()) },
                wanted,
            );
        }
    }
    let mut wanted = Vec::new();
    walk(&kehu::cli::command(), "", &mut wanted);
    wanted.sort();
    wanted.dedup();
    let mut said: Vec<&str> =
        kehu::commands::complete::KINDS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    said.sort_unstable();
    assert_eq!(said, wanted, "src/commands/complete/kinds.rs says what the value of each argument is");
}

#[test]
fn by_what_sales_are_counted_comes_before_what_customers_are_asked_for() {
    let book = Book::on("2026-11-23");
    for (line, first) in [
        ("kehu stats ", "product|family|country|"),
        ("kehu stats mov", "movement"),
        ("kehu stats 国", "国家"),
        ("kehu stats country ow", "owner|"),
    ] {
        let all = offered(&book, line);
        assert!(all.starts_with(first), "{line}: {all}");
    }
}
