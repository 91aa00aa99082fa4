# Completion of kehu for fish; made by `kehu completions fish`.
#
# Asks kehu itself what may come next, so that customers, people and countries of the book are known too. What kehu
# offers is quoted by fish; nothing of it is evaluated here.

function __kehu_complete
    set -l words (commandline -opc)
    set -l current (string unescape -- (commandline -ct))
    # the kehu that is typed, which may stand in no folder of PATH
    set -l kehu (string replace -r '^~/' "$HOME/" -- $words[1])
    command -sq -- $kehu; or set kehu kehu
    command -sq -- $kehu; or return
    set -l answer (command $kehu complete --shell fish -- $words "$current" 2>/dev/null </dev/null)
    switch "$answer[1]"
        case file
            __fish_complete_path "$current"
        case folder
            __fish_complete_directories "$current"
        case part word
            printf '%s\n' $answer[2..]
    end
end

complete -c kehu -f -a '(__kehu_complete)'
