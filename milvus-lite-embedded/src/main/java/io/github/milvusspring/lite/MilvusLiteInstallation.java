package io.github.milvusspring.lite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Installs Milvus Lite into an empty directory with a tool that the machine has: uv, venv
 * or pip. The packages come from the registry that the user's settings of these tools
 * specify.
 */
final class MilvusLiteInstallation {

	private static final Duration LIMIT = Duration.ofMinutes(30);

	private static final List<String> PACKAGES = List.of("--require-hashes", "--no-deps", "--only-binary", ":all:",
			"-r");

	private static final List<String> PIP = List.of("-I", "-m", "pip", "install", "--no-input",
			"--disable-pip-version-check", "--progress-bar", "off");

	private final HostEnvironment environment;

	private final Bootstrap bootstrap;

	private final String requirements;

	private final long start = System.nanoTime();

	/** The error of the last attempt that failed, with the name of its tool. */
	private @Nullable String failure;

	MilvusLiteInstallation(HostEnvironment environment, Bootstrap bootstrap, String requirements) {
		this.environment = environment;
		this.bootstrap = bootstrap;
		this.requirements = requirements;
	}

	/**
	 * Installs Milvus Lite into a directory, with the first tool that works.
	 * @throws MilvusLiteUnavailableException if none works
	 */
	MilvusLitePython into(Path directory) {
		String version = MilvusLiteEnvironment.version(this.requirements);
		log(Level.INFO, "Installing Milvus Lite " + version + " into " + directory
				+ ", once: about 98 MB to fetch, 350 MB on disk");
		MilvusLitePython python = withUv(directory).orElseGet(() -> withPython(directory));
		log(Level.INFO, "Installed Milvus Lite " + version + " in " + seconds() + " s");
		return python;
	}

	private Optional<MilvusLitePython> withUv(Path directory) {
		Path venv = directory.resolve("uv");
		return this.environment.find("uv")
			.map(Path::toString)
			.filter((uv) -> run("uv", List.of(uv, "venv", "--python", ">=3.10,<3.15", venv.toString())))
			.filter((uv) -> run("uv",
					command(List.of(uv, "pip", "install", "--python", python(venv).toString()), PACKAGES,
							List.of(requirementsIn(directory).toString()))))
			.flatMap((uv) -> checked(new MilvusLitePython(python(venv), null, true)));
	}

	/**
	 * Installs with the first usable Python. If it cannot create a virtual environment,
	 * its pip is used alone; if it lacks pip too, the next Python is tried. A failure of
	 * pip is final, because pip would not be able to download the packages for another
	 * Python either.
	 */
	private MilvusLitePython withPython(Path directory) {
		List<PythonInterpreter> found = PythonInterpreter.onPath(this.environment);
		List<PythonInterpreter> usable = found.stream()
			.filter(PythonInterpreter::newEnough)
			.sorted(Comparator.comparing(PythonInterpreter::tried).thenComparing(PythonInterpreter::venv).reversed())
			.toList();
		for (PythonInterpreter python : usable) {
			Path venv = directory.resolve("venv-" + python.major() + "." + python.minor());
			Path executable = python.executable();
			if (python.venv() && run("venv", List.of(executable.toString(), "-I", "-m", "venv", venv.toString()))) {
				return withPip(new MilvusLitePython(python(venv), null, true), directory)
					.orElseThrow(() -> unavailable(found, usable));
			}
			if (python.pip()) {
				return withPip(new MilvusLitePython(executable, directory.resolve("libraries"), true), directory)
					.orElseThrow(() -> unavailable(found, usable));
			}
		}
		throw unavailable(found, usable);
	}

	private Optional<MilvusLitePython> withPip(MilvusLitePython python, Path directory) {
		Path libraries = python.libraries();
		List<String> target = (libraries != null) ? List.of("--target", libraries.toString()) : List.of();
		List<String> install = command(List.of(python.interpreter().toString()), PIP, target, PACKAGES,
				List.of(requirementsIn(directory).toString()));
		return run("pip", install) ? checked(python) : Optional.empty();
	}

	private Optional<MilvusLitePython> checked(MilvusLitePython python) {
		Optional<String> fault = python.fault(this.bootstrap, this.environment);
		fault.ifPresent((text) -> this.failure = "import: " + text);
		return fault.isPresent() ? Optional.empty() : Optional.of(python);
	}

	private boolean run(String tool, List<String> command) {
		log(Level.DEBUG, String.join(" ", command));
		ChildRun run = ChildRun.of(command, this.environment.ofAnInstallation(), LIMIT,
				(line) -> log(level(line), tool + ": " + line),
				(elapsed) -> log(Level.INFO, "Still installing Milvus Lite, " + seconds() + " s so far"));
		if (!run.succeeded()) {
			this.failure = tool + ": " + run.lastError();
			log(Level.WARNING, "Not installed with " + this.failure);
		}
		return run.succeeded();
	}

	private long seconds() {
		return Duration.ofNanos(System.nanoTime() - this.start).toSeconds();
	}

	/** Returns INFO for lines that report progress or problems, otherwise DEBUG. */
	private static Level level(String line) {
		String text = line.strip().toLowerCase(Locale.ROOT);
		boolean progress = text.startsWith("downloading") || text.startsWith("installing") || text.startsWith("warning")
				|| text.startsWith("error");
		return progress ? Level.INFO : Level.DEBUG;
	}

	private MilvusLiteUnavailableException unavailable(List<PythonInterpreter> found, List<PythonInterpreter> usable) {
		if (this.failure != null) {
			return MilvusLiteUnavailableException.because(
					"Milvus Lite could not be installed from the package registry (" + this.failure + ")",
					"check the network and pip's settings, or install milvus-lite and pymilvus yourself");
		}
		if (found.isEmpty()) {
			return MilvusLiteUnavailableException.because(
					"Milvus Lite needs Python 3.10 or newer, and no Python was found on the PATH",
					"install Python 3.10 or newer");
		}
		if (usable.isEmpty()) {
			return MilvusLiteUnavailableException.because(
					"Milvus Lite needs Python 3.10 or newer, and only " + found.get(0) + " was found on the PATH",
					"install Python 3.10 or newer");
		}
		return MilvusLiteUnavailableException.because(
				usable.get(0) + " has neither venv nor pip, so Milvus Lite cannot be installed with it",
				"install one of them (on Debian and Ubuntu the package python3-venv)");
	}

	private Path requirementsIn(Path directory) {
		try {
			return Files.writeString(directory.resolve("requirements.txt"), this.requirements);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path python(Path venv) {
		return HostEnvironment.isWindows() ? venv.resolve("Scripts").resolve("python.exe")
				: venv.resolve("bin").resolve("python");
	}

	@SafeVarargs
	private static List<String> command(List<String>... parts) {
		List<String> command = new ArrayList<>();
		for (List<String> part : parts) {
			command.addAll(part);
		}
		return command;
	}

	private static void log(Level level, String message) {
		MilvusLite.LOGGER.log(level, () -> message);
	}

}
