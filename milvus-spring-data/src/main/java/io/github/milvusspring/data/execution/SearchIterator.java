package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.SearchIteratorState;
import io.github.milvusspring.data.wire.SearchReply;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.data.domain.SearchResult;

/**
 * Fetches the hits of a search page by page, each page when it is requested, also beyond
 * the maximum window of one search.
 *
 * <p>
 * Newer servers keep the position of an iteration themselves. Older servers are asked for
 * the hits that are not closer than the last one, except those with the same score that
 * were already read. So each row is returned once, and only the keys of hits with the
 * same score have to be remembered.
 *
 * @param <T> the kind of row
 */
final class SearchIterator<T> implements Iterator<List<SearchResult<T>>> {

	private static final int SIZE = 1_000;

	private final Source<T> source;

	private final VectorQuery query;

	private final Scores scores;

	private final CollectionSchema collection;

	private @Nullable List<SearchResult<T>> fetched;

	private @Nullable SearchIteratorState position;

	private long timestamp;

	private long read;

	private float last;

	/** The keys of the hits already read that have the same score as the last one. */
	private List<Object> ties = new ArrayList<>();

	private boolean ended;

	private SearchIterator(Source<T> source, VectorQuery query, Scores scores, CollectionSchema collection) {
		this.source = source;
		this.query = query;
		this.scores = scores;
		this.collection = collection;
	}

	static <T> Stream<SearchResult<T>> stream(Source<T> source, VectorQuery query, Scores scores,
			CollectionSchema collection) {
		Iterator<List<SearchResult<T>>> pages = new SearchIterator<>(source, query, scores, collection);
		int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, characteristics), false)
			.flatMap(List::stream);
	}

	@Override
	public boolean hasNext() {
		while (this.fetched == null && !this.ended) {
			this.fetched = (this.read == 0) ? first() : (this.position != null) ? placed() : beyond();
		}
		return this.fetched != null;
	}

	@Override
	public List<SearchResult<T>> next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		List<SearchResult<T>> page = Objects.requireNonNull(this.fetched);
		this.fetched = null;
		return page;
	}

	private @Nullable List<SearchResult<T>> first() {
		SearchReply reply = this.source.fetch(this.query.filter(), SIZE, 0, place(), 0);
		if (reply != null) {
			SearchIteratorState found = reply.position();
			this.position = (found != null && !found.token().isEmpty()) ? found : null;
			this.timestamp = (this.position != null) ? reply.timestamp() : 0;
		}
		return accept(reply, 0);
	}

	private @Nullable List<SearchResult<T>> placed() {
		SearchReply reply = this.source.fetch(this.query.filter(), SIZE, 0, place(), this.timestamp);
		if (reply != null && reply.position() != null) {
			this.position = new SearchIteratorState(Objects.requireNonNull(this.position).token(),
					reply.position().lastBound());
		}
		return accept(reply, 0);
	}

	private Map<String, Object> place() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		parameters.put("iterator", "True");
		parameters.put("search_iter_v2", "True");
		parameters.put("search_iter_batch_size", SIZE);
		if (this.position != null) {
			parameters.put("search_iter_last_bound", this.position.lastBound());
			parameters.put("search_iter_id", this.position.token());
		}
		return parameters;
	}

	private @Nullable List<SearchResult<T>> beyond() {
		Map<String, Object> parameters = new LinkedHashMap<>();
		this.scores.addPage(parameters, this.last);
		// Milvus Lite applies a range only to the best hits, five times as many as the
		// limit.
		int limit = this.source.isLite() ? (int) Math.max(SIZE, (this.read + 2 * SIZE) / 4) : SIZE;
		SearchReply reply = this.source.fetch(unread(), limit, 0, parameters, 0);
		int known = (reply != null) ? knownAtStart(reply) : 0;
		if (reply != null && known == reply.scores().length && known > 0) {
			// The page contains only hits that were read
			// before: rounding of the bound let them in again.
			for (int hit = 0; hit < known; hit++) {
				this.ties.add(Objects.requireNonNull(reply.keys().value(hit)));
			}
			return null;
		}
		if (reply == null || reply.scores().length == 0) {
			requireAllRead();
		}
		return accept(reply, known);
	}

	private Filter unread() {
		Filter tied = Filter.where(this.collection.primaryKey().name()).in(this.ties);
		return this.query.filter().and(tied.not());
	}

	private int knownAtStart(SearchReply reply) {
		int known = 0;
		while (known < reply.scores().length && this.scores.isCloser(reply.scores()[known], this.last)) {
			known++;
		}
		return known;
	}

	// An approximate index may find no hits far from the vector although there are more.
	private void requireAllRead() {
		long closer = this.read - this.ties.size();
		if (closer >= VectorQuery.LARGEST_WINDOW && !this.source.isLite()) {
			return;
		}
		SearchReply rest = this.source.fetch(unread(), 1, (int) closer, Map.of(), 0);
		boolean more = rest != null && rest.scores().length > 0 && !this.scores.isCloser(rest.scores()[0], this.last)
				&& !this.scores.isTooFar(rest.scores()[0]);
		if (more) {
			throw new NonTransientDataAccessResourceException("After " + this.read + " hits the server finds no more by"
					+ " distance in '" + this.collection.name() + "', though there are: its index finds only what is"
					+ " close. Use a FLAT index, or Milvus 2.5 or newer");
		}
	}

	private @Nullable List<SearchResult<T>> accept(@Nullable SearchReply reply, int known) {
		int hits = (reply != null) ? reply.scores().length : 0;
		if (reply == null || hits == 0) {
			this.ended = true;
			return null;
		}
		float worst = reply.scores()[hits - 1];
		if (worst != this.last || this.read == 0) {
			this.ties = new ArrayList<>();
		}
		for (int hit = hits - 1; hit >= known && reply.scores()[hit] == worst; hit--) {
			this.ties.add(Objects.requireNonNull(reply.keys().value(hit)));
		}
		this.last = worst;
		this.read += hits - known;
		// The best hits come first: after a hit that is too far, all others are too far.
		this.ended = this.scores.isTooFar(worst);
		List<SearchResult<T>> all = this.source.read(reply);
		return (known == 0) ? all : all.subList(Math.min(known, all.size()), all.size());
	}

	/**
	 * The source of the pages.
	 *
	 * @param <T> the kind of row
	 */
	interface Source<T> {

		@Nullable SearchReply fetch(Filter filter, int limit, int offset, Map<String, Object> parameters, long timestamp);

		List<SearchResult<T>> read(SearchReply reply);

		boolean isLite();

	}

}
