"""The matrix: a method counts in every cell it names and in no other, and empty cells are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small import FACET, FLOURS, TASKS, method
from small import survey as small_survey
from vitsurvey.views.matrix import Matrix, matrix

SOME_TASKS = st.lists(st.sampled_from(TASKS), min_size=1, unique=True)
SOME_FLOURS = st.one_of(st.none(), st.sampled_from(["not-reported", "not-applicable"]), st.lists(st.sampled_from(FLOURS), min_size=1, unique=True))


def cells(found: Matrix) -> dict[tuple[str, str], list[str]]:
    return {
        (line.task.id, column.id): [method.id for method in cell]
        for group in found.groups for line in group.lines for column, cell in zip(found.columns, line.cells, strict=True)
    }


@given(st.lists(st.tuples(SOME_TASKS, SOME_FLOURS), max_size=6))
def test_a_method_is_in_every_cell_it_names_and_in_no_other(placements):
    methods = [
        method(f"m{i}", tasks=tasks, design={} if flours is None else {FACET: flours}) for i, (tasks, flours) in enumerate(placements)
    ]
    found = matrix(small_survey(methods), FACET)

    expected = {
        (task, flour): [f"m{i}" for i, (tasks, flours) in enumerate(placements) if task in tasks and isinstance(flours, list) and flour in flours]
        for task in TASKS for flour in FLOURS
    }
    assert cells(found) == expected
    assert found.size == len(TASKS) * len(FLOURS)
    assert found.filled == sum(bool(names) for names in expected.values())
    assert found.most == max(len(names) for names in expected.values())


def test_without_methods_every_cell_is_there_and_empty():
    found = matrix(small_survey([]), FACET)

    assert (found.size, found.filled, found.most) == (9, 0, 0)
    assert set(cells(found)) == {(task, flour) for task in TASKS for flour in FLOURS}


def test_families_group_their_tasks_and_a_task_without_one_stands_alone():
    found = matrix(small_survey([]), FACET)

    assert [(group.family.id, [line.task.id for line in group.lines]) for group in found.groups] == [
        ("dough", ["kneading", "proving"]), ("scoring", ["scoring"]),
    ]


def test_a_backbone_counts_for_the_category_it_stands_for(survey):
    found = cells(matrix(survey, "heat-model"))

    assert found["loaf-baking", "graph-heat"] == ["hearthling", "shared-oven"]  # two backbones of one category count once
    assert found["loaf-baking", "linear-heat"] == ["listener"]
    assert found["steam-control", "graph-heat"] == found["steam-control", "linear-heat"] == []


def test_only_leaves_are_columns(survey):
    assert [column.id for column in matrix(survey, "fuel").columns] == ["wood", "charcoal", "electric"]


def test_a_facet_that_is_not_there_is_a_mistake_of_the_caller(survey):
    with pytest.raises(KeyError):
        matrix(survey, "steam")


def test_near_an_empty_cell_are_filled_cells_of_its_row_and_column(survey):
    for facet in ("heat-model", "fuel"):
        found = matrix(survey, facet)
        for group in found.groups:
            for line in group.lines:
                for column, cell in enumerate(line.cells):
                    near = found.near(line, column)
                    if not cell:
                        assert len(near) <= 4
                    for other in near:
                        assert other.count > 0
                        assert (other.task is line.task) != (other.category is found.columns[column])
                    assert [other.count for other in near] == sorted((other.count for other in near), reverse=True)
