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
 * Declares an index of the property's field. A vector has one anyway, which the server
 * chooses; other fields have one only when it is declared. A JSON property may have
 * several, each of a {@link #path()}.
 */
@Documented
@Repeatable(MilvusIndexes.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
public @interface MilvusIndex {

	/**
	 * How the index is built.
	 * @return the type, chosen by the server by default
	 */
	IndexType type() default IndexType.AUTOINDEX;

	/**
	 * The name of the index; by default the name of the field, with the path of a JSON
	 * index behind it.
	 * @return the name
	 */
	String name() default "";

	/**
	 * How vectors are compared; by default the metric of the field.
	 * @return one metric, or none
	 */
	Metric[] metric() default {};

	/**
	 * The parameters of the type, each {@code "name=value"}, for example {@code "M=16"};
	 * name, type and range are checked at start-up.
	 * @return the parameters
	 */
	String[] params() default {};

	/**
	 * Further parameters, each {@code "name=value"}, which are passed on as they are.
	 * @return the parameters
	 */
	String[] extraParams() default {};

	/**
	 * The value within a JSON property that is indexed, for example {@code address.city},
	 * or as Milvus writes it, {@code ["address"]["city"]}.
	 * @return the path, empty for a property that is not JSON
	 */
	String path() default "";

	/**
	 * What the values at the {@link #path()} are indexed as.
	 * @return one type for a JSON property, none for others
	 */
	JsonCastType[] castType() default {};

}
