"""What leaves the house: a new DOCX and PDF made from the masked text model, never from the original file."""

from __future__ import annotations

from dataclasses import dataclass

from anxin.files import codec
from anxin.files.write.docx import write_docx
from anxin.files.write.pdf import write_pdf
from anxin.inner import filestore
from anxin.inner.cases.keyed import keyed
from anxin.inner.cases.models import Case
from anxin.inner.documents import law, served
from anxin.inner.documents.models import Obligation, Publication
from anxin.inner.documents.processing import Processing

EQUALITY = "已核验：除屏蔽处外与送达文书一致"


@dataclass(frozen=True)
class Artefacts:
    """The public files of one processing, and the content they were made of."""

    content_hash: str
    docx: bytes
    pdf: bytes

    def save(self) -> dict[str, str]:
        """Store the files; returns their hashes by format."""
        return {"docx": filestore.save(self.docx), "pdf": filestore.save(self.pdf)}


def build(processing: Processing) -> Artefacts:
    """Make the public files. Same processing, same bytes."""
    document = processing.public_document
    if document.text != processing.public_text:
        raise ValueError("公开文本结构与公开文本不一致。")
    source = f"{processing.draft.document.case.organ.name}　{processing.draft.document.number}"
    return Artefacts(
        processing.content_hash,
        write_docx(document),
        write_pdf(document, title=processing.public_title, source_line=source),
    )


def case_ref(case: Case) -> str:
    """An opaque reference that joins the public documents of one case and tells nothing else."""
    return keyed("case reference", case)[:24]


def payload(publication: Publication, processing: Processing, obligation: Obligation | None) -> dict[str, object]:
    """The item of the corridor: nothing in it but what the public may see."""
    document = publication.document
    organ = document.case.organ
    return {
        "id": publication.public_id,
        "version": publication.version,
        "organ": organ.code,
        "organ_name": organ.name,
        "doc_type": document.doc_type,
        "title": publication.title,
        "number": document.number,
        "charge": document.case.charge,
        "case_ref": case_ref(document.case),
        "concluded_on": document.concluded_on.isoformat() if document.concluded_on else None,
        "trigger_on": obligation.trigger_on.isoformat() if obligation else None,
        "deadline": obligation.deadline.isoformat() if obligation else None,
        "published_at": publication.published_at.isoformat(),
        "ruleset": publication.ruleset,
        "article": law.disclosure_of(document).article,
        "text": publication.text,
        "document": codec.to_json(processing.public_document),
        "sha256": served.digest(publication.text),
        "equality": EQUALITY,
        "files": publication.files,
    }
