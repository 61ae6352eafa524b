package io.github.milvusspring.data.convert.json;

/**
 * The JSON of the values of one Java type.
 */
public interface JsonFormat {

	/**
	 * Writes a value.
	 * @param value the value
	 * @return the JSON in UTF-8
	 * @throws RuntimeException when the value has no JSON, or one that could not be read
	 * back
	 */
	byte[] write(Object value);

	/**
	 * Checks a document that the application has written itself.
	 * @param json the JSON in UTF-8
	 * @return the JSON
	 * @throws RuntimeException when it is no JSON, or one that could not be read back
	 */
	byte[] check(byte[] json);

	/**
	 * Reads a value.
	 * @param json the JSON in UTF-8
	 * @return the value
	 * @throws RuntimeException when it is no JSON, or none of this type
	 */
	Object read(byte[] json);

}
