package io.github.milvusspring.data.admin;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;

/**
 * Thrown when a call created a collection, but a later step such as indexing or loading
 * failed. The collection exists, but is not ready for use.
 */
public final class UnfinishedCollectionException extends NonTransientDataAccessException {

	private final String collection;

	UnfinishedCollectionException(String collection, DataAccessException cause) {
		super("Collection '" + collection + "' was created just now, and is there without being ready: "
				+ cause.getMessage() + ". Once that is mended, ensureCollection(...) and a new start finish it;"
				+ " collection(\"" + collection + "\").drop() removes it", cause);
		this.collection = collection;
	}

	/**
	 * Returns the name of the collection that was created.
	 * @return the name
	 */
	public String getCollection() {
		return this.collection;
	}

}
