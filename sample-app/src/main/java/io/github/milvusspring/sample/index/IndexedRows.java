package io.github.milvusspring.sample.index;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;

import org.springframework.stereotype.Component;

/**
 * Reads single fields of all rows, where whole rows with their vectors would be a waste.
 *
 * @param operations reads them
 */
@Component
public record IndexedRows(MilvusOperations operations) {

	/**
	 * Tells what is indexed.
	 * @return the fingerprints by the names of the properties
	 */
	Map<String, String> fingerprints() {
		return read("name", "fingerprint").stream()
			.collect(Collectors.toMap(SpringProperty::name, SpringProperty::fingerprint));
	}

	/**
	 * Counts the properties of each library.
	 * @return the number of properties by the name of the library
	 */
	public Map<String, Integer> artifacts() {
		return read("artifact").stream()
			.collect(Collectors.groupingBy(SpringProperty::artifact, TreeMap::new, Collectors.summingInt((row) -> 1)));
	}

	private List<SpringProperty> read(String... fields) {
		return this.operations.query(
				FilterQuery.of(Filter.all()).withOptions(ReadOptions.DEFAULT.withOutputFields(fields)),
				SpringProperty.class);
	}

}
