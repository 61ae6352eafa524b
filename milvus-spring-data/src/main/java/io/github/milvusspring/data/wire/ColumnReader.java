package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.Arrays;

import io.github.milvusspring.data.mapping.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code FieldData} of a reply into a column.
 */
final class ColumnReader {

	private final ProtoReader in;

	private String name = "";

	private int type;

	private int dimension;

	private boolean dynamic;

	private boolean @Nullable [] valid;

	private @Nullable Values values;

	private float[] @Nullable [] vectors = {};

	ColumnReader(ProtoReader in) {
		this.in = in;
	}

	static ScalarColumn emptyScalars(FieldType type) {
		return switch (type) {
			case BOOL -> new BooleanColumn("", new boolean[0], null);
			case INT8, INT16, INT32 -> new IntColumn("", type, new int[0], null);
			case INT64 -> new LongColumn("", new long[0], null);
			case FLOAT -> new FloatColumn("", new float[0], null);
			case DOUBLE -> new DoubleColumn("", new double[0], null);
			case VARCHAR -> new StringColumn("", new @Nullable String[0], null);
			default -> throw new IllegalArgumentException("An array cannot hold " + type);
		};
	}

	Column read(int size) throws IOException {
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			switch (tag >>> 3) {
				case 1 -> this.type = (int) this.in.varint();
				case 2 -> this.name = this.in.text();
				case 3 -> this.values = scalars(this.in.size());
				case 4 -> vectors(this.in.size());
				case 6 -> this.dynamic = this.in.varint() != 0;
				case 7 -> valid(tag);
				default -> this.in.skip(tag);
			}
		}
		return column();
	}

	private Column column() throws IOException {
		FieldType known = FieldType.ofNumber(this.type);
		if (known == null) {
			throw new IOException("Field '" + this.name + "' has the Milvus type " + this.type
					+ ", which cannot be read here: leave it out of the output fields");
		}
		boolean @Nullable [] nulls = (this.valid != null && Column.count(this.valid) < this.valid.length) ? this.valid
				: null;
		if (known.isVector()) {
			int rows = this.vectors.length;
			if (nulls != null && rows != nulls.length && rows != Column.count(nulls)) {
				throw new IOException("Field '" + this.name + "' holds " + rows + " vectors that do not fit its "
						+ nulls.length + " rows");
			}
			return new FloatVectorColumn(this.name, this.dimension, spread(this.vectors, nulls), nulls);
		}
		Values found = (this.values != null) ? this.values : new Values(this.in);
		return found.column(this.name, known, nulls, this.dynamic);
	}

	// A server may send only the vectors that are there.
	private static float[] @Nullable [] spread(float[] @Nullable [] rows, boolean @Nullable [] valid) {
		if (valid == null || rows.length == valid.length) {
			return rows;
		}
		float[] @Nullable [] spread = new float[valid.length] @Nullable [];
		int next = 0;
		for (int i = 0; i < valid.length; i++) {
			if (valid[i]) {
				spread[i] = rows[next++];
			}
		}
		return spread;
	}

	private Values scalars(int size) throws IOException {
		long end = this.in.position() + size;
		Values result = new Values(this.in);
		while (this.in.position() < end) {
			int tag = this.in.tag();
			if ((tag & 7) == 2) {
				result.slot(tag >>> 3, this.in.size());
			}
			else {
				this.in.skip(tag);
			}
		}
		return result;
	}

	private void vectors(int size) throws IOException {
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			switch (tag >>> 3) {
				case 1 -> this.dimension = (int) this.in.varint();
				case 2 -> floatVectors(this.in.size());
				default -> this.in.skip(tag);
			}
		}
	}

	private void floatVectors(int size) throws IOException {
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			int floats = this.in.size() / 4;
			if (this.dimension <= 0 || floats % this.dimension != 0 || (tag & 7) != 2) {
				throw new IOException("Field '" + this.name + "' holds " + floats
						+ " floats, which is not a number of vectors of dimension " + this.dimension);
			}
			float[][] rows = new float[floats / this.dimension][];
			for (int i = 0; i < rows.length; i++) {
				rows[i] = new float[this.dimension];
				this.in.floats(rows[i], 0, this.dimension);
			}
			this.vectors = rows;
		}
	}

	private void valid(int tag) throws IOException {
		boolean[] read;
		if ((tag & 7) == 2) {
			read = new boolean[this.in.size()];
			for (int i = 0; i < read.length; i++) {
				read[i] = this.in.varint() != 0;
			}
		}
		else {
			read = new boolean[] { this.in.varint() != 0 };
		}
		if (this.valid == null) {
			this.valid = read;
		}
		else {
			int before = this.valid.length;
			this.valid = Arrays.copyOf(this.valid, before + read.length);
			System.arraycopy(read, 0, this.valid, before, read.length);
		}
	}

}
