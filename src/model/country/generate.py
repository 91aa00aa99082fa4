#!/usr/bin/env python3
"""Write table.rs, the countries of ISO 3166-1 and the names people write for them, from the Unicode CLDR.

    python3 src/model/country/generate.py               fetch the CLDR's npm packages and write table.rs
    python3 src/model/country/generate.py --from DIR    the same from DIR/cldr-core and DIR/cldr-localenames-full

Codes come from `cldr-core`, names from `cldr-localenames-full`; the names below are those the CLDR lacks.
Standard library only. The same input gives the same bytes. Nothing is written when a name would mean two countries.
"""

import argparse
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from pathlib import Path

CLDR = "48"  # `npm pack` takes the newest 48.x
PACKAGES = ("cldr-core", "cldr-localenames-full")
LOCALES = ("zh", "zh-Hant", "zh-Hant-HK", "en")
COUNTRIES = 249
TEXT_LIMIT = 65_535  # mod.rs numbers the lines' starts with u16

# ---------------------------------------------------------------------------------------------------------------------
# Shown names: where the CLDR's first form is formal or clumsy, another form of its own is shown; where it has no
# everyday Chinese name, one kept by hand. The first form is still found.

FORM_SHOWN = {
    "zh": {"HK": "short", "MO": "short", "PS": "short"},
    "en": {"CD": "variant", "CG": "variant", "HK": "short", "MM": "short", "MO": "short", "PS": "short"},
}
BY_HAND = {"zh": {"AE": "阿联酋", "BA": "波黑", "DO": "多米尼加"}, "en": {}}

# ---------------------------------------------------------------------------------------------------------------------
# Further names, kept by hand: ISO 3166-1 short names, Chinese customs (海关国别地区代码) and GB/T 2659 names, everyday
# abbreviations, former names still written, and the country's own name where letterheads carry it. Chinese ones are
# simplified: their traditional spelling is added below.
#
# Left out because they name two countries or none: 刚果/Congo, 圣马丁 (French and Dutch parts), 维尔京群岛/Virgin
# Islands, 中华民国/Republic of China, 科索沃/Kosovo (no ISO 3166-1 code). `Country::nearest` offers the candidates.

