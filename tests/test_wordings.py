import pytest

from factcheck.compare.wordings import align, utterance

SPOKEN = "We will not leave this valley until every family has a roof and clean water again"


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (SPOKEN, "same"),
        ("we will not leave this valley until every family has a roof and clean water again!", "same"),
        ("We will not leave this valley … every family has a roof and clean water again", "part"),
        ("every family has a roof", "part"),
        (
            "We [the teams] will not leave this valley until every family has a roof and clean water again",
            "same",
        ),
        ("We shall not go from this valley before each family has a house and clean water", "drift"),
        ("The dam was built by people who knew what they were doing and it held", "different"),
    ],
)
def test_relations(other, relation):
    assert align(utterance(SPOKEN), utterance(other), same_speaker=True).relation == relation
    assert align(utterance(other), utterance(SPOKEN), same_speaker=True).relation == relation


def test_strangers_need_more_in_common():
    drifted = utterance(
        "Clean water reached the valley on Monday and each family got a tent as well as blankets"
    )
    assert align(utterance(SPOKEN), drifted, same_speaker=False).relation == "different"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("We will not sell our harbour again", "The town does not sell its harbour", "drift"),
        ("We will rebuild the old bridge", "We will fight for the old school", "different"),
        (
            "There is no harbour like ours on this coast",
            "They can sell what they want but no harbour",
            "different",
        ),
    ],
)
def test_short_remarks_built_alike_are_one_remark_of_one_speaker(one, other, relation):
    assert align(utterance(one), utterance(other), same_speaker=True).relation == relation
    assert align(utterance(one), utterance(other), same_speaker=False).relation == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lamp was lit in every room", "The lamp was lit in every room except mine"),
        ("I was afraid of the river", "I was never afraid of the river, only of the boats"),
        ("The crew has spoken, and I shall obey", "The crew has spoken, and I think it was misled"),
        ("We have the boats, but no fuel to sail them", "We have the fuel; what we lack is boats"),
    ],
)
def test_one_remark_that_says_two_things_is_no_part_of_itself(one, other):
    for a, b in ((one, other), (other, one)):
        assert align(utterance(a), utterance(b), same_speaker=True).relation == "drift"


def test_what_any_remark_may_begin_with_makes_no_one_remark():
    one, other = utterance("I think that we shall sail"), utterance("I think that he was late again")
    assert align(one, other, same_speaker=True).relation == "different"
