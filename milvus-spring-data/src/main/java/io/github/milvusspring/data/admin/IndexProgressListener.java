package io.github.milvusspring.data.admin;

/**
 * A listener that is notified of the progress while an index is built.
 */
@FunctionalInterface
public interface IndexProgressListener {

	/**
	 * Receives the progress each time the server has been asked for it, for the last time
	 * when the index is built.
	 * @param progress the progress of the build
	 */
	void onProgress(IndexProgress progress);

}
