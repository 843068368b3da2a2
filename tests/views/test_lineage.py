"""Lineage: a tree holds each method of a family once, below one that it builds on."""

from hypothesis import given
from hypothesis import strategies as st

from small import method, survey
from vitsurvey.views.lineage import NODES, Lineages


def made(parents):
    """Methods by number, each with the numbers of earlier ones that it builds on."""
    return survey(
        method(f"m{i:03}", builds_on=[{"method": f"m{parent:03}", "changes": ["More flour."]} for parent in earlier])
        for i, earlier in enumerate(parents)
    )


@st.composite
def ancestries(draw):
    return [draw(st.lists(st.integers(0, i - 1), max_size=2, unique=True)) if i else [] for i in range(draw(st.integers(1, 40)))]


def related(parents, start):
    """Every method that is reached from one, up or down."""
    found, waiting = {start}, [start]
    while waiting:
        one = waiting.pop()
        near = {*parents[one], *(i for i, earlier in enumerate(parents) if one in earlier)} - found
        found |= near
        waiting += near
    return found


@given(ancestries(), st.data())
def test_a_tree_holds_the_family_once_each_below_one_it_builds_on(parents, data):
    found = made(parents)
    number = data.draw(st.integers(0, len(parents) - 1))
    tree = Lineages(found).tree(found.methods[f"m{number:03}"])

    family = {f"m{i:03}" for i in related(parents, number)}
    if tree is None:
        assert len(family) < 3
        return
    assert tree.size == len(family) >= 3
    ids = [node.method.id for node in tree.nodes]
    assert len(ids) == len(set(ids)) == min(len(family), NODES)
    assert set(ids) <= family
    assert f"m{number:03}" in ids
    for place, node in enumerate(tree.nodes):
        earlier = {step.method for step in node.method.builds_on}
        if node.above is None:
            assert node.depth == 0
            assert not earlier & set(ids)
            assert {other.id for other in node.others} == earlier
        else:
            above = tree.nodes[node.above]
            assert node.above < place
            assert node.depth == above.depth + 1
            assert {above.method.id, *(other.id for other in node.others)} == earlier


@given(st.integers(NODES, 3 * NODES))
def test_ancestors_come_before_descendants_and_these_before_siblings(count):
    found = made([[], [0], [1], *([2] for _ in range(NODES - 5)), *([0] for _ in range(count))])
    ids = {node.method.id for node in Lineages(found).tree(found.methods["m002"]).nodes}

    assert len(ids) == NODES
    assert {f"m{i:03}" for i in range(NODES - 2)} <= ids


def test_when_there_is_no_room_for_all_those_that_most_build_on_are_shown():
    crowd = NODES + 10
    found = made([[], *([0] for _ in range(crowd)), [crowd], [crowd], [crowd - 1]])
    ids = {node.method.id for node in Lineages(found).tree(found.methods["m000"]).nodes}

    assert len(ids) == NODES
    assert {f"m{crowd:03}", f"m{crowd - 1:03}"} <= ids


def test_the_mini_survey_is_one_family(survey):
    lineages = Lineages(survey)

    for method_ in survey.methods.values():
        tree = lineages.tree(method_)
        assert [(node.method.id, node.depth, [other.id for other in node.others]) for node in tree.nodes] == [
            ("hearthling", 0, []), ("shared-oven", 1, ["listener"]), ("steam-keeper", 2, []), ("listener", 0, []),
        ]
        assert tree.size == 4


def test_two_methods_are_no_family():
    found = made([[], [0]])

    assert Lineages(found).tree(found.methods["m001"]) is None
