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
 * Marks a class or record as an entity: its instances are stored as the rows of a Milvus
 * collection.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE })
public @interface MilvusEntity {

	/**
	 * The name of the collection; by default the simple class name in snake case:
	 * {@code book_review} for {@code BookReview}.
	 * @return the name of the collection
	 */
	@AliasFor("collection")
	String value() default "";

	/**
	 * The name of the collection; an alias for {@link #value()}.
	 * @return the name of the collection
	 */
	@AliasFor("value")
	String collection() default "";

	/**
	 * The description that the server stores when the collection is created.
	 * @return the description
	 */
	String description() default "";

	/**
	 * The number of shards over which Milvus distributes writes.
	 * @return the number, 0 for the server's default
	 */
	int shards() default 0;

	/**
	 * The number of partitions over which Milvus distributes the rows by their
	 * {@link PartitionKey}.
	 * @return the number, 0 for the server's default
	 */
	int partitions() default 0;

	/**
	 * The default consistency level of the collection, stored on the server. It applies
	 * to reads of other clients that request no level.
	 * @return one level, or none for the default of Milvus, {@code BOUNDED}
	 */
	ConsistencyLevel[] consistency() default {};

	/**
	 * The time to live of rows, for example {@code 30d} or {@code PT12H}.
	 * @return the time, empty for rows that never expire
	 */
	String ttl() default "";

	/**
	 * Whether the server maps the data from disk into memory instead of loading it.
	 * @return {@code true} to map it, {@code false} for the server's default
	 */
	boolean mmap() default false;

	/**
	 * Further properties of the collection by their names in Milvus, each as
	 * {@code "name=value"}.
	 * @return the properties
	 */
	String[] properties() default {};

}
