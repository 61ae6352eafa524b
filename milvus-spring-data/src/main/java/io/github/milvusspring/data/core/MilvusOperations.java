package io.github.milvusspring.data.core;

import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.admin.MilvusAliases;
import io.github.milvusspring.data.admin.MilvusCollection;
import io.github.milvusspring.data.admin.MilvusDatabases;
import io.github.milvusspring.data.admin.MilvusPartitions;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.model.ConsistencyLevel;

/**
 * Everything one does with the rows of Milvus collections, as entities or as plain rows.
 *
 * <p>
 * The collection of an entity class is made ready at its first use, as the schema mode
 * says. All methods throw {@code DataAccessException}s whose cause carries the server's
 * code and reason. A write that is refused here writes nothing.
 */
public interface MilvusOperations extends WriteOperations, ReadOperations {

	/**
	 * Returns the same verbs without waiting.
	 * @return verbs that return futures
	 */
	MilvusAsyncOperations async();

	/**
	 * Returns the same operations with another consistency of the reads that do not say
	 * one.
	 * @param consistency how fresh the data must be
	 * @return operations on the same connection and collections
	 */
	MilvusOperations withConsistency(ConsistencyLevel consistency);

	/**
	 * Reads and writes plain rows of any collection.
	 * @param collection the name of the collection
	 * @return its rows
	 */
	RowOperations rows(String collection);

	/**
	 * Creates a collection of a key {@code id}, a vector {@code vector} compared by
	 * cosine and dynamic fields, indexes and loads it, as pymilvus's
	 * {@code create_collection} does.
	 * @param name the name of the new collection
	 * @param dimension the dimension of the vectors
	 */
	default void createCollection(String name, int dimension) {
		collections().create(name, dimension);
	}

	/**
	 * Makes the collection of an entity class ready now, as the schema mode says.
	 * @param type the entity class
	 */
	void ensureCollection(Class<?> type);

	/**
	 * Creates, describes and drops collections.
	 * @return the collections of the database
	 */
	CollectionAdministration collections();

	/**
	 * Administers one collection: its name, memory and storage.
	 * @param name the name of the collection or an alias; nothing is called yet
	 * @return the collection
	 */
	default MilvusCollection collection(String name) {
		return collections().named(name);
	}

	/**
	 * Creates, drops, loads and releases partitions.
	 * @param collection the name of the collection; nothing is called yet
	 * @return its partitions
	 */
	default MilvusPartitions partitions(String collection) {
		return collections().named(collection).partitions();
	}

	/**
	 * Creates aliases and points them at collections.
	 * @return the aliases of the database
	 */
	default MilvusAliases aliases() {
		return collections().aliases();
	}

	/**
	 * Creates, drops and alters databases.
	 * @return the databases of the server
	 */
	default MilvusDatabases databases() {
		return collections().databases();
	}

	/**
	 * Does something with the SDK's client, for which there is no method here.
	 * @param <R> the result
	 * @param callback what to do
	 * @return what the callback returned
	 */
	<R> R execute(MilvusClientCallback<R> callback);

	/**
	 * Returns the converter of entities.
	 * @return the converter
	 */
	MilvusConverter getConverter();

}
