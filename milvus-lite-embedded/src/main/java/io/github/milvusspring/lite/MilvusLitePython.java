package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A Python interpreter that is expected to have Milvus Lite.
 *
 * @param interpreter the executable
 * @param libraries the directory of the packages, if the interpreter does not find them
 * by itself
 * @param ours whether this library installed the packages; then the user's Python
 * settings are ignored
 */
record MilvusLitePython(Path interpreter, @Nullable Path libraries, boolean ours) {

	private static final Duration CHECK_TIMEOUT = Duration.ofSeconds(60);

	/**
	 * Returns the command that runs the bootstrap program.
	 */
	List<String> command(Bootstrap bootstrap, List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(this.interpreter.toString());
		if (this.ours) {
			command.add("-I");
		}
		command.add(bootstrap.script().toString());
		if (this.libraries != null) {
			command.add("--libraries");
			command.add(this.libraries.toString());
		}
		if (this.ours) {
			command.add("--complete");
		}
		command.addAll(arguments);
		return command;
	}

	/**
	 * Returns the reason why the interpreter cannot import the modules that the bootstrap
	 * program needs, empty if it can.
	 */
	Optional<String> fault(Bootstrap bootstrap, HostEnvironment environment) {
		ChildRun check = ChildRun.of(command(bootstrap, List.of("--check")), environment.ofAServer(), CHECK_TIMEOUT);
		boolean found = check.succeeded() && check.output().lines().anyMatch("FOUND"::equals);
		return found ? Optional.empty() : Optional.of(check.lastLine().replaceFirst("^MISSING ", ""));
	}

}
