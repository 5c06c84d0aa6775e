"""hokoku (報告): tables that an analyst can trust, out of Japanese official reports."""

import os
from importlib.metadata import version

# Two BLAS threads a worker fight over the cores; read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = version("hokoku")
