"""Runs the complete Milvus server for the tests of a JVM, for as long as standard input stays open.

Lines on standard output say how far it is: "INSTALLING", "WAITING" for another one on this machine, and at last
"READY <port>", "UNAVAILABLE <reason>" when it cannot be installed, or "FAILED <reason>".
"""
import argparse
import concurrent.futures
import ctypes
import fcntl
import glob
import lzma
import os
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

START_LIMIT_SECONDS = 120
STOP_LIMIT_SECONDS = 10
PR_SET_PDEATHSIG = 1

started, stopping = threading.Event(), threading.Event()


def say(line):
    print(line, flush=True)


def parse_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", help="where the packages are installed, once")
    parser.add_argument("--requirements")
    parser.add_argument("--data-dir", help="deleted at the end")
    parser.add_argument("--set", action="append", default=[], help="key=value of the server's configuration")
    return parser.parse_args()


def locked(path, waiting):
    """Opens a file under a lock that ends with this process."""
    file = open(path, "a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say(waiting)
        fcntl.flock(file, fcntl.LOCK_EX)
    return file


def with_parent():
    """In a child: no end of this process is survived, however it comes."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def install(home, requirements):
    os.makedirs(os.path.dirname(home), exist_ok=True)
    with locked(home + ".lock", "WAITING for its installation by another process"):
        if os.path.isdir(home):
            return
        for half_finished in glob.glob(glob.escape(home) + ".build-*"):
            shutil.rmtree(half_finished, ignore_errors=True)
        attempt = f"{home}.build-{os.getpid()}"
        say("INSTALLING")
        try:
            fetch(os.path.join(attempt, "libraries"), requirements)
            unpack(attempt)
            os.rename(attempt, home)
        finally:
            shutil.rmtree(attempt, ignore_errors=True)


def fetch(target, requirements):
    try:
        import pip  # noqa: F401
        command = [sys.executable, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--quiet"]
    except ImportError:
        command = [shutil.which("uv") or "uv", "pip", "install", "--python", sys.executable]
    command += ["--target", target, "--no-deps", "--only-binary", ":all:", "-r", requirements]
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr, preexec_fn=with_parent)
    if child.wait() != 0:
        raise OSError(f"{os.path.basename(command[0])} ended with exit code {child.returncode}")


def unpack(folder):
    """The package's own start does this for each data directory anew."""
    packed = os.path.join(folder, "libraries", "milvus", "data", "bin")
    binaries = os.path.join(folder, "bin")
    os.makedirs(binaries)

    def expand(name):
        target = os.path.join(binaries, name[:-len(".lzma")])
        with lzma.open(os.path.join(packed, name)) as source, open(target, "wb") as file:
            shutil.copyfileobj(source, file, 1 << 20)
        os.chmod(target, 0o755)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        list(threads.map(expand, [name for name in os.listdir(packed) if name.endswith(".lzma")]))
    shutil.rmtree(packed)


def free_ports(names):
    """Below those that the system gives to outgoing connections."""
    ports, taken = {}, []
    while len(ports) < len(names):
        candidate = socket.socket()
        try:
            candidate.bind(("", random.randrange(15000, 32000)))
        except OSError:
            candidate.close()
            continue
        ports[names[len(ports)]] = candidate.getsockname()[1]
        taken.append(candidate)
    for one in taken:
        one.close()
    return ports


def configure(arguments):
    """Writes the files of the configuration, and returns the ports."""
    from milvus import MilvusServerConfig
    config = MilvusServerConfig(data_dir=arguments.data_dir)
    names = [name for name in config.configurable_items if name.endswith("_port")]
    ports = free_ports(names + ["etcd_peers", "metrics"])
    config.update(**{name: ports[name] for name in names})
    for component in ("rootCoord", "proxy", "queryCoord", "queryNode", "indexNode", "dataCoord", "dataNode"):
        config.set(component + ".ip", "127.0.0.1")
    config.set("log.level", "warn")
    for setting in arguments.set:
        key, value = setting.split("=", 1)
        config.set(key, value == "true" if value in ("true", "false") else int(value) if value.isdigit() else value)
    config.resolve()
    clients, peers = (f"http://127.0.0.1:{ports[name]}" for name in ("etcd_port", "etcd_peers"))
    with open(os.path.join(arguments.data_dir, "etcd.yaml"), "w", encoding="utf-8") as file:
        file.write(f"name: default\ndata-dir: {arguments.data_dir}/etcd\nlog-level: warn\n"
                   f"listen-client-urls: {clients}\nadvertise-client-urls: {clients}\n"
                   f"listen-peer-urls: {peers}\ninitial-advertise-peer-urls: {peers}\n"
                   f"initial-cluster: default={peers}\n")
    return ports


def start(arguments, ports, log):
    binaries = os.path.join(arguments.home, "bin")
    # Nothing else of the environment: the server takes any variable for a setting.
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LANG") if name in os.environ}
    environment.update(DEPLOY_MODE="STANDALONE", METRICS_PORT=str(ports["metrics"]), LD_LIBRARY_PATH=binaries,
                       ETCD_CONFIG_PATH=os.path.join(arguments.data_dir, "etcd.yaml"))
    return subprocess.Popen([os.path.join(binaries, "milvus"), "run", "standalone"], cwd=arguments.data_dir,
                            env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=with_parent)


def healthy(port):
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
                f"http://127.0.0.1:{port}/healthz", timeout=5) as reply:
            return b"OK" in reply.read()
    except (OSError, urllib.error.URLError):
        return False


