package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.github.milvusspring.data.write.WriteOptions;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of many batches come from.
 *
 * @param <T> the kind of row
 * @param rows the rows
 * @param embedding makes vectors from texts, {@code null} where rows have theirs
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
	 * Makes rows ready to be encoded.
	 * @param taken the rows
	 * @param from the first of them, counted over all batches
	 * @param options the options of the write
	 */
	List<T> ready(List<T> taken, long from, WriteOptions options) {
		return (this.embedding != null) ? this.embedding.embed(taken, from, options) : taken;
	}

}
