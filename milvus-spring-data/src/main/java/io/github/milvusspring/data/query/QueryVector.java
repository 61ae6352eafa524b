package io.github.milvusspring.data.query;

import java.util.Arrays;
import java.util.BitSet;

import io.github.milvusspring.data.model.SparseVector;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Vector;
import org.springframework.util.Assert;

/**
 * The vector that a search looks for: a vector of any kind, or a text that is turned into
 * a vector.
 */
public sealed interface QueryVector {

	/**
	 * Looks for a dense vector, which is rounded if the field holds 16 bit floats.
	 * @param values the entries, as many as the field has dimensions
	 * @return the vector
	 */
	static QueryVector of(float... values) {
		Assert.notNull(values, "Values must not be null");
		return new Floats(values);
	}

	/**
	 * Looks for a dense vector.
	 * @param vector the vector, as long as the field has dimensions
	 * @return the vector
	 */
	static QueryVector of(Vector vector) {
		Assert.notNull(vector, "Vector must not be null");
		return new Floats(vector.toFloatArray());
	}

	/**
	 * Looks for a binary vector or one of 8 bit integers, whichever the field holds.
	 * @param values the bytes, each of which holds eight dimensions of a binary vector,
	 * or one integer
	 * @return the vector
	 */
	static QueryVector of(byte[] values) {
		Assert.notNull(values, "Values must not be null");
		return new Bytes(values);
	}

	/**
	 * Looks for a binary vector.
	 * @param bits the bits that are set, with indexes below the field's dimension
	 * @return the vector
	 */
	static QueryVector of(BitSet bits) {
		Assert.notNull(bits, "Bits must not be null");
		return new Bits(bits);
	}

	/**
	 * Looks for a sparse vector.
	 * @param vector the vector
	 * @return the vector
	 */
	static QueryVector of(SparseVector vector) {
		Assert.notNull(vector, "Vector must not be null");
		return new Sparse(vector);
	}

	/**
	 * Looks for the vector of a text. The application computes the vector if the property
	 * is marked {@code @Embedding}, and the server does if it computes the vectors of the
	 * field.
	 * @param text the text
	 * @return the text
	 */
	static QueryVector text(String text) {
		Assert.notNull(text, "Text must not be null");
		return new Text(text);
	}

	/**
	 * A dense vector of floats.
	 *
	 * @param values the entries
	 */
	record Floats(float[] values) implements QueryVector {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Floats that && Arrays.equals(this.values, that.values);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.values);
		}

		@Override
		public String toString() {
			return "a vector of dimension " + this.values.length;
		}

	}

	/**
	 * A binary vector or a vector of 8 bit integers, as bytes.
	 *
	 * @param values the bytes
	 */
	record Bytes(byte[] values) implements QueryVector {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Bytes that && Arrays.equals(this.values, that.values);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.values);
		}

		@Override
		public String toString() {
			return "a vector of " + this.values.length + " bytes";
		}

	}

	/**
	 * A binary vector.
	 *
	 * @param bits the bits that are set
	 */
	record Bits(BitSet bits) implements QueryVector {

	}

	/**
	 * A sparse vector.
	 *
	 * @param vector the entries that are not zero
	 */
	record Sparse(SparseVector vector) implements QueryVector {

	}

	/**
	 * A text that is turned into a vector.
	 *
	 * @param text the text
	 */
	record Text(String text) implements QueryVector {

	}

}
