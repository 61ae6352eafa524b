package io.github.milvusspring.data.wire.column;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.google.protobuf.ByteString;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;
import io.milvus.grpc.ArrayArray;
import io.milvus.grpc.BoolArray;
import io.milvus.grpc.DataType;
import io.milvus.grpc.DoubleArray;
import io.milvus.grpc.FieldData;
import io.milvus.grpc.FloatArray;
import io.milvus.grpc.GeometryWktArray;
import io.milvus.grpc.IntArray;
import io.milvus.grpc.JSONArray;
import io.milvus.grpc.LongArray;
import io.milvus.grpc.ScalarField;
import io.milvus.grpc.SparseFloatArray;
import io.milvus.grpc.StringArray;
import io.milvus.grpc.VectorArray;
import io.milvus.grpc.VectorField;
import io.milvus.param.ParamUtils;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Columns of every type, as values, as the columns of this package and as the SDK's
 * generated messages.
 */
public final class RandomColumns {

	private static final int DIMENSION = 3;

	private RandomColumns() {
	}

	/**
	 * The values of a column.
	 *
	 * @param name the field's name
	 * @param type the type
	 * @param elementType the type of an array's elements
	 * @param values the values, arrays as lists, with nulls
	 * @param valid whether there are valid flags
	 */
	public record Values(String name, FieldType type, @Nullable FieldType elementType, List<@Nullable Object> values,
			boolean valid) {

		public Values ofRows(int rows) {
			List<@Nullable Object> cycled = new ArrayList<>();
			for (int i = 0; i < rows; i++) {
				cycled.add(this.values.get(i % this.values.size()));
			}
			return new Values(this.name, this.type, this.elementType, cycled, this.valid);
		}

		boolean @Nullable [] validArray() {
			boolean[] flags = new boolean[this.values.size()];
			for (int i = 0; i < flags.length; i++) {
				flags[i] = this.values.get(i) != null;
			}
			return this.valid ? flags : null;
		}

		public Column column() {
			if (this.type.isVector()) {
				return vectors(this.name, this.type, this.values, validArray());
			}
			if (this.type == FieldType.ARRAY_OF_VECTOR) {
				FieldType element = Objects.requireNonNull(this.elementType);
				return new VectorArrayColumn(this.name, element, dimension(element),
						this.values.stream()
							.map((list) -> vectors("", element, (List<?>) Objects.requireNonNull(list), null))
							.toArray(VectorColumn[]::new));
			}
			if (this.type == FieldType.JSON) {
				byte[][] documents = new byte[this.values.size()][];
				for (int i = 0; i < documents.length; i++) {
					documents[i] = (byte[]) this.values.get(i);
				}
				return new JsonColumn(this.name, documents, validArray(), this.name.equals("$meta"));
			}
			if (this.type != FieldType.ARRAY) {
				return scalars(this.name, this.type, this.values, validArray());
			}
			FieldType element = Objects.requireNonNull(this.elementType);
			@Nullable ScalarColumn[] arrays = new @Nullable ScalarColumn[this.values.size()];
			for (int i = 0; i < arrays.length; i++) {
				Object list = this.values.get(i);
				arrays[i] = (list != null) ? scalars("", element, (List<?>) list, null) : null;
			}
			return new ArrayColumn(this.name, element, arrays, validArray());
		}

		/** The message, with a placeholder for each null or without. */
		public FieldData message(boolean placeholders) {
			FieldData.Builder data = FieldData.newBuilder()
				.setFieldName(this.name)
				.setType(DataType.forNumber(this.type.number()))
				.setIsDynamic(this.name.equals("$meta"));
			List<Object> sent = new ArrayList<>();
			for (Object value : this.values) {
				if (value != null || placeholders) {
					sent.add((value != null) ? value : placeholder(this.type));
				}
				if (this.valid) {
					data.addValidData(value != null);
				}
			}
			if (this.type == FieldType.ARRAY_OF_VECTOR) {
				return data.setVectors(lists(Objects.requireNonNull(this.elementType), sent)).build();
			}
			if (this.type.isVector()) {
				return data.setVectors(vectorField(this.type, sent)).build();
			}
			return data.setScalars(field(this.type, this.elementType, sent)).build();
		}

	}

