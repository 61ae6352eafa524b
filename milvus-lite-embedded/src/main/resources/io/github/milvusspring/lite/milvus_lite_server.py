"""Runs Milvus Lite for a JVM: on the loopback address, on a free port, for as long as standard input stays open.

A line on standard output says how the start went: "READY <port>", or "MISSING <reason>" when Milvus Lite cannot be
imported. Before, "LOCKED <process id, if known>" says that the data directory is in use and is waited for. With
--check it only imports and says "FOUND".
"""
import argparse
import csv
import errno
import glob
import logging
import os
import shutil
import signal
import sys
import sysconfig
import threading
from concurrent import futures

MAX_MESSAGE = 256 * 1024 * 1024
STOP_LIMIT_SECONDS = 60
DISK_FAILED = 74
WRITES = ("Insert Upsert Delete Flush CreateCollection DropCollection TruncateCollection RenameCollection "
          "AlterCollection CreateIndex DropIndex CreatePartition DropPartition CreateAlias AlterAlias DropAlias "
          "CreateDatabase AlterDatabase DropDatabase").split()


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir")
    parser.add_argument("--libraries", help="a folder of packages, when they are in no environment of their own")
    parser.add_argument("--ephemeral", action="store_true", help="delete the data directory at the end")
    parser.add_argument("--complete", action="store_true", help="import only what is complete, file by file")
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


class DiskGuard:
    """Stands in for the servicer's common_pb2, so that errors of the disk and of memory are answered as such.

    After one in a write no other is taken: what is in memory then differs from the log, which the next flush deletes.
    """

    def __init__(self, common_pb2):
        self.common_pb2 = common_pb2
        self.call = threading.local()
        self.failure = None

    def __getattr__(self, name):
        return getattr(self.common_pb2, name)

    def Status(self, **fields):
        error = sys.exc_info()[1]
        if self.is_failure(error):
            self.call.error = error
            part = ": a part of the call may be written" if getattr(self.call, "writes", False) else ""
            fields = {"error_code": 1, "code": 1001, "reason": f"Milvus Lite's {self.describe(error)}{part}"}
        return self.common_pb2.Status(**fields)

    @staticmethod
    def is_failure(error):
        """Whether it is of the disk or of memory, and not of a network or a name."""
        if not isinstance(error, OSError):
            return isinstance(error, MemoryError)
        return (type(error).__module__ in ("builtins", "pyarrow.lib") and error.errno != errno.ENAMETOOLONG
                and not isinstance(error, (ConnectionError, TimeoutError)))

    @staticmethod
    def describe(error):
        part = "memory" if isinstance(error, MemoryError) else "disk"
        return f"{part} failed ({' '.join(str(error).split()) or type(error).__name__})"

    def watch(self, servicer, milvus_pb2):
        """Puts itself before the methods that write."""
        methods = milvus_pb2.DESCRIPTOR.services_by_name["MilvusService"].methods_by_name
        for name in WRITES:
            if name not in methods or not hasattr(servicer, name):
                continue  # of another version than ours
            answer = getattr(milvus_pb2, methods[name].output_type.name, None) or self.common_pb2.Status
            setattr(servicer, name, self.watched(getattr(servicer, name), answer))

    def watched(self, method, answer):
        def write(servicer, request, context):
            if self.failure is not None:
                status = self.common_pb2.Status(error_code=1, code=7, reason=(
                    f"Milvus Lite takes no more writes since its {self.failure}: rows written before may be gone "
                    "until it is started again; free space and restart it"))
                return status if answer is self.common_pb2.Status else answer(status=status)
            self.call.writes, self.call.error = True, None
            try:
                return method(servicer, request, context)
            finally:
                self.call.writes = False
                if self.call.error is not None:
                    self.failure = self.describe(self.call.error)
                    logging.error("No more writes are taken until the next start, since the %s", self.failure)
        return write


def check_files(folder):
    """Looks for every file of the installed packages, many of which are imported when they are needed only."""
    for record in glob.glob(os.path.join(glob.escape(folder), "*.dist-info", "RECORD")):
        with open(record, encoding="utf-8", newline="") as lines:
            for path, _, size in csv.reader(lines):
                if not size or path.startswith(".."):
                    continue  # of no fixed size, or of a place that is none of the packages'
                file = os.path.join(folder, path)
                if not os.path.exists(file) or os.path.getsize(file) != int(size):
                    raise ImportError(f"{file} is missing or half-written")


