package io.github.milvusspring.data.query;

import org.springframework.util.Assert;

/**
 * A limit on the number of hits that a search returns for each value of a field.
 *
 * @param field the property or field whose values form the groups
 * @param size the maximum number of hits of each group
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
	 * @param field the property or field whose values form the groups
	 * @return the grouping with one hit for each group
	 */
	public static Grouping by(String field) {
		Assert.notNull(field, "Field must not be null");
		return new Grouping(field, 1, false);
	}

	/**
	 * Returns a copy with larger groups.
	 * @param size the maximum number of hits of each group
	 * @return the copy
	 */
	public Grouping withSize(int size) {
		return new Grouping(this.field, size, this.strict);
	}

	/**
	 * Returns a copy that searches more of the index to fill every group if possible.
	 * @return the copy
	 */
	public Grouping strictly() {
		return new Grouping(this.field, this.size, true);
	}

}
