package io.github.milvusspring.data.convert;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.BooleanColumn;
import io.github.milvusspring.data.wire.column.DoubleColumn;
import io.github.milvusspring.data.wire.column.FloatColumn;
import io.github.milvusspring.data.wire.column.IntColumn;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import org.jspecify.annotations.Nullable;

/**
 * Converts arrays of primitives to columns and back, without boxing.
 */
final class PrimitiveArrays {

	private PrimitiveArrays() {
	}

	/**
	 * Returns the elements of an array as a column; {@code null} unless the array holds
	 * primitives of exactly the given type.
	 */
	static @Nullable ScalarColumn column(FieldType type, Object array) {
		return switch (type) {
			case BOOL -> (array instanceof boolean[] values) ? new BooleanColumn("", values, null) : null;
			case INT8 -> (array instanceof byte[] values) ? new IntColumn("", type, ints(values), null) : null;
			case INT16 -> (array instanceof short[] values) ? new IntColumn("", type, ints(values), null) : null;
			case INT32 -> (array instanceof int[] values) ? new IntColumn("", type, values, null) : null;
			case INT64 -> (array instanceof long[] values) ? new LongColumn("", values, null) : null;
			case FLOAT -> (array instanceof float[] values) ? new FloatColumn("", values, null) : null;
			case DOUBLE -> (array instanceof double[] values) ? new DoubleColumn("", values, null) : null;
			default -> null;
		};
	}

	private static int[] ints(byte[] values) {
		int[] ints = new int[values.length];
		for (int i = 0; i < ints.length; i++) {
			ints[i] = values[i];
		}
		return ints;
	}

	private static int[] ints(short[] values) {
		int[] ints = new int[values.length];
		for (int i = 0; i < ints.length; i++) {
			ints[i] = values[i];
		}
		return ints;
	}

	/**
	 * Returns the elements as an array of primitives.
	 */
	static Object array(ScalarColumn elements) {
		if (elements instanceof IntColumn ints) {
			return ints(ints);
		}
		int rows = elements.rows();
		if (elements instanceof BooleanColumn column) {
			boolean[] values = new boolean[rows];
			for (int i = 0; i < rows; i++) {
				values[i] = column.get(i);
			}
			return values;
		}
		if (elements instanceof LongColumn column) {
			long[] values = new long[rows];
			for (int i = 0; i < rows; i++) {
				values[i] = column.get(i);
			}
			return values;
		}
		if (elements instanceof FloatColumn column) {
			float[] values = new float[rows];
			for (int i = 0; i < rows; i++) {
				values[i] = column.get(i);
			}
			return values;
		}
		DoubleColumn column = (DoubleColumn) elements;
		double[] values = new double[rows];
		for (int i = 0; i < rows; i++) {
			values[i] = column.get(i);
		}
		return values;
	}

	private static Object ints(IntColumn column) {
		int rows = column.rows();
		if (column.type() == FieldType.INT8) {
			byte[] values = new byte[rows];
			for (int i = 0; i < rows; i++) {
				values[i] = (byte) column.get(i);
			}
			return values;
		}
		if (column.type() == FieldType.INT16) {
			short[] values = new short[rows];
			for (int i = 0; i < rows; i++) {
				values[i] = (short) column.get(i);
			}
			return values;
		}
		int[] values = new int[rows];
		for (int i = 0; i < rows; i++) {
			values[i] = column.get(i);
		}
		return values;
	}

}
