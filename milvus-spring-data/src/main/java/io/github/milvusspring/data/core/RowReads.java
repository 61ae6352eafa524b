package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.LongColumn;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * Reads rows of one kind from one collection.
 *
 * @param <T> the kind of row
 */
final class RowReads<T> {

	private static final String COUNT = "count(*)";

	private static final int KEYS_PER_CALL = 2_000;

	private final CollectionSchema collection;

	private final RowConverter<T> converter;

	private final RowCalls calls;

	private final ReadScopes scopes;

	private final FilterWriter filters;

	RowReads(RowConverter<T> converter, RowCalls calls, ReadScopes scopes) {
		this.collection = scopes.collection();
		this.converter = converter;
		this.calls = calls;
		this.scopes = scopes;
		this.filters = new FilterWriter(converter::field, converter::toStored, calls.isLite());
	}

	RowReads<T> withConsistency(ConsistencyLevel level) {
		return new RowReads<>(this.converter, this.calls,
				new ReadScopes(this.scopes.collection(), this.converter, this.scopes.partitions(), level));
	}

	RowSearches<T> searches(@Nullable EntityEmbedding<T> embedding) {
		return new RowSearches<>(this.converter, this.calls, this.scopes, this.filters, embedding);
	}

	CompletableFuture<List<T>> get(Collection<?> keys, ReadOptions options) {
		List<Object> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
		if (distinct.stream().anyMatch(Objects::isNull)) {
			throw new InvalidDataAccessApiUsageException("A key to find is null");
		}
		return get(distinct, 0, options);
	}

