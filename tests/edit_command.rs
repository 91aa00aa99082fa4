//! `edit`, with a script for an editor.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test reads files itself, and fails by a panic"
)]

mod common;

use common::Book;
use std::process::Output;

fn book() -> Book {
    Book::on("2026-11-23")
        .file("kehu.toml", "[lint]\noff = ['missing-id', 'missing-created', 'prospect-contact-way', 'required-field', 'stale-schema']\n")
        .card("潜在客户/德国/Acme & Söhne", "name = 'Acme'\n")
}

/// Runs `edit Acme` with an editor.
fn edit(book: &Book, variable: &str, editor: &str) -> Output {
    book.command().args(["edit", "Acme"]).env(variable, editor).output().unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn the_editor_gets_the_card_and_lint_has_the_last_word() {
    let book = book();
    let output = edit(&book, "EDITOR", "sed -i s/Acme/Acme_GmbH/");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(book.text("潜在客户/德国/Acme & Söhne/card.toml"), "name = 'Acme_GmbH'\n");
    let output = edit(&book, "EDITOR", "sed -i s/name/nmae/");
    assert!(String::from_utf8_lossy(&output.stdout).contains("card.toml:1:1"), "{output:?}");
}

#[test]
fn visual_comes_before_editor_and_no_shell_looks_at_the_path() {
    let book = book();
    let output = book.command().args(["edit", "Acme"]).env("VISUAL", "true").env("EDITOR", "false").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let output = book.command().args(["edit", "Acme"]).env("VISUAL", " ").env("EDITOR", "true").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "an empty VISUAL names none: {output:?}");
}

#[test]
fn a_broken_card_can_be_opened_to_mend_it() {
    let book = book().card("潜在客户/德国/Acme & Söhne", "name = 'Acme\n");
    let output = edit(&book, "EDITOR", "sed -i s/Acme/Acme'/");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(book.text("潜在客户/德国/Acme & Söhne/card.toml"), "name = 'Acme'\n");
    let output = edit(&book, "EDITOR", "sed -i s/=.*/=/");
    assert_eq!(output.status.code(), Some(1), "what lint finds is a no: {output:?}");
}

#[test]
fn an_editor_that_fails_is_told() {
    let book = book();
    let place = "潜在客户/德国/Acme & Söhne/card.toml";
    for (editor, want) in
        [("false", "编辑器 false 出错，退出码 1"), ("no-such-editor --wait", "找不到编辑器 no-such-editor")]
    {
        let output = edit(&book, "EDITOR", editor);
        let told = err(&output).lines().last().unwrap_or_default();
        assert!(err(&output).contains(&format!("错误：{place}：{want}")), "{output:?}");
        assert_eq!((output.status.code(), told), (Some(2), "  下一步：请检查 VISUAL 和 EDITOR"));
    }
    let output = book.command().args(["edit", "Acme"]).env_remove("EDITOR").output().unwrap();
    assert!(
        err(&output)
            .starts_with("错误：未指定编辑器\n  下一步：请设置 EDITOR，如 EDITOR=\"code --wait\"；也可直接打开 "),
        "{output:?}"
    );
    assert!(err(&output).contains(place));
    assert_eq!(output.status.code(), Some(2));
    let book = book.english();
    let output = book.command().args(["edit", "Acme"]).output().unwrap();
    assert!(
        err(&output).starts_with("error: no editor is named\n  next: set EDITOR, as EDITOR=\"code --wait\", or open "),
        "{output:?}"
    );
}
