//! The customer of a row: the keys that every output of customers begins with.

use crate::model::choice::{Grade, StageKind};
use crate::model::{Choose, Date};
use crate::row;
use crate::rules::standing;
use crate::store::Customer;
use crate::views::Style;
use crate::views::table::Shown;

row! {
    /// Who a row is about.
    pub struct Who("customer", "客户") {
        path: String = "folder" "文件夹";
        file: String = "card" "卡片";
        stage: StageKind = "stage" "阶段";
        country: Option<String> = "country" "国家", about("ISO 3166 alpha-2; null where the folder names no country", "ISO 3166 二位代码；文件夹不是国家名时为 null");
        company: String = "company folder" "公司文件夹";
        name: Option<String> = "name" "名称";
        id: Option<String> = "id" "标识";
        code: Option<String> = "code" "客户编号";
        owner: Option<String> = "owner" "负责人";
        grade: Option<Grade> = "grade in force" "核定等级", article("第5条");
    }
}

impl Who {
    /// From a customer as of a day.
    pub fn new(customer: &Customer, day: Date) -> Self {
        let (location, card) = (&customer.location, &customer.card);
        Self {
            path: location.path.clone(),
            file: location.file.clone(),
            stage: location.kind,
            country: customer.country().map(|country| country.alpha2().to_owned()),
            company: location.company().to_owned(),
            name: card.name.clone(),
            id: card.id.clone(),
            code: card.code.clone(),
            owner: card.owner.clone(),
            grade: standing::grade(card, day),
        }
    }

    /// The country as people of this language call it; the folder where it names none.
    pub fn country_shown(&self) -> Shown {
        match self.country.as_deref().and_then(crate::model::Country::find) {
            Some(country) => country.name(crate::lang::lang()).into(),
            None => Shown { text: self.path.split('/').nth(1).unwrap_or_default().to_owned(), style: Style::Warn },
        }
    }

    /// The grade as people call it.
    pub fn grade_shown(&self) -> Shown {
        self.grade.map_or_else(|| "".into(), |grade| grade.key().into())
    }

    /// The owner.
    pub fn owner_shown(&self) -> Shown {
        self.owner.clone().unwrap_or_default().into()
    }
}

/// Which customers are meant, by what the row says of them.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Only {
    #[arg(long, value_name = crate::lang::tr("PERSON", "姓名"), help = crate::lang::tr("Only customers of this owner", "只看该负责人的客户"))]
    owner: Option<String>,
    #[arg(long, value_name = crate::lang::tr("COUNTRY", "国家"), value_parser = country, help = crate::lang::tr("Only customers in this country, by any of its names", "只看该国客户；中英文名或代码均可"))]
    country: Option<crate::model::Country>,
    #[arg(long, value_name = crate::lang::tr("STAGE", "阶段"), help = crate::lang::tr("Only this stage: prospect, customer, or a stage folder", "只看该阶段：prospect、customer 或阶段文件夹名"))]
    stage: Option<String>,
}

fn country(text: &str) -> Result<crate::model::Country, String> {
    use crate::model::Country;
    Country::find(text).ok_or_else(|| {
        let near: Vec<_> =
            Country::nearest(text).into_iter().map(|country| country.name(crate::lang::lang())).collect();
        match near.as_slice() {
            [] => crate::lang::tr("there is no such country", "没有这个国家").to_owned(),
            near => crate::tr!(
                "there is no such country; did you mean {}?",
                "没有这个国家，是否想写 {}？",
                near.join(crate::lang::tr(", ", "、"))
            ),
        }
    })
}

impl Only {
    /// Whether a customer is meant.
    pub fn covers(&self, customer: &Customer) -> bool {
        let owner = self.owner.as_ref().is_none_or(|owner| customer.card.owner.as_ref() == Some(owner));
        let country = self.country.is_none_or(|country| customer.country() == Some(country));
        let stage = self.stage.as_deref().is_none_or(|stage| {
            StageKind::find(stage).map_or(customer.location.stage() == stage, |kind| kind == customer.location.kind)
                || customer.location.stage() == stage
        });
        owner && country && stage
    }
}