	static int dimension(FieldType type) {
		return (type == FieldType.BINARY_VECTOR) ? 16 : DIMENSION;
	}

	static VectorColumn vectors(String name, FieldType type, List<?> values, boolean @Nullable [] valid) {
		return switch (type) {
			case FLOAT_VECTOR -> new FloatVectorColumn(name, DIMENSION, values.toArray(float[][]::new), valid);
			case SPARSE_FLOAT_VECTOR -> new SparseVectorColumn(name, values.toArray(SparseVector[]::new), valid);
			default -> new ByteVectorColumn(name, type, dimension(type), values.toArray(byte[][]::new), valid);
		};
	}

	private static VectorField lists(FieldType element, List<?> rows) {
		VectorArray.Builder lists = VectorArray.newBuilder()
			.setDim(dimension(element))
			.setElementType(DataType.forNumber(element.number()));
		rows.forEach((row) -> lists.addData(vectorField(element, (List<?>) row)));
		return VectorField.newBuilder().setDim(dimension(element)).setVectorArray(lists).build();
	}

	static VectorField vectorField(FieldType type, List<?> vectors) {
		VectorField.Builder field = VectorField.newBuilder().setDim(dimension(type));
		List<ByteString> bytes = new ArrayList<>();
		vectors.forEach((vector) -> bytes.add((vector instanceof byte[] array) ? ByteString.copyFrom(array)
				: (vector instanceof SparseVector sparse)
						? ByteString.copyFrom(ParamUtils.encodeSparseFloatVector(sparse.toMap()).array())
						: ByteString.EMPTY));
		switch (type) {
			case FLOAT_VECTOR -> {
				FloatArray.Builder floats = FloatArray.newBuilder();
				for (Object vector : vectors) {
					for (float number : (float[]) vector) {
						floats.addData(number);
					}
				}
				field.setFloatVector(floats);
			}
			case BINARY_VECTOR -> field.setBinaryVector(ByteString.copyFrom(bytes));
			case FLOAT16_VECTOR -> field.setFloat16Vector(ByteString.copyFrom(bytes));
			case BFLOAT16_VECTOR -> field.setBfloat16Vector(ByteString.copyFrom(bytes));
			case INT8_VECTOR -> field.setInt8Vector(ByteString.copyFrom(bytes));
			default -> {
				int dimension = vectors.stream().mapToInt((vector) -> ((SparseVector) vector).size()).max().orElse(0);
				field.setDim(dimension)
					.setSparseFloatVector(SparseFloatArray.newBuilder().addAllContents(bytes).setDim(dimension));
			}
		}
		return field.build();
	}

	private static Object placeholder(FieldType type) {
		return switch (type) {
			case BOOL -> false;
			case INT8 -> (byte) 0;
			case INT16 -> (short) 0;
			case INT32 -> 0;
			case INT64 -> 0L;
			case FLOAT -> 0f;
			case DOUBLE -> 0d;
			case VARCHAR, TEXT, GEOMETRY, TIMESTAMPTZ -> "";
			case JSON -> new byte[0];
			case ARRAY -> List.of();
			case FLOAT_VECTOR -> new float[DIMENSION];
			case SPARSE_FLOAT_VECTOR -> SparseVector.EMPTY;
			case BINARY_VECTOR, INT8_VECTOR, FLOAT16_VECTOR, BFLOAT16_VECTOR -> new byte[type.bytes(dimension(type))];
			default -> throw new IllegalArgumentException(type.name());
		};
	}

