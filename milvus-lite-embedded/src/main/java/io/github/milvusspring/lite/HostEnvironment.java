package io.github.milvusspring.lite;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The environment variables of child processes, and the executables on their PATH.
 */
record HostEnvironment(Map<String, String> variables) {

	/**
	 * The variables that Python needs to be found and to run, and the settings of Milvus
	 * Lite.
	 */
	private static final Pattern OF_A_SERVER = Pattern.compile(
			"""
					PATH|PATHEXT|HOME|HOMEDRIVE|HOMEPATH|USERPROFILE|APPDATA|LOCALAPPDATA|TMPDIR|TMP|TEMP|LANG|LANGUAGE|LC_\\w+|TZ|\
					SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|LD_LIBRARY_PATH|DYLD_(FALLBACK_)?LIBRARY_PATH|\
					PYENV_(ROOT|VERSION)|ASDF_(DIR|DATA_DIR)|MISE_DATA_DIR|OMP_NUM_THREADS|MILVUS_LITE_\\w+_BYTES""");

	/** The variables that specify from where and how packages are downloaded. */
	private static final Pattern OF_AN_INSTALLATION = Pattern.compile(
			"""
					(HTTP|HTTPS|ALL|NO)_PROXY|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|NETRC|XDG_(CACHE|CONFIG)_HOME|\
					PIP_((EXTRA_)?INDEX_URL|FIND_LINKS|NO_INDEX|CERT|CLIENT_CERT|PROXY|TRUSTED_HOST|TIMEOUT|DEFAULT_TIMEOUT|\
					RETRIES|CACHE_DIR|NO_CACHE_DIR|CONFIG_FILE|KEYRING_PROVIDER)|\
					UV_((DEFAULT_|EXTRA_)?INDEX(_\\w+)?|FIND_LINKS|NO_INDEX|CACHE_DIR|NO_CACHE|NATIVE_TLS|SYSTEM_CERTS|OFFLINE|\
					HTTP_(TIMEOUT|RETRIES|PROXY)|HTTPS_PROXY|INSECURE_HOST|CONFIG_FILE|KEYRING_PROVIDER|\
					PYTHON_INSTALL_(DIR|MIRROR)|PYTHON_DOWNLOADS)""");

	HostEnvironment {
		variables = Map.copyOf(variables);
	}

	static HostEnvironment current() {
		return new HostEnvironment(System.getenv());
	}

	static boolean isWindows() {
		return System.getProperty("os.name", "").startsWith("Windows");
	}

	/**
	 * Returns the value of a variable, or an empty text if it is not set.
	 */
	String get(String name) {
		return this.variables.getOrDefault(name, "");
	}

	/**
	 * Returns the variables for a server. All others are removed: they may be secrets of
	 * the application, or make Python load unwanted code.
	 */
	HostEnvironment ofAServer() {
		return only((name) -> OF_A_SERVER.matcher(name).matches());
	}

	/**
	 * Returns the variables for an installer: those for a server, and the settings of
	 * downloads.
	 */
	HostEnvironment ofAnInstallation() {
		return only((name) -> OF_A_SERVER.matcher(name).matches() || OF_AN_INSTALLATION.matcher(name).matches());
	}

	private HostEnvironment only(Predicate<String> names) {
		Map<String, String> kept = new HashMap<>(this.variables);
		kept.keySet().removeIf((name) -> !names.test(name.toUpperCase(Locale.ROOT)));
		return new HostEnvironment(kept);
	}

	/**
	 * Returns a copy in which one variable is added or replaced.
	 */
	HostEnvironment with(String name, String value) {
		Map<String, String> changed = new HashMap<>(this.variables);
		changed.put(name, value);
		return new HostEnvironment(changed);
	}

	/**
	 * Returns the first executable with this name on the PATH.
	 */
	Optional<Path> find(String name) {
		return path().flatMap((folder) -> executables(folder, name)).findFirst();
	}

	/**
	 * Returns the executable of a command, which is a path or a name on the PATH.
	 */
	Optional<Path> resolve(String command) {
		if (command.contains("/") || command.contains(File.separator)) {
			return executables(Path.of("").toAbsolutePath(), command).findFirst();
		}
		return find(command);
	}

	private Stream<Path> path() {
		String path = this.variables.entrySet()
			.stream()
			.filter((variable) -> variable.getKey().toUpperCase(Locale.ROOT).equals("PATH"))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse("");
		return Stream.of(path.split(File.pathSeparator)).filter((folder) -> !folder.isBlank()).flatMap((folder) -> {
			try {
				return Stream.of(Path.of(folder));
			}
			catch (InvalidPathException ignored) {
				return Stream.empty();
			}
		});
	}

	private static Stream<Path> executables(Path folder, String name) {
		List<String> names = isWindows() ? List.of(name + ".exe", name) : List.of(name);
		return names.stream()
			.map(folder::resolve)
			.filter((file) -> Files.isRegularFile(file) && Files.isExecutable(file));
	}

}
