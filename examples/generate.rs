//! Writes a book of N invented customer cards, for benchmarks and load tests.
//!
//! ```sh
//! cargo run --release --example generate -- 10000 /tmp/book      # seed 1
//! cargo run --release --example generate -- 10000 /tmp/book 7    # another book
//! cargo run --release --example generate -- 10000 /tmp/book 1 8  # all customers, 8 orders each
//! ```
//!
//! The same N and seed give the same bytes, and card i is the same whatever N is: each card draws from a random
//! stream of its own. Somewhat over half are customers with 5–10 orders, their payments, quotes, follow-ups, a credit entry
//! and an investigation; the others are prospects. About 2.7 KB a card, 31 countries, names in eight scripts. The
//! dates lie between 2023-01-01 and 2026-11-20, so that `kehu --today 2026-11-23 due` finds a believable share.
//! No firm, person or address is meant; e-mails end in `.example`, and the telephone numbers only have a valid form.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    reason = "a program of its own, not a module of kehu: it reads its arguments and writes files itself"
)]

use std::collections::HashMap;
use std::ffi::OsString;
use std::fmt::{self, Display, Write as _};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str = "usage: generate N DIR [SEED [ORDERS]]\n\
    \n\
    \x20 N       how many cards, 1 or more\n\
    \x20 DIR     where to write the book; must not exist, or be empty\n\
    \x20 SEED    a whole number, 1 if absent; the same N and SEED give the same bytes\n\
    \x20 ORDERS  all are customers, each with so many orders, 2 to 1000";

/// 2023-01-01 and 2026-11-20, a Friday: the first and the last day of any record.
const FIRST: Day = Day(19_358);
const LAST: Day = Day(20_777);

const SALES: [&str; 4] = ["沈嘉禾", "顾远舟", "陆晚晴", "程一帆"];
const FINANCE: &str = "罗静宜";
const MANAGER: &str = "方志恒";

const SETTINGS: &str = r#"# Invented, made by examples/generate.rs
language = "zh-CN"
currency = "CNY"
stage = [
  { folder = "潜在客户", kind = "prospect" },
  { folder = "国外客户", kind = "customer" },
]
rate = [
  { date = 2023-01-01, currency = "USD", value = "6.9500" },
  { date = 2024-01-01, currency = "USD", value = "7.1000" },
  { date = 2025-01-01, currency = "USD", value = "7.1900" },
  { date = 2026-01-01, currency = "USD", value = "7.0200" },
  { date = 2023-01-01, currency = "EUR", value = "7.4200" },
  { date = 2025-01-01, currency = "EUR", value = "7.5300" },
  { date = 2026-01-01, currency = "EUR", value = "8.2400" },
]
person = [
  { name = "沈嘉禾", roles = ["salesperson"], reports_to = "方志恒" },
  { name = "顾远舟", roles = ["salesperson"], reports_to = "方志恒" },
  { name = "陆晚晴", roles = ["salesperson"], reports_to = "方志恒" },
  { name = "程一帆", roles = ["salesperson"], reports_to = "方志恒" },
  { name = "罗静宜", roles = ["finance"] },
  { name = "方志恒", roles = ["sales_manager"], reports_to = "蒋文博" },
  { name = "蒋文博", roles = ["president", "marketing_director"] },
]
grade_check = [{ date = 2026-10-15, by = "罗静宜" }]
"#;

/// How the firms of a language are called: `front` + head + tail + `gap` + trade + `gap` + form, lists parted by `|`.
struct Tongue {
    code: &'static str,
    front: &'static str,
    heads: &'static str,
    tails: &'static str,
    trades: &'static str,
    forms: &'static str,
    people: &'static str,
}

