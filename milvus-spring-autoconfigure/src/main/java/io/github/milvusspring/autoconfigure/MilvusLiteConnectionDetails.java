package io.github.milvusspring.autoconfigure;

import io.github.milvusspring.lite.MilvusLite;
import org.jspecify.annotations.Nullable;

/**
 * The details of the connection to a Milvus Lite that this JVM has started.
 *
 * @param lite the running server
 * @param database the name of the database, {@code null} for the default database
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
