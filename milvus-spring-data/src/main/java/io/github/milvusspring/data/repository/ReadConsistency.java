package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.model.ConsistencyLevel;

/**
 * Sets the consistency level for the reads of a repository or of one of its methods. The
 * level of a method overrides that of the repository, and both override the level of the
 * template.
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
