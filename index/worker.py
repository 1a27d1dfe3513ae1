"""A process that reads files: jobs come in on standard input and answers go out on standard output, pickled.

``python -m index.worker``; started by ``index.workers``, ends when its input does.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys

from index.prepare import Prepared, attempt

TIRED_MB = 350
Reply = tuple[Prepared | str, bool]
"""The answer, and whether the process has grown so large that another should take its place."""


def main() -> None:
    """Whatever a reader prints goes nowhere: the answers have a channel of their own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    while True:
        try:
            job = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        reply: Reply = (attempt(job), _most_memory() > TIRED_MB)
        try:
            pickle.dump(reply, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()
        except BrokenPipeError:  # nobody waits for it any more
            os._exit(0)


def _most_memory() -> float:
    """In MB, the most that this process has held."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 / (1024 if sys.platform == "darwin" else 1)


if __name__ == "__main__":
    main()
