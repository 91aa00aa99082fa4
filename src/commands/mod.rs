//! The commands, one file each: what may be said to it, and what it does.

mod acting;
mod append;
pub mod complete;
mod counted;
mod deal;
mod found;
mod holder;
mod likely;
mod owed;
mod period;
mod remedies;
mod resolve;
pub mod sheets;
pub mod today;
pub mod waiting;

use crate::cli::Context;
use crate::error::{Exit, Result};
use crate::lang::{Words, tr};

/// Whether a command does nothing but answer, by the mark in its row: `paged`, or `nested` where its own commands differ.
macro_rules! is_paged {
    ($args:ident) => {
        false
    };
    ($args:ident paged) => {
        true
    };
    ($args:ident nested) => {
        $args.is_paged()
    };
}

/// Declares the commands of a command: the same row each as in the table of commands. Its `Args` hold one of them.
macro_rules! subcommands {
    ($(#[$meta:meta])* $($module:ident $variant:ident $name:literal $zh:literal $about_en:literal $about_zh:literal $($paged:ident)?;)+) => {
        $(pub mod $module;)+

        $(#[$meta])*
        #[derive(clap::Subcommand)]
        pub enum What {
            $(
                #[doc = $about_en]
                #[command(name = $name, visible_alias = $zh, about = $crate::lang::tr($about_en, $about_zh))]
                $variant(Box<$module::Args>),
            )+
        }

        impl What {
            /// Does it.
            ///
            /// # Errors
            /// Whatever keeps it from being done.
            pub fn run(self, context: &mut $crate::cli::Context<'_>) -> $crate::error::Result<$crate::error::Exit> {
                match self { $(Self::$variant(args) => args.run(context),)+ }
            }

            /// Whether it does nothing but answer.
            pub fn is_paged(&self) -> bool {
                match self { $(Self::$variant(_args) => is_paged!(_args $($paged)?),)+ }
            }
        }
    };
}

/// The same, with `Args` that hold one of them and nothing else.
macro_rules! command_group {
    ($($rows:tt)+) => {
        subcommands! {
            /// What to do.
            $($rows)+
        }

        /// What may be said to it: one of its commands.
        #[derive(clap::Args)]
        pub struct Args {
            #[command(subcommand)]
            what: What,
        }

        impl Args {
            /// Does what is said.
            ///
            /// # Errors
            /// Whatever keeps it from being done.
            pub fn run(self, context: &mut $crate::cli::Context<'_>) -> $crate::error::Result<$crate::error::Exit> {
                self.what.run(context)
            }

            /// Whether it does nothing but answer.
            pub fn is_paged(&self) -> bool {
                self.what.is_paged()
            }
        }
    };
}

/// Declares the commands by group: name, Chinese alias, what it is for; `paged` where it does nothing but answer.
macro_rules! commands {
    ($($group_en:literal $group_zh:literal { $($module:ident $variant:ident $name:literal $zh:literal $about_en:literal $about_zh:literal $($paged:ident)?;)+ })+) => {
        $($(pub mod $module;)+)+

        /// What to do.
        #[derive(clap::Subcommand)]
        pub enum Command {
            $($(
                #[doc = $about_en]
                #[command(name = $name, visible_alias = $zh, about = tr($about_en, $about_zh))]
                $variant(Box<$module::Args>),
            )+)+
        }

        impl Command {
            /// Does it.
            ///
            /// # Errors
            /// Whatever keeps it from being done.
            pub fn run(self, context: &mut Context<'_>) -> Result<Exit> {
                match self { $($(Self::$variant(args) => args.run(context),)+)+ }
            }

            /// Whether it does nothing but answer: then a long answer may go through a pager.
            pub fn is_paged(&self) -> bool {
                match self { $($(Self::$variant(_args) => is_paged!(_args $($paged)?),)+)+ }
            }
        }

        /// The groups of `kehu --help`, in order.
        pub const GROUPS: &[(Words, &[&str])] = &[$((Words::new($group_en, $group_zh), &[$($name),+])),+];
    };
}

commands! {
    "Daily" "日常" {
        add Add "add" "新增" "Add a customer" "新增客户";
        log Log "log" "跟进" "Note a call, a visit, an inquiry, and what comes next" "记录电话、拜访、询盘及下次跟进";
        due Due "due" "到期" "See what is due, most urgent first" "查看到期事项，最急的在前" paged;
        search Search "search" "查找" "Find customers by any word on their cards" "按卡片中的任意文字查找客户" paged;
        list List "list" "列表" "List customers" "列出客户" paged;
        show Show "show" "查看" "Show one customer whole" "查看一个客户的全部资料" paged;
    }
    "Deals" "业务" {
        next Next "next" "下一步" "See the step that comes next, and what it still needs" "查看下一步及所缺资料" paged;
        plan Plan "plan" "访问计划" "See, add to and restore the visit plan" "查看、安排、恢复访问计划" nested;
        promote Promote "promote" "转正式" "Make a prospect a customer" "潜在客户转为正式客户";
        quote Quote "quote" "报价" "Note a quotation, or how it ended" "登记报价或其结果";
        sample Sample "sample" "寄样" "Note a sample sent, received, judged" "登记寄样、签收和反馈";
        order Order "order" "下单" "Note an order" "登记订单";
        ship Ship "ship" "出运" "Note a shipment of an order" "登记出运";
        pay Pay "pay" "收款" "Note a payment" "登记收款";
    }
    "Credit" "信用" {
        grade Grade "grade" "评级" "Grade customers by share of sales and standing" "按销售占比和信用状况评级" paged;
        receivables Receivables "receivables" "应收" "See who owes us, and since when" "查看应收账款和账龄" paged;
        credit Credit "credit" "信用" "See credit, check an order against it, set a limit" "查看信用、审核订单、设定额度" nested;
        investigate Investigate "investigate" "信用调查" "Investigate a customer's credit" "对客户进行信用调查";
        alert Alert "alert" "紧急报告" "Report a change of credit, direct, act, close" "上报信用变化、批示、落实对策、结案" nested;
        suspend Suspend "suspend" "暂停" "Stop supply at once" "立即暂停供货";
        halt Halt "halt" "中止" "End trading on the superior's directive" "按上级批示中止交易";
        resume Resume "resume" "恢复" "Ask to trade again" "申请恢复交易";
        request Request "request" "审批" "File, see and decide requests" "提交、查看、批复申请" nested;
        policy Policy "policy" "信用政策" "See, check, weigh and approve the credit policy" "查看、校验、测算、批准信用政策" nested;
    }
    "Papers" "单证" {
        doc Doc "doc" "制单" "Fill a template: Word, Excel, Markdown, text, HTML" "用模板制单：Word、Excel、Markdown、文本、HTML";
        report Report "report" "报告" "Write a report" "生成报告" nested;
    }
    "Numbers" "统计" {
        stats Stats "stats" "统计" "Count sales by product, country, type, grade, owner, month, conduct" "按产品、国家、类型、等级、负责人、月份、付款表现统计" paged;
        export Export "export" "导出" "Write customers, orders, payments and what is due for Excel, calendars and others" "导出客户、订单、收款、到期事项：Excel、日历等";
    }
    "Book" "账套" {
        init Init "init" "建账" "Make a book, or adopt a tree of customer folders" "新建账套，或接管已有的客户文件夹";
        import Import "import" "导入" "Bring customers, orders, payments in: Excel, CSV, vCard, forms" "导入客户、订单、收款：Excel、CSV、名片、表格";
        set Set "set" "修改" "Change fields of a card" "修改卡片字段";
        edit Edit "edit" "编辑" "Open a card in your editor, check it after" "用编辑器打开卡片，保存后检查";
        backup Backup "backup" "备份" "Make a dated, verified copy of the book" "备份账套并核对";
        lint Lint "lint" "检查" "Check cards and tree" "检查卡片和文件夹" paged;
        help Help "help" "帮助" "Explain a command, or how customers are asked for" "查看命令或查询写法的帮助" paged;
        schema Schema "schema" "字段规范" "Print the JSON Schema of cards or of an output" "输出卡片或结果的 JSON Schema" paged;
        completions Completions "completions" "补全" "Print completions for a shell" "输出命令行补全脚本";
        man Man "man" "手册" "Write man pages" "生成手册页";
    }
}
