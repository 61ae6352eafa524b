package io.github.milvusspring.data.architecture.violating.core;

import io.github.milvusspring.data.architecture.violating.mapping.Upward;
import io.milvus.grpc.DataType;

/**
 * Breaks several laws on purpose.
 */
public final class CounterHelper {

	private static int count;

	private CounterHelper() {
	}

	public static int next() {
		count++;
		System.out.println(DataType.Bool);
		return (count > 1) ? count : new Upward().next();
	}

}
