package io.github.milvusspring.data.wire;

/**
 * The Milvus operation that a call performs, and the collection or database that it acts
 * on.
 *
 * @param name the name of the operation in the protocol, for example {@code Upsert}
 * @param collection the name of the collection, empty when the call concerns none
 * @param database the name of the database that the call concerns, empty for the database
 * of the connection
 * @param effect whether the call reads, writes or deletes rows, or changes something else
 */
public record Operation(String name, String collection, String database, Effect effect) {

	/**
	 * Creates an operation on a collection.
	 * @param name the name of the operation
	 * @param collection the name of the collection, empty for none
	 * @param effect the effect
	 */
	public Operation(String name, String collection, Effect effect) {
		this(name, collection, "", effect);
	}

	/**
	 * Returns an operation that reads.
	 * @param name the name of the operation
	 * @param collection the name of the collection, empty for none
	 * @return the operation
	 */
	public static Operation reading(String name, String collection) {
		return new Operation(name, collection, Effect.READ);
	}

	/**
	 * Returns an operation that creates, changes or drops something other than rows.
	 * @param name the name of the operation
	 * @param collection the name of the collection, empty for none
	 * @return the operation
	 */
	public static Operation changing(String name, String collection) {
		return new Operation(name, collection, Effect.CHANGE);
	}

	/**
	 * Tells whether the operation writes or deletes rows.
	 * @return {@code true} for writes and deletes
	 */
	public boolean changesRows() {
		return this.effect == Effect.WRITE || this.effect == Effect.DELETE;
	}

	@Override
	public String toString() {
		String object = !this.database.isEmpty() ? " of database '" + this.database + "'"
				: !this.collection.isEmpty() ? " on collection '" + this.collection + "'" : "";
		return this.name + object;
	}

	/**
	 * The effect of a call.
	 */
	public enum Effect {

		/** The call reads rows, or a description of anything else. */
		READ,

		/** The call inserts, replaces or updates rows. */
		WRITE,

		/** The call deletes rows. */
		DELETE,

		/** The call creates, changes or drops something other than rows. */
		CHANGE

	}

}
