# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_kehu_global_optspecs
    string join \n C/book= today= lang= color= q/quiet y/yes as= h/help V/version
end

function __fish_kehu_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_kehu_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_kehu_using_subcommand
    set -l cmd (__fish_kehu_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c kehu -n "__fish_kehu_needs_command" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_needs_command" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_needs_command" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_needs_command" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_needs_command" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_needs_command" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_needs_command" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_needs_command" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_needs_command" -s V -l version -d 'Show the version'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "add" -d 'Add a customer'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "新增" -d 'Add a customer'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "log" -d 'Note a call, a visit, an inquiry, and what comes next'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "跟进" -d 'Note a call, a visit, an inquiry, and what comes next'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "due" -d 'See what is due, most urgent first'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "到期" -d 'See what is due, most urgent first'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "list" -d 'List customers'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "列表" -d 'List customers'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "show" -d 'Show one customer whole'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "查看" -d 'Show one customer whole'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "quote" -d 'Note a quotation, or how it ended'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "报价" -d 'Note a quotation, or how it ended'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "sample" -d 'Note a sample sent, received, judged'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "寄样" -d 'Note a sample sent, received, judged'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "order" -d 'Note an order'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "下单" -d 'Note an order'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "ship" -d 'Note a shipment of an order'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "出运" -d 'Note a shipment of an order'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "pay" -d 'Note a payment'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "收款" -d 'Note a payment'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "grade" -d 'Grade customers by share of sales and standing'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "评级" -d 'Grade customers by share of sales and standing'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "receivables" -d 'See who owes us, and since when'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "应收" -d 'See who owes us, and since when'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "init" -d 'Make a book, or adopt a tree of customer folders'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "建账" -d 'Make a book, or adopt a tree of customer folders'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "import" -d 'Bring customers, orders, payments in from a CSV file'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "导入" -d 'Bring customers, orders, payments in from a CSV file'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "set" -d 'Change fields of a card'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "修改" -d 'Change fields of a card'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "edit" -d 'Open a card in your editor, check it after'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "编辑" -d 'Open a card in your editor, check it after'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "lint" -d 'Check cards and tree'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "检查" -d 'Check cards and tree'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "schema" -d 'Print the JSON Schema of cards or of an output'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "字段规范" -d 'Print the JSON Schema of cards or of an output'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "completions" -d 'Print completions for a shell'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "补全" -d 'Print completions for a shell'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "man" -d 'Write man pages'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "手册" -d 'Write man pages'
complete -c kehu -n "__fish_kehu_using_subcommand add" -l name -d 'Full legal name' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l country -d 'The country, by any of its names or codes' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l stage -d 'prospect (default), customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l owner -d 'The salesperson in charge; --as unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l contact -d 'Whom we deal with' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l email -d 'E-mail of the firm or the contact' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l phone -d 'Phone, with country code' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l source -d 'Where we met' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand add" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand add" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand add" -l full -d 'A card with every field there is, as comments'
complete -c kehu -n "__fish_kehu_using_subcommand add" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand add" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand add" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand add" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l name -d 'Full legal name' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l country -d 'The country, by any of its names or codes' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l stage -d 'prospect (default), customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l owner -d 'The salesperson in charge; --as unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l contact -d 'Whom we deal with' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l email -d 'E-mail of the firm or the contact' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l phone -d 'Phone, with country code' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l source -d 'Where we met' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l full -d 'A card with every field there is, as comments'
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 新增" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand log" -s k -l kind -d 'What it was' -r -f -a "inquiry\t'inquiry'
call\t'call'
email\t'email'
message\t'message'
visit\t'visit'
meeting\t'meeting'
exhibition\t'exhibition'
complaint\t'complaint'
collection\t'collection'
report\t'report'
other\t'other'"
complete -c kehu -n "__fish_kehu_using_subcommand log" -l date -d 'When it was; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -l by -d 'Who of us; --as unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -l with -d 'Who of them' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -s n -l next -d 'When to follow up next, as 2026-12-01, friday or 3d' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -l next-kind -d 'How to follow up next' -r -f -a "inquiry\t'inquiry'
call\t'call'
email\t'email'
message\t'message'
visit\t'visit'
meeting\t'meeting'
exhibition\t'exhibition'
complaint\t'complaint'
collection\t'collection'
report\t'report'
other\t'other'"
complete -c kehu -n "__fish_kehu_using_subcommand log" -l effective -d 'Whether a visit, meeting or fair had any effect (第13条)' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -l order -d 'The order it was about' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand log" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand log" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand log" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand log" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand log" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand log" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -s k -l kind -d 'What it was' -r -f -a "inquiry\t'inquiry'
call\t'call'
email\t'email'
message\t'message'
visit\t'visit'
meeting\t'meeting'
exhibition\t'exhibition'
complaint\t'complaint'
collection\t'collection'
report\t'report'
other\t'other'"
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l date -d 'When it was; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l by -d 'Who of us; --as unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l with -d 'Who of them' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -s n -l next -d 'When to follow up next, as 2026-12-01, friday or 3d' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l next-kind -d 'How to follow up next' -r -f -a "inquiry\t'inquiry'
call\t'call'
email\t'email'
message\t'message'
visit\t'visit'
meeting\t'meeting'
exhibition\t'exhibition'
complaint\t'complaint'
collection\t'collection'
report\t'report'
other\t'other'"
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l effective -d 'Whether a visit, meeting or fair had any effect (第13条)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l order -d 'The order it was about' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 跟进" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand due" -l within -d 'Also what falls due within so many days, e.g. 7d' -r
complete -c kehu -n "__fish_kehu_using_subcommand due" -l kind -d 'Only this kind; may be repeated' -r -f -a "inquiry\t'inquiry'
follow_up\t'follow-up'
quote\t'quote'
sample\t'sample'
quiet\t'quiet'
review\t'review'
plan\t'visit'
payment\t'payment'
deposit\t'deposit'
reorder\t'reorder'
dishonoured\t'bill dishonoured'"
complete -c kehu -n "__fish_kehu_using_subcommand due" -l owner -d 'Only customers of this owner' -r
complete -c kehu -n "__fish_kehu_using_subcommand due" -l country -d 'Only customers in this country, by any of its names' -r
complete -c kehu -n "__fish_kehu_using_subcommand due" -l stage -d 'Only this stage: prospect, customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand due" -l format -d 'How to write it' -r -f -a "table\t''
md\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c kehu -n "__fish_kehu_using_subcommand due" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand due" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand due" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand due" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand due" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand due" -l exit-code -d 'Exit with 1 when something is due'
complete -c kehu -n "__fish_kehu_using_subcommand due" -s 0 -l null -d 'With --format ids: end each path with NUL, for xargs -0'
complete -c kehu -n "__fish_kehu_using_subcommand due" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand due" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand due" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l within -d 'Also what falls due within so many days, e.g. 7d' -r
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l kind -d 'Only this kind; may be repeated' -r -f -a "inquiry\t'inquiry'
follow_up\t'follow-up'
quote\t'quote'
sample\t'sample'
quiet\t'quiet'
review\t'review'
plan\t'visit'
payment\t'payment'
deposit\t'deposit'
reorder\t'reorder'
dishonoured\t'bill dishonoured'"
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l owner -d 'Only customers of this owner' -r
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l country -d 'Only customers in this country, by any of its names' -r
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l stage -d 'Only this stage: prospect, customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l format -d 'How to write it' -r -f -a "table\t''
md\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -l exit-code -d 'Exit with 1 when something is due'
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -s 0 -l null -d 'With --format ids: end each path with NUL, for xargs -0'
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 到期" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand list" -l owner -d 'Only customers of this owner' -r
complete -c kehu -n "__fish_kehu_using_subcommand list" -l country -d 'Only customers in this country, by any of its names' -r
complete -c kehu -n "__fish_kehu_using_subcommand list" -l stage -d 'Only this stage: prospect, customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand list" -l grade -d 'Only this grade in force' -r -f -a "A\t'A'
B\t'B'
C\t'C'
D\t'D'"
complete -c kehu -n "__fish_kehu_using_subcommand list" -l tag -d 'Only customers with this tag' -r
complete -c kehu -n "__fish_kehu_using_subcommand list" -l format -d 'How to write it' -r -f -a "table\t''
md\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c kehu -n "__fish_kehu_using_subcommand list" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand list" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand list" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand list" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand list" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand list" -s 0 -l null -d 'With --format ids: end each path with NUL, for xargs -0'
complete -c kehu -n "__fish_kehu_using_subcommand list" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand list" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand list" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l owner -d 'Only customers of this owner' -r
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l country -d 'Only customers in this country, by any of its names' -r
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l stage -d 'Only this stage: prospect, customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l grade -d 'Only this grade in force' -r -f -a "A\t'A'
B\t'B'
C\t'C'
D\t'D'"
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l tag -d 'Only customers with this tag' -r
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l format -d 'How to write it' -r -f -a "table\t''
md\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -s 0 -l null -d 'With --format ids: end each path with NUL, for xargs -0'
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 列表" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand show" -l order -d 'One order of the customer: quote, lines, shipments, payments, what is owed' -r
complete -c kehu -n "__fish_kehu_using_subcommand show" -l format -d 'How to write it; toml is the card as it stands' -r -f -a "text\t''
json\t''
toml\t''"
complete -c kehu -n "__fish_kehu_using_subcommand show" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand show" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand show" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand show" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand show" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand show" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand show" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand show" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -l order -d 'One order of the customer: quote, lines, shipments, payments, what is owed' -r
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -l format -d 'How to write it; toml is the card as it stands' -r -f -a "text\t''
json\t''
toml\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 查看" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand quote" -s i -l item -d 'A line: product;quantity [unit];unit price[;discount], as "Hand pallet truck;40 pcs;185.00;5%"' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l currency -d 'The currency, as USD' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l terms -d 'Incoterm and place, as "FOB Ningbo"' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l valid-until -d 'The last day on which it may be accepted, as 30d' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l date -d 'When it was made, or ended; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l moq -d 'Minimum order quantity' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l lead-days -d 'Lead time in days' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l replaces -d 'The quote that this one replaces' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l outcome -d 'How the quote ended; no new one is made' -r -f -a "open\t'open'
won\t'won'
lost\t'lost'
expired\t'expired'
superseded\t'superseded'"
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l reason -d 'Why it ended so' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand quote" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand quote" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand quote" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand quote" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -s i -l item -d 'A line: product;quantity [unit];unit price[;discount], as "Hand pallet truck;40 pcs;185.00;5%"' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l currency -d 'The currency, as USD' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l terms -d 'Incoterm and place, as "FOB Ningbo"' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l valid-until -d 'The last day on which it may be accepted, as 30d' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l date -d 'When it was made, or ended; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l moq -d 'Minimum order quantity' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l lead-days -d 'Lead time in days' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l replaces -d 'The quote that this one replaces' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l outcome -d 'How the quote ended; no new one is made' -r -f -a "open\t'open'
won\t'won'
lost\t'lost'
expired\t'expired'
superseded\t'superseded'"
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l reason -d 'Why it ended so' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 报价" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l date -d 'When it was sent; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l courier -d 'The courier' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l tracking -d 'The tracking number' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l fee -d 'What sending it costs' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l currency -d 'The currency of the fee' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l received -d 'It arrived: noted on the sample that waits for feedback' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l feedback -d 'What the customer says of it' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand sample" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand sample" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand sample" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand sample" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l date -d 'When it was sent; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l courier -d 'The courier' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l tracking -d 'The tracking number' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l fee -d 'What sending it costs' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l currency -d 'The currency of the fee' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l received -d 'It arrived: noted on the sample that waits for feedback' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l feedback -d 'What the customer says of it' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 寄样" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand order" -s i -l item -d 'A line: product;quantity [unit];unit price[;discount], as "Hand pallet truck;40 pcs;185.00;5%"' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l amount -d 'The total, where the lines are not known' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l currency -d 'The currency, as USD' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l quote -d 'The quote it came from: gives lines, currency and terms, and is won by it' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l terms -d 'Incoterm and place, as "FOB Ningbo"' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l date -d 'When it was placed; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l deposit -d 'The deposit, a share of the order, as 30%' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l pay -d 'How the balance is paid; the customer\'s terms in force unless given' -r -f -a "advance\t'cash in advance'
before_shipment\t'before shipment'
bl_copy\t'against B/L copy'
lc\t'letter of credit'
dp\t'documents against payment'
da\t'documents against acceptance'
oa\t'open account'"
complete -c kehu -n "__fish_kehu_using_subcommand order" -l days -d 'Days from B/L date to payment' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l required -d 'When the customer wants the goods' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l due -d 'The day payment is due, whenever it is shipped' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l credits -d 'A credit note for this order; its lines may be negative' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l status -d 'How far it has come; confirmed unless given' -r -f -a "confirmed\t'confirmed'
production\t'in production'
shipped\t'shipped'
delivered\t'delivered'
on_hold\t'on hold'
disputed\t'disputed'
cancelled\t'cancelled'"
complete -c kehu -n "__fish_kehu_using_subcommand order" -l by -d 'Who of us; --as unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l note -d 'A note' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand order" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand order" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand order" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand order" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand order" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand order" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -s i -l item -d 'A line: product;quantity [unit];unit price[;discount], as "Hand pallet truck;40 pcs;185.00;5%"' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l amount -d 'The total, where the lines are not known' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l currency -d 'The currency, as USD' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l quote -d 'The quote it came from: gives lines, currency and terms, and is won by it' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l terms -d 'Incoterm and place, as "FOB Ningbo"' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l date -d 'When it was placed; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l deposit -d 'The deposit, a share of the order, as 30%' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l pay -d 'How the balance is paid; the customer\'s terms in force unless given' -r -f -a "advance\t'cash in advance'
before_shipment\t'before shipment'
bl_copy\t'against B/L copy'
lc\t'letter of credit'
dp\t'documents against payment'
da\t'documents against acceptance'
oa\t'open account'"
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l days -d 'Days from B/L date to payment' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l required -d 'When the customer wants the goods' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l due -d 'The day payment is due, whenever it is shipped' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l credits -d 'A credit note for this order; its lines may be negative' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l status -d 'How far it has come; confirmed unless given' -r -f -a "confirmed\t'confirmed'
production\t'in production'
shipped\t'shipped'
delivered\t'delivered'
on_hold\t'on hold'
disputed\t'disputed'
cancelled\t'cancelled'"
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l by -d 'Who of us; --as unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l note -d 'A note' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 下单" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l amount -d 'What this shipment is worth; all that is not shipped yet unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l date -d 'The B/L date; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l bl -d 'The B/L number' -r
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l invoice -d 'The invoice number' -r
complete -c kehu -n "__fish_kehu_using_subcommand ship" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l released -d 'Goods or documents are handed over before payment'
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l last -d 'The rest will not come; without --amount nothing more is shipped'
complete -c kehu -n "__fish_kehu_using_subcommand ship" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand ship" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand ship" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand ship" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l amount -d 'What this shipment is worth; all that is not shipped yet unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l date -d 'The B/L date; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l bl -d 'The B/L number' -r
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l invoice -d 'The invoice number' -r
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l released -d 'Goods or documents are handed over before payment'
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l last -d 'The rest will not come; without --amount nothing more is shipped'
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 出运" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l currency -d 'The currency; that of the order unless given, or of all open orders' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l order -d 'The order it is for; without one the oldest orders are settled first' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -s k -l kind -d 'What it was; a receipt unless given' -r -f -a "receipt\t'receipt'
bank_charge\t'bank charge'
discount\t'discount'
credit_note\t'credit note'
write_off\t'write-off'
refund\t'refund'"
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l date -d 'When it came in; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l settles -d 'What it settles in the order\'s currency, where that is another' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l method -d 'How it was paid, as T/T' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l reference -d 'The bank\'s reference' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l payer -d 'Who paid, where it was a third party' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l note -d 'A note' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l settle -d 'Book a small rest of the order as bank charge'
complete -c kehu -n "__fish_kehu_using_subcommand pay" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand pay" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand pay" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand pay" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l currency -d 'The currency; that of the order unless given, or of all open orders' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l order -d 'The order it is for; without one the oldest orders are settled first' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -s k -l kind -d 'What it was; a receipt unless given' -r -f -a "receipt\t'receipt'
bank_charge\t'bank charge'
discount\t'discount'
credit_note\t'credit note'
write_off\t'write-off'
refund\t'refund'"
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l date -d 'When it came in; today unless given' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l settles -d 'What it settles in the order\'s currency, where that is another' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l method -d 'How it was paid, as T/T' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l reference -d 'The bank\'s reference' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l payer -d 'Who paid, where it was a third party' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l note -d 'A note' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l settle -d 'Book a small rest of the order as bank charge'
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 收款" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l since -d 'Only sales from this day on' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l until -d 'Only sales up to this day' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l by -d 'Take the customers of each together; bands stay those of the whole book' -r -f -a "owner\t'owner'
country\t'country'"
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l explain -d 'The arithmetic of one customer, line by line' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l owner -d 'Only customers of this owner' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l country -d 'Only customers in this country, by any of its names' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l stage -d 'Only this stage: prospect, customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l format -d 'How to write it' -r -f -a "table\t''
md\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c kehu -n "__fish_kehu_using_subcommand grade" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand grade" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand grade" -s 0 -l null -d 'With --format ids: end each path with NUL, for xargs -0'
complete -c kehu -n "__fish_kehu_using_subcommand grade" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand grade" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand grade" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l since -d 'Only sales from this day on' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l until -d 'Only sales up to this day' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l by -d 'Take the customers of each together; bands stay those of the whole book' -r -f -a "owner\t'owner'
country\t'country'"
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l explain -d 'The arithmetic of one customer, line by line' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l owner -d 'Only customers of this owner' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l country -d 'Only customers in this country, by any of its names' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l stage -d 'Only this stage: prospect, customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l format -d 'How to write it' -r -f -a "table\t''
md\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -s 0 -l null -d 'With --format ids: end each path with NUL, for xargs -0'
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 评级" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l by -d 'One line for each; a customer unless given' -r -f -a "customer\t'customer'
owner\t'owner'
country\t'country'
currency\t'currency'"
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l owner -d 'Only customers of this owner' -r
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l country -d 'Only customers in this country, by any of its names' -r
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l stage -d 'Only this stage: prospect, customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l format -d 'How to write it' -r -f -a "table\t''
md\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -s 0 -l null -d 'With --format ids: end each path with NUL, for xargs -0'
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand receivables" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l by -d 'One line for each; a customer unless given' -r -f -a "customer\t'customer'
owner\t'owner'
country\t'country'
currency\t'currency'"
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l owner -d 'Only customers of this owner' -r
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l country -d 'Only customers in this country, by any of its names' -r
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l stage -d 'Only this stage: prospect, customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l format -d 'How to write it' -r -f -a "table\t''
md\t''
json\t''
jsonl\t''
csv\t''
ids\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -s 0 -l null -d 'With --format ids: end each path with NUL, for xargs -0'
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 应收" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand init" -l currency -d 'The base currency' -r
complete -c kehu -n "__fish_kehu_using_subcommand init" -l stage -d 'A stage folder and its kind (prospect or customer); may be repeated' -r
complete -c kehu -n "__fish_kehu_using_subcommand init" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand init" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand init" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand init" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand init" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand init" -l adopt -d 'Make a card for each company folder that has none; nothing else is touched'
complete -c kehu -n "__fish_kehu_using_subcommand init" -l demo -d 'Fill it with invented customers, dated around today'
complete -c kehu -n "__fish_kehu_using_subcommand init" -l dry-run -d 'Show which files would be made, make none'
complete -c kehu -n "__fish_kehu_using_subcommand init" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand init" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand init" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l currency -d 'The base currency' -r
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l stage -d 'A stage folder and its kind (prospect or customer); may be repeated' -r
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l adopt -d 'Make a card for each company folder that has none; nothing else is touched'
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l demo -d 'Fill it with invented customers, dated around today'
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -l dry-run -d 'Show which files would be made, make none'
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 建账" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand import" -l stage -d 'Where new customers go: prospect (default), customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand import" -l map -d 'What columns and values mean, in TOML' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand import" -l rejects -d 'Write the rejected rows there, each with its reason' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand import" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand import" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand import" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand import" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand import" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand import" -l dry-run -d 'Show what would be added, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand import" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand import" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand import" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -l stage -d 'Where new customers go: prospect (default), customer, or a stage folder' -r
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -l map -d 'What columns and values mean, in TOML' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -l rejects -d 'Write the rejected rows there, each with its reason' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -l dry-run -d 'Show what would be added, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 导入" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand set" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand set" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand set" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand set" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand set" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand set" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand set" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand set" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand set" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 修改" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand edit" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand edit" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand edit" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand edit" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand edit" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand edit" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand edit" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand edit" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 编辑" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 编辑" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 编辑" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 编辑" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 编辑" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 编辑" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 编辑" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 编辑" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l explain -d 'What a check finds and why, with an example; without CODE: all checks' -r
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l format -d 'How to write it' -r -f -a "human\t''
json\t''
sarif\t''
github\t''"
complete -c kehu -n "__fish_kehu_using_subcommand lint" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l fix -d 'Mend what can be mended without losing anything'
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l strict -d 'Warnings count as errors'
complete -c kehu -n "__fish_kehu_using_subcommand lint" -l dry-run -d 'With --fix: show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand lint" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand lint" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand lint" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l explain -d 'What a check finds and why, with an example; without CODE: all checks' -r
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l format -d 'How to write it' -r -f -a "human\t''
json\t''
sarif\t''
github\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l fix -d 'Mend what can be mended without losing anything'
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l strict -d 'Warnings count as errors'
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -l dry-run -d 'With --fix: show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 检查" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand schema" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand schema" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand schema" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand schema" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand schema" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand schema" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand schema" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand schema" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 字段规范" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 字段规范" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 字段规范" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 字段规范" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 字段规范" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 字段规范" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 字段规范" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 字段规范" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand completions" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand completions" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand completions" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand completions" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand completions" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand completions" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand completions" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand completions" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 补全" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 补全" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 补全" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 补全" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 补全" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 补全" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 补全" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 补全" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand man" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand man" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand man" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand man" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand man" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand man" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand man" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand man" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand man" -s h -l help -d 'Show help'
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -s C -l book -d 'The book, or a folder in it (KEHU_BOOK)' -r -F
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -l today -d 'Report as of this day, e.g. 2026-11-23 (KEHU_TODAY)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -l lang -d 'zh-CN or en (KEHU_LANG)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -l color -d 'Colour the output (KEHU_COLOR, NO_COLOR)' -r -f -a "auto\t''
always\t''
never\t''"
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -l as -d 'Who is acting (KEHU_AS)' -r
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -l dry-run -d 'Show what would be written, write nothing'
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -s q -l quiet -d 'Say nothing but answers and errors'
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -s y -l yes -d 'Answer yes to every question'
complete -c kehu -n "__fish_kehu_using_subcommand 手册" -s h -l help -d 'Show help'
