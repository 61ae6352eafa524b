package io.github.milvusspring.data.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Groups updates into calls, each of which writes the same fields of all its rows. Calls
 * are sent in order, so two updates of one row keep their order.
 *
 * @param <T> the kind of row
 */
final class UpdateGroups<T> {

	private final Function<T, @Nullable Object> key;

	private final List<List<Integer>> groups = new ArrayList<>();

	private final Map<Object, List<Integer>> open = new HashMap<>();

	private final Map<Object, List<Integer>> keys = new HashMap<>();

	private boolean split;

	private UpdateGroups(Function<T, @Nullable Object> key) {
		this.key = key;
	}

	/**
	 * Groups updates into calls.
	 * @param <T> the kind of row
	 * @param updates the updates
	 * @param key returns the key of a row
	 * @return the updates of each call
	 */
	public static <T> UpdateGroups<T> of(List<PartialRow<T>> updates, Function<T, @Nullable Object> key) {
		UpdateGroups<T> groups = new UpdateGroups<>(key);
		for (int i = 0; i < updates.size(); i++) {
			groups.add(i, updates.get(i));
		}
		return groups;
	}

	/**
	 * Returns, for each call, the positions of its updates in the list of all updates.
	 */
	public List<List<Integer>> positions() {
		return this.groups;
	}

	/**
	 * Returns whether a row is updated by several calls.
	 */
	boolean split() {
		return this.split;
	}

	private void add(int position, PartialRow<T> update) {
		Object signature = List.of(Set.copyOf(update.fields()), update.arrayChanges());
		Object rowKey = this.key.apply(update.row());
		List<Integer> before = (rowKey != null) ? this.keys.get(rowKey) : null;
		boolean again = before != null && (before != this.open.get(signature) || !update.arrayChanges().isEmpty());
		if (again) {
			this.split = true;
			this.open.clear();
			this.keys.clear();
		}
		List<Integer> group = this.open.computeIfAbsent(signature, (missing) -> {
			List<Integer> fresh = new ArrayList<>();
			this.groups.add(fresh);
			return fresh;
		});
		group.add(position);
		if (rowKey != null) {
			this.keys.put(rowKey, group);
		}
	}

}
