"""A theme's page as a shell: filled exactly, whatever a page holds, and refused when the theme has no place for a part."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitsurvey.site import Heading, Page, ShellError, sentinel, shell
from vitsurvey.site.shell import ADDRESS, BODY, DESCRIPTION, HEAD, HEADING_ID, HEADING_TITLE, TITLE

STAND_IN = sentinel("methods", 1, wide=False)
AT = "methods/vsshell/"
TOKENS = (TITLE, DESCRIPTION, ADDRESS, HEAD, BODY, HEADING_ID, HEADING_TITLE, "vsheadingstoken", "vsshell")
WORDS = st.lists(st.one_of(st.sampled_from(TOKENS), st.text(max_size=8), st.sampled_from(["<b>", "&amp;", '"', "\\1", "{{ x }}"]))).map("".join)
IDS = st.from_regex(r"[a-z][a-z0-9-]*", fullmatch=True)


def theme(title: str, description: str, address: str, head: str, body: str, headings: str) -> str:
    """A small theme, which prints the title twice and the contents twice, as themes for phones and desks do."""
    return (
        f'<html><head><title>{title} - Site</title><meta name="description" content="{description}">'
        f'<link rel="canonical" href="https://x.org/{address}">{head}</head><body><header>{title}</header>'
        f'<nav><ul class="toc">{headings}</ul></nav><main>{body}</main><aside>{headings}</aside></body></html>'
    )


def entry(ident: str, title: str) -> str:
    return f'<li class="md-nav__item">\n  <a href="#{ident}" class="md-nav__link"><span>{title}</span></a>\n</li>'


RENDERED = theme(STAND_IN.title, STAND_IN.description, AT, STAND_IN.head, STAND_IN.body, entry(HEADING_ID, HEADING_TITLE))


@given(WORDS, WORDS, WORDS, WORDS, st.lists(st.builds(Heading, IDS, WORDS), max_size=3))
def test_filling_is_exact(title, description, head, body, headings):
    page = Page("methods/alpha", title, description, body, tuple(headings), head=head)

    assert shell(RENDERED, AT).fill(page, "methods/alpha/") == theme(
        escape(title), escape(description), "methods/alpha/", head, f'<div id="main">{body}</div>',
        "".join(entry(heading.id, escape(heading.title)) for heading in headings),
    )


def test_no_token_is_left_in_a_filled_page():
    filled = shell(RENDERED, AT).fill(Page("methods/alpha", "Alpha", "First.", "<h1>Alpha</h1>"), "methods/alpha/")

    assert [token for token in TOKENS if token in filled] == []


@pytest.mark.parametrize(("token", "part"), [(TITLE, "title"), (HEAD, "metadata"), (BODY, "content")])
def test_a_theme_without_a_place_for_a_part_is_refused(token, part):
    with pytest.raises(ShellError, match=f"the theme's page has no place for the {part} of a page"):
        shell(RENDERED.replace(token, ""), AT)


def test_a_theme_without_contents_or_description_will_do():
    plain = f"<html><head><title>{TITLE}</title>{HEAD}</head><body>{BODY}</body></html>"

    filled = shell(plain, AT).fill(Page("methods/alpha", "A & B", "First.", "<h1>A</h1>", (Heading("x", "X"),)), "methods/alpha/")

    assert filled == '<html><head><title>A &amp; B</title></head><body><div id="main"><h1>A</h1></div></body></html>'


def test_the_link_that_skips_to_the_content_leads_to_the_body():
    skipping = RENDERED.replace("<header>", f'<header><a href="#{HEADING_ID}" class="md-skip">Skip</a>')

    filled = shell(skipping, AT).fill(Page("methods/alpha", "A", "", "<h1>A</h1>"), "methods/alpha/")

    assert '<a href="#main" class="md-skip">' in filled
    assert '<div id="main">' in filled


@pytest.mark.parametrize(("section", "depth", "wide"), [("methods", 1, False), ("taxonomy", 2, True)])
def test_the_stand_in_has_the_section_the_depth_and_the_width_of_those_it_stands_for(section, depth, wide):
    page = sentinel(section, depth, wide=wide)

    assert (page.section, page.path.count("/"), page.wide, page.is_index) == (section, depth, wide, False)
    assert "<h1" in page.body  # themes that look for a heading add none of their own
