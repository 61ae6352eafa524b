package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameter whose vector a search looks for: a sub-search of a
 * {@link HybridSearch}, or the vector of a {@link VectorSearch}, which has no use for the
 * other attributes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Documented
public @interface Near {

	/**
	 * The vector property or field to look at.
	 * @return the name, empty for the only vector
	 */
	String value() default "";

	/**
	 * The most hits of this sub-search, of which the fusion takes its own.
	 * @return the limit, 0 for what the whole search needs
	 */
	int limit() default 0;

	/**
	 * Which rows this sub-search looks at, beside the filter of the whole search.
	 * @return the expression, empty for no other
	 */
	String filter() default "";

	/**
	 * Search parameters of the index as {@code name=value}, for example {@code ef=64};
	 * the value may be <code>:name</code>.
	 * @return the parameters
	 */
	String[] params() default {};

	/**
	 * How much this sub-search counts when scores are fused; given for all sub-searches
	 * or none.
	 * @return a weight from 0 to 1, NaN for none
	 */
	double weight() default Double.NaN;

}
