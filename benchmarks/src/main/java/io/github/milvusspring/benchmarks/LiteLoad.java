package io.github.milvusspring.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What Milvus Lite does with one setting and one number of rows.
 *
 * @param memoryTable the size of its memory table
 * @param rows the number of rows of 384 floats
 * @param ingest rows a second while they are loaded
 * @param search milliseconds of a search for ten rows right after the load
 * @param query milliseconds of a filter by a number that returns 100 rows
 * @param count milliseconds of a count of all rows
 * @param find milliseconds of a look-up by key
 * @param mixed operations a second of 64 threads
 * @param memory megabytes of memory at the most
 */
record LiteLoad(String memoryTable, int rows, double ingest, double search, double query, double count, double find,
		double mixed, double memory) {

	String row(List<LiteLoad> all) {
		String row = String.format(Locale.ROOT,
				"%7d rows, memory table %6s: %6.0f rows/s, search %7.1f ms, query %7.1f ms, count %7.1f ms, "
						+ "find %5.1f ms, mixed %6.1f ops/s, %5.0f MB",
				this.rows, this.memoryTable, this.ingest, this.search, this.query, this.count, this.find, this.mixed,
				this.memory);
		return all.stream()
			.filter((first) -> first.rows == this.rows)
			.findFirst()
			.map((first) -> row + String.format(Locale.ROOT,
					" | ingest x %.2f, search x %.1f, query x %.1f, count x %.1f, mixed x %.1f",
					this.ingest / first.ingest, first.search / this.search, first.query / this.query,
					first.count / this.count, this.mixed / first.mixed))
			.orElse(row);
	}

}