#[rustfmt::skip]
const TONGUES: [Tongue; 17] = [
    Tongue { code: "de", front: "", heads: "Alt|Brunn|Dorn|Eichen|Falken|Grün|Hohen|Jäger|Königs|Linden|Müh|Röt", tails: "bach|berg|feld|hofer|stätt|mann|rieder|thaler", trades: "Lagertechnik|Fördertechnik|Maschinenbau|Industriebedarf|Hebezeuge|Großhandel", forms: "GmbH|AG|KG|GmbH & Co. KG", people: "Anna Weber|Jörg Keller|Sabine Vogt|Lukas Egger" },
    Tongue { code: "fr", front: "", heads: "Beau|Clair|Font|Haute|Long|Mont|Neuf|Roche|Val|Vieux", tails: "bois|champ|lieu|mare|pré|rive|saule|ville", trades: "Manutention|Équipements|Levage|Stockage|Distribution", forms: "SARL|SA|SAS", people: "Claire Duval|Hugo Mercier|Zoé Lefèvre" },
    Tongue { code: "it", front: "", heads: "Bel|Campo|Fonte|Monte|Olmo|Piano|Rocca|Sasso|Torre|Val", tails: "bruna|chiara|fiore|grande|lupo|nera|rossa|verde", trades: "Carrelli|Sollevamento|Magazzini|Forniture|Logistica", forms: "S.r.l.|S.p.A.|S.n.c.", people: "Giulia Neri|Marco Sala|Niccolò Riva" },
    Tongue { code: "es", front: "", heads: "Agua|Casa|Llano|Mira|Monte|Peña|Pino|Rio|Sierra|Torre|Valle|Villa", tails: "blanca|bravo|clara|dorada|flor|luna|mar|nueva|sol|verde", trades: "Almacenes|Equipos Industriales|Montacargas|Suministros|Elevación|Distribuciones", forms: "S.L.|S.A.|y Cía.|S.A. de C.V.", people: "Íñigo Larrea|Jimena Ortuño|Raúl Peña|Lucía Campos" },
    Tongue { code: "pt", front: "", heads: "Alto|Bela|Campo|Carre|Fonte|Mar|Monte|Pedra|Porto|Serra", tails: "alva|clara|forte|lindo|mar|nova|verde|viva", trades: "Equipamentos|Movimentação|Importação|Armazéns|Comércio", forms: "Ltda.|S.A.|ME", people: "Rafael Moura|Lívia Antunes|João Prado" },
    Tongue { code: "pl", front: "", heads: "Biało|Czarno|Dębo|Góro|Jasno|Lipo|Mało|Nowo|Wielko|Złoto", tails: "brzeg|dwór|gród|las|pol|rzecz|staw|wice", trades: "Logistyka|Magazyny|Maszyny|Wózki|Hurtownia", forms: "Sp. z o.o.|S.A.|Sp. k.", people: "Marta Kruk|Paweł Żak|Łukasz Wójcik" },
    Tongue { code: "da", front: "", heads: "Birke|Ege|Fjord|Grøn|Hav|Lynge|Mose|Nord|Sønder|Øster", tails: "bæk|dal|gård|havn|holm|lund|skov|vig", trades: "Lager|Industri|Maskiner|Truck|Engros", forms: "A/S|ApS|I/S", people: "Mette Lund|Søren Krag|Åse Holm" },
    Tongue { code: "en", front: "", heads: "Ash|Black|Bright|Cedar|Deep|Fair|Gold|Iron|North|Pine|Red|Silver|Stone|Wind", tails: "barrow|bridge|brook|field|gate|haven|mere|port|ridge|stead|well|wood", trades: "Handling|Supply|Warehouse Gear|Trading|Tools & Lifting|Equipment", forms: "Ltd|LLC|Inc.|Pty Ltd|Co.", people: "Callum Ferris|Grace Hale|Dana Whitlow|Faisal Nadeem" },
    Tongue { code: "tr", front: "", heads: "Ak|Çam|Deniz|Gök|Güneş|Işık|Kara|Öz|Şen|Yıldız", tails: "bey|can|dağ|kaya|lar|oğlu|taş|yol", trades: "Depo|Makine|İstif|Endüstri|Ticaret", forms: "A.Ş.|Ltd. Şti.|ve Ort.", people: "Deniz Karaca|Çağla Öz|İpek Şahin" },
    Tongue { code: "el", front: "", heads: "Άνω|Βόρειο|Γαλάζιο|Ελαιο|Θαλασσο|Κάτω|Λευκο|Νέο", tails: "βουνο|λιμάνι|νήσι|πέτρα|ρέμα|χώρι", trades: "Αποθήκες|Μηχανήματα|Εμπορική|Ανυψωτικά", forms: "Α.Ε.|Ο.Ε.|Ε.Π.Ε.", people: "Ελένη Πέτρου|Νίκος Λάμπρου" },
    Tongue { code: "bg", front: "", heads: "Бяло|Горно|Долно|Златно|Ново|Синьо|Старо|Черно", tails: "брод|град|езеро|камен|поле|река", trades: "Складова техника|Машини|Търговия|Логистика", forms: "ООД|ЕООД|АД", people: "Иван Колев|Мария Петрова" },
    Tongue { code: "ar", front: "شركة ", heads: "النيل |الوادي |النجم |البحر |الرمال |الواحة ", tails: "الأخضر|الجديد|الذهبي|الكبير|المتحد|المشرق", trades: "للتجارة|للمعدات|للمخازن|للاستيراد", forms: "ش.م.م|ش.ذ.م.م", people: "أحمد منصور|سارة فؤاد" },
    Tongue { code: "vi", front: "Công ty TNHH ", heads: "An |Bình |Đại |Hải |Hòa |Minh |Phú |Tân |Thành |Việt ", tails: "Đức|Hưng|Lợi|Long|Phát|Sơn|Tín|Vinh", trades: "Thiết bị|Kho vận|Cơ khí|Thương mại", forms: "Miền Nam|Miền Bắc|Sài Gòn", people: "Trần Minh Hải|Lê Thu Ngân|Đỗ Quốc Bảo" },
    Tongue { code: "th", front: "บริษัท ", heads: "ไทย|สยาม|ทอง|รุ่ง|ศรี|บูรพา", tails: "เจริญ|พัฒนา|มงคล|รุ่งเรือง|ไพศาล|สมบูรณ์", trades: "คลังสินค้า|เครื่องจักร|การค้า|อุตสาหกรรม", forms: "จำกัด", people: "สมชาย ใจดี|มาลี ทองสุข" },
    Tongue { code: "ja", front: "株式会社", heads: "みなと|あさひ|さくら|ひかり|やまと|みどり|はやぶさ|つばめ", tails: "東|西|南|北|中央|第一", trades: "倉庫機材|物流機器|産業|商会", forms: "販売|製作所|サービス", people: "高梨 悠|水野 さつき" },
    Tongue { code: "ko", front: "주식회사 ", heads: "가람|나래|다솔|라온|마루|바다|새롬|한빛", tails: "동방|서해|남산|북악|중앙|제일", trades: "물류|기계|상사|산업", forms: "코리아|테크|유통", people: "김하늘|박서준" },
    Tongue { code: "zh", front: "", heads: "永|恒|金|盛|海|隆|泰|裕|顺|鸿|宏|嘉", tails: "丰|昌|达|发|和|利|兴|源", trades: "五金贸易|搬运设备|仓储器材|机械", forms: "有限公司|私人有限公司|企业", people: "陈伟强|林美玲|黄志明" },
];

