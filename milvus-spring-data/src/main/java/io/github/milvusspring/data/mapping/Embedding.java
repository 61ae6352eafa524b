package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Computes the vector of a {@link VectorField} property from the texts of other
 * properties. The application computes it with its embedder each time it writes a row; a
 * row without a text keeps the vector that the property holds. A search of the property
 * may give a text instead of a vector.
 *
 * <p>
 * The Java property may be {@code @Nullable} while its Milvus field is not, because the
 * vector is computed before the row is sent. Only {@link VectorField#nullable()} allows
 * rows that have neither text nor vector.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Embedding {

	/**
	 * The properties that hold the text, each a {@code String} or a collection of them.
	 * Several texts are joined by line breaks; null values are left out.
	 * @return the names of properties
	 */
	String[] from();

	/**
	 * Whether to query the stored rows with the same keys before each write, and to keep
	 * the vectors of rows whose texts have not changed. This costs one query per batch
	 * and saves calls of the embedding model. Switch it off when the model changes.
	 * @return {@code true} to keep such vectors, by default {@code false}
	 */
	boolean reuseUnchanged() default false;

}
