package io.github.milvusspring.data.model;

/**
 * A field that was found on a server and whose type a newer version of this library may
 * know: it stays as it is, and is neither read nor written.
 *
 * @param name the field's name
 * @param type the type in Milvus's own word, with its number in the protocol
 * @param primaryKey whether it is the primary key
 * @param required whether a row needs a value of it
 */
public record UnknownField(String name, String type, boolean primaryKey, boolean required) {

	@Override
	public String toString() {
		return "Field '" + this.name + "' is of the type " + this.type
				+ ", which this version can neither read nor write";
	}

}
