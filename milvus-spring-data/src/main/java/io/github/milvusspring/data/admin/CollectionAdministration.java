package io.github.milvusspring.data.admin;

import java.util.List;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.CollectionRequests;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.util.Assert;

/**
 * Creates, checks, changes, indexes and loads collections; drops one only when told to by
 * name.
 */
public final class CollectionAdministration {

	private final MilvusConnection connection;

	private final AdministrationCalls calls;

	private final MilvusMappingContext mappingContext;

	private final CollectionSetup setup;

	/**
	 * Creates the access to the collections of a connection.
	 * @param connection an open connection
	 */
	public CollectionAdministration(MilvusConnection connection) {
		this(connection, new MilvusMappingContext(), SchemaOptions.of(SchemaMode.CREATE));
	}

	/**
	 * Creates the access to the collections of a connection.
	 * @param connection an open connection
	 * @param mappingContext the entities
	 * @param options how to wait for indexes
	 */
	public CollectionAdministration(MilvusConnection connection, MilvusMappingContext mappingContext,
			SchemaOptions options) {
		Assert.notNull(connection, "Connection must not be null");
		Assert.notNull(mappingContext, "Mapping context must not be null");
		Assert.notNull(options, "Options must not be null");
		this.connection = connection;
		this.calls = new AdministrationCalls(connection);
		this.mappingContext = mappingContext;
		this.setup = new CollectionSetup(connection, this.calls, options);
	}

	/**
	 * Returns the server of the connection.
	 * @return its version, and whether it is Milvus Lite
	 */
	public MilvusServer server() {
		return this.connection.server();
	}

	/**
	 * Returns one collection, to administer its memory, partitions and storage.
	 * @param name its name or an alias; nothing is called yet
	 * @return the collection
	 */
	public MilvusCollection named(String name) {
		return new MilvusCollection(this.calls, name);
	}

	/**
	 * Returns the aliases of the database.
	 * @return the aliases
	 */
	public MilvusAliases aliases() {
		return new MilvusAliases(this.calls);
	}

	/**
	 * Returns the databases of the server.
	 * @return the databases
	 */
	public MilvusDatabases databases() {
		return new MilvusDatabases(this.calls);
	}

	/**
	 * Makes a collection ready: creates what is missing when the mode says so, compares
	 * it with its declaration and loads it. Several instances may do so at once.
	 * @param declared the collection as declared
	 * @param mode what to do
	 * @throws SchemaMismatchException when the collection is there, but different
	 * @throws UnfinishedCollectionException when this call created the collection, and
	 * could not make it ready
	 * @throws InvalidDataAccessResourceUsageException when it is not there and may not be
	 * created
	 */
	public void ensure(CollectionSchema declared, SchemaMode mode) {
		Assert.notNull(declared, "Declared must not be null");
		Assert.notNull(mode, "Mode must not be null");
		this.setup.ensure(declared, mode);
	}

	/**
	 * Compares the collection of a class with its declaration, and changes nothing.
	 * @param type a class with {@code @MilvusEntity}
	 * @return the differences, and what Milvus can do about each
	 */
	public SchemaPlan plan(Class<?> type) {
		Assert.notNull(type, "Type must not be null");
		return plan(this.mappingContext.entity(type).getCollection());
	}

	/**
	 * Compares a collection with its declaration, and changes nothing.
	 * @param declared the collection as declared
	 * @return the differences, and what Milvus can do about each
	 */
	public SchemaPlan plan(CollectionSchema declared) {
		Assert.notNull(declared, "Declared must not be null");
		return this.setup.plan(declared);
	}

	/**
	 * Changes the collection of a class to what the class declares, where Milvus can in
	 * place, creates it when it is missing, and loads it.
	 * @param type a class with {@code @MilvusEntity}
	 * @param dryRun whether to change nothing, as {@link #plan(Class)}
	 * @return the differences that there were
	 * @throws SchemaMismatchException when Milvus cannot change all of it; then nothing
	 * is
	 */
	public SchemaPlan update(Class<?> type, boolean dryRun) {
		Assert.notNull(type, "Type must not be null");
		return update(this.mappingContext.entity(type).getCollection(), dryRun);
	}

	/**
	 * Changes a collection to what is declared, where Milvus can in place, creates it
	 * when it is missing, and loads it.
	 * @param declared the collection as declared
	 * @param dryRun whether to change nothing, as {@link #plan(CollectionSchema)}
	 * @return the differences that there were
	 * @throws SchemaMismatchException when Milvus cannot change all of it; then nothing
	 * is
	 */
	public SchemaPlan update(CollectionSchema declared, boolean dryRun) {
		Assert.notNull(declared, "Declared must not be null");
		SchemaPlan plan = plan(declared);
		if (!dryRun) {
			ensure(declared, SchemaMode.UPDATE);
		}
		return plan;
	}

	/**
	 * Creates a collection of a key {@code id}, a vector {@code vector} compared by
	 * cosine and dynamic fields, indexes and loads it.
	 * @param name the name of the new collection
	 * @param dimension the dimension of the vectors
	 * @throws DataAccessException when there is a collection of that name, or the server
	 * refuses
	 */
	public void create(String name, int dimension) {
		FieldSchema key = FieldSchema.of("id", FieldType.INT64).primaryKey(true).build();
		FieldSchema vector = FieldSchema.of("vector", FieldType.FLOAT_VECTOR)
			.dimension(dimension)
			.metric(Metric.COSINE)
			.build();
		create(CollectionSchema.of(name, List.of(key, vector)).dynamic(true).build());
	}

	/**
	 * Creates, indexes and loads a collection; a vector field with a metric and without
	 * an index gets one.
	 * @param collection the new collection
	 * @throws DataAccessException when there is a collection of that name, or the server
	 * refuses
	 */
	public void create(CollectionSchema collection) {
		Assert.notNull(collection, "Collection must not be null");
		this.setup.create(collection);
	}

	/**
	 * Tells whether there is a collection.
	 * @param name its name
	 * @return {@code true} when it is there
	 */
	public boolean exists(String name) {
		return this.setup.exists(MilvusNames.require("collection", name));
	}

	/**
	 * Describes a collection as the server has it, with its indexes and functions.
	 * @param name its name
	 * @return the collection; a vector field without an index has no metric
	 * @throws InvalidDataAccessResourceUsageException when there is none of that name
	 */
	public CollectionSchema describe(String name) {
		return this.calls.describe(MilvusNames.require("collection", name));
	}

	/**
	 * Returns the names of all collections of the database.
	 * @return the names
	 */
	public List<String> names() {
		return this.calls.call(CollectionRequests.list());
	}

	/**
	 * Loads a collection and waits until it is.
	 * @param name its name
	 * @throws DataAccessException when the server refuses
	 */
	public void load(String name) {
		named(name).load();
	}

	/**
	 * Drops a collection with all its rows.
	 * @param name its name, not an alias
	 * @throws DataAccessException when the server refuses
	 */
	public void drop(String name) {
		named(name).drop();
	}

	/**
	 * Creates a partition.
	 * @param collection the name of the collection
	 * @param partition the name of the new partition
	 * @throws DataAccessException when the server refuses
	 */
	public void createPartition(String collection, String partition) {
		named(collection).partitions().create(partition);
	}

	/**
	 * Tells whether there is a partition.
	 * @param collection the name of the collection
	 * @param partition the name of the partition
	 * @return {@code true} when it is there
	 */
	public boolean partitionExists(String collection, String partition) {
		return named(collection).partitions().exists(partition);
	}

}
