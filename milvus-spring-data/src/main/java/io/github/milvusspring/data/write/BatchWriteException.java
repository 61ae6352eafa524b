package io.github.milvusspring.data.write;

import java.util.List;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * Of many rows, some could not be written: says exactly which.
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
	 * Returns the rows that are written.
	 * @return the rows, in order
	 */
	public List<RowRange> getWritten() {
		return this.written;
	}

	/**
	 * Returns the rows that were read and are certainly not written.
	 * @return the rows, in order
	 */
	public List<RowRange> getNotWritten() {
		return this.notWritten;
	}

	/**
	 * Returns the rows that may be written or not: their batch was not answered, or by an
	 * error that does not refuse them.
	 * @return the rows, in order
	 */
	public List<RowRange> getUnknown() {
		return this.unknown;
	}

	/**
	 * Returns how many rows were taken from the source; those after are not written.
	 * @return the number of rows
	 */
	public long getRead() {
		return this.read;
	}

}
