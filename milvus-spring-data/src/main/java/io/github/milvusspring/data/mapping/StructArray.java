package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a list of records or objects as a Milvus array of structs, so that Milvus can
 * search the vectors inside them. Without this annotation such a list is stored as one
 * JSON document.
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
	 * The maximum number of structs in a row, from 1 to 4,096.
	 * @return the capacity
	 */
	int maxCapacity() default 4096;

	/**
	 * The description of the field, stored on the server.
	 * @return the description
	 */
	String description() default "";

	/**
	 * Whether the server maps the field's data from disk into memory instead of loading
	 * it.
	 * @return by default the setting of the collection or the server
	 */
	Mmap mmap() default Mmap.DEFAULT;

}
