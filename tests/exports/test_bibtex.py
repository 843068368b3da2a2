"""BibTeX: entry types, fields, names and capitals, as bibliographies want them."""

import pytest

from vitsurvey.exports import FORMATS, Request
from vitsurvey.exports.bibtex import bibliography, entry
from vitsurvey.schema import Paper


def paper(**values):
    """A paper of one author; `venue`, names and title come from the test."""
    given = {"id": "sato2023bread", "title": "Bread", "authors": [{"family": "Sato", "given": "Mei"}], "year": 2023}
    return Paper.model_validate({**given, **values})


def venue(kind, **values):
    return {"name": "Fabricated Venue", "kind": kind, **values}


def fields(text):
    """Field names and values of one entry, in the order of print."""
    rows = (line.strip().rstrip(",").split(" = ", 1) for line in text.splitlines() if " = " in line)
    return {name.strip(): value[1:-1] for name, value in rows}


@pytest.mark.parametrize("latex", [False, True])
def test_the_fabricated_survey_is_written_as_before(survey, golden, latex):
    request = Request(lambda: survey, "papers", latex=latex)

    golden("exports/papers.latex.bib" if latex else "exports/papers.bib", FORMATS["bibtex"].write(request))


def test_a_kind_stands_for_the_papers_of_its_records_each_once(survey):
    text = FORMATS["bibtex"].write(Request(lambda: survey, "methods"))

    assert [line for line in text.splitlines() if line.startswith("@")] == [
        "@inproceedings{lecka2021listening,", "@inproceedings{lindqvist2020hearth,", "@article{oduya2022shared,",
    ]


@pytest.mark.parametrize(("kind", "expected"), [
    ("conference", "@inproceedings"), ("workshop", "@inproceedings"), ("journal", "@article"), ("report", "@techreport"),
    ("thesis", "@phdthesis"), ("book", "@book"),
])
def test_the_kind_of_venue_decides_the_type(kind, expected):
    assert entry(paper(venue=venue(kind))).startswith(f"{expected}{{sato2023bread,\n")


def test_a_preprint_is_misc_with_its_eprint():
    text = entry(paper(arxiv="2301.99901", arxiv_class="cs.CV"))

    assert text.startswith("@misc{")
    assert fields(text) == {
        "title": "Bread", "author": "Sato, Mei", "year": "2023",
        "eprint": "2301.99901", "archiveprefix": "arXiv", "primaryclass": "cs.CV",
    }


def test_the_published_version_is_cited_and_keeps_its_arxiv_id():
    text = entry(paper(arxiv="2301.99901", doi="10.5555/a_b%c", venue=venue("journal", volume="7", number="2", pages="1\u20139")))

    assert text.startswith("@article{")
    assert list(fields(text).items()) == [
        ("title", "Bread"), ("author", "Sato, Mei"), ("journal", "Fabricated Venue"), ("volume", "7"), ("number", "2"),
        ("pages", "1--9"), ("year", "2023"), ("eprint", "2301.99901"), ("archiveprefix", "arXiv"), ("doi", "10.5555/a_b%c"),
    ]


@pytest.mark.parametrize(("kind", "field"), [("report", "institution"), ("thesis", "school"), ("book", "publisher")])
def test_the_publisher_fills_the_field_that_a_type_requires(kind, field):
    alone = fields(entry(paper(venue=venue(kind))))
    told = fields(entry(paper(venue=venue(kind, publisher="Oven House"))))

    assert alone[field] == "Fabricated Venue"
    assert told[field] == "Oven House"
    assert told["series" if kind == "book" else "type"] == "Fabricated Venue"


@pytest.mark.parametrize(("given", "shown"), [
    (venue("journal", volume="7", number="2"), "number"), (venue("report", number="2"), "number"),
    (venue("journal", number="2"), "issue"), (venue("conference", volume="7", number="2"), "issue"),
    (venue("book", number="2"), "issue"),
])
def test_a_number_is_an_issue_where_styles_warn_about_it(given, shown):
    found = fields(entry(paper(venue=given)))

    assert found[shown] == "2"
    assert not {"number", "issue"} - {shown} & set(found)


@pytest.mark.parametrize(("identifiers", "expected"), [
    ({"url": "https://a.example.org/x_y%20z#1"}, "https://a.example.org/x_y%20z#1"),
    ({"url": "https://a.example.org/", "doi": "10.5555/1"}, "https://a.example.org/"),
    ({"acl": "2023.acl-long.99999"}, "https://aclanthology.org/2023.acl-long.99999"),
    ({"openreview": "fAbRiCaTeD1", "arxiv": "2301.99901"}, "https://openreview.net/forum?id=fAbRiCaTeD1"),
    ({"openreview": "fAbRiCaTeD1", "doi": "10.5555/1"}, None),
    ({"arxiv": "2301.99901"}, None),
    ({"url": "https://a.example.org/{x}"}, "https://a.example.org/%7Bx%7D"),
])
def test_the_official_page_is_named_and_never_escaped(identifiers, expected):
    assert fields(entry(paper(**identifiers))).get("url") == expected


