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
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.convert.RowReader;
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
		this.filters = new FilterWriter(converter.filterFields(), calls.server());
	}

	/** Makes whole rows. */
	RowReader<T> whole() {
		return this.converter;
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
		CompletableFuture<List<T>> rows = read(new QueryRequest(scope(options, this.converter), text, Map.of()),
				options, this.converter);
		return (to == keys.size()) ? rows : rows.thenCompose((first) -> get(keys, to, options).thenApply((rest) -> {
			List<T> all = new ArrayList<>(first);
			all.addAll(rest);
			return all;
		}));
	}

	/** Which of the keys are there. */
	CompletableFuture<Set<Object>> existing(List<Object> keys, ReadOptions options) {
		return existing(keys, 0, options, new HashSet<>());
	}

	private CompletableFuture<Set<Object>> existing(List<Object> keys, int from, ReadOptions options,
			Set<Object> found) {
		int to = Math.min(from + KEYS_PER_CALL, keys.size());
		String text = this.filters.write(Filter.where(keyName()).in(keys.subList(from, to)));
		if (text == null) {
			return CompletableFuture.completedFuture(found);
		}
		return this.calls.call(new QueryRequest(keyScope(options), text, Map.of()), options.timeout())
			.thenCompose((reply) -> {
				Column column = reply.rows().find(keyName());
				found.addAll((column != null) ? new KeyList(column) : List.of());
				return existing(keys, to, options, found);
			});
	}

	/** Whether a row satisfies a filter. */
	CompletableFuture<Boolean> exists(Filter filter, ReadOptions options) {
		String text = this.filters.write(filter);
		return (text == null) ? CompletableFuture.completedFuture(false)
				: this.calls
					.call(new QueryRequest(keyScope(options), text, window(ScalarQuery.of(filter).withLimit(1))),
							options.timeout())
					.thenApply((reply) -> reply.rows().rows() > 0);
	}

	private <R> CompletableFuture<List<R>> read(QueryRequest request, ReadOptions options, RowReader<R> reader) {
		return this.calls.call(request, options.timeout()).thenApply((reply) -> reader.read(reply.rows()));
	}

	static boolean inOneCall(ScalarQuery query) {
		return query.limit() > 0 && query.offset() <= VectorQuery.LARGEST_WINDOW - query.limit();
	}

	<R> CompletableFuture<List<R>> query(ScalarQuery query, RowReader<R> reader) {
		String text = this.filters.write(query.filter());
		if (text == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		if (!inOneCall(query)) {
			return readPages(query, scope(query.options(), reader), reader::read);
		}
		return read(new QueryRequest(scope(query.options(), reader), text, window(query)), query.options(), reader);
	}

	private Map<String, String> window(ScalarQuery query) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("limit", Integer.toString(query.limit()));
		if (query.offset() > 0) {
			parameters.put("offset", Long.toString(query.offset()));
		}
		if (this.calls.isLite()) {
			// Else it ignores the limit for keys, and has an order that changes.
			parameters.put("iterator", "True");
		}
		return parameters;
	}

	private <R> CompletableFuture<List<R>> readPages(ScalarQuery query, ReadScope scope,
			Function<Columns, List<R>> reader) {
		return readPages(query, scope, reader, KeyPage.first(keyName(), query, this.calls.isLite()), new ArrayList<>(),
				query.offset());
	}

	// A loop as long as answers are there at once: thousands of pages would fill the
	// stack.
	private <R> CompletableFuture<List<R>> readPages(ScalarQuery query, ReadScope scope,
			Function<Columns, List<R>> reader, KeyPage first, List<R> found, long offset) {
		long[] skip = { offset };
		KeyPage page = first;
		while (page != null) {
			KeyPage fetched = page;
			CompletableFuture<QueryReply> reply = fetch(query, fetched, scope);
			if (!reply.isDone()) {
				return reply.thenCompose((rows) -> {
					KeyPage next = take(query, reader, fetched, rows, found, skip);
					return (next != null) ? readPages(query, scope, reader, next, found, skip[0])
							: CompletableFuture.completedFuture(found);
				});
			}
			if (reply.isCompletedExceptionally()) {
				return reply.thenApply((rows) -> found);
			}
			page = take(query, reader, fetched, reply.join(), found, skip);
		}
		return CompletableFuture.completedFuture(found);
	}

	private <R> @Nullable KeyPage take(ScalarQuery query, Function<Columns, List<R>> reader, KeyPage page,
			QueryReply reply, List<R> found, long[] skip) {
		List<R> rows = reader.apply(reply.rows());
		int from = (int) Math.min(skip[0], rows.size());
		skip[0] -= from;
		int room = (query.limit() > 0) ? query.limit() - found.size() : Integer.MAX_VALUE;
		found.addAll(rows.subList(from, (int) Math.min(rows.size(), from + (long) room)));
		return (query.limit() > 0 && found.size() >= query.limit()) ? null : page.after(reply);
	}

	private CompletableFuture<QueryReply> fetch(ScalarQuery query, KeyPage page, ReadScope scope) {
		String text = this.filters.write(page.filter());
		return (text != null)
				? this.calls.call(new QueryRequest(page.scope(scope), text, page.parameters()),
						query.options().timeout())
				: CompletableFuture.completedFuture(QueryReply.of(new Columns(0, List.of()), 0));
	}

	<R> Stream<R> stream(ScalarQuery query, RowReader<R> reader) {
		Stream<R> rows = pages(query, scope(query.options(), reader)).flatMap((page) -> reader.read(page).stream());
		return limited(rows, query);
	}

	<R> Window<R> scroll(ScalarQuery query, ScrollPosition position, RowReader<R> reader) {
		if (query.limit() == 0 || query.offset() > 0 || query.limit() >= VectorQuery.LARGEST_WINDOW) {
			throw new InvalidDataAccessApiUsageException("A window has a limit from 1 to "
					+ (VectorQuery.LARGEST_WINDOW - 1) + " and no offset: its position says where it begins");
		}
		ScalarQuery oneMore = query.withLimit(query.limit() + 1);
		if (position instanceof OffsetScrollPosition offset) {
			long from = offset.isInitial() ? 0 : offset.getOffset() + 1;
			List<Map.Entry<Object, R>> rows = keyed(oneMore.withOffset(from), reader);
			return window(rows, query.limit(), OffsetScrollPosition.positionFunction(from));
		}
		KeysetScrollPosition keyset = (KeysetScrollPosition) position;
		if (keyset.scrollsBackward()) {
			throw new InvalidDataAccessApiUsageException("Milvus goes by the key forward only: scroll forward");
		}
		Object last = keyset.getKeys().get(keyName());
		Filter filter = (last != null) ? query.filter().and(Filter.where(keyName()).gt(last)) : query.filter();
		List<Map.Entry<Object, R>> rows = keyed(
				ScalarQuery.of(filter).withOptions(query.options()).withLimit(oneMore.limit()), reader);
		return window(rows, query.limit(),
				(index) -> ScrollPosition.forward(Map.of(keyName(), rows.get(index).getKey())));
	}

	private <R> List<Map.Entry<Object, R>> keyed(ScalarQuery query, RowReader<R> reader) {
		Stream<Map.Entry<Object, R>> rows = pages(query, scope(query.options(), reader)).flatMap((page) -> {
			List<R> results = reader.read(page);
			KeyList keys = new KeyList(Objects.requireNonNull(page.find(keyName())));
			return IntStream.range(0, keys.size()).mapToObj((row) -> Map.entry(keys.get(row), results.get(row)));
		});
		return limited(rows, query).toList();
	}

	private <R> Window<R> window(List<Map.Entry<Object, R>> rows, int limit,
			IntFunction<? extends ScrollPosition> positions) {
		return Window.from(rows.stream().limit(limit).map(Map.Entry::getValue).toList(), positions,
				rows.size() > limit);
	}

	CompletableFuture<List<Object>> keys(ScalarQuery query) {
		return readPages(query, keyScope(query.options()), this::keys);
	}

	private List<Object> keys(Columns page) {
		Column keys = page.find(keyName());
		return (keys != null) ? new KeyList(keys) : List.of();
	}

	Stream<Object> keyStream(ScalarQuery query) {
		Stream<Object> keys = pages(query, keyScope(query.options()))
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
		return this.calls.call(new QueryRequest(scope, (text != null) ? text : "", Map.of()), options.timeout())
			.thenApply((counted) -> (counted.rows().find(COUNT) instanceof LongColumn longs && longs.rows() > 0)
					? longs.get(0) : 0L);
	}

	private String keyName() {
		return this.collection.primaryKey().name();
	}

	private ReadScope scope(ReadOptions options, RowReader<?> reader) {
		return this.scopes.of(options, reader);
	}

	private ReadScope keyScope(ReadOptions options) {
		return this.scopes.of(options, List.of(keyName()));
	}

}
