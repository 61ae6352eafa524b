package io.github.milvusspring.data.schema;

import java.util.function.Consumer;
import java.util.function.Function;

import io.github.milvusspring.data.wire.Action;
import io.github.milvusspring.data.wire.MilvusConnection;
import io.milvus.v2.client.MilvusClientV2;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Calls of the SDK's client, whose exceptions are translated in this one place.
 */
final class AdministrationCalls {

	private final MilvusConnection connection;

	AdministrationCalls(MilvusConnection connection) {
		this.connection = connection;
	}

	boolean isLite() {
		return this.connection.isLite();
	}

	@SuppressWarnings({ "NullAway", "ConstantConditions" })
	<R> R call(String operation, String collection, Function<MilvusClientV2, R> call) {
		try {
			return call.apply(this.connection.client());
		}
		catch (RuntimeException ex) {
			throw this.connection.exceptionTranslator().translate(Action.of(operation, collection), ex);
		}
	}

	void run(String operation, String collection, Consumer<MilvusClientV2> call) {
		call(operation, collection, (client) -> {
			call.accept(client);
			return true;
		});
	}

	/** Runs a call after which names may stand for something else. */
	void change(String operation, String collection, Consumer<MilvusClientV2> call) {
		try {
			run(operation, collection, call);
		}
		finally {
			this.connection.changes().addAll();
		}
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
