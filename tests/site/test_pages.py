"""The pages of the fabricated survey, one of each kind as a golden file, and what no page may ever print."""

import re
from urllib.parse import urldefrag, urljoin

import pytest

from markup import read
from vitsurvey.site import Addresses, Page

KINDS = {
    "home": "", "index": "methods/", "index-of-papers": "papers/", "method": "methods/shared-oven", "method-with-a-disagreement": "methods/hearthling",
    "dataset": "datasets/village-bakes", "benchmark": "benchmarks/loaf-test", "backbone": "backbones/crust-net-s",
    "paper": "papers/lindqvist2020hearth", "taxonomy": "taxonomy/", "facet": "taxonomy/crumb-sensor/", "category": "taxonomy/crumb-sensor/acoustic-probe",
    "family": "taxonomy/task/baking", "matrix": "matrix/", "trends": "trends/",
}
SILLY = re.compile(
    r"\bNone\b|\bnan\b|\[\]|\{\}|\(\)|[.,;:] ?[.,;:](?!\.)|^[.,;:]|, *$|\( | \)| [.,;](?: |$)|(?<![\d,.])1 (?:methods|datasets|benchmarks|papers|backbones|scores|sources)\b|\{\{|\{%|<built-in|object at 0x|1 January 1\b",
    re.MULTILINE,
)
"""Doubled or dangling punctuation, Python's own words, template code, a plural behind a one."""


def as_golden(page: Page) -> str:
    """A page with everything about it that a theme or a search index uses."""
    front = [
        f"path: {page.path}", f"title: {page.title}", f"description: {page.description}", f"search: {page.search}",
        f"headings: {', '.join(f'{heading.id} ({heading.title})' for heading in page.headings)}", f"source: {page.source}", f"wide: {page.wide}",
    ]
    return "\n".join(("<!--", *front, "-->", page.head.rstrip(), page.body.rstrip(), ""))


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_the_expected_one(kind, mini_pages, golden):
    golden(f"pages/{kind}.html", as_golden(mini_pages[KINDS[kind]]))


def test_the_first_rule_is_the_expected_one(mini_pages, golden):
    first, _, rest = mini_pages["contribute/rules/"].body.partition("</section>")

    assert rest
    golden("pages/rules.html", f"{first}</section>\n")


def _all_pages(request, which):
    project = request.getfixturevalue(which)
    made = request.getfixturevalue("made")(getattr(project, "project", project))
    return [item for item in made.values() if isinstance(item, Page)]


@pytest.mark.parametrize("which", ["mini", "bare"])
def test_no_page_prints_something_silly(which, request):
    found = []
    for page in _all_pages(request, which):
        if not page.path.startswith("contribute/"):  # these print Python and YAML on purpose
            prose = re.sub(r"<pre\b.*?</pre>", "", page.body, flags=re.DOTALL)
            text = f"{read(prose).text}\n{page.title}\n{page.description}\n{page.search}"
            found += [f"{page.path}: {text[max(0, m.start() - 30):m.end() + 30]!r}" for m in SILLY.finditer(text)]

    assert found == []


@pytest.mark.parametrize("which", ["mini", "bare"])
def test_pages_are_well_formed_and_hold_no_empty_part(which, request):
    found = {page.path: read(page.body) for page in _all_pages(request, which)}

    assert {path: html.mistakes for path, html in found.items() if html.mistakes} == {}
    assert {path for path, html in found.items() if len(set(html.ids)) < len(html.ids)} == set()
    assert {path for path, html in found.items() if len(html.all("h1")) != 1} == set()
    assert len(found) > 15


@pytest.mark.parametrize("which", ["mini", "bare"])
def test_the_table_of_contents_names_the_headings_of_the_page(which, request):
    """Every heading it lists is on the page, in that order; record pages list all of theirs."""
    for page in _all_pages(request, which):
        shown = [attributes["id"] for attributes in read(page.body).all("h2") if "id" in attributes]
        if page.headings or "vs-record" in page.body:
            assert [heading.id for heading in page.headings] == shown, page.path


@pytest.mark.parametrize("which", ["mini", "bare"])
def test_a_heading_is_followed_by_something(which, request):
    for page in _all_pages(request, which):
        assert re.search(r"</h2>\s*(?:<h2|</article>|$)", page.body) is None, page.path


