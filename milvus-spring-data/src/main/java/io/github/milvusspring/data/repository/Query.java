package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.annotation.QueryAnnotation;

/**
 * Declares a query by a Milvus expression; the name of the method is not used. A method
 * that returns {@code boolean} checks whether a matching row exists, and one that returns
 * {@code long} or {@code int} counts the matching rows.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Documented
@QueryAnnotation
public @interface Query {

	/**
	 * A Milvus expression in which <code>:name</code> stands for a parameter of the
	 * method and <code>:#{…}</code> for a value expression of Spring. Both are bound as
	 * values, so they cannot change the structure of the expression.
	 * @return the expression
	 */
	String value();

	/**
	 * Whether the method returns the number of matching rows.
	 * @return {@code true} to count, which is the default for methods that return
	 * {@code long} or {@code int}
	 */
	boolean count() default false;

	/**
	 * Whether the method returns whether a matching row exists.
	 * @return {@code true} to check, which is the default for methods that return
	 * {@code boolean}
	 */
	boolean exists() default false;

	/**
	 * Whether the method deletes the matching rows. It may return nothing, the number of
	 * rows, a {@code boolean} that tells whether rows existed, or the rows themselves.
	 * @return {@code true} to delete
	 */
	boolean delete() default false;

	/**
	 * The partitions to read; each is a name, <code>:name</code> or <code>:#{…}</code>.
	 * @return the names, none for all partitions
	 */
	String[] partitions() default {};

}
