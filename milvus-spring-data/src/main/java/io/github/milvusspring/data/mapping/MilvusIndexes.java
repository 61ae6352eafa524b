package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Contains several {@link MilvusIndex} annotations of one property. Applications repeat
 * {@link MilvusIndex} instead of writing this annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface MilvusIndexes {

	/**
	 * The indexes.
	 * @return the indexes
	 */
	MilvusIndex[] value();

}
