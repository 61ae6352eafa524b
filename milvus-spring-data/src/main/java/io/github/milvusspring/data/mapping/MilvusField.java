package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.model.FieldType;

import org.springframework.core.annotation.AliasFor;

/**
 * Says how a scalar, array or JSON property is kept; without it the name and the type of
 * the property decide.
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
	 * The name of the field, as {@link #value()}.
	 * @return the name of the field
	 */
	@AliasFor("value")
	String name() default "";

	/**
	 * The type of the field, where the type of the property has several; none for its
	 * natural one.
	 * @return at most one type
	 */
	FieldType[] type() default {};

	/**
	 * The longest text, in bytes of UTF-8, from 1 to 65,535; for an array the longest of
	 * its texts.
	 * @return the length
	 */
	int maxLength() default 65535;

	/**
	 * The most elements of an array, from 1 to 4,096.
	 * @return the capacity
	 */
	int maxCapacity() default 4096;

	/**
	 * Whether the field may hold null; a property marked {@code @Nullable} may without
	 * this.
	 * @return {@code true} when null is allowed
	 */
	boolean nullable() default false;

	/**
	 * What is kept where a row has no value, as text: a number, {@code true},
	 * {@code false}, a text, or a point in time as ISO 8601.
	 * @return at most one value
	 */
	String[] defaultValue() default {};

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

	/**
	 * Further properties of the field in Milvus's own words, each as {@code name=value}.
	 * @return the properties
	 */
	String[] properties() default {};

}
