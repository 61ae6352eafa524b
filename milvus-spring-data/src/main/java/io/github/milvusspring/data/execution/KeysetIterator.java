package io.github.milvusspring.data.execution;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.column.ColumnSet;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages of rows in the order of their keys, each page when it is requested.
 */
final class KeysetIterator implements Iterator<ColumnSet> {

	private final Function<KeysetPage, QueryReply> fetch;

	private @Nullable KeysetPage next;

	private @Nullable ColumnSet fetched;

	private KeysetIterator(KeysetPage first, Function<KeysetPage, QueryReply> fetch) {
		this.next = first;
		this.fetch = fetch;
	}

	static Stream<ColumnSet> stream(KeysetPage first, Function<KeysetPage, QueryReply> fetch) {
		int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
		KeysetIterator pages = new KeysetIterator(first, fetch);
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, characteristics), false);
	}

	@Override
	public boolean hasNext() {
		if (this.fetched == null && this.next != null) {
			QueryReply reply = this.fetch.apply(this.next);
			ColumnSet page = reply.rows();
			this.next = this.next.after(reply);
			this.fetched = (page.rows() > 0) ? page : null;
		}
		return this.fetched != null;
	}

	@Override
	public ColumnSet next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		ColumnSet page = Objects.requireNonNull(this.fetched);
		this.fetched = null;
		return page;
	}

}
