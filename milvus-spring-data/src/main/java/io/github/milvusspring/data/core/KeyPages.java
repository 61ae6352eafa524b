package io.github.milvusspring.data.core;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import org.jspecify.annotations.Nullable;

/**
 * All rows that match a filter, page by page in the order of their keys, so that each row
 * is met once however many there are and whoever writes meanwhile.
 */
final class KeyPages implements Iterator<Columns> {

	private static final int PAGE = 1_000;

	// Asks the server for the rows with the smallest keys, in their order.
	private static final Map<String, String> PARAMETERS = Map.of("limit", Integer.toString(PAGE), "iterator", "True",
			"reduce_stop_for_best", "True");

	private final String key;

	private final Filter filter;

	private final BiFunction<Filter, Map<String, String>, Columns> fetch;

	private @Nullable Columns next;

	private @Nullable Object last;

	private boolean finished;

	private KeyPages(String key, Filter filter, BiFunction<Filter, Map<String, String>, Columns> fetch) {
		this.key = key;
		this.filter = filter;
		this.fetch = fetch;
	}

	static Stream<Columns> of(String key, Filter filter, BiFunction<Filter, Map<String, String>, Columns> fetch) {
		KeyPages pages = new KeyPages(key, filter, fetch);
		int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, characteristics), false);
	}

	@Override
	public boolean hasNext() {
		if (this.next == null && !this.finished) {
			Filter rest = (this.last != null) ? this.filter.and(Filter.where(this.key).gt(this.last)) : this.filter;
			Columns page = this.fetch.apply(rest, PARAMETERS);
			this.finished = page.rows() < PAGE;
			if (page.rows() > 0) {
				Column keys = Objects.requireNonNull(page.find(this.key));
				this.last = keys.value(page.rows() - 1);
				this.next = page;
			}
		}
		return this.next != null;
	}

	@Override
	public Columns next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		Columns page = Objects.requireNonNull(this.next);
		this.next = null;
		return page;
	}

}
