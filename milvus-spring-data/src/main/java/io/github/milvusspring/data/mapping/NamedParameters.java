package io.github.milvusspring.data.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the {@code "name=value"} of annotations.
 */
final class NamedParameters {

	private NamedParameters() {
	}

	/**
	 * Reads the values.
	 * @param attribute the name of the attribute, for messages
	 * @param texts what it says
	 * @param problems where problems are added
	 */
	static Map<String, String> of(String attribute, String[] texts, List<String> problems) {
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
