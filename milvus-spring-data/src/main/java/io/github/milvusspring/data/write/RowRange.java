package io.github.milvusspring.data.write;

/**
 * A range of consecutive rows, counted from 0 in the order in which the application
 * passed them.
 *
 * @param from the number of the first row
 * @param to the number after the last row
 */
public record RowRange(long from, long to) {

	@Override
	public String toString() {
		return (this.to - this.from == 1) ? "row " + this.from : "rows " + this.from + " to " + (this.to - 1);
	}

}
