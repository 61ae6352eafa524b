package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.core.annotation.AliasFor;

/**
 * Marks a class or record whose instances are the rows of a Milvus collection.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE })
public @interface MilvusEntity {

	/**
	 * The name of the collection; by default the simple class name in snake case, so that
	 * {@code BookReview} is {@code book_review}.
	 * @return the name of the collection
	 */
	@AliasFor("collection")
	String value() default "";

	/**
	 * The name of the collection, as {@link #value()}.
	 * @return the name of the collection
	 */
	@AliasFor("value")
	String collection() default "";

	/**
	 * What the collection holds, kept on the server when the collection is created.
	 * @return the description
	 */
	String description() default "";

}
