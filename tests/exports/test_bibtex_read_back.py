"""What is written is read back by others: bibtexparser, and the `bibtex` program itself with plain.bst."""

import itertools
import re
import shutil
import subprocess
from pathlib import Path

import bibtexparser
import pytest
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vitsurvey.exports.bibtex import TYPES, bibliography, entry
from vitsurvey.schema import Paper

BIBTEX = shutil.which("bibtex")
needs_bibtex = pytest.mark.skipif(
    BIBTEX is None, reason="NOT CHECKED that bibtex accepts our files: the program is missing (texlive-binaries, texlive-base)",
)

calm = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
"""A busy machine is no failure."""

_COMMANDS = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
_TOKEN = re.compile(r"\{\\text(\w+)\}|\\([&%$#_])|[{}]")


def unescaped(text: str) -> str:
    """A field's value as the text it was written from."""
    return _TOKEN.sub(lambda found: _COMMANDS[found[1]] if found[1] else found[2] or "", text)


def one_line(text: str) -> str:
    return " ".join(text.split())


anything = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
nasty = st.text(st.sampled_from("aZ Éß漢1,.;:'\"@{}\\%&#$~^_-=()\u0301"), min_size=1, max_size=30)
words = st.lists(st.sampled_from(["and", "others", "van", "de", "Oven", "3D", "{", "}", "\\", "-", ","]), min_size=1).map(" ".join)
texts = (anything | nasty | words).map(one_line).filter(bool)
authors = st.fixed_dictionaries({"family": texts, "given": st.none() | texts})
venues = st.none() | st.fixed_dictionaries({
    "name": texts, "kind": st.sampled_from(sorted(TYPES)),
    "volume": st.none() | texts, "number": st.none() | texts, "pages": st.none() | texts, "publisher": st.none() | texts,
})
papers = st.builds(
    lambda number, **values: Paper.model_validate({"id": f"oven{number}bread", **values}),
    number=st.integers(1900, 2100), title=texts, year=st.integers(1900, 2100), venue=venues,
    authors=st.lists(authors, min_size=1, max_size=4),
)


def read(text: str):
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert library.failed_blocks == []
    return library.entries


@calm
@given(papers)
def test_any_title_and_any_name_survive_in_unicode(paper):
    [found] = read(entry(paper))

    assert found.key == paper.id
    assert unescaped(found["title"]) == paper.title
    names = [(unescaped(" ".join((*name.von, *name.last))), unescaped(" ".join(name.first)) or None) for name in found["author"]]
    assert names == [(author.family, author.given) for author in paper.authors]


@calm
@given(papers, st.booleans())
def test_braces_balance_whatever_the_text(paper, latex):
    depths = list(itertools.accumulate({"{": 1, "}": -1}.get(char, 0) for char in entry(paper, latex=latex)))

    assert min(depths) == 0
    assert depths[-1] == 0
    assert 0 not in depths[depths.index(1):-3]


@calm
@given(st.lists(papers, max_size=5))
def test_the_order_of_papers_does_not_show(found):
    chosen = list({paper.id: paper for paper in found}.values())

    assert bibliography(chosen) == bibliography(reversed(chosen))


def test_bibtexparser_reads_the_fabricated_survey(survey):
    found = {item.key: item for item in read(bibliography(survey.papers.values(), header="ovens@example.org"))}

    assert list(found) == sorted(survey.papers)
    hearth = found["lindqvist2020hearth"]
    assert hearth.entry_type == "inproceedings"
    assert {field.key: field.value for field in hearth.fields if field.key != "author"} == {
        "title": r"A Hearth That Learns \& Holds 90\% of Its Heat", "year": "2020", "pages": "11--20",
        "booktitle": "Proceedings of the Fabricated Conference on Ovens", "publisher": "Fabricated Press",
        "eprint": "1911.99902", "archiveprefix": "arXiv", "doi": "10.5555/fco.2020.11",
    }
    assert [(" ".join(name.von), " ".join(name.last), " ".join(name.first)) for name in hearth["author"]] == [
        ("", "Lindqvist", "Åsa"), ("", "Sato", "Mei"), ("de la", "Cruz", "María José"),
    ]