def import_milvus_lite():
    """Imports without running pymilvus/__init__, which would load pandas and more for nothing."""
    import importlib.util
    import types

    spec = importlib.util.find_spec("pymilvus")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("No module named 'pymilvus'")
    stub = types.ModuleType("pymilvus")
    stub.__path__ = list(spec.submodule_search_locations)
    sys.modules["pymilvus"] = stub
    global grpc, MilvusLite, DataDirLockedError, MilvusServicer, milvus_pb2_grpc, disk
    import grpc
    from milvus_lite.adapter.grpc import errors, servicer
    from milvus_lite.adapter.grpc.servicer import MilvusServicer
    from milvus_lite.db import MilvusLite
    from milvus_lite.exceptions import DataDirLockedError
    from pymilvus.grpc_gen import common_pb2, milvus_pb2, milvus_pb2_grpc

    # Clients lose the reason of an error whose old-style code is not in the protocol's enum; its new code stays.
    known = set(common_pb2.ErrorCode.values())
    codes = getattr(errors, "_EXCEPTION_TO_CODE", {})
    codes.update({error: (1, *rest) for error, (old, *rest) in codes.items() if old not in known})
    servicer.common_pb2 = disk = DiskGuard(common_pb2)
    disk.watch(MilvusServicer, milvus_pb2)


def open_data(directory, say, stopping):
    """Opens the data directory, and waits while another process has it."""
    waiting = False
    while True:
        try:
            return MilvusLite(directory)
        except DataDirLockedError:
            if not waiting:
                say(f"LOCKED {lock_holder(directory)}".strip())
            waiting = True
            if stopping.wait(0.1):
                os._exit(1)


def lock_holder(directory):
    """The process that holds the lock, as Linux tells it, or nothing."""
    try:
        lock = os.stat(os.path.join(directory, "LOCK")).st_ino
        with open("/proc/locks", encoding="ascii") as locks:
            for fields in map(str.split, locks):
                if fields[1] == "FLOCK" and fields[5].rsplit(":", 1)[1] == str(lock) and int(fields[4]) > 0:
                    return fields[4]
    except (OSError, LookupError, ValueError):
        pass
    return ""


def serve(arguments, say, started, stopping):
    db = open_data(arguments.data_dir, say, stopping)
    # One worker: concurrent writers of one collection lose acknowledged rows.
    worker = futures.ThreadPoolExecutor(max_workers=1)
    server = grpc.server(worker, options=[
        ("grpc.so_reuseport", 0),
        ("grpc.max_receive_message_length", MAX_MESSAGE),
        ("grpc.max_send_message_length", MAX_MESSAGE),
        ("grpc.keepalive_permit_without_calls", 1),
        ("grpc.http2.min_ping_interval_without_data_ms", 5000),
        ("grpc.http2.max_ping_strikes", 0),
    ])
    milvus_pb2_grpc.add_MilvusServiceServicer_to_server(MilvusServicer(db), server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    started.set()
    say(f"READY {port}")
    while not stopping.wait(1):
        pass
    limit = threading.Timer(STOP_LIMIT_SECONDS, os._exit, [1])
    limit.daemon = True
    limit.start()
    server.stop(grace=5).wait()
    worker.shutdown(wait=True, cancel_futures=True)
    if disk.failure is not None:
        delete(arguments)
        logging.warning("Stopped without a flush, since the %s: the next start reads the log", disk.failure)
        sys.stderr.flush()
        os._exit(DISK_FAILED)
    db.close()
    delete(arguments)


def delete(arguments):
    if arguments.ephemeral:
        shutil.rmtree(arguments.data_dir, ignore_errors=True)


def main():
    arguments = parse_arguments()
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("faiss").setLevel(logging.WARNING)
    # Standard output is for our own lines alone: what libraries print goes to the log.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def say(line):
        print(line, file=answers, flush=True)

    started, stopping = threading.Event(), threading.Event()

    def watch_parent():
        while os.read(0, 4096):
            pass
        stopping.set()
        if not started.is_set():
            delete(arguments)
            os._exit(1)

    if not arguments.check:
        if hasattr(os, "setsid"):
            os.setsid()  # Ctrl-C is for the JVM, which stops its parts in its own order.
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: stopping.set())
        threading.Thread(target=watch_parent, daemon=True).start()
    if arguments.libraries:
        sys.path.insert(0, arguments.libraries)
    try:
        if arguments.complete:
            check_files(arguments.libraries or sysconfig.get_path("purelib"))
        import_milvus_lite()
    except Exception as missing:  # a half-written file is no ImportError
        return say(f"MISSING {' '.join(str(missing).split()) or type(missing).__name__}")
    return say("FOUND") if arguments.check else serve(arguments, say, started, stopping)


if __name__ == "__main__":
    main()
    sys.stderr.flush()
    os._exit(0)
