#!/usr/bin/env python3
"""Write table.rs, the telephone numbers that each calling code gives out, from libphonenumber's metadata.

    python3 generate.py PhoneNumberMetadata.xml table.rs

A number's first three digits tell its possible lengths: that is worked out from the patterns of every type of number.
Standard library only. The same input gives the same bytes.
"""

import itertools
import re
import sys
import xml.etree.ElementTree as ElementTree
from re import _constants as op
from re import _parser

VERSION = "9.0.33"
DIGITS = "0123456789"
KNOWN = 3  # leading digits of a number that are looked at
PREFIX_LIMIT = 3  # longer prefixes choose a carrier by a code that nobody writes down
TYPES = "fixedLine mobile pager tollFree premiumRate sharedCost personalNumber voip uan voicemail".split()
# Gabon's numbers are written with the 0 of their old form, in and out of the country
FURTHER = {"GA": {"0"}}


class Pattern:
    """What a pattern of digits matches, as a nondeterministic automaton."""

    def __init__(self, pattern: str):
        self.blank: list[list[int]] = []
        self.moves: list[list[tuple[set[str], int]]] = []
        first = self.state()
        self.last = self.add(_parser.parse(pattern), first)
        self.start = self.closed({first})
        self.known: dict[frozenset[int], frozenset[int]] = {}

    def state(self) -> int:
        self.blank.append([])
        self.moves.append([])
        return len(self.blank) - 1

    def add(self, items, at: int) -> int:
        for kind, value in items:
            if kind in (op.LITERAL, op.IN):
                to = self.state()
                self.moves[at].append((members(kind, value), to))
                at = to
            elif kind is op.SUBPATTERN:
                at = self.add(value[3], at)
            elif kind is op.BRANCH:
                to = self.state()
                for way in value[1]:
                    self.blank[self.add(way, at)].append(to)
                at = to
            elif kind is op.MAX_REPEAT:
                least, most, items = value
                for _ in range(least):
                    at = self.add(items, at)
                to = self.state()
                self.blank[at].append(to)
                for _ in range(most - least):
                    at = self.add(items, at)
                    self.blank[at].append(to)
                at = to
            elif kind is not op.AT:  # a pattern is matched whole as it is
                raise ValueError(kind)
        return at

    def closed(self, states: set[int]) -> frozenset[int]:
        todo = list(states)
        while todo:
            for state in self.blank[todo.pop()]:
                if state not in states:
                    states.add(state)
                    todo.append(state)
        return frozenset(states)

    def after(self, states: frozenset[int], digit: str) -> frozenset[int]:
        return self.closed({to for state in states for digits, to in self.moves[state] if digit in digits})

    def lengths(self, states: frozenset[int]) -> frozenset[int]:
        """How many digits may follow."""
        if states not in self.known:
            ways = {self.after(states, digit) for digit in DIGITS} - {frozenset()}
            longer = {1 + length for way in ways for length in self.lengths(way)}
            self.known[states] = frozenset(longer | ({0} if self.last in states else set()))
        return self.known[states]

    def leads(self, states: frozenset[int] | None = None, lead: str = ""):
        """Every lead of KNOWN digits, with the lengths of its numbers."""
        states = self.start if states is None else states
        if len(lead) == KNOWN:
            yield lead, {KNOWN + length for length in self.lengths(states)}
        elif states:
            assert self.last not in states, "a number shorter than the lead"
            for digit in DIGITS:
                yield from self.leads(self.after(states, digit), lead + digit)

    def words(self, limit: int, states: frozenset[int] | None = None, word: str = ""):
        """What it matches in up to so many digits."""
        states = self.start if states is None else states
        if self.last in states and word:
            yield word
        if len(word) < limit and states:
            for digit in DIGITS:
                yield from self.words(limit, self.after(states, digit), word + digit)


def members(kind, value) -> set[str]:
    found: set[str] = set()
    for kind, value in [(kind, value)] if kind is op.LITERAL else value:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif (kind, value) == (op.CATEGORY, op.CATEGORY_DIGIT):
            found.update(DIGITS)
        else:
            raise ValueError(kind)
    return found