def complaints(text: str, folder: Path) -> list[str]:
    """What the program says against a bibliography, all of whose entries are cited."""
    assert BIBTEX is not None
    (folder / "all.bib").write_text(text, encoding="utf-8")
    (folder / "all.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{all}\n", encoding="utf-8")
    done = subprocess.run([BIBTEX, "all"], cwd=folder, capture_output=True, check=False, timeout=60)
    log = (folder / "all.blg").read_bytes().decode("utf-8", "replace")
    listed = set(re.findall(r"\\bibitem\{(.+?)\}", (folder / "all.bbl").read_bytes().decode("utf-8", "replace")))
    assert listed == set(re.findall(r"^@\w+\{(.+),$", text, re.MULTILINE))
    found = [line for line in log.splitlines() if re.match(r"Warning|.*---line|.*[Ee]rror|I (?:couldn't|found|was)|Sorry", line)]
    return [*found, *([f"exit code {done.returncode}"] if done.returncode else [])]


@needs_bibtex
def test_the_judge_does_complain_of_a_bad_file(tmp_path):
    assert complaints("@book{x,\n  title = {No author},\n}\n", tmp_path) != []
    assert complaints("@misc{x,\n  title = {Open {brace},\n}\n\n@misc{y,\n}\n@misc{y,\n}\n", tmp_path) != []


@needs_bibtex
@pytest.mark.parametrize("latex", [False, True])
def test_bibtex_accepts_the_fabricated_survey(survey, tmp_path, latex):
    assert complaints(bibliography(survey.papers.values(), latex=latex, header="ovens@example.org"), tmp_path) == []


_NAMES = [
    [{"family": "Sato", "given": "Mei"}, {"family": "The Brick Oven Group"}],
    [{"family": "de la Cruz", "given": "María José"}, {"family": "Cruz e Silva", "given": "João"}],
    [{"family": "Łęcka", "given": "Zofia"}, {"family": "Nguyễn", "given": "Văn"}, {"family": "李", "given": "雷"}],
    [{"family": "Sato, Jr.", "given": "Mei"}, {"family": "Oven and Hearth"}, {"family": "others"}],
    [{"family": "O'Hearth-Ågren", "given": "X. Æ."}, {"family": "{", "given": "\\"}],
]
_TITLES = ["LLaVA: 90% & {more}", "Über Öfen \u2013 “3D”", "A_b^c~d\\e $5 #1", '"Quoted" @ home', "brot"]


@needs_bibtex
@pytest.mark.parametrize("latex", [False, True])
def test_bibtex_accepts_hundreds_of_entries_with_and_without_each_field(tmp_path, latex):
    has = [None, "7"]
    made = itertools.product([None, *TYPES], has, has, [None, "1-9"], [None, "Fabricated & Söhne"], range(len(_NAMES)))
    chosen = [
        Paper.model_validate({
            "id": f"oven{number:04}bread", "title": _TITLES[number % len(_TITLES)], "year": 2023, "authors": _NAMES[names],
            "venue": kind and {
                "name": "Fabricated Venue_1", "kind": kind, "volume": volume, "number": issue, "pages": pages, "publisher": publisher,
            },
            "arxiv": "2301.99901" if number % 3 else None, "doi": "10.5555/a_b%c" if number % 2 else None,
        })
        for number, (kind, volume, issue, pages, publisher, names) in enumerate(made)
    ]

    assert len(chosen) >= 500
    assert complaints(bibliography(chosen, latex=latex), tmp_path) == []


@needs_bibtex
@settings(calm, max_examples=10)
@given(st.lists(papers, min_size=20, max_size=40, unique_by=lambda paper: paper.id), st.booleans())
def test_bibtex_accepts_any_text(tmp_path, found, latex):
    assert complaints(bibliography(found, latex=latex), tmp_path) == []
