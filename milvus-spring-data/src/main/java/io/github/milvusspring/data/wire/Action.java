package io.github.milvusspring.data.wire;

import java.util.regex.Pattern;

/**
 * What a call does, for its error message.
 *
 * @param name the name of the Milvus operation
 * @param collection the collection it touches, possibly empty
 * @param effect what it does to rows
 */
public record Action(String name, String collection, Effect effect) {

	private static final Pattern QUESTION = Pattern.compile("(Describe|Get|Has|List|Show)[A-Z].*");

	/**
	 * An action that changes no rows.
	 * @param name the name of the Milvus operation
	 * @param collection the collection it touches, possibly empty
	 * @return the action
	 */
	public static Action of(String name, String collection) {
		return new Action(name, collection, QUESTION.matcher(name).matches() ? Effect.READ : Effect.NONE);
	}

	@Override
	public String toString() {
		return this.collection.isEmpty() ? this.name : this.name + " on collection '" + this.collection + "'";
	}

	boolean changesRows() {
		return this.effect == Effect.WRITE || this.effect == Effect.DELETE;
	}

	/**
	 * What a call does to rows.
	 */
	public enum Effect {

		/** They are not touched: something else is created or changed. */
		NONE,

		/** They, or something else, are read. */
		READ,

		/** They are inserted or replaced. */
		WRITE,

		/** They are deleted. */
		DELETE

	}

}