FURTHER = """
AD 安道尔公国 | Principality of Andorra
AE UAE | Emirates | United Arab Emirates (UAE)
AF 阿富汗伊斯兰酋长国 | Islamic Republic of Afghanistan
AG 安提瓜 | 安提瓜及巴布达 | Antigua
AR Argentine Republic
AS 东萨摩亚 | 美属萨摩亚群岛
AT 奥国 | Österreich | Oesterreich
AU 澳大利亚联邦 | Commonwealth of Australia
AW 阿鲁巴岛
AX 奥兰 | Aland
BA 波斯尼亚 | 波斯尼亚-黑塞哥维那 | 波斯尼亚与黑塞哥维那 | Bosnia-Herzegovina
BD 孟加拉人民共和国 | People's Republic of Bangladesh
BE 比利时王国 | België | Belgique
BL 圣巴泰勒米岛
BM 百慕大群岛
BN 文莱达鲁萨兰国 | Brunei Darussalam
BO 多民族玻利维亚国 | Bolivia, Plurinational State of | Plurinational State of Bolivia
BQ 博内尔 | 博奈尔、圣尤斯特歇斯和萨巴 | 博纳尔、圣尤斯特歇斯和萨巴 | Bonaire | Bonaire, Sint Eustatius and Saba
BR 巴西联邦共和国 | Brasil | Federative Republic of Brazil
BS 巴哈马国 | Commonwealth of the Bahamas
BV 布维岛
BW 博茨瓦那
BY 白俄 | Belorussia | Byelorussia
CC 科科斯群岛 | 基林群岛 | Keeling Islands
CD 刚果民主 | 民主刚果 | 刚果（金沙萨） | 刚果民主共和国（金） | 扎伊尔 | DRC | DR Congo | Democratic Republic of the Congo | Congo, the Democratic Republic of the | Congo, Democratic Republic | Congo, Dem. Rep. | Zaire
CF 中非
CG 刚果（布拉柴维尔） | 刚果共和国（布） | Republic of the Congo | Congo, Republic of the | Congo, Rep.
CH 瑞士联邦 | Swiss Confederation | Schweiz | Suisse | Svizzera
CI 象牙海岸共和国 | 科特迪瓦共和国 | Cote Ivoire | Republic of Côte d'Ivoire
CK 库克
CM Cameroun
CN 中华人民共和国 | 中国大陆 | 中国内地 | P.R. China | PRC | People's Republic of China | Mainland China | China, People's Republic of | China Mainland
CV 佛得角群岛
CW 库拉索岛 | 库腊索 | 库腊索岛
CX 圣诞群岛
CZ Česko | Czech | Czech Rep.
DE 德意志 | 德意志联邦共和国 | 联邦德国 | Deutschland | Federal Republic of Germany
DK 丹麦王国 | Danmark
DM 多米尼克国 | 多米尼克联邦 | 多米尼克岛 | Commonwealth of Dominica
DO 多明尼加 | Dominican Rep. | República Dominicana
DZ 阿尔及利亚民主人民共和国 | People's Democratic Republic of Algeria | Algérie
EE Eesti
EG 阿拉伯埃及共和国 | Arab Republic of Egypt
EH 阿拉伯撒哈拉民主共和国
ER 厄立特里亚国 | State of Eritrea
ES 西班牙王国 | España
ET 埃塞俄比亚联邦民主共和国 | Federal Democratic Republic of Ethiopia
FI Suomi
FJ 斐济群岛 | Fiji Islands
FK 马尔维纳斯群岛 | 福克兰 | Falkland | Falklands | Malvinas | Islas Malvinas | Falkland Islands (Malvinas)
FM 密克罗尼西亚联邦 | Federated States of Micronesia | Micronesia, Federated States of
FO 法罗 | 法罗岛 | 法鲁群岛 | Faroes | Faeroe Islands | Faroe
FR 法兰西 | 法兰西共和国 | French Republic
GA Gabonese Republic
GB 大不列颠 | 不列颠 | 大不列颠及北爱尔兰联合王国 | 联合王国 | 英格兰 | 苏格兰 | 威尔士 | 北爱尔兰 | Great Britain | Britain | England | Scotland | Wales | Northern Ireland | United Kingdom (UK) | United Kingdom of Great Britain and Northern Ireland
GE 佐治亚共和国 | Republic of Georgia
GF 法属圭那亚
GG 根西 | 格恩西 | 格恩西岛
GL 格陵兰岛
GP 瓜德鲁普 | 瓜德罗普岛
GR 希腊共和国 | Hellas | Hellenic Republic
GS 南乔治亚岛和南桑威奇群岛 | 南乔治亚岛和南桑德韦奇岛 | 南乔治亚岛与南桑威奇群岛
GY 圭亚那合作共和国 | Co-operative Republic of Guyana | Republic of Guyana
HK 中国香港 | 香港特区 | 香港特别行政区 | 中华人民共和国香港特别行政区 | Hong Kong SAR | HKSAR | Hong Kong, China | China Hong Kong | Hong Kong Special Administrative Region of China
HM 赫德岛 | 赫德和麦克唐纳群岛 | Heard Island and McDonald Islands
HR Hrvatska
HU Magyarország
ID 印度尼西亚共和国
IE 爱尔兰共和国 | Éire | Republic of Ireland
IL 以色列国 | State of Israel
IM 马恩 | 英国属地曼岛
IN 印度共和国 | Bharat
IO 英属印度洋 | Chagos Islands
IR 伊朗伊斯兰共和国 | Islamic Republic of Iran | Iran, Islamic Republic of
IS 冰岛共和国 | Ísland
IT Italia | Italian Republic
JE 泽西
JO 约旦哈希姆王国 | 约旦哈希米王国 | Hashemite Kingdom of Jordan
JP 日本国 | Nippon | Nihon
KG 吉尔吉斯共和国 | Kyrgyz Republic | Kirghizia | Kyrgyz
KH 高棉 | 柬埔寨王国 | Kampuchea
KM 科摩罗联盟 | 科摩罗群岛 | Union of the Comoros | Comoro Islands
KN 圣基茨 | 圣其茨和尼维斯 | 圣基茨与尼维斯 | 圣基茨-尼维斯联邦 | St. Kitts | Saint Christopher and Nevis
KP 北朝鲜 | 朝鲜民主主义人民共和国 | DPRK | D.P.R. Korea | Korea, North | Democratic People's Republic of Korea | Korea, Democratic People's Republic of
KR 大韩民国 | 南朝鲜 | Korea | ROK | R.O. Korea | S. Korea | Korea, South | Republic of Korea | Korea, Republic of | Hanguk
KY 开曼 | Cayman | Grand Cayman | Caymans
LA 老挝人民民主共和国 | Lao PDR | Lao People's Democratic Republic
LB Lebanese Republic | Liban
LC 圣卢西亚岛
LI 列支敦士登公国 | Principality of Liechtenstein
LK 斯里兰卡民主社会主义共和国 | 锡兰 | Ceylon | Democratic Socialist Republic of Sri Lanka
LT Lietuva
LU 卢森堡大公国 | Luxemburg | Grand Duchy of Luxembourg
LV Latvija
LY 利比亚国 | State of Libya | Libyan Arab Jamahiriya
MA Maroc
MC 摩纳哥公国 | Principality of Monaco
MD 摩尔达维亚 | Moldova, Republic of | Moldavia
ME 门的内哥罗 | Crna Gora
MF 圣马丁（法属） | 圣马丁（法国部分） | 圣马丁（法） | Saint Martin (French part)
MH 马绍尔 | 马绍尔群岛共和国 | Republic of the Marshall Islands
MK 马其顿 | 前南马其顿 | 马其顿共和国 | 前南斯拉夫马其顿共和国 | Macedonia | FYROM | Macedonia, the former Yugoslav Republic of
MM 缅甸联邦 | 缅甸联邦共和国 | Burma | Republic of the Union of Myanmar
MN 蒙古国
MO 中国澳门 | 澳门特区 | 澳门特别行政区 | 中华人民共和国澳门特别行政区 | Macau | Macau SAR | Macao SAR | Macao, China | Macau, China | China Macao | China Macau | Macao Special Administrative Region of China
MP 北马里亚纳 | 北马里亚纳自由联邦 | 北马里亚纳群岛自由联邦 | 塞班 | Saipan | Northern Marianas | Commonwealth of the Northern Mariana Islands
MQ 马提尼克岛
MR 毛里塔尼亚伊斯兰共和国 | Islamic Republic of Mauritania
MS 蒙特塞拉特岛
MX 墨西哥合众国 | Méjico | United Mexican States
MY 大马 | 马来 | Federation of Malaysia
MZ Moçambique
NA 西南非洲
NC 新喀里多尼亚群岛
NG 尼日利亚联邦共和国 | Federal Republic of Nigeria
NL 荷兰王国 | 尼德兰 | Holland | Nederland | Netherland | Kingdom of the Netherlands | Netherlands, Kingdom of the
NO 挪威王国 | Norge
NP 尼泊尔联邦民主共和国 | Federal Democratic Republic of Nepal
NZ N. Zealand
OM 阿曼苏丹国 | Sultanate of Oman
PF 大溪地 | 塔希提 | 法属玻利尼西亚 | Tahiti
PG 巴新 | Independent State of Papua New Guinea
PH Pilipinas | Philippine | Republic of the Philippines
PK 巴基斯坦伊斯兰共和国 | Islamic Republic of Pakistan
PL Polska
PM 圣皮埃尔和密克隆 | 圣皮埃尔岛和密克隆岛
PN 皮特凯恩 | Pitcairn Island
PR 波多黎各自由邦
PS 巴勒斯坦国 | State of Palestine | Palestine, State of | Palestinian Territory, Occupied | Occupied Palestinian Territory
PT Portuguese Republic
PW 贝劳 | 帕劳群岛 | Belau
QA 卡塔尔国 | State of Qatar
RE 留尼汪岛
RO Rumania
RS Srbija
RU 俄国 | 俄联邦 | 俄罗斯联邦 | Russian Federation | Rossiya | Rossija
SA 沙特 | 沙特阿拉伯王国 | 沙地 | Saudi | KSA | Kingdom of Saudi Arabia
SB 所罗门 | Solomons
SD 北苏丹
SE 瑞典王国 | Sverige
SG 星加坡
SH 圣赫勒拿、阿森松和特里斯坦-达库尼亚 | Saint Helena, Ascension and Tristan da Cunha
SI Slovenija
SJ 斯瓦尔巴群岛 | 斯瓦尔巴岛和扬马延岛 | 斯瓦尔巴特和扬马延 | Svalbard
SK 斯洛伐克共和国 | Slovak Republic | Slovensko | Slovak
SO 索马里联邦共和国 | Federal Republic of Somalia
ST 圣多美 | 圣多美与普林西比 | 圣多美民主共和国 | Democratic Republic of Sao Tome and Principe
SV Republic of El Salvador
SX 圣马丁（荷属） | 圣马丁岛（荷属） | 圣马丁（荷兰部分） | 圣马丁（荷） | Sint Maarten (Dutch part)
SY 阿拉伯叙利亚共和国 | Syrian Arab Republic
SZ 斯威士兰王国 | Kingdom of Eswatini
TC 特克斯和凯科斯 | 特克斯群岛和凯科斯群岛
TF 法属南半球领地 | 法属南部和南极领地 | French Southern and Antarctic Lands
TG Togolese Republic
TJ Tadjikistan
TL 东帝汶民主共和国 | Democratic Republic of Timor-Leste
TN Tunisie
TR Republic of Turkey | Turkey (Türkiye) | Türkiye (Turkey)
TT 特立尼达 | 特立尼达与多巴哥 | 千里达 | Trinidad
TW 中国台湾 | 中国台湾省 | 台湾省 | 中国台北 | 中华台北 | 台湾地区 | 中国台湾地区 | 台澎金马关税区 | 臺灣 | 臺灣省 | 中國臺灣 | Taiwan, China | China Taiwan | Taiwan, Province of China | Chinese Taipei | Taiwan Province
TZ 坦桑尼亚联合共和国 | 坦桑 | Tanzania, United Republic of | United Republic of Tanzania
UA Ukraina
UM 美国本土外小岛 | United States Minor Outlying Islands | US Minor Outlying Islands | United States Outlying Islands
US 美利坚 | 美利坚合众国 | America | United States of America | United States (USA)
UY 乌拉圭东岸共和国 | Eastern Republic of Uruguay | Oriental Republic of Uruguay
UZ 乌兹别克共和国
VA 梵蒂冈城 | 梵蒂冈城国 | 教廷 | 圣座 | 罗马教廷 | Vatican | Holy See | Holy See (Vatican City State) | Vatican City State
VC 圣文森特 | 圣文森特与格林纳丁斯 | St. Vincent
VE 委内瑞拉玻利瓦尔共和国 | Bolivarian Republic of Venezuela | Venezuela, Bolivarian Republic of
VG 英属处女群岛 | 英属维尔京 | 维尔京群岛（英属） | BVI | Virgin Islands (British)
VI 美属处女群岛 | 美属维尔京 | 维尔京群岛（美属） | USVI | Virgin Islands (U.S.) | Virgin Islands of the United States
VN 越南社会主义共和国 | Socialist Republic of Viet Nam
WF 瓦利斯和浮图纳 | 瓦利斯群岛和富图纳群岛 | 瓦利斯和富图纳群岛
WS 西萨摩亚 | 萨摩亚独立国 | Western Samoa | Independent State of Samoa
ZA 南非共和国 | RSA | South African Republic
"""

