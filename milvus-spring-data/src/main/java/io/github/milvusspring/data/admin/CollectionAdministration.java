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
 * Creates, checks, changes, indexes and loads collections. It drops a collection only
 * when the application asks for it by name.
 */
public final class CollectionAdministration {

	private final MilvusConnection connection;

	private final AdministrationCalls calls;

	private final MilvusMappingContext mappingContext;

	private final CollectionSetup setup;

	/**
	 * Creates an administration of the collections of a connection.
	 * @param connection an open connection
	 */
	public CollectionAdministration(MilvusConnection connection) {
		this(connection, new MilvusMappingContext(), SchemaOptions.of(SchemaMode.CREATE));
	}

	/**
	 * Creates an administration of the collections of a connection.
	 * @param connection an open connection
	 * @param mappingContext the mapping context, which knows the collections of entity
	 * classes
	 * @param options how long to wait for new indexes, and who is notified of their
	 * progress
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
	 * Returns the description of the server.
	 * @return its version, and whether it is Milvus Lite
	 */
	public MilvusServer server() {
		return this.connection.server();
	}

	/**
	 * Returns an object that administers the memory, partitions and storage of one
	 * collection.
	 * @param name its name or an alias; this method does not call the server
	 * @return the collection
	 */
	public MilvusCollection named(String name) {
		return new MilvusCollection(this.calls, name);
	}

	/**
	 * Returns the partitions of a collection; nothing is called yet.
	 * @param collection the name of the collection or an alias
	 * @return its partitions
	 */
	public MilvusPartitions partitions(String collection) {
		return named(collection).partitions();
	}

	/**
	 * Returns an object that administers the aliases of the database.
	 * @return the aliases
	 */
	public MilvusAliases aliases() {
		return new MilvusAliases(this.calls);
	}

	/**
	 * Returns an object that administers the databases of the server.
	 * @return the databases
	 */
	public MilvusDatabases databases() {
		return new MilvusDatabases(this.calls);
	}

	/**
	 * Prepares a collection for use: creates what is missing if the mode allows it,
	 * compares the collection with its declaration and loads it. Several instances of an
	 * application may do so at the same time.
	 * @param declared the collection as declared
	 * @param mode what may be created or changed
	 * @throws SchemaMismatchException when the collection exists and differs from its
	 * declaration in a way that the mode does not allow to change
	 * @throws UnfinishedCollectionException when this call created the collection, but
	 * could not finish its indexes or load it
	 * @throws InvalidDataAccessResourceUsageException when the collection does not exist
	 * and the mode does not allow to create it
	 */
	public void ensure(CollectionSchema declared, SchemaMode mode) {
		Assert.notNull(declared, "Declared must not be null");
		Assert.notNull(mode, "Mode must not be null");
		this.setup.ensure(declared, mode);
	}

	/**
	 * Compares the collection of a class with its declaration without changing anything.
	 * @param type a class with {@code @MilvusEntity}
	 * @return the differences, and how Milvus can remove each of them
	 */
	public SchemaPlan plan(Class<?> type) {
		Assert.notNull(type, "Type must not be null");
		return plan(this.mappingContext.entity(type).getCollection());
	}

	/**
	 * Compares a collection with its declaration without changing anything.
	 * @param declared the collection as declared
	 * @return the differences, and how Milvus can remove each of them
	 */
	public SchemaPlan plan(CollectionSchema declared) {
		Assert.notNull(declared, "Declared must not be null");
		return this.setup.plan(declared);
	}

	/**
	 * Changes the collection of a class in place to what the class declares, and loads
	 * it. A missing collection is created.
	 * @param type a class with {@code @MilvusEntity}
	 * @param dryRun whether to change nothing and only return the differences, as
	 * {@link #plan(Class)} does
	 * @return the differences before the change
	 * @throws SchemaMismatchException when Milvus cannot remove all differences in place;
	 * then nothing is changed
	 */
	public SchemaPlan update(Class<?> type, boolean dryRun) {
		Assert.notNull(type, "Type must not be null");
		return update(this.mappingContext.entity(type).getCollection(), dryRun);
	}

	/**
	 * Changes a collection in place to what is declared, and loads it. A missing
	 * collection is created.
	 * @param declared the collection as declared
	 * @param dryRun whether to change nothing and only return the differences, as
	 * {@link #plan(CollectionSchema)} does
	 * @return the differences before the change
	 * @throws SchemaMismatchException when Milvus cannot remove all differences in place;
	 * then nothing is changed
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
	 * Creates, indexes and loads a collection with dynamic fields and two declared
	 * fields: the primary key {@code id} of 64 bit integers, and the float vector
	 * {@code vector} with the metric {@link Metric#COSINE}.
	 * @param name the name of the new collection
	 * @param dimension the dimension of the vectors
	 * @throws DataAccessException when a collection of that name exists, or the server
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
	 * Creates, indexes and loads a collection. A vector field with a metric and without a
	 * declared index gets an index, too.
	 * @param collection the new collection
	 * @throws DataAccessException when a collection of that name exists, or the server
	 * refuses
	 */
	public void create(CollectionSchema collection) {
		Assert.notNull(collection, "Collection must not be null");
		this.setup.create(collection);
	}

	/**
	 * Tells whether a collection exists.
	 * @param name its name
	 * @return {@code true} when it exists
	 */
	public boolean exists(String name) {
		return this.setup.exists(MilvusNames.require("collection", name));
	}

	/**
	 * Returns the schema of a collection as the server describes it, with its indexes and
	 * functions.
	 * @param name its name
	 * @return the schema; a vector field without an index has no metric
	 * @throws InvalidDataAccessResourceUsageException when no collection of that name
	 * exists
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

}
