package io.github.milvusspring.data.repository;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;

import org.springframework.data.annotation.Id;

/**
 * What the rows of generated repositories are, and may become.
 */
public final class MatrixRows {

	private MatrixRows() {
	}

	/** An entity that refuses to be made in part. */
	@MilvusEntity("matrix")
	public record Doc(@Id String id, String title, int price, @VectorField(dimension = 2) float[] v) {

		public Doc {
			if (title == null) {
				throw new IllegalArgumentException("a title is needed");
			}
			v = v.clone();
		}

	}

	/** A part of it. */
	public interface Titled {

		String getTitle();

	}

	/** A part of it. */
	public record Shown(String title, int price) {
	}

}