# Formal names that follow a pattern, by the shown name of the country.
PATTERNS = {
    "{zh}共和国": """AL AM AO AR AT AZ BG BI BJ BW BY CL CM CO CR CU CV CY DJ DO EC EE FI FJ GA GH GM GN GQ GT GW HN HR HT
        IQ KE KZ LB LR LT LV MD MG MK ML MT MU MV MW MZ NA NE NI PA PE PH PL PT PW PY RS RW SC SD SG SI SL SM SN SR SS
        TD TG TJ TN TR TT UG VU YE ZM ZW""",
    "{zh}王国": "BH BT LS MA TH TO",
    "{zh}国": "KW",
    "Republic of {en}": """AL AM AO AR AT AZ BA BG BI BJ BW BY CL CM CO CR CU CV CY DJ EC EE FI FJ GA GH GM GN GQ GT GW HN
        HR HT HU ID IN IQ IS IT KE KI KZ LB LR LT LV MD MG MK ML MM MT MU MV MW MZ NA NE NI NR PA PE PL PT PW PY RS RW SC
        SD SG SI SL SM SN SR SS TD TG TJ TN TR TT UG UZ VE VU YE ZA ZM ZW""",
    "Kingdom of {en}": "BE BH BT DK ES KH LS MA NO SE TH TO",
    "State of {en}": "KW",
}

