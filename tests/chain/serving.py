"""Stores on this machine: `python -m tests.chain.serving` serves S3, Google's, and one that denies
everything, and prints their addresses; it ends with its standard input.
"""

import json
import sys
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from gcp_storage_emulator.server import RequestHandler  # type: ignore[import-untyped]
from gcp_storage_emulator.storage import Storage  # type: ignore[import-untyped]
from moto.server import ThreadedMotoServer

_HERE = "127.0.0.1"


class Crowd(ThreadingHTTPServer):
    """Takes as many connections at once as a store does."""

    request_queue_size = 256


class Denial(BaseHTTPRequestHandler):
    """Says 403 whatever is asked."""

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.send_response(403, "Forbidden")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_PUT = do_POST = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        pass


def _serve(handler: object) -> str:
    server = Crowd((_HERE, 0), handler)  # type: ignore[arg-type]
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://{_HERE}:{server.server_port}"


def main() -> None:
    """Serve until standard input ends."""
    amazon = ThreadedMotoServer(_HERE, 0, verbose=False)
    amazon.start()
    addresses = {
        "s3": "http://{}:{}".format(*amazon.get_host_and_port()),
        "gs": _serve(partial(RequestHandler, Storage(use_memory_fs=True))),
        "denying": _serve(Denial),
    }
    sys.stdout.write(json.dumps(addresses) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
