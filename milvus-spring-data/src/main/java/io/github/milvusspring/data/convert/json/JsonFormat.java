package io.github.milvusspring.data.convert.json;

/**
 * Writes and reads the values of one Java type as JSON.
 */
public interface JsonFormat {

	/**
	 * Writes a value.
	 * @param value the value
	 * @return the JSON in UTF-8
	 * @throws RuntimeException when the value cannot be written as JSON, or its JSON
	 * could not be read back
	 */
	byte[] write(Object value);

	/**
	 * Checks a document that the application has written itself.
	 * @param json the JSON in UTF-8
	 * @return the JSON
	 * @throws RuntimeException when the document is not JSON, or could not be read back
	 */
	byte[] check(byte[] json);

	/**
	 * Reads a value.
	 * @param json the JSON in UTF-8
	 * @return the value
	 * @throws RuntimeException when the document is not JSON, or does not fit this type
	 */
	Object read(byte[] json);

}
