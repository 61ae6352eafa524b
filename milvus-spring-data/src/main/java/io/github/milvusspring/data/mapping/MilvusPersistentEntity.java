package io.github.milvusspring.data.mapping;

import java.util.List;

import io.github.milvusspring.data.model.CollectionSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.model.MutablePersistentEntity;

/**
 * An entity class, whose instances are stored as rows of a Milvus collection.
 *
 * @param <T> the entity class
 */
public interface MilvusPersistentEntity<T> extends MutablePersistentEntity<T, MilvusPersistentProperty> {

	/**
	 * Returns the collection that the class declares.
	 * @return the schema of the collection
	 */
	CollectionSchema getCollection();

	/**
	 * Returns the properties that are stored in declared fields, in the order of the
	 * fields.
	 * @return the properties
	 */
	List<MilvusPersistentProperty> getProperties();

	/**
	 * Returns the property that holds the dynamic fields, which the collection does not
	 * declare.
	 * @return the property, {@code null} when there is none
	 */
	@Nullable MilvusPersistentProperty getDynamicProperty();

	/**
	 * Returns the vector property that a search reads.
	 * @param name the name of a property or field; {@code null} for the only vector
	 * property
	 * @return the vector property
	 * @throws org.springframework.data.mapping.MappingException when no vector property
	 * has that name, or when {@code name} is {@code null} and the number of vector
	 * properties is not one
	 */
	MilvusPersistentProperty getVectorProperty(@Nullable String name);

	/**
	 * Finds a property by its own name or by the name of its field.
	 * @param name the name of a property or field
	 * @return the property
	 * @throws org.springframework.data.mapping.MappingException when there is none
	 */
	MilvusPersistentProperty requireProperty(String name);

	/**
	 * Returns the primary key of an instance.
	 * @param instance an instance of the class
	 * @return the key
	 * @throws InvalidDataAccessApiUsageException when the instance has no key
	 */
	default Object getRequiredKey(Object instance) {
		Object key = getIdentifierAccessor(instance).getIdentifier();
		if (key == null) {
			throw new InvalidDataAccessApiUsageException("The " + getType().getSimpleName()
					+ " has no key, by which its row would be found: nothing was deleted");
		}
		return key;
	}

}
