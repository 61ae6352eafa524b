package io.github.milvusspring.data.model;

/**
 * A field that the server reports and whose type this version of the library does not
 * know. It is neither read nor written, and stays as it is.
 *
 * @param name the name of the field
 * @param type the name of the type in Milvus, with its number in the protocol
 * @param primaryKey whether the field is the primary key
 * @param required whether each row needs a value for the field
 */
public record UnknownField(String name, String type, boolean primaryKey, boolean required) {

	@Override
	public String toString() {
		return "Field '" + this.name + "' is of the type " + this.type
				+ ", which this version can neither read nor write";
	}

}
