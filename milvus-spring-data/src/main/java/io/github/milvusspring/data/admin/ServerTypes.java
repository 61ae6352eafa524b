package io.github.milvusspring.data.admin;

import java.util.EnumSet;
import java.util.Set;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Which server has which type: the one table of it.
 */
final class ServerTypes {

	private static final Set<FieldType> NOT_IN_LITE = EnumSet.of(FieldType.TEXT, FieldType.BINARY_VECTOR,
			FieldType.FLOAT16_VECTOR, FieldType.BFLOAT16_VECTOR, FieldType.INT8_VECTOR, FieldType.ARRAY_OF_VECTOR,
			FieldType.ARRAY_OF_STRUCT);

	private ServerTypes() {
	}

	static boolean inLite(FieldType type) {
		return !NOT_IN_LITE.contains(type);
	}

	/**
	 * The first Milvus with a type.
	 */
	static String since(FieldType type) {
		return switch (type) {
			case BOOL, INT8, INT16, INT32, INT64, FLOAT, DOUBLE, FLOAT_VECTOR, BINARY_VECTOR -> "2.0";
			case VARCHAR -> "2.1";
			case JSON -> "2.2.9";
			case ARRAY -> "2.3";
			case FLOAT16_VECTOR, BFLOAT16_VECTOR, SPARSE_FLOAT_VECTOR -> "2.4";
			case INT8_VECTOR, GEOMETRY, TIMESTAMPTZ, ARRAY_OF_VECTOR, ARRAY_OF_STRUCT -> "2.6";
			case TEXT -> "3.0";
		};
	}

	/**
	 * The servers with a type, in words.
	 */
	static String servers(FieldType type) {
		return "Milvus " + since(type) + " or newer" + (inLite(type) ? ", Milvus Lite" : "");
	}

	/**
	 * Refuses what Milvus Lite does not have, which it would not keep.
	 */
	static void checkLite(CollectionSchema collection, FieldSchema field) {
		if (!inLite(field.type())) {
			throw problem(collection, field, "Milvus Lite has no " + field.type() + " fields: use Milvus standalone, a"
					+ " cluster or Zilliz Cloud, " + since(field.type()) + " or newer");
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
