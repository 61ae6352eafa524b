package io.github.milvusspring.server;

/**
 * There is no complete Milvus server for this machine, or it cannot be installed.
 */
public final class FullServerUnavailableException extends RuntimeException {

	FullServerUnavailableException(String reason) {
		super("No complete Milvus server: " + reason);
	}

}
