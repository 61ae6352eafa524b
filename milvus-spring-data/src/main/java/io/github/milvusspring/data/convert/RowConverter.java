package io.github.milvusspring.data.convert;

import java.util.Collection;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.wire.column.ColumnSet;
import org.jspecify.annotations.Nullable;

/**
 * Converts rows of one kind, entities or maps, to columns and back.
 *
 * @param <T> the kind of row
 */
public interface RowConverter<T> extends RowReader<T> {

	/**
	 * Converts rows to columns.
	 * @param rows the rows
	 * @param withKeys whether to include the primary key
	 * @return a column per field
	 * @throws org.springframework.dao.DataIntegrityViolationException when a row holds a
	 * value that its field cannot hold
	 */
	ColumnSet write(List<? extends T> rows, boolean withKeys);

	/**
	 * Converts rows to the columns of a partial update, which are those of the primary
	 * key and of some fields.
	 * @param rows the rows
	 * @param properties the names of properties or fields
	 * @return a column per field
	 * @throws org.springframework.dao.DataIntegrityViolationException when a row holds a
	 * value that its field cannot hold
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when there is no
	 * such field, or none to write
	 */
	ColumnSet write(List<? extends T> rows, Collection<String> properties);

	/**
	 * Returns the properties or fields that a row has, except for its key.
	 * @param row the row
	 * @return the names; a map may have null values under them, an entity does not
	 */
	List<String> present(T row);

	/**
	 * Returns the key of a row.
	 * @param row the row
	 * @return the key, {@code null} when it has none
	 */
	@Nullable Object key(T row);

	/**
	 * Gives a row its generated key.
	 * @param row the row
	 * @param generated the key
	 * @return the row, or a new one that replaces it when it is immutable
	 */
	T withKey(T row, Object generated);

	/**
	 * Gives each row without a key the key that the application generates, if it
	 * generates keys.
	 * @param rows the rows
	 * @return the rows, with new ones in place of those that are immutable
	 */
	default List<T> withGeneratedKeys(List<T> rows) {
		return rows;
	}

	/**
	 * Returns the fields that a filter may name.
	 * @return the fields
	 */
	FilterFields filterFields();

	/**
	 * Finds a field.
	 * @param property the name of a property or field
	 * @return the field, {@code null} for a dynamic one
	 * @throws RuntimeException when no field has that name
	 */
	default @Nullable FieldSchema field(String property) {
		return filterFields().field(property);
	}

	/**
	 * Returns the name by which the server knows a property.
	 * @param property the name of a property or field
	 * @return the name of the field, declared or dynamic
	 * @throws RuntimeException when no field has that name
	 */
	default String fieldName(String property) {
		FieldSchema field = field(property);
		return (field != null) ? field.name() : property;
	}

	/**
	 * Returns the vector field that a search uses.
	 * @param name the name of a property or field, {@code null} for the only vector field
	 * @return the field's name
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when there is no
	 * such field, or when there are several and no name is given
	 */
	String vectorField(@Nullable String name);

}
