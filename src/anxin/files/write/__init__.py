"""Public files out of a masked text model: DOCX, PDF and HTML, each built new from nothing but ``Document``.

``masked`` gives the public document; ``write_docx``, ``write_pdf`` and ``write_html`` (modules ``docx``, ``pdf``,
``html``) give the files. Same document, same bytes. Nothing of the original file is carried over: no properties,
revisions, comments, styles or names of fonts that are not in ``faces``.
"""
