package io.github.milvusspring.lite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Performs a slow installation that creates a trace file, in a separate JVM.
 */
final class InstallationRace {

	static final String REQUIREMENTS = "milvus-lite==1.2.3\n";

	private InstallationRace() {
	}

	public static void main(String[] arguments) throws IOException {
		System.out.println("STARTED");
		System.in.read();
		race(Path.of(arguments[0]), Path.of(arguments[1]));
	}

	static MilvusLitePython race(Path cache, Path traces) {
		return new MilvusLiteEnvironment(cache, REQUIREMENTS).installedOr(null, (attempt) -> {
			try {
				Files.createTempFile(traces, "installed", "");
				Thread.sleep(Duration.ofMillis(500).toMillis());
				Path python = FakeHost.script(attempt.resolve("python"), "#!/bin/sh\n");
				return new MilvusLitePython(python, null, true);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

}
