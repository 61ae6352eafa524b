package io.github.milvusspring.data.schema;

import java.util.List;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * A collection is not as its entity declares it.
 */
public final class SchemaMismatchException extends InvalidDataAccessResourceUsageException {

	private final String collection;

	private final List<SchemaDifference> differences;

	SchemaMismatchException(String collection, List<SchemaDifference> differences) {
		super("Collection '" + collection + "' is not as its entity declares it:\n" + table(differences)
				+ "Change the entity, or drop or rename the collection; nothing was changed");
		this.collection = collection;
		this.differences = List.copyOf(differences);
	}

	/**
	 * Returns the name of the collection.
	 * @return the name
	 */
	public String getCollection() {
		return this.collection;
	}

	/**
	 * Returns every difference.
	 * @return the differences, at least one
	 */
	public List<SchemaDifference> getDifferences() {
		return this.differences;
	}

	private static String table(List<SchemaDifference> differences) {
		int field = width("field", differences.stream().map(SchemaDifference::field).toList());
		int declared = width("declared", differences.stream().map(SchemaDifference::declared).toList());
		String format = "  %-" + field + "s  %-" + declared + "s  %s%n";
		StringBuilder table = new StringBuilder(String.format(format, "field", "declared", "found"));
		for (SchemaDifference difference : differences) {
			table.append(String.format(format, difference.field(), difference.declared(), difference.found()));
		}
		return table.toString();
	}

	private static int width(String header, List<String> texts) {
		return texts.stream().mapToInt(String::length).reduce(header.length(), Math::max);
	}

}
