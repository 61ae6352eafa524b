package io.github.milvusspring.data.mapping;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads attributes of annotations that are written as {@code "name=value"}.
 */
final class NamedParameters {

	private NamedParameters() {
	}

	/**
	 * Reads the values of one attribute.
	 * @param attribute the name of the attribute, for error messages
	 * @param texts the elements of the attribute
	 * @param problems collects problems
	 */
	static Map<String, String> of(String attribute, String[] texts, Problems problems) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String text : texts) {
			int equals = text.indexOf('=');
			if (equals < 1) {
				problems.add(attribute + " = \"" + text + "\": write \"name=value\"");
			}
			else if (values.put(text.substring(0, equals).trim(), text.substring(equals + 1).trim()) != null) {
				problems.add(attribute + " with '" + text.substring(0, equals).trim() + "' twice: keep one");
			}
		}
		return values;
	}

}
