//! Who is acting, where it matters who does (rulebook §10).

use crate::cli::Context;
use crate::error::{Error, Result};
use crate::lang::{or, tr};
use crate::model::choice::Role;
use crate::model::{Choose, Date};
use crate::rules::staff::Staff;
use crate::store::Book;
use crate::tr;

/// Who is acting, by `--as` or because nobody else is listed; `None` where kehu.toml lists nobody and nobody was named.
///
/// # Errors
/// People are listed and nobody is named; the name is not among them, or had left.
pub fn acting(book: &Book, context: &Context<'_>) -> Result<Option<String>> {
    let named = context.person(book).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    match named {
        Some(name) => ours(&name, book, context.today).map(|()| Some(name)),
        None if Staff::new(&book.settings).is_empty() => Ok(None),
        None => Err(unknown()),
    }
}

/// Who is acting, where a name must stand in the record.
///
/// # Errors
/// As [`acting`]; nobody is named.
pub fn somebody(book: &Book, context: &Context<'_>) -> Result<String> {
    acting(book, context)?.ok_or_else(unknown)
}

/// Who is acting, where somebody of kehu.toml must decide on what is done.
///
/// # Errors
/// As [`acting`]; nobody is listed.
pub fn among_deciders(book: &Book, context: &Context<'_>) -> Result<String> {
    if Staff::new(&book.settings).is_empty() {
        return Err(Error::refused(tr("kehu.toml lists nobody who could decide", "kehu.toml 中没有可以批复的人"))
            .next(tr("add a [[person]] with roles to kehu.toml", "请在 kehu.toml 中添加 [[person]] 和 roles")));
    }
    somebody(book, context)
}

/// Refuses who is nobody of ours on a day. Where nobody is listed everybody may be.
///
/// # Errors
/// The name is not in kehu.toml, or the person was not with us.
pub fn ours(name: &str, book: &Book, day: Date) -> Result<()> {
    let staff = Staff::new(&book.settings);
    if staff.is_empty() || staff.is_there(name, day) {
        return Ok(());
    }
    if !staff.knows(name) {
        return Err(Error::new(tr!("kehu.toml lists no {name}", "kehu.toml 中没有 {name}")).next(tr!(
            "one of: {}",
            "可选：{}",
            listed(book, day)
        )));
    }
    Err(Error::refused(tr!("{name} is not with the firm on {day}", "{name} 在 {day} 不在职")).next(tr(
        "name somebody who is, or see since and left in kehu.toml",
        "请换在职人员，或核对 kehu.toml 中的 since、left",
    )))
}

/// Nobody said who is acting.
pub fn unknown() -> Error {
    Error::new(tr("it is not known who is acting", "不知道是谁在操作"))
        .next(tr("say it: --as PERSON, or KEHU_AS for this shell", "请写明：--as 姓名，或设 KEHU_AS"))
}

/// Refuses who holds none of these roles. Where nobody is listed, or nobody holds one, everybody may (rulebook §10).
///
/// # Errors
/// The person holds none of them.
pub fn must_be(roles: &[Role], name: Option<&str>, book: &Book, context: &Context<'_>, article: &str) -> Result<()> {
    let staff = Staff::new(&book.settings);
    let Some(name) = name.filter(|_| !staff.is_empty()) else { return Ok(()) };
    if roles.iter().any(|role| staff.holds(name, *role, context.today)) {
        return Ok(());
    }
    let holders: Vec<&str> = roles.iter().flat_map(|role| staff.holders(*role, context.today)).collect();
    if holders.is_empty() {
        return Ok(()); // a role that nobody holds is waived
    }
    let (wanted, holders) = (words(roles), holders.join(or()));
    Err(Error::refused(tr!(
        "this takes the role of {wanted} ({article}), and {name} does not hold it",
        "此事由{wanted}办理（{article}），{name}不是"
    ))
    .next(tr!("let {holders} do it: --as", "请由 {holders} 办理：--as")))
}

/// Roles in words.
pub fn words(roles: &[Role]) -> String {
    roles.iter().map(|role| role.words().text()).collect::<Vec<_>>().join(tr(", ", "、"))
}

fn listed(book: &Book, day: Date) -> String {
    let staff = Staff::new(&book.settings);
    let names = book.settings.person.iter().filter_map(|person| person.name.as_deref());
    let mut there: Vec<&str> = names.filter(|name| staff.is_there(name, day)).collect();
    there.dedup();
    there.join(tr(", ", "、"))
}
