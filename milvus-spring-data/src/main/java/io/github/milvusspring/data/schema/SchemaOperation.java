package io.github.milvusspring.data.schema;

/**
 * How Milvus makes a collection what its declaration says, where it can without writing
 * its rows anew.
 */
public enum SchemaOperation {

	/** The collection is created. */
	CREATE_COLLECTION("CreateCollection", true),

	/** A field is added; it is null in the rows that are there. */
	ADD_FIELD("AddCollectionField", false),

	/** A field gets more room, or another property. */
	ALTER_FIELD("AlterCollectionField", false),

	/** A function is added. */
	ADD_FUNCTION("AddCollectionFunction", false),

	/** A function gets other parameters; vectors that are there stay as they are. */
	ALTER_FUNCTION("AlterCollectionFunction", false),

	/** An index is created. */
	CREATE_INDEX("CreateIndex", true),

	/**
	 * An index is dropped and created anew; no row is lost, but nothing is searched until
	 * it is built.
	 */
	REBUILD_INDEX("DropIndex and CreateIndex", true),

	/** An index gets another property; nothing is searched meanwhile. */
	ALTER_INDEX("AlterIndex", false),

	/** The collection gets another property. */
	ALTER_COLLECTION("AlterCollection", true),

	/** There is no way but a new collection. */
	NONE("no", true);

	private final String call;

	private final boolean onLite;

	SchemaOperation(String call, boolean onLite) {
		this.call = call;
		this.onLite = onLite;
	}

	/**
	 * Tells whether Milvus can do it in place.
	 * @return {@code false} when only a new collection helps
	 */
	public boolean isInPlace() {
		return this != NONE;
	}

	boolean isOnLite() {
		return this.onLite;
	}

	String call() {
		return this.call;
	}

}
