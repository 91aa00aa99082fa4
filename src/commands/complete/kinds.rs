//! What the value of an argument is: the one table that says so. A test fails where an argument is missing here.

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A customer, by name or path.
    Customer,
    /// A folder of the book: a customer's, a country's, a stage's.
    Inside,
    /// A country.
    Country,
    /// Who is in charge of customers.
    Owner,
    /// One of our own people.
    Person,
    /// A stage.
    Stage,
    /// The number of an order of the customer that was named before.
    Order,
    /// The number of a quote of that customer.
    Quote,
    /// `path=value` of a card.
    Field,
    /// Which customers are meant.
    Query,
    /// Names of fields between commas.
    Columns,
    /// The same, each with - before it where the largest comes first.
    Orders,
    /// What there is help on.
    Topic,
    /// The code of a check.
    Check,
    /// The code of a currency.
    Currency,
    /// A language of ours.
    Language,
    /// A file anywhere.
    File,
    /// A folder anywhere.
    Folder,
    /// Whatever people write: nothing to offer.
    Plain,
}

/// The arguments that take a free value: `command.argument`, `credit.check.argument` where a command has its own, and the options of every command by name alone.
pub const KINDS: &[(Kind, &[&str])] = &[
    (
        Kind::Customer,
        &[
            "edit.name",
            "grade.explain",
            "investigate.name",
            "log.name",
            "order.name",
            "pay.name",
            "quote.name",
            "report.investigation.name",
            "sample.name",
            "set.name",
            "ship.name",
            "show.name",
        ],
    ),
    (Kind::Inside, &["lint.paths"]),
    (
        Kind::Country,
        &["add.country", "due.country", "grade.country", "list.country", "receivables.country", "search.country"],
    ),
    (Kind::Owner, &["add.owner", "due.owner", "grade.owner", "list.owner", "receivables.owner", "search.owner"]),
    (Kind::Person, &["person", "investigate.assessed_by", "investigate.by", "investigate.to", "log.by", "order.by"]),
    (
        Kind::Stage,
        &["add.stage", "due.stage", "grade.stage", "import.stage", "list.stage", "receivables.stage", "search.stage"],
    ),
    (Kind::Order, &["log.order", "order.credits", "pay.order", "ship.number", "show.order"]),
    (Kind::Quote, &["order.quote", "quote.number", "quote.replaces"]),
    (Kind::Field, &["add.fields", "set.changes"]),
    (Kind::Query, &["due.query", "grade.query", "list.query", "receivables.query", "search.query", "set.query"]),
    (Kind::Columns, &["list.columns"]),
    (Kind::Orders, &["list.sort"]),
    (Kind::Topic, &["help.topic"]),
    (Kind::Check, &["lint.explain"]),
    (Kind::Currency, &["init.currency", "order.currency", "pay.currency", "quote.currency", "sample.currency"]),
    (Kind::Language, &["lang"]),
    (Kind::File, &["import.file", "import.map", "import.rejects", "investigate.from"]),
    (Kind::Folder, &["book", "init.dir", "man.dir"]),
    (
        Kind::Plain,
        &[
            "today",
            "add.contact",
            "add.email",
            "add.name",
            "add.phone",
            "add.source",
            "due.within",
            "grade.since",
            "grade.until",
            "init.stages",
            "investigate.basic",
            "investigate.basic_source",
            "investigate.business",
            "investigate.business_source",
            "investigate.completed",
            "investigate.conclusion",
            "investigate.confirmed",
            "investigate.date",
            "investigate.evidence",
            "investigate.finance",
            "investigate.finance_source",
            "investigate.limit",
            "investigate.reported",
            "investigate.term",
            "investigate.trade",
            "investigate.trade_source",
            "investigate.traits",
            "investigate.traits_source",
            // tags stand in cards alone, and to read them all takes longer than one waits at Tab
            "list.tag",
            "log.date",
            "log.effective",
            "log.next",
            "log.summary",
            "log.with",
            "order.amount",
            "order.date",
            "order.days",
            "order.deposit",
            "order.due",
            "order.items",
            "order.note",
            // a new one
            "order.number",
            "order.required",
            "order.terms",
            "pay.amount",
            "pay.date",
            "pay.method",
            "pay.note",
            "pay.payer",
            "pay.reference",
            "pay.settles",
            "quote.date",
            "quote.items",
            "quote.lead_days",
            "quote.moq",
            "quote.reason",
            "quote.terms",
            "quote.valid_until",
            "report.investigation.date",
            "sample.courier",
            "sample.date",
            "sample.fee",
            "sample.feedback",
            "sample.product",
            "sample.received",
            "sample.tracking",
            "ship.amount",
            "ship.bl",
            "ship.date",
            "ship.invoice",
        ],
    ),
];

/// What the value of a command's argument is; `None` where the table does not say.
pub fn kind_of(command: &str, argument: &str) -> Option<Kind> {
    let own = format!("{command}.{argument}");
    let said = |name: &str| KINDS.iter().find(|(_, names)| names.contains(&name)).map(|(kind, _)| *kind);
    said(&own).or_else(|| said(argument))
}
