package io.github.milvusspring.lite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A simulated machine whose PATH consists of one directory with the executables that a
 * test creates.
 */
final class FakeHost {

	private final Path bin;

	private final Map<String, String> variables = new HashMap<>();

	FakeHost(Path directory) throws IOException {
		this.bin = Files.createDirectories(directory.resolve("bin"));
		this.variables.put("PATH", this.bin.toString());
	}

	Path has(String name, String... lines) throws IOException {
		return script(this.bin.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
	}

	Path hasFile(String name, String text) throws IOException {
		return script(this.bin.resolve(name), text);
	}

	/**
	 * Creates a script that answers the probe for a Python interpreter and runs the given
	 * lines for all other calls.
	 */
	Path hasPython(String name, String version, boolean venv, boolean pip, String... lines) throws IOException {
		Path python = this.bin.resolve(name);
		String answer = "PYTHON " + version.replace('.', ' ') + (venv ? " 1" : " 0") + (pip ? " 1 " : " 0 ") + python;
		return has(name, "[ \"$2\" = -c ] && echo '" + answer + "' && exit 0", String.join("\n", lines));
	}

	FakeHost with(String variable, String value) {
		this.variables.put(variable, value);
		return this;
	}

	HostEnvironment environment() {
		return new HostEnvironment(this.variables);
	}

	static Path script(Path file, String text) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
		if (!file.toFile().setExecutable(true)) {
			throw new IOException("not executable: " + file);
		}
		return file;
	}

}
