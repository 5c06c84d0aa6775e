"""A worker that dies; in a module of its own, for it is loaded anew after each death."""

import os
import signal

from pipeline.chain.plan import Task
from pipeline.chain.state import ReportState
from pipeline.chain.work import Worker


class Deadly(Worker):
    """Dies of one report, and of another the first time that it meets it."""

    def do(self, tasks: list[Task]) -> list[tuple[str, ReportState]]:
        names = [task.doc for task in tasks]
        once = self._output / "met"
        if "報告3" in names or ("報告5" in names and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return [(task.doc, task.state) for task in tasks]
