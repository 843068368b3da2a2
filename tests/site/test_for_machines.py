"""What machines read of a page: the text that search finds it by, and the metadata that reference managers take."""

import pytest

from markup import read

JOURNAL = 'venue: {name: "Letters on Hearths", kind: journal, volume: "3", number: "1", pages: "5--9", publisher: "Hearth Press"}\n'


def test_search_finds_a_method_by_names_authors_ids_categories_and_variants(mini_pages):
    hearthling, shared = mini_pages["methods/hearthling"].search, mini_pages["methods/shared-oven"].search

    for word in ("the learning hearth", "hearthling", "Åsa Lindqvist", "María José de la Cruz", "lindqvist2020hearth", "1911.99902", "10.5555/fco.2020.11", "Loaf baking", "Graph model", "Learns when to add a log"):
        assert word in hearthling
    for word in ("Shared Oven S", "Shared Oven L", "Charcoal", "shared-oven"):
        assert word in shared
    assert "crumb-listener" in mini_pages["methods/listener"].search  # a former id


def test_search_finds_a_paper_by_what_it_introduces_and_by_every_identifier(mini_pages):
    assert "Village Bakes" in mini_pages["papers/lindqvist2020hearth"].search
    assert "fAbRiCaTeD1" in mini_pages["papers/lecka2021listening"].search
    assert "dataset" in mini_pages["datasets/village-bakes"].search


def test_every_page_can_be_found(mini_pages):
    assert [path for path, page in mini_pages.items() if not (page.search.strip() and page.title.strip() and page.description.strip())] == []


def test_search_text_says_nothing_twice_and_stays_compact(mini_pages):
    for page in mini_pages.values():
        parts = page.search.split(" · ")
        assert len(parts) == len(set(parts)), page.path
        assert len(page.search) < 1000
        assert page.title not in parts


# --- what Zotero makes of it, by the rules of its "Embedded Metadata" translator ---------------------------------------

TYPES = {
    "citation_journal_title": "journalArticle", "citation_technical_report_institution": "report", "citation_conference_title": "conferencePaper",
    "citation_conference": "conferencePaper", "citation_book_title": "bookSection", "citation_dissertation_institution": "thesis",
}


def zotero(head: str) -> dict:
    """The type of item, its creators as (family, given), and its fields."""
    metas = [(meta["name"], meta["content"]) for meta in read(head).all("meta")]
    kinds = [TYPES[name] for name, _ in metas if name in TYPES]
    creators = []
    for content in (content for name, content in metas if name == "citation_author"):
        authors = [part.strip() for part in content.split(";")]
        if len(authors) == 1:  # a space on both sides of the comma: two authors
            halves = [part.strip(" ") for part in authors[0].split(",")]
            if len(halves) > 1 and " " in halves[0] and " " in halves[1]:
                authors = halves
        creators += [tuple(part.strip().replace("\u00a0", " ") for part in author.split(",")) if "," in author else (author,) for author in authors]
    return {"type": kinds[-1] if kinds else "journalArticle", "creators": creators, **{name.removeprefix("citation_"): content for name, content in metas if name != "citation_author"}}


@pytest.mark.parametrize(("path", "kind"), [
    ("papers/oduya2022shared", "journalArticle"), ("papers/lindqvist2020hearth", "conferencePaper"),
    ("papers/lecka2021listening", "conferencePaper"), ("papers/okafor2019crustnet", "report"),
    ("methods/steam-keeper", "journalArticle"), ("backbones/crust-net-s", "report"),
])
def test_a_reference_manager_files_the_paper_as_what_it_is(path, kind, mini_pages):
    assert zotero(mini_pages[path].head)["type"] == kind


@pytest.mark.parametrize(("venue", "kind", "name"), [
    ("kind: thesis, publisher: 'University of Ovens'", "thesis", "dissertation_institution"), ("kind: report, number: '12'", "report", "technical_report_institution"),
    ("kind: book", "bookSection", "book_title"), ("kind: journal", "journalArticle", "journal_title"), ("kind: workshop", "conferencePaper", "conference_title"),
])
def test_every_kind_of_venue_has_a_type(venue, kind, name, project, made):
    project.replace("data/papers/okafor2019crustnet.yaml", "arxiv_class: cs.RO\n", f"arxiv_class: cs.RO\nvenue: {{name: 'Ovens', {venue}}}\n")

    found = zotero(made(project.project)["papers/okafor2019crustnet"].head)

    assert found["type"] == kind
    assert found[name] == ("University of Ovens" if kind == "thesis" else "Ovens")
    assert found.get("technical_report_number") == ("12" if kind == "report" else None)


def test_an_article_has_volume_issue_pages_and_publisher(project, made):
    project.replace("data/papers/okafor2019crustnet.yaml", "arxiv_class: cs.RO\n", f"arxiv_class: cs.RO\n{JOURNAL}")

    found = zotero(made(project.project)["papers/okafor2019crustnet"].head)

    assert [found[name] for name in ("title", "publication_date", "journal_title", "volume", "issue", "firstpage", "lastpage", "publisher", "arxiv_id")] == [
        "CrustNet: Heat in Brick Ovens as a Graph", "2019", "Letters on Hearths", "3", "1", "5", "9", "Hearth Press", "1907.99901",
    ]
    assert "technical_report_institution" not in found


def test_an_article_with_one_number_for_its_pages_has_no_last_page(project, made):
    project.replace("data/papers/okafor2019crustnet.yaml", "arxiv_class: cs.RO\n", f"arxiv_class: cs.RO\n{JOURNAL}".replace("5--9", "180251"))

    page = made(project.project)["papers/okafor2019crustnet"]

    assert (zotero(page.head)["firstpage"], zotero(page.head).get("lastpage")) == ("180251", None)
    assert "Letters on Hearths, volume 3, number 1, 180251, 2019" in read(page.body).text


def test_every_author_is_one_author_even_with_spaces_in_both_names(mini_pages):
    assert zotero(mini_pages["papers/lindqvist2020hearth"].head)["creators"] == [("Lindqvist", "Åsa"), ("Sato", "Mei"), ("de la Cruz", "María José")]
    assert zotero(mini_pages["papers/okafor2019crustnet"].head)["creators"] == [("Okafor", "Ada"), ("The Brick Oven Group",)]


def test_an_arxiv_only_paper_is_a_report_of_arxiv(mini_pages):
    found = zotero(mini_pages["papers/okafor2019crustnet"].head)

    assert (found["technical_report_institution"], found["technical_report_number"], found["arxiv_id"]) == ("arXiv", "1907.99901", "1907.99901")


def test_a_page_names_the_address_to_cite(mini_pages):
    links = read(mini_pages["methods/hearthling"].head).all("link")

    assert links == [{"rel": "cite-as", "href": "https://doi.org/10.5555/fco.2020.11"}]
    assert mini_pages["datasets/crumb-photos"].head == ""  # no paper, nothing to cite
