package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

import io.github.milvusspring.data.model.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a {@code ScalarField} message of a reply into a column.
 */
public final class ScalarFieldDecoder {

	private static final int VALID = 17;

	private final ProtoReader in;

	private int count;

	private int slot;

	private boolean[] booleans = {};

	private int[] ints = {};

	private long[] longs = {};

	private float[] floats = {};

	private double[] doubles = {};

	private @Nullable String[] texts = {};

	private byte[] @Nullable [] documents = {};

	private @Nullable ScalarFieldDecoder[] arrays = {};

	private int elementType;

	private boolean @Nullable [] valid;

	ScalarFieldDecoder(ProtoReader in) {
		this.in = in;
	}

	/** Reads one field of the message. */
	void read(int tag) throws IOException {
		if (tag >>> 3 == VALID) {
			this.valid = ValidityDecoder.read(this.in, tag, this.valid);
		}
		else if ((tag & 7) == 2) {
			slot(tag >>> 3, this.in.size());
		}
		else {
			this.in.skip(tag);
		}
	}

	/**
	 * Returns which rows have a value, {@code null} when the message does not contain it.
	 */
	boolean @Nullable [] valid() {
		return this.valid;
	}

	void slot(int slot, int size) throws IOException {
		if (slot < 1 || slot == 7 || slot == 10 || slot > 12) {
			// Skipped here: the type of the field, which may follow, gives a clearer
			// error message.
			this.in.skipBytes(size);
			return;
		}
		if (size > 0) {
			this.slot = slot;
		}
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			if (slot == 8 && tag >>> 3 == 2) {
				this.elementType = (int) this.in.varint();
			}
			else if (tag >>> 3 != 1) {
				this.in.skip(tag);
			}
			else if ((tag & 7) == 2 && (slot <= 5 || slot == 11)) {
				long packedEnd = this.in.size();
				packedEnd += this.in.position();
				expect(slot, packedEnd - this.in.position());
				while (this.in.position() < packedEnd) {
					value(slot);
				}
			}
			else {
				value(slot);
			}
		}
	}

	private void expect(int slot, long packedSize) {
		if (slot == 4) {
			this.floats = Arrays.copyOf(this.floats, this.count + (int) (packedSize / 4));
		}
		else if (slot == 5) {
			this.doubles = Arrays.copyOf(this.doubles, this.count + (int) (packedSize / 8));
		}
		else if (slot == 1) {
			this.booleans = Arrays.copyOf(this.booleans, this.count + (int) packedSize);
		}
	}

	private void value(int slot) throws IOException {
		int i = this.count;
		switch (slot) {
			case 1 -> {
				this.booleans = (i < this.booleans.length) ? this.booleans : Arrays.copyOf(this.booleans, grown());
				this.booleans[i] = this.in.varint() != 0;
			}
			case 2 -> {
				this.ints = (i < this.ints.length) ? this.ints : Arrays.copyOf(this.ints, grown());
				this.ints[i] = (int) this.in.varint();
			}
			case 3, 11 -> {
				this.longs = (i < this.longs.length) ? this.longs : Arrays.copyOf(this.longs, grown());
				this.longs[i] = this.in.varint();
			}
			case 4 -> {
				this.floats = (i < this.floats.length) ? this.floats : Arrays.copyOf(this.floats, grown());
				this.floats[i] = Float.intBitsToFloat(this.in.fixed32());
			}
			case 5 -> {
				this.doubles = (i < this.doubles.length) ? this.doubles : Arrays.copyOf(this.doubles, grown());
				this.doubles[i] = Double.longBitsToDouble(this.in.fixed64());
			}
			case 6, 12 -> {
				this.texts = (i < this.texts.length) ? this.texts : Arrays.copyOf(this.texts, grown());
				this.texts[i] = this.in.text();
			}
			case 8 -> {
				this.arrays = (i < this.arrays.length) ? this.arrays : Arrays.copyOf(this.arrays, grown());
				this.arrays[i] = array();
			}
			case 9 -> {
				this.documents = (i < this.documents.length) ? this.documents : Arrays.copyOf(this.documents, grown());
				this.documents[i] = this.in.bytes();
			}
			default -> throw new IOException("Values of the kind " + slot + " cannot be read here");
		}
		this.count++;
	}

	private ScalarFieldDecoder array() throws IOException {
		long end = this.in.size();
		end += this.in.position();
		ScalarFieldDecoder elements = new ScalarFieldDecoder(this.in);
		while (this.in.position() < end) {
			elements.read(this.in.tag());
		}
		return elements;
	}

	private @Nullable String text(int i) {
		return (this.slot == 11) ? Instant.EPOCH.plus(this.longs[i], ChronoUnit.MICROS).toString() : this.texts[i];
	}

	private int grown() {
		return Math.max(16, this.count * 2);
	}

	long[] longs() {
		return Arrays.copyOf(this.longs, this.count);
	}

	@Nullable String[] texts() {
		return Arrays.copyOf(this.texts, this.count);
	}

	/**
	 * Returns the values as a column. The number of rows is the length of {@code valid},
	 * or the number of values when it is {@code null}. For a null, a server may send a
	 * placeholder or nothing.
	 */
	ScalarColumn column(String name, FieldType type, boolean @Nullable [] valid, boolean dynamic) throws IOException {
		int rows = (valid != null) ? valid.length : this.count;
		boolean complete = this.count == rows || (valid != null && this.count == Column.count(valid));
		if (!complete || (this.count > 0 && !holds(type))) {
			throw new IOException("Field '" + name + "' of type " + type + " holds " + this.count
					+ " values that fit neither its type nor its " + rows + " rows");
		}
		int[] order = order(rows, valid);
		return switch (type) {
			case BOOL -> {
				boolean[] result = new boolean[rows];
				for (int i = 0; i < rows; i++) {
					result[i] = order[i] >= 0 && this.booleans[order[i]];
				}
				yield new BooleanColumn(name, result, valid);
			}
			case INT8, INT16, INT32 -> {
				int[] result = new int[rows];
				for (int i = 0; i < rows; i++) {
					result[i] = (order[i] >= 0) ? this.ints[order[i]] : 0;
				}
				yield new IntColumn(name, type, result, valid);
			}
			case INT64 -> {
				long[] result = new long[rows];
				for (int i = 0; i < rows; i++) {
					result[i] = (order[i] >= 0) ? this.longs[order[i]] : 0;
				}
				yield new LongColumn(name, result, valid);
			}
			case FLOAT -> {
				float[] result = new float[rows];
				for (int i = 0; i < rows; i++) {
					result[i] = (order[i] >= 0) ? this.floats[order[i]] : 0;
				}
				yield new FloatColumn(name, result, valid);
			}
			case DOUBLE -> {
				double[] result = new double[rows];
				for (int i = 0; i < rows; i++) {
					result[i] = (order[i] >= 0) ? this.doubles[order[i]] : 0;
				}
				yield new DoubleColumn(name, result, valid);
			}
			case VARCHAR, TEXT, GEOMETRY, TIMESTAMPTZ -> {
				@Nullable String[] result = new @Nullable String[rows];
				for (int i = 0; i < rows; i++) {
					result[i] = (order[i] >= 0) ? text(order[i]) : null;
				}
				yield new StringColumn(name, type, result, valid);
			}
			case JSON -> {
				byte[] @Nullable [] result = new byte[rows] @Nullable [];
				for (int i = 0; i < rows; i++) {
					result[i] = (order[i] >= 0) ? this.documents[order[i]] : null;
				}
				yield new JsonColumn(name, result, valid, dynamic);
			}
			case ARRAY -> arrayColumn(name, order, valid);
			default -> throw new IOException("Field '" + name + "' of type " + type + " holds no vectors");
		};
	}

	// The server sends a TIMESTAMPTZ as text (slot 6), or as microseconds since 1970
	// (slot 11).
	private boolean holds(FieldType type) {
		return this.slot == type.slot() || (type == FieldType.TIMESTAMPTZ && this.slot == 11);
	}

	private ArrayColumn arrayColumn(String name, int[] order, boolean @Nullable [] valid) throws IOException {
		FieldType element = FieldType.ofNumber(this.elementType);
		if (element == null) {
			throw new IOException("Field '" + name + "' is an array of the unknown Milvus type " + this.elementType);
		}
		@Nullable ScalarColumn[] result = new @Nullable ScalarColumn[order.length];
		for (int i = 0; i < order.length; i++) {
			ScalarFieldDecoder elements = (order[i] >= 0) ? this.arrays[order[i]] : null;
			result[i] = (elements != null)
					? elements.column(name, element, ValidityDecoder.ofNulls(elements.valid()), false) : null;
		}
		return new ArrayColumn(name, element, result, valid);
	}

	private int[] order(int rows, boolean @Nullable [] valid) {
		int[] order = new int[rows];
		boolean full = this.count == rows;
		int next = 0;
		for (int i = 0; i < rows; i++) {
			boolean present = valid == null || valid[i];
			order[i] = full ? i : present ? next++ : -1;
		}
		return order;
	}

}
