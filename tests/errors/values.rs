//! Values as they are typed: `set`, `log`, `sample`, `edit`.

use super::books::*;
use super::told::{Told, live, on};

/// The stories.
pub const ALL: &[Told] = &[
    // set: the way to a field
    on(acme)
        .run("set Acme phone")
        .en("\"phone\" is not PATH=VALUE", "as phone=\"+49 711 5550134\"; an empty value takes the field away")
        .zh("“phone”不是 路径=值 的形式", "如 phone=\"+49 711 5550134\"；值为空表示清空该字段"),
    on(acme)
        .run("set Acme phoen=1")
        .en("there is no field \"phoen\" in the customer card", "did you mean phone?")
        .zh("客户资料卡没有字段“phoen”", "是否想写 phone（电话）？"),
    on(acme)
        .run("set Acme size=large")
        .en("there is no field \"size\" in the customer card", "did you mean profile.size (size)?")
        .zh("客户资料卡没有字段“size”", "是否想写 profile.size（规模）？"),
    on(acme)
        .run("set Acme 电话号=1")
        .en("there is no field \"电话号\" in the customer card", "did you mean phone?")
        .zh("客户资料卡没有字段“电话号”", "是否想写 phone（电话）？"),
    on(acme)
        .run("set Acme xyzzy=1")
        .en(
            "there is no field \"xyzzy\" in the customer card",
            "its fields are id, name, short_name, code, address, city, region, postal_code, phone, fax, email, website, owner, created, source, type, industry, interests, tags, parent, language, note, contact, profile, business, trade, finance, payment_profile, papers, start, quote, sample, order, payment, followup, plan, credit, investigation, alert, request, approval",
        )
        .zh(
            "客户资料卡没有字段“xyzzy”",
            "可用字段：id、name、short_name、code、address、city、region、postal_code、phone、fax、email、website、owner、created、source、type、industry、interests、tags、parent、language、note、contact、profile、business、trade、finance、payment_profile、papers、start、quote、sample、order、payment、followup、plan、credit、investigation、alert、request、approval",
        ),
    on(acme)
        .run("set Acme name.first=Bob")
        .en("name holds no fields; \".first\" leads nowhere", "leave \".first\" out")
        .zh("名称没有下级字段，“.first”无效", "请去掉“.first”"),
    on(acme)
        .run("set Acme profile=large")
        .en(
            "\"profile=large\" stops at traits, which holds several fields",
            "go on as profile.FIELD=…; the fields are shareholders, managers, legal_representative, organisation, founded, size, business_policy, focus, sales_capacity, territory, potential",
        )
        .zh(
            "“profile=large”停在客户特征，其中还有多个字段",
            "请继续写 profile.字段=…，字段有：shareholders、managers、legal_representative、organisation、founded、size、business_policy、focus、sales_capacity、territory、potential",
        ),
    on(acme)
        .run("set Acme contact.Anna=")
        .en(
            "\"contact.Anna=\" stops at contact, which holds several fields",
            "to take a whole record away, use kehu edit",
        )
        .zh("“contact.Anna=”停在联系人，其中还有多个字段", "要删除整条记录，请用 kehu edit"),
    on(acme)
        .run("set Acme contact=Anna")
        .en(
            "\"contact=Anna\" stops at contact, which holds several fields",
            "go on as contact.1.FIELD=…; the fields are name, title, email, phone, wechat, whatsapp, decides",
        )
        .zh(
            "“contact=Anna”停在联系人，其中还有多个字段",
            "请继续写 contact.1.字段=…，字段有：name、title、email、phone、wechat、whatsapp、decides",
        ),
    on(acme)
        .run("set Acme contact.Anna.email=a@acme.example")
        .en("no record \"Anna\" among the contacts", "the card holds none yet; contact.+ makes one")
        .zh("联系人中没有“Anna”", "卡片中还没有；用 contact.+ 新增"),
    on(contacts)
        .run("set Acme contact.Bob.email=a@acme.example")
        .en("no record \"Bob\" among the contacts", "there are Anna, Hans; contact.+ makes a new one")
        .zh("联系人中没有“Bob”", "现有：Anna、Hans；用 contact.+ 新增"),
    on(contacts)
        .run("set Acme contact.n.email=a@acme.example")
        .en("\"n\" fits 2 contacts", "say which: contact.1, contact.2")
        .zh("“n”对应 2 条联系人", "请指明：contact.1、contact.2"),
    on(acme)
        .run("set Acme name+=Bob")
        .en("name is no list", "write = instead of += or -=")
        .zh("名称不是列表", "请用 = 代替 += 或 -="),
    on(acme)
        .run("set Acme tags+=")
        .en("nothing to add to or take from tags", "write it behind the sign, as tags+=VIP")
        .zh("标签：没有给出要增减的内容", "请写在等号后面，如 tags+=重点"),
    on(acme)
        .run("set Acme tags-=VIP")
        .en("tags does not hold \"VIP\"", "it is empty; tags+= adds to it")
        .zh("标签中没有“VIP”", "目前为空；可用 tags+= 添加"),
    on(|| card("tags = ['A-list']\n"))
        .run("set Acme tags-=VIP")
        .en("tags does not hold \"VIP\"", "it holds A-list")
        .zh("标签中没有“VIP”", "现有：A-list"),
    // set: what a field takes
    on(acme)
        .run("set Acme created=someday")
        .en(
            "created: \"someday\" is no day; write 2026-11-23, 11-23, today, friday, 3d, 2w",
            "nothing was written; correct it and run the command again",
        )
        .zh("建卡日期：“someday”不是日期；可写 2026-11-23、11-23、今天、周五、3d、2w", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("set Acme created=2027-01-01")
        .en("created: 2027-01-01 has not come yet", "nothing was written; correct it and run the command again")
        .zh("建卡日期：2027-01-01 还没到", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("set Acme profile.employees=many")
        .en(
            "there is no field \"employees\" in the traits",
            "its fields are shareholders, managers, legal_representative, organisation, founded, size, business_policy, focus, sales_capacity, territory, potential",
        )
        .zh(
            "客户特征没有字段“employees”",
            "可用字段：shareholders、managers、legal_representative、organisation、founded、size、business_policy、focus、sales_capacity、territory、potential",
        ),
    on(acme)
        .run("set Acme type=brnd")
        .en(
            "type: \"brnd\" is none of importer, distributor, agent, brand, retailer, manufacturer, end_user, other; did you mean brand?",
            "nothing was written; correct it and run the command again",
        )
        .zh(
            "客户类型：“brnd”不在以下之列：进口商（importer）、分销商（distributor）、代理商（agent）、品牌商（brand）、零售商（retailer）、生产商（manufacturer）、终端用户（end_user）、其他（other）；是否想写 brand？",
            "未写入任何内容，请改正后重试",
        ),
    on(acme)
        .run("set Acme type=xyzzy")
        .en(
            "type: \"xyzzy\" is none of importer, distributor, agent, brand, retailer, manufacturer, end_user, other",
            "nothing was written; correct it and run the command again",
        )
        .zh(
            "客户类型：“xyzzy”不在以下之列：进口商（importer）、分销商（distributor）、代理商（agent）、品牌商（brand）、零售商（retailer）、生产商（manufacturer）、终端用户（end_user）、其他（other）",
            "未写入任何内容，请改正后重试",
        ),
    on(acme)
        .run("set Acme currency=XYZ")
        .en(
            "there is no field \"currency\" in the customer card",
            "its fields are id, name, short_name, code, address, city, region, postal_code, phone, fax, email, website, owner, created, source, type, industry, interests, tags, parent, language, note, contact, profile, business, trade, finance, payment_profile, papers, start, quote, sample, order, payment, followup, plan, credit, investigation, alert, request, approval",
        )
        .zh(
            "客户资料卡没有字段“currency”",
            "可用字段：id、name、short_name、code、address、city、region、postal_code、phone、fax、email、website、owner、created、source、type、industry、interests、tags、parent、language、note、contact、profile、business、trade、finance、payment_profile、papers、start、quote、sample、order、payment、followup、plan、credit、investigation、alert、request、approval",
        ),
    on(sold)
        .run("set Acme order.PI-1.released=perhaps")
        .en("released: say yes or no", "nothing was written; correct it and run the command again")
        .zh("已放货：请写 是 或 否", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("set Acme order.PI-1.amount=1,000")
        .en(
            "amount: \"1,000\" is no plain number; write plain digits, e.g. 1187.00, without commas or units",
            "nothing was written; correct it and run the command again",
        )
        .zh("金额：“1,000”不是普通数字；请只写数字，例如 1187.00，不带逗号和单位", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("set Acme order.PI-1.amount=12345678901234567890123456789")
        .en(
            "amount: 12345678901234567890123456789 has more than the 28 digits that are exact",
            "nothing was written; correct it and run the command again",
        )
        .zh("金额：12345678901234567890123456789 超过 28 位，无法精确计算", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("set Acme order.PI-1.pay.deposit=third")
        .en(
            "deposit: \"third\" is no share; write 0.05 or 5%",
            "nothing was written; correct it and run the command again",
        )
        .zh("定金比例：“third”不是比例；请写 0.05 或 5%", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("set Acme order.PI-1.pay.days=soon")
        .en("days: \"soon\" is no whole number", "nothing was written; correct it and run the command again")
        .zh("天数：“soon”不是整数", "未写入任何内容，请改正后重试"),
    on(sold)
        .run("set Acme order.PI-1.items+=x")
        .en(
            "\"order.PI-1.items+=x\" stops at item, which holds several fields",
            "go on as order.PI-1.items.1.FIELD=…; the fields are product, quantity, unit, unit_price, discount",
        )
        .zh(
            "“order.PI-1.items+=x”停在明细，其中还有多个字段",
            "请继续写 order.PI-1.items.1.字段=…，字段有：product、quantity、unit、unit_price、discount",
        ),
    // log and sample
    on(acme)
        .run("log Acme")
        .en("--kind is missing, and there is no terminal to ask at", "give it on the command line: --kind …")
        .zh("缺少 --kind，且没有终端可供询问", "请在命令行给出：--kind …"),
    on(acme)
        .run("log Acme called -k call --next 2026-11-01")
        .en(
            "the next follow-up 2026-11-01 lies before 2026-11-23",
            "nothing was written; correct it and run the command again",
        )
        .zh("下次跟进 2026-11-01 早于 2026-11-23", "未写入任何内容，请改正后重试"),
    on(acme)
        .run("sample Acme \" \"")
        .en("the product is empty", "write what was sent")
        .zh("品名为空", "请写明寄了什么样品"),
    on(acme)
        .run("sample Acme --feedback good")
        .en("the customer was sent no sample", "note one: kehu sample \"国外客户/德国/Acme\" PRODUCT")
        .zh("该客户没有寄样记录", "登记寄样：kehu sample \"国外客户/德国/Acme\" 品名"),
    on(samples)
        .run("sample Acme valve --feedback good")
        .en("no sample is called so", "there are: pump 2026-11-01, wheel A 2026-11-01, wheel B 2026-11-01")
        .zh("没有这样的样品", "现有：pump 2026-11-01、wheel A 2026-11-01、wheel B 2026-11-01"),
    on(samples)
        .run("sample Acme wheel --feedback good")
        .en("several samples wait: wheel A 2026-11-01, wheel B 2026-11-01", "name the product, or --tracking")
        .zh("有多个样品待反馈：wheel A 2026-11-01、wheel B 2026-11-01", "请写明品名，或用 --tracking"),
    on(samples)
        .run("sample Acme pump --feedback good")
        .en(
            "no sample waits for feedback; the last is pump 2026-11-01",
            "to change what was said: kehu set \"国外客户/德国/Acme\" sample.1.feedback=…",
        )
        .zh(
            "没有待反馈的样品；最近一个：pump 2026-11-01",
            "要修改反馈：kehu set \"国外客户/德国/Acme\" sample.1.feedback=…",
        ),
    // edit
    on(acme)
        .run("edit Acme")
        .en(
            "no editor is named",
            "set EDITOR, as EDITOR=\"code --wait\", or open BOOK/国外客户/德国/Acme/card.toml yourself",
        )
        .zh(
            "未指定编辑器",
            "请设置 EDITOR，如 EDITOR=\"code --wait\"；也可直接打开 BOOK/国外客户/德国/Acme/card.toml",
        ),
];

#[test]
fn every_error_is_told() {
    live(ALL);
}