# Characters of the names above and of the CLDR's whose traditional form differs, one under the other. Chinese names are
# taken in both spellings: 阿联酋 also as 阿聯酋, and Taiwan's 寮國 also as 寮国.
SIMPLIFIED_CHARACTERS = (
    "万与东义乌乔买亚众会伦兰关兹内冈几凯刚别劳区华卢叙叶国图圣坚处奥宁宾尔属屿岛库开扬挝时来极汤泽济湾灵"
    "爱独狮盖税约纳纽绍维缅罗联脱腊苏莱萨诞诺贝赖赛赞达铁锡长门陆韦韩顿领颠马鲁鲍鲜麦"
)
TRADITIONAL_CHARACTERS = (
    "萬與東義烏喬買亞眾會倫蘭關茲內岡幾凱剛別勞區華盧敘葉國圖聖堅處奧寧賓爾屬嶼島庫開揚撾時來極湯澤濟灣靈"
    "愛獨獅蓋稅約納紐紹維緬羅聯脫臘蘇萊薩誕諾貝賴賽贊達鐵錫長門陸韋韓頓領顛馬魯鮑鮮麥"
)

# Names that would mean two countries: folded name -> the country it goes to. Empty: nothing has clashed yet.
CLASHES: dict[str, str] = {}

# ---------------------------------------------------------------------------------------------------------------------


