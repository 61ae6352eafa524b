package io.github.milvusspring.data.wire.column;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.SparseVector;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a {@code VectorField} message of a reply into a column.
 */
final class VectorFieldDecoder {

	private static final int ENTRY = 8;

	private static final int VALID = 9;

	private final ProtoReader in;

	private int slot;

	private int dimension;

	private float[] @Nullable [] floats = {};

	private byte[] @Nullable [] bytes = {};

	private @Nullable SparseVector[] sparse = {};

	private List<VectorFieldDecoder> lists = new ArrayList<>();

	private int elementType;

	private boolean @Nullable [] valid;

	VectorFieldDecoder(ProtoReader in) {
		this.in = in;
	}

	void read(int size) throws IOException {
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			int field = tag >>> 3;
			if (field == 1) {
				this.dimension = (int) this.in.varint();
			}
			else if (field == VALID) {
				this.valid = ValidityDecoder.read(this.in, tag, this.valid);
			}
			else if (field <= 8 && (tag & 7) == 2) {
				this.slot = field;
				slot(field, this.in.size());
			}
			else {
				this.in.skip(tag);
			}
		}
	}

	/**
	 * Returns which rows have a vector, {@code null} when the message does not contain
	 * it.
	 */
	boolean @Nullable [] valid() {
		return this.valid;
	}

	private void slot(int field, int size) throws IOException {
		FieldType bytes = FieldType.ofBytes(field);
		if (bytes != null) {
			bytes(bytes, size);
		}
		else if (field == FieldType.FLOAT_VECTOR.slot()) {
			floats(size);
		}
		else if (field == FieldType.SPARSE_FLOAT_VECTOR.slot()) {
			sparse(size);
		}
		else {
			lists(size);
		}
	}

	private void floats(int size) throws IOException {
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			int count = this.in.size() / 4;
			if (this.dimension <= 0 || count % this.dimension != 0 || (tag & 7) != 2) {
				throw new IOException("A field holds " + count
						+ " floats, which is not a number of vectors of dimension " + this.dimension);
			}
			float[][] rows = new float[count / this.dimension][];
			for (int i = 0; i < rows.length; i++) {
				rows[i] = new float[this.dimension];
				this.in.floats(rows[i], 0, this.dimension);
			}
			this.floats = rows;
		}
	}

	private void bytes(FieldType type, int size) throws IOException {
		int length = type.bytes(this.dimension);
		if (size > 0 && (length <= 0 || size % length != 0)) {
			throw new IOException("A field holds " + size + " bytes, which is not a number of vectors of dimension "
					+ this.dimension);
		}
		byte[][] rows = new byte[(size > 0) ? size / length : 0][];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = this.in.raw(length);
		}
		this.bytes = rows;
	}

	private void sparse(int size) throws IOException {
		long end = this.in.position() + size;
		List<SparseVector> rows = new ArrayList<>();
		while (this.in.position() < end) {
			int tag = this.in.tag();
			if (tag >>> 3 == 1) {
				rows.add(sparseVector(this.in.size()));
			}
			else {
				this.in.skip(tag);
			}
		}
		this.sparse = rows.toArray(SparseVector[]::new);
	}

	private SparseVector sparseVector(int size) throws IOException {
		if (size % ENTRY != 0) {
			throw new IOException("A field holds a sparse vector of " + size + " bytes, which is not a number of "
					+ "entries of " + ENTRY + " bytes");
		}
		int[] indices = new int[size / ENTRY];
		float[] values = new float[indices.length];
		for (int i = 0; i < indices.length; i++) {
			indices[i] = this.in.fixed32();
			values[i] = Float.intBitsToFloat(this.in.fixed32());
		}
		try {
			return SparseVector.of(indices, values);
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("A field holds a sparse vector that is none: " + ex.getMessage(), ex);
		}
	}

	private void lists(int size) throws IOException {
		long end = this.in.position() + size;
		while (this.in.position() < end) {
			int tag = this.in.tag();
			switch (tag >>> 3) {
				case 2 -> {
					VectorFieldDecoder list = new VectorFieldDecoder(this.in);
					list.read(this.in.size());
					this.lists.add(list);
				}
				case 3 -> this.elementType = (int) this.in.varint();
				default -> this.in.skip(tag);
			}
		}
	}

	VectorColumn column(String name, FieldType type, boolean @Nullable [] valid) throws IOException {
		if (this.slot != 0 && this.slot != type.slot()) {
			throw new IOException("Field '" + name + "' of type " + type + " holds other vectors");
		}
		return switch (type) {
			case FLOAT_VECTOR -> new FloatVectorColumn(name, this.dimension, spread(name, this.floats, valid), valid);
			case SPARSE_FLOAT_VECTOR -> new SparseVectorColumn(name, spread(name, this.sparse, valid), valid);
			case ARRAY_OF_VECTOR -> lists(name);
			default -> new ByteVectorColumn(name, type, this.dimension, spread(name, this.bytes, valid), valid);
		};
	}

	private VectorArrayColumn lists(String name) throws IOException {
		FieldType element = FieldType.ofNumber(this.elementType);
		if (element == null || !element.isVector()) {
			throw new IOException("Field '" + name + "' holds lists of the Milvus type " + this.elementType
					+ ", which is no vector known here: leave it out of the output fields");
		}
		VectorColumn[] rows = new VectorColumn[this.lists.size()];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = this.lists.get(i).column("", element, null);
		}
		return new VectorArrayColumn(name, element, this.dimension, rows);
	}

	// Inserts null for rows without a vector, because a server may send only the vectors
	// that exist.
	private static <V> @Nullable V[] spread(String name, @Nullable V[] rows, boolean @Nullable [] valid)
			throws IOException {
		if (valid == null || rows.length == valid.length) {
			return rows;
		}
		if (rows.length != Column.count(valid)) {
			throw new IOException("Field '" + name + "' holds " + rows.length + " vectors that do not fit its "
					+ valid.length + " rows");
		}
		@Nullable V[] spread = Arrays.copyOf(rows, valid.length);
		int next = rows.length;
		for (int i = valid.length - 1; i >= 0; i--) {
			spread[i] = valid[i] ? rows[--next] : null;
		}
		return spread;
	}

}
