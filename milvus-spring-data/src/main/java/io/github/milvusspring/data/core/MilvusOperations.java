package io.github.milvusspring.data.core;

import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.admin.MilvusAliases;
import io.github.milvusspring.data.admin.MilvusCollection;
import io.github.milvusspring.data.admin.MilvusDatabases;
import io.github.milvusspring.data.admin.MilvusPartitions;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.model.ConsistencyLevel;

/**
 * The central interface of this library: reads, writes and searches the rows of Milvus
 * collections, as entities or as maps, and gives access to the administration of the
 * server.
 *
 * <p>
 * At the first use of an entity class its collection is created or checked, and loaded,
 * depending on the schema mode. All methods throw {@code DataAccessException}s; if the
 * server refused the call, the cause contains the server's error code and reason. If the
 * client refuses a write, nothing is written.
 */
public interface MilvusOperations extends WriteOperations, ReadOperations {

	/**
	 * Returns the asynchronous variant of these operations.
	 * @return operations that return futures
	 */
	MilvusAsyncOperations async();

	/**
	 * Returns the same operations with another default consistency level, for reads that
	 * specify none.
	 * @param consistency the consistency level
	 * @return operations on the same connection and collections
	 */
	MilvusOperations withConsistency(ConsistencyLevel consistency);

	/**
	 * Returns the operations on the rows of any collection as maps.
	 * @param collection the name of the collection
	 * @return operations on its rows
	 */
	RowOperations rows(String collection);

	/**
	 * Creates a collection, indexes it and loads it, as pymilvus's {@code
	 * create_collection} does. It has a key {@code id}, a vector {@code vector} compared
	 * by cosine, and dynamic fields.
	 * @param name the name of the new collection
	 * @param dimension the dimension of the vectors
	 */
	default void createCollection(String name, int dimension) {
		collections().create(name, dimension);
	}

	/**
	 * Creates or checks the collection of an entity class, and loads it, now and not at
	 * its first use, depending on the schema mode.
	 * @param type the entity class
	 */
	void ensureCollection(Class<?> type);

	/**
	 * Returns the operations that create, describe and drop collections.
	 * @return the collections of the database
	 */
	CollectionAdministration collections();

	/**
	 * Returns the operations that administer one collection: its name, memory and
	 * storage.
	 * @param name the name of the collection or an alias; this method makes no call
	 * @return the collection
	 */
	default MilvusCollection collection(String name) {
		return collections().named(name);
	}

	/**
	 * Returns the operations that create, drop, load and release partitions.
	 * @param collection the name of the collection; this method makes no call
	 * @return its partitions
	 */
	default MilvusPartitions partitions(String collection) {
		return collections().partitions(collection);
	}

	/**
	 * Returns the operations that create aliases and point them at collections.
	 * @return the aliases of the database
	 */
	default MilvusAliases aliases() {
		return collections().aliases();
	}

	/**
	 * Returns the operations that create, drop and alter databases.
	 * @return the databases of the server
	 */
	default MilvusDatabases databases() {
		return collections().databases();
	}

	/**
	 * Calls the client of the Milvus Java SDK, for operations that this interface lacks.
	 * @param <R> the result
	 * @param callback the callback that uses the client
	 * @return the result of the callback
	 */
	<R> R execute(MilvusClientCallback<R> callback);

	/**
	 * Returns the converter of entities.
	 * @return the converter
	 */
	MilvusConverter getConverter();

}
