//! The files of the example book, as they were when kehu was built; a test holds the list to the folder.

/// Name and text of each.
pub const FILES: &[(&str, &str)] = &[
    ("kehu.toml", include_str!("../../../examples/外贸客户/kehu.toml")),
    ("products.toml", include_str!("../../../examples/外贸客户/products.toml")),
    (
        "国外客户/土耳其/Yıldıray Depo Ekipmanları Ltd. Şti/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/土耳其/Yıldıray Depo Ekipmanları Ltd. Şti/card.toml"),
    ),
    (
        "国外客户/土耳其/Yıldıray Depo Ekipmanları Ltd. Şti/交换合同书_2026-10-26.txt",
        include_str!(
            "../../../examples/外贸客户/国外客户/土耳其/Yıldıray Depo Ekipmanları Ltd. Şti/交换合同书_2026-10-26.txt"
        ),
    ),
    (
        "国外客户/土耳其/Yıldıray Depo Ekipmanları Ltd. Şti/客户交易卡_2026-10-26.txt",
        include_str!(
            "../../../examples/外贸客户/国外客户/土耳其/Yıldıray Depo Ekipmanları Ltd. Şti/客户交易卡_2026-10-26.txt"
        ),
    ),
    (
        "国外客户/埃及/Wahat Al Nakheel Trading S.A.E/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/埃及/Wahat Al Nakheel Trading S.A.E/card.toml"),
    ),
    (
        "国外客户/埃及/Wahat Al Nakheel Trading S.A.E/中止交易通知_2026-09-22.txt",
        include_str!(
            "../../../examples/外贸客户/国外客户/埃及/Wahat Al Nakheel Trading S.A.E/中止交易通知_2026-09-22.txt"
        ),
    ),
    (
        "国外客户/墨西哥/Montacargas Sierra Clara S.A. de C.V/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/墨西哥/Montacargas Sierra Clara S.A. de C.V/card.toml"),
    ),
    (
        "国外客户/奥地利/Hallbrecht Lagertechnik Austria GmbH/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/奥地利/Hallbrecht Lagertechnik Austria GmbH/card.toml"),
    ),
    (
        "国外客户/奥地利/Hallbrecht Lagertechnik Austria GmbH/客户交易卡_2025-09-18.txt",
        include_str!(
            "../../../examples/外贸客户/国外客户/奥地利/Hallbrecht Lagertechnik Austria GmbH/客户交易卡_2025-09-18.txt"
        ),
    ),
    (
        "国外客户/巴西/Carreviva Equipamentos de Movimentação Ltda/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/巴西/Carreviva Equipamentos de Movimentação Ltda/card.toml"),
    ),
    (
        "国外客户/德国/Hallbrecht Lagertechnik GmbH/2025年报.txt",
        include_str!("../../../examples/外贸客户/国外客户/德国/Hallbrecht Lagertechnik GmbH/2025年报.txt"),
    ),
    (
        "国外客户/德国/Hallbrecht Lagertechnik GmbH/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/德国/Hallbrecht Lagertechnik GmbH/card.toml"),
    ),
    (
        "国外客户/德国/Hallbrecht Lagertechnik GmbH/信用调查报告_2026-05-28.txt",
        include_str!(
            "../../../examples/外贸客户/国外客户/德国/Hallbrecht Lagertechnik GmbH/信用调查报告_2026-05-28.txt"
        ),
    ),
    (
        "国外客户/德国/Hallbrecht Lagertechnik GmbH/客户交易卡_2021-04-07.txt",
        include_str!("../../../examples/外贸客户/国外客户/德国/Hallbrecht Lagertechnik GmbH/客户交易卡_2021-04-07.txt"),
    ),
    (
        "国外客户/德国/Hallbrecht Lagertechnik GmbH/征信报告_2024-05-30.txt",
        include_str!("../../../examples/外贸客户/国外客户/德国/Hallbrecht Lagertechnik GmbH/征信报告_2024-05-30.txt"),
    ),
    (
        "国外客户/德国/Hallbrecht Lagertechnik GmbH/征信报告_2026-05-22.txt",
        include_str!("../../../examples/外贸客户/国外客户/德国/Hallbrecht Lagertechnik GmbH/征信报告_2026-05-22.txt"),
    ),
    (
        "国外客户/德国/Hallbrecht Lagertechnik GmbH/拜访照片_2024-06-03.txt",
        include_str!("../../../examples/外贸客户/国外客户/德国/Hallbrecht Lagertechnik GmbH/拜访照片_2024-06-03.txt"),
    ),
    (
        "国外客户/德国/Hallbrecht Lagertechnik GmbH/框架合同_2021-04-07.txt",
        include_str!("../../../examples/外贸客户/国外客户/德国/Hallbrecht Lagertechnik GmbH/框架合同_2021-04-07.txt"),
    ),
    (
        "国外客户/波兰/Zielmar Logistyka Sp. z o.o/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/波兰/Zielmar Logistyka Sp. z o.o/card.toml"),
    ),
    (
        "国外客户/波兰/Zielmar Logistyka Sp. z o.o/客户交易卡_2024-01-22.txt",
        include_str!("../../../examples/外贸客户/国外客户/波兰/Zielmar Logistyka Sp. z o.o/客户交易卡_2024-01-22.txt"),
    ),
    (
        "国外客户/澳大利亚/Bluegum Warehouse Gear Pty Ltd/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/澳大利亚/Bluegum Warehouse Gear Pty Ltd/card.toml"),
    ),
    (
        "国外客户/肯尼亚/Mlima Tools & Handling Ltd/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/肯尼亚/Mlima Tools & Handling Ltd/card.toml"),
    ),
    (
        "国外客户/越南/Công ty TNHH Thiết bị Kho Minh Sơn Hải/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/越南/Công ty TNHH Thiết bị Kho Minh Sơn Hải/card.toml"),
    ),
    (
        "国外客户/越南/Công ty TNHH Thiết bị Kho Minh Sơn Hải/个人担保书_2025-03-31.txt",
        include_str!(
            "../../../examples/外贸客户/国外客户/越南/Công ty TNHH Thiết bị Kho Minh Sơn Hải/个人担保书_2025-03-31.txt"
        ),
    ),
    (
        "国外客户/阿联酋/Barq Al Rimal Warehouse Equipment LLC/card.toml",
        include_str!("../../../examples/外贸客户/国外客户/阿联酋/Barq Al Rimal Warehouse Equipment LLC/card.toml"),
    ),
    (
        "潜在客户/印度尼西亚/PT Gudang Ombak Tujuh/card.toml",
        include_str!("../../../examples/外贸客户/潜在客户/印度尼西亚/PT Gudang Ombak Tujuh/card.toml"),
    ),
    (
        "潜在客户/德国/Kranich & Sohn Intralogistik KG/card.toml",
        include_str!("../../../examples/外贸客户/潜在客户/德国/Kranich & Sohn Intralogistik KG/card.toml"),
    ),
    (
        "潜在客户/日本/株式会社みなと倉庫機材/card.toml",
        include_str!("../../../examples/外贸客户/潜在客户/日本/株式会社みなと倉庫機材/card.toml"),
    ),
    (
        "潜在客户/法国/Entrepôts Valmorin SARL/card.toml",
        include_str!("../../../examples/外贸客户/潜在客户/法国/Entrepôts Valmorin SARL/card.toml"),
    ),
    (
        "潜在客户/美国/Pinebarrow Supply Co/card.toml",
        include_str!("../../../examples/外贸客户/潜在客户/美国/Pinebarrow Supply Co/card.toml"),
    ),
    (
        "潜在客户/英国/Thistlegate Handling Ltd/card.toml",
        include_str!("../../../examples/外贸客户/潜在客户/英国/Thistlegate Handling Ltd/card.toml"),
    ),
    (
        "潜在客户/西班牙/Almacenes Torrefina S.L/card.toml",
        include_str!("../../../examples/外贸客户/潜在客户/西班牙/Almacenes Torrefina S.L/card.toml"),
    ),
    (
        "潜在客户/西班牙/Almacenes Torrefina S.L/客户交易卡_2026-11-18.txt",
        include_str!("../../../examples/外贸客户/潜在客户/西班牙/Almacenes Torrefina S.L/客户交易卡_2026-11-18.txt"),
    ),
];
