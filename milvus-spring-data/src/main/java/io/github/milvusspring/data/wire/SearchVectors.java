package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.util.List;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.ProtoWriter;

/**
 * The query vectors of a search, which Milvus receives as placeholders.
 */
public abstract sealed class SearchVectors {

	private final int type;

	private final int count;

	private SearchVectors(int type, int count) {
		this.type = type;
		this.count = count;
	}

	/**
	 * Returns dense query vectors of 32 bit floats; the arrays are not copied.
	 * @param vectors the vectors, all of the same dimension
	 * @return the vectors
	 */
	public static SearchVectors floats(List<float[]> vectors) {
		return new Floats(List.copyOf(vectors));
	}

	/**
	 * Returns query vectors of any other type, or query texts of the type
	 * {@link FieldType#VARCHAR}.
	 * @param type the type
	 * @param vectors the bytes of each vector or text
	 * @return the vectors
	 */
	public static SearchVectors packed(FieldType type, List<byte[]> vectors) {
		return new Packed(type, List.copyOf(vectors));
	}

	/**
	 * Returns the number of vectors.
	 * @return the number
	 */
	public final int count() {
		return this.count;
	}

	/** Returns the number of the protocol's {@code PlaceholderType}. */
	final int type() {
		return this.type;
	}

	abstract int size(int index);

	abstract void write(ProtoWriter out, int index) throws IOException;

	private static final class Floats extends SearchVectors {

		private final List<float[]> vectors;

		private Floats(List<float[]> vectors) {
			super(FieldType.FLOAT_VECTOR.number(), vectors.size());
			this.vectors = vectors;
		}

		@Override
		int size(int index) {
			return 4 * this.vectors.get(index).length;
		}

		@Override
		void write(ProtoWriter out, int index) throws IOException {
			out.header(3, size(index));
			out.floats(this.vectors.get(index));
		}

	}

	private static final class Packed extends SearchVectors {

		private final List<byte[]> vectors;

		private Packed(FieldType type, List<byte[]> vectors) {
			super(type.number(), vectors.size());
			this.vectors = vectors;
		}

		@Override
		int size(int index) {
			return this.vectors.get(index).length;
		}

		@Override
		void write(ProtoWriter out, int index) throws IOException {
			out.bytes(3, this.vectors.get(index));
		}

	}

}
