package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Python interpreter that runs, with its version and whether it has venv and pip.
 */
record PythonInterpreter(Path executable, int major, int minor, boolean venv, boolean pip) {

	private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(10);

	/**
	 * Uses only syntax that every Python version understands, so that a version that is
	 * too old can be reported.
	 */
	private static final String PROBE = """
			import sys
			def has(name):
			    try:
			        import importlib.util
			        return importlib.util.find_spec(name) is not None
			    except Exception:
			        return False
			print('PYTHON %d %d %d %d %s' % (sys.version_info[0], sys.version_info[1],
			    has('venv') and has('ensurepip'), has('pip'), sys.executable))
			""";

	/**
	 * Returns every interpreter on the PATH that runs; a name on the PATH may be a shim
	 * without an interpreter.
	 */
	static List<PythonInterpreter> onPath(HostEnvironment environment) {
		Stream<String> names = HostEnvironment.isWindows() ? Stream.of("py", "python", "python3")
				: Stream.of("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python");
		return names.flatMap((name) -> environment.find(name).stream())
			.flatMap((candidate) -> probe(candidate, environment).stream())
			.distinct()
			.toList();
	}

	/**
	 * Runs a candidate and asks it for its version, venv and pip.
	 */
	static Optional<PythonInterpreter> probe(Path candidate, HostEnvironment environment) {
		ChildRun run = ChildRun.of(List.of(candidate.toString(), "-I", "-c", PROBE), environment.ofAnInstallation(),
				PROBE_TIMEOUT);
		if (!run.succeeded()) {
			return Optional.empty();
		}
		return run.output()
			.lines()
			.map((line) -> line.split(" ", 6))
			.filter((parts) -> parts.length == 6 && parts[0].equals("PYTHON"))
			.findFirst()
			.map((parts) -> new PythonInterpreter(parts[5].isBlank() ? candidate : Path.of(parts[5]),
					Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3].equals("1"),
					parts[4].equals("1")));
	}

	/**
	 * Returns whether Milvus Lite supports this version of Python.
	 */
	boolean newEnough() {
		return this.major == 3 && this.minor >= 10;
	}

	/**
	 * Returns whether the packages are known to exist for this version of Python.
	 */
	boolean tried() {
		return newEnough() && this.minor <= 14;
	}

	@Override
	public String toString() {
		return "Python " + this.major + "." + this.minor + " (" + this.executable + ")";
	}

}
