package io.github.milvusspring.sample.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.milvusspring.sample.metadata.DeclaredProperty;

/**
 * What has to happen for the index to hold exactly the declared properties.
 *
 * @param toWrite the properties that are new or changed
 * @param unchanged how many properties are up to date
 * @param toRemove the names of the rows that are no longer declared
 */
record IndexChanges(List<DeclaredProperty> toWrite, int unchanged, Set<String> toRemove) {

	static IndexChanges between(Collection<DeclaredProperty> declared, Map<String, String> fingerprints) {
		List<DeclaredProperty> toWrite = new ArrayList<>();
		Set<String> toRemove = new TreeSet<>(fingerprints.keySet());
		for (DeclaredProperty property : declared) {
			toRemove.remove(property.name());
			if (!Fingerprint.of(property).equals(fingerprints.get(property.name()))) {
				toWrite.add(property);
			}
		}
		return new IndexChanges(toWrite, declared.size() - toWrite.size(), toRemove);
	}

}
