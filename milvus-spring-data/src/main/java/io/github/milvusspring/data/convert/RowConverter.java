package io.github.milvusspring.data.convert;

import java.util.Collection;
import java.util.List;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.wire.column.ColumnSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of one kind, entities or maps, into columns and back.
 *
 * @param <T> the kind of row
 */
public interface RowConverter<T> extends RowReader<T> {

	/**
	 * Makes columns.
	 * @param rows the rows
	 * @param withKeys whether to include the primary key
	 * @return a column per field
	 * @throws org.springframework.dao.DataIntegrityViolationException when a row holds
	 * what its field cannot
	 */
	ColumnSet write(List<? extends T> rows, boolean withKeys);

	/**
	 * Makes the columns of a partial update: of the primary key and of some fields.
	 * @param rows the rows
	 * @param properties the names of properties or fields
	 * @return a column per field
	 * @throws org.springframework.dao.DataIntegrityViolationException when a row holds
	 * what its field cannot
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when there is no
	 * such field, or none to write
	 */
	ColumnSet write(List<? extends T> rows, Collection<String> properties);

	/**
	 * Returns what a row says of itself, but for its key.
	 * @param row the row
	 * @return the names of the properties or fields that it has, which for a map may be
	 * null and for an entity are not
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
	 * @return the row, or a new one in its place when it cannot change
	 */
	T withKey(T row, Object generated);

	/**
	 * Gives rows the keys that are made here where they have none.
	 * @param rows the rows
	 * @return the rows, with new ones in place of those that cannot change
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
	 * @throws RuntimeException when there is none of that name
	 */
	default @Nullable FieldSchema field(String property) {
		return filterFields().field(property);
	}

	/**
	 * Returns the name by which the server knows a property.
	 * @param property the name of a property or field
	 * @return the name of the field, declared or dynamic
	 * @throws RuntimeException when there is none of that name
	 */
	default String fieldName(String property) {
		FieldSchema field = field(property);
		return (field != null) ? field.name() : property;
	}

	/**
	 * Returns the field that a search looks at.
	 * @param name the name of a property or field, {@code null} for the only vector
	 * @return the field's name
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when there is no
	 * such field, or several and no name
	 */
	String vectorField(@Nullable String name);

}
