//! Chinese names by their sound: found by pinyin or initials, sorted by pinyin.

use std::ops::Range;

use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};

/// Characters that names read otherwise than a dictionary lists first.
const IN_NAMES: &[(char, &str)] = &[
    ('长', "chang2"),
    ('朝', "chao2"),
    ('厦', "xia4"),
    ('曾', "zeng1"),
    ('单', "shan4"),
    ('仇', "qiu2"),
    ('乐', "le4"),
    ('解', "xie4"),
    ('查', "zha1"),
    ('盛', "sheng4"),
    ('宁', "ning2"),
    ('艾', "ai4"),
    ('勒', "le4"),
];

/// Words in which a character reads as nowhere else: the word, and the readings of its characters.
const IN_WORDS: &[(&str, &[&str])] = &[("重庆", &["chong2", "qing4"]), ("银行", &["yin2", "hang2"])];

/// What may be sought by its sound: letters alone, without blanks; `None` where the word is none of that.
pub fn sought(folded: &str) -> Option<String> {
    let letters: String = folded.chars().filter(|c| !matches!(c, ' ' | '\'')).collect();
    (letters.len() > 1 && letters.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(letters)
}

/// Where letters spell what a text says: `qingdao`, `qd`, `qingd`, each syllable in full, in any of its readings, or by
/// the initial of a usual one. At least one character is Chinese.
pub fn find(text: &str, letters: &str) -> Option<Range<usize>> {
    if text.is_ascii() || letters.is_empty() {
        return None;
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    (0..chars.len()).find_map(|start| {
        let (at, first) = chars.get(start).copied()?;
        first.to_pinyin()?;
        let end = spelled(chars.get(start..)?, letters.as_bytes())?;
        Some(at..chars.get(start + end).map_or(text.len(), |(at, _)| *at))
    })
}

/// How many characters the letters spell.
fn spelled(chars: &[(usize, char)], letters: &[u8]) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let ((_, c), rest) = chars.split_first()?;
    let go_on = |used: usize| spelled(rest, letters.get(used..)?).map(|count| count + 1);
    if let Some(readings) = c.to_pinyin_multi() {
        return readings
            .into_iter()
            .find_map(|reading| {
                let plain = reading.plain();
                if plain.as_bytes().first() != letters.first() {
                    return None; // nearly all end here: none of them starts with ü
                }
                // ü is typed v or u
                let ways = [plain.replace('ü', "v"), plain.replace('ü', "u")];
                let whole = |way: &String| letters.starts_with(way.as_bytes()).then(|| go_on(way.len())).flatten();
                ways.iter().find_map(whole)
            })
            .or_else(|| usually_begins(*c, letters).then(|| go_on(1)).flatten());
    }
    // what stands between: Latin letters are themselves, blanks and marks are passed over
    let folded = super::fold::fold(c.encode_utf8(&mut [0; 4]));
    if folded.bytes().all(|byte| byte.is_ascii_alphabetic()) && !folded.is_empty() {
        return letters.starts_with(folded.as_bytes()).then(|| go_on(folded.len())).flatten();
    }
    go_on(0)
}

/// Whether a character usually begins with the first of the letters: in names, in words, or as a dictionary lists it
/// first. By the initial of a reading that nobody uses, any two letters would be found anywhere.
fn usually_begins(c: char, letters: &[u8]) -> bool {
    let in_names = IN_NAMES.iter().filter(|(name, _)| *name == c).map(|(_, reading)| *reading);
    let in_words = IN_WORDS.iter().flat_map(|(word, readings)| word.chars().zip(*readings));
    let in_words = in_words.filter(|(of, _)| *of == c).map(|(_, reading)| *reading);
    let listed = c.to_pinyin().map(Pinyin::plain);
    in_names.chain(in_words).chain(listed).any(|reading| reading.as_bytes().first() == letters.first())
}

/// How a text sounds, letters alone: `muleji` for 穆勒机; `None` where nothing of it is Chinese.
pub fn spelling(text: &str) -> Option<String> {
    let mut spelling = String::new();
    let mut chinese = false;
    for c in text.chars() {
        let known = IN_NAMES.iter().find(|(name, _)| *name == c).map(|(_, reading)| *reading);
        match known.or_else(|| c.to_pinyin().map(Pinyin::plain)) {
            Some(reading) => {
                chinese = true;
                spelling += &reading.trim_end_matches(|tone: char| tone.is_ascii_digit()).replace('ü', "v");
            }
            None => spelling += &super::fold::fold(c.encode_utf8(&mut [0; 4])),
        }
    }
    chinese.then_some(spelling)
}

/// What Chinese and Latin names are sorted by: syllable, tone, character, and so 阿里 stands beside Acme, as in the list
/// of contacts of a telephone.
pub fn sort_key(text: &str) -> String {
    let mut key = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((word, readings)) = IN_WORDS.iter().find(|(word, _)| rest.starts_with(word)) {
            word.chars().zip(*readings).for_each(|(c, reading)| syllable(&mut key, reading, c));
            rest = rest.get(word.len()..).unwrap_or_default();
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let known = IN_NAMES.iter().find(|(name, _)| *name == c).map(|(_, reading)| *reading);
        match known.or_else(|| c.to_pinyin().map(Pinyin::with_tone_num_end)) {
            Some(reading) => syllable(&mut key, reading, c),
            None => key += &super::fold::fold(c.encode_utf8(&mut [0; 4])),
        }
    }
    key
}

/// Characters of one sound stay together.
fn syllable(key: &mut String, reading: &str, c: char) {
    if !key.is_empty() && !key.ends_with(' ') {
        key.push(' ');
    }
    key.push_str(reading);
    key.push(c);
    key.push(' ');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_their_sound() {
        for (text, letters, want) in [
            ("重庆化工", "chongqing", Some("重庆")),
            ("重庆化工", "cqhg", Some("重庆化工")),
            ("重庆化工", "zhongqing", Some("重庆")),
            ("重庆化工", "chongqhg", Some("重庆化工")),
            ("中国银行", "zgyh", Some("中国银行")),
            ("德国穆勒公司", "mule", Some("穆勒")),
            ("绿洲贸易", "lvzhou", Some("绿洲")),
            ("绿洲贸易", "luzhou", Some("绿洲")),
            ("西安", "xian", Some("西安")),
            ("张伟 Zhang", "zhangwei", Some("张伟")),
            ("张 伟", "zhangwei", Some("张 伟")),
            ("华为ABC公司", "hwabcgs", Some("华为ABC公司")),
            ("上海", "shan", None),
            ("长沙", "cs", Some("长沙")),
            ("长沙", "zs", Some("长沙")),
            ("土耳其", "teq", Some("土耳其")),
            ("土耳其", "ce", None),
            ("Zhang Wei", "zhangwei", None),
            ("穆勒", "mulle", None),
            ("穆勒", "", None),
        ] {
            assert_eq!(find(text, letters).and_then(|hit| text.get(hit)), want, "{text} {letters}");
        }
        for (word, want) in [("zhang wei", Some("zhangwei")), ("xi'an", Some("xian")), ("a", None), ("a1", None)] {
            assert_eq!(sought(word).as_deref(), want, "{word}");
        }
    }

    #[test]
    fn names_are_spelled() {
        for (text, want) in [("穆勒", Some("mule")), ("绿洲 ABC", Some("lvzhou abc")), ("Müller", None), ("", None)]
        {
            assert_eq!(spelling(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn names_sort_as_in_a_telephone() {
        let sorted =
            ["阿里", "Acme", "贝克", "Böhm", "长沙", "重庆", "德国", "黎明", "李明", "李伟", "林", "张三", "章三"];
        let mut names = sorted;
        names.reverse();
        names.sort_by_cached_key(|name| sort_key(name));
        assert_eq!(names, sorted);
    }
}
