package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter that holds the words of a full text search: one sub-search of a
 * {@link HybridSearch}, or the words of a {@link FullTextSearch}. For the latter only
 * {@link #value()} may be set.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.PARAMETER, ElementType.ANNOTATION_TYPE })
@Documented
public @interface Match {

	/**
	 * The text property or field to search.
	 * @return the name, empty for the only property with full text search
	 */
	String value() default "";

	/**
	 * The maximum number of hits of this sub-search that the fusion ranks.
	 * @return the limit, 0 for as many as the hybrid search needs
	 */
	int limit() default 0;

	/**
	 * A filter for this sub-search alone, in addition to the filter of the hybrid search.
	 * @return the filter, empty for none
	 */
	String filter() default "";

	/**
	 * Search parameters of the index as {@code name=value}, for example
	 * {@code drop_ratio_search=0.2}; the value may be <code>:name</code>.
	 * @return the parameters
	 */
	String[] params() default {};

	/**
	 * The weight of this sub-search when scores are fused. Either all sub-searches have a
	 * weight or none.
	 * @return a weight from 0 to 1, NaN for none
	 */
	double weight() default Double.NaN;

}