	static ScalarField field(FieldType type, @Nullable FieldType elementType, List<?> values) {
		ScalarField.Builder field = ScalarField.newBuilder();
		switch (type) {
			case BOOL -> {
				BoolArray.Builder array = BoolArray.newBuilder();
				values.forEach((value) -> array.addData((Boolean) value));
				field.setBoolData(array);
			}
			case INT8, INT16, INT32 -> {
				IntArray.Builder array = IntArray.newBuilder();
				values.forEach((value) -> array.addData(((Number) value).intValue()));
				field.setIntData(array);
			}
			case INT64 -> {
				LongArray.Builder array = LongArray.newBuilder();
				values.forEach((value) -> array.addData((Long) value));
				field.setLongData(array);
			}
			case FLOAT -> {
				FloatArray.Builder array = FloatArray.newBuilder();
				values.forEach((value) -> array.addData((Float) value));
				field.setFloatData(array);
			}
			case DOUBLE -> {
				DoubleArray.Builder array = DoubleArray.newBuilder();
				values.forEach((value) -> array.addData((Double) value));
				field.setDoubleData(array);
			}
			case GEOMETRY -> {
				GeometryWktArray.Builder array = GeometryWktArray.newBuilder();
				values.forEach((value) -> array.addData((String) value));
				field.setGeometryWktData(array);
			}
			case VARCHAR, TEXT, TIMESTAMPTZ -> {
				StringArray.Builder array = StringArray.newBuilder();
				values.forEach((value) -> array.addData((String) value));
				field.setStringData(array);
			}
			case JSON -> {
				JSONArray.Builder array = JSONArray.newBuilder();
				values.forEach((value) -> array.addData(ByteString.copyFrom((byte[]) value)));
				field.setJsonData(array);
			}
			case ARRAY -> {
				FieldType element = Objects.requireNonNull(elementType);
				ArrayArray.Builder array = ArrayArray.newBuilder().setElementType(DataType.forNumber(element.number()));
				values.forEach((value) -> array.addData(field(element, null, (List<?>) value)));
				field.setArrayData(array);
			}
			default -> throw new IllegalArgumentException(type.toString());
		}
		return field.build();
	}

	static ScalarColumn scalars(String name, FieldType type, List<?> values, boolean @Nullable [] valid) {
		int rows = values.size();
		boolean[] booleans = new boolean[rows];
		int[] ints = new int[rows];
		long[] longs = new long[rows];
		float[] floats = new float[rows];
		double[] doubles = new double[rows];
		@Nullable String[] texts = new @Nullable String[rows];
		for (int i = 0; i < rows; i++) {
			Object value = values.get(i);
			booleans[i] = Boolean.TRUE.equals(value);
			ints[i] = (value instanceof Number number) ? number.intValue() : 77;
			longs[i] = (value instanceof Number number) ? number.longValue() : 77;
			floats[i] = (value instanceof Float number) ? number : 77;
			doubles[i] = (value instanceof Double number) ? number : 77;
			texts[i] = (value instanceof String text) ? text : null;
		}
		return switch (type) {
			case BOOL -> new BooleanColumn(name, booleans, valid);
			case INT8, INT16, INT32 -> new IntColumn(name, type, ints, valid);
			case INT64 -> new LongColumn(name, longs, valid);
			case FLOAT -> new FloatColumn(name, floats, valid);
			case DOUBLE -> new DoubleColumn(name, doubles, valid);
			default -> new StringColumn(name, type, texts, valid);
		};
	}

	public static Arbitrary<Values> columns() {
		return Arbitraries.of(FieldType.values())
			.filter((type) -> type != FieldType.ARRAY_OF_STRUCT)
			.flatMap(RandomColumns::columns);
	}

	private static Arbitrary<Values> columns(FieldType type) {
		return switch (type) {
			case ARRAY -> scalarTypes().flatMap((element) -> columns(type, element));
			case ARRAY_OF_VECTOR -> vectorTypes().flatMap((element) -> columns(type, element));
			default -> columns(type, null);
		};
	}

	/** Columns of lists of as many elements, which are the fields of structs. */
	public static Arbitrary<List<Values>> structs() {
		Arbitrary<List<Integer>> sizes = Arbitraries.integers().between(0, 4).list().ofMaxSize(6);
		Arbitrary<FieldType> elements = Arbitraries.oneOf(scalarTypes(), vectorTypes());
		return Combinators.combine(sizes, elements.list().uniqueElements().ofMinSize(1).ofMaxSize(4))
			.flatAs((counts, types) -> Combinators
				.combine(types.stream()
					.map((type) -> Combinators
						.combine(counts.stream().map((count) -> values(type).list().ofSize(count)).toList())
						.as((rows) -> new Values("f" + types.indexOf(type),
								type.isVector() ? FieldType.ARRAY_OF_VECTOR : FieldType.ARRAY, type,
								new ArrayList<>(rows), false)))
					.toList())
				.as((fields) -> fields));
	}

