package io.github.milvusspring.autoconfigure.diagnostics;

import io.github.milvusspring.data.connection.MilvusUnreachableException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains at start-up what to do if no Milvus server answers.
 */
class MilvusUnreachableFailureAnalyzer extends AbstractFailureAnalyzer<MilvusUnreachableException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MilvusUnreachableException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()), """
				Do one of these:
				    - Start Milvus at this address.
				    - Correct milvus.uri (the environment variable MILVUS_URI): http://host:19530 or https://host.
				    - Allow a server that is still starting more time with milvus.connect-timeout.
				    - Remove milvus.uri: Milvus Lite is then started for you. A local path such as ./milvus.db does \
				the same.""", cause);
	}

}
