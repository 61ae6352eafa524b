package io.github.milvusspring.data.repository;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;

import org.springframework.data.domain.SearchResults;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;
import org.springframework.data.repository.NoRepositoryBean;

/**
 * A Spring Data repository of an entity class whose instances are stored in a Milvus
 * collection.
 *
 * <p>
 * {@code save} is {@code upsert}. Milvus does not sort rows, so a sorted {@code Sort} or
 * {@code Pageable} is refused; pages come in the order in which the server returns rows.
 *
 * @param <T> the entity class
 * @param <ID> the type of its key, for example {@code Long} or {@code String}
 */
@NoRepositoryBean
public interface MilvusRepository<T, ID> extends ListCrudRepository<T, ID>, ListPagingAndSortingRepository<T, ID> {

	/**
	 * Inserts an entity, or replaces the row with the same key: one Milvus
	 * {@code Upsert}.
	 * @param <S> the entity class
	 * @param entity the entity
	 * @return the entity with its key
	 */
	<S extends T> S upsert(S entity);

	/**
	 * Inserts an entity, or replaces the row with the same key: one Milvus
	 * {@code Upsert}.
	 * @param <S> the entity class
	 * @param entity the entity
	 * @param options the partition and the time-out
	 * @return the entity with its key
	 */
	<S extends T> S upsert(S entity, WriteOptions options);

	/**
	 * Inserts entities, or replaces the rows with the same keys, by the Milvus operation
	 * {@code Upsert}.
	 * @param <S> the entity class
	 * @param entities the entities; of several with the same key, the last one is written
	 * @return the entities with their keys
	 */
	<S extends T> List<S> upsertAll(Iterable<S> entities);

	/**
	 * Inserts entities, or replaces the rows with the same keys, by the Milvus operation
	 * {@code Upsert}.
	 * @param <S> the entity class
	 * @param entities the entities; of several with the same key, the last one is written
	 * @param options the partition and the time-out
	 * @return the entities with their keys
	 */
	<S extends T> List<S> upsertAll(Iterable<S> entities, WriteOptions options);

	/**
	 * Inserts an entity without checking whether a row with its key exists: one Milvus
	 * {@code Insert}.
	 * @param <S> the entity class
	 * @param entity the entity
	 * @return the entity with its key
	 */
	<S extends T> S insert(S entity);

	/**
	 * Inserts an entity without checking whether a row with its key exists: one Milvus
	 * {@code Insert}.
	 * @param <S> the entity class
	 * @param entity the entity
	 * @param options the partition and the time-out
	 * @return the entity with its key
	 */
	<S extends T> S insert(S entity, WriteOptions options);

	/**
	 * Inserts entities without checking whether rows with their keys exist, by the Milvus
	 * operation {@code Insert}.
	 * @param <S> the entity class
	 * @param entities the entities
	 * @return the entities with their keys
	 */
	<S extends T> List<S> insertAll(Iterable<S> entities);

	/**
	 * Inserts entities without checking whether rows with their keys exist, by the Milvus
	 * operation {@code Insert}.
	 * @param <S> the entity class
	 * @param entities the entities
	 * @param options the partition and the time-out
	 * @return the entities with their keys
	 */
	<S extends T> List<S> insertAll(Iterable<S> entities, WriteOptions options);

	/**
	 * Writes the properties of an entity that are not null: one partial Milvus
	 * {@code Upsert}. A property that is null keeps its stored value.
	 * @param <S> the entity class
	 * @param entity the entity, with its key
	 * @return the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when no row with
	 * this key exists. {@link io.github.milvusspring.data.core.UpdateOperations}
	 * describes when a server does not report this
	 */
	<S extends T> S update(S entity);

	/**
	 * Writes the selected properties of an entity: one partial Milvus {@code Upsert}.
	 * With named properties, a null is written as null.
	 * @param <S> the entity class
	 * @param entity the entity, with its key
	 * @param properties the properties to write
	 * @return the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when no row with
	 * this key exists
	 */
	<S extends T> S update(S entity, PropertySelection properties);

	/**
	 * Updates one row: one partial Milvus {@code Upsert}.
	 * @param update the key of the row and its changes
	 * @throws org.springframework.dao.EmptyResultDataAccessException when no row with
	 * this key exists
	 */
	void update(Update update);

	/**
	 * Updates rows, with one call for all updates that change the same fields.
	 * @param updates the keys of the rows and their changes; several updates of one row
	 * are applied in the given order
	 * @throws org.springframework.dao.EmptyResultDataAccessException when no row exists
	 * for one of the keys; then nothing was written
	 * @throws io.github.milvusspring.data.write.BatchWriteException when some rows were
	 * written and others could not be; the exception reports which
	 */
	void updateAll(Collection<Update> updates);

	/**
	 * Inserts entities, or replaces the rows with the same keys, in batches by the Milvus
	 * operation {@code Upsert}. The memory that this needs does not grow with the number
	 * of entities.
	 * @param entities the entities; of several with the same key the last one remains,
	 * unless the server generates a new key at each upsert. The stream is closed at the
	 * end
	 * @param options the sizes of batches, the number of batches in flight, retries and a
	 * progress listener
	 * @return the numbers of rows and bytes written, and the time taken
	 * @throws io.github.milvusspring.data.write.BatchWriteException when some entities
	 * could not be written; the exception reports which
	 */
	BatchProgress upsertAll(Stream<? extends T> entities, BatchOptions options);

	/**
	 * Inserts entities in batches by the Milvus operation {@code Insert}. The memory that
	 * this needs does not grow with the number of entities.
	 * @param entities the entities; the stream is closed at the end
	 * @param options the sizes of batches, the number of batches in flight, retries and a
	 * progress listener
	 * @return the numbers of rows and bytes written, and the time taken
	 * @throws io.github.milvusspring.data.write.BatchWriteException when some entities
	 * could not be written; the exception reports which
	 */
	BatchProgress insertAll(Stream<? extends T> entities, BatchOptions options);

	/**
	 * Searches for the entities that match a vector, a text or a combination of them
	 * best: one Milvus {@code Search} or {@code HybridSearch}.
	 * @param query the search: for one vector, for words, or a hybrid search with several
	 * sub-searches
	 * @return the entities with their scores, the best first
	 */
	SearchResults<T> search(SearchQuery<?> query);

}
