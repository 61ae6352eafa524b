package io.github.milvusspring.test.autoconfigure;

import io.github.milvusspring.autoconfigure.MilvusConnectionDetails;

/**
 * The connection details of the database of one application context on the server of the
 * test run. The database exists until the server ends.
 *
 * @param uri the address of the server
 * @param database the name of the database
 */
record TestDatabase(String uri, String database) implements MilvusConnectionDetails {

	@Override
	public String getUri() {
		return this.uri;
	}

	@Override
	public String getDatabase() {
		return this.database;
	}

}
