package io.github.milvusspring.data.convert;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.CollectionSchema;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.projection.SpelAwareProxyProjectionFactory;

/**
 * Provides the converter of each entity class and of each collection.
 */
public final class MilvusConverter implements BeanFactoryAware, BeanClassLoaderAware {

	private final MilvusMappingContext mappingContext;

	private final MilvusJson json;

	private final Map<Class<?>, EntityConverter<?>> entities = new ConcurrentHashMap<>();

	private final Map<Results, RowReader<?>> results = new ConcurrentHashMap<>();

	private final SpelAwareProxyProjectionFactory projections = new SpelAwareProxyProjectionFactory();

	/**
	 * Creates a converter with a default JSON mapper.
	 * @param mappingContext the entities
	 */
	public MilvusConverter(MilvusMappingContext mappingContext) {
		this(mappingContext, MilvusJson.defaults());
	}

	/**
	 * Creates a converter.
	 * @param mappingContext the entities
	 * @param json reads and writes JSON fields
	 */
	public MilvusConverter(MilvusMappingContext mappingContext, MilvusJson json) {
		this.mappingContext = mappingContext;
		this.json = json;
	}

	/**
	 * Returns the entities.
	 * @return the mapping context
	 */
	public MilvusMappingContext getMappingContext() {
		return this.mappingContext;
	}

	/**
	 * Returns the converter of an entity class.
	 * @param <T> the class
	 * @param type the class
	 * @return its converter
	 * @throws org.springframework.data.mapping.MappingException when the class cannot be
	 * stored in Milvus
	 */
	@SuppressWarnings("unchecked")
	public <T> EntityConverter<T> entity(Class<T> type) {
		EntityConverter<?> converter = this.entities.get(type);
		if (converter == null) {
			converter = this.entities.computeIfAbsent(type,
					(key) -> new EntityConverter<>(this.mappingContext.entity(key), this.json));
		}
		return (EntityConverter<T>) converter;
	}

	/**
	 * Returns the reader that converts the rows of an entity to results.
	 * @param <T> the class of the entity
	 * @param <R> the type of the results
	 * @param type the class of the entity
	 * @param result the entity class itself or a supertype, an interface that exposes
	 * some properties, or a class whose constructor takes some
	 * @return the reader
	 * @throws org.springframework.data.mapping.MappingException when rows cannot be
	 * converted to such results
	 */
	@SuppressWarnings("unchecked")
	public <T, R> RowReader<R> reader(Class<T> type, Class<R> result) {
		if (result.equals(type)) {
			return (RowReader<R>) entity(type);
		}
		Results key = new Results(type, result);
		RowReader<?> known = this.results.get(key);
		return (RowReader<R>) ((known != null) ? known : this.results.computeIfAbsent(key,
				(missing) -> new ResultReaders<>(entity(type), this.json, this.projections).of(result)));
	}

	/**
	 * Returns the factory for objects of interfaces that expose some properties.
	 * @return the factory
	 */
	public ProjectionFactory getProjectionFactory() {
		return this.projections;
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.projections.setBeanFactory(beanFactory);
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.projections.setBeanClassLoader(classLoader);
	}

	/**
	 * Returns a converter of maps.
	 * @param collection the collection as found on the server
	 * @return its converter
	 */
	public MapConverter rows(CollectionSchema collection) {
		return new MapConverter(collection, this.json);
	}

	/**
	 * The key of a reader: an entity and the type of the results.
	 *
	 * @param type the class of the entity
	 * @param result the type of the results
	 */
	private record Results(Class<?> type, Class<?> result) {

	}

}
