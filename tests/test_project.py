"""A folder into the places of a survey."""

import pytest

from vitsurvey.project import Project, ProjectError, engine_templates, find


def test_a_project_is_found_from_anywhere_inside(project):
    for inside in (".", "data", "data/methods", "docs"):
        assert find(project.root / inside).root == project.root.resolve()


def test_the_nearest_survey_is_taken(project):
    project.write("docs/other/data/survey.yaml", "name: other\n")

    assert find(project.root / "docs/other").root == (project.root / "docs/other").resolve()


def test_no_survey_is_said_in_words(tmp_path):
    with pytest.raises(ProjectError, match=r"data/survey\.yaml was not found"):
        find(tmp_path)


def test_files_are_named_from_the_root(project):
    assert project.project.name(project.root / "data" / "methods" / "a.yaml") == "data/methods/a.yaml"


def test_a_survey_may_bring_templates_of_its_own(tmp_path):
    assert Project(tmp_path).templates == (tmp_path / "templates", engine_templates())


def test_surroundings_name_the_repository(project):
    assert find(project.root, "owner/name").repository == "owner/name"
    assert find(project.root).repository is None
