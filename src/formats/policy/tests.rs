//! policy.toml: exact values, every fault at its place, and a text that reads back.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::model::choice::Size;
use crate::model::policy::{Figure, Value};

fn told(text: &str) -> Vec<String> {
    read("policy.toml", text).faults.iter().map(ToString::to_string).collect()
}

#[test]
fn numbers_are_read_exactly_and_words_in_either_language() {
    let text = "share_a = 0.7000000000000000000000000001\nshare_b = '0.2'\nremainder_amount = 1_000\nlc_days = '45'\n\
                weight_oa = 1.0\na_size = '中'\nquiet_customer_days = +90\n";
    let Reading { policy, written, .. } = read("policy.toml", text);
    let d = |text: &str| Decimal::from_str_exact(text).unwrap();
    assert_eq!(
        policy,
        Policy {
            share_a: d("0.7000000000000000000000000001"),
            share_b: d("0.2"),
            remainder_amount: d("1000"),
            lc_days: 45,
            weight_oa: d("1"),
            a_size: Size::Medium,
            quiet_customer_days: 90,
            ..Policy::default()
        }
    );
    let lines: Vec<String> = written.figures.iter().map(|(key, value)| format!("{key}={value}")).collect();
    assert_eq!(
        lines,
        [
            "a_size=medium",
            "lc_days=45",
            "quiet_customer_days=90",
            "remainder_amount=1000",
            "share_a=0.7000000000000000000000000001",
            "share_b=0.2",
            "weight_oa=1",
        ]
    );
}

#[test]
fn every_fault_is_told_at_its_place() {
    for (text, want) in [
        ("", &[][..]),
        ("# nothing\n", &[]),
        ("quiet_days = 3\n", &["policy.toml:1:1: 未知字段 quiet_days"]),
        ("share_a = 0.7\nbackup_days = 1.5\n", &["policy.toml:2:15: backup_days：应为不小于 0 的整数，实为 1.5"]),
        ("backup_days = '1.50'\n", &["policy.toml:1:15: backup_days：应为不小于 0 的整数，实为“1.50”"]),
        ("lc_days = -1\n", &["policy.toml:1:11: lc_days：应为不小于 0 的整数，实为 -1"]),
        ("quote_ends_days = -1\n", &["policy.toml:1:19: quote_ends_days：应为 0 天 至 3,650 天，实为 -1 天"]),
        ("share_a = '70%'\n", &["policy.toml:1:11: share_a：应为不超过 28 位的普通小数，如 \"187.00\"，实为“70%”"]),
        ("share_a = 70\n", &["policy.toml:1:11: share_a：应为 0% 至 100%，实为 7,000%"]),
        ("remainder_amount = -5\n", &["policy.toml:1:20: remainder_amount：应不小于 0，实为 -5"]),
        ("review_b_months = 0\n", &["policy.toml:1:19: review_b_months：应为 1 个月 至 120 个月，实为 0 个月"]),
        ("b_size = 'big'\n", &["policy.toml:1:10: b_size：应为以下之一：small 小、medium 中、large 大，实为“big”"]),
        ("share_d = 0.05\nshare_a = 0.8\n", &["policy.toml:2:11: A、B、C、D 四级销售占比合计 110%，应为 100%"]),
        ("late_b_days = 40\n", &["policy.toml:1:15: late_c_days（30 天）不能低于 late_b_days（40 天）"]),
        ("c_reputation = 'high'\n", &["policy.toml:1:16: b_reputation（较好）不能低于 c_reputation（高）"]),
        ("approval = 3\n", &["policy.toml:1:12: 应为用 [ ] 括起的列表，实为 3"]),
        ("[[approval]]\nlc_days = 3\n", &["policy.toml:2:1: 未知字段 lc_days"]),
        (
            "[[approval]]\nrole = 'boss'\n",
            &[
                "policy.toml:2:8: 应为以下之一：salesperson 业务员、finance 财务、sales_manager 销售经理、marketing_director 营销总监、president 总裁，实为“boss”",
            ],
        ),
        ("share_a = 0.7\nshare_a = 0.6\n", &["policy.toml:2:1: 同一字段重复出现"]),
        ("share_a 0.7\nquiet = 3\n", &["policy.toml:1:9: 字段后缺少 = 和值"]),
        (
            "x = 1\nlate_b_days = 40\nshare_a = 'x'\n",
            &[
                "policy.toml:1:1: 未知字段 x",
                "policy.toml:2:15: late_c_days（30 天）不能低于 late_b_days（40 天）",
                "policy.toml:3:11: share_a：应为不超过 28 位的普通小数，如 \"187.00\"，实为“x”",
            ],
        ),
    ] {
        assert_eq!(told(text), want, "{text}");
    }
}

