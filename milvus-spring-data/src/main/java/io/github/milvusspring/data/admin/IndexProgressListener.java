package io.github.milvusspring.data.admin;

/**
 * Is told how far an index is built.
 */
@FunctionalInterface
public interface IndexProgressListener {

	/**
	 * Is called each time the server has been asked, the last time when it is built.
	 * @param progress how far it is
	 */
	void onProgress(IndexProgress progress);

}
