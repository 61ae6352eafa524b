package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares several indexes of one property; a repeated {@link MilvusIndex} is written
 * instead.
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