def fold(text: str) -> str:
    """The key of a name. Must equal `fold` of mod.rs; a test there folds every name of the table again."""
    folded, word = "", ""
    for character in unicodedata.normalize("NFKD", text).lower() + " ":
        if character.isalnum():
            word += character
        elif not unicodedata.category(character).startswith("M"):
            folded += "" if word == "the" else word
            folded += "and" if character == "&" and folded else ""
            word = ""
    return folded


def unpack(folder: Path) -> None:
    """Fetch the npm packages into `folder`, one folder each."""
    for package in PACKAGES:
        command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package}@{CLDR}"]
        archive = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]
        with tarfile.open(folder / archive) as files:
            members = [file.replace(name=file.name.removeprefix("package/")) for file in files.getmembers()]
            files.extractall(folder / package, members, filter="data")


def load(file: Path):
    return json.loads(file.read_text(encoding="utf-8"))


def version(folder: Path) -> str:
    versions = {load(folder / package / "package.json")["version"] for package in PACKAGES}
    if len(versions) != 1 or not min(versions).startswith(f"{CLDR}."):
        sys.exit(f"the packages must be of one CLDR {CLDR} version, these are of {sorted(versions)}")
    return min(versions)


def copyright_line(folder: Path) -> str:
    lines = (folder / PACKAGES[1] / "LICENSE").read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("Copyright ©"))


def territories(folder: Path, locale: str) -> dict[str, str]:
    file = folder / "cldr-localenames-full/main" / locale / "territories.json"
    return load(file)["main"][locale]["localeDisplayNames"]["territories"]


def countries(folder: Path, english: dict[str, str]) -> dict[str, str]:
    """Alpha-2 -> alpha-3. Numeric codes from 900 are private use; withdrawn countries have no English name."""
    mappings = load(folder / "cldr-core/supplemental/codeMappings.json")["supplemental"]["codeMappings"]
    found = {
        code: mapping["_alpha3"]
        for code, mapping in sorted(mappings.items())
        if re.fullmatch("[A-Z]{2}", code) and int(mapping.get("_numeric", "999")) < 900 and code in english
    }
    if len(found) != COUNTRIES or len(set(found.values())) != COUNTRIES:
        sys.exit(f"{len(found)} countries found, not {COUNTRIES}")
    return found


