//! Country: one of ISO 3166-1, found by what people write for it.

mod table;

use std::collections::BTreeMap;
use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::lang::Lang;

/// How many countries [`Country::nearest`] offers at most.
const OFFERED: usize = 3;
/// The longest codes and abbreviations, in bytes: also one Chinese character.
const CODE_BYTES: usize = 3;

static ROWS: Lines<{ line_count(table::ROWS) }> = Lines::of(table::ROWS);
static KEYS: Lines<{ line_count(table::KEYS) }> = Lines::of(table::KEYS);

/// A country of ISO 3166-1 (国家或地区), as its place in the order of alpha-2 codes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u8);

impl Country {
    /// Every country, in the order of alpha-2 codes.
    pub fn all() -> impl Iterator<Item = Country> {
        (0..).map(Country).take(ROWS.starts.len())
    }

    /// The country that goes by this Chinese name, English name, alpha-2 or alpha-3 code or other
    /// spelling.
    ///
    /// Case, accents, full width, spaces, punctuation and "the" do not matter. A name that could
    /// mean two countries (刚果, Virgin Islands) finds none; [`Country::nearest`] then offers them.
    #[must_use]
    pub fn find(text: &str) -> Option<Country> {
        let key = KEYS.line(KEYS.search(&fold(text))?);
        Country::with_alpha2(field(key, 1))
    }

    /// The countries whose names are nearest to a misspelt one: best first, at most three, none
    /// when nothing is near.
    ///
    /// Countries that are equally near are offered together or not at all: 某国 is as near to 德国
    /// as to 法国, 美国, 英国 and others, and any three of them would be no help.
    #[must_use]
    pub fn nearest(text: &str) -> Vec<Country> {
        let wanted = fold(text);
        let mut distances = BTreeMap::new();
        for key in table::KEYS.lines() {
            let (name, alpha2) = (field(key, 0), field(key, 1));
            if let Some(distance) = distance_if_near(&wanted, name) {
                let least = distances.entry(alpha2).or_insert(distance);
                *least = distance.min(*least);
            }
        }
        let mut ranked: Vec<(usize, &str)> =
            distances.into_iter().map(|(alpha2, distance)| (distance, alpha2)).collect();
        ranked.sort_unstable();
        if let Some(&(too_many, _)) = ranked.get(OFFERED) {
            ranked.retain(|&(distance, _)| distance < too_many);
        }
        ranked.into_iter().filter_map(|(_, alpha2)| Country::with_alpha2(alpha2)).collect()
    }

    /// The two-letter code, `DE`.
    #[must_use]
    pub fn alpha2(self) -> &'static str {
        self.field(0)
    }

    /// The three-letter code, `DEU`.
    #[must_use]
    pub fn alpha3(self) -> &'static str {
        self.field(1)
    }

    /// The everyday Chinese name, 德国.
    #[must_use]
    pub fn zh(self) -> &'static str {
        self.field(2)
    }

    /// The English name, Germany.
    #[must_use]
    pub fn en(self) -> &'static str {
        self.field(3)
    }

    /// The name in a language.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh(),
            Lang::En => self.en(),
        }
    }

    fn with_alpha2(alpha2: &str) -> Option<Country> {
        u8::try_from(ROWS.search(alpha2)?).ok().map(Country)
    }

    fn field(self, number: usize) -> &'static str {
        field(ROWS.line(self.0.into()), number)
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Country({})", self.alpha2())
    }
}

/// A text whose lines are found by number.
///
/// Their starts are counted while compiling: the program has nothing to prepare, and a line costs
/// two bytes, where a table of `&str` would cost forty (the slice and its relocation).
struct Lines<const N: usize> {
    text: &'static str,
    starts: [u16; N],
}

impl<const N: usize> Lines<N> {
    #[expect(clippy::cast_possible_truncation, reason = "generate.py writes no text longer than a u16 counts")]
    #[expect(clippy::indexing_slicing, reason = "runs while compiling: a wrong index is a build error")]
    const fn of(text: &'static str) -> Self {
        let mut starts = [0; N];
        let (mut line, mut byte) = (1, 0);
        while line < N {
            byte += 1;
            if text.as_bytes()[byte - 1] == b'\n' {
                starts[line] = byte as u16;
                line += 1;
            }
        }
        Lines { text, starts }
    }

