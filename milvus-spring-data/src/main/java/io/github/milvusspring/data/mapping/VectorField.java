package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code float[]} property that holds a vector.
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
	 * The number of floats in each vector, from 2 to 32,768.
	 * @return the dimension
	 */
	int dimension();

	/**
	 * How vectors are compared.
	 * @return the metric, by default {@link Metric#COSINE}
	 */
	Metric metric() default Metric.COSINE;

}
