package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.milvusspring.data.write.WriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * The source of the rows of many batches.
 *
 * @param <T> the kind of row
 * @param rows the rows
 * @param embedding computes vectors from texts, {@code null} if rows contain their
 * vectors
 */
record RowSource<T>(Iterator<? extends T> rows, @Nullable EntityEmbedding<T> embedding) {

	static <T> RowSource<T> of(Iterator<? extends T> rows) {
		return new RowSource<>(rows, null);
	}

	boolean hasNext() {
		return this.rows.hasNext();
	}

	List<T> take(int most) {
		List<T> taken = new ArrayList<>(most);
		while (taken.size() < most && this.rows.hasNext()) {
			taken.add(this.rows.next());
		}
		return taken;
	}

	/**
	 * Computes the missing vectors of rows, after which the rows can be encoded.
	 * @param taken the rows
	 * @param from the index of the first row, counted over all batches
	 * @param options the options of the write
	 */
	List<T> ready(List<T> taken, long from, WriteOptions options) {
		return (this.embedding != null) ? this.embedding.embed(taken, from, options) : taken;
	}

}
