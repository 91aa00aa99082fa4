//! Names of firms without what says only in which form they are registered.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters below which a name says nothing.
const LETTERS: usize = 3;

/// Behind the name; of several words the longer first. Dots are gone by then: `S.p.A.` is `spa`.
const BEHIND: &str = "\
    limited liability company|sociedad anonima|societe anonyme|sanayi ve ticaret|san ve tic|sp z oo|spz oo|s de rl|\
    de cv|de rl|anonim sirketi|and co|et cie|and cie|und co|gmbh|mbh|ggmbh|ag|kg|kgaa|ohg|ug|haftungsbeschrankt|ek|\
    ev|gbr|se|ltd|limited|coltd|ltda|lda|limitada|co|company|inc|incorporated|corp|corporation|llc|llp|lp|plc|pc|\
    dba|pty|pvt|private|pte|public|bhd|sdn|tbk|persero|opc|sa|sas|sasu|sarl|eurl|snc|sca|scs|spa|srl|srls|sapa|sl|\
    slu|sau|sapi|eireli|cia|cie|bv|nv|bvba|sprl|vof|cv|ab|hb|as|asa|aps|oy|oyj|ehf|hf|spzoo|spj|spk|sro|doo|dd|ad|\
    ead|eood|ood|kft|zrt|nyrt|bt|srlu|ou|uab|sia|ooo|oao|zao|pao|tov|epe|ike|sti|sirketi|tic|ticaret|sanayi|fze|\
    fzco|fzc|fz|dmcc|dwc|est|wll|spc|bsc|ksc|kscc|qsc|saog|saoc|saoe|sae|sal|jsc|ojsc|cjsc|pjsc|psc|kk|gk|yk|株|有|주|\
    유|ооо|оао|зао|пао|ао|ип|тоо|тов|пп|еоод|оод|δοο|αε|επε";

/// Before the name.
const BEFORE: &str = "\
    cong ty co phan|cong ty tnhh|cong ty|m s|ms|messrs|the|firma|fa|pt|cv|ooo|oao|zao|pao|tov|llc|jsc|ojsc|uab|sia|\
    ou|sarl|sas|株|有|주|유|ооо|оао|зао|пао|ао|ип|тоо|тов|чп|пп|شركه";

/// Written without a blank before or behind the name; the longer first.
const JOINED: &str = "\
    股份有限公司|有限责任公司|有限責任公司|集团有限公司|集團有限公司|有限公司|公司|株式会社|株式會社|有限会社|合同会社|주식회사|유한회사|유한책임회사";

/// The name as names are compared: accents, case, punctuation and legal form folded away; `None` where too little is
/// left to tell one firm from another.
pub fn core(name: &str) -> Option<String> {
    let words = words(name);
    let mut rest: &[String] = &words;
    while let Some(fewer) = without_last(rest).or_else(|| without_first(rest)) {
        rest = fewer;
    }
    let joined = rest.concat();
    let core = without_joined(&joined);
    (core.chars().count() >= LETTERS).then(|| core.replace("ae", "a").replace("oe", "o").replace("ue", "u"))
}

fn without_last(words: &[String]) -> Option<&[String]> {
    BEHIND.split('|').find_map(|form| {
        let (rest, last) = words.split_at_checked(words.len().checked_sub(form.split(' ').count())?)?;
        last.iter().eq(form.split(' ')).then_some(rest)
    })
}

fn without_first(words: &[String]) -> Option<&[String]> {
    BEFORE.split('|').find_map(|form| {
        let (first, rest) = words.split_at_checked(form.split(' ').count())?;
        first.iter().eq(form.split(' ')).then_some(rest)
    })
}

fn without_joined(name: &str) -> &str {
    let rest = JOINED.split('|').find_map(|form| name.strip_suffix(form).or_else(|| name.strip_prefix(form)));
    rest.unwrap_or(name)
}

