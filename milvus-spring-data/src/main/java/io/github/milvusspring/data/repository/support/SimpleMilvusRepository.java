package io.github.milvusspring.data.repository.support;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchProgress;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.core.EntityInformation;
import org.springframework.data.util.ProxyUtils;
import org.springframework.data.util.Streamable;
import org.springframework.util.Assert;

/**
 * Implements the methods that every Milvus repository has, by calling
 * {@link MilvusOperations}.
 *
 * @param <T> the entity class
 * @param <ID> the type of its key
 */
public class SimpleMilvusRepository<T, ID> implements MilvusRepository<T, ID> {

	private final EntityInformation<T, ID> entity;

	private final MilvusOperations operations;

	/**
	 * Creates a repository.
	 * @param entity the information about the entity class
	 * @param operations the operations to call
	 */
	public SimpleMilvusRepository(EntityInformation<T, ID> entity, MilvusOperations operations) {
		this.entity = entity;
		this.operations = operations;
	}

	@Override
	public <S extends T> S upsert(S entity) {
		return upsert(entity, WriteOptions.DEFAULT);
	}

	@Override
	public <S extends T> S upsert(S entity, WriteOptions options) {
		Assert.notNull(options, "Options must not be null");
		return this.operations.upsert(ours(entity), options).rows().get(0);
	}

	@Override
	public <S extends T> List<S> upsertAll(Iterable<S> entities) {
		return upsertAll(entities, WriteOptions.DEFAULT);
	}

	@Override
	public <S extends T> List<S> upsertAll(Iterable<S> entities, WriteOptions options) {
		Assert.notNull(options, "Options must not be null");
		return this.operations.<S>upsertAll(ours(entities), options).rows();
	}

	@Override
	public <S extends T> S insert(S entity) {
		return insert(entity, WriteOptions.DEFAULT);
	}

	@Override
	public <S extends T> S insert(S entity, WriteOptions options) {
		Assert.notNull(options, "Options must not be null");
		return this.operations.insert(ours(entity), options).rows().get(0);
	}

	@Override
	public <S extends T> List<S> insertAll(Iterable<S> entities) {
		return insertAll(entities, WriteOptions.DEFAULT);
	}

	@Override
	public <S extends T> List<S> insertAll(Iterable<S> entities, WriteOptions options) {
		Assert.notNull(options, "Options must not be null");
		return this.operations.<S>insertAll(ours(entities), options).rows();
	}

	@Override
	public <S extends T> S update(S entity) {
		Assert.notNull(entity, "Entity must not be null");
		return update(entity, PropertySelection.PRESENT);
	}

	@Override
	public <S extends T> S update(S entity, PropertySelection properties) {
		Assert.notNull(entity, "Entity must not be null");
		Assert.notNull(properties, "Properties must not be null");
		return this.operations.update(ours(entity), properties).rows().get(0);
	}

	@Override
	public void update(Update update) {
		Assert.notNull(update, "Update must not be null");
		this.operations.update(update, type());
	}

	@Override
	public void updateAll(Collection<Update> updates) {
		Assert.notNull(updates, "Updates must not be null");
		this.operations.updateAll(updates, type());
	}

	@Override
	public BatchProgress upsertAll(Stream<? extends T> entities, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.operations.upsertAll(entities.map(this::ours), type(), options);
	}

	@Override
	public BatchProgress insertAll(Stream<? extends T> entities, BatchOptions options) {
		Assert.notNull(entities, "Entities must not be null");
		Assert.notNull(options, "Options must not be null");
		return this.operations.insertAll(entities.map(this::ours), type(), options);
	}

	@Override
	public <S extends T> S save(S entity) {
		return upsert(entity);
	}

	@Override
	public <S extends T> List<S> saveAll(Iterable<S> entities) {
		return upsertAll(entities);
	}

	@Override
	public Optional<T> findById(ID id) {
		Assert.notNull(id, "Id must not be null");
		return Optional.ofNullable(this.operations.findById(id, type()));
	}

	@Override
	public boolean existsById(ID id) {
		return this.operations.existsById(id, type());
	}

	@Override
	public List<T> findAll() {
		return this.operations.query(FilterQuery.of(Filter.all()), type());
	}

	@Override
	public List<T> findAllById(Iterable<ID> ids) {
		return this.operations.findAllById(Streamable.of(ids).toList(), type());
	}

	@Override
	public List<T> findAll(Sort sort) {
		Assert.notNull(sort, "Sort must not be null");
		Paging.requireUnsorted(sort);
		return findAll();
	}

	@Override
	public Page<T> findAll(Pageable pageable) {
		Assert.notNull(pageable, "Pageable must not be null");
		return Paging.page(this.operations, FilterQuery.of(Filter.all()), pageable, type(), type());
	}

	@Override
	public long count() {
		return this.operations.count(Filter.all(), type());
	}

	@Override
	public void deleteById(ID id) {
		Assert.notNull(id, "Id must not be null");
		this.operations.deleteAllById(List.of(id), type());
	}

	@Override
	public void delete(T entity) {
		this.operations.delete(ours(entity));
	}

	@Override
	public void deleteAllById(Iterable<? extends ID> ids) {
		this.operations.deleteAllById(Streamable.of(ids).toList(), type());
	}

	@Override
	public void deleteAll(Iterable<? extends T> entities) {
		MilvusPersistentEntity<?> entity = this.operations.getConverter().getMappingContext().entity(type());
		this.operations.deleteAllById(ours(entities).stream().map(entity::getRequiredKey).toList(), type());
	}

	@Override
	public void deleteAll() {
		this.operations.deleteAll(type());
	}

	@Override
	public SearchResults<T> search(SearchQuery<?> query) {
		Assert.notNull(query, "Query must not be null");
		return this.operations.search(query, type());
	}

	private <S extends T> List<S> ours(Iterable<S> entities) {
		List<S> list = Streamable.of(entities).toList();
		list.forEach(this::ours);
		return list;
	}

	// An instance of a subclass with its own collection would be written to a
	// collection that this repository does not read.
	private <S extends T> S ours(S entity) {
		if (entity != null && entity.getClass() != type()) {
			MilvusMappingContext entities = this.operations.getConverter().getMappingContext();
			Class<?> kept = entities.writtenAs(ProxyUtils.getUserClass(entity));
			if (kept != entities.writtenAs(type())) {
				throw new InvalidDataAccessApiUsageException(
						"A " + kept.getName() + " has a collection of its own, and this repository is of "
								+ type().getName() + ": write it by a repository of its own, or by MilvusTemplate");
			}
		}
		return entity;
	}

	private Class<T> type() {
		return this.entity.getJavaType();
	}

}
