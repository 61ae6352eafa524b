package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.FloatVectors;
import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.ConsistencyLevel;
import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.Metric;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.ScalarQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.LongColumn;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.SearchReply;
import io.github.milvusspring.data.wire.SearchRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;

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

	private final KnownPartitions partitions;

	private final ConsistencyLevel consistency;

	private final FilterWriter filters;

	RowReads(CollectionSchema collection, RowConverter<T> converter, RowCalls calls, KnownPartitions partitions,
			ConsistencyLevel consistency) {
		this.collection = collection;
		this.converter = converter;
		this.calls = calls;
		this.partitions = partitions;
		this.consistency = consistency;
		this.filters = new FilterWriter(converter::field, calls.isLite());
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

	private CompletableFuture<List<T>> read(QueryRequest request, ReadOptions options) {
		return this.calls.query(request, options.timeout()).thenApply(this.converter::read);
	}

	static boolean inOneCall(ScalarQuery query) {
		return query.limit() > 0 && query.limit() + query.offset() <= VectorQuery.LARGEST_WINDOW;
	}

	CompletableFuture<List<T>> query(ScalarQuery query) {
		String text = this.filters.write(query.filter());
		if (text == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		if (!inOneCall(query)) {
			return readPages(query, new KeyPage(keyName(), query.filter(), null), new ArrayList<>(), query.offset());
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("limit", Integer.toString(query.limit()));
		if (query.offset() > 0) {
			parameters.put("offset", Long.toString(query.offset()));
		}
		return read(new QueryRequest(scope(query.options()), text, parameters), query.options());
	}

	private CompletableFuture<List<T>> readPages(ScalarQuery query, KeyPage page, List<T> found, long skip) {
		return fetch(query, page, scope(query.options())).thenCompose((columns) -> {
			List<T> rows = this.converter.read(columns);
			int from = (int) Math.min(skip, rows.size());
			int room = (query.limit() > 0) ? query.limit() - found.size() : Integer.MAX_VALUE;
			found.addAll(rows.subList(from, (int) Math.min(rows.size(), from + (long) room)));
			KeyPage next = page.after(columns);
			boolean full = query.limit() > 0 && found.size() >= query.limit();
			return (next == null || full) ? CompletableFuture.completedFuture(found)
					: readPages(query, next, found, skip - from);
		});
	}

	private CompletableFuture<Columns> fetch(ScalarQuery query, KeyPage page, ReadScope scope) {
		String text = this.filters.write(page.filter());
		return (text != null)
				? this.calls.query(new QueryRequest(scope, text, KeyPage.PARAMETERS), query.options().timeout())
				: CompletableFuture.completedFuture(new Columns(0, List.of()));
	}

	Stream<T> stream(ScalarQuery query) {
		Stream<T> rows = pages(query, scope(query.options())).flatMap((page) -> this.converter.read(page).stream());
		return limited(rows, query);
	}

	List<Object> keys(ScalarQuery query) {
		ReadScope scope = scope(query.options().withOutputFields(keyName()));
		Stream<Object> keys = pages(query, scope)
			.flatMap((page) -> new KeyList(Objects.requireNonNull(page.find(keyName()))).stream());
		return limited(keys, query).toList();
	}

	private static <R> Stream<R> limited(Stream<R> rows, ScalarQuery query) {
		Stream<R> rest = (query.offset() > 0) ? rows.skip(query.offset()) : rows;
		return (query.limit() > 0) ? rest.limit(query.limit()) : rest;
	}

	private Stream<Columns> pages(ScalarQuery query, ReadScope scope) {
		return KeyPages.stream(new KeyPage(keyName(), query.filter(), null),
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
		ReadScope scope = new ReadScope("", this.collection.name(), partitions(options), List.of(COUNT),
				consistency(options), 0);
		return this.calls.query(new QueryRequest(scope, (text != null) ? text : "", Map.of()), options.timeout())
			.thenApply((counted) -> (counted.find(COUNT) instanceof LongColumn longs && longs.rows() > 0) ? longs.get(0)
					: 0L);
	}

	CompletableFuture<SearchResults<T>> search(VectorQuery query) {
		return searchAll(List.of(query.vector()), query).thenApply((results) -> results.get(0));
	}

	CompletableFuture<List<SearchResults<T>>> searchAll(List<float[]> vectors, VectorQuery query) {
		String fieldName = this.converter.vectorField(query.field());
		FieldSchema field = Objects.requireNonNull(this.converter.field(fieldName));
		for (float[] vector : vectors) {
			String problem = FloatVectors.problemOf(vector, field.dimension());
			if (problem != null) {
				throw new InvalidDataAccessApiUsageException(
						"The vector to search '" + fieldName + "' of '" + this.collection.name() + "' for " + problem);
			}
		}
		String text = this.filters.write(query.filter());
		if (text == null || vectors.isEmpty()) {
			return CompletableFuture
				.completedFuture(vectors.stream().map((vector) -> new SearchResults<T>(List.of())).toList());
		}
		Metric metric = (field.metric() != null) ? field.metric() : Metric.COSINE;
		SearchRequest request = new SearchRequest(scope(query.options()), vectors, text,
				SearchParameters.of(query, fieldName, field.metric()));
		return this.calls.search(request, query.options().timeout())
			.thenApply((reply) -> results(reply, new Scores(metric, query.threshold())));
	}

	private List<SearchResults<T>> results(SearchReply reply, Scores scores) {
		List<T> rows = this.converter.read(reply.rows());
		List<SearchResults<T>> results = new ArrayList<>(reply.hitsPerQuery().length);
		int hit = 0;
		for (long hits : reply.hitsPerQuery()) {
			List<SearchResult<T>> found = new ArrayList<>((int) hits);
			for (long end = hit + hits; hit < end; hit++) {
				float score = reply.scores()[hit];
				if (scores.accept(score)) {
					found.add(new SearchResult<>(rows.get(hit), scores.of(score)));
				}
			}
			results.add(new SearchResults<>(found));
		}
		return results;
	}

	private String keyName() {
		return this.collection.primaryKey().name();
	}

	private ReadScope scope(ReadOptions options) {
		return new ReadScope("", this.collection.name(), partitions(options), outputFields(options),
				consistency(options), 0);
	}

	private List<String> partitions(ReadOptions options) {
		options.partitions().forEach((partition) -> this.partitions.require(this.collection.name(), partition));
		return options.partitions();
	}

	private ConsistencyLevel consistency(ReadOptions options) {
		return (options.consistency() != null) ? options.consistency() : this.consistency;
	}

	private List<String> outputFields(ReadOptions options) {
		if (options.outputFields().isEmpty()) {
			return this.converter.outputFields();
		}
		LinkedHashSet<String> names = new LinkedHashSet<>();
		names.add(keyName());
		for (String name : options.outputFields()) {
			FieldSchema field = this.converter.field(name);
			names.add((field != null) ? field.name() : name);
		}
		return List.copyOf(names);
	}

}
