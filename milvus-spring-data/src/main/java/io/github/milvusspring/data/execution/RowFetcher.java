package io.github.milvusspring.data.execution;

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
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.LongColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;

/**
 * Reads rows from one collection, as entities or maps.
 *
 * @param <T> the kind of row
 */
final class RowFetcher<T> {

	private static final String COUNT = "count(*)";

	private static final int KEYS_PER_CALL = 2_000;

	private final CollectionSchema collection;

	private final RowConverter<T> converter;

	private final RowTransport calls;

	private final ReadScopeFactory scopes;

	private final FilterWriter filters;

	RowFetcher(RowConverter<T> converter, RowTransport calls, ReadScopeFactory scopes) {
		this.collection = scopes.collection();
		this.converter = converter;
		this.calls = calls;
		this.scopes = scopes;
		this.filters = new FilterWriter(converter.filterFields(), calls.server());
	}

	/** Returns the reader that creates complete rows. */
	RowReader<T> rowReader() {
		return this.converter;
	}

	RowFetcher<T> withConsistency(ConsistencyLevel level) {
		return new RowFetcher<>(this.converter, this.calls,
				new ReadScopeFactory(this.scopes.collection(), this.converter, this.scopes.partitions(), level));
	}

	RowSearcher<T> searches(@Nullable EntityEmbedding<T> embedding) {
		return new RowSearcher<>(this.converter, this.calls, this.scopes, this.filters, embedding);
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

	/** Returns the keys that exist in the collection. */
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
				found.addAll((column != null) ? new LazyKeys(column) : List.of());
				return existing(keys, to, options, found);
			});
	}

	/** Returns whether a row satisfies a filter. */
	CompletableFuture<Boolean> exists(Filter filter, ReadOptions options) {
		String text = this.filters.write(filter);
		return (text == null) ? CompletableFuture.completedFuture(false)
				: this.calls
					.call(new QueryRequest(keyScope(options), text, window(FilterQuery.of(filter).withLimit(1))),
							options.timeout())
					.thenApply((reply) -> reply.rows().rows() > 0);
	}

	private <R> CompletableFuture<List<R>> read(QueryRequest request, ReadOptions options, RowReader<R> reader) {
		return this.calls.call(request, options.timeout()).thenApply((reply) -> reader.read(reply.rows()));
	}

	static boolean inOneCall(FilterQuery query) {
		return query.limit() > 0 && query.offset() <= VectorQuery.LARGEST_WINDOW - query.limit();
	}

	<R> CompletableFuture<List<R>> query(FilterQuery query, RowReader<R> reader) {
		String text = this.filters.write(query.filter());
		if (text == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		if (!inOneCall(query)) {
			return readPages(query, scope(query.options(), reader), reader::read);
		}
		return read(new QueryRequest(scope(query.options(), reader), text, window(query)), query.options(), reader);
	}

	private Map<String, String> window(FilterQuery query) {
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("limit", Integer.toString(query.limit()));
		if (query.offset() > 0) {
			parameters.put("offset", Long.toString(query.offset()));
		}
		if (this.calls.isLite()) {
			// Otherwise Milvus Lite ignores the limit if it finds
			// rows by key, and the order of rows is unstable.
			parameters.put("iterator", "True");
		}
		return parameters;
	}

	private <R> CompletableFuture<List<R>> readPages(FilterQuery query, ReadScope scope,
			Function<ColumnSet, List<R>> reader) {
		return readPages(query, scope, reader, KeysetPage.first(keyName(), query, this.calls.isLite()),
				new ArrayList<>(), query.offset());
	}

	// Loops while replies are already complete; with
	// thousands of pages, recursion would overflow the stack.
	private <R> CompletableFuture<List<R>> readPages(FilterQuery query, ReadScope scope,
			Function<ColumnSet, List<R>> reader, KeysetPage first, List<R> found, long offset) {
		long[] skip = { offset };
		KeysetPage page = first;
		while (page != null) {
			KeysetPage fetched = page;
			CompletableFuture<QueryReply> reply = fetch(query, fetched, scope);
			if (!reply.isDone()) {
				return reply.thenCompose((rows) -> {
					KeysetPage next = take(query, reader, fetched, rows, found, skip);
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

	private <R> @Nullable KeysetPage take(FilterQuery query, Function<ColumnSet, List<R>> reader, KeysetPage page,
			QueryReply reply, List<R> found, long[] skip) {
		List<R> rows = reader.apply(reply.rows());
		int from = (int) Math.min(skip[0], rows.size());
		skip[0] -= from;
		int room = (query.limit() > 0) ? query.limit() - found.size() : Integer.MAX_VALUE;
		found.addAll(rows.subList(from, (int) Math.min(rows.size(), from + (long) room)));
		return (query.limit() > 0 && found.size() >= query.limit()) ? null : page.after(reply);
	}

	private CompletableFuture<QueryReply> fetch(FilterQuery query, KeysetPage page, ReadScope scope) {
		String text = this.filters.write(page.filter());
		return (text != null)
				? this.calls.call(new QueryRequest(page.scope(scope), text, page.parameters()),
						query.options().timeout())
				: CompletableFuture.completedFuture(QueryReply.of(new ColumnSet(0, List.of()), 0));
	}

	<R> Stream<R> stream(FilterQuery query, RowReader<R> reader) {
		Stream<R> rows = pages(query, scope(query.options(), reader)).flatMap((page) -> reader.read(page).stream());
		return limited(rows, query);
	}

	<R> CompletableFuture<Window<R>> scroll(FilterQuery query, ScrollPosition position, RowReader<R> reader) {
		if (query.limit() == 0 || query.offset() > 0 || query.limit() >= VectorQuery.LARGEST_WINDOW) {
			throw new InvalidDataAccessApiUsageException("A window has a limit from 1 to "
					+ (VectorQuery.LARGEST_WINDOW - 1) + " and no offset: its position says where it begins");
		}
		FilterQuery oneMore = query.withLimit(query.limit() + 1);
		if (position instanceof OffsetScrollPosition offset) {
			long from = offset.isInitial() ? 0 : offset.getOffset() + 1;
			return keyed(oneMore.withOffset(from), reader)
				.thenApply((rows) -> window(rows, query.limit(), OffsetScrollPosition.positionFunction(from)));
		}
		KeysetScrollPosition keyset = (KeysetScrollPosition) position;
		if (keyset.scrollsBackward()) {
			throw new InvalidDataAccessApiUsageException("Milvus goes by the key forward only: scroll forward");
		}
		Object last = keyset.getKeys().get(keyName());
		Filter filter = (last != null) ? query.filter().and(Filter.where(keyName()).gt(last)) : query.filter();
		FilterQuery rest = FilterQuery.of(filter).withOptions(query.options()).withLimit(oneMore.limit());
		return keyed(rest, reader).thenApply((rows) -> window(rows, query.limit(),
				(index) -> ScrollPosition.forward(Map.of(keyName(), rows.get(index).getKey()))));
	}

	private <R> CompletableFuture<List<Map.Entry<Object, R>>> keyed(FilterQuery query, RowReader<R> reader) {
		return readPages(query, scope(query.options(), reader), (page) -> {
			List<R> results = reader.read(page);
			List<Object> keys = keys(page);
			return IntStream.range(0, keys.size())
				.mapToObj((row) -> Map.entry(keys.get(row), results.get(row)))
				.toList();
		});
	}

	private <R> Window<R> window(List<Map.Entry<Object, R>> rows, int limit,
			IntFunction<? extends ScrollPosition> positions) {
		return Window.from(rows.stream().limit(limit).map(Map.Entry::getValue).toList(), positions,
				rows.size() > limit);
	}

	CompletableFuture<List<Object>> keys(FilterQuery query) {
		return readPages(query, keyScope(query.options()), this::keys);
	}

	private List<Object> keys(ColumnSet page) {
		Column keys = page.find(keyName());
		return (keys != null) ? new LazyKeys(keys) : List.of();
	}

	private static <R> Stream<R> limited(Stream<R> rows, FilterQuery query) {
		Stream<R> rest = (query.offset() > 0) ? rows.skip(query.offset()) : rows;
		return (query.limit() > 0) ? rest.limit(query.limit()) : rest;
	}

	private Stream<ColumnSet> pages(FilterQuery query, ReadScope scope) {
		return KeysetIterator.stream(KeysetPage.first(keyName(), query, this.calls.isLite()),
				(page) -> RowTransport.await(fetch(query, page, scope)));
	}

	CompletableFuture<Long> count(Filter filter, ReadOptions options) {
		String text = this.filters.write(filter);
		if (text == null) {
			return CompletableFuture.completedFuture(0L);
		}
		if (text.isEmpty() && !options.partitions().isEmpty()) {
			// Milvus Lite ignores the partitions of a count without a filter.
			text = this.filters.write(MatchAllFilter.of(this.collection));
		}
		ReadScope scope = this.scopes.of(options, List.of(COUNT));
		return this.calls.call(new QueryRequest(scope, (text != null) ? text : "", Map.of()), options.timeout())
			.thenApply((counted) -> (counted.rows().find(COUNT) instanceof LongColumn longs && longs.rows() > 0)
					? longs.get(0) : 0L);
	}

	/** Returns the filter that only the row with the given key satisfies. */
	Filter byKey(@Nullable Object id) {
		if (id == null) {
			throw new InvalidDataAccessApiUsageException("The key to find in '" + this.collection.name() + "' is null");
		}
		return Filter.where(keyName()).is(id);
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