/// Folder, code, language of its firms, city, a valid telephone form (# = any digit), euro instead of dollar.
type Country = (&'static str, &'static str, &'static str, &'static str, &'static str, bool);

#[rustfmt::skip]
const COUNTRIES: [Country; 31] = [
    ("德国", "DE", "de", "Hamburg", "+49 40 66######", true), ("奥地利", "AT", "de", "Linz", "+43 1 5######", true),
    ("瑞士", "CH", "de", "Zürich", "+41 44 2## ## ##", true), ("法国", "FR", "fr", "Lyon", "+33 4 72 ## ## ##", true),
    ("意大利", "IT", "it", "Milano", "+39 02 4#######", true), ("西班牙", "ES", "es", "Zaragoza", "+34 91 4## ## ##", true),
    ("墨西哥", "MX", "es", "Monterrey", "+52 55 5### ####", false), ("智利", "CL", "es", "Santiago", "+56 2 22## ####", false),
    ("阿根廷", "AR", "es", "Rosario", "+54 11 4### ####", false), ("秘鲁", "PE", "es", "Lima", "+51 1 4## ####", false),
    ("巴西", "BR", "pt", "Campinas", "+55 11 3### ####", false), ("葡萄牙", "PT", "pt", "Porto", "+351 21 3## ####", true),
    ("波兰", "PL", "pl", "Poznań", "+48 22 6## ## ##", true), ("丹麦", "DK", "da", "Aarhus", "+45 86 1# ## ##", true),
    ("英国", "GB", "en", "Leeds", "+44 20 7### ####", false), ("美国", "US", "en", "Portland", "+1 503 5## ####", false),
    ("加拿大", "CA", "en", "Hamilton", "+1 416 7## ####", false), ("澳大利亚", "AU", "en", "Melbourne", "+61 3 9### ####", false),
    ("南非", "ZA", "en", "Durban", "+27 11 7## ####", false), ("肯尼亚", "KE", "en", "Nairobi", "+254 72# ######", false),
    ("阿联酋", "AE", "en", "Dubai", "+971 4 3## ####", false), ("土耳其", "TR", "tr", "İzmir", "+90 232 4## ## ##", false),
    ("希腊", "GR", "el", "Πειραιάς", "+30 210 4## ####", true), ("保加利亚", "BG", "bg", "Пловдив", "+359 2 9## ####", true),
    ("埃及", "EG", "ar", "الإسكندرية", "+20 2 2### ####", false), ("越南", "VN", "vi", "Hải Phòng", "+84 28 38## ####", false),
    ("泰国", "TH", "th", "กรุงเทพฯ", "+66 2 6## ####", false), ("日本", "JP", "ja", "横浜市", "+81 3 3### ####", false),
    ("韩国", "KR", "ko", "부산", "+82 2 5## ####", false), ("新加坡", "SG", "zh", "新加坡", "+65 62## ####", false),
    ("马来西亚", "MY", "zh", "槟城", "+60 3 77## ####", false),
];

/// Product and its price in whole dollars.
const PRODUCTS: [(&str, i64); 8] = [
    ("手动搬运车 2.5t", 142),
    ("手动搬运车 3t", 168),
    ("不锈钢搬运车 2t", 465),
    ("半电动搬运车 1.5t", 698),
    ("锂电搬运车 1.5t", 985),
    ("手动堆高车 1t", 428),
    ("升降平台 500kg", 385),
    ("聚氨酯轮套件", 18),
];

const TALKS: [(&str, &str); 10] = [
    ("email", "发新目录和价格"),
    ("email", "确认图纸和铭牌"),
    ("email", "发单据扫描件"),
    ("call", "问库存和下一批的量"),
    ("call", "谈付款方式，未定"),
    ("message", "发车间照片"),
    ("message", "催回签合同"),
    ("meeting", "视频会，看样机"),
    ("exhibition", "广交会见面"),
    ("visit", "看客户仓库"),
];

/// splitmix64: small, fast, the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.roll() >> 1).unwrap_or(0) % (high - low + 1).max(1)
    }

    fn percent(&mut self, share: i64) -> bool {
        self.between(1, 100) <= share
    }

    fn pick<T: Copy>(&mut self, from: &[T; 8]) -> T {
        from[usize::try_from(self.roll() % 8).unwrap_or(0)]
    }

    fn word<'a>(&mut self, list: &'a str) -> &'a str {
        let words = list.split('|').count();
        nth(list, usize::try_from(self.roll() % 64).unwrap_or(0) % words)
    }
}

