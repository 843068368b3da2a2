"""Papers into BibTeX. The published version is cited; the arXiv id stays beside it.

Written for classic BibTeX and for biber alike: no field that plain.bst warns about, none that it needs left out.
"""

import json
import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from vitsurvey.exports.letters import escaped, escaped_latex, one_line
from vitsurvey.schema import Author, Paper, Venue

Write: TypeAlias = Callable[[str], str]

TYPES = {
    "conference": ("inproceedings", "booktitle"), "workshop": ("inproceedings", "booktitle"), "journal": ("article", "journal"),
    "report": ("techreport", "institution"), "thesis": ("phdthesis", "school"), "book": ("book", "publisher"),
}
"""Kind of venue to entry type, and to the field that the type requires beside author, title and year."""
_WIDTH = len("archiveprefix")
_WORD = re.compile(r"""\w(?:[^\s()\[\]{}"“”«»,;:!?]*\w)?""")
_PART = re.compile(r"[^\W_]+")
_SIGNS = frozenset(",&%$#_")
_LATIN = re.compile(r"[A-Za-z]")
_RANGE = re.compile(r"\s*[-\u2010-\u2015]+\s*")
_CODED = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def entry(paper: Paper, *, latex: bool = False) -> str:
    """Return one entry; with `latex`, accents and symbols as LaTeX commands in place of Unicode."""
    kind = TYPES[paper.venue.kind][0] if paper.venue else "misc"
    lines = [f"  {name.ljust(_WIDTH)} = {{{value}}}," for name, value in _fields(paper, escaped_latex if latex else escaped)]
    return "\n".join([f"@{kind}{{{paper.id},", *lines, "}"]) + "\n"


def bibliography(papers: Iterable[Paper], *, latex: bool = False, header: str = "") -> str:
    """Return the entries of papers, each once, sorted by key; `header` stands above them as a comment."""
    chosen = {paper.id: paper for paper in papers}
    entries = [entry(chosen[key], latex=latex) for key in sorted(chosen)]
    # To BibTeX everything outside entries is a comment, except an @: it has no comment sign.
    comment = "".join(f"% {line}\n" for line in header.replace("@", "(at)").splitlines())
    return "\n".join([comment, *entries] if comment else entries)


def entries_script(papers: Iterable[Paper]) -> str:
    """Return every entry by its key as a call that a page on disk can load; pages there may fetch nothing."""
    return f"vitsurveyEntries({json.dumps({paper.id: entry(paper) for paper in papers}, ensure_ascii=False, indent=0)});\n"


def _fields(paper: Paper, write: Write) -> Iterable[tuple[str, str]]:
    """The fields of an entry, in the order of print."""
    yield "title", _title(one_line(paper.title), write)
    yield "author", " and ".join(_name(author, write) for author in paper.authors)
    if paper.venue:
        for name, value in _venue(paper.venue):
            yield name, write(one_line(value))
    yield "year", str(paper.year)
    if paper.arxiv:
        yield "eprint", _verbatim(paper.arxiv)
        yield "archiveprefix", "arXiv"
        if paper.arxiv_class:
            yield "primaryclass", _verbatim(paper.arxiv_class)
    if paper.doi:
        yield "doi", _verbatim(paper.doi)
    if address := _official_page(paper):
        yield "url", _verbatim(address)


def _venue(venue: Venue) -> Iterable[tuple[str, str]]:
    """Where it was published. A report's, thesis's or book's publisher fills the required field, its name then says more."""
    kind, required = TYPES[venue.kind]
    by_publisher = required in ("institution", "school", "publisher")
    yield required, (venue.publisher or venue.name) if by_publisher else venue.name
    if by_publisher and venue.publisher:
        yield "series" if kind == "book" else "type", venue.name
    if venue.volume:
        yield "volume", venue.volume
    if venue.number:
        # plain.bst warns of a number anywhere else; `issue` is what biblatex calls it there.
        fits = kind == "techreport" or (kind == "article" and venue.volume)
        yield "number" if fits else "issue", venue.number
    if venue.pages:
        yield "pages", _RANGE.sub("--", venue.pages)
    if venue.publisher and not by_publisher:
        yield "publisher", venue.publisher


def _official_page(paper: Paper) -> str | None:
    """The page to name beside a DOI or arXiv id: the one that the record gives, or the proceedings' own."""
    if paper.url or paper.doi:
        return paper.url
    return paper.address if paper.acl or paper.openreview else None


def _title(title: str, write: Write) -> str:
    """A title with braces around the words whose capitals styles must leave alone."""
    done, at = [], 0
    for word in _WORD.finditer(title):
        done.append(write(title[at:word.start()]))
        done.append(f"{{{write(word[0])}}}" if _keeps_case(word[0], first=word.start() == 0) else write(word[0]))
        at = word.end()
    return "".join((*done, write(title[at:])))


def _keeps_case(word: str, *, first: bool) -> bool:
    """Whether a word means something else in lower case: DoE, GPT-4, 3D, X; not Plain-Word or A."""
    if not any(char.isupper() for char in word):
        return False
    parts = _PART.findall(word)
    if parts == [word] and len(word) == 1:
        return not first and word != "A"
    lone = any(len(part) == 1 and part.isupper() for part in parts)
    inner = any(char.isupper() for part in parts for char in part[1:])
    return lone or inner or any(char.isdigit() for char in word)


def _name(author: Author, write: Write) -> str:
    """`Family, Given`; a group that signs as one is braced whole, so that nobody looks for given names in it."""
    family = one_line(author.family)
    if author.given is None:
        return f"{{{write(family)}}}"
    words = family.split()
    start = next((i for i, word in enumerate(words) if not _is_particle(word)), len(words) - 1)
    particles, last = " ".join(words[:start]), " ".join(words[start:])
    if _misread(particles):
        shown = f"{{{write(family)}}}"
    else:
        split = any(_looks_small(word) for word in words[start:-1])
        shown = " ".join(part for part in (write(particles), _shielded(last, write, always=split)) if part)
    return f"{shown}, {_shielded(one_line(author.given), write)}"


def _is_particle(word: str) -> bool:
    """Whether a word is the `van` of a name: its first letter is small."""
    return next((char.islower() for char in word if char.isalpha()), False)


def _looks_small(word: str) -> bool:
    """Whether BibTeX, which sees only ASCII letters, would take a word for a `van`: `Ángel` begins with n to it."""
    return (_LATIN.search(word) or "A")[0].islower()


def _shielded(text: str, write: Write, *, always: bool = False) -> str:
    return f"{{{write(text)}}}" if always or _misread(text) else write(text)


def _misread(text: str) -> bool:
    """Whether readers would see more than a name: a comma, the word `and`, a sign that is escaped, no letter at all."""
    signs = set(text) & _SIGNS
    return bool(text) and bool(signs or "and" in text.lower().split() or not any(map(str.isalnum, text)))


def _verbatim(identifier: str) -> str:
    """An identifier as it is: the commands that print one escape for themselves. Only braces have to balance."""
    return identifier.translate(_CODED)
