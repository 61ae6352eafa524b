package io.github.milvusspring.data.repository;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fuses the sub-searches of a {@link HybridSearch} by the weighted sum of their scores.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
@Documented
public @interface Weighted {

	/**
	 * The weight of each sub-search, in the order of the parameters.
	 * @return weights from 0 to 1
	 */
	double[] value();

}
