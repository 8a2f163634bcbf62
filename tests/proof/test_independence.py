"""The proof stands alone: it imports neither the files it checks nor the engine that masked them."""

import subprocess
import sys


def test_the_proof_loads_no_module_of_files_or_redaction():
    code = ("import sys; import anxin.proof.check, anxin.proof.pdf, anxin.cli.check; "
            "print([m for m in sys.modules if m.startswith(('anxin.files', 'anxin.redaction', 'lxml', 'typst'))])")
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True,
                         env={"PYTHONPATH": ":".join(sys.path)})
    assert run.stdout.strip() == "[]"
