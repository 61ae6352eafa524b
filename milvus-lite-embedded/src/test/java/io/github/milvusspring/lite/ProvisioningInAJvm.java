package io.github.milvusspring.lite;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Starts and closes a server with a given cache directory in a separate JVM.
 */
final class ProvisioningInAJvm {

	private ProvisioningInAJvm() {
	}

	public static void main(String[] arguments) throws IOException {
		System.out.println("STARTED");
		System.in.read();
		MilvusLiteOptions options = MilvusLiteOptions.defaults().withCacheDirectory(Path.of(arguments[0]));
		try (MilvusLite lite = MilvusLite.start(options)) {
			System.out.println("RUNNING " + lite.isRunning());
		}
	}

}
