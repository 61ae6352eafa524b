package io.github.milvusspring.data.schema;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.mapping.MilvusNames;
import io.milvus.v2.service.database.request.AlterDatabasePropertiesReq;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import io.milvus.v2.service.database.request.DescribeDatabaseReq;
import io.milvus.v2.service.database.request.DropDatabasePropertiesReq;
import io.milvus.v2.service.database.request.DropDatabaseReq;

import org.springframework.dao.DataAccessException;
import org.springframework.util.Assert;

/**
 * Administers the databases of a server. A connection stays with the database it was
 * opened for.
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
		return List.copyOf(this.calls.call("ListDatabases", "", (client) -> client.listDatabases().getDatabaseNames()));
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
	 * @param properties properties in Milvus's own words, such as
	 * {@code database.replica.number}
	 * @throws DataAccessException when the server refuses
	 */
	public void create(String name, Map<String, String> properties) {
		Assert.notNull(properties, "Properties must not be null");
		this.calls.run("CreateDatabase '" + name + "'", "",
				(client) -> client.createDatabase(CreateDatabaseReq.builder()
					.databaseName(MilvusNames.require("database", name))
					.properties(properties)
					.build()));
	}

	/**
	 * Drops a database that has no collections: Milvus's {@code DropDatabase}.
	 * @param name its name
	 * @throws DataAccessException when the server refuses
	 */
	public void drop(String name) {
		this.calls.run("DropDatabase '" + name + "'", "", (client) -> client
			.dropDatabase(DropDatabaseReq.builder().databaseName(MilvusNames.require("database", name)).build()));
	}

	/**
	 * Returns the properties of a database: Milvus's {@code DescribeDatabase}.
	 * @param name its name
	 * @return the properties
	 * @throws DataAccessException when the server refuses
	 */
	public Map<String, String> properties(String name) {
		return Map
			.copyOf(this.calls.call("DescribeDatabase '" + name + "'", "",
					(client) -> client.describeDatabase(
							DescribeDatabaseReq.builder().databaseName(MilvusNames.require("database", name)).build())
						.getProperties()));
	}

	/**
	 * Sets properties of a database, and keeps the others: Milvus's
	 * {@code AlterDatabase}.
	 * @param name its name
	 * @param properties properties in Milvus's own words
	 * @throws DataAccessException when the server refuses
	 */
	public void alter(String name, Map<String, String> properties) {
		Assert.notNull(properties, "Properties must not be null");
		this.calls.run("AlterDatabase '" + name + "'", "",
				(client) -> client.alterDatabaseProperties(AlterDatabasePropertiesReq.builder()
					.databaseName(MilvusNames.require("database", name))
					.properties(properties)
					.build()));
	}

	/**
	 * Takes properties from a database: Milvus's {@code AlterDatabase}.
	 * @param name its name
	 * @param keys the names of the properties
	 * @throws DataAccessException when the server refuses
	 */
	public void dropProperties(String name, String... keys) {
		Assert.notNull(keys, "Keys must not be null");
		this.calls.run("AlterDatabase '" + name + "'", "",
				(client) -> client.dropDatabaseProperties(DropDatabasePropertiesReq.builder()
					.databaseName(MilvusNames.require("database", name))
					.propertyKeys(List.of(keys))
					.build()));
	}

}
