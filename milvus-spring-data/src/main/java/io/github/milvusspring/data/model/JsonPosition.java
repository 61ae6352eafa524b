package io.github.milvusspring.data.model;

/**
 * A place within a JSON document: how the keys below it are named there, and how values
 * are written there.
 */
public interface JsonPosition {

	/** A place of which nothing is known: keys and values are as they are given. */
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
	 * Returns the name of a key as it is written in the document.
	 * @param key the key, or the name of the Java property that is written under it
	 * @return the key in the document
	 */
	String name(String key);

	/**
	 * Returns the place under a key.
	 * @param key the key, or the name of the Java property that is written under it
	 * @return the place
	 */
	JsonPosition below(String key);

	/**
	 * Returns the place of an element, where this is an array.
	 * @return the place
	 */
	JsonPosition element();

	/**
	 * Tells whether the values here are known to be arrays.
	 * @return {@code true} for arrays
	 */
	boolean isArray();

	/**
	 * Makes of a value what the document holds at this place.
	 * @param value the value
	 * @return a {@code String}, {@code Boolean} or {@code Number}
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException when it is
	 * written as an object or array, which a filter cannot compare
	 */
	Object toStored(Object value);

}