#[test]
fn the_text_to_start_from_reads_back() {
    let own = Policy::default();
    let reading = read("policy.toml", &text(&own));
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    assert_eq!(reading.policy, own);
    assert!(reading.written.is_own());
    assert_eq!(reading.written.figures.len() + 1, Written::TYPE.fields.len(), "all of them");
    let other = Policy { late_b_days: 20, a_size: Size::Medium, remainder_share: Decimal::new(25, 3), ..own };
    assert_eq!(read("policy.toml", &text(&other)).policy, other);
    for figure in Policy::GROUPS.iter().flat_map(|group| group.figures) {
        let line = text(&Policy::default())
            .lines()
            .find(|line| line.starts_with(&format!("{} ", figure.key)))
            .unwrap()
            .to_owned();
        assert!(line.contains(figure.article) && line.contains("本公司自定") == figure.ours, "{line}");
    }
}

/// A figure and two values of it that differ.
fn two_values() -> impl Strategy<Value = (&'static Figure, [Value; 2])> {
    let all: Vec<&'static Figure> = Policy::GROUPS.iter().flat_map(|group| group.figures).collect();
    (prop::sample::select(all), 0_u32..90, 1_u32..10).prop_map(|(figure, first, more)| {
        let number = |n: u32| match (figure.get)(&Policy::default()) {
            Value::Number(own) => Value::Number(Decimal::new(n.into(), own.scale())),
            Value::Word(..) if figure.key.ends_with("size") => word(&["small", "medium", "large"], n),
            Value::Word(..) if figure.key.ends_with("capital") => word(&["weak", "adequate", "strong"], n),
            Value::Word(..) => word(&["poor", "fair", "good"], n),
        };
        let more = if matches!(number(0), Value::Word(..)) { 1 + more % 2 } else { more };
        (figure, [number(first), number(first + more)])
    })
}

fn word(keys: &[&'static str; 3], n: u32) -> Value {
    Value::Word(keys[n as usize % 3], crate::lang::Words::new("", ""), 0)
}

/// A value in one of the notations that a file may have.
fn written(value: Value, notation: u8) -> String {
    match (value, notation % 4) {
        (Value::Word(key, ..), 0 | 1) => format!("\"{key}\""),
        (Value::Word(key, ..), _) => format!("'{key}'"),
        (Value::Number(number), 0) => number.to_string(),
        (Value::Number(number), 1) => format!("'{number}'"),
        (Value::Number(number), 2) => format!("\"+{number}\""),
        (Value::Number(number), _) => format!("\"{}\"", number.normalize()),
    }
}

proptest! {
    #[test]
    fn the_digest_is_that_of_the_values_alone(
        (figure, [one, other]) in two_values(),
        notations in any::<[u8; 2]>(),
        order in any::<bool>(),
        blank in "[ \t]{0,3}",
        comment in "( *#[a-z ]{0,9})?",
        eol in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        // a figure beside it that is never the same one
        let beside = if figure.key == "lc_days" { "dp_days" } else { "lc_days" };
        let plain = format!("{beside} = 9\n{} = {}\n", figure.key, written(one, notations[0]));
        let line = |value: Value| format!("{}{blank}={blank}{}{comment}{eol}", figure.key, written(value, notations[1]));
        let dressed = |value: Value| {
            let lines = [format!("{beside}=\"9\"{eol}"), format!("# note{eol}{eol}"), line(value)];
            if order { lines.concat() } else { lines.iter().rev().map(String::as_str).collect() }
        };
        let approval = "[[approval]]\nby = 'x'\n";
        let digest = |text: &str| read("policy.toml", text).written.digest();
        prop_assert_eq!(digest(&plain), digest(&dressed(one)));
        prop_assert_eq!(digest(&plain), digest(&(plain.clone() + approval)));
        prop_assert_ne!(digest(&plain), digest(&dressed(other)));
        prop_assert_ne!(digest(&plain), digest(&line(one)));
    }
}
