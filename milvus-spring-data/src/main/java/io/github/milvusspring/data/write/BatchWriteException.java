package io.github.milvusspring.data.write;

import java.util.List;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * Thrown when some rows of a write in batches could not be written. It reports which rows
 * were written, which were not, and for which this is unknown.
 */
public final class BatchWriteException extends NonTransientDataAccessException {

	private final List<RowRange> written;

	private final List<RowRange> notWritten;

	private final List<RowRange> unknown;

	private final long read;

	public BatchWriteException(List<RowRange> written, List<RowRange> notWritten, List<RowRange> unknown, long read,
			Throwable cause) {
		super("Written: " + describe(written) + "; not written: " + describe(notWritten)
				+ "; not known whether written: " + describe(unknown) + "; rows from " + read
				+ " on were not read. The first failure was: " + cause.getMessage(), cause);
		this.written = List.copyOf(written);
		this.notWritten = List.copyOf(notWritten);
		this.unknown = List.copyOf(unknown);
		this.read = read;
	}

	private static String describe(List<RowRange> ranges) {
		return ranges.isEmpty() ? "none" : String.join(", ", ranges.stream().map(RowRange::toString).toList());
	}

	/**
	 * Returns the rows that were written.
	 * @return the rows, in order
	 */
	public List<RowRange> getWritten() {
		return this.written;
	}

	/**
	 * Returns the rows that were read from the source and were certainly not written.
	 * @return the rows, in order
	 */
	public List<RowRange> getNotWritten() {
		return this.notWritten;
	}

	/**
	 * Returns the rows for which it is unknown whether they were written: the server did
	 * not reply to their batch, or replied with an error that does not mean that it
	 * refused them.
	 * @return the rows, in order
	 */
	public List<RowRange> getUnknown() {
		return this.unknown;
	}

	/**
	 * Returns how many rows were read from the source. The rows after them were not
	 * written.
	 * @return the number of rows
	 */
	public long getRead() {
		return this.read;
	}

}
