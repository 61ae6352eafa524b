package io.github.milvusspring.data.repository.support;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;

import io.github.milvusspring.data.mapping.Embedding;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.query.QueryVector;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Vector;

/**
 * Converts arguments of repository methods to query vectors, and checks their Java types.
 */
final class VectorArguments {

	private static final List<Class<?>> FLOATS = List.of(Vector.class, float[].class, double[].class);

	private VectorArguments() {
	}

	static boolean isVector(ResolvableType type) {
		return isFloats(type) || isPacked(type) || isSparse(type) || QueryVector.class.isAssignableFrom(type.toClass());
	}

	private static boolean isFloats(ResolvableType type) {
		Class<?> raw = type.toClass();
		return FLOATS.stream().anyMatch((floats) -> floats.isAssignableFrom(raw))
				|| (Collection.class.isAssignableFrom(raw) && List.of(Float.class, Double.class)
					.contains(type.as(Collection.class).getGeneric(0).toClass()));
	}

	private static boolean isPacked(ResolvableType type) {
		return type.toClass() == byte[].class || BitSet.class.isAssignableFrom(type.toClass());
	}

	private static boolean isSparse(ResolvableType type) {
		return type.toClass() == SparseVector.class;
	}

	/**
	 * Checks whether the type of a parameter fits the field that a search compares it
	 * with. Returns the problem, {@code null} when it fits.
	 */
	static @Nullable String problemOf(MilvusParameter parameter, MilvusPersistentProperty property,
			CollectionSchema collection) {
		FieldSchema field = property.getFieldSchema();
		ResolvableType type = parameter.type();
		if (CharSequence.class.isAssignableFrom(type.toClass())) {
			return isMadeFromText(property, collection) ? null
					: "looks for a text in '" + field.name() + "' by " + parameter
							+ ", but no vectors are made of texts there: take a Vector, or mark the property "
							+ "@Embedding";
		}
		if (QueryVector.class.isAssignableFrom(type.toClass())) {
			return null;
		}
		boolean fits = switch (field.type()) {
			case FLOAT_VECTOR, FLOAT16_VECTOR, BFLOAT16_VECTOR -> isFloats(type);
			case SPARSE_FLOAT_VECTOR -> isSparse(type);
			case INT8_VECTOR -> type.toClass() == byte[].class;
			case BINARY_VECTOR -> isPacked(type);
			default -> false;
		};
		return fits ? null : "looks for a " + type + " in '" + field.name() + "' by " + parameter
				+ ", which is of type " + field.describeType() + ": take " + advice(field.type());
	}

	private static String advice(FieldType type) {
		return switch (type) {
			case INT8_VECTOR -> "a byte[]";
			case BINARY_VECTOR -> "a BitSet or byte[]";
			case SPARSE_FLOAT_VECTOR -> "a SparseVector";
			default -> "a Vector, float[] or List<Float>";
		};
	}

	private static boolean isMadeFromText(MilvusPersistentProperty property, CollectionSchema collection) {
		return property.isAnnotationPresent(Embedding.class) || collection.functions()
			.stream()
			.anyMatch((function) -> function.type() == FunctionType.TEXT_EMBEDDING
					&& function.outputs().contains(property.getFieldName()));
	}

	static QueryVector of(@Nullable Object value, String what) {
		if (value instanceof QueryVector vector) {
			return vector;
		}
		if (value instanceof Vector vector) {
			return QueryVector.of(vector);
		}
		if (value instanceof float[] floats) {
			return QueryVector.of(floats);
		}
		if (value instanceof byte[] bytes) {
			return QueryVector.of(bytes);
		}
		if (value instanceof BitSet bits) {
			return QueryVector.of(bits);
		}
		if (value instanceof SparseVector vector) {
			return QueryVector.of(vector);
		}
		if (value instanceof CharSequence text) {
			return QueryVector.text(text.toString());
		}
		if (value instanceof double[] doubles) {
			return QueryVector.of(Vector.of(doubles));
		}
		if (value instanceof Collection<?> numbers) {
			return QueryVector.of(floats(numbers, what));
		}
		throw new InvalidDataAccessApiUsageException("The vector to search " + what + " for is null");
	}

	private static float[] floats(Collection<?> numbers, String what) {
		float[] floats = new float[numbers.size()];
		int i = 0;
		for (Object number : numbers) {
			if (!(number instanceof Number)) {
				throw new InvalidDataAccessApiUsageException(
						"The vector to search " + what + " for holds something else than numbers");
			}
			floats[i++] = ((Number) number).floatValue();
		}
		return floats;
	}

}
