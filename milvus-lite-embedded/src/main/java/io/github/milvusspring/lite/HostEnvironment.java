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
import java.util.stream.Stream;

/**
 * The environment variables that children are started with, and the executables on their
 * PATH.
 */
record HostEnvironment(Map<String, String> variables) {

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
	 * The value of a variable, or an empty text.
	 */
	String get(String name) {
		return this.variables.getOrDefault(name, "");
	}

	/**
	 * The same with one variable more, or of another value.
	 */
	HostEnvironment with(String name, String value) {
		Map<String, String> changed = new HashMap<>(this.variables);
		changed.put(name, value);
		return new HostEnvironment(changed);
	}

	/**
	 * The first executable of that name on the PATH.
	 */
	Optional<Path> find(String name) {
		return path().flatMap((folder) -> executables(folder, name)).findFirst();
	}

	/**
	 * The executable that a command names: a path, or a name to look for on the PATH.
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
