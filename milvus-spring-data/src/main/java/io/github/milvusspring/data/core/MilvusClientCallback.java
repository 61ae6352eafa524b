package io.github.milvusspring.data.core;

import io.milvus.v2.client.MilvusClientV2;

/**
 * A callback that uses the client of the Milvus Java SDK directly.
 *
 * @param <R> the result
 */
@FunctionalInterface
public interface MilvusClientCallback<R> {

	/**
	 * Uses the client.
	 * @param client the client of the template's connection; closing it has no effect
	 * @return the result
	 */
	R doWithClient(MilvusClientV2 client);

}
