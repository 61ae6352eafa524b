package io.github.milvusspring.data.mapping;

import org.springframework.data.mapping.PersistentProperty;

/**
 * A property of an entity that is kept in a field of a Milvus collection.
 */
public interface MilvusPersistentProperty extends PersistentProperty<MilvusPersistentProperty> {

	/**
	 * Returns the field this property is kept in.
	 * @return the declared field
	 * @throws org.springframework.data.mapping.MappingException when the property cannot
	 * be kept
	 */
	FieldSchema getFieldSchema();

	/**
	 * Returns the name of the field this property is kept in.
	 * @return the field's name
	 */
	String getFieldName();

}
