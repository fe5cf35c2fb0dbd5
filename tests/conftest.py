"""What holds for all tests: a cache of their own, and no deadline on a machine that may be busy."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The examples of everyday runs are the same in each, in under five minutes: a change is refused for what it
# changes, not for its luck. `HYPOTHESIS_PROFILE=thorough` looks for new ones.
settings.register_profile("steady", deadline=None, max_examples=50, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nothing that a test reads comes out of the user's cache or goes into it."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "FACTCHECK_CACHE", str(folder))
        yield folder
