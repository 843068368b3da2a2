"""The generator of fabricated surveys: what it writes is valid, of the size asked for, and always the same."""

from datetime import date
from pathlib import Path

import pytest

from fabricate import SMALLEST, fabricate
from vitsurvey.checks import examine
from vitsurvey.project import Project
from vitsurvey.reporting import as_text
from vitsurvey.schema import KINDS

TODAY = date(2025, 1, 1)
ENOUGH_FOR_ALL = 300
"""From this size on every category holds a record."""


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("records", [SMALLEST, 50, 300])
def test_the_survey_has_no_errors(records: int, tmp_path: Path):
    fabricate(tmp_path, records)

    assert as_text(examine(Project(tmp_path), TODAY).errors) == ""


def test_a_survey_that_fills_the_taxonomy_has_no_warnings(tmp_path: Path):
    fabricate(tmp_path, ENOUGH_FOR_ALL)

    assert as_text(examine(Project(tmp_path), TODAY).problems) == ""


@pytest.mark.parametrize("records", [50, 300])
def test_there_are_as_many_records_as_asked_for(records: int, tmp_path: Path):
    fabricate(tmp_path, records)

    files = [path for kind in KINDS for path in (tmp_path / "data" / kind).iterdir()]
    assert len(files) == pytest.approx(records, rel=0.1)
    assert all(any((tmp_path / "data" / kind).iterdir()) for kind in KINDS)


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path):
    fabricate(tmp_path / "first", 50, seed=7)
    fabricate(tmp_path / "again", 50, seed=7)
    fabricate(tmp_path / "other", 50, seed=8)

    assert contents(tmp_path / "first") == contents(tmp_path / "again")
    assert contents(tmp_path / "first") != contents(tmp_path / "other")


def test_too_small_a_survey_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match=f"at least {SMALLEST} records"):
        fabricate(tmp_path, SMALLEST - 1)

    assert list(tmp_path.iterdir()) == []


def test_the_site_is_configured_as_the_repository_is_but_for_name_and_navigation(tmp_path: Path):
    fabricate(tmp_path, SMALLEST)

    own = (Path(__file__).parents[1] / "mkdocs.yml").read_text(encoding="utf-8")
    written = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert "site_name: Fabricated\n" in written
    assert written.partition("\ntheme:")[2] == own.partition("\ntheme:")[2] != ""


def test_it_says_nothing_of_the_field_of_the_repository(tmp_path: Path):
    fabricate(tmp_path, 50)

    text = b"\n".join(contents(tmp_path).values()).lower()
    assert [word for word in (b"instruction", b"multimodal", b"vision", b"language model", b"llava") if word in text] == []