    fn line(&self, number: usize) -> &'static str {
        self.starts.get(number).map_or("", |&start| self.line_at(start))
    }

    fn line_at(&self, start: u16) -> &'static str {
        self.text.get(usize::from(start)..).and_then(|rest| rest.lines().next()).unwrap_or_default()
    }

    /// The number of the line whose first field is `key`.
    fn search(&self, key: &str) -> Option<usize> {
        self.starts.binary_search_by(|&start| field(self.line_at(start), 0).cmp(key)).ok()
    }
}

#[expect(clippy::indexing_slicing, reason = "runs while compiling: a wrong index is a build error")]
const fn line_count(text: &str) -> usize {
    let (mut lines, mut byte) = (0, 0);
    while byte < text.len() {
        if text.as_bytes()[byte] == b'\n' {
            lines += 1;
        }
        byte += 1;
    }
    lines
}

fn field(line: &str, number: usize) -> &str {
    line.split('|').nth(number).unwrap_or_default()
}

/// The key of a name: its letters and digits in lower case, without accents, full width and the
/// word "the", and "and" for `&`. Must equal `fold` of generate.py.
fn fold(text: &str) -> String {
    let mut folded = String::new();
    let mut word = String::new();
    for character in text.nfkd().flat_map(char::to_lowercase).chain([' ']).filter(|&c| !is_combining_mark(c)) {
        if character.is_alphanumeric() {
            word.push(character);
            continue;
        }
        if word != "the" {
            folded.push_str(&word);
        }
        if character == '&' && !folded.is_empty() {
            folded.push_str("and");
        }
        word.clear();
    }
    folded
}

