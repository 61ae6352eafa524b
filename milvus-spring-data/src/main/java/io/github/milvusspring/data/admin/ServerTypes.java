package io.github.milvusspring.data.admin;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Tells which field types a server supports.
 */
final class ServerTypes {

	private ServerTypes() {
	}

	/**
	 * Returns the names of the servers that support a type, for messages.
	 */
	static String servers(FieldType type) {
		return "Milvus " + type.since() + " or newer" + (type.isOnLite() ? ", Milvus Lite" : "");
	}

	/**
	 * Refuses a field that Milvus Lite does not support, and would not store as declared.
	 */
	static void checkLite(CollectionSchema collection, FieldSchema field) {
		if (!field.type().isOnLite()) {
			throw problem(collection, field, "Milvus Lite has no " + field.type() + " fields: use Milvus standalone, a"
					+ " cluster or Zilliz Cloud, " + field.type().since() + " or newer");
		}
		if (field.type().isVector() && field.nullable()) {
			throw problem(collection, field, "Milvus Lite keeps zeros for a vector that is null, and finds them: use"
					+ " Milvus standalone, a cluster or Zilliz Cloud, 2.6 or newer, or have a vector in every row");
		}
	}

	private static InvalidDataAccessApiUsageException problem(CollectionSchema collection, FieldSchema field,
			String text) {
		return new InvalidDataAccessApiUsageException(
				"Field '" + field.name() + "' of collection '" + collection.name() + "': " + text);
	}

}
