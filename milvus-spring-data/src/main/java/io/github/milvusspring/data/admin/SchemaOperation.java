package io.github.milvusspring.data.admin;

import io.github.milvusspring.data.model.MilvusServer;

/**
 * The operations by which Milvus changes a collection to what is declared without writing
 * its rows again.
 */
public enum SchemaOperation {

	/** Creates the collection. */
	CREATE_COLLECTION("CreateCollection", true, "", ""),

	/** Adds a field, which is null in the existing rows. */
	ADD_FIELD("AddCollectionField", false, "2.6", ""),

	/** Raises the maximum length or capacity of a field, or changes a property of it. */
	ALTER_FIELD("AlterCollectionField", false, "2.5", ""),

	/** Adds a function. Milvus 3.0 can add a function only together with its field. */
	ADD_FUNCTION("AddCollectionFunction", false, "2.6", "3.0"),

	/** Changes the parameters of a function. Existing vectors stay unchanged. */
	ALTER_FUNCTION("AlterCollectionFunction", false, "2.6", ""),

	/** Creates an index. */
	CREATE_INDEX("CreateIndex", true, "", ""),

	/**
	 * Drops an index and creates it again. No row is lost, but searches are not possible
	 * until the index is built.
	 */
	REBUILD_INDEX("DropIndex and CreateIndex", true, "", ""),

	/** Changes a property of an index. The collection cannot be searched meanwhile. */
	ALTER_INDEX("AlterIndex", false, "2.4", ""),

	/** Changes a property of the collection. */
	ALTER_COLLECTION("AlterCollection", true, "", ""),

	/** Nothing: only a new collection can match the declaration. */
	NONE("no", true, "", "");

	private final String call;

	private final boolean onLite;

	private final String since;

	private final String until;

	SchemaOperation(String call, boolean onLite, String since, String until) {
		this.call = call;
		this.onLite = onLite;
		this.since = since;
		this.until = until;
	}

	/**
	 * Tells whether Milvus can change the existing collection.
	 * @return {@code false} when only a new collection can match the declaration
	 */
	public boolean isInPlace() {
		return this != NONE;
	}

	/** Tells whether a server supports the call. */
	boolean isOn(MilvusServer server) {
		if (server.lite()) {
			return this.onLite;
		}
		boolean there = this.since.isEmpty() || !server.isOlderThan(this.since);
		return there && (this.until.isEmpty() || server.isOlderThan(this.until));
	}

	String call() {
		return this.call;
	}

}