@pytest.mark.parametrize(("author", "expected"), [
    ({"family": "Sato", "given": "Mei"}, "Sato, Mei"),
    ({"family": "van der Maas", "given": "Jan"}, "van der Maas, Jan"),
    ({"family": "de la Cruz", "given": "María José"}, "de la Cruz, María José"),
    ({"family": "Garcia Molina", "given": "Ana"}, "Garcia Molina, Ana"),
    ({"family": "Cruz e Silva", "given": "Ana"}, "{Cruz e Silva}, Ana"),
    ({"family": "Ángel Özdemir", "given": "Ali"}, "{Ángel Özdemir}, Ali"),
    ({"family": "von Ángel Özdemir", "given": "Ali"}, "von {Ángel Özdemir}, Ali"),
    ({"family": "The Oven and Hearth Group"}, "{The Oven and Hearth Group}"),
    ({"family": "Sato, Jr.", "given": "Mei"}, "{Sato, Jr.}, Mei"),
    ({"family": "Sato", "given": "Mei and"}, "Sato, {Mei and}"),
    ({"family": "d'Arc", "given": "J."}, "d'Arc, J."),
])
def test_names_are_written_so_that_bibtex_splits_them_right(author, expected):
    assert fields(entry(paper(authors=[author])))["author"] == expected


@pytest.mark.parametrize(("title", "expected"), [
    ("LLaVA", "{LLaVA}"),
    ("Towards GPT-4: A 3D Vision-Language Model", "Towards {GPT-4}: A {3D} Vision-Language Model"),
    ("Bread", "Bread"),
    ("A Bread for All", "A Bread for All"),
    ("Q-Former's Bread (MLLMs)", "{Q-Former's} Bread ({MLLMs})"),
    ("Oven-2 and X for R&D", "{Oven-2} and {X} for {R\\&D}"),
    ("What the iPhone Sees: McOven", "What the {iPhone} Sees: {McOven}"),
    ("Text2Oven, 2nd Edition.", "{Text2Oven}, 2nd Edition."),
    ("ÜBER Öfen", "{ÜBER} Öfen"),
])
def test_capitals_are_protected_only_where_case_matters(title, expected):
    assert fields(entry(paper(title=title)))["title"] == expected


def test_special_characters_are_escaped_in_both_modes():
    title = "50% & $5 #1 a_b {c} d~e f^g h\\i"
    expected = (
        r"50\% \& \$5 \#1 a\_b {\textbraceleft}c{\textbraceright} d{\textasciitilde}e f{\textasciicircum}g h{\textbackslash}i"
    )

    assert fields(entry(paper(title=title)))["title"] == expected
    assert fields(entry(paper(title=title), latex=True))["title"] == expected


@pytest.mark.parametrize(("text", "latex"), [
    ("Müller", r'M{\"{u}}ller'), ("Łęcka", r"{\L}{\k{e}}cka"), ("Nguyễn", r"Nguy{\~{\^{e}}}n"), ("straße", r"stra{\ss}e"),
    ("bread \u2013 “good” bread\u2019s", "bread -- ``good'' bread's"), ("\u03b1 and Ω", r"{$\alpha$} and {$\Omega$}"), ("漢字", "漢字"),
    ("e\u0301", r"{\'{e}}"),
])
def test_latex_commands_take_the_place_of_accents_on_request(text, latex):
    given = paper(venue=venue("conference", publisher=text))

    assert fields(entry(given, latex=True))["publisher"] == latex
    assert fields(entry(given))["publisher"] == text


def test_white_space_is_one_space_and_control_characters_are_dropped():
    assert fields(entry(paper(title="a\tb\u00a0 c\x00d\u2028e")))["title"] == "a b cd e"


def test_entries_are_sorted_by_key_written_once_and_parted_by_a_blank_line():
    b, a = paper(id="b2020b"), paper(id="a2020a")

    text = bibliography([b, a, b])

    assert text == f"{entry(a)}\n{entry(b)}"
    assert text == bibliography([a, b])


def test_a_header_is_a_comment_that_begins_no_entry():
    text = bibliography([paper()], header="ovens@example.org\n@book{x}")

    assert text.startswith("% ovens(at)example.org\n% (at)book{x}\n\n@misc{")
    assert text.count("@") == 1


def test_no_papers_give_no_entries():
    assert bibliography([]) == ""
    assert bibliography([], header="none") == "% none\n"
