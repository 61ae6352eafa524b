package io.github.milvusspring.autoconfigure;

import io.github.milvusspring.lite.MilvusLite;
import org.jspecify.annotations.Nullable;

/**
 * The connection to a Milvus Lite of this JVM.
 *
 * @param lite the running server
 * @param database the database, {@code null} for the default one
 */
record MilvusLiteConnectionDetails(MilvusLite lite, @Nullable String database) implements MilvusConnectionDetails {

	@Override
	public String getUri() {
		return this.lite.uri();
	}

	@Override
	public @Nullable String getDatabase() {
		return this.database;
	}

}
