package io.github.milvusspring.data.model;

/**
 * A position inside a JSON document. It knows the names of the keys below it, and the
 * JSON form of the values at it.
 */
public interface JsonPosition {

	/** A position of unknown type: keys and values are used as given. */
	JsonPosition UNKNOWN = new JsonPosition() {

		@Override
		public String name(String key) {
			return key;
		}

		@Override
		public JsonPosition below(String key) {
			return this;
		}

		@Override
		public JsonPosition element() {
			return this;
		}

		@Override
		public boolean isArray() {
			return false;
		}

		@Override
		public Object toStored(Object value) {
			return value;
		}

	};

	/**
	 * Returns the name of a key in the document.
	 * @param key the key, or the name of the Java property that is stored under it
	 * @return the name of the key in the document
	 */
	String name(String key);

	/**
	 * Returns the position of the value under a key.
	 * @param key the key, or the name of the Java property that is stored under it
	 * @return the position
	 */
	JsonPosition below(String key);

	/**
	 * Returns the position of the elements, when this position holds an array.
	 * @return the position
	 */
	JsonPosition element();

	/**
	 * Tells whether this position is known to hold arrays.
	 * @return {@code true} for arrays
	 */
	boolean isArray();

	/**
	 * Converts a value to the form that the document holds at this position.
	 * @param value the value
	 * @return a {@code String}, {@code Boolean} or {@code Number}
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when the JSON
	 * form of the value is an object or array, which a filter cannot compare
	 */
	Object toStored(Object value);

}
