package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.annotation.QueryAnnotation;

/**
 * Declares a hybrid search. Each parameter marked {@link Near} or {@link Match} is one
 * sub-search, and the server fuses their hits into one ranking. The fusion is reciprocal
 * rank fusion with {@code k = 60}, unless {@link #rrf()}, {@link #weighted()} or weights
 * of the parameters change it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Documented
@QueryAnnotation
public @interface HybridSearch {

	/**
	 * The filter that restricts all sub-searches to some rows: a Milvus expression in
	 * which <code>:name</code> stands for a parameter of the method and
	 * <code>:#{…}</code> for a value expression of Spring. Both are bound as values, so
	 * they cannot change the structure of the filter.
	 * @return the filter, empty for all rows
	 */
	String filter() default "";

	/**
	 * The maximum number of hits to return: a number, <code>:name</code> or
	 * <code>:#{…}</code>.
	 * @return the limit; empty for that of a {@code Limit} or {@code Pageable} parameter,
	 * or 10 without such a parameter
	 */
	String limit() default "";

	/**
	 * The number of best hits to skip: a number, <code>:name</code> or
	 * <code>:#{…}</code>.
	 * @return the offset, empty for none
	 */
	String offset() default "";

	/**
	 * The property or field by which hits are grouped: at most {@link #groupSize()} hits
	 * have the same value of it.
	 * @return the name, empty for no grouping
	 */
	String groupBy() default "";

	/**
	 * The maximum number of hits in each group.
	 * @return the size
	 */
	int groupSize() default 1;

	/**
	 * Whether the server searches more of the index to fill every group up to its size.
	 * @return {@code true} to fill them
	 */
	boolean strictGroupSize() default false;

	/**
	 * Fuses the sub-searches by ranks.
	 * @return at most one
	 */
	Rrf[] rrf() default {};

	/**
	 * Fuses the sub-searches by weighted scores.
	 * @return at most one
	 */
	Weighted[] weighted() default {};

	/**
	 * The number of decimals to which scores are rounded.
	 * @return the decimals, from 0 to 6; -1 for no rounding
	 */
	int roundDecimal() default -1;

	/**
	 * Whether the search leaves out rows in growing segments, which are not yet indexed.
	 * @return {@code true} to leave them out
	 */
	boolean ignoreGrowing() default false;

	/**
	 * The partitions to search; each is a name, <code>:name</code> or <code>:#{…}</code>.
	 * @return the names, none for all partitions
	 */
	String[] partitions() default {};

}