def await_health(server, port):
    limit = time.monotonic() + START_LIMIT_SECONDS
    while not healthy(port):
        if server.poll() is not None:
            raise OSError(f"it ended with exit code {server.returncode}")
        if stopping.wait(0.1) or time.monotonic() > limit:
            raise OSError(f"it was not healthy after {START_LIMIT_SECONDS} s")


def stop(server):
    server.send_signal(signal.SIGINT)  # SIGTERM would hang.
    try:
        server.wait(STOP_LIMIT_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    for left in glob.glob(f"/tmp/milvus/server_id_{server.pid}"):
        os.remove(left)


def serve(arguments):
    with locked(os.path.join(os.path.dirname(arguments.home), "milvus-full-server.lock"),
                "WAITING for the one of another process"):
        log_name = os.path.join(arguments.data_dir, "server.log")
        ports = configure(arguments)
        with open(log_name, "wb") as log:
            server = start(arguments, ports, log)
        started.set()
        try:
            await_health(server, ports["metrics"])
            say(f"READY {ports['proxy_port']}")
            while not stopping.wait(1) and server.poll() is None:
                pass
        except OSError as failure:
            with open(log_name, encoding="utf-8", errors="replace") as log:
                sys.stderr.writelines(log.readlines()[-20:])
            say(f"FAILED {failure}")
        finally:
            stop(server)


def watch_parent(arguments):
    while os.read(0, 4096):
        pass
    stopping.set()
    if not started.is_set():
        shutil.rmtree(arguments.data_dir, ignore_errors=True)
        os._exit(1)  # Children go with it.


def main():
    arguments = parse_arguments()
    os.setsid()  # Ctrl-C is for the JVM.
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.set())
    threading.Thread(target=watch_parent, args=[arguments], daemon=True).start()
    try:
        install(arguments.home, arguments.requirements)
    except (OSError, lzma.LZMAError) as failure:
        return say(f"UNAVAILABLE {failure}")
    sys.path.insert(0, os.path.join(arguments.home, "libraries"))
    try:
        return serve(arguments)
    except OSError as failure:
        return say(f"FAILED {failure}")
    finally:
        shutil.rmtree(arguments.data_dir, ignore_errors=True)


if __name__ == "__main__":
    main()
    sys.stderr.flush()
    os._exit(0)
