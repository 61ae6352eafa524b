package io.github.milvusspring.data.query;

import org.springframework.util.Assert;

/**
 * At most so many hits of each value of a field.
 *
 * @param field the property or field whose values make the groups
 * @param size the most hits of each group
 * @param strict whether more of the index is searched to fill every group
 */
public record Grouping(String field, int size, boolean strict) {

	public Grouping {
		Assert.notNull(field, "Field must not be null");
		if (size < 1) {
			throw new IllegalArgumentException("A group of '" + field + "' has a size from 1 on, not " + size);
		}
	}

	/**
	 * Groups by a field.
	 * @param field the property or field whose values make the groups
	 * @return one hit of each group
	 */
	public static Grouping by(String field) {
		Assert.notNull(field, "Field must not be null");
		return new Grouping(field, 1, false);
	}

	/**
	 * Returns a copy with larger groups.
	 * @param size the most hits of each group
	 * @return the copy
	 */
	public Grouping withSize(int size) {
		return new Grouping(this.field, size, this.strict);
	}

	/**
	 * Returns a copy that fills every group if it can.
	 * @return the copy
	 */
	public Grouping strictly() {
		return new Grouping(this.field, this.size, true);
	}

}
