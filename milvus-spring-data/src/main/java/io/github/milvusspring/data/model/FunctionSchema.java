package io.github.milvusspring.data.model;

import java.util.List;
import java.util.Map;

/**
 * A function by which the server makes the values of a field from other fields.
 *
 * @param name the function's name
 * @param type what it does
 * @param inputs the names of the fields it reads
 * @param outputs the names of the fields it makes
 * @param parameters its parameters in Milvus's own words, such as {@code provider}
 */
public record FunctionSchema(String name, FunctionType type, List<String> inputs, List<String> outputs,
		Map<String, String> parameters) {

	public FunctionSchema {
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
		parameters = Map.copyOf(parameters);
	}

}