def test_a_record_that_says_nothing_has_no_section_for_it(bare, made):
    found = made(bare.project)

    assert {path: [heading.title for heading in found[path].headings] for path in ("datasets/nothing", "methods/idler", "benchmarks/silence", "backbones/pebble", "papers/void2020bare")} == {
        "datasets/nothing": ["Evidence"],
        "methods/idler": ["Design", "Training", "Variants", "Cite", "Evidence"],
        "benchmarks/silence": ["Facts", "Metrics and splits", "Evidence"],
        "backbones/pebble": ["Evidence"],
        "papers/void2020bare": ["Introduces", "Cite", "Evidence"],
    }
    assert "Latest releases" not in found[""].body
    assert "part of 0 methods" in found["backbones/pebble"].description


def test_a_category_with_a_backbone_alone_does_not_say_that_it_is_empty(bare, made):
    found = made(bare.project)

    assert "vs-empty" not in found["taxonomy/part/stone"].body
    assert "Pebble" in read(found["taxonomy/part/stone"].body).text
    bare.root.joinpath("data/backbones/pebble.yaml").unlink()
    assert "No record stands here yet" in made(bare.project)["taxonomy/part/stone"].body


def test_a_paper_that_is_not_on_arxiv_is_not_said_to_be(mini_pages):
    assert "A companion to the survey by Mei Sato, Jan van Dijk · 2023" in read(mini_pages[""].body).text


def test_what_the_survey_does_not_name_itself_is_marked(mini_pages):
    for path in ("taxonomy/", "taxonomy/crumb-sensor/", "taxonomy/crumb-sensor/acoustic-probe", "taxonomy/task/"):
        assert "vs-extension" in mini_pages[path].body, path
    assert "vs-extension" not in mini_pages["taxonomy/fuel/"].body


@pytest.mark.parametrize(("title", "shown"), [("Heat model", "heat model"), ("LLM", "LLM"), ("3D Heat", "3D heat"), ("Q-Former size", "Q-Former size")])
def test_a_facets_title_inside_a_sentence_keeps_its_abbreviations(title, shown, project, made):
    project.replace("data/taxonomy.yaml", 'title: "Heat model"', f'title: "{title}"')

    body = made(project.project)["matrix/"].body
    assert f"<h1>Oven task by {shown}</h1>" in body
    assert f"Oven task against {shown}: " in body


@pytest.mark.parametrize(("released", "shown"), [('"2020"', "released 2020"), ("2020-03", "released March 2020"), ("2020-03-09", "released 9 March 2020")])
def test_days_are_written_as_precisely_as_they_are_known(released, shown, project, made):
    project.replace("data/methods/hearthling.yaml", "released: 2019-11-30", f"released: {released}")

    assert f" · {shown}</p>" in made(project.project)["methods/hearthling"].body


@pytest.mark.parametrize(("bounds", "shown"), [("[0, 100]", "0 to 100"), ("[0, null]", "from 0"), ("[null, 10]", "up to 10"), ("[null, null]", ""), ("[0, 1000000]", "0 to 1,000,000"), ("[-1.5, 20.0]", "-1.5 to 20.0")])
def test_a_metrics_range_is_said_as_far_as_there_is_one(bounds, shown, project, made):
    project.replace("data/benchmarks/night-watch.yaml", "range: [0, null]", f"range: {bounds}")

    assert f"<td>°C</td><td>{shown}</td>" in made(project.project)["benchmarks/night-watch"].body


def test_missing_values_are_said_in_words_too(mini_pages):
    hidden = '<span class="vs-hidden">not reported</span>'
    for path in ("methods/listener", "methods/steam-keeper", "datasets/crumb-photos", "backbones/humming-probe", "benchmarks/night-watch"):
        assert hidden in mini_pages[path].body, path


@pytest.mark.parametrize("style", [True, False])
def test_links_between_pages_lead_to_pages_or_downloads(style, mini, made):
    addresses = Addresses(directories=style)
    found = made(mini, addresses)
    there = {f"https://x.org/{addresses.of(item.path)}": read(item.body).ids if isinstance(item, Page) else [] for item in found.values() if isinstance(item, Page)}
    there |= {f"https://x.org/{item.path}": [] for item in found.values() if not isinstance(item, Page)}
    prose = {f"https://x.org/{addresses.of('contribute/')}"}

    broken = []
    for item in found.values():
        for link in read(item.body).links if isinstance(item, Page) else ():
            address, anchor = urldefrag(urljoin(f"https://x.org/{addresses.of(item.path)}", link))
            target = address.partition("?")[0]
            if target.startswith("https://x.org/") and target not in prose and (target not in there or (anchor and anchor not in there[target])):
                broken.append((item.path, link))
    assert broken == []
