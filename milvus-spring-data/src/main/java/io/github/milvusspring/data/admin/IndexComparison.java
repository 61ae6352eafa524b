package io.github.milvusspring.data.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.wire.IndexRequests;
import org.jspecify.annotations.Nullable;

/**
 * Finds the difference between a declared index and the index that the server has.
 */
final class IndexComparison {

	private IndexComparison() {
	}

	/**
	 * Returns the step that makes the index match its declaration, {@code null} when it
	 * already does.
	 * @param declared the index as declared
	 * @param found the index of the server for the same field and JSON path, {@code null}
	 * for none
	 * @param lite whether the server is Milvus Lite, which does not keep the parameters
	 * of an index
	 */
	static @Nullable SchemaStep compare(IndexSchema declared, @Nullable IndexSchema found, boolean lite) {
		if (found == null) {
			return step(declared, "no index", SchemaOperation.CREATE_INDEX,
					(name) -> List.of(IndexRequests.create(name, declared)));
		}
		// With AUTOINDEX the server chooses the type, so every type matches.
		boolean type = declared.type() == IndexType.AUTOINDEX || declared.type() == found.type();
		boolean metric = declared.metric() == null || declared.metric() == found.metric();
		Map<String, String> other = lite ? Map.of() : otherParameters(declared, found);
		if (type && metric && other.isEmpty()) {
			return null;
		}
		String text = describe(found, declared);
		if (type && metric && other.keySet().stream().allMatch(FieldComparison::isOnlyForReleased)) {
			return step(declared, text, SchemaOperation.ALTER_INDEX,
					(name) -> List.of(IndexRequests.alter(name, found.name(), other)));
		}
		IndexSchema rebuilt = declared.named(found.name());
		return step(declared, text, SchemaOperation.REBUILD_INDEX,
				(name) -> List.of(IndexRequests.drop(name, found), IndexRequests.create(name, rebuilt)));
	}

	private static SchemaStep step(IndexSchema declared, String found, SchemaOperation operation,
			SchemaStep.Action action) {
		return new SchemaStep(new SchemaDifference(declared.target(), describe(declared, declared), found, operation),
				action, operation != SchemaOperation.CREATE_INDEX);
	}

	private static Map<String, String> otherParameters(IndexSchema declared, IndexSchema found) {
		Map<String, String> other = new LinkedHashMap<>();
		declared.parameters().forEach((name, value) -> {
			String known = found.parameters().get(name);
			if (known == null || !same(value, known)) {
				other.put(name, value);
			}
		});
		return other;
	}

	private static boolean same(String declared, String found) {
		if (declared.equalsIgnoreCase(found)) {
			return true;
		}
		try {
			return Double.parseDouble(declared) == Double.parseDouble(found);
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	private static String describe(IndexSchema index, IndexSchema declared) {
		Map<String, String> parameters = new TreeMap<>(index.parameters());
		parameters.keySet().retainAll(declared.parameters().keySet());
		parameters.remove(IndexSchema.JSON_PATH);
		return "index " + index.type() + ((index.metric() != null) ? " " + index.metric() : "")
				+ (parameters.isEmpty() ? "" : " " + parameters);
	}

}
