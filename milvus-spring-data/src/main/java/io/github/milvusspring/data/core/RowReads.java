package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import io.github.milvusspring.data.wire.Column;
import io.github.milvusspring.data.wire.Columns;
import io.github.milvusspring.data.wire.LongColumn;
import io.github.milvusspring.data.wire.MilvusCalls;
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

	private final MilvusCalls calls;

	private final KnownPartitions partitions;

	private final ConsistencyLevel consistency;

	private final FilterWriter filters;

	RowReads(CollectionSchema collection, RowConverter<T> converter, MilvusCalls calls, KnownPartitions partitions,
			ConsistencyLevel consistency) {
		this.collection = collection;
		this.converter = converter;
		this.calls = calls;
		this.partitions = partitions;
		this.consistency = consistency;
		this.filters = new FilterWriter(converter::field);
	}

	List<T> get(Collection<?> keys, ReadOptions options) {
		List<Object> distinct = new ArrayList<>(new LinkedHashSet<>(keys));
		if (distinct.stream().anyMatch(Objects::isNull)) {
			throw new InvalidDataAccessApiUsageException("A key to find is null");
		}
		List<T> rows = new ArrayList<>();
		for (int from = 0; from < distinct.size(); from += KEYS_PER_CALL) {
			List<Object> some = distinct.subList(from, Math.min(from + KEYS_PER_CALL, distinct.size()));
			String text = this.filters.write(Filter.where(keyName()).in(some));
			if (text != null) {
				rows.addAll(this.converter
					.read(this.calls.query(new QueryRequest(scope(options), text, Map.of()), options.timeout())));
			}
		}
		return rows;
	}

	List<T> query(ScalarQuery query) {
		if (query.limit() == 0 || query.limit() + query.offset() > VectorQuery.LARGEST_WINDOW) {
			try (Stream<T> rows = stream(query)) {
				return rows.toList();
			}
		}
		String text = this.filters.write(query.filter());
		if (text == null) {
			return List.of();
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		parameters.put("limit", Integer.toString(query.limit()));
		if (query.offset() > 0) {
			parameters.put("offset", Long.toString(query.offset()));
		}
		ReadOptions options = query.options();
		return this.converter
			.read(this.calls.query(new QueryRequest(scope(options), text, parameters), options.timeout()));
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
		return KeyPages.of(keyName(), query.filter(), (filter, parameters) -> {
			String text = this.filters.write(filter);
			return (text != null)
					? this.calls.query(new QueryRequest(scope, text, parameters), query.options().timeout())
					: new Columns(0, List.of());
		});
	}

	long count(Filter filter, ReadOptions options) {
		String text = this.filters.write(filter);
		if (text == null) {
			return 0;
		}
		if (text.isEmpty() && !options.partitions().isEmpty()) {
			// Milvus Lite ignores the partitions of a count without a filter.
			text = this.filters.write(Everything.of(this.collection));
		}
		ReadScope scope = new ReadScope("", this.collection.name(), partitions(options), List.of(COUNT),
				consistency(options), 0);
		Columns counted = this.calls.query(new QueryRequest(scope, (text != null) ? text : "", Map.of()),
				options.timeout());
		Column column = counted.find(COUNT);
		return (column instanceof LongColumn longs && longs.rows() > 0) ? longs.get(0) : 0;
	}

	SearchResults<T> search(VectorQuery query) {
		String fieldName = this.converter.vectorField(query.field());
		FieldSchema field = Objects.requireNonNull(this.converter.field(fieldName));
		String problem = FloatVectors.problemOf(query.vector(), field.dimension());
		if (problem != null) {
			throw new InvalidDataAccessApiUsageException(
					"The vector to search '" + fieldName + "' of '" + this.collection.name() + "' for " + problem);
		}
		String text = this.filters.write(query.filter());
		if (text == null) {
			return new SearchResults<>(List.of());
		}
		SearchReply reply = this.calls.search(new SearchRequest(scope(query.options()), List.of(query.vector()), text,
				SearchParameters.of(query, fieldName, field.metric())), query.options().timeout());
		Metric metric = (field.metric() != null) ? field.metric() : Metric.COSINE;
		Scores scores = new Scores(metric, query.threshold());
		List<T> rows = this.converter.read(reply.rows());
		List<SearchResult<T>> results = new ArrayList<>(rows.size());
		for (int i = 0; i < rows.size(); i++) {
			float score = reply.scores()[i];
			if (scores.accept(score)) {
				results.add(new SearchResult<>(rows.get(i), scores.of(score)));
			}
		}
		return new SearchResults<>(results);
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
