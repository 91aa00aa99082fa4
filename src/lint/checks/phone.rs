//! A telephone number that nobody can have.

use crate::lang::{Words, tr};
use crate::lint::values::{phone, span_of, texts};
use crate::lint::{Check, Findings, Run, Sample, Source};
use crate::model::Country;
use crate::model::choice::Severity;
use crate::model::field::Is;
use crate::tr;

pub const CHECK: Check = Check {
    code: "phone",
    // numbering plans change, and the tables behind this lag: never an error
    severity: Severity::Warning,
    article: "第12条 1",
    what: Words::new("not a telephone number that is given out", "电话号码无法拨通"),
    why: Words::new(
        "A number with a digit too few or without its area code is found out when the customer has to be reached.",
        "号码少一位或缺区号，往往到急着联系客户时才发现。",
    ),
    bad: &[Sample::Card("name = 'Acme'\nphone = '+49 711 55'\n")],
    good: &[Sample::Card("name = 'Acme'\nphone = '+49 711 5550134'\n")],
    run: Run::Card(run),
};

fn run(source: &Source<'_>, out: &mut Findings<'_>) {
    let country = source.location.country();
    let Some(document) = source.document else { return };
    texts(source, Is::Phone, &mut |value, text| {
        for phone in phone::read(text) {
            let piece = text.get(phone.piece.clone()).unwrap_or_default();
            if can_be_dialled(&phone, piece, country) {
                continue;
            }
            let local = phone.digits.as_ref().is_some_and(|digits| !digits.starts_with('+'));
            let message = match country.filter(|_| local) {
                Some(country) => {
                    let (en, zh) = (country.en(), country.zh());
                    tr!("\"{piece}\" is no telephone number of {en}", "“{piece}”不是{zh}的有效电话号码")
                }
                None => tr!("\"{piece}\" is no telephone number", "“{piece}”不是有效的电话号码"),
            };
            out.at(span_of(document, value.value, &phone.piece), message).hint(tr(
                "write it with country and area code, as +49 711 5550134",
                "请写全国家代码和区号，如 +49 711 5550134",
            ));
        }
    });
}

/// Whether some reading of the piece is a number that is given out; yes where nobody can tell.
fn can_be_dialled(phone: &phone::Phone, piece: &str, country: Option<Country>) -> bool {
    let Some(digits) = &phone.digits else { return false };
    if country.is_none() && !digits.starts_with('+') {
        return true;
    }
    let shorter = piece.rsplit_once('-').filter(|(_, tail)| (2..=5).contains(&tail.len())).map(|(number, _)| number);
    phone::is_given_out(digits, country)
        // 0574-88881234-808: the extension behind another dash
        || shorter.into_iter().flat_map(phone::read).filter_map(|phone| phone.digits).any(|digits| phone::is_given_out(&digits, country))
}

#[cfg(test)]
mod tests {
    use crate::lint::tests::Book;

    fn found(country: &str, phone: &str) -> usize {
        let card = format!("name = 'Acme'\nphone = '''{phone}'''\n");
        Book::default().file(&format!("国外客户/{country}/Acme/card.toml"), card).found("phone").len()
    }

