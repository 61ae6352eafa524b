package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.model.FieldType;

import org.springframework.core.annotation.AliasFor;

/**
 * Configures the Milvus field of a scalar, array or JSON property. Without this
 * annotation, name and type follow from the property.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface MilvusField {

	/**
	 * The name of the field; by default the name of the property.
	 * @return the name of the field
	 */
	@AliasFor("name")
	String value() default "";

	/**
	 * The name of the field; an alias for {@link #value()}.
	 * @return the name of the field
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * The type of the field, when the type of the property can be stored as several; none
	 * for the default one.
	 * @return at most one type
	 */
	FieldType[] type() default {};

	/**
	 * The maximum length of a text in bytes of UTF-8, from 1 to 65,535; for an array the
	 * maximum length of each of its texts.
	 * @return the length
	 */
	int maxLength() default 65535;

	/**
	 * The maximum number of elements of an array, from 1 to 4,096.
	 * @return the capacity
	 */
	int maxCapacity() default 4096;

	/**
	 * Whether the field may hold null. A property that is marked {@code @Nullable} may
	 * hold null without this attribute.
	 * @return {@code true} when null is allowed
	 */
	boolean nullable() default false;

	/**
	 * The default value, which the server stores when a row has no value. It is written
	 * as text: a number, {@code true}, {@code false}, a text, or a point in time in ISO
	 * 8601.
	 * @return at most one value
	 */
	String[] defaultValue() default {};

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

	/**
	 * Further properties of the field by their names in Milvus, each as
	 * {@code "name=value"}.
	 * @return the properties
	 */
	String[] properties() default {};

}
