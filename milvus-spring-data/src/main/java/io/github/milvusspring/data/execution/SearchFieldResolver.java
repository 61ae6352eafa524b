package io.github.milvusspring.data.execution;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.milvusspring.data.convert.FloatVectorChecks;
import io.github.milvusspring.data.convert.HalfFloats;
import io.github.milvusspring.data.convert.RowConverter;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.TextQuery;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.SearchVectors;
import io.github.milvusspring.data.wire.column.ByteVectorColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Finds the field that a search uses, and encodes the searched vectors for the type of
 * that field.
 *
 * @param collection the collection
 * @param converter provides the fields of a row
 */
record SearchFieldResolver(CollectionSchema collection, RowConverter<?> converter) {

	FieldSchema field(SearchQuery<?> query) {
		if (query instanceof TextQuery text) {
			return wordsOf(text.field());
		}
		String name = this.converter.vectorField(((VectorQuery) query).field());
		return Objects.requireNonNull(this.collection.field(name));
	}

	Metric metric(FieldSchema field) {
		return (field.metric() != null) ? field.metric() : Metric.COSINE;
	}

	private FieldSchema wordsOf(@Nullable String property) {
		FieldSchema text = (property != null) ? this.converter.field(property) : null;
		List<FunctionSchema> functions = this.collection.functions()
			.stream()
			.filter((function) -> function.type() == FunctionType.BM25)
			.filter((function) -> property == null || (text != null && function.inputs().contains(text.name())))
			.toList();
		if (functions.size() != 1) {
			throw new InvalidDataAccessApiUsageException((property != null)
					? "'" + property + "' of '" + this.collection.name()
							+ "' has no full text search: mark the property @FullText"
					: "Collection '" + this.collection.name() + "' has " + functions.size()
							+ " properties with full text search: name the one to search");
		}
		return Objects.requireNonNull(this.collection.field(functions.get(0).outputs().get(0)));
	}

	SearchVectors vectors(SearchQuery<?> query, FieldSchema field) {
		if (query instanceof TextQuery text) {
			return texts(List.of(text.text()));
		}
		List<QueryVector> vectors = ((VectorQuery) query).vectors();
		if (vectors.stream().allMatch(QueryVector.Text.class::isInstance)) {
			if (!isMadeByServer(field)) {
				throw problem(field, "is a text, and nothing makes a vector of it: mark the property @Embedding,"
						+ " or give the vector of the text");
			}
			return texts(vectors.stream().map((vector) -> ((QueryVector.Text) vector).text()).toList());
		}
		if (field.type() == FieldType.FLOAT_VECTOR) {
			List<float[]> floats = new ArrayList<>(vectors.size());
			vectors.forEach((vector) -> floats.add(floats(vector, field)));
			return SearchVectors.floats(floats);
		}
		List<byte[]> packed = new ArrayList<>(vectors.size());
		vectors.forEach((vector) -> packed.add(packed(vector, field)));
		return SearchVectors.packed(field.type(), packed);
	}

	private boolean isMadeByServer(FieldSchema field) {
		return field.functionOutput() || this.collection.functions()
			.stream()
			.anyMatch((function) -> function.outputs().contains(field.name()));
	}

	private static SearchVectors texts(List<String> texts) {
		return SearchVectors.packed(FieldType.VARCHAR,
				texts.stream().map((text) -> text.getBytes(StandardCharsets.UTF_8)).toList());
	}

	private float[] floats(QueryVector vector, FieldSchema field) {
		if (!(vector instanceof QueryVector.Floats floats)) {
			throw problem(field, "is " + vector + ", where the field is of type " + field.describeType());
		}
		String problem = FloatVectorChecks.problemOf(floats.values(), field.dimension());
		if (problem != null) {
			throw problem(field, problem);
		}
		return floats.values();
	}

	private byte[] packed(QueryVector vector, FieldSchema field) {
		FieldType type = field.type();
		if (type == FieldType.FLOAT16_VECTOR || type == FieldType.BFLOAT16_VECTOR) {
			try {
				return HalfFloats.pack(type, floats(vector, field));
			}
			catch (IllegalArgumentException ex) {
				throw problem(field, "cannot be sent: " + ex.getMessage());
			}
		}
		if (type == FieldType.SPARSE_FLOAT_VECTOR && vector instanceof QueryVector.Sparse sparse) {
			return sparse(sparse.vector());
		}
		if (type == FieldType.BINARY_VECTOR && vector instanceof QueryVector.Bits bits) {
			return bytes(ByteVectorColumn.ofBits(bits.bits(), field.dimension()), field);
		}
		if (type.isByteVector() && vector instanceof QueryVector.Bytes bytes) {
			return bytes(bytes.values(), field);
		}
		throw problem(field, "is " + vector + ", where the field is of type " + field.describeType());
	}

	private byte[] bytes(byte[] vector, FieldSchema field) {
		int size = field.type().bytes(field.dimension());
		if (vector.length != size) {
			throw problem(field, "has " + vector.length + " bytes, where " + field.describeType() + " has " + size);
		}
		return vector;
	}

	private static byte[] sparse(SparseVector vector) {
		ByteBuffer bytes = ByteBuffer.allocate(8 * vector.size()).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < vector.size(); i++) {
			bytes.putInt((int) vector.index(i)).putFloat(vector.value(i));
		}
		return bytes.array();
	}

	private InvalidDataAccessApiUsageException problem(FieldSchema field, String text) {
		return new InvalidDataAccessApiUsageException(
				"The vector to search '" + field.name() + "' of '" + this.collection.name() + "' for " + text);
	}

}
