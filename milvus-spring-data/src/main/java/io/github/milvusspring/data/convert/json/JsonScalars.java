package io.github.milvusspring.data.convert.json;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Converts the values that filters compare with the values in a JSON document.
 */
final class JsonScalars {

	private JsonScalars() {
	}

	/**
	 * Tells whether every mapper writes a value unchanged, unless a property specifies
	 * otherwise. A mapper does not write a float unchanged: its digits, read as a double,
	 * are another number.
	 */
	static boolean areAsTheyAre(Object value) {
		return value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long
				|| value instanceof Short || value instanceof Byte || value instanceof Double;
	}

	static Object of(Object value, String json, Function<String, @Nullable Object> reader) {
		Object scalar = reader.apply(json);
		if (scalar == null) {
			throw new InvalidDataAccessApiUsageException(
					"A value of type " + value.getClass().getSimpleName() + " is written as "
							+ (json.startsWith("{") ? "an object" : json.startsWith("[") ? "an array" : json)
							+ " in JSON, which a filter cannot compare: compare one of its parts");
		}
		return scalar;
	}

	static InvalidDataAccessApiUsageException refused(Object value, Exception ex) {
		return new InvalidDataAccessApiUsageException(
				"A value of type " + value.getClass().getSimpleName()
						+ " cannot be written as JSON, to be compared with what a document holds: " + ex.getMessage(),
				ex);
	}

}
