package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@code @Id} property of type {@code String} or {@code UUID} whose value the
 * application generates. If the property is null, it gets a key before the row is sent.
 * An insert or upsert that is retried sends the same key again, so that no row is written
 * twice.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface GeneratedKey {

	/**
	 * The format of the keys.
	 * @return the kind of key
	 */
	KeyStrategy value() default KeyStrategy.UUID;

}
