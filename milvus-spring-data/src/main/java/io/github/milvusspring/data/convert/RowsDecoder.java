package io.github.milvusspring.data.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Creates results directly from columns. If a row cannot be read, the exception names the
 * field that is the reason.
 *
 * @param <R> the type of a result
 */
abstract class RowsDecoder<R> implements RowReader<R> {

	private final SelectedColumns slots;

	private final String result;

	/**
	 * Creates a reader.
	 * @param slots the columns
	 * @param result the class of a result, for messages
	 */
	RowsDecoder(SelectedColumns slots, Class<?> result) {
		this.slots = slots;
		this.result = result.getSimpleName();
	}

	final SelectedColumns slots() {
		return this.slots;
	}

	/**
	 * Creates results.
	 * @param columns the columns, {@code null} for one that was not requested
	 * @param rows the number of rows
	 * @param made the list to which the results are added
	 */
	abstract void read(@Nullable Column[] columns, int rows, List<R> made) throws Throwable;

	@Override
	public List<String> outputFields() {
		return this.slots.outputFields();
	}

	@Override
	public final List<R> read(ColumnSet columns) {
		return read(this.slots.columns(columns::find), columns.rows(), (row) -> {
			Column keys = columns.find(this.slots.entity().getRequiredIdProperty().getFieldName());
			return "The row '" + ((keys != null) ? keys.value(row) : row) + "' of collection '"
					+ this.slots.entity().getCollection().name() + "'";
		});
	}

	/** Reads structs, with the names of the columns in a separate list. */
	final List<R> read(List<String> names, List<Column> columns, int rows) {
		return read(this.slots.columns((name) -> names.contains(name) ? columns.get(names.indexOf(name)) : null), rows,
				(row) -> "Struct " + row);
	}

	private List<R> read(@Nullable Column[] columns, int rows, IntFunction<String> description) {
		List<R> made = new ArrayList<>(rows);
		try {
			read(columns, rows, made);
		}
		catch (Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw unreadable(description.apply(made.size()), columns, made.size(), ex);
		}
		return made;
	}

	private DataAccessException unreadable(String row, @Nullable Column[] columns, int index, Throwable failure) {
		for (MilvusPersistentProperty property : this.slots.properties()) {
			Throwable cause = this.slots.failure(property, columns, index);
			if (cause != null) {
				return new DataRetrievalFailureException(
						row + " cannot be read: its field '" + this.slots.field(property) + "' is no "
								+ property.getTypeInformation() + ": " + message(cause),
						cause);
			}
		}
		String message = row + " cannot become a " + this.result + ": " + message(failure);
		return Arrays.stream(columns)
			.allMatch(Objects::nonNull)
					? new DataRetrievalFailureException(message, failure)
					: new InvalidDataAccessApiUsageException(
							message + ". Some of its fields were not asked for: read all of"
									+ " them, or read the others into a record or interface that shows no more",
							failure);
	}

	private static String message(Throwable ex) {
		return (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
	}

}
