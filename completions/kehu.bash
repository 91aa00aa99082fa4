# Completion of kehu for bash; made by `kehu completions bash`.
#
# Asks kehu itself what may come next, so that customers, people and countries of the book are known too. kehu quotes
# what it offers; nothing of it is evaluated here.

_kehu() {
    COMPREPLY=()
    local answer candidate kehu
    # the kehu that is typed, which may stand in no folder of PATH
    kehu=$(type -P -- "${1/#\~\//$HOME/}") || kehu=kehu
    answer=$("$kehu" complete --shell bash --breaks "$COMP_WORDBREAKS" -- "${COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null)
    case $answer in
        file) compopt -o default 2>/dev/null ;;
        folder) compopt -o dirnames -o filenames 2>/dev/null ;;
        part$'\n'* | word$'\n'*)
            if [[ $answer == part* ]]; then compopt -o nospace 2>/dev/null; fi
            # bash 3 has no mapfile
            mapfile -t COMPREPLY 2>/dev/null <<<"${answer#*$'\n'}" ||
                while IFS= read -r candidate; do COMPREPLY+=("$candidate"); done <<<"${answer#*$'\n'}"
            ;;
    esac
}

complete -F _kehu kehu