def bare(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


def spelled_lengths(text: str) -> set[int]:
    """7,[9-11] -> {7, 9, 10, 11}"""
    ends = [part.strip("[]").split("-") for part in text.split(",")]
    return {length for end in ends for length in range(int(end[0]), int(end[-1]) + 1)}


def leads(territory) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for kind in TYPES:
        description = territory.find(kind)
        if description is None or description.find("nationalNumberPattern") is None:
            continue
        possible = spelled_lengths(description.find("possibleLengths").attrib["national"])
        for lead, lengths in Pattern(bare(description.find("nationalNumberPattern").text)).leads():
            if lengths & possible:
                found.setdefault(lead, set()).update(lengths & possible)
    return found


def ranges(words) -> str:
    """Digits in order, those that follow each other as a range: 01 201 202 203 -> 01 201-203"""
    found: list[list[str]] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if found and len(word) == len(found[-1][1]) and int(word) == int(found[-1][1]) + 1:
            found[-1][1] = word
        else:
            found.append([word, word])
    return " ".join(first if first == last else f"{first}-{last}" for first, last in sorted(found))


def shortened(leads: set[str]) -> set[str]:
    """Ten leads with the same digits before the last one are one shorter lead."""
    kept: set[str] = set()
    while leads:
        heads = {lead[:-1] for lead in leads if len(lead) > 1}
        whole = {head for head in heads if all(head + digit in leads for digit in DIGITS)}
        kept |= {lead for lead in leads if lead[:-1] not in whole}
        leads = whole
    return kept


def span(lengths: tuple[int, ...]) -> str:
    """7 9 10 11 -> 7,9-11"""
    found: list[list[int]] = []
    for length in lengths:
        if found and length == found[-1][1] + 1:
            found[-1][1] = length
        else:
            found.append([length, length])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in found)


def numbers(found: dict[str, set[int]]) -> str:
    groups: dict[tuple[int, ...], set[str]] = {}
    for lead, lengths in found.items():
        groups.setdefault(tuple(sorted(lengths)), set()).add(lead)
    return ";".join(f"{span(lengths)} {ranges(shortened(leads))}" for lengths, leads in sorted(groups.items()))


def area(territory) -> str:
    """The area code of a place that has only one and leaves it out: ([457]\\d{6})$|1 and 268$1 give 268."""
    rule = bare(territory.get("nationalPrefixTransformRule"))
    parsing = bare(territory.get("nationalPrefixForParsing"))
    return rule[:-2] if re.fullmatch(r"\d+\$1", rule) and re.match(r"\(.+?\)\$", parsing) else ""


def further(territory) -> set[str]:
    """What is dialled before a number besides the trunk prefix: 0 and a carrier."""
    parsing = bare(territory.get("nationalPrefixForParsing"))
    if not parsing or area(territory) or territory.get("id") == "AR":
        words = set()
    else:
        # the rest of Brazil's pattern is the number itself
        words = set(Pattern(parsing.replace(r"(\d{10,11})", "")).words(PREFIX_LIMIT))
    return (words | FURTHER.get(territory.get("id"), set())) - {territory.get("nationalPrefix")}


def exits(territory) -> set[str]:
    """What is dialled before a calling code, but for 00 and what begins with it."""
    pattern = bare(territory.get("internationalPrefix"))
    words = Pattern(pattern).words(PREFIX_LIMIT) if pattern else ()
    return {word for word in words if not word.startswith("00")}


def row(code: int, territories) -> str:
    trunks = {territory.get("nationalPrefix", "") for territory in territories}
    assert len(trunks) == 1, f"{code} has more than one trunk prefix"
    names = [territory.get("id") + area(territory) for territory in territories if territory.get("id") != "001"]
    found: dict[str, set[int]] = {}
    for territory in territories:
        for lead, lengths in leads(territory).items():
            found.setdefault(lead, set()).update(lengths)
    columns = [
        str(code),
        " ".join(sorted(names)),
        trunks.pop(),
        ranges(set().union(*map(further, territories))),
        ranges(set().union(*map(exits, territories))),
        numbers(found),
    ]
    return "|".join(columns) + "\n"


def main() -> None:
    source, target = sys.argv[1:]
    territories = sorted(
        ElementTree.parse(source).getroot().find("territories"), key=lambda territory: int(territory.get("countryCode"))
    )
    by_code = itertools.groupby(territories, key=lambda territory: int(territory.get("countryCode")))
    rows = "".join(row(code, list(places)) for code, places in by_code)
    table = f'''//! The telephone numbers that each calling code gives out.
//!
//! Generated from the metadata of libphonenumber {VERSION} (Apache License 2.0): do not edit.
//! generate.py beside it makes it.

/// Calling code, countries (with the area code of a place that has only one), trunk prefix, what else is dialled before
/// a number, what is dialled before a calling code besides 00, numbers; in the order of the codes.
///
/// Numbers are groups, parted by `;`: possible lengths, then the leading digits of numbers of these lengths. `201-206` is
/// every lead from the one to the other.
pub(super) const ROWS: &str = "\\
{rows}";
'''
    with open(target, "w", encoding="utf-8", newline="\n") as file:
        file.write(table)


if __name__ == "__main__":
    main()
