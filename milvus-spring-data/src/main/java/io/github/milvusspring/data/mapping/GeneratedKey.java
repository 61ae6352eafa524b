package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@code @Id} property of type {@code String} or {@code UUID} that is given a
 * value before a row is sent, when it is null. An insert or upsert that is repeated sends
 * the same key again, so no row is written twice.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface GeneratedKey {

	/**
	 * What the keys look like.
	 * @return the kind of key
	 */
	KeyStrategy value() default KeyStrategy.UUID;

}
