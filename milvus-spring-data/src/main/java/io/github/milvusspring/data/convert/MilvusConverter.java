package io.github.milvusspring.data.convert;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.MilvusMappingContext;

/**
 * Gives each entity class and collection its converter.
 */
public final class MilvusConverter {

	private final MilvusMappingContext mappingContext;

	private final MilvusJson json;

	private final Map<Class<?>, EntityConverter<?>> entities = new ConcurrentHashMap<>();

	/**
	 * Creates a converter with a JSON mapper of its own.
	 * @param mappingContext the entities
	 */
	public MilvusConverter(MilvusMappingContext mappingContext) {
		this(mappingContext, MilvusJson.jackson2(new ObjectMapper()));
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
	 * Returns a converter of maps.
	 * @param collection the collection as found on the server
	 * @return its converter
	 */
	public MapConverter rows(CollectionSchema collection) {
		return new MapConverter(collection, this.json);
	}

}
