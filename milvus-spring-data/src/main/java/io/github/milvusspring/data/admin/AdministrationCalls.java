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
 * Makes the calls of this package.
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
	 * Makes a call and waits for its answer.
	 * @param request the call
	 * @return the answer
	 * @throws DataAccessException when the server refuses
	 */
	<R> R call(AdministrationRequest<R> request) {
		return this.connection.calls().call(request, null).value();
	}

	/** Makes a call after which names may stand for other collections. */
	void callAndForgetNames(AdministrationRequest<?> request) {
		try {
			call(request);
		}
		finally {
			this.connection.changes().addAll();
		}
	}

	/** Describes a collection with its indexes. */
	CollectionSchema describe(String collection) {
		Description description = call(CollectionRequests.describe(collection));
		return description.schema(indexes(collection).stream().map(IndexState::index).toList());
	}

	List<IndexState> indexes(String collection) {
		return call(IndexRequests.describe(collection));
	}

	/**
	 * Refuses what Milvus Lite would answer with a success without having done it.
	 * @param asked whether it is asked for
	 * @param what what Milvus Lite cannot do, as the end of a sentence
	 */
	void refuseOnLite(boolean asked, String what) {
		if (asked && isLite()) {
			throw new InvalidDataAccessApiUsageException(
					"Milvus Lite cannot " + what + ": use Milvus standalone, a cluster or Zilliz Cloud");
		}
	}

}
