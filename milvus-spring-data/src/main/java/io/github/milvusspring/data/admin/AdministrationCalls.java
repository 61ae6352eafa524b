package io.github.milvusspring.data.admin;

import java.util.List;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.wire.AdministrationRequest;
import io.github.milvusspring.data.wire.CollectionRequests;
import io.github.milvusspring.data.wire.CollectionRequests.Description;
import io.github.milvusspring.data.wire.IndexRequests;
import io.github.milvusspring.data.wire.IndexState;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Sends the requests of this package to the server.
 */
final class AdministrationCalls {

	private final MilvusConnection connection;

	AdministrationCalls(MilvusConnection connection) {
		this.connection = connection;
	}

	boolean isLite() {
		return this.connection.isLite();
	}

	String database() {
		return this.connection.database();
	}

	/**
	 * Sends a request and waits for the reply.
	 * @param request the request
	 * @return the value in the reply
	 * @throws DataAccessException when the server refuses
	 */
	<R> R call(AdministrationRequest<R> request) {
		return this.connection.calls().call(request, null).value();
	}

	/**
	 * Sends a request after which names may stand for other collections, and records that
	 * any collection may have changed.
	 */
	void callThatChangesNames(AdministrationRequest<?> request) {
		try {
			call(request);
		}
		finally {
			this.connection.changes().addAll();
		}
	}

	/** Returns the schema of a collection with its indexes. */
	CollectionSchema describe(String collection) {
		Description description = call(CollectionRequests.describe(collection));
		return description.schema(indexes(collection).stream().map(IndexState::index).toList());
	}

	List<IndexState> indexes(String collection) {
		return call(IndexRequests.describe(collection));
	}

	/**
	 * Refuses an operation on Milvus Lite that it would report as successful without
	 * executing it.
	 * @param asked whether the caller asks for the operation
	 * @param what the operation, as the words that follow "Milvus Lite cannot"
	 */
	void refuseOnLite(boolean asked, String what) {
		if (asked && isLite()) {
			throw new InvalidDataAccessApiUsageException(
					"Milvus Lite cannot " + what + ": use Milvus standalone, a cluster or Zilliz Cloud");
		}
	}

}
