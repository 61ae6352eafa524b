package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.data.annotation.QueryAnnotation;

/**
 * Finds rows by a Milvus expression, whatever the method's name. A method that returns a
 * {@code boolean} asks whether there is one, and a {@code long} or {@code int} counts
 * them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Documented
@QueryAnnotation
public @interface Query {

	/**
	 * A Milvus expression in which <code>:name</code> stands for a parameter of the
	 * method and <code>:#{…}</code> for an expression. Each is bound as a value and can
	 * change nothing else.
	 * @return the expression
	 */
	String value();

	/**
	 * Whether the method counts the rows and returns their number.
	 * @return {@code true} to count, which is the default of a {@code long} or
	 * {@code int}
	 */
	boolean count() default false;

	/**
	 * Whether the method asks for one row and returns whether there is any.
	 * @return {@code true} to ask, which is the default of a {@code boolean}
	 */
	boolean exists() default false;

	/**
	 * Whether the method deletes the rows. It returns nothing, their number, a
	 * {@code boolean} for whether there were any, or the rows themselves.
	 * @return {@code true} to delete
	 */
	boolean delete() default false;

	/**
	 * The partitions to look into; each is a name, <code>:name</code> or
	 * <code>:#{…}</code>.
	 * @return the names, none for all partitions
	 */
	String[] partitions() default {};

}
