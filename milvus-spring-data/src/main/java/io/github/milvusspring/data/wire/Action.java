package io.github.milvusspring.data.wire;

/**
 * What a call does, for its error message.
 *
 * @param name the name of the Milvus operation
 * @param collection the collection it touches, possibly empty
 * @param effect what it does to rows
 */
public record Action(String name, String collection, Effect effect) {

	/**
	 * An action that changes no rows.
	 * @param name the name of the Milvus operation
	 * @param collection the collection it touches, possibly empty
	 * @return the action
	 */
	public static Action of(String name, String collection) {
		return new Action(name, collection, Effect.NONE);
	}

	@Override
	public String toString() {
		return this.collection.isEmpty() ? this.name : this.name + " on collection '" + this.collection + "'";
	}

	/**
	 * What a call does to rows.
	 */
	public enum Effect {

		/** They are read, or not touched at all. */
		NONE,

		/** They are inserted or replaced. */
		WRITE,

		/** They are deleted. */
		DELETE

	}

}
