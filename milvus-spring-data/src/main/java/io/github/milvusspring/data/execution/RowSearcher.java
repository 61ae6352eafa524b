package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.convert.RowReader;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterWriter;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.HybridSearchRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.SearchReply;
import io.github.milvusspring.data.wire.SearchRequest;
import io.github.milvusspring.data.wire.SubSearchRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;

/**
 * Searches one collection and returns rows as entities or maps.
 *
 * @param <T> the kind of row
 */
final class RowSearcher<T> {

	private final RowTransport calls;

	private final ReadScopeFactory scopes;

	private final FilterWriter filters;

	private final SearchFieldResolver targets;

	private final RerankerEncoder rankings;

	private final @Nullable QueryEmbedding texts;

	RowSearcher(RowConverter<T> converter, RowTransport calls, ReadScopeFactory scopes, FilterWriter filters,
			@Nullable EntityEmbedding<T> embedding) {
		this.calls = calls;
		this.scopes = scopes;
		this.filters = filters;
		this.targets = new SearchFieldResolver(scopes.collection(), converter);
		this.rankings = new RerankerEncoder(scopes, filters);
		this.texts = (embedding != null) ? new QueryEmbedding(this.targets, embedding.vectors(), embedding.texts())
				: null;
	}

	<R> CompletableFuture<SearchResults<R>> search(SearchQuery<?> query, RowReader<R> reader) {
		if (query instanceof VectorQuery vectors && vectors.vectors().size() != 1) {
			throw new InvalidDataAccessApiUsageException(
					"A search looks for one vector, not for " + vectors.vectors().size() + ": use searchAll");
		}
		return searchAll(query, reader).thenApply(RowSearcher::only);
	}

	<R> CompletableFuture<List<SearchResults<R>>> searchAll(SearchQuery<?> query, RowReader<R> reader) {
		return searchVectors((this.texts != null) ? this.texts.embedded(query) : query, reader);
	}

	private <R> CompletableFuture<List<SearchResults<R>>> searchVectors(SearchQuery<?> query, RowReader<R> reader) {
		if (query instanceof HybridQuery hybrid) {
			return hybrid(hybrid, reader);
		}
		if (query instanceof VectorQuery vectors && vectors.vectors().isEmpty()) {
			return CompletableFuture.completedFuture(List.of());
		}
		FieldSchema field = this.targets.field(query);
		Scores scores = (query instanceof VectorQuery vectors)
				? new Scores(this.targets.metric(field), vectors.threshold(), vectors.range())
				: new Scores(this.targets.metric(field), null, null);
		// Milvus Lite applies a range only to the best hits, five times as many as the
		// limit.
		boolean wide = this.calls.isLite() && scores.hasNearEnd();
		SearchQuery<?> sent = wide ? query.withOffset(0).withLimit(VectorQuery.LARGEST_WINDOW) : query;
		SubSearchRequest subSearch = subSearch(sent, query.filter(), field, scores);
		if (subSearch == null) {
			int vectors = (query instanceof VectorQuery all) ? all.vectors().size() : 1;
			return nothing(vectors);
		}
		SearchParameterEncoder.addSettings(subSearch.parameters(), sent.settings(), this.scopes);
		SearchRequest request = new SearchRequest(this.scopes.of(query.options(), reader), subSearch,
				this.rankings.functions(query.settings().rerankers()), this.rankings.chain(query.settings().chain()));
		return this.calls.call(request, query.options().timeout())
			.thenApply(
					(reply) -> wide ? window(results(reply, scores, reader), query) : results(reply, scores, reader));
	}

	private static <R> List<SearchResults<R>> window(List<SearchResults<R>> all, SearchQuery<?> query) {
		return all.stream()
			.map((results) -> new SearchResults<>(results.stream().skip(query.offset()).limit(query.limit()).toList()))
			.toList();
	}

	private <R> CompletableFuture<List<SearchResults<R>>> hybrid(HybridQuery query, RowReader<R> reader) {
		List<SubSearchRequest> subSearches = new ArrayList<>();
		for (SearchQuery<?> part : query.subSearches()) {
			FieldSchema field = this.targets.field(part);
			Scores scores = new Scores(this.targets.metric(field), null, null);
			SubSearchRequest subSearch = subSearch(part, part.filter().and(query.filter()), field, scores);
			if (subSearch != null) {
				subSearches.add(subSearch);
			}
		}
		if (subSearches.isEmpty()) {
			return nothing(1);
		}
		HybridSearchRequest request = new HybridSearchRequest(this.scopes.of(query.options(), reader), subSearches,
				this.rankings.fusion(query, subSearches.size()),
				this.rankings.hybridFunctions(query.settings().rerankers()));
		return this.calls.call(request, query.options().timeout())
			.thenApply((reply) -> results(reply, Scores.FUSED, reader));
	}

