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
 * A repository of a Milvus entity.
 *
 * <p>
 * {@code save} is {@code upsert}. Milvus does not sort, so a sorted {@code Sort} or
 * {@code Pageable} is refused; pages come in the server's own order.
 *
 * @param <T> the entity class
 * @param <ID> the type of its key, {@code Long} or {@code String}
 */
@NoRepositoryBean
public interface MilvusRepository<T, ID> extends ListCrudRepository<T, ID>, ListPagingAndSortingRepository<T, ID> {

	/**
	 * Writes an entity in place of the row with the same key: one Milvus {@code Upsert}.
	 * @param <S> the entity class
	 * @param entity the entity
	 * @return the entity with its key
	 */
	<S extends T> S upsert(S entity);

	/**
	 * Writes an entity in place of the row with the same key: one Milvus {@code Upsert}.
	 * @param <S> the entity class
	 * @param entity the entity
	 * @param options partition and time-out
	 * @return the entity with its key
	 */
	<S extends T> S upsert(S entity, WriteOptions options);

	/**
	 * Writes entities in place of the rows with the same keys: Milvus's {@code Upsert}.
	 * @param <S> the entity class
	 * @param entities the entities; of those with the same key the last one is written
	 * @return the entities with their keys
	 */
	<S extends T> List<S> upsertAll(Iterable<S> entities);

	/**
	 * Writes entities in place of the rows with the same keys: Milvus's {@code Upsert}.
	 * @param <S> the entity class
	 * @param entities the entities; of those with the same key the last one is written
	 * @param options partition and time-out
	 * @return the entities with their keys
	 */
	<S extends T> List<S> upsertAll(Iterable<S> entities, WriteOptions options);

	/**
	 * Inserts an entity without a look at its key: one Milvus {@code Insert}.
	 * @param <S> the entity class
	 * @param entity the entity
	 * @return the entity with its key
	 */
	<S extends T> S insert(S entity);

	/**
	 * Inserts an entity without a look at its key: one Milvus {@code Insert}.
	 * @param <S> the entity class
	 * @param entity the entity
	 * @param options partition and time-out
	 * @return the entity with its key
	 */
	<S extends T> S insert(S entity, WriteOptions options);

	/**
	 * Inserts entities without a look at their keys: Milvus's {@code Insert}.
	 * @param <S> the entity class
	 * @param entities the entities
	 * @return the entities with their keys
	 */
	<S extends T> List<S> insertAll(Iterable<S> entities);

	/**
	 * Inserts entities without a look at their keys: Milvus's {@code Insert}.
	 * @param <S> the entity class
	 * @param entities the entities
	 * @param options partition and time-out
	 * @return the entities with their keys
	 */
	<S extends T> List<S> insertAll(Iterable<S> entities, WriteOptions options);

	/**
	 * Writes the properties of an entity that are not null: one Milvus partial
	 * {@code Upsert}. A null says that the property stays as it is.
	 * @param <S> the entity class
	 * @param entity the entity, with its key
	 * @return the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key; {@link io.github.milvusspring.data.core.UpdateOperations} says what
	 * a server does not tell
	 */
	<S extends T> S update(S entity);

	/**
	 * Writes some properties of an entity: one Milvus partial {@code Upsert}. Of these a
	 * null is written as null.
	 * @param <S> the entity class
	 * @param entity the entity, with its key
	 * @param properties which properties
	 * @return the entity
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	<S extends T> S update(S entity, PropertySelection properties);

	/**
	 * Changes one row: one Milvus partial {@code Upsert}.
	 * @param update the key and what changes
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with this key
	 */
	void update(Update update);

	/**
	 * Changes rows, by one call for all that change the same fields.
	 * @param updates the keys and what changes; of one row in the order given
	 * @throws org.springframework.dao.EmptyResultDataAccessException when there is no row
	 * with one of the keys, and nothing was written
	 * @throws io.github.milvusspring.data.write.BatchWriteException when some rows were
	 * written and others could not be, saying which
	 */
	void updateAll(Collection<Update> updates);

	/**
	 * Writes any number of entities in batches in place of the rows with the same keys,
	 * in memory that does not grow with their number: Milvus's {@code Upsert}.
	 * @param entities the entities; of those with the same key the last one stays, unless
	 * the server makes a new key at each upsert; the stream is closed
	 * @param options sizes, window, retries and progress
	 * @return what was written
	 * @throws io.github.milvusspring.data.write.BatchWriteException when some could not
	 * be written, saying which
	 */
	BatchProgress upsertAll(Stream<? extends T> entities, BatchOptions options);

	/**
	 * Inserts any number of entities in batches, in memory that does not grow with their
	 * number: Milvus's {@code Insert}.
	 * @param entities the entities; the stream is closed
	 * @param options sizes, window, retries and progress
	 * @return what was written
	 * @throws io.github.milvusspring.data.write.BatchWriteException when some could not
	 * be written, saying which
	 */
	BatchProgress insertAll(Stream<? extends T> entities, BatchOptions options);

	/**
	 * Finds the rows that fit a vector, a text or several of them best: one Milvus
	 * {@code Search} or {@code HybridSearch}.
	 * @param query what to look for: one vector, words, or the sub-searches of a hybrid
	 * search
	 * @return the entities with their scores, the best first
	 */
	SearchResults<T> search(SearchQuery<?> query);

}
