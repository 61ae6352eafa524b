package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.model.ConsistencyLevel;

/**
 * How fresh the data must be that a repository or one of its methods reads. That of a
 * method wins over that of the repository, and both over the template's.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@Documented
public @interface ReadConsistency {

	/**
	 * The consistency level.
	 * @return the level
	 */
	ConsistencyLevel value();

}
