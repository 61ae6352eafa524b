package io.github.milvusspring.data.admin;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.wire.DatabaseRequests;

import org.springframework.dao.DataAccessException;
import org.springframework.util.Assert;

/**
 * Administers the databases of a server. A connection always uses the database for which
 * it was opened.
 */
public final class MilvusDatabases {

	private final AdministrationCalls calls;

	MilvusDatabases(AdministrationCalls calls) {
		this.calls = calls;
	}

	/**
	 * Returns the names of all databases: Milvus's {@code ListDatabases}.
	 * @return the names
	 * @throws DataAccessException when the server refuses
	 */
	public List<String> names() {
		return this.calls.call(DatabaseRequests.list());
	}

	/**
	 * Creates a database: Milvus's {@code CreateDatabase}.
	 * @param name the name of the new database
	 * @throws DataAccessException when the server refuses
	 */
	public void create(String name) {
		create(name, Map.of());
	}

	/**
	 * Creates a database: Milvus's {@code CreateDatabase}.
	 * @param name the name of the new database
	 * @param properties properties by their names in Milvus, such as
	 * {@code database.replica.number}
	 * @throws DataAccessException when the server refuses
	 */
	public void create(String name, Map<String, String> properties) {
		Assert.notNull(properties, "Properties must not be null");
		this.calls.call(DatabaseRequests.create(MilvusNames.require("database", name), properties));
	}

	/**
	 * Drops a database, which must have no collections: Milvus's {@code DropDatabase}.
	 * @param name its name
	 * @throws DataAccessException when the server refuses
	 */
	public void drop(String name) {
		this.calls.call(DatabaseRequests.drop(MilvusNames.require("database", name)));
	}

	/**
	 * Returns the properties of a database: Milvus's {@code DescribeDatabase}.
	 * @param name its name
	 * @return the properties, by their names in Milvus
	 * @throws DataAccessException when the server refuses
	 */
	public Map<String, String> properties(String name) {
		return this.calls.call(DatabaseRequests.describe(MilvusNames.require("database", name)));
	}

	/**
	 * Sets properties of a database and keeps its other properties: Milvus's
	 * {@code AlterDatabase}.
	 * @param name its name
	 * @param properties properties by their names in Milvus
	 * @throws DataAccessException when the server refuses
	 */
	public void alter(String name, Map<String, String> properties) {
		Assert.notNull(properties, "Properties must not be null");
		this.calls.call(DatabaseRequests.alter(MilvusNames.require("database", name), properties, List.of()));
	}

	/**
	 * Removes properties from a database: Milvus's {@code AlterDatabase}.
	 * @param name its name
	 * @param keys the names of the properties
	 * @throws DataAccessException when the server refuses
	 */
	public void dropProperties(String name, String... keys) {
		Assert.notNull(keys, "Keys must not be null");
		this.calls.call(DatabaseRequests.alter(MilvusNames.require("database", name), Map.of(), List.of(keys)));
	}

}
