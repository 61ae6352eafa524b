package io.github.milvusspring.data.admin;

import io.github.milvusspring.data.model.MilvusServer;

/**
 * How Milvus makes a collection what its declaration says, where it can without writing
 * its rows anew.
 */
public enum SchemaOperation {

	/** The collection is created. */
	CREATE_COLLECTION("CreateCollection", true, "", ""),

	/** A field is added; it is null in the rows that are there. */
	ADD_FIELD("AddCollectionField", false, "2.6", ""),

	/** A field gets more room, or another property. */
	ALTER_FIELD("AlterCollectionField", false, "2.5", ""),

	/** A function is added, which Milvus 3.0 does only together with its field. */
	ADD_FUNCTION("AddCollectionFunction", false, "2.6", "3.0"),

	/** A function gets other parameters; vectors that are there stay as they are. */
	ALTER_FUNCTION("AlterCollectionFunction", false, "2.6", ""),

	/** An index is created. */
	CREATE_INDEX("CreateIndex", true, "", ""),

	/**
	 * An index is dropped and created anew; no row is lost, but nothing is searched until
	 * it is built.
	 */
	REBUILD_INDEX("DropIndex and CreateIndex", true, "", ""),

	/** An index gets another property; nothing is searched meanwhile. */
	ALTER_INDEX("AlterIndex", false, "2.4", ""),

	/** The collection gets another property. */
	ALTER_COLLECTION("AlterCollection", true, "", ""),

	/** There is no way but a new collection. */
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
	 * Tells whether Milvus can do it in place.
	 * @return {@code false} when only a new collection helps
	 */
	public boolean isInPlace() {
		return this != NONE;
	}

	/** Whether a server has the call. */
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
