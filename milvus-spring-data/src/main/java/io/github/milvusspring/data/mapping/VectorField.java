package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.SparseVector;

/**
 * Marks a property that holds a vector: floats, bytes, bits or a {@link SparseVector}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface VectorField {

	/**
	 * The name of the field; by default the name of the property.
	 * @return the name of the field
	 */
	String name() default "";

	/**
	 * The number of entries of each vector: from 2 to 32,768; for a vector of bits a
	 * multiple of 8 up to 262,144. A sparse vector has no dimension.
	 * @return the dimension
	 */
	int dimension() default 0;

	/**
	 * The type of the field, when the type of the property can be stored as several, such
	 * as {@link FieldType#FLOAT16_VECTOR} for a {@code float[]}; none for the default
	 * one.
	 * @return at most one type
	 */
	FieldType[] type() default {};

	/**
	 * The metric by which vectors are compared; by default {@link Metric#COSINE} for
	 * vectors of numbers, {@link Metric#HAMMING} for bits and {@link Metric#IP} for
	 * sparse vectors.
	 * @return at most one metric
	 */
	Metric[] metric() default {};

	/**
	 * Whether the field may hold null. A property that is marked {@code @Nullable} may
	 * hold null without this attribute.
	 * @return {@code true} when null is allowed
	 */
	boolean nullable() default false;

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