/// The words of a name: small letters without accents, single letters put together (`S. p. A.`, `A/S`).
fn words(name: &str) -> Vec<String> {
    // marks that make another sound of a Japanese sign belong to it; those of Latin letters are left out by many
    let folded: String = name
        .nfkd()
        .filter(|c| !is_combining_mark(*c) || matches!(c, '\u{3099}' | '\u{309a}'))
        .flat_map(char::to_lowercase)
        .nfc()
        .collect();
    let mut spelled = String::with_capacity(folded.len());
    for c in folded.chars() {
        match c {
            'ß' => spelled.push_str("ss"),
            'æ' => spelled.push_str("ae"),
            'œ' => spelled.push_str("oe"),
            'þ' => spelled.push_str("th"),
            'ø' => spelled.push('o'),
            'đ' | 'ð' => spelled.push('d'),
            'ł' => spelled.push('l'),
            'ı' => spelled.push('i'),
            '&' | '+' => spelled.push_str(" and "),
            '.' | '\'' | '’' | '`' | '´' => {}
            c if c.is_alphanumeric() => spelled.push(c),
            _ => spelled.push(' '),
        }
    }
    let mut words: Vec<String> = Vec::new();
    let mut letters = false;
    for word in spelled.split_whitespace() {
        let word = if word == "und" { "and" } else { word };
        let letter = word.len() == 1;
        match words.last_mut() {
            Some(last) if letter && letters => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
        letters = letter;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_firm_in_many_spellings_is_one() {
        for spellings in [
            "Müller Maschinenbau GmbH|MUELLER MASCHINENBAU|Mu\u{308}ller-Maschinenbau G.m.b.H.|Müller Maschinenbau GmbH & Co. KG|Müller Maschinenbau AG",
            "Acme Tools Ltd|ACME TOOLS LIMITED|Acme Tools Co., Ltd.|Acme Tools Co.Ltd|AcmeTools Inc.|The Acme Tools Company|Acme Tools, LLC|Acme Tools Pty. Ltd.|Acme Tools Pvt. Ltd|Acme Tools (Pvt) Limited|Acme Tools Private Limited|Acme Tools FZ-LLC|Acme Tools L.L.C.|M/s Acme Tools|Acme Tools Pte Ltd|Acme Tools Sdn. Bhd.|PT Acme Tools Tbk|Acme Tools W.L.L",
            "Ferramenta Rossi S.p.A.|Ferramenta Rossi SpA|FERRAMENTA ROSSI S. P. A.|Ferramenta Rossi S.r.l.|Ferramenta Rossi Srl",
            "Herramientas García S.A. de C.V.|HERRAMIENTAS GARCIA SA DE CV|Herramientas Garcia S. de R.L. de C.V.|Herramientas García, S.L.|Herramientas Garcia Ltda.",
            "Société Dupont|Societe Dupont SARL|SARL Société Dupont|Société Dupont S.A.S.|Société Dupont & Cie",
            "Smith & Sons Ltd|Smith and Sons|SMITH + SONS PLC",
            "Jensen Værktøj A/S|Jensen Vaerktoj ApS|JENSEN VÆRKTØJ",
            "Nowak Narzędzia Sp. z o.o.|Nowak Narzedzia sp.z o.o.|NOWAK NARZEDZIA",
            "Yılmaz Makina San. ve Tic. Ltd. Şti.|Yilmaz Makina A.Ş.|YILMAZ MAKİNA Sanayi ve Ticaret Limited Şirketi",
            "ООО «Ромашка»|Ромашка, ООО|ЗАО \"Ромашка\"",
            "OOO Romashka|Romashka LLC|LLC \"Romashka\"",
            "Novák s.r.o.|Novak, s. r. o.|NOVAK a.s.",
            "宁波远洋机械有限公司|宁波远洋机械股份有限公司|宁波远洋机械 有限公司|宁波远洋机械有限责任公司|宁波远洋机械",
            "株式会社アクメ工業|アクメ工業株式会社|アクメ工業㈱|（株）アクメ工業|アクメ工業 (株)",
            "주식회사 한국공구|한국공구(주)|한국공구 주식회사",
            "ＡＣＭＥ　ＴＯＯＬＳ|Acme Tools",
        ] {
            let cores: std::collections::BTreeSet<_> = spellings.split('|').map(core).collect();
            assert_eq!(cores.len(), 1, "{cores:?}");
            assert!(cores.iter().all(Option::is_some), "{spellings}");
        }
    }

    #[test]
    fn different_firms_stay_different() {
        let names = [
            "Müller Maschinenbau GmbH",
            "Müller Anlagenbau GmbH",
            "Acme (Germany) GmbH",
            "Acme (France) SAS",
            "Smith & Sons",
            "Smith & Daughters",
            "宁波远洋机械有限公司",
            "宁波远洋工具有限公司",
            "上海远洋机械有限公司",
            "ガス工業株式会社",
            "カス工業株式会社",
            "Company Store",
            "Costa Tools",
            "Asa Tools",
            "ООО Ромашка",
            "ООО Рома",
        ];
        let cores: std::collections::BTreeSet<_> = names.iter().map(|name| core(name)).collect();
        assert_eq!(cores.len(), names.len(), "{cores:?}");
    }

    #[test]
    fn names_of_which_too_little_is_left_are_no_ground() {
        for name in ["", "AB GmbH", "A.B. Ltd", "3M Co.", "LG", "Co., Ltd.", "GmbH", "有限公司", "联想有限公司", "!!!"]
        {
            assert_eq!(core(name), None, "{name}");
        }
    }
}
