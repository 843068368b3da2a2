"""Addresses: a link from any page to any other leads there, as directories on a server and as files on a disk."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitsurvey.site import Addresses
from vitsurvey.site.urls import category_path, facet_path, record_path, target_path
from vitsurvey.views.table import Target

PART = st.from_regex(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", fullmatch=True)
PATH = st.one_of(
    st.just(""), st.lists(PART, min_size=1, max_size=4).map("/".join), st.lists(PART, min_size=1, max_size=4).map(lambda parts: f"{'/'.join(parts)}/"),
)
BASES = ("https://x.org/", "https://x.org/a/deep/base/", "file:///home/reader/site/")


@given(PATH, PATH, st.booleans(), st.sampled_from(BASES))
def test_a_link_resolves_to_its_target(start, end, directories, base):
    addresses = Addresses(directories=directories)

    assert urljoin(base + addresses.of(start), addresses.link(start, end)) == base + addresses.of(end)


@given(PATH, st.booleans())
def test_the_root_of_any_page_is_the_root(path, directories):
    addresses = Addresses(directories=directories)

    assert urljoin(f"https://x.org/base/{addresses.of(path)}", addresses.root(path) or "./") == "https://x.org/base/"


@given(st.lists(PATH, unique=True), st.booleans())
def test_two_pages_share_neither_address_nor_file(paths, directories):
    addresses = Addresses(directories=directories)
    distinct = {path.rstrip("/") if directories else path for path in paths if not path.endswith("index")}

    assert len({addresses.of(path) for path in distinct}) == len({addresses.file(path) for path in distinct}) == len(distinct)


@pytest.mark.parametrize(("path", "directory", "file"), [
    ("", "", "index.html"), ("methods/", "methods/", "methods/index.html"),
    ("methods/alpha-1.5", "methods/alpha-1.5/", "methods/alpha-1.5.html"),
])
def test_the_two_styles(path, directory, file):
    assert (Addresses().of(path), Addresses().file(path)) == (directory, f"{directory}index.html")
    assert (Addresses(directories=False).of(path), Addresses(directories=False).file(path)) == (file, file)


def test_paths_are_those_that_the_plan_promises(survey):
    assert record_path(survey.methods["listener"]) == "methods/listener"
    assert record_path(survey.papers["sato2023bread"]) == "papers/sato2023bread"
    assert facet_path("fuel") == "taxonomy/fuel/"
    assert category_path("fuel", "wood") == target_path(Target("category", "wood", "fuel")) == "taxonomy/fuel/wood"
    assert target_path(Target("backbones", "crust-net-s")) == "backbones/crust-net-s"
