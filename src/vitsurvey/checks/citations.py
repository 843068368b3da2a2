"""P: citation keys, identifiers, licences and dates have their form, and no paper is there twice."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from string import ascii_lowercase

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from vitsurvey.problems import Problem, Rule
from vitsurvey.schema import Author, Backbone, Benchmark, Dataset, Method, Named, Paper, Record
from vitsurvey.survey import Survey, evidence_of

KEY = Rule(
    "P401", "citation keys follow the paper",
    what="A key is the first author's family name, the year (of publication or of the preprint) and the first telling word of the title, in plain lower-case letters; a letter is added on collision.",
    why="People guess keys and type them into manuscripts; a key that can be predicted is found.",
    how="Rename the file while the record is new. A key that was once published is never changed.",
    bad="papers/alpha2023.yaml", good="papers/doe2023first.yaml",
)
IDENTIFIER = Rule(
    "P402", "identifiers have their form",
    what="DOI, arXiv, ORCID, OpenReview and ACL identifiers are written bare and have their form; an ORCID's check digit is right.",
    why="They become links and are what duplicates are found by.",
    how="Leave out https://doi.org/, `arXiv:` and version suffixes such as v2.",
    bad='arxiv: "arXiv:2304.01234v2"', good='arxiv: "2304.01234"',
)
LICENCE = Rule(
    "P403", "licences are SPDX",
    what="A licence is an SPDX id or expression, LicenseRef-<name> for one SPDX does not list, not-reported or not-applicable.",
    why="Only exact ids can be combined into what a reader may do.",
    how="Take the id from the SPDX list: Apache-2.0, MIT, CC-BY-4.0, CC-BY-NC-4.0; a licence of its own is LicenseRef-<name>.",
    bad="licence: Apache 2", good="licence: Apache-2.0",
)
YEAR = Rule(
    "P404", "the year agrees with the arXiv id",
    what="A preprint's year is the year in its arXiv id; a published paper is not older than its preprint by more than a year.",
    why="The first four digits of an arXiv id are its year and month: a disagreement means that one of the two is wrong.",
    how="Check id and year in the paper; for a published paper add its venue.",
    bad='year: 2021\narxiv: "2304.01234"', good='year: 2023\narxiv: "2304.01234"',
)
DUPLICATE_PAPER = Rule(
    "P405", "a paper is there once",
    what="No two papers share a DOI, an arXiv id or a title.",
    why="Preprint and published version are one record; two records split its scores and its citations.",
    how="Join the two files: keep the older key, add the other one to its `aliases`.",
    bad="papers/doe2023first.yaml and papers/doe2024first.yaml, both with arXiv 2304.01234", good="papers/doe2023first.yaml",
)
ADDRESS = Rule(
    "P406", "papers can be found",
    what="A paper has at least one of venue, DOI, arXiv id, OpenReview id, ACL id and url.",
    why="A citation nobody can follow is of no use.",
    how="Add the identifier that you read the paper by.",
    bad='title: "…"\nyear: 2023', good='title: "…"\nyear: 2023\narxiv: "2304.01234"',
)
FUTURE = Rule(
    "P407", "dates are not in the future",
    what="Release dates, reading days and years are not later than today (a year may be the next one: proceedings appear early).",
    why="A date to come is a slip, and sorts first in every list.",
    how="Correct the date.",
    bad="released: 2203-04", good="released: 2023-04",
)
RULES = (KEY, IDENTIFIER, LICENCE, YEAR, DUPLICATE_PAPER, ADDRESS, FUTURE)

SMALL_WORDS = frozenset(
    "a an the on of for to in with and or towards toward is are via from by at how what why when do does can as be it its"  # noqa: SIM905 - one text is easier to add to
    " your our into".split()
)
"""Title words that say nothing; a citation key takes the first word that is not one of them."""
_FORMS = {
    "doi": (re.compile(r"10\.\d{4,9}/\S+\Z", re.ASCII), "10.<registrant>/<name>, without https://doi.org/"),
    "arxiv": (re.compile(r"\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}\Z", re.ASCII), "four digits, a dot, four or five digits, without version"),
    "arxiv_class": (re.compile(r"[a-z-]+(?:\.[A-Za-z-]{2,})?\Z"), "a class such as cs.CV"),
    "openreview": (re.compile(r"[A-Za-z0-9_-]{8,}\Z"), "the id after forum?id="),
    "acl": (re.compile(r"(?:\d{4}\.[a-z0-9_-]+-[a-z0-9]+\.\d+|[A-Z]\d{2}-\d{4})\Z", re.ASCII), "an id such as 2023.acl-long.641"),
}
_IDENTIFIERS = {
    "doi": "a DOI", "arxiv": "an arXiv id", "arxiv_class": "an arXiv class", "openreview": "an OpenReview id",
    "acl": "an ACL Anthology id",
}
_MISSING = ("not-reported", "not-applicable")
_LIGATURES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})


def check(survey: Survey, today: date) -> Iterator[Problem]:
    """Apply every rule of this family; dates are compared with `today`."""
    for paper in survey.papers.values():
        yield from _key(survey, paper)
        yield from _identifiers(survey, paper)
        yield from _year(survey, paper, today)
        if paper.address is None and paper.venue is None:
            yield Problem(ADDRESS, survey.where(paper), "the paper has no venue, no identifier and no address", ADDRESS.how)
    yield from _orcids(survey, survey.about, survey.about.authors, "authors")
    yield from _orcids(survey, survey.about, survey.about.editors, "editors")
    yield from _duplicates(survey)
    for record, path, licence in _licences(survey):
        yield from _licence(survey, record, path, licence)
    yield from _dates(survey, today)


def citation_key(family: str, year: int, title: str) -> str:
    """Return the key that a paper gets before collisions: doe2023first."""
    return f"{plain_letters(family)}{year}{_telling_word(title)}"


def plain_letters(text: str) -> str:
    """Return the ASCII letters and digits of a text in lower case: Łukasz becomes lukasz."""
    decomposed = unicodedata.normalize("NFKD", text).lower().translate(_LIGATURES)
    return "".join(char for char in decomposed if char.isascii() and char.isalnum())


def _telling_word(title: str) -> str:
    words = (plain_letters(word) for word in re.split(r"[\s\-\u2010-\u2015:/,.]+", title))
    return next((word for word in words if word and word not in SMALL_WORDS and not word.isdigit()), "untitled")


def _key(survey: Survey, paper: Paper) -> Iterator[Problem]:
    years = {paper.year, _arxiv_year(paper.arxiv)} - {None}
    wanted = {citation_key(paper.authors[0].family, year, paper.title) for year in years if year}
    without_letter = paper.id[:-1] if paper.id[-1:] in ascii_lowercase else paper.id
    if not wanted & {paper.id, without_letter}:
        yield Problem(KEY, survey.where(paper, "title", key=True), f"the key '{paper.id}' does not follow the paper", f"rename the file to {' or '.join(sorted(wanted))}.yaml")


def _arxiv_year(arxiv: str | None) -> int | None:
    return 2000 + int(arxiv[:2]) if arxiv and _FORMS["arxiv"][0].match(arxiv) else None


def _identifiers(survey: Survey, paper: Paper) -> Iterator[Problem]:
    for name, (form, wanted) in _FORMS.items():
        value = getattr(paper, name)
        if value is not None and not form.match(value):
            yield Problem(IDENTIFIER, survey.where(paper, name), f"'{value}' is not {_IDENTIFIERS[name]}", f"wanted: {wanted}")
    yield from _orcids(survey, paper, paper.authors, "authors")


def _orcids(survey: Survey, record: Record, people: Iterable[Author], field: str) -> Iterator[Problem]:
    for i, person in enumerate(people):
        if person.orcid is not None and not is_orcid(person.orcid):
            yield Problem(IDENTIFIER, survey.where(record, field, i, "orcid"), f"'{person.orcid}' is not an ORCID", "wanted: four groups of four digits; the last one is a check digit")


def is_orcid(value: str) -> bool:
    """Whether a text is an ORCID with the right check digit (ISO 7064 mod 11-2, as ORCID documents it)."""
    if not re.fullmatch(r"(?:\d{4}-){3}\d{3}[\dX]", value, re.ASCII):
        return False
    total = 0
    digits = value.replace("-", "")
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    expected = (12 - total % 11) % 11
    return digits[-1] == ("X" if expected == 10 else str(expected))  # noqa: PLR2004 - ten is written X


def _year(survey: Survey, paper: Paper, today: date) -> Iterator[Problem]:
    posted = _arxiv_year(paper.arxiv)
    if posted is not None:
        if paper.venue is None and paper.year != posted:
            yield Problem(YEAR, survey.where(paper, "year"), f"the year is {paper.year}, the arXiv id is of {posted}", YEAR.how)
        elif paper.year < posted - 1:
            yield Problem(YEAR, survey.where(paper, "year"), f"published in {paper.year}, but its arXiv id is of {posted}", YEAR.how)
    if paper.year > today.year + 1:
        yield Problem(FUTURE, survey.where(paper, "year"), f"the year {paper.year} is to come", FUTURE.how)


def _duplicates(survey: Survey) -> Iterator[Problem]:
    by: tuple[tuple[str, Callable[[Paper], str | None]], ...] = (
        ("DOI", lambda paper: paper.doi and paper.doi.lower()),
        ("arXiv id", lambda paper: paper.arxiv),
        ("title", lambda paper: plain_letters(paper.title)),
    )
    told: set[tuple[str, str]] = set()
    for name, value_of in by:
        first: dict[str, Paper] = {}
        for paper in survey.papers.values():
            value = value_of(paper)
            if not value:
                continue
            other = first.setdefault(value, paper)
            if other is not paper and (other.id, paper.id) not in told:
                told.add((other.id, paper.id))
                key = {"DOI": "doi", "arXiv id": "arxiv", "title": "title"}[name]
                yield Problem(DUPLICATE_PAPER, survey.where(paper, key), f"the same {name} as '{other.id}'", DUPLICATE_PAPER.how)


def _licences(survey: Survey) -> Iterator[tuple[Record, tuple[str, ...], str]]:
    yield survey.about, ("licence",), survey.about.licence
    for record in survey.named():
        match record:
            case Method():
                yield from ((record, ("licences", part), value) for part, value in record.licences if value)
            case Backbone() | Dataset() | Benchmark() if record.licence:
                yield record, ("licence",), record.licence


def _licence(survey: Survey, record: Record, path: tuple[str, ...], licence: str) -> Iterator[Problem]:
    if licence in _MISSING:
        return
    try:
        canonical = canonicalize_license_expression(licence)
    except InvalidLicenseExpression:
        yield Problem(LICENCE, survey.where(record, *path), f"'{licence}' is not an SPDX licence", LICENCE.how)
        return
    if canonical != licence:
        yield Problem(LICENCE, survey.where(record, *path), f"'{licence}' is written {canonical}", f"write {canonical}")


def _dates(survey: Survey, today: date) -> Iterator[Problem]:
    now = today.isoformat()

    def late(record: Record, value: str | None, *path: int | str) -> Iterable[Problem]:
        if value is not None and value > now[: len(value)]:
            yield Problem(FUTURE, survey.where(record, *path), f"{value} is later than today, {now}", FUTURE.how)

    for record in (*survey.papers.values(), *survey.named()):
        if isinstance(record, Named):
            yield from late(record, record.released, "released")
        if isinstance(record, Method):
            for i, variant in enumerate(record.variants):
                yield from late(record, variant.released, "variants", i, "released")
        for i, evidence in enumerate(evidence_of(record)):
            yield from late(record, evidence.read, "evidence", i, "read")
    for results in survey.results.values():
        yield from late(results, results.source.read, "source", "read")
