package io.github.milvusspring.autoconfigure.diagnostics;

import io.github.milvusspring.data.admin.SchemaMismatchException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains at start-up what to do if a collection differs from the declaration of its
 * entity.
 */
class SchemaMismatchFailureAnalyzer extends AbstractFailureAnalyzer<SchemaMismatchException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SchemaMismatchException cause) {
		String collection = cause.getCollection();
		return new FailureAnalysis(String.valueOf(cause.getMessage()), """
				Do one of these:
				    - Change the entity so that it declares what was found.
				    - Set milvus.schema.mode=update, when every line of the table names a call.
				    - Keep the old rows: give the entity another collection name, and copy them.
				    - Give the old rows up: drop the collection '%s' yourself, and it is created again.
				    - Set milvus.schema.mode=none, when the difference does not matter to this application.\
				""".formatted(collection), cause);
	}

}
