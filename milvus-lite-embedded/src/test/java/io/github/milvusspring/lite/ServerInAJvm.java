package io.github.milvusspring.lite;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Starts a server in a separate JVM and never closes it.
 */
final class ServerInAJvm {

	private ServerInAJvm() {
	}

	/**
	 * Starts the server.
	 * @param arguments the data directory or an empty text, and what to do after the
	 * start
	 */
	public static void main(String[] arguments) throws Exception {
		MilvusLiteOptions options = MilvusLiteOptions.defaults();
		if (!arguments[0].isEmpty()) {
			options = options.withDataDirectory(Path.of(arguments[0]));
		}
		MilvusLite lite = MilvusLite.start(options);
		System.out.println(lite.pid() + " " + lite.dataDirectory());
		switch (arguments[1]) {
			case "return" -> {
			}
			case "halt" -> Runtime.getRuntime().halt(3);
			default -> new CountDownLatch(1).await();
		}
	}

}
