#!/bin/sh
# A handful of pipelines, to copy from. 常用的几条管道命令，拿去改。
#
#   pipelines.sh BOOK
#
# `--format ids` prints paths from the book's root, `-0` ends each with NUL, so that spaces and quotes in a company's
# name do no harm. csv, json and jsonl have the same keys in every language. jq does the Python lines' work as well.
set -eu

if [ $# -ne 1 ]; then
    echo "usage: pipelines.sh BOOK" >&2
    exit 2
fi
kehu=${KEHU:-kehu}
case $kehu in
/*) ;;
*/*) kehu=$PWD/$kehu ;;
esac
cd "$1"

echo '== 1. The card of everyone whose quote waits for an answer 报价待跟进的客户，逐个看卡'
"$kehu" due --kind quote --format ids -0 | xargs -0 -r -n 1 "$kehu" show

echo '== 2. What is due, counted by owner and kind 到期事项，按业务员和类别计数'
"$kehu" due --within 7d --format jsonl |
    python3 -c '
import collections, json, sys
rows = (json.loads(line) for line in sys.stdin)
count = collections.Counter((row["owner"] or "-", row["kind"]) for row in rows)
for (owner, kind), n in sorted(count.items()):
    print(owner, kind, n, sep="\t")
'

echo '== 3. Customers by country and grade 客户数，按国家和等级'
"$kehu" list --format csv |
    python3 -c '
import collections, csv, sys
sys.stdin.reconfigure(encoding="utf-8-sig")
count = collections.Counter((row["country"], row["grade"] or "-") for row in csv.DictReader(sys.stdin))
for (country, grade), n in sorted(count.items()):
    print(country, grade, n, sep="\t")
'

echo '== 4. Overdue by more than three days, worst first 逾期三天以上，最久的在前'
"$kehu" due --format json |
    python3 -c '
import json, sys
late = [row for row in json.load(sys.stdin) if (row["days_overdue"] or 0) > 3]
for row in sorted(late, key=lambda row: -row["days_overdue"]):
    print(row["days_overdue"], row["kind"], row["company"], row["summary"], sep="\t")
'

echo '== 5. The five customers with the most papers, in KiB 资料最多的五家'
"$kehu" list --format ids -0 | xargs -0 -r du -sk | sort -rn | head -n 5

echo '== 6. Cards that nobody owns 没有业务员的客户'
"$kehu" list --format jsonl |
    python3 -c '
import json, sys
for line in sys.stdin:
    row = json.loads(line)
    if not row["owner"]:
        print(row["path"])
'

echo '== 7. Overdue money in base currency, and the last dunning 逾期货款（本位币）和上次催款'
"$kehu" receivables --format csv |
    python3 -c '
import csv, decimal, sys
sys.stdin.reconfigure(encoding="utf-8-sig")
ages = ["overdue_1_30", "overdue_31_60", "overdue_61_90", "overdue_over_90"]
for row in csv.DictReader(sys.stdin):
    overdue = sum(decimal.Decimal(row[age]) for age in ages)
    if overdue > 0:
        print(row["name"], overdue, row["last_collection"] or "-", sep="\t")
'

echo '== 8. Grades in force that are not the proposal 核定等级与建议等级不同的客户'
"$kehu" grade --format jsonl |
    python3 -c '
import json, sys
for line in sys.stdin:
    row = json.loads(line)
    if row["grade"] != row["proposal"]:
        print(row["name"], row["grade"] or "-", row["proposal"] + "?" * row["provisional"], row["reasons"][-1], sep="\t")
'

echo '== 9. What is due in thirty days, for the calendar 三十天内到期的事，导进日历'
"$kehu" export ics --within 30d | grep -c "^BEGIN:VEVENT"

echo '== 10. Who of a list is not in the book yet 名单里哪些客户账套中还没有'
list=$(mktemp)
trap 'rm -f "$list"' EXIT
printf 'Company,Country\nKranich & Sohn Intralogistik KG,DE\nNordlicht Hubtechnik GmbH,DE\n' >"$list"
"$kehu" -q import customers "$list" --dry-run