def shown(names: dict[str, dict[str, str]], locale: str, code: str) -> str:
    form = FORM_SHOWN[locale].get(code)
    return BY_HAND[locale].get(code) or names[locale][f"{code}-alt-{form}" if form else code]


def further() -> dict[str, list[str]]:
    lists = [line.split(" ", 1) for line in FURTHER.strip().splitlines()]
    if [code for code, _ in lists] != sorted({code for code, _ in lists}):
        sys.exit("FURTHER must name each country once, in order")
    return {code: names.split(" | ") for code, names in lists}


def spellings(name: str) -> set[str]:
    """A name and what it is written as besides: the other Chinese script, Saint for St."""
    to_traditional = str.maketrans(SIMPLIFIED_CHARACTERS, TRADITIONAL_CHARACTERS)
    to_simplified = str.maketrans(TRADITIONAL_CHARACTERS, SIMPLIFIED_CHARACTERS)
    scripts = {name, name.translate(to_traditional), name.translate(to_simplified)}
    return {re.sub(r"\b(St\.|Saint) ", saint, script) for script in scripts for saint in ("St. ", "Saint ")}


def keys(rows, names: dict[str, dict[str, str]]) -> dict[str, str]:
    """Folded name -> alpha-2; fails when a name would mean two countries."""
    wanted: dict[str, set[str]] = {}
    by_hand = further()
    for unknown in by_hand.keys() - {code for code, *_ in rows}:
        sys.exit(f"FURTHER names {unknown}, which is no country")
    for code, alpha3, zh, en in rows:
        written = {code, alpha3, zh, en, *by_hand.get(code, [])}
        written |= {name for locale in LOCALES for key, name in names[locale].items() if key.split("-")[0] == code}
        written |= {pattern.format(zh=zh, en=en) for pattern, codes in PATTERNS.items() if code in codes.split()}
        for name in written:
            for spelling in spellings(name):
                wanted.setdefault(fold(spelling), set()).add(code)
    clashes = {key: codes for key, codes in wanted.items() if len(codes) > 1}
    for key in CLASHES.keys() - clashes.keys():
        sys.exit(f"CLASHES settles {key}, which does not clash")
    for key, codes in sorted(clashes.items()):
        if CLASHES.get(key) not in codes:
            sys.exit(f"{key} means {' and '.join(sorted(codes))}: settle it in CLASHES")
    return {key: CLASHES.get(key, min(codes)) for key, codes in wanted.items()}


def rust(cldr: str, notice: str, rows, keys: dict[str, str]) -> str:
    row_text = "".join("|".join(row) + "\n" for row in rows)
    key_text = "".join(f"{key}|{code}\n" for key, code in sorted(keys.items()))
    for text in (row_text, key_text):
        if len(text.encode()) > TEXT_LIMIT or '"' in text or "\\" in text:
            sys.exit("the table's text is longer than its line numbers reach, or needs escapes")
    return f'''//! Countries of ISO 3166-1 and the names people write for them.
//!
//! Generated by generate.py from CLDR {cldr}: do not edit.
//! {notice} Unicode License v3 (SPDX: Unicode-3.0).

/// Alpha-2, alpha-3, Chinese name, English name; in the order of alpha-2.
pub(super) const ROWS: &str = "\\
{row_text}";

/// Folded name, alpha-2; in the order of the names' bytes.
pub(super) const KEYS: &str = "\\
{key_text}";
'''


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--from", dest="folder", type=Path, metavar="DIR", help="where the packages are unpacked")
    folder = arguments.parse_args().folder
    with tempfile.TemporaryDirectory() as temporary:
        if folder is None:
            folder = Path(temporary)
            unpack(folder)
        names = {locale: territories(folder, locale) for locale in LOCALES}
        codes = countries(folder, names["en"])
        cldr, notice = version(folder), copyright_line(folder)
    rows = [(code, alpha3, shown(names, "zh", code), shown(names, "en", code)) for code, alpha3 in codes.items()]
    table = rust(cldr, notice, rows, keys(rows, names))
    Path(__file__).with_name("table.rs").write_text(table, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
