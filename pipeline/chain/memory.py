"""How this process deals with memory."""

import ctypes
import sys

# glibc's names for them (malloc.h), and values in bytes; it takes no larger threshold for mmap.
_TRIM_THRESHOLD, _TRIM_FROM = -1, 64 * 2**20
_MMAP_THRESHOLD, _MMAP_FROM = -3, 32 * 2**20


def keep_freed_memory() -> None:
    """Keep what a layer of the network frees for the next one.

    glibc gives it back to the system and asks for it again, page by page: a tenth of the time that
    parsing takes, for 15 megabytes less. Elsewhere than on Linux with glibc this does nothing.
    """
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_MMAP_THRESHOLD, _MMAP_FROM)
        libc.mallopt(_TRIM_THRESHOLD, _TRIM_FROM)
