package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.annotation.QueryAnnotation;

/**
 * Searches by a vector: the method's parameter that is a vector, or the one marked
 * {@link Near}. A parameter of type {@code Score}, {@code Similarity} or {@code Range} of
 * them says how close hits must be.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Documented
@QueryAnnotation
public @interface VectorSearch {

	/**
	 * The vector property or field to look at.
	 * @return the name, empty for the only vector
	 */
	String field() default "";

	/**
	 * Which rows are looked at: a Milvus expression in which <code>:name</code> stands
	 * for a parameter of the method and <code>:#{…}</code> for an expression. Each is
	 * bound as a value and can change nothing else.
	 * @return the expression, empty for all rows
	 */
	String filter() default "";

	/**
	 * The most hits to return: a number, <code>:name</code> or <code>:#{…}</code>.
	 * @return the limit, empty for a {@code Limit} or {@code Pageable} parameter, or 10
	 */
	String limit() default "";

	/**
	 * How many of the best hits to leave out first: a number, <code>:name</code> or
	 * <code>:#{…}</code>.
	 * @return the offset, empty for none
	 */
	String offset() default "";

	/**
	 * The property or field of whose values each has at most {@link #groupSize()} hits.
	 * @return the name, empty for no groups
	 */
	String groupBy() default "";

	/**
	 * The most hits of each group.
	 * @return the size
	 */
	int groupSize() default 1;

	/**
	 * Whether more of the index is searched to fill every group.
	 * @return {@code true} to fill them
	 */
	boolean strictGroupSize() default false;

	/**
	 * Search parameters of the index as {@code name=value}, for example {@code ef=64};
	 * the value may be <code>:name</code>.
	 * @return the parameters
	 */
	String[] params() default {};

	/**
	 * To how many decimals scores are rounded.
	 * @return the decimals, from 0 to 6; -1 for not at all
	 */
	int roundDecimal() default -1;

	/**
	 * Whether rows that are not yet indexed are left out.
	 * @return {@code true} to leave them out
	 */
	boolean ignoreGrowing() default false;

	/**
	 * The partitions to look into; each is a name, <code>:name</code> or
	 * <code>:#{…}</code>.
	 * @return the names, none for all partitions
	 */
	String[] partitions() default {};

}
