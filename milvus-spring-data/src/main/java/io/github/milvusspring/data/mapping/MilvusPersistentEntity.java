package io.github.milvusspring.data.mapping;

import java.util.List;

import io.github.milvusspring.data.model.CollectionSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mapping.model.MutablePersistentEntity;

/**
 * A class whose instances are rows of a Milvus collection.
 *
 * @param <T> the class
 */
public interface MilvusPersistentEntity<T> extends MutablePersistentEntity<T, MilvusPersistentProperty> {

	/**
	 * Returns the collection this class declares.
	 * @return the declared collection
	 */
	CollectionSchema getCollection();

	/**
	 * Returns the properties that are kept, in the order of the collection's fields.
	 * @return the properties
	 */
	List<MilvusPersistentProperty> getProperties();

	/**
	 * Returns the property that holds the fields which the collection does not declare.
	 * @return the property, {@code null} when there is none
	 */
	@Nullable MilvusPersistentProperty getDynamicProperty();

	/**
	 * Returns the property that a search looks at.
	 * @param name the name of a property or field, {@code null} for the only vector
	 * property
	 * @return the vector property
	 * @throws org.springframework.data.mapping.MappingException when there is no such
	 * property, or several and no name
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
	 * Returns the key of the row that an instance stands for.
	 * @param instance an instance of the class
	 * @return the key
	 * @throws InvalidDataAccessApiUsageException when the instance has none
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
