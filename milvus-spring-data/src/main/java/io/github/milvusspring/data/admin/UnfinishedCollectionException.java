package io.github.milvusspring.data.admin;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessException;

/**
 * A collection was created by this very call, and then something it needs was refused: it
 * is there, and not ready.
 */
public final class UnfinishedCollectionException extends NonTransientDataAccessException {

	private final String collection;

	UnfinishedCollectionException(String collection, DataAccessException cause) {
		super("Collection '" + collection + "' was created just now, and is there without being ready: "
				+ cause.getMessage() + ". Once that is mended, ensureCollection(...) and a new start finish it;"
				+ " collections().drop(\"" + collection + "\") removes it", cause);
		this.collection = collection;
	}

	/**
	 * Returns the name of the collection that is there.
	 * @return the name
	 */
	public String getCollection() {
		return this.collection;
	}

}
