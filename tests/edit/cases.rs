//! Old text, edit, new text: every form.

use super::{edited, path, push, record, records, remove, set};
use kehu::formats::toml::{Edit, apply, list_of_tables};
use kehu::model::Card;
use kehu::model::field::Record;

/// Old text, edit, and the new text, or `None` where the edit must be refused.
type Case<'a> = (&'a str, Edit, Option<&'a str>);

#[track_caller]
fn check(cases: &[Case<'_>]) {
    for (old, edit, new) in cases {
        assert_eq!(edited(old, edit).as_deref(), *new, "\n{edit:?} of\n{old}");
    }
}

#[test]
#[rustfmt::skip]
fn a_value_gives_way_to_another_and_its_comment_stays() {
    check(&[
        ("name = \"A\"  # full\n", set("name", "'B'"), Some("name = 'B'  # full\n")),
        ("\"name\"=\"A\"#x", set("name", "'B'"), Some("\"name\"='B'#x")),
        ("code = 1\nname = \"\"\"\na # b\n\"\"\" # c\n", set("name", "'B'"), Some("code = 1\nname = 'B' # c\n")),
        ("name = \"A\"\r\ncode = '''a\r\nb'''\r\n", set("code", "'B'"), Some("name = \"A\"\r\ncode = 'B'\r\n")),
        ("\u{feff}name = 'A'\n", set("name", "'B'"), Some("\u{feff}name = 'B'\n")),
        ("tags = [\n  \"a\",\n]\n", set("tags", "[]"), Some("tags = []\n")),
        ("tags = ['a', 'b']\n", set("tags.1", "'c'"), Some("tags = ['a', 'c']\n")),
        ("[profile]\nsize = 'small' # 小\n", set("profile.size", "'large'"), Some("[profile]\nsize = 'large' # 小\n")),
        ("profile.size = 'small'\n", set("profile.size", "'large'"), Some("profile.size = 'large'\n")),
        ("[[order]]\n[[order]]\npay = { days = 7 } # 七\n", set("order.1.pay.days", "30"), Some("[[order]]\n[[order]]\npay = { days = 30 } # 七\n")),
        ("[[order]]\npay = { days = 7 }\n", set("order.0.pay", "{ days = 9 }"), Some("[[order]]\npay = { days = 9 }\n")),
        ("contact = [ { name = 'A' }, { name = 'B' } ]\n", set("contact.1.name", "'C'"), Some("contact = [ { name = 'A' }, { name = 'C' } ]\n")),
        // an equal value is still put in place, as it was asked
        ("name = 'A'\n", set("name", "\"A\""), Some("name = \"A\"\n")),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_new_key_stands_in_the_order_of_the_schema() {
    check(&[
        // at the root: behind what comes before it, comments attached to others left there
        ("id = 'x'\nname = 'A' # full\n# city of the head office\ncity = 'B'\n", set("code", "'1'"), Some("id = 'x'\nname = 'A' # full\ncode = '1'\n# city of the head office\ncity = 'B'\n")),
        ("# a card\nname = 'A'\n", set("id", "'x'"), Some("# a card\nid = 'x'\nname = 'A'\n")),
        ("  name = 'A'\n", set("code", "'1'"), Some("  name = 'A'\n  code = '1'\n")),
        ("  name = 'A'\n", set("id", "'1'"), Some("  id = '1'\n  name = 'A'\n")),
        ("\u{feff}name = 'A'\n", set("id", "'1'"), Some("\u{feff}id = '1'\nname = 'A'\n")),
        ("name = 'A'", set("code", "'1'"), Some("name = 'A'\ncode = '1'")),
        ("name = 'A'\r\n", set("code", "'1'"), Some("name = 'A'\r\ncode = '1'\r\n")),
        ("note = '''\na\n'''\n\n[profile]\n", set("name", "'A'"), Some("name = 'A'\nnote = '''\na\n'''\n\n[profile]\n")),
        ("name = '''\na # b\n''' # c\nx = 1\n", set("code", "'1'"), Some("name = '''\na # b\n''' # c\ncode = '1'\nx = 1\n")),
        ("city = 'A'\nname = 'B'\n", set("code", "'1'"), Some("city = 'A'\nname = 'B'\ncode = '1'\n")),
        ("name = 'A'\nx-own = 1\n", set("note", "'n'"), Some("name = 'A'\nnote = 'n'\nx-own = 1\n")),
        ("name = 'A'\n", set("x own", "1"), Some("name = 'A'\n\"x own\" = 1\n")),
        // no key there yet
        ("", set("name", "'A'"), Some("name = 'A'\n")),
        ("\u{feff}", set("name", "'A'"), Some("\u{feff}name = 'A'\n")),
        ("# only\n# comments\n", set("name", "'A'"), Some("name = 'A'\n\n# only\n# comments\n")),
        ("\u{feff}[profile]\r\n", set("name", "'A'"), Some("\u{feff}name = 'A'\r\n\r\n[profile]\r\n")),
        // under a header
        ("[profile] # traits\n# how large\nsize = 'small'\n", set("profile.managers", "[]"), Some("[profile] # traits\nmanagers = []\n# how large\nsize = 'small'\n")),
        ("[profile]\n", set("profile.size", "'small'"), Some("[profile]\nsize = 'small'\n")),
        ("[profile]", set("profile.size", "'small'"), Some("[profile]\nsize = 'small'")),
        ("[profile]\n  size = 'small' # s\n\n[[order]]\n", set("profile.focus", "'f'"), Some("[profile]\n  size = 'small' # s\n  focus = 'f'\n\n[[order]]\n")),
        // under one of several headers
        ("[[order]]\nnumber = '1'\n[[order]]\nnumber = '2'\n[[order]]\nnumber = '3'\n", set("order.1.date", "2026-01-02"), Some("[[order]]\nnumber = '1'\n[[order]]\nnumber = '2'\ndate = 2026-01-02\n[[order]]\nnumber = '3'\n")),
        ("[[order]]\nnumber = '1'\n[[order.items]]\nproduct = 'p'\n", set("order.0.note", "'n'"), Some("[[order]]\nnumber = '1'\nnote = 'n'\n[[order.items]]\nproduct = 'p'\n")),
        // a quoted header
        ("[\"profile\"]\n\"size\" = 'small'\n", set("profile.focus", "'f'"), Some("[\"profile\"]\n\"size\" = 'small'\nfocus = 'f'\n")),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_new_key_in_braces_and_beside_dotted_keys() {
    check(&[
        ("profile = { size = 'small' } # p\n", set("profile.focus", "'f'"), Some("profile = { size = 'small', focus = 'f' } # p\n")),
        ("profile = { size = 'small', potential = 'p' }\n", set("profile.focus", "'f'"), Some("profile = { size = 'small', focus = 'f', potential = 'p' }\n")),
        ("profile = { size = 'small' }\n", set("profile.managers", "[]"), Some("profile = { managers = [], size = 'small' }\n")),
        ("profile = {size='small'}\n", set("profile.managers", "[]"), Some("profile = {managers = [], size='small'}\n")),
        ("profile = {}\n", set("profile.size", "'small'"), Some("profile = { size = 'small' }\n")),
        ("profile = { }\n", set("profile.size", "'small'"), Some("profile = { size = 'small' }\n")),
        ("profile.size = 'small' # s\n", set("profile.focus", "'f'"), Some("profile.size = 'small' # s\nprofile.focus = 'f'\n")),
        ("  profile . size = 'small'\n", set("profile.managers", "[]"), Some("  profile . managers = []\n  profile . size = 'small'\n")),
        ("profile.size = 's'\nnote = 'n'\nprofile.focus = 'f'\n", set("profile.potential", "'p'"), Some("profile.size = 's'\nnote = 'n'\nprofile.focus = 'f'\nprofile.potential = 'p'\n")),
        ("profile.size = 's'\n[[order]]\n", set("name", "'n'"), Some("name = 'n'\nprofile.size = 's'\n[[order]]\n")),
        ("[[order]]\npay.days = 7\n", set("order.0.pay.deposit", "\"0.3\""), Some("[[order]]\npay.deposit = \"0.3\"\npay.days = 7\n")),
        // dotted keys between braces stay between them
        ("order = [ { number = '1', pay.days = 7 } ]\n", set("order.0.pay.balance", "'lc'"), Some("order = [ { number = '1', pay.balance = 'lc', pay.days = 7 } ]\n")),
        ("order = [ { pay.deposit = '0.3', number = '1', pay . days = 7 } ]\n", set("order.0.pay.balance", "'lc'"), Some("order = [ { pay.deposit = '0.3', pay.balance = 'lc', number = '1', pay . days = 7 } ]\n")),
        ("order = [\n  { number = '1', pay.days = 7 },\n]\n", set("order.0.note", "'n'"), Some("order = [\n  { number = '1', pay.days = 7, note = 'n' },\n]\n")),
        // over several lines, as TOML 1.1 has it
        ("profile = {\n  size = 's', # c\n}\n", set("profile.focus", "'f'"), Some("profile = {\n  size = 's', focus = 'f', # c\n}\n")),
        ("profile = { # c\n}\n", set("profile.focus", "'f'"), Some("profile = { focus = 'f' # c\n}\n")),
        ("profile = {\n  size = 's', # c\n}\n", remove("profile.size"), Some("profile = {\n  # c\n}\n")),
        ("profile = {\n  size = 's', # c, d\n  focus = 'f'\n}\n", remove("profile.focus"), Some("profile = {\n  size = 's' # c, d\n  \n}\n")),
        ("items = 1\norder = [ { items = [\n 1,\n] } ]\n", set("order.0.note", "'n'"), Some("items = 1\norder = [ { items = [\n 1,\n], note = 'n' } ]\n")),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_table_is_made_before_the_records_and_their_comments_stay_with_them() {
    check(&[
        ("name = 'A'\n\n# the orders\n# of this year\n[[order]]\n", set("profile.size", "'s'"), Some("name = 'A'\n\n[profile]\nsize = 's'\n\n# the orders\n# of this year\n[[order]]\n")),
        ("name = 'A'\r\n\r\n# o\r\n[[order]]\r\n", set("profile.size", "'s'"), Some("name = 'A'\r\n\r\n[profile]\r\nsize = 's'\r\n\r\n# o\r\n[[order]]\r\n")),
        ("\u{feff}[[order]]\n", set("profile.size", "'s'"), Some("\u{feff}[profile]\nsize = 's'\n\n[[order]]\n")),
        ("\u{feff}# o\n[[order]]\n", set("profile.size", "'s'"), Some("\u{feff}[profile]\nsize = 's'\n\n# o\n[[order]]\n")),
        ("# o\n[[order]]\n", set("profile.size", "'s'"), Some("[profile]\nsize = 's'\n\n# o\n[[order]]\n")),
        // what looks like a comment and is the end of a text
        ("note = '''\n# n'''\n[[order]]\n", set("profile.size", "'s'"), Some("note = '''\n# n'''\n[profile]\nsize = 's'\n\n[[order]]\n")),
        ("name = 'A'\n", set("profile.size", "'s'"), Some("name = 'A'\n\n[profile]\nsize = 's'\n")),
        ("name = 'A'", set("profile.size", "'s'"), Some("name = 'A'\n\n[profile]\nsize = 's'\n")),
        ("", set("profile.size", "'s'"), Some("[profile]\nsize = 's'\n")),
        ("\u{feff}", set("profile.size", "'s'"), Some("\u{feff}[profile]\nsize = 's'\n")),
        // implied by a header further down
        ("[profile.more]\nx = 1\n", set("profile.size", "'s'"), Some("[profile.more]\nx = 1\n\n[profile]\nsize = 's'\n")),
        // inside a record: on its line
        ("[[order]]\nnumber = '1'\n[[payment]]\n", set("order.0.pay.days", "7"), Some("[[order]]\nnumber = '1'\npay = { days = 7 }\n[[payment]]\n")),
        ("order = [{ number = '1' }]\n", set("order.0.pay.days", "7"), Some("order = [{ number = '1', pay = { days = 7 } }]\n")),
    ]);
}

const THREE_ORDERS: &str = "\
[[order]]
number = '1'
[order.pay]
days = 1

[[order]]
number = '2'
[order.pay]
days = 2 # two

[[order]]
number = '3'
[order.pay]
days = 3
";

#[test]
#[rustfmt::skip]
fn one_of_several_records_is_the_one_meant() {
    check(&[
        (THREE_ORDERS, set("order.1.pay.days", "30"), Some(&THREE_ORDERS.replace("2 # two", "30 # two"))),
        (THREE_ORDERS, set("order.1.pay.balance", "'lc'"), Some(&THREE_ORDERS.replace("days = 2", "balance = 'lc'\ndays = 2"))),
        (THREE_ORDERS, set("order.1.note", "'n'"), Some(&THREE_ORDERS.replace("'2'\n", "'2'\nnote = 'n'\n"))),
        (THREE_ORDERS, remove("order.1.pay.days"), Some(&THREE_ORDERS.replace("days = 2 # two", "# two"))),
        (THREE_ORDERS, set("order.3.note", "'n'"), None),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_key_goes_and_its_comment_stays() {
    check(&[
        ("name = 'A'\ncode = '1'\ncity = 'B'\n", remove("code"), Some("name = 'A'\ncity = 'B'\n")),
        ("name = 'A'\ncode = '1' # c\ncity = 'B'\n", remove("code"), Some("name = 'A'\n# c\ncity = 'B'\n")),
        ("[profile]\n  size = 's' # c\n", remove("profile.size"), Some("[profile]\n  # c\n")),
        ("# above\nname = 'A'\r\n", remove("name"), Some("# above\n")),
        ("name = 'A'\r\ncode = '1'\r\n", remove("name"), Some("code = '1'\r\n")),
        ("\u{feff}name = 'A'\ncode = '1'\n", remove("name"), Some("\u{feff}code = '1'\n")),
        ("name = 'A'\ncode = '1'", remove("code"), Some("name = 'A'\n")),
        ("name = 'A'\nnote = '''\n# a\n''' # b\n", remove("note"), Some("name = 'A'\n# b\n")),
        ("name = 'A'\ntags = [\n  'a',\n]\ncode = 1\n", remove("tags"), Some("name = 'A'\ncode = 1\n")),
        ("profile.size = 's'\nprofile.focus = 'f'\n", remove("profile.size"), Some("profile.focus = 'f'\n")),
        ("profile.size = 's'\n", remove("profile.size"), Some("")),
        // between braces
        ("profile = { size = 's', focus = 'f' }\n", remove("profile.size"), Some("profile = { focus = 'f' }\n")),
        ("profile = { size = 's', focus = 'f' }\n", remove("profile.focus"), Some("profile = { size = 's' }\n")),
        ("profile = { size = 's' } # p\n", remove("profile.size"), Some("profile = {} # p\n")),
        ("profile = {size='s',focus='f',potential='p'}\n", remove("profile.focus"), Some("profile = {size='s',potential='p'}\n")),
        ("order = [ { pay.days = 7, number = '1' } ]\n", remove("order.0.number"), Some("order = [ { pay.days = 7 } ]\n")),
        ("order = [ { number = '1', pay.days = 7 } ]\n", remove("order.0.pay.days"), Some("order = [ { number = '1' } ]\n")),
        ("order = [ { pay.days = 7, pay.deposit = '1' } ]\n", remove("order.0.pay.days"), Some("order = [ { pay.deposit = '1' } ]\n")),
        ("name = 'A'\nprofile = { size = 's' }\n", remove("profile"), Some("name = 'A'\n")),
    ]);
}

#[test]
#[rustfmt::skip]
fn an_item_of_a_list_goes_and_every_comment_stays() {
    const TAGS: &str = "tags = [\n  'a',  # first\n  'b',  # second\n  'c'  # third\n]\n";
    check(&[
        ("tags = ['a', 'b', 'c']\n", remove("tags.0"), Some("tags = ['b', 'c']\n")),
        ("tags = ['a', 'b', 'c']\n", remove("tags.1"), Some("tags = ['a', 'c']\n")),
        ("tags = ['a', 'b', 'c']\n", remove("tags.2"), Some("tags = ['a', 'b']\n")),
        ("tags = ['a', 'b', ]\n", remove("tags.1"), Some("tags = ['a', ]\n")),
        ("tags = [ 'a' ]\n", remove("tags.0"), Some("tags = []\n")),
        ("tags = [\n  'a',\n  'b',\n]\n", remove("tags.0"), Some("tags = [\n  'b',\n]\n")),
        ("tags = [\n  'a',\n  'b'\n]\n", remove("tags.1"), Some("tags = [\n  'a'\n]\n")),
        ("tags = [\n  'a', # why\n  'b'\n]\n", remove("tags.1"), Some("tags = [\n  'a', # why\n]\n")),
        ("tags = [\n  'a',\n]\n", remove("tags.0"), Some("tags = [\n]\n")),
        ("tags = [\n  'a'\n]\n", remove("tags.0"), Some("tags = []\n")),
        ("tags = [\n  'a', 'b',\n  'c',\n]\n", remove("tags.1"), Some("tags = [\n  'a',\n  'c',\n]\n")),
        (TAGS, remove("tags.0"), Some(&TAGS.replace("'a',  #", "#"))),
        (TAGS, remove("tags.1"), Some(&TAGS.replace("'b',  #", "#"))),
        (TAGS, remove("tags.2"), Some(&TAGS.replace("'c'  #", "#"))),
        ("tags = ['a', # x, y\n'b']\n", remove("tags.1"), Some("tags = ['a', # x, y\n]\n")),
        ("tags = ['a' # x, y\n, 'b']\n", remove("tags.1"), Some("tags = ['a' # x, y\n ]\n")),
        ("tags = ['a' # x, y\n, 'b']\n", remove("tags.0"), Some("tags = [ # x, y\n 'b']\n")),
        ("tags = [ # none but\n  'a' ]\n", remove("tags.0"), Some("tags = [ # none but\n  ]\n")),
        ("tags = [ # none but\n  'a' # this\n]\n", remove("tags.0"), Some("tags = [ # none but\n  # this\n]\n")),
        ("contact = [ { name = 'A' }, { name = 'B' } ]\n", remove("contact.0"), Some("contact = [ { name = 'B' } ]\n")),
        ("tags = ['a']\n", remove("tags.1"), None),
    ]);
}

#[test]
#[rustfmt::skip]
fn an_item_is_added_to_a_list_as_the_list_is_written() {
    check(&[
        ("tags = ['a']\n", push("tags", "'b'"), Some("tags = ['a', 'b']\n")),
        ("tags = [ 'a', ] # t\n", push("tags", "'b'"), Some("tags = [ 'a', 'b', ] # t\n")),
        ("tags = []\n", push("tags", "'b'"), Some("tags = ['b']\n")),
        ("tags = [\n  # none yet\n]\n", push("tags", "'b'"), Some("tags = ['b'\n  # none yet\n]\n")),
        ("tags = [\n  'a',\n]\n", push("tags", "'b'"), Some("tags = [\n  'a',\n  'b',\n]\n")),
        ("tags = [\n  'a'\n]\n", push("tags", "'b'"), Some("tags = [\n  'a',\n  'b'\n]\n")),
        ("tags = [\r\n\t'a',\r\n]\r\n", push("tags", "'b'"), Some("tags = [\r\n\t'a',\r\n\t'b',\r\n]\r\n")),
        ("tags = [\n  'a',\n  'b', ]\n", push("tags", "'c'"), Some("tags = [\n  'a',\n  'b',\n  'c', ]\n")),
        ("tags = [\n  'a', 'b',\n]\n", push("tags", "'c'"), Some("tags = [\n  'a', 'b', 'c',\n]\n")),
        // a comment is about the item before it
        ("tags = [\n  'a',  # first\n]\n", push("tags", "'b'"), Some("tags = [\n  'a',  # first\n  'b',\n]\n")),
        ("tags = [\n  'a'  # first\n]\n", push("tags", "'b'"), Some("tags = [\n  'a',  # first\n  'b'\n]\n")),
        // the list is made where it belongs
        ("name = 'A'\nnote = 'n'\n", push("tags", "'a'"), Some("name = 'A'\ntags = ['a']\nnote = 'n'\n")),
        ("name = 'A'\n", push("profile.managers", "'M'"), Some("name = 'A'\n\n[profile]\nmanagers = ['M']\n")),
        ("name = 'A'\n", push("name", "'B'"), None),
        ("[[contact]]\n", push("contact", "'B'"), None),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_record_is_added_at_the_end() {
    let call = || record("followup", &[("date", "2026-01-02"), ("kind", "\"call\"")]);
    const BLOCK: &str = "[[followup]]\ndate = 2026-01-02\nkind = \"call\"\n";
    let after = |text: &str| format!("{text}{BLOCK}");
    check(&[
        ("", call(), Some(BLOCK)),
        ("\u{feff}", call(), Some(&after("\u{feff}"))),
        ("name = 'A'\n", call(), Some(&after("name = 'A'\n\n"))),
        ("name = 'A'", call(), Some(&after("name = 'A'\n\n"))),
        ("name = 'A'\n\n", call(), Some(&after("name = 'A'\n\n"))),
        ("name = 'A'\n  \n", call(), Some(&after("name = 'A'\n  \n"))),
        ("[[followup]]\nkind = 'visit'\n# the end", call(), Some(&after("[[followup]]\nkind = 'visit'\n# the end\n\n"))),
        ("[[followup]]\n[[order]]\n[[order.items]]\n", call(), Some(&after("[[followup]]\n[[order]]\n[[order.items]]\n\n"))),
        ("name = 'A'\r\n", call(), Some(&after("name = 'A'\n\n").replace('\n', "\r\n"))),
        // an inline list stays one
        ("followup = [ { kind = \"visit\" } ]\n", call(), Some("followup = [ { kind = \"visit\" }, { date = 2026-01-02, kind = \"call\" } ]\n")),
        ("followup = []\n", call(), Some("followup = [{ date = 2026-01-02, kind = \"call\" }]\n")),
        ("followup = [\n  { kind = \"visit\" }, # v\n]\nx = 1\n", call(), Some("followup = [\n  { kind = \"visit\" }, # v\n  { date = 2026-01-02, kind = \"call\" },\n]\nx = 1\n")),
        ("followup = 'x'\n", call(), None),
        ("[followup]\n", call(), None),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_record_is_added_inside_another() {
    let ship = || record("order.0.shipments", &[("date", "2026-01-02"), ("amount", "\"5\"")]);
    check(&[
        ("[[order]]\nnumber = '1'\nnote = 'n'\n[[order]]\n", ship(), Some("[[order]]\nnumber = '1'\nshipments = [{ date = 2026-01-02, amount = \"5\" }]\nnote = 'n'\n[[order]]\n")),
        (
            "[[order]]\nnumber = '1'\n\n[[order.shipments]]\ndate = 2026-01-01 # first\n# about the next order\n[[order]]\nnumber = '2'\n",
            ship(),
            Some("[[order]]\nnumber = '1'\n\n[[order.shipments]]\ndate = 2026-01-01 # first\n\n[[order.shipments]]\ndate = 2026-01-02\namount = \"5\"\n# about the next order\n[[order]]\nnumber = '2'\n"),
        ),
        ("[[order]]\r\n  [[order.shipments]]", ship(), Some("[[order]]\r\n  [[order.shipments]]\r\n\r\n  [[order.shipments]]\r\n  date = 2026-01-02\r\n  amount = \"5\"")),
        (
            "[[order]]\nshipments = [\n  { date = 2026-01-01 }\n]\n",
            ship(),
            Some("[[order]]\nshipments = [\n  { date = 2026-01-01 },\n  { date = 2026-01-02, amount = \"5\" }\n]\n"),
        ),
        ("order = [ { number = '1' } ]\n", ship(), Some("order = [ { number = '1', shipments = [{ date = 2026-01-02, amount = \"5\" }] } ]\n")),
        ("[[order]]\n[[order.items]]\nproduct = 'p'\n[[order]]\n", record("order.0.items", &[("product", "'q'")]), Some("[[order]]\n[[order.items]]\nproduct = 'p'\n\n[[order.items]]\nproduct = 'q'\n[[order]]\n")),
        ("[[order]]\n[order.pay]\ndays = 7\n", ship(), Some("[[order]]\nshipments = [{ date = 2026-01-02, amount = \"5\" }]\n[order.pay]\ndays = 7\n")),
        ("name = 'A'\n", ship(), None),
    ]);
}

#[test]
#[rustfmt::skip]
fn what_cannot_be_done_alone_is_refused() {
    const COMMENTED: &str = "tags = [\n  'a', # why\n]\n";
    check(&[
        // through something that holds no fields
        ("name = 'A'\n", set("name.x", "1"), None),
        ("profile = 'A'\n", set("profile.size", "'s'"), None),
        ("tags = ['a']\n", set("tags.0.x", "1"), None),
        ("tags = ['a']\n", set("tags.x", "1"), None),
        ("tags = ['a']\n", set("tags.1", "1"), None),
        ("name = 'A'\n", set("contact.0.name", "'B'"), None),
        ("name = 'A'\n", set("", "1"), None),
        ("name = 'A'\n", set("0", "1"), None),
        ("name = 'A'\n", remove("code"), None),
        ("name = 'A'\n", remove(""), None),
        // what stands in several pieces
        ("[profile]\nsize = 's'\n", set("profile", "{}"), None),
        ("[profile]\nsize = 's'\n", remove("profile"), None),
        ("profile.size = 's'\n", remove("profile"), None),
        ("[profile.more]\nx = 1\n", remove("profile"), None),
        ("[[order]]\n[[order]]\n", set("order", "[]"), None),
        ("[[order]]\n[[order]]\n", remove("order"), None),
        ("[[order]]\n[[order]]\n", remove("order.1"), None),
        // what would take a comment with it
        (COMMENTED, set("tags", "[]"), None),
        (COMMENTED, remove("tags"), None),
        // what is no value, or more than one
        ("name = 'A'\n", set("name", "B"), None),
        ("name = 'A'\n", set("name", ""), None),
        ("name = 'A'\n", set("code", "1 # c"), None),
        ("name = 'A'\n", set("code", "1\ncity = 'x'"), None),
        ("name = 'A'\n", set("code", "'''\n'''"), None),
        // what is no TOML to begin with
        ("name = \n", set("name", "'A'"), None),
        ("name = 'A'\rcode = 1\n", set("name", "'A'"), None),
    ]);
}

#[test]
#[rustfmt::skip]
fn several_edits_are_made_one_after_the_other_or_not_at_all() {
    let text = "name = 'A'\ntags = ['a', 'b', 'c']\n";
    let both = [remove("tags.0"), remove("tags.0"), set("code", "1")];
    assert_eq!(apply(text, Card::TYPE, &both).unwrap(), "name = 'A'\ncode = 1\ntags = ['c']\n");
    let fault = apply(text, Card::TYPE, &[set("code", "1"), set("name.x", "1")]).unwrap_err();
    assert_eq!(fault.span, 7..10, "{}", fault.what);
    assert_eq!(path("tags.0").len(), 2);
}

#[test]
#[rustfmt::skip]
fn several_records_in_one_go() {
    let two: &[&[_]] = &[&[("number", "'1'"), ("date", "2026-01-02")], &[("number", "'2'")]];
    check(&[
        ("name = 'A'\n", records("order", two), Some("name = 'A'\n\n[[order]]\nnumber = '1'\ndate = 2026-01-02\n\n[[order]]\nnumber = '2'\n")),
        ("[[order]]\r\n# x", records("order", two), Some("[[order]]\r\n# x\r\n\r\n[[order]]\r\nnumber = '1'\r\ndate = 2026-01-02\r\n\r\n[[order]]\r\nnumber = '2'\r\n")),
        ("order = [ { number = '0' } ] # o\n", records("order", two), Some("order = [ { number = '0' }, { number = '1', date = 2026-01-02 }, { number = '2' } ] # o\n")),
        ("order = []\n", records("order", two), Some("order = [{ number = '1', date = 2026-01-02 }, { number = '2' }]\n")),
        ("[[order]]\n[[order.items]]\nproduct = 'a'\n[[payment]]\n", records("order.0.items", two), Some("[[order]]\n[[order.items]]\nproduct = 'a'\n\n[[order.items]]\nnumber = '1'\ndate = 2026-01-02\n\n[[order.items]]\nnumber = '2'\n[[payment]]\n")),
        ("[[order]]\nnumber = '0'\n", records("order.0.items", two), Some("[[order]]\nnumber = '0'\nitems = [{ number = '1', date = 2026-01-02 }, { number = '2' }]\n")),
        ("name = 'A'\n", records("order", &[]), Some("name = 'A'\n")),
        ("order = 'x'\n", records("order", two), None),
        ("name = 'A'\n", records("order", &[&[("number", "'1'\nx = 2")]]), None),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_list_of_tables_stands_one_item_a_line_where_lines_are() {
    let items = list_of_tables(&["{ product = 'a' }".to_owned(), "{ product = 'b, c' }".to_owned()]);
    let one = list_of_tables(&["{ product = 'a' }".to_owned()]);
    let wide = "items = [\n  { product = 'a' },\n  { product = 'b, c' },\n]\n";
    let flat = "[{ product = 'a' }, { product = 'b, c' }]";
    let crlf = |text: &str| text.replace('\n', "\r\n");
    check(&[
        ("name = 'A'\n", record("order", &[("items", &items), ("note", "'n'")]), Some(&format!("name = 'A'\n\n[[order]]\n{wide}note = 'n'\n"))),
        ("name = 'A'\r\n", record("order", &[("items", &items)]), Some(&crlf(&format!("name = 'A'\n\n[[order]]\n{wide}")))),
        ("name = 'A'\n", record("order", &[("items", &one)]), Some("name = 'A'\n\n[[order]]\nitems = [{ product = 'a' }]\n")),
        ("  [[order]]\n", record("order", &[("items", &items)]), Some(&format!("  [[order]]\n\n  [[order]]\n  {}", wide.trim_end().replace('\n', "\n  ") + "\n"))),
        ("order = []\n", record("order", &[("items", &items)]), Some(&format!("order = [{{ items = {flat} }}]\n"))),
        ("[[order]]\nnumber = '1'\n", set("order.0.items", &items), Some(&format!("[[order]]\nnumber = '1'\n{wide}"))),
        ("[[order]]\nitems = [] # i\n", set("order.0.items", &items), Some(&format!("[[order]]\n{} # i\n", wide.trim_end()))),
        ("order = [ { items = [] } ]\n", set("order.0.items", &items), Some(&format!("order = [ {{ items = {flat} }} ]\n"))),
        ("order = [ { number = '1' } ]\n", set("order.0.items", &items), Some(&format!("order = [ {{ number = '1', items = {flat} }} ]\n"))),
        ("[[order]]\r\nnumber = '1'\r\n", set("order.0.items", &items), Some(&crlf(&format!("[[order]]\nnumber = '1'\n{wide}")))),
        // a line that ends within an item is no TOML 1.0; a comment would swallow what follows
        ("[[order]]\n", set("order.0.items", "[\n{ product =\n 'a' }]"), None),
        ("[[order]]\n", set("order.0.items", "[ # a\n{ product = 'a' }]"), None),
        ("[[order]]\n", set("order.0.note", "'''\na'''"), None),
        ("[[order]]\n", set("order.0.items", "[{ product = 'a' },\r\n{ product = 'b' }]"), None),
    ]);
}
