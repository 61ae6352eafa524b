package io.github.milvusspring.data.rebuild;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Creates and parses the names of the collections behind an alias: {@code books_v2}, and
 * while rows are copied to it {@code books_v2_filling_<owner>_from_books_v1}. The name
 * contains the complete state of a rebuild, and a server renames a collection atomically.
 */
final class RebuildNames {

	private final String alias;

	private final Pattern version;

	private final Pattern filling;

	RebuildNames(String alias) {
		this.alias = alias;
		String start = Pattern.quote(alias) + "_v(\\d{1,9})";
		this.version = Pattern.compile(start);
		this.filling = Pattern.compile(start + "_filling_([0-9a-f]{12})_from_(.+)");
	}

	/**
	 * Returns the name with the next version number after the given names.
	 */
	String next(Collection<String> names) {
		int last = 0;
		for (String name : names) {
			Matcher matcher = this.version.matcher(name);
			if (matcher.matches()) {
				last = Math.max(last, Integer.parseInt(matcher.group(1)));
			}
		}
		return this.alias + "_v" + (last + 1);
	}

	List<String> versions(Collection<String> names) {
		return names.stream().filter((name) -> this.version.matcher(name).matches()).toList();
	}

	List<Filling> fillings(Collection<String> names) {
		List<Filling> found = new ArrayList<>();
		for (String name : names) {
			Filling filling = filling(name);
			if (filling != null) {
				found.add(filling);
			}
		}
		return found;
	}

	@Nullable Filling filling(String name) {
		Matcher matcher = this.filling.matcher(name);
		return matcher.matches() ? new Filling(this.alias + "_v" + matcher.group(1), matcher.group(2), matcher.group(3))
				: null;
	}

	/**
	 * A collection that is being filled.
	 *
	 * @param target the name of the collection when the rebuild is finished
	 * @param owner the id of the rebuild that fills it; no other rebuild writes to a
	 * collection of this name
	 * @param source the name of the collection from which rows are copied
	 */
	record Filling(String target, String owner, String source) {

		static Filling of(String target, String source) {
			return new Filling(target, UUID.randomUUID().toString().replace("-", "").substring(0, 12), source);
		}

		Filling owned() {
			return of(this.target, this.source);
		}

		String name() {
			return this.target + "_filling_" + this.owner + "_from_" + this.source;
		}

	}

}
