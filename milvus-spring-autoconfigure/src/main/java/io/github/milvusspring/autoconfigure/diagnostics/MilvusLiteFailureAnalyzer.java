package io.github.milvusspring.autoconfigure.diagnostics;

import io.github.milvusspring.lite.MilvusLiteException;
import io.github.milvusspring.lite.MilvusLiteUnavailableException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains at start-up what to do if Milvus Lite is not found or does not start.
 */
class MilvusLiteFailureAnalyzer extends AbstractFailureAnalyzer<MilvusLiteException> {

	private static final String SERVER = "    - Set milvus.uri (the environment variable MILVUS_URI) to a running"
			+ " Milvus, such as http://localhost:19530.";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MilvusLiteException cause) {
		String reason = "No server is configured, and Milvus Lite cannot be started in its place: "
				+ cause.getMessage();
		return new FailureAnalysis(reason,
				(cause instanceof MilvusLiteUnavailableException) ? actionWithoutLite() : action(), cause);
	}

	private static String actionWithoutLite() {
		return """
				Do one of these:
				    - Install Python 3.10 or newer, or uv, and let Milvus Lite be installed once (milvus.lite.provision).
				    - Install it yourself (pip install "pymilvus[milvus-lite]") and point milvus.lite.command to its \
				interpreter.
				"""
				+ SERVER;
	}

	private static String action() {
		return """
				Do one of these:
				    - When the data directory is in use, end the other application, or set milvus.lite.data-directory \
				to another one (in tests: milvus.lite.ephemeral=true).
				    - When it is only slow, set milvus.lite.startup-timeout to more.
				""" + SERVER;
	}

}
