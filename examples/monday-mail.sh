#!/bin/sh
# Monday mail: what is due this week, as a Markdown table. 每周一把一周内到期的事寄出去。
#
#   monday-mail.sh BOOK ADDRESS [OWNER]
#
# In the crontab (`crontab -e`; cron knows little of your PATH, so name kehu in full):
#
#   KEHU=/usr/local/bin/kehu
#   30 7 * * 1  /usr/local/bin/monday-mail.sh /home/me/外贸客户 zhang@example.com 张伟
#   35 7 * * 1  /usr/local/bin/kehu -q -C /home/me/外贸客户 report overview -o /home/me/overview.html
#
# (The second line draws the book on one page, anew each Monday. 第二行每周一重画一页总览。)
#
# Nothing due, nothing sent. A card that cannot be read does not hold the mail back: the rest goes out, kehu's remark
# stays on stderr (cron mails that to you), and the script ends with kehu's exit code.
#
# MAILER is a shell command that gets the text on stdin, with MAIL_TO and MAIL_SUBJECT in its environment:
#   MAILER='cat >> "$HOME/due.md"'
# Without it: mail -s SUBJECT ADDRESS.
set -eu

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
    echo "usage: monday-mail.sh BOOK ADDRESS [OWNER]" >&2
    exit 2
fi
book=$1
MAIL_TO=$2
owner=${3-}

MAIL_SUBJECT="kehu: 本周到期${owner:+（$owner）}"
export MAIL_TO MAIL_SUBJECT

status=0
text=$("${KEHU:-kehu}" -q -C "$book" due --within 7d ${owner:+--owner "$owner"} --format md) || status=$?

if [ -n "$text" ]; then
    if [ -n "${MAILER:-}" ]; then
        printf '%s\n' "$text" | sh -c "$MAILER"
    else
        printf '%s\n' "$text" | mail -s "$MAIL_SUBJECT" "$MAIL_TO"
    fi
fi
exit "$status"
