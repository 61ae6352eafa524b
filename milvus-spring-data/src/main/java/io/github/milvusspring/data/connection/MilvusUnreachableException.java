package io.github.milvusspring.data.connection;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Thrown when no Milvus server answers at the configured address.
 */
public final class MilvusUnreachableException extends DataAccessResourceFailureException {

	MilvusUnreachableException(String message, Throwable cause) {
		super(message, cause);
	}

}
