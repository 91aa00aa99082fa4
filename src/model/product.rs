//! The product list: products.toml, which a book may have.

use super::field::{Is, Needed};
use super::fold::fold;
use super::number::Number;
use crate::record;

record! {
    /// products.toml.
    pub struct Products("product list", "产品目录") {
        product: Vec<Product> = "products" "产品";
    }
}

record! {
    /// A product, or something that is charged for beside the goods.
    pub struct Product("product", "产品") by "name" | "code" {
        name: Option<String> = "name" "品名", about("As cards call it", "卡片中所用名称"), needed(Needed::Always);
        name_en: Option<String> = "English name" "英文品名";
        names: Vec<String> = "other names" "其他名称", about("What it is called on cards too", "卡片中的其他叫法");
        code: Option<String> = "code" "货号", about("Your own number for the product", "本公司的产品编号");
        family: Option<String> = "family" "类别", about("What `stats` puts together", "统计时归为一类");
        hs: Option<String> = "HS code" "海关编码";
        specification: Option<String> = "specification" "规格";
        specification_en: Option<String> = "English specification" "英文规格";
        features: Vec<String> = "features" "特点";
        features_en: Vec<String> = "English features" "英文特点";
        picture: Option<String> = "picture" "图片", about("A file of the book", "账套中的文件");
        unit: Option<String> = "unit" "单位";
        unit_en: Option<String> = "English unit" "英文单位";
        moq: Option<Number> = "minimum order" "起订量", is(Is::Positive);
        price: Option<Number> = "price" "单价", is(Is::Positive);
        currency: Option<String> = "currency" "币种", is(Is::Currency);
        lead_days: Option<u32> = "lead time in days" "交期（天）", about("From the deposit on", "自收到定金起");
        per_package: Option<Number> = "pieces in a package" "每件数量", is(Is::Positive);
        package: Option<String> = "kind of package" "包装", about("carton, pallet, crate", "纸箱、托盘、木箱");
        package_en: Option<String> = "English kind of package" "英文包装";
        net_weight: Option<Number> = "net weight of a package" "每件净重", about("In kilograms", "千克"), is(Is::Positive);
        gross_weight: Option<Number> = "gross weight of a package" "每件毛重", about("In kilograms", "千克"), is(Is::Positive);
        volume: Option<Number> = "volume of a package" "每件体积", about("In cubic metres", "立方米"), is(Is::Positive);
        per_20gp: Option<Number> = "pieces in a 20' container" "20 尺柜装量", is(Is::Positive);
        per_40hq: Option<Number> = "pieces in a 40' high cube" "40 尺高柜装量", is(Is::Positive);
        origin: Option<String> = "origin" "原产国";
        charge: Option<bool> = "charge" "费用", about("No goods: freight, insurance, a tool; papers show it below them", "不是货物：运费、保险费、模具费，单证上列在货物之后");
    }
}

/// In so many letters of a name one may be wrong; one may be in any name.
const LETTERS_A_SLIP: usize = 8;

impl Products {
    /// The product that is meant by a name on a card or a command line: by name, other name, English name or code,
    /// whatever its case and accents.
    pub fn find(&self, name: &str) -> Option<&Product> {
        let wanted = fold(name.trim());
        if wanted.is_empty() {
            return None;
        }
        self.product.iter().find(|product| {
            let own = [&product.name, &product.code, &product.name_en].into_iter().flatten();
            own.chain(&product.names).any(|name| fold(name.trim()) == wanted)
        })
    }

    /// The name of the product that a misspelt one most resembles, by any of its names. Other digits are another model, not
    /// a slip.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let wanted = fold(name.trim());
        let far = |product: &Product| {
            let own = [&product.name, &product.code, &product.name_en].into_iter().flatten();
            let own = own.chain(&product.names).map(|own| fold(own.trim()));
            let same = own.filter(|own| !own.is_empty() && digits(own) == digits(&wanted));
            same.map(|own| strsim::osa_distance(&own, &wanted)).min()
        };
        let by_far = self.product.iter().filter_map(|product| Some((far(product)?, product)));
        let (far, best) = by_far.min_by_key(|(far, _)| *far)?;
        best.name.as_deref().filter(|_| far <= (wanted.chars().count() / LETTERS_A_SLIP).max(1) && !wanted.is_empty())
    }
}

fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_by_any_name_and_the_nearest_to_a_slip() {
        let product = |name: &str, code: &str, other: &str| Product {
            name: Some(name.to_owned()),
            code: Some(code.to_owned()),
            names: vec![other.to_owned()],
            ..Product::default()
        };
        let list = Products {
            product: vec![product("手动叉车 2.5t", "A-25", "Hand pallet truck"), product("聚氨酯轮", "", "PU wheel")],
            ..Products::default()
        };
        for (name, found, near) in [
            (" a-25", Some("手动叉车 2.5t"), None),
            ("hand pallet TRUCK", Some("手动叉车 2.5t"), None),
            ("PU Wheels", None, Some("聚氨酯轮")),
            ("手动插车 2.5t", None, Some("手动叉车 2.5t")),
            ("手动叉车 3t", None, None),
            ("半电动叉车 2.5t", None, None),
            ("油桶", None, None),
            ("", None, None),
        ] {
            assert_eq!(list.find(name).and_then(|product| product.name.as_deref()), found, "{name}");
            if found.is_none() {
                assert_eq!(list.nearest(name), near, "{name}");
            }
        }
    }
}
