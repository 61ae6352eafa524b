package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.mapping.type.MappedType;
import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.SparseVector;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Vector;

/**
 * Finds the Milvus type of a vector property, and checks its dimension and metric.
 */
final class VectorTypeRules {

	private static final int LARGEST_DIMENSION = 32_768;

	private static final List<FieldType> FLOATS = List.of(FieldType.FLOAT_VECTOR, FieldType.FLOAT16_VECTOR,
			FieldType.BFLOAT16_VECTOR);

	private static final List<FieldType> BYTES = List.of(FieldType.BINARY_VECTOR, FieldType.INT8_VECTOR);

	private final VectorField annotation;

	private final Problems problems;

	VectorTypeRules(VectorField annotation, Problems problems) {
		this.annotation = annotation;
		this.problems = problems;
	}

	@Nullable MappedType map(TypeInformation<?> information, @Nullable ValueConversion custom) {
		TypeInformation<?> stored = (custom != null) ? TypeInformation.of(custom.storedType()) : information;
		List<FieldType> types = typesOf(stored);
		if (types.isEmpty()) {
			this.problems.add("is a @VectorField of type " + stored.getType().getSimpleName()
					+ ": write float[], List<Float>, Vector, byte[], BitSet, SparseVector or Map<Long, Float>");
			return null;
		}
		FieldType wanted = (this.annotation.type().length > 0) ? this.annotation.type()[0] : types.get(0);
		if (!types.contains(wanted)) {
			this.problems.add("is a @VectorField of type " + stored.getType().getSimpleName() + ", which can be "
					+ types + ", not " + wanted);
			return null;
		}
		checkDimension(wanted);
		ValueConversion conversion = conversion(stored);
		return MappedType.of(wanted, stored.getType(), (custom != null) ? custom.then(conversion) : conversion);
	}

	private static List<FieldType> typesOf(TypeInformation<?> information) {
		Class<?> type = information.getType();
		if (type == float[].class || type == double[].class || type == Vector.class) {
			return FLOATS;
		}
		if (type == List.class || type == Collection.class) {
			TypeInformation<?> element = information.getComponentType();
			boolean numbers = element != null
					&& (element.getType() == Float.class || element.getType() == Double.class);
			return numbers ? FLOATS : List.of();
		}
		if (type == byte[].class) {
			return BYTES;
		}
		if (type == BitSet.class) {
			return List.of(FieldType.BINARY_VECTOR);
		}
		return (type == SparseVector.class || isSparseMap(information)) ? List.of(FieldType.SPARSE_FLOAT_VECTOR)
				: List.of();
	}

	private static boolean isSparseMap(TypeInformation<?> information) {
		TypeInformation<?> index = (information.getType() == Map.class) ? information.getComponentType() : null;
		TypeInformation<?> value = information.getMapValueType();
		return index != null && value != null && (index.getType() == Integer.class || index.getType() == Long.class)
				&& value.getType() == Float.class;
	}

	private void checkDimension(FieldType type) {
		int dimension = this.annotation.dimension();
		if (type == FieldType.SPARSE_FLOAT_VECTOR) {
			if (dimension != 0) {
				this.problems.add("is a sparse vector and has the dimension " + dimension + ": leave it out");
			}
		}
		else if (type == FieldType.BINARY_VECTOR) {
			if (dimension < 8 || dimension % 8 != 0 || dimension > 8 * LARGEST_DIMENSION) {
				this.problems.add("has the dimension " + dimension + ": write a multiple of 8 from 8 to "
						+ 8 * LARGEST_DIMENSION + ", the number of bits");
			}
		}
		else if (dimension < 2 || dimension > LARGEST_DIMENSION) {
			this.problems.add("has the dimension " + dimension + ": write a dimension from 2 to " + LARGEST_DIMENSION);
		}
	}