	private CompletableFuture<List<T>> get(List<Object> keys, int from, ReadOptions options) {
		int to = Math.min(from + KEYS_PER_CALL, keys.size());
		String text = this.filters.write(Filter.where(keyName()).in(keys.subList(from, to)));
		if (text == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		CompletableFuture<List<T>> rows = read(new QueryRequest(scope(options), text, Map.of()), options);
		return (to == keys.size()) ? rows : rows.thenCompose((first) -> get(keys, to, options).thenApply((rest) -> {
			List<T> all = new ArrayList<>(first);
			all.addAll(rest);
			return all;
		}));
	}

	/** Which of the keys are there. */
	CompletableFuture<Set<Object>> existing(List<Object> keys, ReadOptions options) {
		return existing(keys, 0, options.withOutputFields(keyName()), new HashSet<>());
	}

	private CompletableFuture<Set<Object>> existing(List<Object> keys, int from, ReadOptions options,
			Set<Object> found) {
		int to = Math.min(from + KEYS_PER_CALL, keys.size());
		String text = this.filters.write(Filter.where(keyName()).in(keys.subList(from, to)));
		if (text == null) {
			return CompletableFuture.completedFuture(found);
		}
		return this.calls.query(new QueryRequest(scope(options), text, Map.of()), options.timeout())
			.thenCompose((reply) -> {
				Column column = reply.rows().find(keyName());
				found.addAll((column != null) ? new KeyList(column) : List.of());
				return existing(keys, to, options, found);
			});
	}

	private CompletableFuture<List<T>> read(QueryRequest request, ReadOptions options) {
		return this.calls.query(request, options.timeout()).thenApply((reply) -> this.converter.read(reply.rows()));
	}

	static boolean inOneCall(ScalarQuery query) {
		return query.limit() > 0 && query.offset() <= VectorQuery.LARGEST_WINDOW - query.limit();
	}

	CompletableFuture<List<T>> query(ScalarQuery query) {
		String text = this.filters.write(query.filter());
		if (text == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		if (!inOneCall(query)) {
			return readPages(query, KeyPage.first(keyName(), query, this.calls.isLite()), new ArrayList<>(),
					query.offset());
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("limit", Integer.toString(query.limit()));
		if (query.offset() > 0) {
			parameters.put("offset", Long.toString(query.offset()));
		}
		if (this.calls.isLite()) {
			// Else it ignores the limit for keys, and has an order that changes.
			parameters.put("iterator", "True");
		}
		return read(new QueryRequest(scope(query.options()), text, parameters), query.options());
	}

	// A loop as long as answers are there at once: thousands of pages would fill the
	// stack.
	private CompletableFuture<List<T>> readPages(ScalarQuery query, KeyPage first, List<T> found, long offset) {
		long[] skip = { offset };
		KeyPage page = first;
		while (page != null) {
			KeyPage fetched = page;
			CompletableFuture<QueryReply> reply = fetch(query, fetched, scope(query.options()));
			if (!reply.isDone()) {
				return reply.thenCompose((rows) -> {
					KeyPage next = take(query, fetched, rows, found, skip);
					return (next != null) ? readPages(query, next, found, skip[0])
							: CompletableFuture.completedFuture(found);
				});
			}
			if (reply.isCompletedExceptionally()) {
				return reply.thenApply((rows) -> found);
			}
			page = take(query, fetched, reply.join(), found, skip);
		}
		return CompletableFuture.completedFuture(found);
	}

	private @Nullable KeyPage take(ScalarQuery query, KeyPage page, QueryReply reply, List<T> found, long[] skip) {
		List<T> rows = this.converter.read(reply.rows());
		int from = (int) Math.min(skip[0], rows.size());
		skip[0] -= from;
		int room = (query.limit() > 0) ? query.limit() - found.size() : Integer.MAX_VALUE;
		found.addAll(rows.subList(from, (int) Math.min(rows.size(), from + (long) room)));
		return (query.limit() > 0 && found.size() >= query.limit()) ? null : page.after(reply);
	}

	private CompletableFuture<QueryReply> fetch(ScalarQuery query, KeyPage page, ReadScope scope) {
		String text = this.filters.write(page.filter());
		return (text != null)
				? this.calls.query(new QueryRequest(page.scope(scope), text, page.parameters()),
						query.options().timeout())
				: CompletableFuture.completedFuture(QueryReply.of(new Columns(0, List.of()), 0));
	}

	Stream<T> stream(ScalarQuery query) {
		Stream<T> rows = pages(query, scope(query.options())).flatMap((page) -> this.converter.read(page).stream());
		return limited(rows, query);
	}

	Window<T> scroll(ScalarQuery query, ScrollPosition position) {
		if (query.limit() == 0 || query.offset() > 0 || query.limit() >= VectorQuery.LARGEST_WINDOW) {
			throw new InvalidDataAccessApiUsageException("A window has a limit from 1 to "
					+ (VectorQuery.LARGEST_WINDOW - 1) + " and no offset: its position says where it begins");
		}
		ScalarQuery oneMore = query.withLimit(query.limit() + 1);
		if (position instanceof OffsetScrollPosition offset) {
			long from = offset.isInitial() ? 0 : offset.getOffset() + 1;
			List<T> rows = limited(stream(ScalarQuery.of(query.filter()).withOptions(query.options())),
					oneMore.withOffset(from))
				.toList();
			return window(rows, query.limit(), OffsetScrollPosition.positionFunction(from));
		}
		KeysetScrollPosition keyset = (KeysetScrollPosition) position;
		if (keyset.scrollsBackward()) {
			throw new InvalidDataAccessApiUsageException("Milvus goes by the key forward only: scroll forward");
		}
		Object last = keyset.getKeys().get(keyName());
		Filter filter = (last != null) ? query.filter().and(Filter.where(keyName()).gt(last)) : query.filter();
		List<T> rows = stream(ScalarQuery.of(filter).withOptions(query.options()).withLimit(oneMore.limit())).toList();
		return window(rows, query.limit(), (index) -> ScrollPosition
			.forward(Map.of(keyName(), Objects.requireNonNull(this.converter.key(rows.get(index))))));
	}

	private Window<T> window(List<T> rows, int limit, IntFunction<? extends ScrollPosition> positions) {
		boolean more = rows.size() > limit;
		return Window.from(more ? rows.subList(0, limit) : rows, positions, more);
	}

	List<Object> keys(ScalarQuery query) {
		return keyStream(query).toList();
	}

	Stream<Object> keyStream(ScalarQuery query) {
		ReadScope scope = scope(query.options().withOutputFields(keyName()));
		Stream<Object> keys = pages(query, scope)
			.flatMap((page) -> new KeyList(Objects.requireNonNull(page.find(keyName()))).stream());
		return limited(keys, query);
	}

	private static <R> Stream<R> limited(Stream<R> rows, ScalarQuery query) {
		Stream<R> rest = (query.offset() > 0) ? rows.skip(query.offset()) : rows;
		return (query.limit() > 0) ? rest.limit(query.limit()) : rest;
	}

	private Stream<Columns> pages(ScalarQuery query, ReadScope scope) {
		return KeyPages.stream(KeyPage.first(keyName(), query, this.calls.isLite()),
				(page) -> RowCalls.await(fetch(query, page, scope)));
	}

	CompletableFuture<Long> count(Filter filter, ReadOptions options) {
		String text = this.filters.write(filter);
		if (text == null) {
			return CompletableFuture.completedFuture(0L);
		}
		if (text.isEmpty() && !options.partitions().isEmpty()) {
			// Milvus Lite ignores the partitions of a count without a filter.
			text = this.filters.write(Everything.of(this.collection));
		}
		ReadScope scope = this.scopes.of(options, List.of(COUNT));
		return this.calls.query(new QueryRequest(scope, (text != null) ? text : "", Map.of()), options.timeout())
			.thenApply((counted) -> (counted.rows().find(COUNT) instanceof LongColumn longs && longs.rows() > 0)
					? longs.get(0) : 0L);
	}

	private String keyName() {
		return this.collection.primaryKey().name();
	}

	private ReadScope scope(ReadOptions options) {
		return this.scopes.of(options);
	}

}
