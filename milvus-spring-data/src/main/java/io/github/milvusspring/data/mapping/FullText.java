package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a {@code String} property searchable by its words: the server keeps a sparse
 * vector of them beside it, in a field that entities neither write nor read, and ranks
 * rows by BM25. {@link Analyzer} says how the text is cut into words.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface FullText {

	/**
	 * The name of the field that the server keeps the words in; by default the name of
	 * the property's field and {@code _sparse}.
	 * @return the name of the field
	 */
	String field() default "";

	/**
	 * Whether filters may match words of the text, too.
	 * @return {@code true} to allow {@code TEXT_MATCH}
	 */
	boolean match() default false;

	/**
	 * How much a word counts that a text says often, BM25's {@code k1}.
	 * @return a number from 0, NaN for the server's default
	 */
	double k1() default Double.NaN;

	/**
	 * How much a long text is marked down, BM25's {@code b}.
	 * @return a number from 0 to 1, NaN for the server's default
	 */
	double b() default Double.NaN;

}
