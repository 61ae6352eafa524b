package io.github.milvusspring.data.architecture.violating.mapping;

import io.github.milvusspring.data.architecture.violating.core.CounterHelper;

/**
 * Breaks the direction of the packages on purpose.
 */
public class Upward {

	public int next() {
		return CounterHelper.next();
	}

}
