package io.github.milvusspring.data.mapping;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.context.AbstractMappingContext;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;

/**
 * Holds the mapping of each entity class to its Milvus collection.
 */
public class MilvusMappingContext extends AbstractMappingContext<MilvusPersistentEntity<?>, MilvusPersistentProperty> {

	private final PropertyConversions conversions;

	private final Set<Class<?>> structs = ConcurrentHashMap.newKeySet();

	/**
	 * Creates a context without converters.
	 */
	public MilvusMappingContext() {
		this(new MilvusCustomConversions());
	}

	/**
	 * Creates a context.
	 * @param conversions the converters of the application
	 */
	public MilvusMappingContext(MilvusCustomConversions conversions) {
		this.conversions = new PropertyConversions(conversions);
		setSimpleTypeHolder(conversions.getSimpleTypeHolder());
	}

	PropertyConversions conversions() {
		return this.conversions;
	}

	@Override
	@SuppressWarnings("unchecked")
	protected <T> MilvusPersistentEntity<?> createPersistentEntity(TypeInformation<T> type) {
		return new BasicMilvusPersistentEntity<>(type, this);
	}

	@Override
	protected MilvusPersistentProperty createPersistentProperty(Property property, MilvusPersistentEntity<?> owner,
			SimpleTypeHolder simpleTypeHolder) {
		return new BasicMilvusPersistentProperty(property, owner, simpleTypeHolder, this);
	}

	// Spring Data wraps the exception; the message of the cause says what is wrong with
	// the class.
	@Override
	protected Optional<MilvusPersistentEntity<?>> addPersistentEntity(TypeInformation<?> type) {
		try {
			return super.addPersistentEntity(type);
		}
		catch (MappingException ex) {
			throw (ex.getCause() instanceof MappingException cause) ? cause : ex;
		}
	}

	boolean isStruct(Class<?> type) {
		return this.structs.contains(type);
	}

	/**
	 * Returns the mapping of a class of structs. It has properties like an entity, but no
	 * collection.
	 */
	MilvusPersistentEntity<?> struct(Class<?> type) {
		this.structs.add(type);
		return getRequiredPersistentEntity(type);
	}

	/**
	 * Finds the entity class as which an instance is written.
	 * @param type the class of an instance
	 * @return the entity class that it extends without adding a property; otherwise the
	 * class itself
	 */
	public Class<?> writtenAs(Class<?> type) {
		return EntityClasses.written(type);
	}

	/**
	 * Returns the mapping of an entity class.
	 * @param <T> the entity class
	 * @param type a class with {@code @MilvusEntity}
	 * @return the mapping of the class
	 * @throws org.springframework.data.mapping.MappingException with all problems of the
	 * class, when it cannot be stored in Milvus
	 */
	@SuppressWarnings("unchecked")
	public <T> MilvusPersistentEntity<T> entity(Class<T> type) {
		if (type.isPrimitive() || type.isArray() || type.getName().startsWith("java.")) {
			throw new MappingException(type.getName()
					+ " is no entity: write a class or record with @MilvusEntity; plain rows go by rows(\"collection\")");
		}
		MilvusPersistentEntity<T> entity = (MilvusPersistentEntity<T>) getRequiredPersistentEntity(type);
		if (isStruct(type)) {
			entity.getCollection();
		}
		return entity;
	}

}
