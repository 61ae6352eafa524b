package io.github.milvusspring.data.wire;

/**
 * What a call does, for its error message.
 *
 * @param name the name of the Milvus operation
 * @param collection the collection it touches, possibly empty
 * @param write whether it writes rows
 */
public record Action(String name, String collection, boolean write) {

	@Override
	public String toString() {
		return this.collection.isEmpty() ? this.name : this.name + " on collection '" + this.collection + "'";
	}

}
