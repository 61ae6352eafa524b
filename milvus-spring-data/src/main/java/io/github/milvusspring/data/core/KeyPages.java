package io.github.milvusspring.data.core;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.QueryReply;
import org.jspecify.annotations.Nullable;

/**
 * Fetches one page after the other, each when it is asked for.
 */
final class KeyPages implements Iterator<Columns> {

	private final Function<KeyPage, QueryReply> fetch;

	private @Nullable KeyPage next;

	private @Nullable Columns fetched;

	private KeyPages(KeyPage first, Function<KeyPage, QueryReply> fetch) {
		this.next = first;
		this.fetch = fetch;
	}

	static Stream<Columns> stream(KeyPage first, Function<KeyPage, QueryReply> fetch) {
		int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
		KeyPages pages = new KeyPages(first, fetch);
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, characteristics), false);
	}

	@Override
	public boolean hasNext() {
		if (this.fetched == null && this.next != null) {
			QueryReply reply = this.fetch.apply(this.next);
			Columns page = reply.rows();
			this.next = this.next.after(reply);
			this.fetched = (page.rows() > 0) ? page : null;
		}
		return this.fetched != null;
	}

	@Override
	public Columns next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		Columns page = Objects.requireNonNull(this.fetched);
		this.fetched = null;
		return page;
	}

}
