package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a list of records as an array of structs, so that Milvus can search the vectors
 * within them; without it such a list is one JSON document.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface StructArray {

	/**
	 * The name of the field; by default the name of the property.
	 * @return the name of the field
	 */
	String name() default "";

	/**
	 * The most structs of a row, from 1 to 4,096.
	 * @return the capacity
	 */
	int maxCapacity() default 4096;

	/**
	 * What the field holds, in words, kept on the server.
	 * @return the description
	 */
	String description() default "";

	/**
	 * Whether the server maps the field's data from disk into memory instead of loading
	 * it.
	 * @return by default what the collection or the server says
	 */
	Mmap mmap() default Mmap.DEFAULT;

}
