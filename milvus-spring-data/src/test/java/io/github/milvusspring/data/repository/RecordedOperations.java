package io.github.milvusspring.data.repository;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.SearchResults;
import org.springframework.data.repository.core.NamedQueries;
import org.springframework.data.repository.core.support.PropertiesBasedNamedQueries;
import org.springframework.data.repository.query.QueryLookupStrategy;

/**
 * Operations that find nothing and remember what they were asked for.
 */
final class RecordedOperations {

	private final MilvusConverter converter = new MilvusConverter(new MilvusMappingContext());

	private final List<Object> queries = new ArrayList<>();

	private final List<@Nullable ConsistencyLevel> levels = new ArrayList<>();

	private @Nullable Class<?> result;

	<T> T repository(Class<T> type) {
		return new MilvusRepositoryFactory(operations(null)).getRepository(type);
	}

	MilvusRepositoryFactory factory(QueryLookupStrategy.@Nullable Key lookup, @Nullable NamedQueries queries) {
		MilvusRepositoryFactory factory = new MilvusRepositoryFactory(operations(null));
		factory.setQueryLookupStrategyKey(lookup);
		factory.setNamedQueries((queries != null) ? queries : PropertiesBasedNamedQueries.EMPTY);
		return factory;
	}

	SearchQuery<?> search() {
		return (SearchQuery<?>) this.queries.get(this.queries.size() - 1);
	}

	FilterQuery query() {
		return (FilterQuery) this.queries.get(this.queries.size() - 1);
	}

	/** The filter of the last query as it is sent. */
	@Nullable String filter(Class<?> entity) {
		return new FilterWriter(this.converter.entity(entity).filterFields(), MilvusServer.NEWEST)
			.write(query().filter());
	}

	/** What the rows of the last call become. */
	@Nullable Class<?> result() {
		return this.result;
	}

	@Nullable ConsistencyLevel level() {
		return this.levels.get(this.levels.size() - 1);
	}

	private MilvusOperations operations(@Nullable ConsistencyLevel level) {
		return (MilvusOperations) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { MilvusOperations.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "getConverter" -> this.converter;
					case "withConsistency" -> operations((ConsistencyLevel) arguments[0]);
					case "search" -> {
						record(arguments[0], level);
						this.result = (Class<?>) arguments[arguments.length - 1];
						yield new SearchResults<>(List.of());
					}
					case "query", "findAllById" -> {
						record(arguments[0], level);
						this.result = (arguments[arguments.length - 1] instanceof Class<?> type) ? type : null;
						yield List.of();
					}
					case "exists", "existsById" -> {
						record(arguments[0], level);
						yield false;
					}
					case "count" -> {
						record(arguments[0], level);
						yield 0L;
					}
					case "hashCode" -> System.identityHashCode(proxy);
					case "equals" -> proxy == arguments[0];
					case "findById" -> {
						record(arguments[0], level);
						yield null;
					}
					default -> null;
				});
	}

	private void record(Object query, @Nullable ConsistencyLevel level) {
		this.queries.add(query);
		this.levels.add(level);
	}

}
