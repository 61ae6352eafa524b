package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Enables full text search of a {@code String} property. The server computes a sparse
 * vector from the words of each text and ranks rows by BM25. It stores the vector in a
 * separate field, which entities neither write nor read. {@link Analyzer} configures how
 * the text is split into words.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface FullText {

	/**
	 * The name of the field that holds the sparse vector; by default the name of the
	 * property's field followed by {@code _sparse}.
	 * @return the name of the field
	 */
	String field() default "";

	/**
	 * Whether filters may match words of the text, too, with {@code TEXT_MATCH}.
	 * @return {@code true} to allow {@code TEXT_MATCH}
	 */
	boolean match() default false;

	/**
	 * The BM25 parameter {@code k1}: how much repetitions of a word in a text raise its
	 * score.
	 * @return a number from 0, NaN for the server's default
	 */
	double k1() default Double.NaN;

	/**
	 * The BM25 parameter {@code b}: how much long texts are penalized.
	 * @return a number from 0 to 1, NaN for the server's default
	 */
	double b() default Double.NaN;

}
