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
 * Gives each entity class and collection its converter.
 */
public final class MilvusConverter implements BeanFactoryAware, BeanClassLoaderAware {

	private final MilvusMappingContext mappingContext;

	private final MilvusJson json;

	private final Map<Class<?>, EntityConverter<?>> entities = new ConcurrentHashMap<>();

	private final Map<Results, RowReader<?>> results = new ConcurrentHashMap<>();

	private final SpelAwareProxyProjectionFactory projections = new SpelAwareProxyProjectionFactory();

	/**
	 * Creates a converter with a JSON mapper of its own.
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
	 * kept in Milvus
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
	 * Returns what makes results of an entity's rows.
	 * @param <T> the class of the entity
	 * @param <R> the type of the results
	 * @param type the class of the entity
	 * @param result the class itself or one above it, an interface that shows some
	 * properties, or a class whose constructor takes some
	 * @return the reader
	 * @throws org.springframework.data.mapping.MappingException when rows cannot become
	 * such results
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
	 * Returns what makes objects of the interfaces that show some properties.
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
	 * Results of the rows of an entity.
	 *
	 * @param type the class of the entity
	 * @param result the type of the results
	 */
	private record Results(Class<?> type, Class<?> result) {

	}

}
