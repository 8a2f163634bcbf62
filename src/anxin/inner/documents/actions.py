"""All that staff can do to a document, in one place for the doors."""

from anxin.inner.documents.drafts import start
from anxin.inner.documents.flow import approve, send_back, submit
from anxin.inner.documents.release import publish
from anxin.inner.documents.review import answer, answer_referral, decide, review_secrecy, undo
from anxin.inner.documents.second_reading import ask as ask_second_reading
from anxin.inner.documents.second_reading import confirm as confirm_second_reading
from anxin.inner.documents.second_reading import object_to
from anxin.inner.documents.takedown import hide
from anxin.inner.documents.text_quality import answer as answer_quality

__all__ = [
    "answer", "answer_quality", "answer_referral", "approve", "ask_second_reading", "confirm_second_reading", "decide",
    "hide", "object_to", "publish", "review_secrecy", "send_back", "start", "submit", "undo",
]  # fmt: skip
