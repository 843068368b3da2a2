"""The matrix: a method counts in every cell it names and in no other, and empty cells are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small import FACET, FLOURS, TASKS, method
from small import survey as small_survey
from vitsurvey.views.matrix import Matrix, matrix

SOME_TASKS = st.lists(st.sampled_from(TASKS), min_size=1, unique=True)
SOME_FLOURS = st.one_of(st.none(), st.sampled_from(["not-reported", "not-applicable"]), st.lists(st.sampled_from(FLOURS), min_size=1, unique=True))


def all_cells(found: Matrix) -> dict[tuple[str, str], list[str]]:
    return {
        (line.heading.category.id, column.category.id): [method.id for method in cell]
        for line in found.lines for column, cell in zip(found.columns, line.cells, strict=True)
    }


def cells(found: Matrix) -> dict[tuple[str, str], list[str]]:
    """Those of two leaves."""
    families = {heading.category.id for heading in (*found.columns, *(line.heading for line in found.lines)) if heading.is_family}
    return {place: methods for place, methods in all_cells(found).items() if not families & set(place)}


@given(st.lists(st.tuples(SOME_TASKS, SOME_FLOURS), max_size=6))
def test_a_method_is_in_every_cell_it_names_and_in_no_other(placements):
    methods = [
        method(f"m{i}", tasks=tasks, design={} if flours is None else {FACET: flours}) for i, (tasks, flours) in enumerate(placements)
    ]
    found = matrix(small_survey(methods), "task", FACET)

    expected = {
        (task, flour): [f"m{i}" for i, (tasks, flours) in enumerate(placements) if task in tasks and isinstance(flours, list) and flour in flours]
        for task in TASKS for flour in FLOURS
    }
    assert cells(found) == expected
    assert found.size == len(TASKS) * len(FLOURS)
    assert found.filled == sum(bool(names) for names in expected.values())
    assert found.most == max(len(names) for names in expected.values())


def test_without_methods_every_cell_is_there_and_empty():
    found = matrix(small_survey([]), "task", FACET)

    assert (found.size, found.filled, found.most) == (9, 0, 0)
    assert set(cells(found)) == {(task, flour) for task in TASKS for flour in FLOURS}


def test_families_stand_before_what_folds_into_them_and_a_task_without_one_stands_alone():
    found = matrix(small_survey([]), "task", FACET)

    assert [(line.heading.category.id, [family.id for family in line.heading.families], line.heading.is_family) for line in found.lines] == [
        ("dough", [], True), ("kneading", ["dough"], False), ("proving", ["dough"], False), ("scoring", [], False),
    ]


@given(st.lists(st.tuples(SOME_TASKS, SOME_FLOURS), max_size=6))
def test_a_family_holds_the_methods_of_its_children_each_once(placements):
    methods = [method(f"m{i}", tasks=tasks, design={} if flours is None else {FACET: flours}) for i, (tasks, flours) in enumerate(placements)]
    found = all_cells(matrix(small_survey(methods), "task", FACET))

    for flour in FLOURS:
        assert found["dough", flour] == sorted({*found["kneading", flour], *found["proving", flour]})


@given(st.lists(st.tuples(SOME_TASKS, SOME_FLOURS), max_size=6))
def test_the_facets_may_be_named_the_other_way_round(placements):
    methods = [method(f"m{i}", tasks=tasks, design={} if flours is None else {FACET: flours}) for i, (tasks, flours) in enumerate(placements)]
    survey = small_survey(methods)
    one, other = matrix(survey, "task", FACET), matrix(survey, FACET, "task")

    assert all_cells(other) == {(column, row): found for (row, column), found in all_cells(one).items()}
    assert (other.size, other.filled, other.most) == (one.size, one.filled, one.most)


def test_a_backbone_counts_for_the_category_it_stands_for(survey):
    found = cells(matrix(survey, "task", "heat-model"))

    assert found["loaf-baking", "graph-heat"] == ["hearthling", "shared-oven"]  # two backbones of one category count once
    assert found["loaf-baking", "linear-heat"] == ["listener"]
    assert found["steam-control", "graph-heat"] == found["steam-control", "linear-heat"] == []


def test_a_facet_that_is_not_there_is_a_mistake_of_the_caller(survey):
    with pytest.raises(KeyError):
        matrix(survey, "task", "steam")


def test_near_an_empty_cell_are_filled_cells_of_its_row_and_column(survey):
    for facet in ("heat-model", "fuel"):
        found = matrix(survey, "task", facet)
        empty = [
            (line, place) for line in found.leaves for place, column in enumerate(found.columns) if not column.is_family and not line.cells[place]
        ]
        assert empty
        for line, place in empty:
            near = found.near(line, place)
            assert len(near) <= 4
            for other in near:
                assert other.count > 0
                assert (other.row is line.heading.category) != (other.column is found.columns[place].category)
                assert not other.row.categories
            assert [other.count for other in near] == sorted((other.count for other in near), reverse=True)
