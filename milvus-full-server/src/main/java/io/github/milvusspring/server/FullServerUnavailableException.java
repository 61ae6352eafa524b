package io.github.milvusspring.server;

/**
 * Thrown when there is no full Milvus server for this machine or it cannot be installed.
 */
public final class FullServerUnavailableException extends RuntimeException {

	FullServerUnavailableException(String reason) {
		super("No complete Milvus server: " + reason);
	}

}
