"""Each file of the corpus gets the answer of the table, through the sandbox."""

import pytest

from anxin.files.codec import from_json, to_json
from anxin.files.read import read
from anxin.files.refused import SENTENCES, Refused
from tests.files.corpus import SEEN, TURNED_AWAY


@pytest.mark.parametrize(("data", "text", "kinds"), [row[1:] for row in SEEN], ids=[row[0] for row in SEEN])
def test_what_a_reader_sees_is_the_text_and_the_rest_is_reported(data, text, kinds):
    document = read(data)
    assert document.text == text
    found = {hidden.kind for hidden in document.hidden}
    assert kinds <= found
    assert found <= kinds | {"author"}
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize(("data", "code"), [row[1:] for row in TURNED_AWAY], ids=[row[0] for row in TURNED_AWAY])
def test_what_cannot_be_read_whole_and_safely_is_refused(data, code):
    with pytest.raises(Refused) as caught:
        read(data)
    assert caught.value.code == code
    assert code in SENTENCES
    assert caught.value.sentence.endswith("。")


def test_the_corpus_has_at_least_sixty_files():
    assert len(SEEN) + len(TURNED_AWAY) >= 60
