package io.github.milvusspring.data.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import io.github.milvusspring.data.mapping.Metric;
import io.github.milvusspring.data.wire.MilvusConnection;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.request.DescribeCollectionReq;
import io.milvus.v2.service.collection.request.HasCollectionReq;
import io.milvus.v2.service.index.request.CreateIndexReq;
import io.milvus.v2.service.index.request.DescribeIndexReq;
import io.milvus.v2.service.index.request.ListIndexesReq;
import io.milvus.v2.service.index.response.DescribeIndexResp;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Creates, checks, indexes and loads collections; drops one only when told to by name.
 */
public final class MilvusCollections {

	private final MilvusConnection connection;

	private final AdministrationCalls calls;

	/**
	 * Creates the access to the collections of a connection.
	 * @param connection an open connection
	 */
	public MilvusCollections(MilvusConnection connection) {
		this.connection = connection;
		this.calls = new AdministrationCalls(connection);
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
	 * @throws InvalidDataAccessResourceUsageException when it is not there and may not be
	 * created
	 */
	public void ensure(CollectionSchema declared, SchemaMode mode) {
		if (mode == SchemaMode.NONE) {
			return;
		}
		if (!exists(declared.name())) {
			if (mode == SchemaMode.VALIDATE) {
				throw new InvalidDataAccessResourceUsageException("Collection '" + declared.name()
						+ "' does not exist, and milvus.schema.mode=validate creates nothing: create it, or set"
						+ " milvus.schema.mode=create");
			}
			createUnlessThere(declared);
		}
		CollectionSchema found = describeFields(declared.name());
		Map<String, Metric> metrics = metrics(declared);
		List<FieldSchema> unindexed = new ArrayList<>();
		for (FieldSchema field : declared.vectorFields()) {
			if (mode == SchemaMode.CREATE && field.metric() != null && !metrics.containsKey(field.name())) {
				metrics.put(field.name(), field.metric());
				unindexed.add(field);
			}
		}
		// Compared before it is indexed: a collection that is not ours stays as it is.
		List<SchemaDifference> differences = SchemaComparison.compare(declared, found, metrics);
		if (!differences.isEmpty()) {
			throw new SchemaMismatchException(declared.name(), differences);
		}
		unindexed.forEach((field) -> indexUnlessThere(declared.name(), field));
		load(declared.name());
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
		create(CollectionSchema.of(name, List.of(key, vector)).dynamic(true).autoIndexes().build());
	}

	/**
	 * Creates, indexes and loads a collection.
	 * @param collection the new collection
	 * @throws DataAccessException when there is a collection of that name, or the server
	 * refuses
	 */
	public void create(CollectionSchema collection) {
		createOnly(collection);
		collection.vectorFields().forEach((field) -> index(collection.name(), field));
		load(collection.name());
	}

	private void createOnly(CollectionSchema collection) {
		call("CreateCollection", collection.name(), (client) -> {
			client.createCollection(CreateCollectionReq.builder()
				.collectionName(collection.name())
				.description(collection.description())
				.collectionSchema(SdkSchemas.toSdk(collection))
				.build());
			return null;
		});
	}

	// Of several instances that start at once, all but one are refused.
	private void createUnlessThere(CollectionSchema collection) {
		try {
			createOnly(collection);
		}
		catch (DataAccessException ex) {
			if (!exists(collection.name())) {
				throw ex;
			}
		}
	}

	private void indexUnlessThere(String collection, FieldSchema field) {
		try {
			index(collection, field);
		}
		catch (DataAccessException ex) {
			if (indexes(collection, field.name()).isEmpty()) {
				throw ex;
			}
		}
	}

	private void index(String collection, FieldSchema field) {
		Metric metric = (field.metric() != null) ? field.metric() : Metric.COSINE;
		// Milvus Lite has fewer vectors than an approximate index is good for.
		IndexParam.IndexType type = this.connection.isLite() ? IndexParam.IndexType.FLAT
				: IndexParam.IndexType.AUTOINDEX;
		call("CreateIndex", collection, (client) -> {
			client.createIndex(CreateIndexReq.builder()
				.collectionName(collection)
				.indexParams(List.of(IndexParam.builder()
					.fieldName(field.name())
					.indexType(type)
					.metricType(IndexParam.MetricType.valueOf(metric.name()))
					.build()))
				.sync(false)
				.build());
			return null;
		});
	}

	/**
	 * Tells whether there is a collection.
	 * @param name its name
	 * @return {@code true} when it is there
	 */
	public boolean exists(String name) {
		return call("HasCollection", name,
				(client) -> client.hasCollection(HasCollectionReq.builder().collectionName(name).build()));
	}

	/**
	 * Describes a collection as the server has it.
	 * @param name its name
	 * @return the collection; a vector field without an index has no metric
	 * @throws InvalidDataAccessResourceUsageException when there is none of that name
	 */
	public CollectionSchema describe(String name) {
		CollectionSchema found = describeFields(name);
		Map<String, Metric> metrics = metrics(found);
		List<FieldSchema> fields = found.fields()
			.stream()
			.map((field) -> field.toBuilder().metric(metrics.get(field.name())).build())
			.toList();
		return found.toBuilder().fields(fields).build();
	}

	private CollectionSchema describeFields(String name) {
		return SdkSchemas.fromSdk(call("DescribeCollection", name,
				(client) -> client.describeCollection(DescribeCollectionReq.builder().collectionName(name).build())));
	}

	/**
	 * Returns the names of all collections of the database.
	 * @return the names
	 */
	public List<String> names() {
		return call("ShowCollections", "", (client) -> client.listCollections().getCollectionNames());
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

	private Map<String, Metric> metrics(CollectionSchema collection) {
		Map<String, Metric> metrics = new HashMap<>();
		for (FieldSchema field : collection.vectorFields()) {
			for (DescribeIndexResp.IndexDesc index : indexes(collection.name(), field.name())) {
				Metric metric = SdkSchemas.metric(index.getMetricType());
				if (metric != null) {
					metrics.put(field.name(), metric);
				}
			}
		}
		return metrics;
	}

	private List<DescribeIndexResp.IndexDesc> indexes(String collection, String field) {
		// Listing is how to ask for what may not be there: describing it would log an
		// error.
		List<String> names = call("DescribeIndex", collection, (client) -> client
			.listIndexes(ListIndexesReq.builder().collectionName(collection).fieldName(field).build()));
		return names.isEmpty() ? List.of()
				: call("DescribeIndex", collection,
						(client) -> client.describeIndex(
								DescribeIndexReq.builder().collectionName(collection).fieldName(field).build()))
					.getIndexDescriptions();
	}

	private <R> R call(String operation, String collection, Function<MilvusClientV2, R> call) {
		return this.calls.call(operation, collection, call);
	}

}