fn nth(list: &str, place: usize) -> &str {
    list.split('|').nth(place).unwrap_or_default()
}

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Day(i64);

impl Day {
    /// So many days later, moved back to Friday from a weekend.
    fn plus(self, days: i64) -> Self {
        let day = self.0 + days;
        Self(day - ((day + 3).rem_euclid(7) - 4).max(0))
    }
}

impl Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let z = self.0 + 719_468;
        let (era, of_era) = (z.div_euclid(146_097), z.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let (month, day) = ((shifted + 2) % 12 + 1, of_year - (153 * shifted + 2) / 5 + 1);
        write!(f, "{:04}-{month:02}-{day:02}", year + era * 400 + i64::from(month <= 2))
    }
}

/// Money in cents, written with two decimals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Cents(i64);

impl Cents {
    /// So many hundredths of it, rounded half up.
    fn percent(self, share: i64) -> Self {
        Self((self.0 * share + 50) / 100)
    }
}

impl Display for Cents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// One card in the making, and what its parts need of each other.
struct Card {
    text: String,
    dice: Dice,
    /// Place in the book, from 1: part of every number.
    number: u64,
    currency: &'static str,
    owner: &'static str,
    contact: &'static str,
    created: Day,
    last_contact: Day,
}

/// How an order is paid: the card's words, the share paid ahead, and when after shipment the rest comes.
struct Terms {
    pay: &'static str,
    /// In percent.
    deposit: i64,
    /// Negative: before shipment.
    days: i64,
}