    #[test]
    fn numbers_that_people_really_write_pass() {
        for (country, phones) in [
            (
                "德国",
                "+49 711 5550134|0711 5550134|0711/5550134|+49 (0)711 555-0134|0049-711-5550134|+49 171 2345678|0711/5550134, 0171-2345678|+49.711.5550134",
            ),
            ("意大利", "+39 02 36618300|02 36618300|+39 347 1234567"),
            ("法国", "+33 1 42 68 53 00|01 42 68 53 00|+33 (0)6 31 96 65 43"),
            ("西班牙", "+34 912 345 678|912345678|612 345 678"),
            ("英国", "+44 20 7946 0958|020 7946 0958|+44 (0)121 234 5678|07912 345678"),
            ("荷兰", "+31 20 624 1111|+31 (0)6 12345678"),
            ("波兰", "+48 22 123 45 67|22 123 45 67|+48 512 345 678"),
            ("俄罗斯", "+7 495 123-45-67|8 (495) 123-45-67|8-912-345-67-89"),
            ("土耳其", "+90 212 345 67 89|0212 345 6789|+90 532 123 45 67"),
            (
                "美国",
                "+1 (520) 878-2491|(520) 878-2491|1-520-878-2491|520.878.2491 ext. 204|+1 520 878 2491 x12|+1 800 723 3456",
            ),
            ("加拿大", "+1 613-782-7274|613-782-7274"),
            ("墨西哥", "+52 55 1234 5678|55 1234 5678|+52 81 8123 4567"),
            ("巴西", "+55 11 2345-6789|+55 (11) 91234-5678|(11) 2345-6789|+55 21 2345 6789"),
            ("阿根廷", "+54 11 2345-6789|+54 9 11 2345-6789|011 15-2345-6789"),
            ("智利", "+56 2 2123 4567|+56 9 6123 4567"),
            ("印度", "+91 22 2345 6789|022 2345 6789|+91 98765 43210|98765 43210"),
            ("巴基斯坦", "+92 21 2345 6789|0301 2345678"),
            ("孟加拉国", "+880 2 7111234|+880 1812-345678"),
            ("阿联酋", "+971 4 223 4567|04 223 4567|+971 50 123 4567"),
            ("沙特阿拉伯", "+966 11 234 5678|050 123 4567"),
            ("埃及", "+20 2 23456789|010 01234567"),
            ("南非", "+27 10 123 4567|071 123 4567"),
            ("尼日利亚", "+234 802 123 4567|0802 123 4567"),
            ("肯尼亚", "+254 712 123456|0712 123456"),
            ("越南", "+84 24 3825 4567|0912 345 678"),
            ("泰国", "+66 2 123 4567|081 234 5678"),
            ("马来西亚", "+60 3-2385 6789|012-345 6789"),
            ("新加坡", "+65 6123 4567|6123 4567|8123 4567"),
            ("菲律宾", "+63 2 8123 4567|0905 123 4567"),
            ("印度尼西亚", "+62 21 8350123|0812-345-678"),
            ("日本", "+81 3-1234-5678|03-1234-5678|090-1234-5678"),
            ("韩国", "+82 2-212-3456|010-2000-0000"),
            ("香港", "+852 2123 4567|2123 4567/2123 4568"),
            ("台湾", "+886 2 2123 4567|02-2123-4567|0912-345-678"),
            ("澳大利亚", "+61 2 1234 5678|(02) 1234 5678|0412 345 678"),
            ("新西兰", "+64 3-234 5678|021 123 4567"),
            (
                "德国",
                "+86-574-8888 1234|0086-574-88881234-808|+86 139 1234 5678（王先生）|＋８６ ５７４ ８８８８１２３４|+86 574 88881234转808|+86-574-88881234/88881235",
            ),
            ("火星", "0711 5550134|+49 711 5550134"),
        ] {
            for phone in phones.split('|') {
                assert_eq!(found(country, phone), 0, "{country} {phone}");
            }
        }
    }

    #[test]
    fn numbers_that_nobody_can_have_are_told_one_by_one() {
        for (country, phone, want) in [
            ("德国", "+49 711 55", 1),
            ("德国", "+999 711 5550134", 1),
            ("德国", "12", 1),
            ("德国", "+", 1),
            ("德国", "无", 1),
            ("德国", "see website", 1),
            ("德国", "anna@acme.example", 1),
            ("德国", "+49 711 5550134; +49 711 5; 0171-2345678; +1 2530000", 2),
            ("美国", "+1 520 878 249", 1),
            ("美国", "878-2491", 1),
            ("意大利", "+3923 2366", 1),
            ("南极洲", "0711 5550134", 1),
            ("南极洲", "+49 711 5550134", 0),
        ] {
            assert_eq!(found(country, phone), want, "{country} {phone}");
        }
    }

    #[test]
    fn the_place_is_that_of_the_one_number() {
        let text = "name = 'Acme'\nphone = '0711 5550134; +49 711 5'\n";
        let finding = Book::card(text).found("phone").remove(0);
        assert_eq!(finding.span.and_then(|span| text.get(span)), Some("+49 711 5"));
    }
}