	private @Nullable SubSearchRequest subSearch(SearchQuery<?> query, Filter filter, FieldSchema field,
			Scores scores) {
		String text = this.filters.write(filter);
		if (text == null) {
			return null;
		}
		return new SubSearchRequest(this.targets.vectors(query, field), text, SearchParameterEncoder.of(
				(query instanceof VectorQuery vectors) ? vectors.parameters() : ((TextQuery) query).parameters(), field,
				query.limit(), scores));
	}

	/**
	 * Returns all hits of a search for one vector page by page, the best first.
	 */
	<R> Stream<SearchResult<R>> stream(VectorQuery query, RowReader<R> reader) {
		return streamVectors((this.texts != null) ? (VectorQuery) this.texts.embedded(query) : query, reader);
	}

	private <R> Stream<SearchResult<R>> streamVectors(VectorQuery query, RowReader<R> reader) {
		boolean whole = query.vectors().size() == 1 && query.offset() == 0 && query.settings().grouping() == null
				&& query.settings().rerankers().isEmpty() && query.settings().chain() == null
				&& query.settings().decimals() < 0;
		if (!whole) {
			throw new InvalidDataAccessApiUsageException("A stream of hits is for one vector and has neither offset nor"
					+ " grouping nor rerankers nor rounded scores: all hits come, the best first");
		}
		FieldSchema field = this.targets.field(query);
		Scores scores = new Scores(this.targets.metric(field), query.threshold(), query.range());
		return SearchIterator.stream(new SearchIterator.Source<>() {

			@Override
			public @Nullable SearchReply fetch(Filter filter, int limit, int offset, Map<String, Object> parameters,
					long timestamp) {
				return page(query, field, scores, filter, limit, offset, parameters,
						scope(query, parameters, timestamp, reader));
			}

			@Override
			public List<SearchResult<R>> read(SearchReply reply) {
				return only(results(reply, scores, reader)).getContent();
			}

			@Override
			public boolean isLite() {
				return RowSearcher.this.calls.isLite();
			}

		}, query, scores, this.scopes.collection());
	}

	private @Nullable SearchReply page(VectorQuery query, FieldSchema field, Scores scores, Filter filter, int limit,
			int offset, Map<String, Object> parameters, ReadScope scope) {
		String text = this.filters.write(filter);
		if (text == null) {
			return null;
		}
		Map<String, Object> all = new LinkedHashMap<>(query.parameters());
		all.putAll(parameters);
		SubSearchRequest subSearch = new SubSearchRequest(this.targets.vectors(query, field), text,
				SearchParameterEncoder.of(all, field, limit, scores));
		SearchParameterEncoder.addSettings(subSearch.parameters(), query.settings(), this.scopes);
		if (offset > 0) {
			subSearch.parameters().put("offset", Integer.toString(offset));
		}
		return RowTransport
			.await(this.calls.call(new SearchRequest(scope, subSearch, List.of()), query.options().timeout()));
	}

	private ReadScope scope(VectorQuery query, Map<String, Object> parameters, long timestamp, RowReader<?> reader) {
		ReadScope scope = this.scopes.of(query.options(), reader);
		// In the first request of an iteration the server takes a guarantee timestamp for
		// the snapshot to iterate over, so that request uses strong consistency instead.
		boolean begins = timestamp == 0 && parameters.containsKey("iterator");
		return begins ? scope.strong() : scope.withGuaranteeTimestamp(timestamp);
	}

	// A server may omit the number of hits if it finds none.
	private static <R> SearchResults<R> only(List<SearchResults<R>> results) {
		return results.isEmpty() ? new SearchResults<>(List.of()) : results.get(0);
	}

	private static <R> CompletableFuture<List<SearchResults<R>>> nothing(int vectors) {
		List<SearchResults<R>> results = new ArrayList<>();
		for (int i = 0; i < vectors; i++) {
			results.add(new SearchResults<>(List.of()));
		}
		return CompletableFuture.completedFuture(results);
	}

	private <R> List<SearchResults<R>> results(SearchReply reply, Scores scores, RowReader<R> reader) {
		List<R> rows = reader.read(reply.rows());
		List<SearchResults<R>> results = new ArrayList<>(reply.hitsPerQuery().length);
		int hit = 0;
		for (long hits : reply.hitsPerQuery()) {
			List<SearchResult<R>> found = new ArrayList<>((int) hits);
			for (long end = hit + hits; hit < end; hit++) {
				float given = reply.scores()[hit];
				float score = this.calls.isLite() ? scores.givenByLite(given) : given;
				if (scores.accept(score)) {
					found.add(new SearchResult<>(rows.get(hit), scores.of(score)));
				}
			}
			results.add(new SearchResults<>(found));
		}
		return results;
	}

}
