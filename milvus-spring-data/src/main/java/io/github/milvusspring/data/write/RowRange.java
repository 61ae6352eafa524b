package io.github.milvusspring.data.write;

/**
 * Rows next to each other, counted from 0 in the order they were handed in.
 *
 * @param from the first row
 * @param to the row after the last
 */
public record RowRange(long from, long to) {

	@Override
	public String toString() {
		return (this.to - this.from == 1) ? "row " + this.from : "rows " + this.from + " to " + (this.to - 1);
	}

}