	private static Arbitrary<FieldType> vectorTypes() {
		return Arbitraries.of(FieldType.FLOAT_VECTOR, FieldType.BINARY_VECTOR, FieldType.FLOAT16_VECTOR,
				FieldType.BFLOAT16_VECTOR, FieldType.INT8_VECTOR);
	}

	private static Arbitrary<FieldType> scalarTypes() {
		return Arbitraries.of(FieldType.BOOL, FieldType.INT8, FieldType.INT16, FieldType.INT32, FieldType.INT64,
				FieldType.FLOAT, FieldType.DOUBLE, FieldType.VARCHAR);
	}

	private static Arbitrary<Values> columns(FieldType type, @Nullable FieldType elementType) {
		Arbitrary<Object> values = (elementType != null)
				? values(elementType).list().ofMaxSize(5).map((list) -> (Object) list) : values(type);
		Arbitrary<String> names = (type == FieldType.JSON) ? Arbitraries.of("document", "$meta")
				: Arbitraries.of("f", "field_1", "größe", "x".repeat(255));
		return Arbitraries.of((type == FieldType.ARRAY_OF_VECTOR) ? List.of(false) : List.of(true, false))
			.flatMap((valid) -> Combinators
				.combine(names, (valid ? values.injectNull(0.3) : values).list().ofMaxSize(20))
				.as((name, list) -> new Values(name, type, elementType, list, valid)));
	}

	private static Arbitrary<Object> values(FieldType type) {
		return switch (type) {
			case BOOL -> Arbitraries.of(true, false).map((value) -> value);
			case INT8 -> Arbitraries.bytes().map((value) -> value);
			case INT16 -> Arbitraries.shorts().map((value) -> value);
			case INT32 -> Arbitraries.integers().map((value) -> value);
			case INT64 -> Arbitraries
				.oneOf(Arbitraries.longs(), Arbitraries.of(9_007_199_254_740_993L, Long.MIN_VALUE, Long.MAX_VALUE, -1L))
				.map((value) -> value);
			case FLOAT -> floats().map((value) -> value);
			case DOUBLE ->
				Arbitraries
					.oneOf(Arbitraries.doubles(),
							Arbitraries.of(-0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE,
									Double.MAX_VALUE))
					.map((value) -> value);
			case VARCHAR, TEXT, GEOMETRY, TIMESTAMPTZ -> texts().map((value) -> value);
			case BINARY_VECTOR, INT8_VECTOR, FLOAT16_VECTOR, BFLOAT16_VECTOR ->
				Arbitraries.bytes().array(byte[].class).ofSize(type.bytes(dimension(type))).map((value) -> value);
			case SPARSE_FLOAT_VECTOR -> Arbitraries
				.maps(Arbitraries.longs().between(0, 4_294_967_294L), Arbitraries.floats().between(0, Float.MAX_VALUE))
				.ofMaxSize(5)
				.map(SparseVector::of);
			case JSON -> texts().map((value) -> ("{\"a\":\"" + value + "\"}").getBytes(StandardCharsets.UTF_8));
			case FLOAT_VECTOR -> floats().array(Float[].class).ofSize(DIMENSION).map((boxes) -> {
				float[] vector = new float[DIMENSION];
				for (int i = 0; i < DIMENSION; i++) {
					vector[i] = boxes[i];
				}
				return vector;
			});
			default -> throw new IllegalArgumentException(type.name());
			case ARRAY -> throw new IllegalArgumentException("An array has no arrays");
		};
	}

	private static Arbitrary<Float> floats() {
		return Arbitraries.oneOf(Arbitraries.floats(),
				Arbitraries.of(-0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE));
	}

	/** Texts that are valid Unicode, some beyond every buffer. */
	public static Arbitrary<String> texts() {
		Arbitrary<String> plain = Arbitraries.strings().ofMaxLength(20).filter(RandomColumns::isUnicode);
		return Arbitraries.frequencyOf(Tuple.of(20, plain),
				Tuple.of(5,
						Arbitraries.of("", "\0", "a".repeat(127), "a".repeat(128), "ß".repeat(64), "😀", "日本語",
								"a😀".repeat(40))),
				Tuple.of(1, Arbitraries.of("x".repeat(32_768), "x".repeat(40_000), "ü".repeat(20_000),
						"😀".repeat(10_000))));
	}

	private static boolean isUnicode(String text) {
		return text.codePoints().noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

}
