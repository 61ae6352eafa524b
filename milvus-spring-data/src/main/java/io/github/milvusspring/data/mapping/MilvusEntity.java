package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.model.ConsistencyLevel;

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

	/**
	 * The number of shards that writes are spread over.
	 * @return the number, 0 for the server's default
	 */
	int shards() default 0;

	/**
	 * The number of partitions that the values of the {@link PartitionKey} are spread
	 * over.
	 * @return the number, 0 for the server's default
	 */
	int partitions() default 0;

	/**
	 * The consistency level that is kept with the collection, which other clients read by
	 * when they choose none.
	 * @return one level, or none for Milvus's own default, {@code BOUNDED}
	 */
	ConsistencyLevel[] consistency() default {};

	/**
	 * How long rows live, for example {@code 30d} or {@code PT12H}.
	 * @return the time, empty for ever
	 */
	String ttl() default "";

	/**
	 * Whether the data is mapped from disk in place of being held in memory.
	 * @return {@code true} to map it, {@code false} for the server's default
	 */
	boolean mmap() default false;

	/**
	 * Further properties of the collection in Milvus's own words, each
	 * {@code "name=value"}.
	 * @return the properties
	 */
	String[] properties() default {};

}