/// Where a card goes, and its text.
struct Made {
    stage: &'static str,
    country: &'static str,
    company: String,
    text: String,
}

/// Gives the firms of each language names that do not repeat.
#[derive(Default)]
struct Names(HashMap<&'static str, usize>);

impl Names {
    fn next(&mut self, tongue: &'static Tongue) -> String {
        let given = self.0.entry(tongue.code).or_default();
        let parts = [tongue.heads, tongue.tails, tongue.trades, tongue.forms];
        let counts = parts.map(|list| list.split('|').count());
        let total: usize = counts.iter().product();
        // 7919 is a prime that divides no total, so each name comes up once a round
        let (round, mut place) = (*given / total, *given * 7919 % total);
        *given += 1;
        let mut chosen = [""; 4];
        for ((slot, list), count) in chosen.iter_mut().zip(parts).zip(counts) {
            *slot = nth(list, place % count);
            place /= count;
        }
        let [head, tail, trade, form] = chosen;
        let gap = if matches!(tongue.code, "ja" | "zh") { "" } else { " " };
        let more = if round == 0 { String::new() } else { format!("{gap}{}", round + 1) };
        format!("{}{head}{tail}{more}{gap}{trade}{gap}{form}", tongue.front)
    }
}

/// The folder of a company: what Windows refuses in full-width forms, no dot or space at the end.
fn folder_of(name: &str) -> String {
    let wide = |c: char| match c {
        '/' => '／',
        '\\' => '＼',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '"' => '＂',
        '<' => '＜',
        '>' => '＞',
        '|' => '｜',
        other => other,
    };
    name.chars().map(wide).collect::<String>().trim_end_matches(['.', ' ']).to_owned()
}

/// Ten Crockford base-32 characters, different for every number: an odd factor permutes the 50 bits.
fn id_of(number: u64, seed: u64) -> String {
    const BITS: u64 = (1 << 50) - 1;
    let mixed = (number.wrapping_mul(0x2_545F_4914_F6CD) ^ Dice(seed).roll()) & BITS;
    let mixed = (mixed ^ (mixed >> 25)).wrapping_mul(0x1_D8E4_E27C_47D1) & BITS;
    let character = |place: u64| {
        let value = usize::try_from((mixed >> (5 * place)) & 31).unwrap_or(0);
        char::from(b"0123456789abcdefghjkmnpqrstvwxyz"[value])
    };
    (0..10).rev().map(character).collect()
}

fn make(number: u64, ask: &Ask, names: &mut Names) -> Result<Made, fmt::Error> {
    let seed = ask.seed;
    let mut dice = Dice(Dice(seed).roll() ^ number.wrapping_mul(0xA076_1D64_78BD_642F));
    let at = usize::try_from(dice.roll() % 31).unwrap_or(0);
    let (country, code, language, city, phone, euro) = COUNTRIES[at];
    let tongue = TONGUES.iter().find(|t| t.code == language).unwrap_or(&TONGUES[0]);
    let name = names.next(tongue);
    let customer = dice.percent(55) || ask.orders.is_some();
    let owner = SALES[usize::try_from(dice.roll() % 4).unwrap_or(0)];
    let contact = dice.word(tongue.people);
    let created = if customer { FIRST.plus(dice.between(2, 700)) } else { LAST.plus(-dice.between(60, 500)) };
    let last_contact = match (customer, dice.percent(82)) {
        (true, true) => LAST.plus(-dice.between(0, 52)),
        (true, false) => LAST.plus(-dice.between(60, 120)),
        (false, true) => LAST.plus(-dice.between(0, 25)),
        (false, false) => LAST.plus(-dice.between(30, 55)),
    };
    let digit =
        |c| if c == '#' { char::from(b"0123456789"[usize::try_from(dice.roll() % 10).unwrap_or(0)]) } else { c };
    let phone: String = phone.chars().map(digit).collect();

    let mut text = String::with_capacity(5_000);
    writeln!(text, "id = \"{}\"\nname = \"{name}\"\ncode = \"{code}-{number:05}\"", id_of(number, seed))?;
    if customer {
        writeln!(text, "address = \"No. {}, Sample Road\"", number % 300 + 1)?;
    }
    writeln!(text, "city = \"{city}\"\nphone = \"{phone}\"\nemail = \"info@k{number}.example\"")?;
    writeln!(text, "owner = \"{owner}\"\ncreated = {created}\nlanguage = \"{language}\"")?;
    writeln!(text, "\n[[contact]]\nname = \"{contact}\"\nemail = \"buyer@k{number}.example\"\ndecides = true")?;

    let currency = if euro { "EUR" } else { "USD" };
    let mut card = Card { text, dice, number, currency, owner, contact, created, last_contact };
    if customer {
        card.customer(ask.orders)?;
    } else {
        card.prospect()?;
    }
    let stage = if customer { "国外客户" } else { "潜在客户" };
    Ok(Made { stage, country, company: folder_of(&name), text: card.text })
}

impl Card {
    fn prospect(&mut self) -> fmt::Result {
        if self.dice.percent(6) {
            let asked = LAST.plus(-self.dice.between(0, 4));
            return self.followup(asked, "inquiry", "询价，未回", None);
        }
        if self.dice.percent(30) {
            let lost = self.dice.percent(75);
            let quoted = if lost { self.created.plus(9) } else { self.last_contact };
            self.quote(1, quoted, if lost { "lost" } else { "open" })?;
        }
        if self.dice.percent(15) {
            let (sent, answered) = (self.created.plus(6), self.dice.percent(80));
            let feedback = if answered { "feedback = \"合格\"\n" } else { "" };
            write!(
                self.text,
                "\n[[sample]]\ndate = {sent}\nproduct = \"手动搬运车 2.5t\"\ncourier = \"DHL\"\n{feedback}"
            )?;
        }
        let talks = self.dice.between(3, 7);
        self.followups(talks)
    }

    fn customer(&mut self, orders: Option<i64>) -> fmt::Result {
        let grade = self.dice.pick(&["A", "B", "B", "C", "C", "D", "D", ""]);
        let terms = match grade {
            "A" => Terms { pay: r#"deposit = "0.20", balance = "oa", days = 45"#, deposit: 20, days: 45 },
            "B" | "C" => Terms { pay: r#"deposit = "0.30", balance = "bl_copy""#, deposit: 30, days: 7 },
            "D" => Terms { pay: r#"balance = "advance""#, deposit: 100, days: 0 },
            _ => Terms { pay: r#"deposit = "0.30", balance = "before_shipment""#, deposit: 30, days: -3 },
        };
        let start = self.created.plus(30);
        writeln!(
            self.text,
            "\n[profile]\nsize = \"{}\"\n\n[trade]\nreputation = \"{}\"\n\n[payment_profile]\nattitude = \"守信\"\n\
             timing = \"到期前后\"\nbank = \"当地银行，T/T\"\ncontroller = \"{}\"\nmethod = \"{}% 定金\"\n\n\
             [start]\ntrading_card = {start}",
            self.dice.word("large|medium|small"),
            self.dice.word("high|good|fair"),
            self.contact,
            terms.deposit,
        )?;
        let quoted = self.created.plus(14);
        self.quote(1, quoted, "won")?;
        let usual = self.dice.pick(&[5, 5, 5, 5, 5, 5, 6, 10]);
        let orders = orders.unwrap_or(usual);
        let (first, last) = (start.plus(10), LAST.plus(-self.dice.between(3, 150)));
        let mut smallest = Cents(i64::MAX);
        for k in 0..orders {
            let day = first.plus((last.0 - first.0) * k / (orders - 1));
            let total = self.order(k + 1, day, &terms)?;
            smallest = smallest.min(total);
        }
        if self.dice.percent(12) {
            self.quote(2, self.last_contact, "open")?;
        }
        let talks = self.dice.between(6, 9);
        self.followups(talks)?;
        if !grade.is_empty() {
            let from = LAST.plus(-self.dice.between(20, 330));
            writeln!(self.text, "\n[[credit]]\nfrom = {from}\ngrade = \"{grade}\"")?;
            if grade == "A" {
                let (limit, until) = (smallest.0 / 100, Day(from.0 + 364));
                writeln!(
                    self.text,
                    "limit = \"{limit}\"\ncurrency = \"{}\"\nvalid_until = {until}\nterm_days = {}",
                    self.currency, terms.days
                )?;
            }
        }
        self.investigation(grade)
    }

    /// An investigation, in eight of ten cards completed lately enough for the grade.
    fn investigation(&mut self, grade: &str) -> fmt::Result {
        let span = match grade {
            "A" => 170,
            "B" => 84,
            _ => 25,
        };
        let ago = if self.dice.percent(80) { self.dice.between(0, span) } else { self.dice.between(span, span + 40) };
        let done = LAST.plus(-ago);
        write!(
            self.text,
            "\n[[investigation]]\ndate = {done}\nby = \"{}\"\nassessed_by = \"{FINANCE}\"\nchannels = [\"internal\"]\n",
            self.owner
        )?;
        writeln!(
            self.text,
            "trade = \"按期付款\"\ntrade_source = \"收款记录\"\ncompleted = {done}\nreported = {done}\nreported_to = \"{MANAGER}\""
        )
    }

    fn quote(&mut self, k: i64, day: Day, outcome: &str) -> fmt::Result {
        let (product, price) = self.dice.pick(&PRODUCTS);
        let until = Day(day.0 + 30);
        writeln!(
            self.text,
            "\n[[quote]]\nnumber = \"Q-{:05}-{k}\"\ndate = {day}\ncurrency = \"{}\"\nterms = \"FOB Ningbo\"\nvalid_until = {until}",
            self.number, self.currency
        )?;
        writeln!(self.text, "outcome = \"{outcome}\"")?;
        if outcome != "open" {
            writeln!(self.text, "closed = {}", day.plus(20))?;
        }
        writeln!(
            self.text,
            "items = [ {{ product = \"{product}\", quantity = {}, unit_price = \"{price}.00\" }} ]",
            self.dice.between(2, 20) * 5
        )
    }

    /// An order with its payments; returns its total.
    fn order(&mut self, k: i64, day: Day, terms: &Terms) -> Result<Cents, fmt::Error> {
        let number = format!("PI-{:05}-{k}", self.number);
        let mut items = Vec::new();
        let mut total = 0;
        for _ in 0..if self.dice.percent(25) { 2 } else { 1 } {
            let (product, list_price) = self.dice.pick(&PRODUCTS);
            let quantity = self.dice.between(2, 24) * 5;
            let price = Cents(list_price * 100 + self.dice.between(-9, 9) * 50);
            let off = if self.dice.percent(12) { self.dice.between(2, 5) } else { 0 };
            let discount = if off > 0 { format!(", discount = \"0.0{off}\"") } else { String::new() };
            items.push(format!(
                "{{ product = \"{product}\", quantity = {quantity}, unit_price = \"{price}\"{discount} }}"
            ));
            total += Cents(quantity * price.0).percent(100 - off).0;
        }
        let items = match items.as_slice() {
            [one] => format!("[ {one} ]"),
            more => format!("[\n  {},\n]", more.join(",\n  ")),
        };
        let shipped = day.plus(self.dice.between(35, 60));
        let status = match LAST.0 - shipped.0 {
            36.. => "delivered",
            0..=35 => "shipped",
            _ if LAST.0 - day.0 > 7 => "production",
            _ => "confirmed",
        };
        writeln!(
            self.text,
            "\n[[order]]\nnumber = \"{number}\"\ndate = {day}\ncurrency = \"{}\"\npay = {{ {} }}\nitems = {items}\n\
             status = \"{status}\"",
            self.currency, terms.pay
        )?;
        if shipped <= LAST {
            writeln!(self.text, "shipped = {shipped}")?;
        }
        let late = match terms.days {
            ..0 => 0,
            _ if self.dice.percent(10) => self.dice.between(5, 40),
            _ => self.dice.between(-2, 2),
        };
        let (begun, settled) = (day.plus(self.dice.between(3, 6)), shipped.plus(terms.days + late));
        let ahead = Cents(total).percent(terms.deposit);
        let rest = total - ahead.0;
        let fee = if self.dice.percent(8) { 2_500.min(rest / 2) } else { 0 };
        self.payment(begun, ahead, &number, false)?;
        self.payment(settled, Cents(rest - fee), &number, false)?;
        self.payment(settled, Cents(fee), &number, true)?;
        Ok(Cents(total))
    }

    /// A payment, unless it is nothing or its day has not come yet.
    fn payment(&mut self, day: Day, amount: Cents, order: &str, charge: bool) -> fmt::Result {
        if day > LAST || amount.0 == 0 {
            return Ok(());
        }
        writeln!(
            self.text,
            "\n[[payment]]\ndate = {day}\namount = \"{amount}\"\ncurrency = \"{}\"\norder = \"{order}\"",
            self.currency
        )?;
        if charge {
            self.text.push_str("kind = \"bank_charge\"\n");
        }
        Ok(())
    }

    /// The inquiry, the answer, and talks up to the last contact; one in five asks for a next step.
    fn followups(&mut self, talks: i64) -> fmt::Result {
        self.followup(self.created, "inquiry", "询价", None)?;
        self.followup(
            self.created.plus(if (self.created.0 + 3).rem_euclid(7) == 4 { 3 } else { 1 }),
            "email",
            "已回复报价资料",
            None,
        )?;
        for k in 3..=talks {
            let day = self.created.plus(7 + (self.last_contact.0 - self.created.0 - 7) * (k - 2) / (talks - 2));
            let (kind, summary) = TALKS[usize::try_from(self.dice.roll() % 10).unwrap_or(0)];
            let next = (k == talks && self.dice.percent(20)).then(|| day.plus(self.dice.between(7, 40)));
            self.followup(day, kind, summary, next)?;
        }
        Ok(())
    }

    fn followup(&mut self, day: Day, kind: &str, summary: &str, next: Option<Day>) -> fmt::Result {
        writeln!(
            self.text,
            "\n[[followup]]\ndate = {day}\nkind = \"{kind}\"\nby = \"{}\"\nsummary = \"{summary}\"",
            self.owner
        )?;
        next.map_or(Ok(()), |day| writeln!(self.text, "next = {day}"))
    }
}

/// What a run was asked to do.
struct Ask {
    cards: u64,
    dir: PathBuf,
    seed: u64,
    /// How many orders each has; then all are customers.
    orders: Option<i64>,
}

impl Ask {
    /// None where the arguments do not fit the usage.
    fn read(mut args: impl Iterator<Item = OsString>) -> Option<Self> {
        let cards = args.next()?.to_str()?.parse().ok().filter(|&n| n > 0)?;
        let dir = PathBuf::from(args.next().filter(|dir| !dir.is_empty())?);
        let seed = args.next().map_or(Some(1), |seed| seed.to_str()?.parse().ok())?;
        let orders = match args.next() {
            Some(orders) => Some(orders.to_str()?.parse().ok().filter(|n| (2..=1000).contains(n))?),
            None => None,
        };
        args.next().is_none().then_some(Self { cards, dir, seed, orders })
    }
}

fn at(path: &Path) -> impl Fn(io::Error) -> String + '_ {
    move |error| format!("{}: {error}", path.display())
}

/// Writes the book; returns the bytes in its cards.
fn write_book(ask: &Ask) -> Result<u64, String> {
    fs::create_dir_all(&ask.dir).map_err(at(&ask.dir))?;
    if fs::read_dir(&ask.dir).map_err(at(&ask.dir))?.next().is_some() {
        return Err(format!("{}: not empty; name a new folder", ask.dir.display()));
    }
    let settings = ask.dir.join("kehu.toml");
    fs::write(&settings, SETTINGS).map_err(at(&settings))?;
    let (mut names, mut bytes) = (Names::default(), 0);
    for number in 1..=ask.cards {
        let made = make(number, ask, &mut names).map_err(|error| error.to_string())?;
        let folder = ask.dir.join(made.stage).join(made.country).join(&made.company);
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        let file = folder.join("card.toml");
        fs::write(&file, &made.text).map_err(at(&file))?;
        bytes += u64::try_from(made.text.len()).unwrap_or(0);
    }
    Ok(bytes)
}

fn main() -> ExitCode {
    let Some(ask) = Ask::read(env::args_os().skip(1)) else {
        let _ = writeln!(io::stderr(), "{USAGE}");
        return ExitCode::from(2);
    };
    match write_book(&ask) {
        Ok(bytes) => {
            let _ = writeln!(
                io::stdout(),
                "{}: {} cards, {} bytes a card",
                ask.dir.display(),
                ask.cards,
                bytes / ask.cards
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            let _ = writeln!(io::stderr(), "generate: {error}");
            ExitCode::from(2)
        }
    }
}
