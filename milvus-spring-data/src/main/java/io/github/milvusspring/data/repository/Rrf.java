package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fuses the sub-searches of a {@link HybridSearch} by reciprocal rank fusion: each
 * sub-search adds {@code 1 / (k + rank)} to the score of a hit.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
@Documented
public @interface Rrf {

	/**
	 * The constant {@code k}. The larger it is, the smaller is the advantage of the first
	 * ranks.
	 * @return a number from 1 to 16,383
	 */
	int k() default 60;

}
