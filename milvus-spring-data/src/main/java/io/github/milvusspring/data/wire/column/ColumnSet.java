package io.github.milvusspring.data.wire.column;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Rows, stored as columns of equal length.
 *
 * @param rows the number of rows
 * @param columns the columns
 */
public record ColumnSet(int rows, List<Column> columns) {

	/**
	 * Finds a column by the name of its field.
	 * @param name the field's name
	 * @return the column, {@code null} when there is none
	 */
	public @Nullable Column find(String name) {
		for (Column column : this.columns) {
			if (column.name().equals(name)) {
				return column;
			}
		}
		return null;
	}

	/**
	 * Returns some of the rows.
	 * @param selected the indexes of the rows to keep, in the new order
	 * @return the new columns
	 */
	public ColumnSet select(int[] selected) {
		return new ColumnSet(selected.length, this.columns.stream().map((column) -> column.select(selected)).toList());
	}

}
