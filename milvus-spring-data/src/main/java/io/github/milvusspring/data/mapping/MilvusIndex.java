package io.github.milvusspring.data.mapping;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.JsonCastType;
import io.github.milvusspring.data.model.Metric;

/**
 * Declares an index of the field of a property. Without this annotation a vector field
 * has an index whose type the server chooses, and other fields have none. A JSON property
 * may have several indexes, each with a different {@link #path()}.
 */
@Documented
@Repeatable(MilvusIndexes.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface MilvusIndex {

	/**
	 * The type of the index.
	 * @return the type; by default the server chooses it
	 */
	IndexType type() default IndexType.AUTOINDEX;

	/**
	 * The name of the index; by default the name of the field, followed by the path for
	 * an index of JSON.
	 * @return the name
	 */
	String name() default "";

	/**
	 * The metric by which vectors are compared; by default the metric of the field.
	 * @return at most one metric
	 */
	Metric[] metric() default {};

	/**
	 * The parameters of the index, each as {@code "name=value"}, for example
	 * {@code "M=16"}. Their names, types and ranges are checked when the application
	 * starts.
	 * @return the parameters
	 */
	String[] params() default {};

	/**
	 * Further parameters, each as {@code "name=value"}, which are sent to the server
	 * without checks.
	 * @return the parameters
	 */
	String[] extraParams() default {};

	/**
	 * The path of the JSON value that is indexed, for example {@code address.city}, or in
	 * the notation of Milvus {@code ["address"]["city"]}.
	 * @return the path, empty for a property that is not JSON
	 */
	String path() default "";

	/**
	 * The type as which the values at the {@link #path()} are indexed.
	 * @return one type for a JSON property, none for others
	 */
	JsonCastType[] castType() default {};

}
