package io.github.milvusspring.data.model;

import java.util.List;
import java.util.Map;

/**
 * A function by which the server computes the values of a field from other fields.
 *
 * @param name the name of the function
 * @param type what the function does
 * @param inputs the names of the fields that it reads
 * @param outputs the names of the fields that it computes
 * @param parameters its parameters by their names in Milvus, such as {@code provider}
 */
public record FunctionSchema(String name, FunctionType type, List<String> inputs, List<String> outputs,
		Map<String, String> parameters) {

	public FunctionSchema {
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
		parameters = Map.copyOf(parameters);
	}

}
