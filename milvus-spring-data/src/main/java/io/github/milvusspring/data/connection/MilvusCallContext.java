package io.github.milvusspring.data.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.milvusspring.data.wire.CallDetails;
import io.github.milvusspring.data.wire.Operation;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * The call that an observation is about. Its carrier are the headers of the call, through
 * which the context of a trace reaches the server.
 */
public final class MilvusCallContext extends SenderContext<Map<String, String>> {

	private final Operation operation;

	private final CallDetails details;

	private final String database;

	private final String address;

	private long returnedRows = -1;

	MilvusCallContext(Operation operation, CallDetails details, String database, String address) {
		super((headers, name, value) -> Objects.requireNonNull(headers).put(name, value), Kind.CLIENT);
		this.operation = operation;
		this.details = details;
		this.database = database;
		this.address = address;
		setCarrier(new LinkedHashMap<>());
		setRemoteServiceName("milvus");
		setRemoteServiceAddress(address);
	}

	/**
	 * Returns the name of the Milvus operation.
	 * @return for example {@code Upsert}
	 */
	public String getOperation() {
		return this.operation.name();
	}

	/**
	 * Returns the name of the collection.
	 * @return the name, empty for a call that is about none
	 */
	public String getCollection() {
		return this.operation.collection();
	}

	/**
	 * Returns the name of the database.
	 * @return the one of the call, else the one of the connection
	 */
	public String getDatabase() {
		return this.operation.database().isEmpty() ? this.database : this.operation.database();
	}

	/**
	 * Returns the address of the server.
	 * @return host and port
	 */
	public String getAddress() {
		return this.address;
	}

	/**
	 * Returns the filter of the call, with the values in it.
	 * @return the filter, {@code null} for a call without one
	 */
	public @Nullable String getFilter() {
		return this.details.filter();
	}

	/**
	 * Returns the number of rows that the call carries to the server.
	 * @return the number, 0 for a call that carries none
	 */
	public int getSentRows() {
		return this.details.rows();
	}

	/**
	 * Returns the number of rows that the server returned, wrote or deleted.
	 * @return the number, -1 while it is unknown and for calls that are not about rows
	 */
	public long getReturnedRows() {
		return this.returnedRows;
	}

	void setReturnedRows(long returnedRows) {
		this.returnedRows = returnedRows;
	}

}
