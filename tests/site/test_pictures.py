"""Pictures: one of each kind as it is expected, well-formed, named and described, inside a phone, and safe with any name."""

import re
from xml.etree import ElementTree as ET

import pytest

from small import FACET, benchmark, method, results, score, survey
from vitsurvey.site import Page
from vitsurvey.site.charts import bars, grid, key, lines, steps
from vitsurvey.site.diagrams import family_tree, recipe_flow
from vitsurvey.site.drawing import mark, ticks
from vitsurvey.views.coverage import coverage
from vitsurvey.views.leaderboard import boards
from vitsurvey.views.lineage import Lineages
from vitsurvey.views.profile import answers, stages
from vitsurvey.views.progress import progress
from vitsurvey.views.recipe import recipe
from vitsurvey.views.trends import choices_over_time, methods_over_time

PHONE = 358
"""Pixels that the content of a page has on a phone of 390."""
SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
NASTY = """<b>"R&D"</b> 'quoted' & <script>"""


def address(path):
    return f"../{path}/"


def bakery(name="Oven"):
    """Twelve methods over two years, each on one benchmark, built on one another."""
    flours = ("rye", "spelt", "wheat")
    methods = [
        method(
            f"m{i}", name=f"{name} {i}", released=f"202{i // 6}-{2 * (i % 6) + 1:02}", tasks=[("kneading", "scoring")[i % 2]],
            design={FACET: [flours[i % 3]]}, builds_on=[{"method": f"m{i // 2}", "changes": ["More."]}] if i else [],
        ) for i in range(12)
    ]
    return survey(methods, [results("src", [score(f"m{i}", 50 + 7 * i % 30) for i in range(12)])])


def pictures(found, kitchen):
    """One picture of each kind, from a survey and one whose methods have parts."""
    oven = kitchen.methods["shared-oven"]
    return {
        "bars": bars(methods_over_time(found), "bars", "Bars"),
        "lines": lines(choices_over_time(found, found.facets[FACET]), "lines", "Lines"),
        "steps": steps(progress(found, boards(found, benchmark())), "steps", "Steps", address),
        "grid": grid(coverage(found), "grid", "Grid", address),
        "tree": family_tree(Lineages(found).tree(found.methods["m3"]), "tree", "Tree", address),
        "recipe": recipe_flow(recipe(kitchen, answers(kitchen, oven), stages(kitchen, oven)), "recipe", "Recipe", address),
    }


def elements(svg):
    root = ET.fromstring(svg)  # noqa: S314 - our own
    return root, [element.tag for element in root.iter()]


KINDS = ("bars", "lines", "steps", "grid", "tree", "recipe")


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_is_the_expected_one(kind, survey, golden):
    golden(f"pictures/{kind}.svg", f"{pictures(bakery(), survey)[kind]}\n".replace("><", ">\n<"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_named_and_described_and_a_group_when_it_holds_links(kind, survey):
    root, tags = elements(pictures(bakery(), survey)[kind])

    assert [child.tag for child in root[:2]] == ["title", "desc"]
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (root[0].get("id"), root[1].get("id"))
    assert root[0].text == kind.capitalize()
    assert len(root[1].text) > 20
    assert root.get("role") == ("group" if "a" in tags else "img")
    assert all(("".join(link.itertext())).strip() for link in root.iter("a"))


def test_pictures_use_the_colours_of_the_style_sheet_only(survey):
    for svg in pictures(bakery(), survey).values():
        assert not re.search(r'#[0-9a-f]{3,6}\b|rgb\(|style=|(?:fill|stroke)="', svg)


@pytest.mark.parametrize("kind", ["bars", "lines", "steps", "tree"])
def test_pictures_that_do_not_scroll_are_no_wider_than_a_phone(kind, survey):
    root, _ = elements(pictures(bakery(), survey)[kind])

    assert float(root.get("width")) <= PHONE
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"


def test_pictures_stay_well_formed_whatever_a_name_holds(survey):
    for svg in pictures(bakery(NASTY), survey).values():
        _, tags = elements(svg)
        assert not {"b", "script"} & set(tags)


@pytest.mark.parametrize("which", ["mini", "bare"])
def test_every_picture_of_a_site_is_well_formed_and_its_ids_are_its_own(which, request):
    project = request.getfixturevalue(which)
    made = request.getfixturevalue("made")(getattr(project, "project", project))

    count = 0
    for page in (item for item in made.values() if isinstance(item, Page)):
        for svg in SVG.findall(page.body):
            root, _ = elements(svg)
            count += 1
            if root.get("aria-hidden") is None:
                assert page.body.count(f'id="{root[0].get("id")}"') == 1
    assert count > 10 if which == "mini" else count == 0


def test_every_picture_has_its_numbers_as_a_table_beside_it(mini_pages):
    """The recipe's twin is the list of stages on the same page."""
    for page in mini_pages.values():
        drawn = [svg for svg in SVG.findall(page.body) if "aria-hidden" not in svg and "recipe-picture" not in svg]
        assert page.body.count('<details class="vs-twin">') == len(drawn), page.path
        assert ("recipe-picture" in page.body) <= ('id="training"' in page.body)


def test_a_part_that_scrolls_can_be_reached_by_keyboard_and_has_a_name(mini_pages):
    found = re.findall(r'<div class="vs-picture vs-picture--scrolled[^>]*>', mini_pages["methods/shared-oven"].body + mini_pages["trends/"].body)

    assert len(found) == 2
    assert all('role="region"' in tag and 'tabindex="0"' in tag and re.search(r'aria-label="[^"]+"', tag) for tag in found)


def test_series_differ_by_shape_and_letter_beside_colour():
    trend = choices_over_time(bakery(), bakery().facets[FACET])
    signs = [str(key(series, number, kind)) for kind in ("lines", "bars") for number, series in enumerate(trend.series)]

    assert len({re.sub(r"vs-s\d", "", sign) for sign in signs}) == len(signs) == 6
    assert len({mark(number, 0, 0) for number in range(6)}) == 6


@pytest.mark.parametrize(("low", "high", "expected"), [(0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 60, [0, 20, 40, 60]), (56.2, 65.2, [56, 58, 60, 62, 64, 66]), (3, 3, [3, 4, 5, 6])])
def test_ticks_are_round_and_span_the_values(low, high, expected):
    found = ticks(low, high)

    assert found[0] <= low <= high <= found[-1]
    if low < high:
        assert found == expected
    assert 2 <= len(found) <= 7
