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
complete -c kehu -n "__fish_kehu_needs_command" -f -a "init" -d 'Make a book, or adopt a tree of customer folders'
complete -c kehu -n "__fish_kehu_needs_command" -f -a "建账" -d 'Make a book, or adopt a tree of customer folders'
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
plan\t'visit'"
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
plan\t'visit'"
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
