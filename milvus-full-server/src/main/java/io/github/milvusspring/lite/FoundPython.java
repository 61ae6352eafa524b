package io.github.milvusspring.lite;

import java.nio.file.Path;

/**
 * Provides the Python interpreter that runs Milvus Lite, so that tests can run other
 * programs with it.
 */
public final class FoundPython {

	private FoundPython() {
	}

	/**
	 * Finds the interpreter in the same way as a start of Milvus Lite does.
	 * @return the executable of the interpreter
	 * @throws MilvusLiteUnavailableException if there is none
	 */
	public static Path interpreter() {
		try (Bootstrap bootstrap = Bootstrap.write()) {
			return new MilvusLiteSearch(MilvusLiteOptions.defaults(), HostEnvironment.current(), bootstrap).find()
				.interpreter();
		}
	}

}
