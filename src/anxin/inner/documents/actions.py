"""All that staff can do to a document, in one place for the doors."""

from anxin.inner.documents.drafts import start
from anxin.inner.documents.flow import approve, send_back, submit
from anxin.inner.documents.release import publish
from anxin.inner.documents.review import answer, answer_referral, decide, review_secrecy, undo
from anxin.inner.documents.takedown import hide, withdraw

__all__ = [
    "answer", "answer_referral", "approve", "decide", "hide", "publish", "review_secrecy", "send_back", "start",
    "submit", "undo", "withdraw",
]  # fmt: skip