	private @Nullable ValueConversion conversion(TypeInformation<?> information) {
		Class<?> type = information.getType();
		if (Collection.class.isAssignableFrom(type)) {
			boolean doubles = information.getRequiredComponentType().getType() == Double.class;
			return new ValueConversion(type, float[].class, (list) -> floats((Collection<?>) list),
					(floats) -> list((float[]) floats, doubles));
		}
		if (type == Map.class) {
			boolean ints = information.getRequiredComponentType().getType() == Integer.class;
			return new ValueConversion(type, SparseVector.class, (map) -> sparse((Map<?, ?>) map),
					(vector) -> map((SparseVector) vector, ints));
		}
		if (type == Vector.class) {
			return new ValueConversion(type, float[].class, (vector) -> ((Vector) vector).toFloatArray(),
					(floats) -> Vector.of((float[]) floats));
		}
		if (type == double[].class) {
			return new ValueConversion(type, float[].class, (vector) -> Vector.of((double[]) vector).toFloatArray(),
					(floats) -> Vector.of((float[]) floats).toDoubleArray());
		}
		if (type == BitSet.class) {
			int bytes = this.annotation.dimension() / 8;
			return new ValueConversion(type, byte[].class, (bits) -> bytes((BitSet) bits, bytes),
					(vector) -> BitSet.valueOf((byte[]) vector));
		}
		return null;
	}

	private static float[] floats(Collection<?> list) {
		float[] floats = new float[list.size()];
		int next = 0;
		for (Object number : list) {
			floats[next++] = ((Number) number).floatValue();
		}
		return floats;
	}

	private static List<Number> list(float[] floats, boolean doubles) {
		List<Number> list = new ArrayList<>(floats.length);
		for (float number : floats) {
			list.add(doubles ? Double.valueOf(number) : (Number) number);
		}
		return list;
	}

	@SuppressWarnings("unchecked")
	private static SparseVector sparse(Map<?, ?> map) {
		return SparseVector.of((Map<? extends Number, ? extends Number>) map);
	}

	private static Map<Number, Float> map(SparseVector vector, boolean ints) {
		Map<Number, Float> map = new LinkedHashMap<>();
		for (int i = 0; i < vector.size(); i++) {
			long index = vector.index(i);
			map.put(ints ? Integer.valueOf(Math.toIntExact(index)) : (Number) index, vector.value(i));
		}
		return map;
	}

	// BitSet.toByteArray ends at the last set bit; a binary vector always has all bytes
	// of its dimension.
	private static byte[] bytes(BitSet bits, int length) {
		if (bits.length() > 8 * length) {
			throw new IllegalArgumentException(
					"bit " + (bits.length() - 1) + " is set, where the dimension is " + 8 * length);
		}
		byte[] vector = new byte[length];
		byte[] set = bits.toByteArray();
		System.arraycopy(set, 0, vector, 0, set.length);
		return vector;
	}

	Metric metric(FieldType type, boolean inStruct) {
		Set<Metric> possible = switch (type) {
			case BINARY_VECTOR -> Set.of(Metric.HAMMING, Metric.JACCARD, Metric.MHJACCARD);
			case SPARSE_FLOAT_VECTOR -> Set.of(Metric.IP, Metric.BM25);
			default -> Set.of(Metric.COSINE, Metric.IP, Metric.L2);
		};
		Metric natural = switch (type) {
			case BINARY_VECTOR -> Metric.HAMMING;
			case SPARSE_FLOAT_VECTOR -> Metric.IP;
			default -> inStruct ? Metric.MAX_SIM_COSINE : Metric.COSINE;
		};
		Metric[] said = this.annotation.metric();
		Metric metric = (said.length > 0) ? said[0] : natural;
		boolean listed = inStruct && metric.name().startsWith("MAX_SIM");
		if (!listed && metric != natural && !possible.contains(metric)) {
			this.problems.add("has the metric " + metric + ", which " + type + " does not have: write one of "
					+ possible.stream().sorted().toList());
		}
		return metric;
	}

}
