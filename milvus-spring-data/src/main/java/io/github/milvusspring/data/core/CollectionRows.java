package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.milvusspring.data.connection.CollectionChanges;
import io.github.milvusspring.data.execution.CollectionAccess;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Provides access to the rows of one collection as maps. The schema of the collection is
 * looked up at the first use, and again after a change of the collection or a failed
 * call.
 */
final class CollectionRows {

	private static final String WHAT_THEY_ARE = "A row is a Map from the name of a field to its value, for example "
			+ "Map.of(\"id\", 1, \"vector\", new float[] { 0.1f, 0.2f }), and data is one row or a list of rows";

	private final String name;

	private final CollectionChanges changes;

	private final Supplier<CollectionAccess<Map<String, Object>>> lookup;

	private volatile @Nullable Found current;

	CollectionRows(String name, CollectionChanges changes, Supplier<CollectionAccess<Map<String, Object>>> lookup) {
		this.name = name;
		this.changes = changes;
		this.lookup = lookup;
	}

	<R> R call(Function<CollectionAccess<Map<String, Object>>, CompletableFuture<R>> operation) {
		return withAccess((access) -> CollectionAccess.await(operation.apply(access)));
	}

	<R> CompletableFuture<R> callAsync(
			Function<CollectionAccess<Map<String, Object>>, CompletableFuture<R>> operation) {
		return withAccess((access) -> operation.apply(access.async())).whenComplete((result, ex) -> {
			if (ex != null) {
				forget();
			}
		});
	}

	<R> R withAccess(Function<CollectionAccess<Map<String, Object>>, R> operation) {
		try {
			return operation.apply(access());
		}
		catch (DataAccessException ex) {
			forget();
			throw ex;
		}
	}

	private CollectionAccess<Map<String, Object>> access() {
		Found found = this.current;
		if (found == null || this.changes.isChanged(this.name, found.since())) {
			long since = this.changes.latest();
			found = new Found(this.lookup.get(), since);
			this.current = found;
		}
		return found.access();
	}

	// Another client may have dropped the collection
	// and created it again with other fields.
	private void forget() {
		this.current = null;
	}

	/**
	 * The access to a collection whose schema was looked up.
	 *
	 * @param access the access to the collection
	 * @param since the number of the latest change before the look-up
	 */
	private record Found(CollectionAccess<Map<String, Object>> access, long since) {
	}

	static List<Map<String, Object>> checked(Collection<? extends Map<String, ?>> rows) {
		List<Map<String, Object>> checked = new ArrayList<>(rows.size());
		checked(rows.iterator()).forEachRemaining(checked::add);
		return checked;
	}

	static Iterator<Map<String, Object>> checked(Iterator<? extends Map<String, ?>> rows) {
		return new Iterator<>() {

			private long index;

			@Override
			public boolean hasNext() {
				return rows.hasNext();
			}

			@Override
			public Map<String, Object> next() {
				return checked((Object) rows.next(), this.index++);
			}

		};
	}

	// Generics are erased, so a raw list may contain values that are not maps.
	@SuppressWarnings("unchecked")
	private static Map<String, Object> checked(@Nullable Object row, long index) {
		if (!(row instanceof Map<?, ?> map)) {
			throw new InvalidDataAccessApiUsageException(WHAT_THEY_ARE + "; row " + index + " is "
					+ ((row != null) ? "a " + row.getClass().getSimpleName() : "null"));
		}
		for (Object name : map.keySet()) {
			if (!(name instanceof String)) {
				throw new InvalidDataAccessApiUsageException(
						WHAT_THEY_ARE + "; row " + index + " has the name " + name + ", which is not a String");
			}
		}
		return (Map<String, Object>) map;
	}

}
