package io.github.milvusspring.lite;

import java.nio.file.Path;

/**
 * The Python that runs Milvus Lite, for what else the tests run with it.
 */
public final class FoundPython {

	private FoundPython() {
	}

	/**
	 * Find it as Milvus Lite does.
	 * @return the executable
	 * @throws MilvusLiteUnavailableException if there is none
	 */
	public static Path interpreter() {
		try (Bootstrap bootstrap = Bootstrap.write()) {
			return new MilvusLiteSearch(MilvusLiteOptions.defaults(), HostEnvironment.current(), bootstrap).find()
				.interpreter();
		}
	}

}
