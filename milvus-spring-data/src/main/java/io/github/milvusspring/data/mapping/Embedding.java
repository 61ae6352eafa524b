package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the vectors of a {@link VectorField} property from the texts of others, in the
 * application, whenever a row is written; a row without a text keeps the vector it has. A
 * search of the property may look for a text in place of a vector.
 *
 * <p>
 * The property may be {@code @Nullable} in Java without its field being so, because a row
 * gets its vector before it is sent: only {@link VectorField#nullable()} lets rows be
 * written that have neither text nor vector.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface Embedding {

	/**
	 * The properties that hold the text, each a {@code String} or a list of them. Several
	 * are joined by line breaks; what is null is left out.
	 * @return the names of properties
	 */
	String[] from();

	/**
	 * Whether to ask Milvus for the rows of the same keys before they are written, and to
	 * keep the vectors of those whose texts have not changed: a query for each batch, to
	 * save the embedding. Leave it off when the model changes.
	 * @return {@code true} to keep such vectors, by default {@code false}
	 */
	boolean reuseUnchanged() default false;

}
