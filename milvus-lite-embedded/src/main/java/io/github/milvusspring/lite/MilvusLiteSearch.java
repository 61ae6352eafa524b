package io.github.milvusspring.lite;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Finds a Python interpreter with Milvus Lite: either the configured command or, in this
 * order, {@code milvus-lite} on the PATH, a previous installation, or a new installation.
 */
final class MilvusLiteSearch {

	/**
	 * Matches the first line of a script. pip writes the long form with {@code exec} if
	 * the path is long or contains spaces.
	 */
	private static final Pattern SHEBANG = Pattern
		.compile("#!\\s*(?:/bin/sh\\s+'''exec'\\s+(?:\"([^\"]+)\"|(\\S+))|(?:\\S*/)?env\\s+(\\S+)|(\\S+))");

	private static final int SHEBANG_LIMIT = 4096;

	private final MilvusLiteOptions options;

	private final HostEnvironment environment;

	private final Bootstrap bootstrap;

	private final String requirements = Bootstrap.resource("requirements.txt");

	MilvusLiteSearch(MilvusLiteOptions options, HostEnvironment environment, Bootstrap bootstrap) {
		this.options = options;
		this.environment = environment;
		this.bootstrap = bootstrap;
	}

	/**
	 * Finds an interpreter.
	 * @throws MilvusLiteUnavailableException if there is none and Milvus Lite cannot be
	 * installed
	 */
	MilvusLitePython find() {
		if (this.options.command() != null) {
			return configured(this.options.command());
		}
		MilvusLiteEnvironment installation = installation();
		return onPath().or(installation::installed).orElseGet(() -> {
			if (!this.options.provision()) {
				throw MilvusLiteUnavailableException.because(
						"No Milvus Lite was found on the PATH or in " + installation.folder()
								+ ", and installing it is switched off",
						"install milvus-lite and pymilvus, or allow the installation");
			}
			return install(installation, null);
		});
	}

	/**
	 * Installs Milvus Lite again. If several callers find the same broken installation,
	 * only the first of them installs it.
	 * @throws MilvusLiteUnavailableException if it cannot be installed
	 */
	MilvusLitePython reinstall(MilvusLitePython broken) {
		return install(installation(), broken);
	}

	private MilvusLiteEnvironment installation() {
		return new MilvusLiteEnvironment(this.options.cacheDirectory(), this.requirements);
	}

	private MilvusLitePython install(MilvusLiteEnvironment installation, @Nullable MilvusLitePython broken) {
		return installation.installedOr(broken,
				new MilvusLiteInstallation(this.environment, this.bootstrap, this.requirements)::into);
	}

	private MilvusLitePython configured(String command) {
		Path executable = this.environment.resolve(command)
			.orElseThrow(() -> MilvusLiteUnavailableException.because(
					"The configured Milvus Lite command " + command + " is not an executable",
					"name a Python interpreter that has Milvus Lite, or its milvus-lite executable"));
		MilvusLitePython python = new MilvusLitePython(interpreter(executable).orElse(executable), null, false);
		python.fault(this.bootstrap, this.environment).ifPresent((fault) -> {
			throw MilvusLiteUnavailableException.because(
					"The configured Milvus Lite command " + command + " has no Milvus Lite that works (" + fault + ")",
					"install milvus-lite and pymilvus there, or leave the command out");
		});
		return python;
	}

	private Optional<MilvusLitePython> onPath() {
		Optional<Path> executable = this.environment.find("milvus-lite");
		return executable.flatMap(this::interpreter)
			.map((python) -> new MilvusLitePython(python, null, false))
			.filter((python) -> python.fault(this.bootstrap, this.environment).map((fault) -> {
				MilvusLite.LOGGER.log(Level.INFO,
						() -> "Passing over " + executable.get() + ", which does not work: " + fault);
				return false;
			}).orElse(true));
	}

	/**
	 * Returns the interpreter of a {@code milvus-lite} executable, which is named in the
	 * first lines of that script or, on Windows, is in the same directory.
	 */
	private Optional<Path> interpreter(Path executable) {
		Path name = executable.getFileName();
		if (name == null || !name.toString().startsWith("milvus-lite")) {
			return Optional.empty();
		}
		Path beside = executable.resolveSibling("python.exe");
		if (Files.isExecutable(beside)) {
			return Optional.of(beside);
		}
		return shebang(executable).flatMap(this.environment::resolve);
	}

	private static Optional<String> shebang(Path script) {
		try (var in = Files.newInputStream(script)) {
			String start = new String(in.readNBytes(SHEBANG_LIMIT), StandardCharsets.UTF_8);
			Matcher matcher = SHEBANG.matcher(start);
			return matcher.lookingAt() ? firstGroup(matcher) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> firstGroup(Matcher matcher) {
		for (int group = 1; group <= matcher.groupCount(); group++) {
			@Nullable String text = matcher.group(group);
			if (text != null) {
				return Optional.of(text.strip());
			}
		}
		return Optional.empty();
	}

}
