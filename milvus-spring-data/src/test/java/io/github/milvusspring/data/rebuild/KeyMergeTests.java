package io.github.milvusspring.data.rebuild;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two sequences of keys and what only one of them has.
 */
class KeyMergeTests {

	@Property(tries = 200)
	void findsWhatOnlyOneHas(@ForAll Set<@LongRange(min = -9, max = 9) Long> wanted,
			@ForAll Set<@LongRange(min = -9, max = 9) Long> found) {
		requireDifferences(new TreeSet<>(wanted), new TreeSet<>(found));
	}

	@Property(tries = 200)
	void textsAreOrderedByTheirBytes(@ForAll Set<String> wanted, @ForAll Set<String> found) {
		TreeSet<String> bytes = new TreeSet<>((one, other) -> Arrays
			.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)));
		bytes.addAll(wanted);
		TreeSet<String> others = new TreeSet<>(bytes.comparator());
		others.addAll(found);
		requireDifferences(bytes, others);
	}

	private static <K> void requireDifferences(TreeSet<K> wanted, TreeSet<K> found) {
		List<Object> missing = new ArrayList<>();
		List<Object> extra = new ArrayList<>();
		KeyMerge merge = new KeyMerge(objects(wanted), objects(found));
		while (merge.next()) {
			(merge.missing() ? missing : extra).add(merge.key());
		}
		TreeSet<K> onlyWanted = new TreeSet<>(wanted);
		onlyWanted.removeAll(found);
		TreeSet<K> onlyFound = new TreeSet<>(found);
		onlyFound.removeAll(wanted);
		assertThat(missing).containsExactlyElementsOf(onlyWanted);
		assertThat(extra).containsExactlyElementsOf(onlyFound);
	}

	private static Iterator<Object> objects(TreeSet<?> keys) {
		return new ArrayList<Object>(keys).iterator();
	}

}
