package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fuses the sub-searches of a {@link HybridSearch} by ranks: each gives
 * {@code 1 / (k + rank)}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
@Documented
public @interface Rrf {

	/**
	 * How little the first ranks stand out.
	 * @return a number from 1 to 16,383
	 */
	int k() default 60;

}