/// How many letters two folded names differ in, if few enough that one may be a slip for the other.
///
/// A Chinese character tells more than a letter does: one of two to four may differ, then fewer
/// than half; of letters one in five. A name cut short (刚果, Virgin Islands) counts as one slip.
/// Codes and abbreviations are too short to be near anything.
fn distance_if_near(wanted: &str, name: &str) -> Option<usize> {
    if wanted.len() <= CODE_BYTES || name.len() <= CODE_BYTES {
        return None;
    }
    if name.contains(wanted) {
        return Some(usize::from(name != wanted));
    }
    let longest = wanted.chars().count().max(name.chars().count());
    let allowed =
        if wanted.is_ascii() || name.is_ascii() { longest.div_ceil(5) } else { (longest.saturating_sub(1) / 2).max(1) };
    Some(strsim::osa_distance(wanted, name)).filter(|&distance| distance <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Countries, and what people write for them.
    const WRITTEN: &[(&str, &str)] = &[
        ("DE", "德国| 德 国 |德國|Germany|ＧＥＲＭＡＮＹ|de|Deu|Deutschland|德意志联邦共和国"),
        ("HK", "香港|中国香港|Hong Kong SAR China|hongkong"),
        ("MO", "澳門|Macau"),
        ("TW", "台湾|臺灣|中国台湾"),
        ("CD", "刚果（金）|刚果(金)|民主刚果|Congo, the Democratic Republic of the"),
        ("CG", "刚果（布）"),
        ("CI", "象牙海岸|科特迪瓦|Cote d'Ivoire|CÔTE D’IVOIRE|Ivory Coast"),
        ("GB", "UK|U.K.|England|大不列颠"),
        ("US", "USA|U.S.A.|America|美利坚合众国"),
        ("TR", "Turkey|Türkiye"),
        ("CZ", "Czech Republic|Czechia|捷克共和国"),
        ("MM", "Burma|Myanmar"),
        ("KR", "南韩|大韩民国|Korea, Republic of"),
        ("KP", "北朝鲜|朝鲜"),
        ("AE", "阿拉伯联合酋长国|阿聯酋|U.A.E"),
        ("RU", "俄国|Russian Federation"),
        ("SA", "沙特|沙特阿拉伯"),
        ("NL", "Holland|the Netherlands"),
        ("PH", "Philippines (the)"),
        ("VN", "Viet Nam"),
        ("LA", "寮国|Lao People's Democratic Republic"),
        ("BA", "Bosnia and Herzegovina|波斯尼亚-黑塞哥维那"),
        ("MK", "前南马其顿"),
        ("SZ", "Swaziland"),
        ("LC", "Saint Lucia|St Lucia"),
        ("TT", "Trinidad & Tobago|TRINIDAD AND TOBAGO"),
        ("GW", "guinea-bissau"),
        ("ST", "Sao Tome and Principe"),
        ("AD", "AND"),
        ("NZ", "新西兰|纽西兰"),
        ("VG", "英属维尔京群岛|BVI"),
    ];

    /// What names no country, or more than one.
    const UNKNOWN: &str = "| |the|&|德国 DE|XX|Kosovo|上海|刚果|Congo|Virgin Islands";

    /// Slips, and the countries offered for them.
    const SLIPS: &[(&str, &[&str])] = &[
        ("德囯", &["DE"]),
        ("捷客共和国", &["CZ"]),
        ("测试共和国", &[]),
        ("Gremany", &["DE"]),
        ("Germny", &["DE"]),
        ("Phillipines", &["PH"]),
        ("Columbia", &["CO"]),
        ("United Arab Emirats", &["AE"]),
        ("沙特阿拉白", &["SA"]),
        ("孟加腊国", &["BD"]),
        ("印度尼西压", &["ID"]),
        ("Irak", &["IQ", "IR"]),
        ("刚果", &["CD", "CG"]),
        ("Congo", &["CD", "CG"]),
        ("圣马丁", &["MF", "SX"]),
        ("Virgin Islands", &["VG", "VI"]),
        ("阿拉伯", &[]),
        ("德", &[]),
        ("某国", &[]),
        ("测试", &[]),
        ("客户资料", &[]),
        ("archive", &[]),
        ("XX", &[]),
        ("", &[]),
    ];

    fn alpha2(countries: &[Country]) -> Vec<&'static str> {
        countries.iter().map(|country| country.alpha2()).collect()
    }

    #[test]
    fn every_country_is_there_once() {
        assert_eq!(Country::all().count(), 249);
        for part in [Country::alpha2, Country::alpha3, Country::zh, Country::en] {
            let parts: BTreeSet<_> = Country::all().map(part).collect();
            assert_eq!(parts.len(), 249);
        }
        assert!(Country::all().all(|country| country.alpha2().len() == 2 && country.alpha3().len() == 3));
    }

    #[test]
    fn every_country_is_found_by_its_codes_and_names() {
        for country in Country::all() {
            for name in [country.alpha2(), country.alpha3(), country.name(Lang::Zh), country.name(Lang::En)] {
                assert_eq!(Country::find(name), Some(country), "{name}");
            }
        }
    }

    #[test]
    fn the_generator_folds_and_sorts_as_the_search_does() {
        let keys: Vec<_> = table::KEYS.lines().map(|key| field(key, 0)).collect();
        assert!(keys.is_sorted_by(|earlier, later| earlier < later));
        for key in keys {
            assert_eq!(fold(key), key);
            assert!(Country::find(key).is_some(), "{key}");
        }
    }

    #[test]
    fn what_people_write_is_found() {
        for (code, spellings) in WRITTEN {
            for written in spellings.split('|') {
                let found = Country::find(written).map(Country::alpha2);
                assert_eq!(found, Some(*code), "{written}");
            }
        }
    }

    #[test]
    fn what_names_no_country_or_two_is_not_found() {
        for written in UNKNOWN.split('|') {
            assert_eq!(Country::find(written), None, "{written}");
        }
    }

    #[test]
    fn slips_are_offered_the_countries_near_them() {
        for (written, codes) in SLIPS {
            assert_eq!(alpha2(&Country::nearest(written)), *codes, "{written}");
        }
    }

    #[test]
    fn everyday_names_are_shown() {
        let shown = |code| Country::find(code).map(|country| (country.zh(), country.en()));
        assert_eq!(shown("HK"), Some(("香港", "Hong Kong")));
        assert_eq!(shown("MO"), Some(("澳门", "Macao")));
        assert_eq!(shown("TW"), Some(("台湾", "Taiwan")));
        assert_eq!(shown("AE"), Some(("阿联酋", "United Arab Emirates")));
        assert_eq!(shown("CD"), Some(("刚果（金）", "Congo (DRC)")));
    }
}
